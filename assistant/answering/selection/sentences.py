"""The sentences of an article, analysed once: what every question is matched against."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.dates import DateMention, find_dates
from assistant.language.folding import word_list
from assistant.language.numbers import Number, find_numbers
from assistant.language.phrases import terms_with_phrases
from assistant.language.sentences import sentences
from assistant.retrieval.answer_signs import names_in
from assistant.types import Article

Vectors = NDArray[np.float32]

_PREFIX = 256
_DATELINE = re.compile(r"[A-ZÀ-Ý][\w’' -]{2,30}(?:, \d[\w ]{2,20})? \([^()]{2,30}\)\s*[-–—]\s")
_BULLET = re.compile(r"[-•*·▪]\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article, analysed.

    Attributes:
        start: offset in ``article.text``.
        end: offset, exclusive.
        number: its place in the article, from 0.
        terms: index terms with the position of their word, in order; an expression also by what it is read as.
        dates: dates written in it.
        numbers: numbers in it that are not part of a date.
        names: capitalised words inside it, folded.
        vector: embedding by the shipped encoder, ``(dim,)``, L2 norm 1.
        token_vectors: see :func:`late_vectors`.
        said: the distinct index terms.
    """

    article: Article
    start: int
    end: int
    number: int
    terms: tuple[tuple[str, int], ...]
    dates: tuple[DateMention, ...]
    numbers: tuple[Number, ...]
    names: frozenset[str]
    vector: Vectors = field(repr=False)
    token_vectors: Vectors = field(repr=False)
    said: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Gather the terms once: every question looks them up."""
        object.__setattr__(self, "said", frozenset(term for term, _ in self.terms))

    @property
    def text(self) -> str:
        """The sentence to the letter."""
        return self.article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article with its sentences and what sets them apart from each other.

    Attributes:
        sentences: in order.
        title_terms: index terms of the title; empty without one.
        opening_terms: index terms of its first two sentences.
        frequencies: index term to the number of sentences that hold it.
        centroid: mean of the sentences' embeddings, L2 norm 1: what the whole article is about.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    title_terms: frozenset[str]
    opening_terms: frozenset[str]
    frequencies: Mapping[str, int]
    centroid: Vectors = field(repr=False)


def print_order(article: Article) -> tuple[str, str]:
    """Return what orders articles of one day: the publisher, so that the names of the files decide last."""
    return article.publisher or "", article.id


class SentenceReader:
    """Splits and analyses articles on demand, and remembers the most recent ones.

    Args:
        encoder: the shipped static encoder, whatever encoder the index was built with: the scorer was
            trained on its cosines.
        capacity: articles remembered; a large corpus is not kept in memory twice.
    """

    def __init__(self, encoder: StaticEncoder, *, capacity: int = 512) -> None:
        self._encoder = encoder
        self._capacity = capacity
        self._read: dict[str, ReadArticle] = {}

    def read(self, article: Article) -> ReadArticle:
        """Return an article with its sentences, analysed."""
        known = self._read.pop(article.id, None)
        if known is None or known.article.sha256 != article.sha256:
            known = analyse(article, self._encoder)
            if len(self._read) >= self._capacity:
                self._read.pop(next(iter(self._read)))
        self._read[article.id] = known  # the most recently used is last
        return known


def analyse(article: Article, encoder: StaticEncoder) -> ReadArticle:
    """Split an article into sentences and analyse each."""
    spans = [_without_bullet(article.text, start, end) for start, end in sentences(article.text)]
    vectors = encoder.encode([article.text[start:end] for start, end in spans], kind="document")
    found = tuple(
        _sentence(article, start, end, number, vectors[number], encoder) for number, (start, end) in enumerate(spans)
    )
    return _read_article(article, found)


def _without_bullet(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out the mark of a list item, which a reader of the page may have written, not the journalist."""
    bullet = _BULLET.match(text, start, end)
    return (bullet.end(), end) if bullet and bullet.end() < end else (start, end)


def rest_of(read: ReadArticle, kept: Sequence[Sentence]) -> ReadArticle:
    """Return an article as if it had only some of its sentences; used to make questions unanswerable."""
    return _read_article(read.article, tuple(kept))


def _read_article(article: Article, found: tuple[Sentence, ...]) -> ReadArticle:
    centroid = np.sum([sentence.vector for sentence in found], axis=0)
    return ReadArticle(
        article=article,
        sentences=tuple(replace(sentence, number=number) for number, sentence in enumerate(found)),
        title_terms=frozenset(term for term, _ in terms_with_phrases(article.title or "")),
        opening_terms=frozenset(term for sentence in found[:2] for term, _ in sentence.terms),
        frequencies=Counter(term for sentence in found for term in {term for term, _ in sentence.terms}),
        centroid=centroid / max(float(np.linalg.norm(centroid)), 1e-9),
    )


def _sentence(article: Article, start: int, end: int, number: int, vector: Vectors, encoder: StaticEncoder) -> Sentence:
    text = article.text[start:end]
    dates = find_dates(text)
    return Sentence(
        article=article,
        start=start,
        end=end,
        number=number,
        terms=_placed_terms(text),
        dates=dates,
        numbers=tuple(_counts(text, dates)),
        names=names_in(text),
        vector=vector,
        token_vectors=late_vectors(encoder, text)[0],
    )


def _placed_terms(text: str) -> tuple[tuple[str, int], ...]:
    """Return the terms of a sentence; where a dispatch was sent from is not what it says."""
    line = _DATELINE.match(text)
    first = len(word_list(line.group())) if line else 0
    return tuple((term, position) for term, position in terms_with_phrases(text) if position >= first)


def _counts(text: str, dates: Sequence[DateMention]) -> list[Number]:
    dated = {place for date in dates for place in range(date.start, date.end)}
    return [number for number in find_numbers(text) if number.start not in dated]


def late_vectors(encoder: StaticEncoder, text: str) -> tuple[Vectors, Vectors]:
    """Return what late interaction needs of a text.

    Returns:
        The vectors of its tokens, ``(n, 256)`` float32, each of L2 norm 1, and the length each had,
        ``(n,)``: how much the token weighs in a mean. The prefix of the vectors is trained to stand
        alone, and keeps a long article's vectors small.
    """
    vectors = encoder.token_vectors(text)[:, :_PREFIX]
    lengths = np.linalg.norm(vectors, axis=1)
    return vectors / np.maximum(lengths, 1e-9)[:, None], lengths
