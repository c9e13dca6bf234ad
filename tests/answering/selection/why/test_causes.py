"""A link makes what follows it the cause; an aim, an explanation, a clause or a state only may."""

from __future__ import annotations

import pytest

from assistant.answering.selection.folded import folded, folded_words
from assistant.answering.selection.why.causes import cause_in, hindered, refuses


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("Le phare est éteint, faute de gardien.", ["gardien"]),
        ("Faute de neige, la station de Brumeval a fermé lundi.", ["neige"]),
        ("Le bac reste à quai parce que la rampe a cédé.", ["la", "rampe", "a", "cede"]),
        ("Le musée a fermé, car le toit fuit.", ["le", "toit", "fuit"]),
        ("Les cours sont suspendus en raison de la grippe.", ["la", "grippe"]),
        ("Le retard est dû à une grue couchée.", ["une", "grue", "couchee"]),
        ("Le col est fermé à la suite d'un éboulement.", ["un", "eboulement"]),
        ("Il s'est retiré sous la pression de son parti.", ["son", "parti"]),
        ("Elle se tait, de peur que son fils ne soit renvoyé.", ["que", "son", "fils", "ne", "soit", "renvoye"]),
    ],
)
def test_a_link_makes_what_follows_it_the_cause(sentence: str, cause: list[str]) -> None:
    found = cause_in(sentence)
    words = folded_words(sentence)
    assert found.linked
    assert [words[place] for place in sorted(found.inside)] == cause


@pytest.mark.parametrize("sentence", ["Un car de touristes a versé.", "Le car a versé dans le fossé.", "Il pleut."])
def test_a_coach_is_no_link(sentence: str) -> None:
    assert not cause_in(sentence).linked


@pytest.mark.parametrize(
    "sentence",
    [
        "Les pêcheurs bloquent le port pour obtenir une aide.",
        "La digue a rompu, ce qui a noyé les serres.",
        "Le tribunal a suspendu le chantier, jugeant le permis trop flou.",
        "Le bilan recule : une victime avait été comptée deux fois.",
    ],
)
def test_an_aim_an_effect_or_a_clause_is_likely(sentence: str) -> None:
    found = cause_in(sentence)
    assert (found.likely or found.along) and not found.linked and not found.untold


@pytest.mark.parametrize("sentence", ["La mairie invoque le bruit.", "« On a faim », explique le délégué."])
def test_somebody_explains(sentence: str) -> None:
    assert cause_in(sentence).told


def test_nothing_like_a_cause_is_told() -> None:
    assert cause_in("Le bureau ouvrira mardi à neuf heures.").untold


def test_a_length_of_time_is_no_aim() -> None:
    assert not cause_in("Le pont est fermé pour trois mois.").likely


def test_a_refusal_counts_outside_the_cause_only() -> None:
    assert refuses(cause_in("La préfecture a refusé le report.").outside)
    assert not refuses(cause_in("Le chantier est arrêté parce que le maire a refusé le permis.").outside)
    assert not refuses(folded("Le maire a signé le permis."))


@pytest.mark.parametrize(
    "sentence",
    ["Le ferry est resté à quai.", "Les cours sont suspendus.", "On manque de bras.", "Personne n'a la clé."],
)
def test_what_does_not_go_on_is_hindered(sentence: str) -> None:
    assert hindered(sentence)


def test_what_goes_on_is_not_hindered() -> None:
    assert not hindered("Le ferry a quitté Lormeray à huit heures.")
