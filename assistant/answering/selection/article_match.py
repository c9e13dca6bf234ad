"""How a question meets a whole article, and which of its terms tell the article's sentences apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from assistant.answering.selection.asked import GIVEN, Asked, lightness
from assistant.answering.selection.context import Context
from assistant.answering.selection.matching import similarities
from assistant.answering.selection.sentences import ReadArticle, Vectors
from assistant.answering.selection.speakers.asked_speaker import Offices
from assistant.retrieval.query import QueryTerm

_TO_THE_LETTER = 0.98
"""Cosine from which two tokens are the same one."""


@dataclass(frozen=True, slots=True)
class ArticleMatch:
    """How a question meets a whole article, computed once for all its sentences.

    Attributes:
        met: how well each term of the question is met anywhere in the article or its title.
        met_related: the same, terms used alike count in part.
        met_first: in the title or the first two sentences.
        focus: weight of each term for telling the article's sentences apart.
        cosine: of the question and the article's centroid.
        late: best cosine of each token of the question in each sentence, ``(sentences, tokens)``: ColBERT's
            MaxSim (Khattab & Zaharia 2020) over static token vectors.
        alike: the same for each term, ``(sentences, terms)``: the mean over its tokens.
        context: how its sentences meet the question one by one, and with those around them.
        offices: what the people of this and other articles are.
        token_unmet: ``(tokens,)``: the weight of tokens of terms that no sentence has to the letter.
    """

    met: tuple[float, ...]
    met_related: tuple[float, ...]
    met_first: tuple[float, ...]
    focus: tuple[float, ...]
    cosine: float
    late: Vectors
    alike: Vectors
    context: Context
    offices: Offices
    token_unmet: Vectors


def match_article(asked: Asked, read: ReadArticle, *, offices: Offices = MappingProxyType({})) -> ArticleMatch:
    """Match a question with a whole article.

    Args:
        asked: the question.
        read: the article.
        offices: what people are, see :func:`assistant.answering.selection.asked_speaker.offices_in`.
    """
    query = asked.query
    first = read.opening_terms | read.title_terms
    context = Context(query, read, already=asked.words, offices=offices)
    everywhere = read.title_terms.union(*(context.said(place) for place in range(len(read.sentences))))
    late = _late(asked, read)
    return ArticleMatch(
        met=similarities(query, everywhere),
        met_related=similarities(query, everywhere, related=True),
        met_first=similarities(query, first),
        focus=tuple(_focus(term, read) for term in query.terms),
        cosine=float(asked.vector @ read.centroid),
        late=late,
        alike=late @ asked.term_means,
        context=context,
        offices=offices,
        token_unmet=asked.term_tokens * (late.max(axis=0) < _TO_THE_LETTER),
    )


def _late(asked: Asked, read: ReadArticle) -> Vectors:
    counts = np.array([len(sentence.token_vectors) for sentence in read.sentences])
    late = np.zeros((len(counts), len(asked.token_vectors)), dtype=np.float32)
    held = counts > 0
    if held.any() and len(asked.token_vectors):
        vectors = np.concatenate([sentence.token_vectors for sentence in read.sentences])
        starts = (np.cumsum(counts) - counts)[held]
        late[held] = np.maximum.reduceat(vectors @ asked.token_vectors.T, starts, axis=0)
    return late


def _focus(term: QueryTerm, read: ReadArticle) -> float:
    """Weigh a term by its rarity among the article's sentences; one that names the article's subject is given."""
    ways = [other for other, weight in term.alternatives.items() if weight >= 0.5]
    held = sum(read.frequencies.get(other, 0) for other in ways)
    total = len(read.sentences)
    weight = math.log(1 + (max(total - held, 0) + 0.5) / (held + 0.5))
    light = lightness(term)
    return weight * (min(light, GIVEN) if any(other in read.title_terms for other in ways) else light)
