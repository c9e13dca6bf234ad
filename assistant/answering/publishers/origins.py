"""Which articles are one origin: reprints of each other, and agency copy that several publishers print.

Ten sites with one dispatch are one source. Texts are compared by their runs of five words (w-shingling and
containment: Broder, "On the resemblance and containment of documents", 1997), against the shorter one, so that a new
headline and a cut of more than half hide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.sentences import Sentence, print_order
from assistant.language.folding import fold, word_list
from assistant.types import Article

_RUN = 5
_REPRINT = 0.5
"""Least share of the shorter text's runs that the other has."""
_SAME_AGENCY = 0.3
"""The same where both name one agency: each may add as much of its own again."""
_FEWEST_WORDS = 6
"""A shorter sentence is written twice by chance."""


def origins(articles: Sequence[Article]) -> list[list[Article]]:
    """Part articles into origins; each article is in exactly one.

    Args:
        articles: a handful: every two are compared.

    Returns:
        Origins in order of their first article, the articles of each in the order given.
    """
    distinct = list({article.id: article for article in articles}.values())
    runs = {article.id: _runs(article.text) for article in distinct}
    leader = {article.id: article.id for article in distinct}
    for left, right in combinations(distinct, 2):
        agency = left.agency is not None and left.agency == right.agency
        if _containment(runs[left.id], runs[right.id]) >= (_SAME_AGENCY if agency else _REPRINT):
            joined, into = leader[right.id], leader[left.id]
            leader = {name: into if one == joined else one for name, one in leader.items()}
    found: dict[str, list[Article]] = {}
    for article in distinct:
        found.setdefault(leader[article.id], []).append(article)
    return list(found.values())


def once(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return sentences less those that an article before has word for word."""
    kept: dict[object, Sentence] = {}
    for one in sentences:
        kept.setdefault(printed_as(one), one)
    return list(kept.values())


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
    """Return the other articles that have a sentence word for word, each once."""
    words = printed_as(sentence)
    also = {one.article.id: one.article for one in others if printed_as(one) == words}
    return [article for name, article in sorted(also.items()) if name != sentence.article.id]


def _published(sentence: Sentence) -> tuple[str, str, str]:
    return sentence.article.published.date or "9999", *print_order(sentence.article)


def printed_as(sentence: Sentence) -> object:
    """Return what two prints of a sentence share; a short one stands for itself alone."""
    words = tuple(word_list(fold(sentence.text)))
    return words if len(words) >= _FEWEST_WORDS else (sentence.article.id, sentence.start)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = word_list(fold(text))
    return frozenset(tuple(words[place : place + _RUN]) for place in range(max(1, len(words) - _RUN + 1)))


def _containment(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> float:
    return len(left & right) / min(len(left), len(right))
