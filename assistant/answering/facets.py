"""The parts of a question that asks for several things: a statement is owed to each.

"Que disent Euronews et Sputnik ?", "en 2020 comme en 2023", "les positions de la Turquie et de la France".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answering.candidates import Candidate
from assistant.answering.confidence import goes_with
from assistant.answering.matching import similarities
from assistant.language.folding import fold
from assistant.retrieval.query import Query, QueryTerm

Facet = Callable[[Candidate], bool]

_COMPARES = re.compile(
    r"\b(?:compar\w*|differe\w*|diverge\w*|oppose\w*|respecti\w*|chaque|chacun\w*|both|each|versus|evolu\w*|contrair\w*"
    r"|plutot|entre|between|than|plus .* que|camps?|positions?|versions?|points? de vue|accord)\b"
)
_NAMED = 0.6


def facets(query: Query) -> tuple[Facet, ...]:
    """Return a test for each part of a question; none when it asks for one thing.

    Publishers are told apart first, then dates, then, where the question compares, names.
    """
    if len(query.publishers) > 1:
        return tuple(_of_publisher(name) for name in query.publishers)
    if len(query.dates) > 1:
        return tuple(_of_date(place, query) for place in range(len(query.dates)))
    names = [term for term in query.terms if term.term.startswith("@")]
    joined = [
        (left, right)
        for left, right in zip(names, names[1:], strict=False)
        if re.search(r"\b(?:et|and|ou|or|que|contre|vs)\b", _between(query, left, right))
    ]
    if joined and _COMPARES.search(fold(query.text)):
        return tuple(_of_name(query, name) for name in joined[0])
    return ()


def best_of_each(parts: Sequence[Facet], found: Sequence[Candidate]) -> list[int]:
    """Return the places of the best candidate of each part, in order of the parts, no sentence twice."""
    places: list[int] = []
    for part in parts:
        place = next((place for place, one in enumerate(found) if place not in places and part(one)), None)
        if place is not None:
            places.append(place)
    return places


def _of_publisher(name: str) -> Facet:
    return lambda candidate: candidate.sentence.article.publisher == name


def _of_date(place: int, query: Query) -> Facet:
    return lambda candidate: goes_with(query.dates[place], candidate)


def _of_name(query: Query, name: QueryTerm) -> Facet:
    place = query.terms.index(name)

    def named(candidate: Candidate) -> bool:
        terms = {term for term, _ in candidate.sentence.terms}
        return similarities(query, terms)[place] >= _NAMED

    return named


def _between(query: Query, left: QueryTerm, right: QueryTerm) -> str:
    folded = fold(query.text)
    start, end = folded.find(fold(left.word)), folded.rfind(fold(right.word))
    return folded[start + len(left.word) : end] if 0 <= start < end and end - start < 40 else ""
