"""Candidates from both indexes, best first by their fused scores.

The fusion is a convex sum of scores, each divided by the best of its kind (Bruch, Gai and Ingber 2023,
"An Analysis of Fusion Functions for Hybrid Retrieval"). Equal-weight reciprocal rank fusion was
measured to lose to BM25 alone with a small dense model; see eval/README.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.encoder import Encoder
from assistant.indexing.index import Index
from assistant.indexing.lexical import LexicalIndex
from assistant.retrieval.query import Query

Scores = NDArray[np.float32]

_CANDIDATES = 200
"""How many passages each index proposes: deep enough that the fused top does not change with more."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What both indexes propose for a question, best first by the fused score; equal scores in order of row.

    Attributes:
        rows: of the index, ``(n,)``.
        fused: convex sum of the two scores, each divided by the best of its kind; positive.
        similarity: cosine of question and passage embeddings.
        bm25: lexical score.
        lexical: lexical score of every row of the index.
        vector: the question's embedding.
    """

    rows: NDArray[np.int64]
    fused: Scores
    similarity: Scores
    bm25: Scores
    lexical: Scores
    vector: Scores


def candidates(
    index: Index,
    encoder: Encoder,
    query: Query,
    *,
    most: int,
    dense_weight: float,
    rows: Sequence[int] | NDArray[np.int64] | None = None,
) -> Candidates:
    """Return the ``most`` best passages by the fused score.

    Args:
        index: where to search.
        encoder: the one the index was built with.
        query: the question, parsed.
        most: how many at most.
        dense_weight: share of the dense score in the sum, in [0, 1].
        rows: search only these rows; None for all.
    """
    lexical = lexical_scores(index.lexical, query)
    vector = encoder.encode([query.text], kind="query")[0]
    if (rows is not None and not len(rows)) or not len(index.passages):
        none = np.zeros(0, dtype=np.float32)
        return Candidates(np.zeros(0, dtype=np.int64), none, none, none, lexical, vector)
    near, near_rows = index.dense.search(vector, top_k=_CANDIDATES, rows=rows)
    proposed = np.union1d(near_rows, _best_rows(lexical, rows))
    similarity = index.dense.similarities(vector, proposed)
    bm25 = lexical[proposed]
    near_part = _scaled(similarity, float(near.max(initial=0.0)))
    fused = dense_weight * near_part + (1 - dense_weight) * _scaled(bm25, float(bm25.max(initial=0.0)))
    order = np.lexsort((proposed, -fused))[:most]
    order = order[fused[order] > 0]
    return Candidates(proposed[order], fused[order], similarity[order], bm25[order], lexical, vector)


def lexical_scores(lexical: LexicalIndex, query: Query) -> Scores:
    """Score every passage: for each term of the question, the best of the ways to say it.

    Returns:
        ``(n,)`` float32, BM25 summed over the question's terms; an alternative counts by its weight.
    """
    total = np.zeros(lexical.count, dtype=np.float32)
    for term in query.terms:
        lexical.add_best(total, term.alternatives)
    return total


def _best_rows(scores: Scores, rows: Sequence[int] | NDArray[np.int64] | None) -> NDArray[np.int64]:
    allowed = np.arange(len(scores)) if rows is None else np.asarray(rows, dtype=np.int64)
    matching = allowed[scores[allowed] > 0]
    if len(matching) > _CANDIDATES:  # so that a few are sorted, not all; all that equal the last of them stay
        values = scores[matching]
        matching = matching[values >= np.partition(values, -_CANDIDATES)[-_CANDIDATES]]
    return matching[np.lexsort((matching, -scores[matching]))][:_CANDIDATES]


def _scaled(scores: Scores, best: float) -> Scores:
    return np.asarray(np.maximum(scores, 0) / best if best > 0 else np.zeros_like(scores), dtype=np.float32)
