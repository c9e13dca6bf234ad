"""Sentences and questions read for the tests of figures, without an index."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from assistant.answering.figures.question import figure_question
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.selection.sentences import ReadArticle, Sentence, analyse
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.words import terms
from assistant.retrieval.query import Query, parse_query
from assistant.types import Article, Published


@lru_cache(maxsize=1)
def _encoder() -> StaticEncoder:
    return StaticEncoder.shipped()


def read_of(text: str, published: str | None = "2021-03-10", *, title: str | None = None) -> ReadArticle:
    """Return an article of some text, with its sentences, published on a day."""
    date = Published(published, "day", "stated") if published else Published()
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(digest[:8], title, "La Gazette", None, (), date, None, "fr", text, "a.md", digest)
    return analyse(article, _encoder())


def sentence_of(text: str, published: str | None = "2021-03-10", *, place: int = 0) -> Sentence:
    """Return a sentence of some text."""
    return read_of(text, published).sentences[place]


def query_of(question: str, text: str = "") -> Query:
    """Return a question parsed over the words of a text and its own."""
    return parse_query(question, vocabulary=frozenset(terms(f"{question} {text}")))


def asked(question: str, text: str = "") -> FigureQuestion:
    """Return what a question that asks how many wants counted."""
    wanted = figure_question(query_of(question, text))
    assert wanted is not None, question
    return wanted
