"""English expressions of several words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.english_phrases import find_english_phrases
from assistant.language.words import stem
from assistant.retrieval.query import parse_query


def _heads(text: str) -> list[str]:
    return [head for phrase in find_english_phrases(text.split()) for head in phrase.heads]


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("why do they turn down the offer", "refuser"),
        ("why was the offer turned down", "refuser"),
        ("who turned the second offer down", "refuser"),
        ("who has taken the mining company to court", "plainte"),
        ("when did the roof give way", "effondrer"),
        ("did the barn catch fire", "incendie"),
        ("when were workers laid off", "licencier"),
        ("who came first", "gagner"),
    ],
)
def test_a_verb_and_what_follows_it_are_one_meaning(said: str, read: str) -> None:
    assert stem(read) in _heads(said)


@pytest.mark.parametrize("said", ["who took the train to paris", "they turn left", "fire catch", ""])
def test_the_words_apart_are_not(said: str) -> None:
    assert _heads(said) == []


def test_a_question_is_asked_with_the_french_word() -> None:
    term = next(
        one for one in parse_query("Why was the offer turned down?", vocabulary=set()).terms if one.position > 3
    )
    assert term.term == stem("refuser")
    assert stem("rejeter") in term.alternatives


@given(st.lists(st.sampled_from("take court turn down the go strike be first came of".split()), max_size=12))
def test_expressions_never_overlap(words: list[str]) -> None:
    places = [place for phrase in find_english_phrases(words) for place in phrase.places]
    assert len(places) == len(set(places))
