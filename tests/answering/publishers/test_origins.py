"""Articles that are one origin: a dispatch retitled or cut short is, two reports of one event are not."""

from __future__ import annotations

import hashlib
from itertools import combinations

import pytest

from assistant.answering.publishers.origins import once, origins, printed_also
from assistant.answering.selection.sentences import Sentence, analyse
from assistant.indexing.static_encoder import StaticEncoder
from assistant.types import Article, Published

_FLOOD = [
    "La crue de la Sarvane a emporté deux ponts dans la nuit de jeudi à vendredi.",
    "Neuf habitants du hameau de Mirelles sont morts noyés, ont indiqué les pompiers de la région.",
    "Plus de trois cents foyers restaient privés d'électricité en fin de matinée.",
    "Le gouverneur a décrété l'état de catastrophe naturelle pour quatorze communes riveraines.",
    "« Nous n'avions jamais vu l'eau monter aussi vite », a raconté la maire du village voisin.",
    "Les secours, gênés par la boue, fouillent encore les caves et les parkings souterrains.",
    "La rivière devrait retrouver son lit dimanche, selon le service des crues.",
    "Des élèves de Mirelles ont été accueillis dans un gymnase où des lits ont été installés.",
    "Une cellule psychologique doit ouvrir samedi à la mairie.",
    "L'autoroute du littoral est coupée dans les deux sens jusqu'à nouvel ordre.",
]
_QUAKE = [
    "Un séisme de magnitude 6,2 a frappé la ville de Lorval mardi à l'aube.",
    "Au moins soixante-huit personnes sont mortes, selon la protection civile.",
    "Les hôpitaux débordés appellent aux dons de sang et manquent de lits.",
    "L'aéroport est fermé et les trains ne circulent plus entre la capitale et la côte.",
    "Trois pays voisins ont envoyé des équipes cynophiles.",
]
_OWN = [
    "Notre envoyé spécial a passé la nuit avec les habitants de Mirelles, que l'eau a surpris dans leur sommeil.",
    "Neuf d'entre eux ne sont pas revenus, et leurs noms sont affichés sur la porte de l'église.",
    "« Nous n'avions jamais vu l'eau monter aussi vite », répète la maire, qui dit ne plus dormir.",
    "Dans la vallée, chacun se demande pourquoi la sirène est restée muette.",
    "L'association des riverains réclamait depuis dix ans une digue plus haute.",
]
_AGENCY_OWN = [
    "Des secouristes étrangers sont attendus à Lorval, où la terre a tremblé mardi.",
    "Le premier ministre a interrompu un voyage pour se rendre sur place.",
    "On dégageait encore des survivants dans la soirée.",
]

# Cluster, agency, sentences.
_MADE: dict[str, tuple[str, str | None, list[str]]] = {
    "crue-a": ("crue", "AFP", _FLOOD),
    "crue-retitree": ("crue", "AFP", ["Mirelles pleure ses morts", *_FLOOD]),
    "crue-coupee": ("crue", "AFP", _FLOOD[:4]),
    "crue-sans-agence": ("crue", None, _FLOOD[1:9]),
    "crue-enrichie": ("crue", "AFP", [*_FLOOD[:6], *_OWN[3:], "Le conseil se réunit lundi.", "Un fonds est ouvert."]),
    "crue-envoye": ("envoye", None, _OWN),
    "crue-envoye-reprise": ("envoye", None, [*_OWN[:4]]),
    "seisme-a": ("seisme", "AFP", _QUAKE),
    "seisme-typographie": ("seisme", "AFP", [one.replace("'", "’").upper() for one in _QUAKE]),
    "seisme-autre-depeche": ("seisme-2", "AFP", _AGENCY_OWN),
    "breve": ("breve", None, ["La crue de la Sarvane a fait neuf morts et le gouverneur se rendra à Mirelles."]),
}


def _article(name: str) -> Article:
    _, agency, sentences = _MADE[name]
    text = " ".join(sentences)
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Article(name, None, name.title(), agency, (), Published(), None, "fr", text, f"{name}.md", digest)


def _pairs(groups: list[list[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_one_origin_is_found_and_what_is_not_is_kept_apart(*, backwards: bool) -> None:
    names = sorted(_MADE, reverse=backwards)
    found = _pairs([[one.id for one in group] for group in origins([_article(name) for name in names])])
    clusters = {cluster for cluster, _, _ in _MADE.values()}
    gold = _pairs([[name for name in _MADE if _MADE[name][0] == cluster] for cluster in clusters])
    f1 = 2 * len(found & gold) / (len(found) + len(gold))
    assert f1 >= 0.95
    assert len(origins([_article(name) for name in names])) == len(clusters)


def test_a_dispatch_less_sixty_hundredths_and_under_another_title_is_still_the_dispatch() -> None:
    whole, cut = _article("crue-retitree"), _article("crue-coupee")
    assert len(origins([whole, cut])) == 1


def test_two_reports_of_one_event_by_one_agency_are_two_origins() -> None:
    assert len(origins([_article("seisme-a"), _article("seisme-autre-depeche")])) == 2


def test_an_article_given_twice_is_one_and_a_text_without_words_harms_nothing() -> None:
    whole = _article("crue-a")
    assert origins([whole, whole]) == [[whole]]
    empty = Article("vide", None, None, None, (), Published(), None, "fr", "…", "vide.md", "0" * 64)
    assert len(origins([whole, empty])) == 2


def test_two_that_each_reprint_another_part_of_a_third_are_one_origin_where_it_is_known() -> None:
    whole, opening, ending = (
        _of("entier", " ".join(_FLOOD)), _of("debut", " ".join(_FLOOD[:4])), _of("fin", " ".join(_FLOOD[5:]))
    )  # fmt: skip
    assert origins([opening, ending]) == [[opening], [ending]]
    assert origins([opening, ending], between=[whole]) == [[opening, ending]]


def _of(name: str, text: str) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(name, None, name, None, (), Published(), None, "fr", text, f"{name}.md", digest)


def _sentence(text: str, publisher: str) -> Sentence:
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(publisher, None, publisher, None, (), Published(), None, "fr", text, f"{publisher}.md", digest)
    return analyse(article, StaticEncoder.shipped()).sentences[0]


@pytest.mark.parametrize(
    ("one", "other", "is_print"),
    [
        (
            "MIRELLES, 3 mai 2021 (AFP) - Deux ponts ont été emportés par la crue de la Sarvane vendredi matin.",
            "Deux ponts ont été emportés par la crue de la Sarvane vendredi matin.",
            True,
        ),
        (
            "Trente-deux personnes ont été blessées, a précisé la préfète lors d'un point de presse.",
            "Trente-deux personnes ont été blessées, a précisé la préfète.",
            True,
        ),
        (
            "La crue de la Sarvane a fait neuf morts, a indiqué la préfète de la région jeudi.",
            "La crue de la Sarvane a fait onze morts, a indiqué la préfète de la région jeudi.",
            False,
        ),
        ("Les secours cherchent encore.", "Les secours cherchent encore.", False),
    ],
)
def test_a_cut_or_a_dateline_makes_no_other_sentence(one: str, other: str, is_print: bool) -> None:
    left, right = _sentence(one, "La Gazette"), _sentence(other, "Le Relais")
    assert (len(once([left, right])) == 1) is is_print
    assert bool(printed_also(left, [left, right])) is is_print
