"""Whether terms that are neighbours in a question are neighbours in a passage."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.term_match import Laid, hits
from assistant.retrieval.weighed import Weighed

Floats = NDArray[np.float32]

_NEIGHBOURS = 3
"""Words from a term to the next that still are a phrase: "ministre de la Santé"."""
_LOOK = 3
"""Terms of the question that may stand between two whose distance is taken."""


def bigrams(asked: Weighed, laid: Laid) -> Floats:
    """Return the share of the question's neighbouring terms that are neighbours in each candidate, ``(n,)``.

    Two are neighbours where they stand as near as in the question, or one word farther; a pair weighs
    what the lighter of its terms weighs.
    """
    if len(asked.idf) < 2:
        return np.zeros(len(laid.first), dtype=np.float32)
    gap = np.diff([term.position for term in asked.query.terms])
    weights = np.minimum(asked.idf[:-1], asked.idf[1:]) * (gap <= _NEIGHBOURS)
    near = _distances(asked, laid) <= np.maximum(gap, 1) + 1
    return np.asarray(near @ weights / max(float(weights.sum()), 1e-9), dtype=np.float32)


def _distances(asked: Weighed, laid: Laid) -> Floats:
    """Return the words between each term and the next where they are nearest, ``(n, terms - 1)``; inf for nowhere."""
    where, way = hits(asked.ways, laid.columns)
    passage, place, term = laid.passage[laid.sentence[where]], laid.places[where], asked.ways.terms[way]
    least = np.full((len(laid.first), len(asked.idf) - 1), np.inf, dtype=np.float32)
    for step in range(1, _LOOK + 1):
        one, other = term[:-step], term[step:]
        pair = (passage[step:] == passage[:-step]) & (np.abs(one - other) == 1)
        distance = (place[step:] - place[:-step])[pair].astype(np.float32)
        np.minimum.at(least, (passage[step:][pair], np.minimum(one, other)[pair]), distance)
    return least
