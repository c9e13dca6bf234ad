"""A search of terms by likeness finds what a look at each would find."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.language.folding import name_key
from assistant.retrieval.lookup import TermLookup, lookup
from assistant.retrieval.spelling import spellings

LETTERS = "aeiouycdhkstw"
WORDS = st.text(LETTERS, max_size=9)
VOCABULARIES = st.lists(WORDS | st.sampled_from(["@moscou", "été", "ıœß", "25"]), max_size=40, unique=True)


def edits(left: str, right: str) -> int:
    """Levenshtein distance, transpositions of neighbours counting one, by the plain recursion over a table."""
    table = [[max(i, j) if not i or not j else 0 for j in range(len(right) + 1)] for i in range(len(left) + 1)]
    for i in range(1, len(left) + 1):
        for j in range(1, len(right) + 1):
            changed = table[i - 1][j - 1] + (left[i - 1] != right[j - 1])
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, changed)
            if i > 1 and j > 1 and left[i - 1] == right[j - 2] and left[i - 2] == right[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@settings(max_examples=300)
@given(terms=VOCABULARIES, word=WORDS, most=st.sampled_from([1, 2]))
def test_nothing_near_is_left_out(terms: Sequence[str], word: str, most: int) -> None:
    found = TermLookup(terms).maybe_near(word, most)

    assert {term for term in terms if edits(term, word) <= most} <= set(found)
    assert all(abs(len(term) - len(word)) <= most for term in found)


@settings(max_examples=200)
@given(terms=VOCABULARIES, word=WORDS)
def test_keys_and_beginnings_are_those_of_each_term(terms: Sequence[str], word: str) -> None:
    search = TermLookup(terms)

    assert search.of_key(name_key(word)) == [term for term in terms if name_key(term) == name_key(word)]
    assert search.beginning(word[:4]) == [term for term in terms if term[:4].replace("y", "i") == word[:4]]


@settings(max_examples=100)
@given(terms=VOCABULARIES, word=WORDS)
def test_spellings_are_the_same_from_any_collection(terms: Sequence[str], word: str) -> None:
    assert spellings(word, TermLookup(dict.fromkeys(terms))) == spellings(word, terms)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("gouvernememt", ["gouvernement"]),
        ("aliiev", ["aliyev"]),
        ("stepanakert", ["stepanaket"]),
        ("otan", []),
        ("", []),
    ],
)
def test_a_misspelt_word_finds_its_term(word: str, found: list[str]) -> None:
    assert spellings(word, ["gouvernement", "aliyev", "stepanaket", "port", "président"]) == found


def test_a_search_is_a_collection_and_is_made_once() -> None:
    search = TermLookup({"port": 0, "mer": 1})

    assert ("port" in search, "digue" in search, len(search), list(search)) == (True, False, 2, ["port", "mer"])
    assert lookup(search) is search
