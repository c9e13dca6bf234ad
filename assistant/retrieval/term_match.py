"""Where the terms of a question are met in the candidates' sentences, for all candidates at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.read_passage import ReadPassage
from assistant.retrieval.weighed import Ways, Weighed

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_K1 = 1.2
_B = 0.5
_SENTENCE_TERMS = 14.0
"""A common length of sentences, in terms: it takes the place of the mean length in BM25."""


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

    def next(self, of_sentences: Floats) -> Floats:
        """Return, for each sentence, the value of the next one of its passage; 0 for the last."""
        after = np.zeros_like(of_sentences)
        same = self.passage[1:] == self.passage[:-1]
        after[:-1][same] = of_sentences[1:][same]
        return after


@dataclass(frozen=True, slots=True)
class Met:
    """How well each term of the question is met, in [0, 1].

    Attributes:
        sentence: in each sentence, ``(sentences, terms)``.
        window: in each sentence or the next, ``(sentences, terms)``.
        passage: in each candidate, ``(n, terms)``.
        exact: to the letter in each candidate, ``(n, terms)``.
        bm25_sentence: of the best sentence of each candidate, ``(n,)``, of the most it could be.
        bm25_window: of the best two neighbouring sentences.
    """

    sentence: Floats
    window: Floats
    passage: Floats
    exact: Floats
    bm25_sentence: Floats
    bm25_window: Floats


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
    exact, _ = _met(asked.exact, asked, laid)
    met, often = _met(asked.ways, asked, laid)
    lengths = np.bincount(laid.sentence, minlength=len(laid.passage)).astype(np.float32)
    pair_lengths = lengths + laid.next(lengths)
    return Met(
        sentence=met,
        window=np.maximum(met, laid.next(met)),
        passage=laid.best(met),
        exact=laid.best(exact),
        bm25_sentence=laid.best(_bm25(often, lengths, asked.idf, mean=_SENTENCE_TERMS)),
        bm25_window=laid.best(_bm25(often + laid.next(often), pair_lengths, asked.idf, mean=2 * _SENTENCE_TERMS)),
    )


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


def _met(ways: Ways, asked: Weighed, laid: Laid) -> tuple[Floats, Floats]:
    """Return how well each sentence meets each term and how often, each ``(sentences, terms)``."""
    shape = (len(laid.passage), len(asked.idf))
    met, often = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    where, way = hits(ways, laid.columns)
    place = (laid.sentence[where], ways.terms[way])
    np.maximum.at(met, place, ways.weights[way])
    np.add.at(often, place, ways.weights[way])
    return met, often


def _bm25(often: Floats, lengths: Floats, idf: Floats, *, mean: float) -> Floats:
    """BM25 of stretches of text, of the most the question's terms could give."""
    room = _K1 * (1 - _B + _B * lengths[:, None] / mean)
    return share(np.asarray(often * (_K1 + 1) / (often + room), dtype=np.float32), idf)
