"""Where the terms of a question are met in the candidates' sentences, for all candidates at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.read_passage import ReadPassage, ReadTitle
from assistant.retrieval.weighed import Ways, Weighed

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Laid:
    """The candidates laid end to end: terms and sentences of all, in order.

    Attributes:
        columns: of all terms, as columns of the lexical index.
        places: the position of each term in its passage.
        sentence: the sentence of each term, counted over all candidates.
        passage: the candidate of each sentence.
        first: the first sentence of each candidate, ``(n,)``.
    """

    columns: Ints
    places: Ints
    sentence: Ints
    passage: Ints
    first: Ints

    def best(self, of_sentences: Floats) -> Floats:
        """Return the best of each candidate's sentences, from ``(sentences, ...)``."""
        return np.asarray(np.maximum.reduceat(of_sentences, self.first, axis=0), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Met:
    """How well each term of the question is met, in [0, 1].

    Attributes:
        passage: in each candidate, ``(n, terms)``.
        begun: by what begins alike too, in each candidate, ``(n, terms)``.
    """

    passage: Floats
    begun: Floats


def lay(reads: Sequence[ReadPassage]) -> Laid:
    """Lay candidates, at least one, end to end."""
    counts = np.array([len(read.texts) for read in reads])
    first = np.cumsum(counts) - counts
    return Laid(
        columns=np.concatenate([read.columns for read in reads]).astype(np.int64),
        places=np.concatenate([read.places for read in reads]).astype(np.int64),
        sentence=np.concatenate([read.of + start for read, start in zip(reads, first, strict=True)]).astype(np.int64),
        passage=np.repeat(np.arange(len(reads)), counts),
        first=first,
    )


def met_terms(asked: Weighed, laid: Laid) -> Met:
    """Match the terms of a question, and their alternatives, with every sentence."""
    return Met(passage=laid.best(_met(asked.ways, asked, laid)), begun=laid.best(_met(asked.begun, asked, laid)))


def met_in_titles(ways: Ways, titles: Sequence[ReadTitle], terms: int) -> Floats:
    """Return how well each title meets each term of the question, ``(titles, terms)``."""
    met = np.zeros((len(titles), terms), dtype=np.float32)
    title = np.repeat(np.arange(len(titles)), [len(one.columns) for one in titles])
    where, way = hits(ways, np.concatenate([one.columns for one in titles]))
    np.maximum.at(met, (title[where], ways.terms[way]), ways.weights[way])
    return met


def share(met: Floats, weights: Floats) -> Floats:
    """Return the share of the weights that is met, ``(n,)``, from ``(n, terms)``."""
    return np.asarray(met @ weights / max(float(weights.sum()), 1e-9), dtype=np.float32)


def hits(ways: Ways, columns: Ints) -> tuple[Ints, Ints]:
    """Find the ways to say something among terms.

    Returns:
        The places in ``columns`` and the ways met there, ``(hits,)`` each; a term that says two things comes twice.
    """
    left = np.searchsorted(ways.columns, columns, side="left")
    counts = np.searchsorted(ways.columns, columns, side="right") - left
    where = np.repeat(np.arange(len(columns)), counts)
    ends = np.cumsum(counts)
    return where, np.arange(len(where)) - np.repeat(ends - counts, counts) + np.repeat(left, counts)


def _met(ways: Ways, asked: Weighed, laid: Laid) -> Floats:
    """Return how well each sentence meets each term, ``(sentences, terms)``."""
    met = np.zeros((len(laid.passage), len(asked.idf)), dtype=np.float32)
    where, way = hits(ways, laid.columns)
    np.maximum.at(met, (laid.sentence[where], ways.terms[way]), ways.weights[way])
    return met
