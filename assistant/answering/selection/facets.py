"""The parts of a question that asks for several things: a statement is owed to each.

"Que disent Euronews et Sputnik ?", "en 2020 comme en 2023", "les positions de la Turquie et de la France".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.dates import goes_with
from assistant.answering.selection.matching import similarities
from assistant.language.folding import fold, word_list
from assistant.retrieval.query import Query, QueryTerm


@dataclass(frozen=True, slots=True)
class Facet:
    """One part of a question: what it asks, and which sentences can answer that part."""

    query: Query
    allows: Callable[[Candidate], bool]


_COMPARES = re.compile(
    r"\b(?:compar\w*|differe\w*|diverge\w*|oppose\w*|respecti\w*|chaque|chacun\w*|both|each|versus|evolu\w*|contrair\w*"
    r"|disent|rapportent|affirment|demandent|annoncent"
    r"|pensent|plutot|entre|between|than|plus .* que|camps?|positions?|versions?|points? de vue|selon .* selon)\b"
)
_NAMED = 0.6
_JOINING = re.compile(r"\b(?:et|and|ou|or|que)\b")
_SETTING_APART = re.compile(r"\b(?:et|and|ou|or|que|contre|vs)\b")
_SECOND_CLAUSE = re.compile(r"\b(?:et|and)\s+(?=combien|que\b|qu'|qui\b|quel|comment|pourquoi|quand|how|who|what|when)")


def compares(query: Query) -> bool:
    """Tell whether a question sets things against each other, so that one sentence on both may not do."""
    return _COMPARES.search(fold(query.text)) is not None


def asks_twice(query: Query) -> bool:
    """Tell whether a question has two clauses that each ask."""
    return _SECOND_CLAUSE.search(fold(query.text)) is not None


def facets(query: Query) -> tuple[Facet, ...]:
    """Return the parts of a question; none when it asks for one thing.

    Publishers and dates are told apart first, then clauses that each ask, then two names joined by "et".
    """
    sources = [_of_publisher(query, name) for name in query.publishers]
    days = [_of_date(query, place) for place in range(len(query.dates))]
    if len(sources) > 1 or len(days) > 1 or (sources and days and compares(query)):
        return tuple(sources if len(sources) > 1 else days if not sources else [*sources, *days])
    clauses = _of_clauses(query)
    if clauses:
        return clauses
    names = [term for term in query.terms if term.is_name]
    # "X a-t-il porté plainte contre Y ?" asks one thing of both; "la Turquie contre la France" sets two apart.
    joining = _JOINING if query.answer_type == "yes_no" else _SETTING_APART
    joined = [pair for pair in pairwise(names) if joining.search(_between(query, *pair))]
    if joined:
        left, right = joined[0]
        return (_of_name(query, left, other=right), _of_name(query, right, other=left))
    return ()


def _of_clauses(query: Query) -> tuple[Facet, ...]:
    """Split "combien ... et combien ...": the second clause keeps the first one's words but its last."""
    match = _SECOND_CLAUSE.search(fold(query.text))
    if match is None:
        return ()
    border = len(word_list(fold(query.text)[: match.start()]))
    first = tuple(term for term in query.terms if term.position < border)
    second = tuple(term for term in query.terms if term.position >= border)
    if not first or not second:
        return ()
    parts = (replace(query, terms=first), replace(query, terms=(*first[:-1], *second)))
    return tuple(Facet(part, lambda candidate: True) for part in parts)


def _of_publisher(query: Query, name: str) -> Facet:
    part = replace(query, publishers=(name,), dates=())
    return Facet(part, lambda candidate: candidate.sentence.article.publisher == name)


def _of_date(query: Query, place: int) -> Facet:
    date = query.dates[place]
    return Facet(replace(query, dates=(date,), publishers=()), lambda candidate: goes_with(date, candidate.sentence))


def _of_name(query: Query, name: QueryTerm, *, other: QueryTerm) -> Facet:
    own = replace(query, terms=tuple(term for term in query.terms if term is not other))
    place = own.terms.index(name)

    def named(candidate: Candidate) -> bool:
        terms = {term for term, _ in candidate.sentence.terms}
        return similarities(own, terms)[place] >= _NAMED

    return Facet(own, named)


def _between(query: Query, left: QueryTerm, right: QueryTerm) -> str:
    folded = fold(query.text)
    start, end = folded.find(fold(left.word)), folded.rfind(fold(right.word))
    return folded[start + len(left.word) : end] if 0 <= start < end and end - start < 40 else ""
