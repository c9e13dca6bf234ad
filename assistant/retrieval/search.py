"""From a question to hits: candidates from both indexes, ranked by a learned model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.encoder import Encoder
from assistant.indexing.index import Index
from assistant.retrieval.candidates import candidates
from assistant.retrieval.query import Query
from assistant.retrieval.ranker import Ranker
from assistant.types import Hit

RANKED = 40
"""How many candidates the ranker measures."""


def search(
    index: Index,
    encoder: Encoder,
    query: Query,
    *,
    top_k: int,
    dense_weight: float,
    rows: Sequence[int] | NDArray[np.int64] | None = None,
    ranker: Ranker | None = None,
) -> tuple[Hit, ...]:
    """Find the passages nearest to a question.

    Args:
        index: where to search.
        encoder: the one the index was built with.
        query: the question, parsed.
        top_k: how many hits at most.
        dense_weight: share of the dense score in the sum, in [0, 1].
        rows: search only these rows; None for all.
        ranker: ranks the first :data:`RANKED` candidates, or ``top_k`` if that is more; None to rank by
            the fused score alone.

    Returns:
        Hits, best first; equal scores in order of passage. Every hit has a positive score.
    """
    found = candidates(index, encoder, query, most=max(top_k, RANKED), dense_weight=dense_weight, rows=rows)
    scores: NDArray[np.floating] = found.fused if ranker is None else ranker.probabilities(query, found)
    order = np.lexsort((found.rows, -scores))[:top_k]
    return tuple(
        Hit(
            passage=index.passages[int(found.rows[place])],
            rank=rank,
            score=float(scores[place]),
            similarity=float(found.similarity[place]),
            bm25=float(found.bm25[place]),
        )
        for rank, place in enumerate(order, 1)
    )
