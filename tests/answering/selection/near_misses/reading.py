"""Questions and sentences as they are read, for the tests of this folder."""

from __future__ import annotations

from assistant.answering.selection.sentences import Sentence, analyse
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.words import terms
from assistant.retrieval.query import Query, parse_query
from assistant.types import Article, Published


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of an article that is this text."""
    article = Article("a", None, None, None, (), Published(), None, "fr", text, "a.txt", text)
    return analyse(article, StaticEncoder.shipped()).sentences


def sentence_of(text: str) -> Sentence:
    """Return the first of them."""
    return sentences_of(text)[0]


def query_of(question: str, text: str = "") -> Query:
    """Return a question, parsed over a corpus that has the words of a text."""
    return parse_query(question, vocabulary=set(terms(text)))
