"""The publisher of a saved page: the places that name it, and what is written as a name is and is none."""

from __future__ import annotations

import pytest

from assistant.corpus.cleaner import clean
from assistant.corpus.metadata import infer_metadata
from assistant.corpus.site_names import is_distinctive, shown_name, site_name

HEADLINE = "Brenn : le pont fermera pour six mois à partir de lundi\n"
BODY = (
    "\nLe conseil municipal de Brenn a voté mardi soir la fermeture du pont, après trois heures de débat.\n\n"
    "La salle était pleine. Le maire a promis que les travaux seraient achevés avant l'été.\n\n"
    "« On verra », a soupiré Régis Tanneau, qui tient le café de la place depuis vingt ans.\n\n"
)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("La Gazette de Brenn", "La Gazette de Brenn"),
        ("LA GAZETTE DE BRENN", "La Gazette de Brenn"),
        ("Le Rivage", "Le Rivage"),
        ("Brenn Matin", "Brenn Matin"),
        ("Le Rivage — le journal de la côte depuis 1921", "Le Rivage"),
        ("☰  Le Rivage  🔍", "Le Rivage"),
        ("Le Rivage | Météo 12°C | Sport", "Le Rivage"),
        ("[![Le Rivage](logo.png)](https://www.lerivage.example/)", "Le Rivage"),
        ("Le Rivage (site web)", "Le Rivage"),
    ],
)
def test_the_head_of_a_page_names_its_site(line: str, publisher: str) -> None:
    metadata = infer_metadata(f"{line}\n\n{HEADLINE}Publié le 3 mars 2024\n{BODY}")
    assert (metadata.publisher, metadata.title) == (publisher, HEADLINE.strip())
    assert metadata.provenance["publisher"].basis == "inferred"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Publié le 3 mars 2024 - La Gazette de Brenn", "La Gazette de Brenn"),
        ("Le Rivage, 3 mars 2024, p. 4", None),  # as a town may date its letter
        ("Le Rivage, n° 812, 3 mars 2024, p. 4", "Le Rivage"),
        ("3 mars 2024 | Le Rivage avec Agence Boréale", "Le Rivage"),
        ("Source : Le Rivage", "Le Rivage"),
        ("**Source :** Le Rivage, 3 mars 2024", "Le Rivage"),
        ("Lu sur Le Rivage", "Le Rivage"),
        ("(Le Rivage)", "Le Rivage"),
        ("Awa Sow, à Brenn, pour La Gazette de Brenn", "La Gazette de Brenn"),
        ("Par la rédaction du Rivage", "Le Rivage"),
    ],
)
def test_the_lines_under_a_headline_name_the_site(line: str, publisher: str | None) -> None:
    assert infer_metadata(f"{HEADLINE}{line}\n{BODY}").publisher == publisher


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© 2024 Le Rivage – Tous droits réservés", "Le Rivage"),
        ("Tous droits réservés © Brenn Demain 2024", "Brenn Demain"),
        ("Mentions légales - Le Rivage", "Le Rivage"),
        ("Qui sommes-nous | Contact | CGU | Le Rivage", "Le Rivage"),
        ("Le Rivage – hebdomadaire – 8, rue du Port, Brenn – www.lerivage.example", "Le Rivage"),
        ("Radio Rivage, 98.4 FM – Nous écouter – Contact", "Radio Rivage"),
        ("© Le Rivage, la voix du large", "Le Rivage"),
        ("Le Rivage\nTous droits réservés", "Le Rivage"),
        ("Article paru dans Le Rivage du 3 mars 2024", "Le Rivage"),
        ("Abonnez-vous au Rivage pour 1 euro par mois", "Le Rivage"),
        ("https://www.rivage-info.ci/2024/03/brenn-pont-ferme-six-mois.html", "rivage-info.ci"),
    ],
)
def test_the_foot_of_a_page_names_its_site(line: str, publisher: str) -> None:
    metadata = infer_metadata(f"{HEADLINE}Publié le 3 mars 2024\n{BODY}{line}\n")
    assert metadata.publisher == publisher
    assert metadata.provenance["publisher"].evidence


@pytest.mark.parametrize(
    "line",
    """Vie locale|Guerre en Ukraine|Haut-Morvan|La Rochelle|Les Sables-d'Olonne|Faits divers
L'invité du matin|Tribune libre|Le Grand Entretien|Le Grand Format|L'info du jour
Courrier des lecteurs|Journal de bord|Le Tour de France|Info trafic|Radio|Le direct|Les podcasts
Régis Tanneau|Par Régis Tanneau|Union européenne|République centrafricaine|Liberté de la presse
Front populaire|Canal du Midi|Journal officiel|Parti républicain|Le journal de 13 heures
Abonnez-vous|Mon Compte""".replace("\n", "|").split("|"),
)
def test_a_rubric_a_place_a_person_and_a_button_are_no_publisher(line: str) -> None:
    assert infer_metadata(f"{line}\n\n{HEADLINE}{BODY}").publisher is None
    assert infer_metadata(f"{HEADLINE}{line}\nPublié le 3 mars 2024\n{BODY}").publisher is None


