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
from assistant.retrieval.bigrams import bigrams
from assistant.retrieval.late_interaction import Likeness, likeness
from assistant.retrieval.read_passage import ReadPassage, ReadTitle, TokenRows
from assistant.retrieval.term_match import Laid, Met, lay, met_in_titles, met_terms, share
from assistant.retrieval.weighed import Weighed

Floats = NDArray[np.float32]
Features = NDArray[np.float64]
Ints = NDArray[np.int64]

# Name to the sign its weight must have (0: any): a feature that speaks for a passage may not be turned
# against it by what else a training set happens to hold.
SIGNS: Mapping[str, int] = {
    "bm25_first": 1,  # 1 / rank by BM25
    "bm25_article": 1,  # the best passage of the article, of the best article's
    "similarity_whole": 1,  # cosine of question and whole article by the index's encoder
    "cosine": 1,  # of question and passage by the shipped encoder, whatever encoder the index has
    "late_sentence": 1,  # mean over the question's tokens of the best cosine with a token of the best sentence
    "late_article": 1,  # the same with a token of any candidate of the article or its title
    "late_sharp": 1,  # the same, each cosine to the fourth power: what is nearly the same token counts
    "late_unmet": 1,  # of the passage, only for tokens of terms that no candidate has to the letter
    "coverage_begun": 1,  # share of the question's weight met in passage or title; words that begin alike, in part
    "begun_unmet": 1,  # only what begins alike adds
    "names_missing": -1,  # share of the question's names met neither in passage nor title
    "bigrams": 1,  # share of the question's neighbouring terms that are neighbours here, by weight
    "title_asked": 1,  # share of the title's terms that the question has
    "dates_met": 1,  # share of the question's dates written in the passage or agreeing with its article's date
    "type_held": 1,  # some sentence holds the kind of thing asked for; a half when nothing particular is
}
PASSAGE_FEATURES = tuple(SIGNS)

_TO_THE_LETTER = 0.98
"""Cosine from which two tokens are the same one."""
_SURE = 0.5
_MISSING = 0.3


@dataclass(frozen=True, slots=True)
class Standing:
    """What the search knows of the candidates, each ``(n,)``.

    Attributes:
        bm25: of passage and title.
        article_bm25: the best of any passage of the same article.
            cosine: by the shipped encoder.
        articles: which of ``titles`` is of each one's article.
        titles: of the articles.
        whole: cosine of the question with the whole article, by the index's encoder.
        dates_met: share of the question's dates that each is of.
    """

    bm25: Floats
    article_bm25: Floats
    cosine: Floats
    articles: Ints
    titles: Sequence[ReadTitle]
    whole: Floats
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
        **_of_vectors(asked, likeness(asked, reads, standing.titles, laid, rows), standing),
        **_of_terms(asked, reads, laid, met_terms(asked, laid), standing),
        "dates_met": standing.dates_met,
    }
    return np.stack([values[name] for name in PASSAGE_FEATURES], axis=1).astype(np.float64)


def _of_search(standing: Standing) -> dict[str, Floats]:
    return {
        "bm25_first": _reciprocal_rank(standing.bm25),
        "bm25_article": _scaled(standing.article_bm25),
        "similarity_whole": standing.whole,
        "cosine": standing.cosine,
    }


def _of_vectors(asked: Weighed, like: Likeness, standing: Standing) -> dict[str, Floats]:
    article = np.maximum(_best_of_articles(like.tokens, standing), like.titles)[standing.articles]
    unmet = asked.term_tokens * (like.tokens.max(axis=0) < _TO_THE_LETTER)
    return {
        "late_sentence": like.late_sentence,
        "late_article": article @ asked.token_weights,
        "late_sharp": article**4 @ asked.token_weights,
        "late_unmet": like.tokens @ unmet,
    }


def _of_terms(
    asked: Weighed, reads: Sequence[ReadPassage], laid: Laid, met: Met, standing: Standing
) -> dict[str, Floats]:
    titled = np.maximum(met.passage, met_in_titles(asked.ways, standing.titles, len(asked.idf))[standing.articles])
    begun = np.maximum(met.begun, met_in_titles(asked.begun, standing.titles, len(asked.idf))[standing.articles])
    names = max(int(asked.names.sum()), 1)
    return {
        "coverage_begun": share(begun, asked.idf),
        "begun_unmet": share(met.begun * (met.passage < _MISSING), asked.idf),
        "names_missing": ((titled < _SURE) & asked.names).sum(axis=1).astype(np.float32) / names,
        "bigrams": bigrams(asked, laid),
        "title_asked": np.array([_title_asked(asked, one) for one in standing.titles], dtype=np.float32)[
            standing.articles
        ],
        "type_held": _type_held(asked, reads, laid),
    }


def _title_asked(asked: Weighed, title: ReadTitle) -> float:
    said = set(asked.ways.columns.tolist())
    return sum(column in said for column in title.columns.tolist()) / max(len(title.columns), 1)


def _type_held(asked: Weighed, reads: Sequence[ReadPassage], laid: Laid) -> Floats:
    kind = asked.query.answer_type
    if kind in ("what", "yes_no"):
        return np.full(len(reads), 0.5, dtype=np.float32)
    signs = [found for read in reads for found in read.signs_of(kind)]
    new = {sign: is_new(sign, asked.words) for sign in frozenset().union(*signs)}
    return laid.best(np.array([any(new[sign] for sign in found) for found in signs], dtype=np.float32))


def _best_of_articles(values: Floats, standing: Standing) -> Floats:
    """Return the best value of the candidates of each article, ``(articles, ...)``."""
    best = np.full((len(standing.titles), *values.shape[1:]), -np.inf, dtype=np.float32)
    np.maximum.at(best, standing.articles, values)
    return best


def _scaled(scores: Floats) -> Floats:
    best = float(scores.max(initial=0.0))
    return np.asarray(np.maximum(scores, 0) / best if best > 0 else np.zeros_like(scores), dtype=np.float32)


def _reciprocal_rank(scores: Floats) -> Floats:
    """1 / rank; equal scores share the best of their ranks."""
    return np.asarray(1.0 / (1 + (scores[None, :] > scores[:, None]).sum(axis=1)), dtype=np.float32)
