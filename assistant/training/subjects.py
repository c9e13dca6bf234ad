"""Put articles on like subjects together, so that a batch's negatives are hard to tell from its answers.

Spherical k-means (Dhillon and Modha 2001, "Concept Decompositions for Large Sparse Text Data") of the
articles' openings, by the table as it is trained so far: the negatives grow harder as it learns.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse

ARTICLES_PER_SUBJECT = 110
_ROUNDS = 8
_TOKENS = 200
_DIMENSION = 256


def subjects(texts: Sequence[Sequence[int]], table: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Cluster texts.

    Args:
        texts: token ids; the first 200 of each are read.
        table: ``(vocabulary, dimension) float32``; its first 256 values are enough.
        rng: draws the first centres.

    Returns:
        The number of each text's cluster, ``(len(texts),)``; about 110 texts share one.
    """
    cut = [text[:_TOKENS] for text in texts]
    ends = np.cumsum([0, *map(len, cut)], dtype=np.int32)
    tokens = np.fromiter((token for text in cut for token in text), dtype=np.int32, count=int(ends[-1]))
    counts = scipy.sparse.csr_matrix((np.ones(len(tokens), np.float32), tokens, ends), shape=(len(cut), len(table)))
    counts.sum_duplicates()
    vectors = _unit(counts.sqrt() @ np.ascontiguousarray(table[:, :_DIMENSION]))
    count = max(1, len(texts) // ARTICLES_PER_SUBJECT)
    centres = vectors[rng.permutation(len(vectors))[:count]]
    nearest = (vectors @ centres.T).argmax(axis=1)
    for _ in range(_ROUNDS):
        members = scipy.sparse.csr_matrix((np.ones(len(nearest), np.float32), (nearest, np.arange(len(nearest)))))
        centres = _unit(members @ vectors)
        nearest = (vectors @ centres.T).argmax(axis=1)
    return np.asarray(nearest)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))