@pytest.mark.parametrize(
    "line",
    """Photo : Régis Tanneau|© Régis Tanneau|© DR|© 2024 WordPress|Hébergé par OVH - Mentions légales
À lire aussi : Le Courrier de l'Est en grève|Source : Insee|Source : Ministère de l'Intérieur
Source : mairie de Brenn|Régis Tanneau - Tous droits réservés|(Photo Le Rivage)
Mentions légales - Brenn|Tags : Brenn, pont, La Rochelle|© Agence France-Presse|(Brenn)
https://awasow.wordpress.com/2024/03/03/le-pont-de-brenn-ferme/|Développé par Studio Ouest""".replace("\n", "|").split(
        "|"
    ),
)
def test_a_photographer_a_source_of_figures_and_a_platform_are_no_publisher(line: str) -> None:
    assert infer_metadata(f"{HEADLINE}Publié le 3 mars 2024\n{BODY}{line}\n").publisher is None


def test_a_photograph_of_another_paper_does_not_stand_above_the_page_s_own_name() -> None:
    page = f"Le Courrier de Fossaz\n\n{HEADLINE}Le pont, hier. © La Tribune des Alpages\n{BODY}"
    assert infer_metadata(page).publisher == "Le Courrier de Fossaz"


def test_a_place_above_the_headline_is_no_site_where_the_article_speaks_of_it() -> None:
    assert infer_metadata(f"Le Brennois\n\n{HEADLINE}{BODY}Le Brennois n'a pas d'autre pont.\n").publisher is None


def test_the_paper_that_somebody_spoke_to_is_the_one_at_the_head() -> None:
    page = f"Kaïros\n\n{HEADLINE}{BODY}Le notaire, contacté par Kaïros, n'a pas répondu.\n"
    assert infer_metadata(page).publisher == "Kaïros"


def test_a_paper_is_no_author() -> None:
    metadata = infer_metadata(
        f"{HEADLINE}Par Horizon Brennois avec AFP\n{BODY}© 2024 Horizon Brennois. Tous droits réservés\n"
    )
    assert (metadata.publisher, metadata.agency, metadata.authors) == ("Horizon Brennois", "AFP", ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("**Le Rivage**", "Le Rivage"),
        ("Le Rivage (@lerivage)", "Le Rivage"),
        ("Le Quotidien sarvanais", "Le Quotidien sarvanais"),
        ("Le maire répond", None),
        ("Le Rivage | Sport", None),
        ("S'abonner à L'Alouette", None),
        ("3 mars 2024", None),
        ("AFP", None),
    ],
)
def test_a_name_has_the_form_of_one(text: str, name: str | None) -> None:
    assert site_name(text) == name


def test_a_paper_s_own_words_make_a_name_sure() -> None:
    sure = [
        "Le Patriote",
        "Gazette de Brenn",
        "Le Journal de Brenn",
        "Radio Rivage",
        "Brenn Hebdo",
        "Le Nouvel Éclaireur",
    ]
    assert all(is_distinctive(name) for name in sure)
    assert not any(
        is_distinctive(name) for name in ["Le Rivage", "Le Journal", "Canal du Midi", "Sérane libre", "Info trafic"]
    )


def test_a_name_in_capitals_is_shown_as_names_are_written() -> None:
    assert shown_name("LE MESSAGER DE L'OUEST FM") == "Le Messager de l'Ouest FM"
    assert shown_name("RFI") == "RFI"


@pytest.mark.parametrize(
    "button",
    [
        "Réécouter le journal",
        "☰ Réécouter le journal | S'abonner au podcast | Fréquences",
        "Réécoutez l'émission",
        "Écouter l'article",
        "Écoutez cet article",
        "Lire la suite",
        "Partager",
        "Partager l'article",
        "S'abonner",
        "Revoir le JT",
    ],
)
def test_a_button_is_neither_publisher_nor_title_nor_text(button: str) -> None:
    for page in (f"{button}\n\n{HEADLINE}{BODY}", f"{HEADLINE}{BODY}{button}\n"):
        metadata = infer_metadata(page)
        assert (metadata.publisher, metadata.title) == (None, HEADLINE.strip())
        assert button not in clean(page, title=metadata.title)
