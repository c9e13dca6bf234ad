"""Where the terms of a question are met in a sentence, and whether what binds them is met too.

A bag of words cannot tell "les soldats arméniens et les civils azerbaïdjanais" from its opposite. Two
bindings can, cheaply: a noun with the name right after it, and a word with the name it follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from assistant.retrieval.query import Query, QueryTerm

_SURE = 0.6
"""From this similarity on, two terms are taken to name the same thing: metonyms are, paraphrases may be."""
_FAMILY = 0.8
_BEGINNING = 5
_ENDING = 6
"""Letters two words of one family share at least, and may differ in length by at most."""
_NEAR = 3
"""Words between a noun and the name that specifies it: "le ministre russe", "le président de la Turquie"."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well one term of a question is met: similarity in [0, 1] and the position of the word; -1 for none."""

    similarity: float
    position: int


_Matched = tuple[QueryTerm, Match]


def match_terms(query: Query, terms: Sequence[tuple[str, int]]) -> tuple[Match, ...]:
    """Match each term of a question, in order, with the best of a sentence's terms."""
    places = _places(terms)
    return tuple(_best(term, places) for term in query.terms)


def similarities(query: Query, terms: AbstractSet[str], *, related: bool = False) -> tuple[float, ...]:
    """Return only how well each term of a question is met among ``terms``, in [0, 1].

    Args:
        query: the question.
        terms: index terms.
        related: whether a term that is only used alike counts too, by its weight.
    """
    return tuple(_met(term, terms, related=related) for term in query.terms)


def _met(term: QueryTerm, terms: AbstractSet[str], *, related: bool) -> float:
    own = term.alternatives
    found = max((own[other] for other in own.keys() & terms), default=0.0)
    if related:
        found = max(found, max((term.related[other] for other in term.related.keys() & terms), default=0.0))
    return found


def kin(query: Query, terms: AbstractSet[str], met: Sequence[float]) -> tuple[float, ...]:
    """Return ``met``, raised where a word of the same family is among ``terms``: "revendiquer" and "revendication".

    Stems keep such words apart. The longer the beginning that two share, the surer it is.

    Args:
        query: the question.
        terms: index terms of a text.
        met: how well each term of the question is met already, in [0, 1].
    """
    return tuple(
        value if value >= _FAMILY or term.is_name else max(value, family(term.term, terms))
        for term, value in zip(query.terms, met, strict=True)
    )


def family(term: str, terms: AbstractSet[str]) -> float:
    """Return how well a word of the same family among ``terms`` says a term, in [0, 0.8]."""
    if len(term) < _BEGINNING or term.isdigit():
        return 0.0
    beginning = term[:_BEGINNING]
    alike = (
        _beginning_shared(term, other)
        for other in terms
        if other.startswith(beginning) and abs(len(other) - len(term)) <= _ENDING
    )
    return min(0.4 + 0.1 * max((shared - _BEGINNING + 1 for shared in alike), default=-4), _FAMILY)


def _beginning_shared(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def bindings(query: Query, terms: Sequence[tuple[str, int]]) -> tuple[float, float]:
    """Compare nouns with the names that specify them, in the question and in a sentence.

    "Combien de soldats azerbaïdjanais": in a sentence on "soldats arméniens" the noun is bound to
    another name.

    Returns:
        ``(met, broken)``: shares, in [0, 1], of the question's noun-name pairs that the sentence has
        with the same name and with another one; both 0 when the question has no such pair.
    """
    pairs = _noun_name_pairs(query)
    if not pairs:
        return 0.0, 0.0
    places = _places(terms)
    names = [(term, position) for term, position in terms if term.startswith("@")]
    met = broken = 0
    for noun, name in pairs:
        bound = {
            other
            for alternative, weight in noun.alternatives.items()
            if weight >= _SURE
            for place in places.get(alternative, ())
            for other, position in names
            if 0 < position - place <= _NEAR
        }
        same = any(name.alternatives.get(other, 0.0) >= _SURE for other in bound)
        met += same
        broken += bool(bound) and not same
    return met / len(pairs), broken / len(pairs)


def agreement_of_agents(
    query: Query, terms: Sequence[tuple[str, int]], matches: Sequence[Match]
) -> tuple[float, float]:
    """Compare whom the words of a question and of a sentence follow.

    Whoever acts mostly stands before the verb: in "pourquoi l'Arménie a-t-elle lancé l'offensive", the
    first name is the agent; in "l'Azerbaïdjan a lancé une offensive", the name before the word is.

    Returns:
        ``(agreeing, opposing)``: shares, in [0, 1], of the matched words of the question that follow,
        in the sentence, the question's first name, and another name; both 0 without a name.
    """
    agent = next((term for term in query.terms if term.is_name and term.term.startswith("@")), None)
    if agent is None:
        return 0.0, 0.0
    names = [(term, position) for term, position in terms if term.startswith("@")]
    agreeing = opposing = words = 0
    for term, match in zip(query.terms, matches, strict=True):
        if term.is_name or match.similarity < _SURE or term.position < agent.position - 2:
            continue
        words += 1
        before = [name for name, position in names if position < match.position]
        if before:
            same = agent.alternatives.get(before[-1], 0.0) >= _SURE
            agreeing += same
            opposing += not same
    return (agreeing / words, opposing / words) if words else (0.0, 0.0)


def adjacency(query: Query, matches: Sequence[Match]) -> float:
    """Return the share, in [0, 1], of the question's neighbouring terms that are neighbours in the sentence."""
    pairs = near = 0
    for (left, left_match), (right, right_match) in _neighbours(query, matches):
        if right.position - left.position > _NEAR:
            continue
        pairs += 1
        if left_match.position >= 0 and right_match.position >= 0:
            near += abs(right_match.position - left_match.position) <= _NEAR
    return near / pairs if pairs else 0.0


def _neighbours(query: Query, matches: Sequence[Match]) -> Iterator[tuple[_Matched, _Matched]]:
    matched = list(zip(query.terms, matches, strict=True))
    return pairwise(matched)


def _places(terms: Sequence[tuple[str, int]]) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = {}
    for term, position in terms:
        places.setdefault(term, []).append(position)
    return places


def _best(term: QueryTerm, places: Mapping[str, Sequence[int]]) -> Match:
    found = [(weight, -places[other][0]) for other, weight in term.alternatives.items() if other in places]
    if not found:
        return Match(0.0, -1)
    similarity, place = max(found)
    return Match(similarity, -place)


def _noun_name_pairs(query: Query) -> list[tuple[QueryTerm, QueryTerm]]:
    """Nouns of the question with the name that specifies them: after the noun in French, before it in English."""
    pairs = []
    for left, right in pairwise(query.terms):
        noun, name = (left, right) if query.language == "fr" or right.term.startswith("@") else (right, left)
        if name.term.startswith("@") and not noun.is_name and abs(right.position - left.position) <= _NEAR:
            pairs.append((noun, name))
    return pairs
