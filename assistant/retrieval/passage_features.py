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
from assistant.retrieval.late_interaction import Likeness, likeness
from assistant.retrieval.proximity import nearness
from assistant.retrieval.read_passage import ReadPassage, TokenRows
from assistant.retrieval.term_match import Laid, Met, hits, lay, met_terms, share
from assistant.retrieval.weighed import Weighed

Floats = NDArray[np.float32]
Features = NDArray[np.float64]
Ints = NDArray[np.int64]

# Name to the sign its weight must have (0: any): a feature that speaks for a passage may not be turned
# against it by what else a training set happens to hold. "Article" is what the candidates show of it: the
# best of those of one article.
SIGNS: Mapping[str, int] = {
    "bm25_scaled": 1,  # BM25 of passage and title, of the best candidate's
    "bm25_first": 1,  # 1 / rank by BM25
    "bm25_article": 1,  # the best passage of the article, of the best article's
    "bm25_sentence": 1,  # of the best sentence alone, of the most the question's terms could give
    "bm25_window": 1,  # of the best two neighbouring sentences
    "similarity_scaled": 1,  # cosine with the question by the index's encoder, of the best candidate's
    "similarity_standing": 1,  # the same cosine in standard deviations above the candidates' mean
    "cosine": 1,  # by the shipped encoder, title left out
    "cosine_sentence": 1,  # of the best sentence
    "cosine_article": 1,
    "late_interaction": 1,  # mean over the question's tokens of the best cosine with a token of the passage
    "late_sentence": 1,  # the same with a token of the best sentence
    "late_article": 1,
    "late_unmet": 1,  # the same, only tokens of terms that no candidate has to the letter
    "late_soft": 1,  # the same, only tokens of terms that this passage does not have to the letter
    "late_head": 1,  # the best cosine of the question's first term: "quelle religion", "quels facteurs"
    "coverage_exact": 1,  # share of the question's weight met to the letter
    "coverage": 1,  # the same with alternatives
    "coverage_sentence": 1,  # in the best sentence
    "coverage_window": 1,  # in the best two neighbouring sentences
    "coverage_titled": 1,  # in the passage or the title
    "coverage_article": 1,  # in any candidate of the article or the title
    "missing_most": -1,  # weight of the heaviest term met neither in passage nor title, of the heaviest term
    "names_missing": -1,  # share of the question's names met neither in passage nor title
    "proximity": 1,  # how near the question's terms stand to each other, by weight
    "bigrams": 1,  # share of the question's neighbouring terms that are neighbours here, by weight
    "title_asked": 1,  # share of the title's terms that the question has
    "dates_met": 1,  # share of the question's dates written in the passage or agreeing with its article's date
    "type_held": 1,  # some sentence holds the kind of thing asked for; a half when nothing particular is
    "type_near": 1,  # how much of the question's weight is met around the best sentence that holds it
}
PASSAGE_FEATURES = tuple(SIGNS)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the search knows of the candidates, each ``(n,)``.

    Attributes:
        bm25: of passage and title.
        article_bm25: the best of any passage of the same article.
        similarity: cosine by the index's encoder.
        articles: a number for the article of each, from 0.
        titles: the terms of each one's title, as columns of the lexical index.
        dates_met: share of the question's dates that each is of.
    """

    bm25: Floats
    article_bm25: Floats
    similarity: Floats
    articles: Ints
    titles: Sequence[frozenset[int]]
    dates_met: Floats


def passage_features(asked: Weighed, reads: Sequence[ReadPassage], standing: Standing, rows: TokenRows) -> Features:
    """Measure the candidates of a question.

    Args:
        asked: the question.
        reads: the candidates, analysed; at least one.
        standing: what the search knows of them.
        rows: the vectors of tokens.

    Returns:
        ``(len(reads), len(PASSAGE_FEATURES))``, features in that order.
    """
    laid = lay(reads)
    values = {
        **_of_search(standing),
        **_of_vectors(asked, likeness(asked, reads, laid, rows), standing),
        **_of_terms(asked, reads, laid, met_terms(asked, laid), standing),
        "dates_met": standing.dates_met,
    }
    return np.stack([values[name] for name in PASSAGE_FEATURES], axis=1).astype(np.float64)


def _of_search(standing: Standing) -> dict[str, Floats]:
    spread = max(float(standing.similarity.std()), 1e-6)
    return {
        "bm25_scaled": _scaled(standing.bm25),
        "bm25_first": _reciprocal_rank(standing.bm25),
        "bm25_article": _scaled(standing.article_bm25),
        "similarity_scaled": _scaled(standing.similarity),
        "similarity_standing": (standing.similarity - standing.similarity.mean()) / spread,
    }


def _of_vectors(asked: Weighed, like: Likeness, standing: Standing) -> dict[str, Floats]:
    tokens = like.tokens
    unmet = asked.term_tokens * (tokens.max(axis=0) < _TO_THE_LETTER)
    return {
        "cosine": like.cosine,
        "cosine_sentence": like.cosine_sentence,
        "cosine_article": _best_of_article(like.cosine, standing.articles),
        "late_interaction": tokens @ asked.token_weights,
        "late_sentence": like.late_sentence,
        "late_article": _best_of_article(tokens, standing.articles) @ asked.token_weights,
        "late_unmet": tokens @ unmet,
        "late_soft": (tokens * (tokens < _TO_THE_LETTER)) @ asked.term_tokens,
        "late_head": tokens @ asked.head_tokens,
    }


def _of_terms(
    asked: Weighed, reads: Sequence[ReadPassage], laid: Laid, met: Met, standing: Standing
) -> dict[str, Floats]:
    in_title = np.stack([_met_in_title(asked, title) for title in standing.titles])
    titled = np.maximum(met.passage, in_title)
    near = nearness(asked, laid)
    around = share(met.window, asked.idf)
    held, held_near = _type_held(asked, reads, laid, around)
    names = max(int(asked.names.sum()), 1)
    return {
        "bm25_sentence": met.bm25_sentence,
        "bm25_window": met.bm25_window,
        "coverage_exact": share(met.exact, asked.idf),
        "coverage": share(met.passage, asked.idf),
        "coverage_sentence": laid.best(share(met.sentence, asked.idf)),
        "coverage_window": laid.best(around),
        "coverage_titled": share(titled, asked.idf),
        "coverage_article": share(_best_of_article(titled, standing.articles), asked.idf),
        "missing_most": _heaviest_missing(titled, asked.idf),
        "names_missing": ((titled < _SURE) & asked.names).sum(axis=1).astype(np.float32) / names,
        "proximity": near.proximity,
        "bigrams": near.bigrams,
        "title_asked": np.array([_title_asked(asked, title) for title in standing.titles], dtype=np.float32),
        "type_held": held,
        "type_near": held_near,
    }


_TO_THE_LETTER = 0.98
"""Cosine from which two tokens are the same one."""
_SURE = 0.5
_MISSING = 0.3


def _met_in_title(asked: Weighed, title: frozenset[int]) -> Floats:
    met = np.zeros(len(asked.idf), dtype=np.float32)
    _, way = hits(asked.ways, np.array(sorted(title), dtype=np.int64))
    np.maximum.at(met, asked.ways.terms[way], asked.ways.weights[way])
    return met


def _title_asked(asked: Weighed, title: frozenset[int]) -> float:
    return len(title.intersection(asked.ways.columns.tolist())) / len(title) if title else 0.0


def _heaviest_missing(met: Floats, weights: Floats) -> Floats:
    missing = ((met < _MISSING) * weights).max(axis=1, initial=0.0)
    return np.asarray(missing / max(float(weights.max(initial=0.0)), 1e-9), dtype=np.float32)


def _type_held(asked: Weighed, reads: Sequence[ReadPassage], laid: Laid, around: Floats) -> tuple[Floats, Floats]:
    kind = asked.query.answer_type
    if kind in ("what", "yes_no"):
        return np.full(len(reads), 0.5, dtype=np.float32), 0.5 * laid.best(around)
    signs = [found for read in reads for found in read.signs_of(kind)]
    new = {sign: is_new(sign, asked.words) for sign in frozenset().union(*signs)}
    held = np.array([any(new[sign] for sign in found) for found in signs], dtype=np.float32)
    return laid.best(held), laid.best(held * around)


def _best_of_article(values: Floats, articles: Ints) -> Floats:
    """Return, for each candidate, the best value of the candidates of its article."""
    best = np.full((int(articles.max()) + 1, *values.shape[1:]), -np.inf, dtype=np.float32)
    np.maximum.at(best, articles, values)
    return np.asarray(best[articles], dtype=np.float32)


def _scaled(scores: Floats) -> Floats:
    best = float(scores.max(initial=0.0))
    return np.asarray(np.maximum(scores, 0) / best if best > 0 else np.zeros_like(scores), dtype=np.float32)


def _reciprocal_rank(scores: Floats) -> Floats:
    """1 / rank; equal scores share the best of their ranks."""
    return np.asarray(1.0 / (1 + (scores[None, :] > scores[:, None]).sum(axis=1)), dtype=np.float32)
