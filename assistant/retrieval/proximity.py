"""How near the terms of a question stand to each other in a passage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_REACH = 8.0
"""Words at which two terms are half as near as side by side."""
_NEIGHBOURS = 3
"""Words between terms that still are a phrase: "le ministre de la Santé"."""
_LOOK = 3
"""Terms of the question that may stand between two whose distance is taken."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """Of each passage, ``(n,)`` in [0, 1]: nearness of all pairs of terms; neighbouring terms that are neighbours."""

    proximity: Floats
    bigrams: Floats


def nearness(
    *, passage: Ints, place: Ints, term: Ints, weights: Floats, asked_at: Ints, passages: int
) -> Nearness:
    """Measure how near the terms met stand to each other.

    A pair of terms is as near as its nearest two occurrences, ``1 / (1 + distance / 8)``, and weighs
    the product of its terms' weights (after Rasolofo and Savoy 2003, "Term Proximity Scoring").

    Args:
        passage: of each term met, in order.
        place: position of its word in the passage, in order within each passage.
        term: which term of the question is met.
        weights: of the question's terms.
        asked_at: position of each term's word in the question.
        passages: how many there are.
    """
    terms = len(weights)
    near = np.zeros((passages, terms, terms), dtype=np.float32)
    least = np.full((passages, terms, terms), 1e6, dtype=np.float32)
    for step in range(1, _LOOK + 1):
        same = (passage[step:] == passage[:-step]) & (term[step:] != term[:-step])
        at, left, right = passage[step:][same], term[:-step][same], term[step:][same]
        distance = (place[step:] - place[:-step])[same].astype(np.float32)
        pair = (at, np.minimum(left, right), np.maximum(left, right))
        np.minimum.at(least, pair, distance)
    found = least < 1e6
    near[found] = 1 / (1 + np.maximum(least[found] - 1, 0) / _REACH)
    both = np.triu(np.outer(weights, weights), k=1)
    total = float(both.sum())
    proximity = (near * both).sum(axis=(1, 2)) / total if total else np.zeros(passages)
    following = np.arange(terms - 1)
    if not len(following):
        return Nearness(proximity.astype(np.float32), np.zeros(passages, dtype=np.float32))
    gap = np.diff(asked_at)
    phrase = gap <= _NEIGHBOURS
    weight = np.minimum(weights[:-1], weights[1:]) * phrase
    adjacent = least[:, following, following + 1] <= np.maximum(gap, 1) + 1
    bigrams = (adjacent * weight).sum(axis=1) / max(float(weight.sum()), 1e-9)
    return Nearness(proximity.astype(np.float32), bigrams.astype(np.float32))
