"""How near the terms of a question stand to each other in a passage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.term_match import Laid, hits
from assistant.retrieval.weighed import Weighed

Floats = NDArray[np.float32]

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


def nearness(asked: Weighed, laid: Laid) -> Nearness:
    """Measure how near the terms of a question stand to each other in each candidate.

    A pair of terms is as near as its nearest two occurrences, ``1 / (1 + (distance - 1) / 8)``, and weighs
    the product of its terms' weights (after Rasolofo and Savoy 2003, "Term Proximity Scoring").
    """
    weights = asked.idf
    if len(weights) < 2:
        return Nearness(*np.zeros((2, len(laid.first)), dtype=np.float32))
    least = _least_distances(asked, laid)
    near = np.where(np.isinf(least), 0, 1 / (1 + np.maximum(least - 1, 0) / _REACH))
    both = np.triu(np.outer(weights, weights), k=1)
    gap = np.diff([term.position for term in asked.query.terms])
    weight = np.minimum(weights[:-1], weights[1:]) * (gap <= _NEIGHBOURS)
    left = np.arange(len(weights) - 1)
    neighbours = least[:, left, left + 1] <= np.maximum(gap, 1) + 1
    return Nearness(
        proximity=np.asarray((near * both).sum(axis=(1, 2)) / max(float(both.sum()), 1e-9), dtype=np.float32),
        bigrams=np.asarray(neighbours @ weight / max(float(weight.sum()), 1e-9), dtype=np.float32),
    )


def _least_distances(asked: Weighed, laid: Laid) -> Floats:
    """Return the words between each pair of terms where they are nearest, ``(n, terms, terms)``; inf for none."""
    where, way = hits(asked.ways, laid.columns)
    passage, place, term = laid.passage[laid.sentence[where]], laid.places[where], asked.ways.terms[way]
    least = np.full((len(laid.first), len(asked.idf), len(asked.idf)), np.inf, dtype=np.float32)
    for step in range(1, _LOOK + 1):
        pair = (passage[step:] == passage[:-step]) & (term[step:] != term[:-step])
        one, other = term[:-step][pair], term[step:][pair]
        distance = (place[step:] - place[:-step])[pair].astype(np.float32)
        np.minimum.at(least, (passage[step:][pair], np.minimum(one, other), np.maximum(one, other)), distance)
    return least
