"""How well a score ranks: recall and reciprocal rank of articles and of passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.training.passage_sets import Ranked

Floats = NDArray[np.float64]
_NOT_FOUND = 10**6


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over questions, in [0, 1]; a question whose answer is no candidate counts as not found.

    Attributes:
        first: share whose best passage is of a right article (for PIAF: the right paragraph).
        five: share with a right article among the first five articles.
        mean_reciprocal: of the first right article's rank, 0 beyond ten.
        passage_first: share whose best passage holds the answer.
        passage_five: share with an answer in the best five passages.
        passage_mean_reciprocal: of the first such passage's rank, 0 beyond ten.
    """

    first: float
    five: float
    mean_reciprocal: float
    passage_first: float
    passage_five: float
    passage_mean_reciprocal: float

    @staticmethod
    def header() -> list[str]:
        """Return the names of the columns."""
        return ["R@1", "R@5", "MRR@10", "passage R@1", "R@5", "MRR@10"]

    def cells(self) -> list[str]:
        """Return the columns, three decimals each."""
        values = (self.first, self.five, self.mean_reciprocal)
        of_passages = (self.passage_first, self.passage_five, self.passage_mean_reciprocal)
        return [f"{value:.3f}" for value in (*values, *of_passages)]


def figures_of(questions: Sequence[Ranked | None], scores: Sequence[Floats | None]) -> Figures:
    """Measure a ranking of each question's candidates by its scores, higher is better."""
    articles = np.array([_article_rank(one, own) for one, own in zip(questions, scores, strict=True)])
    passages = np.array([_passage_rank(one, own) for one, own in zip(questions, scores, strict=True)])
    return Figures(*_means(articles), *_means(passages))


def _means(ranks: NDArray[np.int64]) -> tuple[float, float, float]:
    return float((ranks == 1).mean()), float((ranks <= 5).mean()), float(np.where(ranks <= 10, 1 / ranks, 0).mean())


def _article_rank(question: Ranked | None, scores: Floats | None) -> int:
    if question is None or scores is None or not question.right_article.any():
        return _NOT_FOUND
    order = np.argsort(-scores, kind="stable")
    articles = list(dict.fromkeys(question.articles[order].tolist()))
    return 1 + min(articles.index(one) for one in set(question.articles[question.right_article].tolist()))


def _passage_rank(question: Ranked | None, scores: Floats | None) -> int:
    if question is None or scores is None or not question.right.any():
        return _NOT_FOUND
    order = np.argsort(-scores, kind="stable")
    return 1 + int(np.flatnonzero(question.right[order])[0])
