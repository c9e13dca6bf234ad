"""BM25 follows its formula, and reads back only what it wrote."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest
import safetensors.numpy
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.indexing.lexical import LexicalIndex

TERMS = st.sampled_from(["otan", "turqu", "mort", "25", "seism", "œuf", "@paris", ""])
PASSAGES = st.lists(st.lists(TERMS, max_size=12), max_size=12)
EXAMPLE = [["otan", "turqu"], ["mort"], ["mort", "otan", "mort"], []]


def bm25(passages: Sequence[Sequence[str]], question: Sequence[str], *, k1: float, b: float) -> list[float]:
    """The formula, term by term."""
    mean = sum(map(len, passages)) / max(len(passages), 1)
    scores = []
    for passage in passages:
        score = 0.0
        for term in question:
            frequency = passage.count(term)
            holding = sum(term in other for other in passages)
            if frequency:
                idf = math.log(1 + (len(passages) - holding + 0.5) / (holding + 0.5))
                score += idf * frequency / (frequency + k1 * (1 - b + b * len(passage) / mean))
        scores.append(score)
    return scores


@settings(max_examples=300)
@given(
    passages=PASSAGES,
    question=st.lists(TERMS | st.just("inconnu"), max_size=6),
    k1=st.sampled_from([0.5, 1.2, 2.0]),
    b=st.sampled_from([0.0, 0.4, 0.75, 1.0]),
)
def test_scores_follow_the_formula(passages: list[list[str]], question: list[str], k1: float, b: float) -> None:
    lexical = LexicalIndex.from_terms(passages, k1=k1, b=b)
    again = read_back(lexical)

    scores = lexical.scores(question)

    assert scores.dtype == np.float32
    np.testing.assert_allclose(scores, np.array(bm25(passages, question, k1=k1, b=b)), rtol=1e-5, atol=1e-7)
    np.testing.assert_array_equal(again.scores(question), scores)


@settings(max_examples=100)
@given(passages=PASSAGES, ways=st.dictionaries(TERMS | st.just("inconnu"), st.sampled_from([0.3, 0.7, 1.0])))
def test_of_several_ways_to_say_one_thing_the_best_counts(passages: list[list[str]], ways: dict[str, float]) -> None:
    lexical = LexicalIndex.from_terms(passages)
    total = np.ones(len(passages), dtype=np.float32)

    lexical.add_best(total, ways)

    each = [np.float32(weight) * lexical.scores([term]) for term, weight in ways.items()]
    np.testing.assert_array_equal(total, 1 + np.max([np.zeros(len(passages), np.float32), *each], axis=0))


def test_document_frequency_counts_passages() -> None:
    lexical = read_back(LexicalIndex.from_terms(EXAMPLE))

    assert [lexical.document_frequency(term) for term in ("mort", "turqu", "inconnu")] == [2, 1, 0]


def test_bytes_do_not_depend_on_the_run() -> None:
    lexical, again = LexicalIndex.from_terms(EXAMPLE), LexicalIndex.from_terms([list(terms) for terms in EXAMPLE])

    assert lexical.scores_bytes() == again.scores_bytes()
    assert lexical.vocabulary_bytes() == again.vocabulary_bytes()
    assert json.loads(lexical.vocabulary_bytes()) == ["mort", "otan", "turqu"]


def read_back(lexical: LexicalIndex) -> LexicalIndex:
    return LexicalIndex.from_bytes(
        vocabulary=lexical.vocabulary_bytes(), scores=lexical.scores_bytes(), count=lexical.count
    )


Arrays = dict[str, np.ndarray]


def _replaced(name: str, make: Callable[[np.ndarray], np.ndarray]) -> Callable[[Arrays], Arrays]:
    return lambda arrays: {**arrays, name: make(arrays[name])}


@pytest.mark.parametrize(
    "attack",
    [
        _replaced("rows", lambda rows: rows + 4),
        _replaced("rows", lambda rows: rows - 1),
        _replaced("rows", lambda rows: rows[:-1]),
        _replaced("rows", lambda rows: rows.astype(np.int64)),
        _replaced("ends", lambda ends: ends[::-1].copy()),
        _replaced("ends", lambda ends: ends + 1),
        _replaced("ends", lambda ends: ends[:-1]),
        _replaced("ends", lambda ends: ends * 1000),
        _replaced("data", lambda data: data * np.float32(np.nan)),
        _replaced("data", lambda data: data[:, None]),
        lambda arrays: {**arrays, "more": arrays["rows"]},
        lambda arrays: {name: array for name, array in arrays.items() if name != "ends"},
    ],
)
def test_scores_that_do_not_fit_are_refused(attack: Callable[[Arrays], Arrays]) -> None:
    lexical = LexicalIndex.from_terms(EXAMPLE)
    scores = safetensors.numpy.save(attack(safetensors.numpy.load(lexical.scores_bytes())))

    with pytest.raises(ValueError, match="lexical scores"):
        LexicalIndex.from_bytes(vocabulary=lexical.vocabulary_bytes(), scores=scores, count=4)


@pytest.mark.parametrize("vocabulary", [b"", b"{}", b"[1, 2, 3]", b'["mort"]', b'["a", "a", "b"]', b"\xff"])
def test_a_vocabulary_that_does_not_fit_is_refused(vocabulary: bytes) -> None:
    scores = LexicalIndex.from_terms(EXAMPLE).scores_bytes()

    with pytest.raises(ValueError, match=r".+"):
        LexicalIndex.from_bytes(vocabulary=vocabulary, scores=scores, count=4)


@pytest.mark.parametrize("keep", [0, 7, 8, 50, -1])
def test_cut_scores_are_refused(keep: int) -> None:
    lexical = LexicalIndex.from_terms(EXAMPLE)

    with pytest.raises(ValueError, match="cannot be read"):
        LexicalIndex.from_bytes(vocabulary=lexical.vocabulary_bytes(), scores=lexical.scores_bytes()[:keep], count=4)
