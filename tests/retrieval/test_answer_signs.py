"""Signs that a sentence holds the kind of thing asked for."""

from __future__ import annotations

import pytest

from assistant.retrieval.answer_signs import is_new, signs_of
from assistant.retrieval.question_words import AnswerType


@pytest.mark.parametrize(
    ("kind", "text", "held"),
    [
        ("how_many", "Douze maisons sont détruites.", True),
        ("how_many", "Des maisons sont détruites.", False),
        ("when", "Le port a fermé lundi.", True),
        ("when", "Il ferma le 3 mai 1998.", True),
        ("when", "Le port est fermé.", False),
        ("where", "Elle est née à Lorval.", True),
        ("where", "elle est née pauvre.", False),
        ("why", "Il ferme en raison de la tempête.", True),
        ("why", "Il ferme.", False),
        ("what", "Douze maisons à Lorval.", False),
    ],
)
def test_kind_is_held(kind: AnswerType, text: str, held: bool) -> None:
    assert bool(signs_of(kind, text)) == held


def test_a_name_of_the_question_is_not_new() -> None:
    signs = signs_of("who", "Le port fut fermé par Jeanne Morel et visité par Paul Durand.")

    assert signs == {"jeanne morel", "paul durand"}
    assert not is_new("jeanne morel", frozenset({"que", "dit", "jeanne", "morel"}))
    assert is_new("paul durand", frozenset({"que", "dit", "jeanne", "morel"}))
