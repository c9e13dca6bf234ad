"""The measures, on scores small enough to count by hand."""

from __future__ import annotations

import math

import numpy as np

from assistant.indexing.static_encoder import StaticEncoder
from assistant.training.evaluate import (
    Asked,
    Task,
    best_passages,
    dense_scores,
    fuse,
    lexical_index,
    lexical_scores,
    measure,
    ndcg10,
    ranks,
)


def test_ranks_count_what_is_above_and_equals_that_come_before() -> None:
    scores = np.array([[0.1, 0.9, 0.5], [0.5, 0.5, 0.5], [0.0, 0.0, 0.0]])
    assert ranks(scores, np.array([2, 0, 2])).tolist() == [2, 1, 3]


def test_ndcg_of_one_relevant_text() -> None:
    assert math.isclose(ndcg10(np.array([1, 3, 11])), (1 + 0.5 + 0) / 3)


def test_the_convex_sum_is_of_shares_of_the_best() -> None:
    dense, lexical = np.array([[0.4, 0.8]]), np.array([[10.0, 5.0]])
    assert np.allclose(fuse(dense, lexical, 0.25), [[0.25 * 0.5 + 0.75, 0.25 + 0.75 * 0.5]])


def test_a_query_without_known_words_scores_nothing() -> None:
    index = lexical_index(["un chat", "deux chiens"], str.split)
    scores = lexical_scores(index, ["chat", "rien ici", ""], str.split)
    assert scores.shape == (3, 2)
    assert scores[0, 0] > scores[0, 1]
    assert not scores[1:].any()


def test_a_text_scores_as_its_best_passage_and_one_without_any_comes_last() -> None:
    encoder = StaticEncoder.shipped()
    passages = ("La pluie tombe.", "Le train de Paris est en retard.", "Un chat dort.")
    task = Task(["a", "b", "c"], (), passages, np.array([0, 0, 2]))
    query = encoder.encode(["le retard des trains"], kind="query")
    scores = best_passages(encoder, task, [query])[0]
    each = dense_scores(query, encoder.encode(passages, kind="document"))[0]
    assert np.allclose(scores[0], [each[:2].max(), -1, each[2]], atol=1e-6)


def test_a_task_with_passages_is_measured_by_them_too() -> None:
    texts = ["La pluie tombe sur la ville.", "Le train est en retard."]
    asked = Asked("made", ["pluie", "trains en retard"], np.array([0, 1]))
    found = dict(measure(StaticEncoder.shipped(), Task(texts, (asked,), tuple(texts), np.array([0, 1])), None))
    assert found["made"]["best passage"] == found["made"]["both"] == found["made"]["dense"] == 1
