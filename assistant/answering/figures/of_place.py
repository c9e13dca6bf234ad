"""Figures of the place that a question names: a town's dead are not its country's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from assistant.answering.figures.befallen import APART
from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.givers import is_one_of
from assistant.answering.figures.places import placed_in
from assistant.answering.figures.points import Point
from assistant.answering.figures.whereabouts import follows, is_headed, is_placed
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.words import terms
from assistant.retrieval.query import QueryTerm

_SAYS = 0.6
_LEAD = 3
_EVERYWHERE = 0.5
"""Share of the articles that name a place which the others need not."""
_OPENING = 0.4
"""Share of them that name it in the headline or the lead: a place named in passing is one among others."""
_PLACED = 0.2
"""Most of the sentences with numbers that may name it then."""
_MORE, _MUCH_MORE = 1.6, 8.0
"""How many times the nearest figure there one may be, at the same time and at another."""
_SAME_TIME_DAYS = 6
_SINCE = re.compile(r"(?<!\w)depuis (?:le (?:début|\d)|la (?:mi|fin)|février|mars|avril|mai|juin|juillet|août)(?!\w)")
_NAME = re.compile(r"(?<!\w)(?:d[eu] |de la |à |d[’'])[A-ZÀ-Þ]")
_WIDER = re.compile(
    r"(?<!\w)(?:dans (?:tout )?le pays|dans l[’']ensemble|à l[’']échelle|au niveau national|à travers le pays"
    r"|sur tout le territoire)(?!\w)",
    re.IGNORECASE,
)
"""What makes a figure one of more than the place that its sentence or headline names."""


def of_there(points: Sequence[Point], places: Sequence[QueryTerm]) -> list[Point]:
    """Return points, best first; where any is put in the place asked about, none of elsewhere or of more."""
    there = [one for one in points if _names_place(one, places)]
    put = [one for one in there if is_placed(one.figures[-1], places, one.sentence)]
    local = {one.sentence.article.id for one in put if not is_headed(one.sentence.article, places)}
    others = [
        one
        for one in points
        if one not in there
        and one.sentence.article.id not in local
        and not placed_in(one.sentence.text)
        and not _is_of_more(one)
        and not _WIDER.search(one.sentence.text)
        and _is_no_more(one, there)
    ]
    found = [*there, *others] if there else points
    return sorted(found, key=lambda one: -one.score)


def _is_of_more(point: Point) -> bool:
    """Tell whether a figure is of all since a beginning, or its words name whose: "les tués de Massawi"."""
    named = any(_NAME.search(figure.counted) for figure in point.figures)
    return named or _SINCE.search(point.sentence.text) is not None


def _is_no_more(point: Point, there: Sequence[Point]) -> bool:
    """Tell whether a figure can be of a place by its size: of its country it would be far higher at the same time."""
    day = point.when.day
    dated = [one for one in there if day and one.when.day and one.figures]
    nearest = min(dated, key=lambda one: abs((one.when.day - day).days) if day and one.when.day else 0, default=None)
    if nearest is None or day is None or nearest.when.day is None:
        return True
    most = _MORE if abs((nearest.when.day - day).days) <= _SAME_TIME_DAYS else _MUCH_MORE
    return point.value <= most * max(nearest.value, 1.0)


def _names_place(point: Point, places: Sequence[QueryTerm]) -> bool:
    text = APART.sub(" ", point.sentence.text)  # not "312 cas, dont 228 à Suspa"
    said = {*terms(text), *(term for one in point.before for term, _ in one.terms)}
    named = any(is_one_of(place, said) for place in places)
    return is_placed(point.figures[-1], places, point.sentence) or (named and not _WIDER.search(text))


def places_beside(named: Sequence[QueryTerm], articles: Iterable[ReadArticle]) -> frozenset[str]:
    """Return the terms of the places that articles have beside names; none of a country, empty without a name."""
    beside: set[str] = set()
    for one in articles if named else ():
        if all(_ways(name) & one.frequencies.keys() for name in named):
            beside |= placed_in(one.article.text) | placed_in(one.article.title or "")
    return frozenset(term for term in beside if not term.startswith("@"))


def _ways(place: QueryTerm) -> frozenset[str]:
    return frozenset({other for other, weight in place.alternatives.items() if weight >= _SAYS} | {place.term})


def _opening(read: ReadArticle) -> list[frozenset[str]]:
    return [read.title_terms, *(one.said for one in read.sentences[:_LEAD])]


def is_everywhere(place: QueryTerm, articles: Collection[ReadArticle], counting: Sequence[Sentence]) -> bool:
    """Tell whether most articles name a place and few sentences that count do: then the others are about it too."""
    ways = _ways(place)
    if any(
        one.part and follows(one, place, sentence)
        for sentence in counting
        if not ways.isdisjoint(term for term, _ in sentence.terms)
        for one in figures_of(sentence)
    ):
        return False  # "212 maisons, dont 131 à Corvel": the town is told apart from all
    naming = sum(not ways.isdisjoint(one.frequencies) for one in articles)
    opening = sum(any(not ways.isdisjoint(said) for said in _opening(one)) for one in articles)
    placed = sum(not ways.isdisjoint(term for term, _ in one.terms) for one in counting)
    common = naming >= _EVERYWHERE * len(articles) and opening >= _OPENING * len(articles)
    return common and placed <= _PLACED * len(counting)
