"""Where a figure was counted, against the place that a question asks about: a town's dead are not a country's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.figures.figures import Figure
from assistant.answering.figures.givers import clause_before
from assistant.answering.figures.places import placed_in
from assistant.answering.figures.question import names_of
from assistant.answering.figures.sides import sides_in
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.words import terms
from assistant.retrieval.query import QueryTerm
from assistant.types import Article

_SAYS = 0.65
_BESIDE = re.compile(r"(?<!\w)(?:après|avant|depuis|à la suite|malgré|alors qu|tandis qu|pendant qu)", re.IGNORECASE)
_ENDS = re.compile(rf"[,;]|\set\s(?=\d)|{_BESIDE.pattern}", re.IGNORECASE)
_DWELT = re.compile(
    r"(?<!\w)(?:habit\w+|résid\w+ (?:à|en)|viv\w+ (?:à|en)|venai\w+ d[eu’']|originaires? d[eu’'])\s?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*)"
)
_BEFORE = 2


def counted_there(
    figures: Sequence[Figure], places: Sequence[QueryTerm], sentence: Sentence, read: ReadArticle
) -> list[Figure]:
    """Return the figures of a sentence that can be of the places a question asks about.

    Args:
        figures: of the sentence, in order.
        places: terms of the question that name where: "à Suspa", "en Inde".
        sentence: the sentence.
        read: its article.
    """
    if not places:
        return list(figures)
    stretches = {figure.start: _stretch(figure, sentence) for figure in figures}
    there = [one for one in figures if is_placed(one, places, sentence)]
    if there:
        return there
    return [
        one
        for one in figures
        if not one.part and all(_may_be_in(place, one, stretches[one.start], sentence, read) for place in places)
    ]


def is_placed(figure: Figure, places: Sequence[QueryTerm], sentence: Sentence) -> bool:
    """Tell whether the words around a figure put it in one of the places: "19 morts à Adigrat", "À Adigrat, 19"."""
    stretch = _stretch(figure, sentence)
    said = placed_in(stretch) | placed_in(clause_before(figure, sentence)) | _dwelt_in(stretch)
    return any(_names(place, said) for place in places)


def _dwelt_in(words: str) -> frozenset[str]:
    """Return the terms of where those counted live: "onze habitaient Suspa", "trois venaient de Corvel"."""
    return frozenset(term for match in _DWELT.finditer(words) for term in terms(match["name"]))


def follows(figure: Figure, place: QueryTerm, sentence: Sentence) -> bool:
    """Tell whether a place stands right after a figure: "dont 131 à Corvel"."""
    return _names(place, placed_in(_stretch(figure, sentence)))


def is_headed(article: Article, places: Sequence[QueryTerm]) -> bool:
    """Tell whether an article's title names one of the places."""
    said = frozenset(terms(article.title or "")) | sides_in(article.title or "")
    return any(_names(place, said) for place in places)


def _may_be_in(place: QueryTerm, figure: Figure, stretch: str, sentence: Sentence, read: ReadArticle) -> bool:
    headline = read.article.title or ""
    if _names(place, frozenset(terms(sentence.text)) | sides_in(sentence.text)):
        return not _is_only_beside(place, figure, sentence)
    if placed_in(clause_before(figure, sentence)):
        return False
    others = {side for side in sides_in(headline) if not _names(place, frozenset({side}))}
    if _names(place, frozenset(terms(headline)) | sides_in(headline)):
        return not (place.term.startswith("@") and others)  # the dead of two countries are not those of one
    before = read.sentences[max(0, sentence.number - _BEFORE) : sentence.number]
    if _names(place, frozenset(term for one in before for term, _ in one.terms)):
        return True
    return not (placed_in(stretch) or (place.term.startswith("@") and others))


def _is_only_beside(place: QueryTerm, figure: Figure, sentence: Sentence) -> bool:
    """Tell whether a sentence names a place only in a clause that does not hold the figure: "après la découverte"."""
    for match in _BESIDE.finditer(sentence.text, figure.number):
        end = sentence.text.find(",", match.end())
        clause = sentence.text[match.start() : end if end >= 0 else len(sentence.text)]
        left = sentence.text.replace(clause, " ")
        if _names(place, frozenset(terms(clause))) and not _names(place, frozenset(terms(left))):
            return True
    return False


def _stretch(figure: Figure, sentence: Sentence) -> str:
    return _ENDS.split(sentence.text[figure.end - sentence.start :])[0]


def _names(place: QueryTerm, said: frozenset[str]) -> bool:
    known = names_of(place) | {other for other, weight in place.alternatives.items() if weight >= _SAYS}
    return not known.isdisjoint(said)
