"""Publishers that a question asks about: those it names, or all, "selon les différents médias"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.answering.facets import Facet, facets
from assistant.language.folding import fold
from assistant.retrieval.query import Query
from assistant.types import Article

_MOST = 8
_BESIDE = 0.15
_BESIDE_UNASKED = 0.5
_NOUN = r"(?:medias?|journaux|journal|editeurs?|publications?|titres de presse|organes de presse|redactions?)"
_EVERY = re.compile(
    r"\b(?:selon|d'apres|compare[zr]?|que (?:disent|rapportent|ecrivent|racontent|affirment)|comment)"
    rf"[\w' ]{{0,24}}?\b(?:les|des|chaque|chacun des)\s(?:differente?s? |diverse?s? |autres? )?{_NOUN}"
    r"(?! (?:d'etat|officiel\w*|publics?|sociaux|locaux|d[eu']|\w+(?:ais|aise|aises|iens?|iennes?)\b|russes?|turcs?))"
    r"|\b(?:according to|what do|what does|how do|how does|compare(?: what)?)\s(?:each|all|every|the|different|various)"
    r"(?: of)?(?: the)?(?: different| various)?\s(?:publishers?|newspapers?|outlets?|media)\b(?! of)"
)
_WORDS = re.compile(
    rf"{_NOUN}|differente?s?|diverse?s?|publishers?|newspapers?|outlets?|various|rapport\w+|present\w+|couvr\w+"
)


def asks_every_publisher(query: Query) -> bool:
    """Tell whether a question asks what each publisher says without naming one."""
    return not query.publishers and _EVERY.search(fold(query.text)) is not None


def publishers_of(query: Query, articles: Iterable[Article]) -> tuple[str, ...]:
    """Return the publishers that a question wants a line of: those named, or the first few of the articles.

    Args:
        query: the question.
        articles: those found, best first.
    """
    if query.publishers or not asks_every_publisher(query):
        return query.publishers
    return tuple(dict.fromkeys(one.publisher for one in articles if one.publisher))[:_MOST]


def least_beside(query: Query) -> float:
    """Return the share of the threshold that a part must reach beside one that is sure.

    More where nobody named the publisher: one that has nothing on the point is to be said to have nothing.
    """
    return _BESIDE_UNASKED if asks_every_publisher(query) else _BESIDE


def facets_asked(query: Query, articles: Iterable[Article]) -> tuple[Facet, ...]:
    """Return the parts of a question, one for each publisher where it asks for all; see :func:`facets`.

    Args:
        query: the question.
        articles: those found, best first; an article of no known publisher is a part with the others of that kind.
    """
    if not asks_every_publisher(query):
        return facets(query)
    names = list(dict.fromkeys(one.publisher for one in articles))[:_MOST]
    own = replace(query, terms=tuple(term for term in query.terms if not _WORDS.fullmatch(fold(term.word))))
    return tuple(_of_publisher(own, name) for name in names) if own.terms else ()


def _of_publisher(query: Query, name: str | None) -> Facet:
    return Facet(query, lambda candidate: candidate.sentence.article.publisher == name)
