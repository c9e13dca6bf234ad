"""The measures, on scores small enough to count by hand."""

from __future__ import annotations

import math

import numpy as np

from assistant.training.evaluate import fuse, lexical_index, lexical_scores, ndcg10, ranks


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
