"""What each word of a question that asks how many says of the figure."""

from __future__ import annotations

import pytest

from assistant.answering.figures.roles import by_role
from tests.answering.figures.reading import asked, query_of


def _words(question: str) -> dict[str, list[str]]:
    query = query_of(question)
    return {role: [one.word for one in found] for role, found in by_role(query, query.terms).items() if found}


def test_people_their_fate_and_the_event() -> None:
    roles = _words("Combien de soldats ont été tués dans la bataille de Corvel ?")
    assert roles["people"] == ["soldats"]
    assert roles["kind"] == ["tués"]
    assert roles["context"] == ["bataille", "Corvel"]


def test_houses_are_things_and_no_people() -> None:
    assert _words("Combien de maisons détruites à Corvel ?")["head"] == ["maisons"]
    assert [one.word for one in asked("Combien de maisons détruites à Corvel ?").heads] == ["maisons"]


def test_the_cause_of_a_death_is_not_what_is_counted() -> None:
    assert _words("Combien de morts de la rougeole en 2019 ?")["context"] == ["rougeole"]


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("Combien d'ouvriers du tunnel sont en grève ?", "ouvriers"),
        ("Combien de salariés emploie la verrerie ?", "salariés"),
        ("Combien de personnes ont été placées sous surveillance ?", "surveillance"),
        ("Combien de gens ont été mis en quarantaine ?", "quarantaine"),
    ],
)
def test_what_is_counted_is_neither_its_site_nor_a_light_verb(question: str, counted: str) -> None:
    assert [one.word for one in asked(question).heads] == [counted]


def test_a_verb_tells_the_fate_though_another_word_stands_for_it() -> None:
    assert asked("Après le coup de filet, combien de gens ont été arrêtés ?").kinds == {"arrested"}


@pytest.mark.parametrize(
    ("question", "giver"),
    [
        ("Combien de morts selon la préfecture ?", ["préfecture"]),
        ("D'après le syndicat des mineurs, combien de grévistes ?", ["syndicat", "mineurs"]),
        ("Combien de blessés l'hôpital annonce-t-il ?", ["hôpital"]),
        ("Combien de blessés la mairie compte-t-elle dans la foule ?", ["mairie"]),
        ("Combien d'hommes la Ligue de Corvel dit-elle avoir perdus ?", ["Ligue"]),
        ("Combien de morts à Corvel ?", []),
    ],
)
def test_who_is_asked_for_the_figure(question: str, giver: list[str]) -> None:
    assert [one.word for one in asked(question).said_by] == giver
