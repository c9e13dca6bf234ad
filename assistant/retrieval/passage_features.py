"""What is measured of a passage that may answer a question; every number can be read and explained.

All candidates of a question are measured at once, with numpy. The weights that turn these into a score
are in ``assistant/model/ranker.json``, fitted by ``assistant/training/ranker.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.answer_signs import is_new
from assistant.retrieval.proximity import Nearness, nearness
from assistant.retrieval.read_passage import ReadPassage, TokenRows
from assistant.retrieval.weighed import PREFIX, Ways, Weighed

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_K1 = 1.2
_B = 0.5
_SENTENCE_TERMS = 14.0
"""A common length of sentences, in terms: it takes the place of the mean length in BM25."""

# Name to the sign its weight must have (0: any): a feature that speaks for a passage may not be turned
# against it by what else a training set happens to hold.
SIGNS: Mapping[str, int] = {
    "bm25": 1,  # of the passage and the title, of the most the question's terms could give
    "bm25_scaled": 1,  # of the best candidate's
    "bm25_first": 1,  # 1 / rank by BM25
    "bm25_article": 1,  # the best passage of the same article, of the best candidate
    "bm25_sentence": 1,  # the best sentence alone, of the most the terms could give
    "bm25_window": 1,  # the best two neighbouring sentences
    "similarity": 1,  # cosine of passage and question by the index's encoder
    "similarity_scaled": 1,  # of the best candidate's
    "similarity_first": 1,  # 1 / rank by cosine
    "similarity_standing": 1,  # standard deviations above the mean of the candidates
    "cosine": 1,  # by the shipped encoder, without the title
    "cosine_sentence": 1,  # of the best sentence
    "cosine_window": 1,  # of the best two neighbouring sentences
    "late_interaction": 1,  # mean over the question's tokens of the best cosine with a token of the passage
    "late_sentence": 1,  # the same within the best sentence
    "coverage_exact": 1,  # share of the question's weight met to the letter
    "coverage": 1,  # the same with alternatives
    "coverage_background": 1,  # the same, weights from the background press
    "coverage_related": 1,  # the same, terms used alike count in part
    "coverage_sentence": 1,  # with alternatives, in the best sentence
    "coverage_window": 1,  # in the best two neighbouring sentences
    "coverage_titled": 1,  # in the passage or its article's title
    "missing_most": -1,  # weight of the heaviest term not met, of the heaviest term
    "names_missing": -1,  # share of the question's names not met in the passage or the title
    "proximity": 1,  # how near the question's terms stand to each other, by weight
    "bigrams": 1,  # share of the question's neighbouring terms that are neighbours here, by weight
    "title_asked": 1,  # share of the title's terms that the question has
    "dates_met": 1,  # share of the question's dates written in the passage or agreeing with its article's date
    "type_held": 1,  # some sentence holds the kind of thing asked for; a half when nothing particular is
    "type_near": 1,  # how much of the question's weight is met around the best sentence that holds it
    "length": 0,  # log of the number of terms
    "lead": 0,  # 1 for the first passage of its article, falling
}
PASSAGE_FEATURES = tuple(SIGNS)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the search knows of the candidates, each array ``(n,)``.

    Attributes:
        bm25: of passage and title.
        article_bm25: the best of any passage of the same article.
        similarity: cosine by the index's encoder.
        titles: the columns of each one's title.
        dates_met: share of the question's dates, as :func:`assistant.retrieval.dates_met.dates_met` has it.
        number: place of each passage in its article.
    """

    bm25: Floats
    article_bm25: Floats
    similarity: Floats
    titles: Sequence[frozenset[int]]
    dates_met: Floats
    number: Floats


@dataclass(frozen=True, slots=True)
class Laid:
    """The candidates laid end to end: terms and sentences of all, in order.

    Attributes:
        columns: of all terms.
        sentence: the sentence of each term, counted over all candidates.
        places: the position of each term in its passage.
        first: the first sentence of each candidate, ``(n,)``.
        passage: the candidate of each sentence.
    """

    columns: Ints
    sentence: Ints
    places: Ints
    first: Ints
    passage: Ints


def passage_features(asked: Weighed, reads: Sequence[ReadPassage], standing: Standing, rows: TokenRows) -> Floats:
    """Measure the candidates of a question.

    Args:
        asked: the question.
        reads: the candidates, analysed; at least one.
        standing: what the search knows of them.
        rows: the vectors of tokens.

    Returns:
        ``(len(reads), len(PASSAGE_FEATURES))`` float64, features in that order.
    """
    laid = _lay(reads)
    values: dict[str, Floats] = {}
    values |= _of_search(asked, standing)
    values |= _of_vectors(asked, reads, laid, rows)
    values |= _of_terms(asked, reads, laid, standing)
    values["length"] = np.log1p(np.array([len(read.columns) for read in reads], dtype=np.float32))
    values["lead"] = 1 / (1 + standing.number)
    values["dates_met"] = standing.dates_met
    return np.stack([values[name] for name in PASSAGE_FEATURES], axis=1).astype(np.float64)


