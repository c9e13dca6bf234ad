"""The cleaner on pages of other shapes: invented news in the furniture of a dozen kinds of site.

In ``pages/*.txt`` the first character of each line says what must become of it: ``+`` stays, ``-`` goes,
``=`` is the headline (goes when it is known), ``?`` may do either. The first line describes the page.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.corpus.boilerplate import line_reason
from assistant.corpus.cleaner import classify_lines, clean
from assistant.corpus.signatures import signed_names
from assistant.corpus.verdicts import Reason

PAGES = sorted(Path(__file__).with_name("pages").glob("*.txt"))


def _page(path: Path) -> tuple[str, list[str]]:
    """Return the page as saved and the mark of each of its lines."""
    rows = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")[1:]
    return "\n".join(row[2:] for row in rows), [row[:1] for row in rows]


def _title(text: str, marks: list[str]) -> str:
    line = next(line for line, mark in zip(text.split("\n"), marks, strict=True) if mark == "=")
    return line.lstrip("# ").removeprefix("Titre : ")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_line_of_the_article_goes_and_the_furniture_does(path: Path) -> None:
    text, marks = _page(path)
    verdicts = classify_lines(text, title=_title(text, marks))
    judged = [(verdict, mark) for verdict, mark in zip(verdicts, marks, strict=True) if verdict.text.strip()]
    lost = [verdict.text for verdict, mark in judged if mark == "+" and not verdict.keep]
    left = [verdict.text for verdict, mark in judged if mark in "-=" and verdict.keep]
    assert (lost, left) == ([], [])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_survives_when_its_title_is_not_known(path: Path) -> None:
    text, marks = _page(path)
    kept = clean(text)
    for line, mark in zip(text.split("\n"), marks, strict=True):
        if mark == "+":
            assert line.rstrip() in kept


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_cleaning_twice_changes_nothing_more(path: Path) -> None:
    text, marks = _page(path)
    once = clean(text, title=_title(text, marks))
    assert clean(once, title=_title(text, marks)) == once


@given(st.text(alphabet='abé .!?«»"\n\r\t:-|0123456789©AFPMenu', max_size=300))
def test_nothing_is_invented(text: str) -> None:
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    remaining = iter(lines)
    for line in clean(text).split("\n"):
        assert not line or line in remaining  # a subsequence of the saved lines
    assert [verdict.number for verdict in classify_lines(text)] == list(range(1, len(lines) + 1))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Partager sur WhatsApp", "interface"),
        ("PartagerImprimerCommenter", "interface"),
        ("Politique International Économie Culture Sport", "navigation"),
        ("Temps de lecture : 5 min", "interface"),
        ("Publié le 3 mars 2025 à 10:00", "date"),
        ("Par Awa Ndiaye avec AFP", "byline"),
        ("© Léa Fournier / AFP", "credit"),
        ("Le port de Brenn, en 2019. LÉA FOURNIER POUR « LE LITTORAL »", "credit"),
        ("Il vous reste 70 % de cet article à lire.", "paywall"),
        ("Inscrivez-vous gratuitement à notre newsletter du matin.", "invitation"),
        ("Nous utilisons des cookies pour améliorer votre navigation.", "cookies"),
        ("Lire aussi : Brenn, un port en hiver", "related-inline"),
        ("photo_port-02.jpg", "media"),
        ("Читайте также", "template"),
        ("Lire plus tard", "interface"),
        ("Réagir à cet article (14 commentaires)", "comments-heading"),
        ("Soyez le premier à commenter", "comments-heading"),
        ("Réécouter : le journal de 8 heures", "related-inline"),
        ("Chaque dimanche, le regard de nos reporters : je m'abonne", "invitation"),
        ("La lettre du soir : l'essentiel à 18 heures. S'abonner", "invitation"),
        ("Recevez chaque mardi La Lettre du fleuve", "invitation"),
        ("Débloquez cet article pour 1 €", "paywall"),
        ("PHOTO AWA NDIAYE, LE LITTORAL", "credit"),
        ("Awa Ndiaye / Le Littoral", "credit"),
        ("Direct | Podcasts | Régions", "navigation"),
        ("Accueil  Politique  Économie  Sport", "navigation"),
        ("☰ Le Littoral", "navigation"),
        ("Économie, mardi 12 mars 2024 - 10:12, p. 4, 512 mots", "date"),
        ("Le Littoral – hebdomadaire – 8, rue du Port, Brenn – 98.4", "footer-heading"),
    ],
)
def test_a_line_of_furniture_is_named_for_what_it_is(line: str, reason: Reason) -> None:
    assert line_reason(line, outside_body=True) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Non.",
        "(...)",
        "« Lire aussi entre les lignes », conseille-t-elle.",
        "La newsletter du ministère a été envoyée par erreur à 4 000 abonnés.",
        "Par ailleurs, trois trains ont été supprimés.",
        "Le 12 mai, le groupe doit décider, alors que l'agence plaide pour le préserver.",
        "Changez votre mot de passe si votre compte a été consulté, conseille la police.",
        "Les Vingt-Sept veulent partager l'accueil des réfugiés",
        "Sur Facebook, la vidéo a été vue deux millions de fois.",
        "Quatre cents euros par mois",
        "La  mairie  répond",
        "Le Havre, le port et ses dockers",
        "Listes électorales : s'inscrire avant vendredi",
        "Notre journaliste a été arrêté mardi à la frontière.",
    ],
)
def test_a_sentence_on_the_same_subject_is_text(line: str) -> None:
    assert line_reason(line, outside_body=False) == "text"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Awa Ndiaye et Paul Brel, publié le 3 mars", "Awa Ndiaye et Paul Brel"),
        ("Par Awa Ndiaye (à Rome, envoyée spéciale)", "Awa Ndiaye"),
        ("By Tom Hallard", "Tom Hallard"),
        ("Par ailleurs", None),
        ("Par peur du froid", None),
    ],
)
def test_a_signature_names_its_signatories(line: str, names: str | None) -> None:
    assert signed_names(line) == names


def test_what_a_page_says_of_its_author_goes_and_what_befell_him_stays() -> None:
    article = "Par Awa Ndiaye\n\n" + "Le conseil a voté mardi la fermeture du pont, après trois heures de débat.\n" * 4
    assert clean(article + "\nAwa Ndiaye est journaliste indépendante. Elle vit à Brenn.\n") == clean(article)
    assert clean(article + "\nNotre correspondant Paul Brel couvre la région depuis 2015.\n") == clean(article)
    assert clean(article + "\nNotre correspondant Paul Brel a été blessé par un tir.\n").endswith("par un tir.")


def test_a_motto_over_the_headline_is_no_headline() -> None:
    body = "\n\nLe conseil a voté mardi la fermeture du pont, après trois heures de débat.\n"
    headed = "Le Littoral\nLe quotidien indépendant de la grande baie\n\nLe pont de la baie fermera pour six mois"
    assert clean(headed + body).startswith("Le pont de la baie")


def test_a_single_closing_sentence_without_a_stop_stays() -> None:
    text = "Le conseil municipal a voté mardi soir la fermeture du pont après trois heures de débat.\n\n"
    assert clean(text + "Le maire a promis un pont neuf avant la fin de son mandat").endswith("mandat")


def test_teasers_of_other_articles_do_not_come_back_without_running_text() -> None:
    article = "Le conseil a voté mardi la fermeture du pont, après trois heures de débat. La salle était pleine.\n" * 4
    teasers = (
        "Les plus lus\nUn chat sauvé des eaux\nLes pompiers ont mis deux heures à descendre dans le puits, samedi.\n"
    )
    assert clean(article + teasers) == clean(article)
