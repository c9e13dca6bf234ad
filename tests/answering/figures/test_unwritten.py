"""Counts that no number says, and numbers whose noun stands elsewhere."""

from __future__ import annotations

import pytest

from assistant.answering.figures.figures import figures_of
from tests.answering.figures.reading import sentence_of

Read = tuple[float, str]
SAID: dict[str, list[Read]] = {
    "La tempête a fait un mort.": [(1, "killed")],
    "L'hôpital annonce un sixième décès.": [(6, "killed")],
    "C'est la neuvième victime de l'avalanche.": [(9, "killed")],
    "C'est le premier mort de cette tempête.": [(1, "killed")],
    "La fuite n'a fait aucun blessé.": [(0, "wounded")],
    "Il n'y a ni mort ni disparu, dit le préfet.": [(0, "killed"), (0, "missing")],
    "Plus personne n'est porté disparu.": [(0, "missing")],
    "La mairie a porté à sept le nombre des morts et à 40 celui des blessés.": [(7, "killed"), (40, "wounded")],
    "Le nombre des arrestations est passé à onze.": [(11, "arrested")],
    "On compte 94 morts, dont neuf à Corvel et trois à Mirelles.": [(94, "killed"), (9, "killed"), (3, "killed")],
    "L'armée dénombre 12 morts chez les siens et 30 dans les rangs adverses.": [(12, "killed"), (30, "killed")],
}  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_what_a_sentence_counts_without_a_number_of_its_own(text: str) -> None:
    told = [(one.value, one.kind) for one in figures_of(sentence_of(text)) if one.kind != "count"]
    assert told == SAID[text]


@pytest.mark.parametrize(
    "text",
    [
        "Je n'échangerai pas un vivant contre un mort.",
        "La commune de 6 200 habitants est intacte.",
        "C'est le premier bilan de la préfecture.",
    ],
)
def test_what_counts_nobody(text: str) -> None:
    assert figures_of(sentence_of(text)) == ()


@pytest.mark.parametrize(
    "text", ["Trois drones ont été abattus.", "Deux cents vaches ont péri.", "Un homme de 71 ans a succombé."]
)
def test_things_animals_and_years_are_no_dead(text: str) -> None:
    assert all(one.kind != "killed" for one in figures_of(sentence_of(text)))


def test_a_bare_figure_counts_what_the_sentence_before_does() -> None:
    text = "La direction parle de 120 grévistes au dépôt. Le syndicat avance, lui, le chiffre de 310."
    [figure] = figures_of(sentence_of(text, place=1))
    assert (figure.value, figure.counted) == (310, "grévistes")


def test_they_are_the_people_of_the_sentence_before() -> None:
    text = "Le ministère admet la mort de 81 soldats. « Ils sont au moins 150 », affirme un député."
    [figure] = figures_of(sentence_of(text, place=1))
    assert (figure.value, figure.kind, bool(figure.people)) == (150, "killed", True)


def test_the_parts_of_a_count_are_parts() -> None:
    figures = figures_of(sentence_of("On compte 17 morts, dont neuf à Corvel et trois à Mirelles."))
    assert [one.part for one in figures] == [False, True, True]
