"""Ranks of articles and of passages, on rankings small enough to count by hand."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.training.passage_sets import Ranked
from assistant.training.ranks import Figures, figures_of


def ranked(*, right: list[int], articles: list[int], right_article: list[int]) -> Ranked:
    places = np.arange(len(articles))
    return Ranked(
        features=np.zeros((len(articles), 1)),
        right=np.isin(places, right),
        right_article=np.isin(np.array(articles), right_article),
        articles=np.array(articles),
        bm25=np.zeros(len(articles)),
        fused=np.zeros(len(articles)),
        group="",
    )


def test_an_article_counts_once_and_a_passage_by_itself() -> None:
    question = ranked(right=[3], articles=[0, 0, 1, 1], right_article=[1])

    found = figures_of([question], [np.array([4.0, 3.0, 2.0, 1.0])])

    assert (found.first, found.five, found.mean_reciprocal) == (0.0, 1.0, 0.5)
    assert (found.passage_first, found.passage_five, found.passage_mean_reciprocal) == (0.0, 1.0, 0.25)


def test_equal_scores_stay_in_order() -> None:
    question = ranked(right=[1], articles=[0, 1], right_article=[1])

    assert figures_of([question], [np.zeros(2)]).passage_mean_reciprocal == 0.5


def test_what_no_search_proposes_counts_as_not_found() -> None:
    lost = ranked(right=[], articles=[0, 1], right_article=[])
    found = ranked(right=[0], articles=[0, 1], right_article=[0])

    figures = figures_of([None, lost, found], [None, np.zeros(2), np.zeros(2)])

    assert figures.first == figures.passage_first == pytest.approx(1 / 3)
    assert len(figures.cells()) == len(Figures.header())
