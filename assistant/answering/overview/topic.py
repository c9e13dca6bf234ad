"""Which articles and sentences are of the topic an overview is asked of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.matching import similarities
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.retrieval.query import Query
from assistant.types import Article

_MET = 0.6
"""How alike a word of a sentence and one of the topic must be to say the same."""
_COVERED = 0.6
"""Share of the topic's words that an article must have to be about it."""
_COMMON = 0.3
"""Share of the sentences in scope from which on a topic word names what they are all about."""
_FEW = 8
"""So many articles may all be of the topic; of more, those that open with it."""


def fits_topic(topic: Query, read: Sequence[ReadArticle]) -> Callable[[Sentence], bool]:
    """Return whether a sentence is of the topic: it has its words, but for those that all the articles are about."""
    if not topic.terms:
        return lambda sentence: True
    met = {
        id(one): similarities(topic, {term for term, _ in one.terms}) for article in read for one in article.sentences
    }
    shares = [sum(row[place] >= _MET for row in met.values()) / max(1, len(met)) for place in range(len(topic.terms))]
    titled = [
        sum(similarities(topic, one.title_terms)[place] >= _MET for one in read) > len(read) / 2
        for place in range(len(topic.terms))
    ]
    telling = [place for place, share in enumerate(shares) if 0 < share < _COMMON and not titled[place]]
    return lambda sentence: sum(met[id(sentence)][place] >= _MET for place in telling) * 2 >= len(telling)


def about_topic(topic: Query, read: Sequence[ReadArticle]) -> list[ReadArticle]:
    """Return the articles that have the topic's words; of many, those that have them in the title or the lead."""
    about = [one for one in read if _covers(topic, one.frequencies.keys() | one.title_terms)]
    if len(about) <= _FEW:
        return about
    lead = [one for one in about if _covers(topic, _lead_terms(one))]
    return lead or about


def _covers(topic: Query, terms: AbstractSet[str]) -> bool:
    met = similarities(topic, terms)
    return sum(one >= _MET for one in met) >= _COVERED * len(met)


def _lead_terms(read: ReadArticle) -> frozenset[str]:
    return read.title_terms | {term for one in read.sentences[:2] for term, _ in one.terms}


def on_date(topic: Query, fits: Callable[[Sentence], bool]) -> Callable[[Sentence], bool]:
    """Return whether a sentence is of the topic and goes with the dates asked for."""
    return lambda sentence: fits(sentence) and not breaks_date(topic, sentence)


def published_on(topic: Query, article: Article) -> bool:
    """Tell whether an article was published at a time asked for, or may have been."""
    date = article.published.date or ""
    return any(
        str(one.year) == date[:4] and (one.month is None or date[5:7] in ("", f"{one.month:02d}"))
        for one in topic.dates
    )
