"""Expressions of a question that say nothing of its subject, and the same words where they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.folding import word_list
from assistant.language.words import stem
from assistant.retrieval.idle import idle_places
from assistant.retrieval.query import parse_query


def _terms(question: str) -> list[str]:
    return [term.term for term in parse_query(question, vocabulary=set()).terms]


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Depuis quand tout le monde a-t-il de nouveau le téléphone ?", ["téléphone"]),
        ("Que veut un nouveau parti dans le monde ?", ["veut", "nouveau", "parti", "monde"]),
        ("Est-il prouvé que le hangar a brûlé ?", ["hangar", "brûlé"]),
        ("Qu'est-ce que l'expert a prouvé ?", ["expert", "prouvé"]),
        ("D'après le gardien, où ça s'est passé au juste ?", ["gardien"]),
        ("Comment a-t-il finalement pu être évacué ?", ["évacué"]),
        ("Le juge va-t-il devoir maintenir la peine ?", ["juge", "devoir", "maintenir", "peine"]),
        ("Combien de monde dans le hangar ?", ["hangar"]),
        ("Comment se fait-il que le gardien ait fui juste avant le drame ?", ["gardien", "fui", "drame"]),
        ("Que reste-t-il là-bas, par exemple, à l'époque ?", ["reste"]),
        ("Le juste prix du pain de l'époque ?", ["juste", "prix", "pain", "époque"]),
        ("Les loups sont-ils d'accord ?", ["loups"]),
        ("Quel accord les mineurs ont-ils signé ?", ["accord", "mineurs", "signé"]),
    ],
)
def test_what_a_question_is_about_is_left(question: str, about: list[str]) -> None:
    assert _terms(question) == [stem(word) for word in about]


def test_english_questions_have_them_too() -> None:
    assert _terms("Why wasn't the hangar rebuilt at all?") == ["hangar", "rebuilt"]


@given(st.text(max_size=60), st.sampled_from(["fr", "en"]))
def test_places_are_those_of_words(question: str, language: str) -> None:
    words = word_list(question)
    assert idle_places(words, "fr" if language == "fr" else "en") <= set(range(len(words)))
