"""Candidates from both indexes, fused into ranked hits.

The fusion is a convex sum of scores, each divided by the best of its kind (Bruch, Gai and Ingber 2023,
"An Analysis of Fusion Functions for Hybrid Retrieval"). Equal-weight reciprocal rank fusion was
measured to lose to BM25 alone with a small dense model; see eval/README.md.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.encoder import Encoder
from assistant.indexing.index import Index
from assistant.indexing.lexical import LexicalIndex
from assistant.retrieval.query import Query
from assistant.types import Hit

Scores = NDArray[np.float32]

_CANDIDATES = 200
"""How many passages each index proposes: deep enough that the fused top does not change with more."""


def search(
    index: Index,
    encoder: Encoder,
    query: Query,
    *,
    top_k: int,
    dense_weight: float,
    rows: Sequence[int] | NDArray[np.int64] | None = None,
) -> tuple[Hit, ...]:
    """Find the passages nearest to a question.

    Args:
        index: where to search.
        encoder: the one the index was built with.
        query: the question, parsed.
        top_k: how many hits at most.
        dense_weight: share of the dense score in the sum, in [0, 1].
        rows: search only these rows; None for all.

    Returns:
        Hits, best first; equal scores in order of passage. Every hit has a positive score.
    """
    if (rows is not None and not len(rows)) or not len(index.passages):
        return ()
    vector = encoder.encode([query.text], kind="query")[0]
    near, near_rows = index.dense.search(vector, top_k=_CANDIDATES, rows=rows)
    lexical = lexical_scores(index.lexical, query)
    candidates = np.union1d(near_rows, _best_rows(lexical, rows))
    similarity = index.dense.similarities(vector, candidates)
    bm25 = lexical[candidates]
    best_similarity = float(near.max(initial=0.0))
    near_part = _scaled(similarity, best_similarity)
    fused = dense_weight * near_part + (1 - dense_weight) * _scaled(bm25, float(bm25.max(initial=0.0)))
    order = [place for place in np.lexsort((candidates, -fused))[:top_k] if fused[place] > 0]
    return tuple(
        Hit(
            passage=index.passages[int(candidates[place])],
            rank=rank,
            score=float(fused[place]),
            similarity=float(similarity[place]),
            bm25=float(bm25[place]),
        )
        for rank, place in enumerate(order, 1)
    )


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
