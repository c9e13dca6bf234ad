"""The names and numbers of a question against those of a sentence: missing, or another in their place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import fold, word_list
from assistant.language.numbers import find_numbers
from assistant.language.words import stem
from assistant.retrieval.query import Query, QueryTerm

_SURE = 0.6
_OPENS_WITH_NAME = re.compile(r"[–—\s]*[A-ZÉÈÎ][\w’'-]+ [A-ZÉÈÎ][\w’'-]+")
_LOOKED_BACK = 4
_BEFORE, _TITLED = 0.8, 0.5
_ORDINAL = {
    "premier": 1, "premiere": 1, "first": 1, "second": 2, "seconde": 2, "deuxieme": 2, "troisieme": 3, "third": 3,
    "quatrieme": 4, "fourth": 4, "cinquieme": 5, "fifth": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9,
    "dixieme": 10,
}  # fmt: skip
_MINISTER = re.compile(r"\bpremi(?:er|ere)s?[ -]ministres?\b|\bprime minister\b")
_LETTERED = re.compile(r"[^\W\d_]-(\d+)\b")


def names_unresolved(query: Query, places: Sequence[Collection[str]]) -> float:
    """Return the share of a question's names that none of some texts has.

    Args:
        query: the question.
        places: index terms of the sentence with its neighbours, of the title, of the opening.
    """
    names = [term for term in query.terms if term.is_name and not term.given]
    missing = [term for term in names if not any(_named(term, place) for place in places)]
    return len(missing) / len(names) if names else 0.0


def _named(term: QueryTerm, terms: Collection[str]) -> bool:
    return any(other in terms for other, weight in term.alternatives.items() if weight >= _SURE)


def name_swapped(query: Query, sentence: Sentence, around: Collection[str]) -> float:
    """Return the share of a question's names that are not said around a sentence that has another of their kind.

    Args:
        query: the question.
        sentence: the sentence.
        around: index terms of the sentence with its neighbours and the article's title.
    """
    names = [term for term in query.terms if term.is_name and not term.given]
    missing = [term for term in names if not _named(term, around)]
    if not missing:
        return 0.0
    asked = {other for term in query.terms for other in term.alternatives}
    inside = {stem(word) for name in sentence.names for word in word_list(name)} - asked
    places = {term for term, _ in sentence.terms if term.startswith("@")} - asked
    swapped = [term for term in missing if (places if term.term.startswith("@") else inside)]
    return len(swapped) / len(names)


def name_resolved(query: Query, sentences: Sequence[Sentence], place: int, title: Collection[str]) -> float:
    """Return how surely a sentence is about the names of the question, in [0, 1].

    A sentence without any of them ("Sa détention peut durer vingt jours") is about whoever was named last.

    Args:
        query: the question.
        sentences: of the article.
        place: which one.
        title: index terms of the article's title, which stands for the article where nobody is named before.

    Returns:
        1 when it has one of the names or the question has none, less when only the last one named before does.
    """
    names = [term for term in query.terms if term.is_name and not term.given]
    if not names or _any_of(names, sentences[place]):
        return 1.0
    if _OPENS_WITH_NAME.match(sentences[place].text):
        return 0.0
    for before in reversed(sentences[max(0, place - _LOOKED_BACK) : place]):
        if before.names or _OPENS_WITH_NAME.match(before.text) or any(term.startswith("@") for term, _ in before.terms):
            return _BEFORE if _any_of(names, before) else 0.0
    return _TITLED if any(_named(term, title) for term in names) else 0.0


def _any_of(names: Sequence[QueryTerm], sentence: Sentence) -> bool:
    return any(_named(term, sentence.said) for term in names)


def numbers_missing(query: Query, around: Iterable[str]) -> float:
    """Return the share of a question's numbers and ordinals, dates aside, that are not said around a sentence.

    "Les deux journalistes", "le troisième homme", "Tiangong-2".

    Args:
        query: the question.
        around: texts of the sentence, of its neighbours, the article's title.
    """
    wanted = _wanted(query.text, tuple((date.start, date.end) for date in query.dates))
    if not wanted:
        return 0.0
    said = _numbers(" ".join(around))
    return len(wanted - said) / len(wanted)


@lru_cache(maxsize=256)
def _wanted(question: str, dates: tuple[tuple[int, int], ...]) -> frozenset[tuple[str, float]]:
    for start, end in reversed(dates):
        question = question[:start] + " " * (end - start) + question[end:]
    return _numbers(question)


def ordinals(text: str) -> frozenset[int]:
    """Return the ordinals of a text, by their number; a Premier ministre is none."""
    return frozenset(_ORDINAL[word] for word in word_list(_MINISTER.sub(" ", fold(text))) if word in _ORDINAL)


def _numbers(text: str) -> frozenset[tuple[str, float]]:
    counted = {("count", number.value) for number in find_numbers(text) if number.value != 1}
    lettered = {("name", float(found)) for found in _LETTERED.findall(text)}
    ordinal = {("order", float(number)) for number in ordinals(text)}
    return frozenset(counted | lettered | ordinal)
