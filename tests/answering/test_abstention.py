"""Why a question is refused: each reason on a question that has it, over the shipped articles."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.types import Reason, Turn


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Pourquoi Emmanuel Macron a-t-il soutenu l'offensive ?", "false_premise"),
        ("Pourquoi la Croix-Rouge approuve-t-elle les bombardements ?", "false_premise"),
        ("Combien de morts la guerre du Vietnam a-t-elle faits ?", "unknown_entity"),
        ("Qu'a déclaré Angela Merkel sur le Haut-Karabakh ?", "unknown_entity"),
        ("Que fait l'Iran ?", "unknown_entity"),
        ("Combien de morts la guerre du Haut-Karabakh a-t-elle faits en 1994 ?", "off_period"),
        ("Quelle est la recette de la ratatouille ?", "off_topic"),
        ("Combien a coûté le drone abattu ?", "not_enough_evidence"),
        ("À quelle heure le drone a-t-il été abattu ?", "not_enough_evidence"),
    ],
)
def test_a_refusal_has_its_reason(shipped: Assistant, question: str, reason: Reason) -> None:
    answer = shipped.ask(question)
    assert answer.reason == reason
    assert answer.citations == ()


def test_a_bare_why_takes_nothing_for_granted_that_was_not_just_quoted(shipped: Assistant) -> None:
    answer = shipped.ask("Pourquoi ?", history=[Turn("Combien de morts côté azerbaïdjanais ?", "91 civils")])
    assert answer.reason in (None, "not_enough_evidence")


def test_a_word_that_asks_for_no_thing_changes_nothing(shipped: Assistant) -> None:
    plain, exact = (shipped.ask(f"Qu'a dit Macron{word} ?") for word in ("", " exactement"))
    assert {one.quote for one in exact.citations} == {one.quote for one in plain.citations} != set()