def _lay(reads: Sequence[ReadPassage]) -> Laid:
    counts = np.array([len(read.texts) for read in reads])
    first = np.cumsum(counts) - counts
    return Laid(
        columns=np.concatenate([read.columns for read in reads]).astype(np.int64),
        sentence=np.concatenate([read.of + start for read, start in zip(reads, first, strict=True)]).astype(np.int64),
        places=np.concatenate([read.places for read in reads]).astype(np.int64),
        first=first,
        passage=np.repeat(np.arange(len(reads)), counts),
    )


def _of_search(asked: Weighed, standing: Standing) -> dict[str, Floats]:
    best, nearest = standing.bm25.max(initial=0.0), standing.similarity.max(initial=0.0)
    spread = float(standing.similarity.std())
    return {
        "bm25": standing.bm25 / max(float(asked.idf.sum()), 1e-9),
        "bm25_scaled": _scaled(standing.bm25, best),
        "bm25_first": _reciprocal_rank(standing.bm25),
        "bm25_article": _scaled(standing.article_bm25, float(standing.article_bm25.max(initial=0.0))),
        "similarity": standing.similarity,
        "similarity_scaled": _scaled(standing.similarity, nearest),
        "similarity_first": _reciprocal_rank(standing.similarity),
        "similarity_standing": (standing.similarity - standing.similarity.mean()) / max(spread, 1e-6),
    }


def _of_vectors(asked: Weighed, reads: Sequence[ReadPassage], laid: Laid, rows: TokenRows) -> dict[str, Floats]:
    """Cosines, and ColBERT's MaxSim (Khattab and Zaharia 2020) over static token vectors."""
    unique, places = np.unique(np.concatenate([read.ids for read in reads]), return_inverse=True)
    vectors = rows.of(unique)
    near = vectors[:, :PREFIX]
    lengths = np.maximum(np.linalg.norm(near, axis=1), 1e-9)
    counts = np.array([len(read.ids) for read in reads])
    token_first = np.cumsum(counts) - counts
    starts = np.concatenate([read.starts + start for read, start in zip(reads, token_first, strict=True)])
    sums = np.add.reduceat((vectors @ asked.vector)[places], starts)
    norms = np.concatenate([read.norms for read in reads])
    of_sentence = sums / np.maximum(norms, 1e-9)
    whole = np.add.reduceat(sums, laid.first) / np.maximum(np.array([read.norm for read in reads]), 1e-9)
    best = np.maximum.reduceat(((near @ asked.tokens.T) / lengths[:, None])[places], starts, axis=0)
    late = best @ asked.token_weights
    late_whole = np.maximum.reduceat(best, laid.first, axis=0) @ asked.token_weights
    # Of two sentences of nearly orthogonal vectors the sum is as long as a right triangle's third side.
    pair = (sums + _next(sums, laid)) / np.maximum(np.hypot(norms, _next(norms, laid)), 1e-9)
    return {
        "cosine": whole.astype(np.float32),
        "cosine_sentence": np.maximum.reduceat(of_sentence, laid.first),
        "cosine_window": np.maximum.reduceat(pair, laid.first),
        "late_interaction": late_whole,
        "late_sentence": np.maximum.reduceat(late, laid.first),
    }


def _of_terms(asked: Weighed, reads: Sequence[ReadPassage], laid: Laid, standing: Standing) -> dict[str, Floats]:
    exact, _ = _met(asked.exact, asked, laid)
    met, often = _met(asked.ways, asked, laid)
    related, _ = _met(asked.related, asked, laid)
    related = np.maximum(met, related)
    whole = np.maximum.reduceat(met, laid.first, axis=0)
    titled = np.maximum(whole, np.stack([_met_in(asked.ways, title, len(asked.idf)) for title in standing.titles]))
    window = np.maximum(met, _next(met, laid))
    saturated = _saturated(often, laid.sentence, len(laid.passage))
    pair = _saturated(often + _next(often, laid), laid.sentence, len(laid.passage), double=True)
    near = _nearness(asked, laid, len(reads))
    held, held_near = _type_held(asked, reads, laid, _share(window, asked.idf))
    heaviest = float(asked.idf.max(initial=0.0))
    return {
        "bm25_sentence": np.maximum.reduceat(_share(saturated, asked.idf), laid.first),
        "bm25_window": np.maximum.reduceat(_share(pair, asked.idf), laid.first),
        "coverage_exact": _share(np.maximum.reduceat(exact, laid.first, axis=0), asked.idf),
        "coverage": _share(whole, asked.idf),
        "coverage_background": _share(whole, asked.background),
        "coverage_related": _share(np.maximum.reduceat(related, laid.first, axis=0), asked.idf),
        "coverage_sentence": np.maximum.reduceat(_share(met, asked.idf), laid.first),
        "coverage_window": np.maximum.reduceat(_share(window, asked.idf), laid.first),
        "coverage_titled": _share(titled, asked.idf),
        "missing_most": ((titled < 0.3) * asked.idf).max(axis=1, initial=0.0) / max(heaviest, 1e-9),
        "names_missing": ((titled < 0.5) & asked.names).sum(axis=1) / max(int(asked.names.sum()), 1),
        "proximity": near.proximity,
        "bigrams": near.bigrams,
        "title_asked": np.array([_title_asked(asked.ways, title) for title in standing.titles], dtype=np.float32),
        "type_held": held,
        "type_near": held_near,
    }


