"""Which articles are one origin: reprints of each other, and agency copy that several publishers print.

Ten sites with one dispatch are one source. Texts are compared by their runs of five words (w-shingling and
containment: Broder, "On the resemblance and containment of documents", 1997), against the shorter one, so that a new
headline and a cut of more than half hide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.sentences import Sentence, print_order
from assistant.language.folding import fold, word_list
from assistant.types import Article

_RUN = 5
_REPRINT = 0.45
"""Least share of the shorter text's runs that the other has."""
_SAME_AGENCY = 0.3
"""The same where both name one agency: each may add as much of its own again."""
_FEWEST_WORDS = 6
"""A shorter sentence is written twice by chance."""
_FEWEST_OF_CUT = 8
"""The same for what two sentences have of each other."""
_DATELINE = re.compile(r"^[^.«»()]{2,60}\((?:[A-ZÉ]{2,6}|Agence [^)]{2,30}|[A-Z][a-z]+ [Nn]ews)\)\s?[-–—:]?\s")


def origins(articles: Sequence[Article], *, between: Iterable[Article] = ()) -> list[list[Article]]:
    """Part articles into origins; each article is in exactly one.

    Args:
        articles: a handful: every two are compared.
        between: further articles by which two may be one: each reprints another part of a third.

    Returns:
        Origins in order of their first article, the articles of each in the order given.
    """
    given = {article.id for article in articles}
    distinct = list({article.id: article for article in (*articles, *between)}.values())
    runs = {article.id: _runs(article.text) for article in distinct}
    leader = {article.id: article.id for article in distinct}
    for left, right in combinations(distinct, 2):
        if leader[left.id] == leader[right.id]:
            continue
        agency = left.agency is not None and left.agency == right.agency
        if _containment(runs[left.id], runs[right.id]) >= (_SAME_AGENCY if agency else _REPRINT):
            joined, into = leader[right.id], leader[left.id]
            leader = {name: into if one == joined else one for name, one in leader.items()}
    found: dict[str, list[Article]] = {}
    for article in distinct:
        if article.id in given:
            found.setdefault(leader[article.id], []).append(article)
    return list(found.values())


def once(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return sentences less those that an article before has word for word, or a cut or the whole of."""
    kept: list[Sentence] = []
    for one in sentences:
        if not any(_is_print(one, other) for other in kept):
            kept.append(one)
    return kept


def earliest_prints(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return candidates in their order, of those that several articles print only the one published first.

    A reprint is dated later than what it says.
    """
    first: dict[object, Candidate] = {}
    for one in candidates:
        known = first.get(printed_as(one.sentence))
        if known is None or _published(one.sentence) < _published(known.sentence):
            first[printed_as(one.sentence)] = one
    return [one for one in candidates if first[printed_as(one.sentence)] is one]


def printed_also(sentence: Sentence, others: Iterable[Sentence]) -> list[Article]:
    """Return the other articles that have a sentence word for word, or a cut of it or the whole, each once."""
    also = {one.article.id: one.article for one in others if _is_print(sentence, one)}
    return [article for name, article in sorted(also.items()) if name != sentence.article.id]


def _published(sentence: Sentence) -> tuple[str, str, str]:
    return sentence.article.published.date or "9999", *print_order(sentence.article)


def printed_as(sentence: Sentence) -> object:
    """Return what two prints of a sentence share; a short one stands for itself alone."""
    words = _spoken(sentence.text)
    return words if len(words) >= _FEWEST_WORDS else (sentence.article.id, sentence.start)


def _is_print(one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences are one, or one is a cut of the other: "a précisé le préfet lors d'un point"."""
    if printed_as(one) == printed_as(other):
        return True
    short, long = sorted((_spoken(one.text), _spoken(other.text)), key=len)
    if len(short) < _FEWEST_OF_CUT:
        return False
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


@lru_cache(maxsize=4096)
def _spoken(text: str) -> tuple[str, ...]:
    """Return the words of a sentence without the place, day and agency that open a dispatch."""
    return tuple(word_list(fold(_DATELINE.sub("", text))))


@lru_cache(maxsize=256)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = word_list(fold(text))
    return frozenset(tuple(words[place : place + _RUN]) for place in range(max(1, len(words) - _RUN + 1)))


def _containment(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> float:
    return len(left & right) / min(len(left), len(right))