def _met(ways: Ways, asked: Weighed, laid: Laid) -> tuple[Floats, Floats]:
    """Return how well each sentence meets each term and how often, each ``(sentences, terms)``."""
    shape = (len(laid.passage), len(asked.idf))
    met, often = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
    where, way = hits(ways, laid.columns)
    place = (laid.sentence[where], ways.terms[way])
    np.maximum.at(met, place, ways.weights[way])
    np.add.at(often, place, ways.weights[way])
    return met, often


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


def _met_in(ways: Ways, columns: frozenset[int], terms: int) -> Floats:
    met = np.zeros(terms, dtype=np.float32)
    where, way = hits(ways, np.array(sorted(columns), dtype=np.int64))
    np.maximum.at(met, ways.terms[way], ways.weights[way])
    return met


def _title_asked(ways: Ways, title: frozenset[int]) -> float:
    return len(title & set(ways.columns.tolist())) / len(title) if title else 0.0


def _saturated(often: Floats, sentence: Ints, sentences: int, *, double: bool = False) -> Floats:
    """BM25's share of a term's weight by how often it comes and how long the sentence, or the pair, is."""
    lengths = np.bincount(sentence, minlength=sentences).astype(np.float32)[:, None] * (2 if double else 1)
    mean = _SENTENCE_TERMS * (2 if double else 1)
    return np.asarray(often * (_K1 + 1) / (often + _K1 * (1 - _B + _B * lengths / mean)), dtype=np.float32)


def _nearness(asked: Weighed, laid: Laid, passages: int) -> Nearness:
    where, way = hits(asked.ways, laid.columns)
    order = np.lexsort((laid.places[where], laid.passage[laid.sentence[where]]))
    where, way = where[order], way[order]
    return nearness(
        passage=laid.passage[laid.sentence[where]],
        place=laid.places[where],
        term=asked.ways.terms[way],
        weights=asked.idf,
        asked_at=np.array([term.position for term in asked.query.terms], dtype=np.int64),
        passages=passages,
    )


def _type_held(asked: Weighed, reads: Sequence[ReadPassage], laid: Laid, around: Floats) -> tuple[Floats, Floats]:
    kind = asked.query.answer_type
    if kind in ("what", "yes_no"):
        return np.full(len(reads), 0.5, dtype=np.float32), 0.5 * np.maximum.reduceat(around, laid.first)
    new = {sign: is_new(sign, asked.words) for read in reads for found in read.signs_of(kind) for sign in found}
    held = np.array([any(new[sign] for sign in found) for read in reads for found in read.signs_of(kind)])
    return (
        np.maximum.reduceat(held.astype(np.float32), laid.first),
        np.maximum.reduceat(held * around, laid.first).astype(np.float32),
    )


def _share(met: Floats, weights: Floats) -> Floats:
    return np.asarray(met @ weights / max(float(weights.sum()), 1e-9), dtype=np.float32)


def _next(values: Floats, laid: Laid) -> Floats:
    """Return, for each sentence, the value of the next one of its passage; 0 for the last."""
    after = np.zeros_like(values)
    same = laid.passage[1:] == laid.passage[:-1]
    after[:-1][same] = values[1:][same]
    return after


def _scaled(scores: Floats, best: float) -> Floats:
    return np.asarray(np.maximum(scores, 0) / best if best > 0 else np.zeros_like(scores), dtype=np.float32)


def _reciprocal_rank(scores: Floats) -> Floats:
    """1 / rank; equal scores share the best of their ranks."""
    return np.asarray(1.0 / (1 + (scores[None, :] > scores[:, None]).sum(axis=1)), dtype=np.float32)
