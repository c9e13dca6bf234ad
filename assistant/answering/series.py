"""A question that asks how many, answered as a dated series: the latest figure of the corpus first, called so.

A toll grows from week to week, each party gives its own, and another war is another series. So figures are
told apart by event (dates far apart), by what is counted and by whose they are, and never mixed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.asked import Asked
from assistant.answering.candidates import Candidate
from assistant.answering.counted import counted_in
from assistant.answering.event import is_particular, names_event
from assistant.answering.figure_dates import AsOf, as_of
from assistant.answering.figure_question import FigureQuestion, figure_question
from assistant.answering.figures import Figure
from assistant.answering.parties import Parties
from assistant.answering.sentences import ReadArticle, Sentence
from assistant.answering.silences import withholds
from assistant.language.dates import DateMention
from assistant.types import Article

_MOST_POINTS = 6
_SAME_EVENT_DAYS = 60
_BACKGROUND = re.compile(r"(?<!\w)(?:(?:jours|semaines|mois|ans|années) plus tôt|auparavant|par an|chaque année)(?!\w)")


@dataclass(frozen=True, slots=True)
class Point:
    """The figures of one sentence that answer, as of one date.

    Attributes:
        sentence: where they stand.
        figures: in order; empty where the party is said to give none.
        sides: whose they are, as :meth:`Parties.of` tells.
        when: as of when.
        score: of the sentence.
        event: from 1 for the latest; points of one number are one series.
        latest: whether no later one of its event and side is there.
        party: who gives no figure, in the article's words, else None.
        sure: the best sentence by other marks counts nothing of the kind, this one does.
    """

    sentence: Sentence
    figures: tuple[Figure, ...]
    sides: frozenset[str]
    when: AsOf
    score: float
    event: int = 1
    latest: bool = False
    party: str | None = None
    sure: bool = False

    @property
    def people(self) -> frozenset[str]:
        """The kinds of people counted; empty for all."""
        every = [figure.people for figure in self.figures]
        return frozenset().union(*every) if all(every) else frozenset()

    def counts_like(self, other: Point) -> bool:
        """Tell whether another point counts the same: the same side, and the same people or all."""
        wider = self.people >= other.people or self.people <= other.people
        return self.sides == other.sides and bool(self.figures) == bool(other.figures) and wider


def series_for(
    asked: Asked, candidates: Sequence[Candidate], *, read: Callable[[Article], ReadArticle]
) -> tuple[Point, ...]:
    """Return the points of the series that a question asks for, the latest event first and newest first within it.

    Args:
        asked: the question.
        candidates: the sentences that go with its dates and publishers, best first.
        read: gives an article with its sentences.

    Returns:
        Two points at least, or the sentences that say that the party gives no figure, or the one figure of
        an event that the question names; empty for another question and for one that names a day.
    """
    wanted = figure_question(asked.query)
    days = [one for one in asked.query.dates if one.day is not None]
    if wanted is None or wanted.one or len(days) == 1 or (len(days) > 1 and not wanted.evolves):
        return ()
    articles = {one.sentence.article.id: read(one.sentence.article) for one in candidates}
    parties = Parties(list(articles.values()))
    points = []
    for one in candidates:
        here = articles[one.sentence.article.id]
        figures = counted_in(one.sentence, wanted, parties)
        if figures and names_event(asked, wanted, one.sentence, here):
            points.append(_point(one, figures, parties))
    points = [one for one in points if _within(one, asked.query.dates) and not (wanted.context and _is_background(one))]
    points = _newest_of_each(_whole(_distinct(points), wanted))
    if not any(_is_own(one, parties) for one in points):
        points += _silences(candidates, wanted)  # what the other side claims is not what the party says
    points = _in_events(points)
    if wanted.current and len(points) > 1:
        return tuple(replace(one, sure=True) for one in points if one.event == 1 and one.latest)
    if len(points) == 1 and not wanted.evolves and wanted.kinds:
        told = counted_in(candidates[0].sentence, wanted, parties)
        points = [replace(points[0], sure=not told and asked.query.answer_type == "how_many")]
    one_place = any(is_particular(term) for term in wanted.context)
    return tuple(points[:_MOST_POINTS]) if one_place or is_series(points) else ()


def is_series(points: Sequence[Point]) -> bool:
    """Tell whether points are more than one figure that stands alone."""
    return len(points) > 1 or any(point.party is not None for point in points)


def _is_own(point: Point, parties: Parties) -> bool:
    """Tell whether a figure comes from the side that it is about, or from nobody who is a party."""
    speaker = parties.speaker_of(point.sentence)
    return not speaker or not speaker.isdisjoint(point.sides)


def _point(candidate: Candidate, figures: tuple[Figure, ...], parties: Parties) -> Point:
    sentence = candidate.sentence
    return Point(
        sentence=sentence,
        figures=figures,
        sides=parties.of(figures[0], sentence),
        when=as_of(figures[0], sentence),
        score=candidate.score,
    )


def _within(point: Point, dates: Sequence[DateMention]) -> bool:
    """Tell whether a point is of a month or year that the question names, or between the first and last of its days."""
    when = point.when.day
    if not dates or when is None:
        return not dates
    days = [one for one in dates if one.day is not None]
    if not days:
        return any(one.year in (None, when.year) and one.month in (None, when.month) for one in dates)
    bounds = [date(one.year or when.year, one.month or 1, one.day or 1) for one in days]
    return min(bounds) <= when <= max(bounds)


def _is_background(point: Point) -> bool:
    """Tell whether an article only recalls a figure of an event long before it."""
    published = AsOf(point.sentence.article.published.date, "publication").day
    own = point.when.day
    recalled = published is not None and own is not None and (published - own).days > _SAME_EVENT_DAYS
    return recalled or _BACKGROUND.search(point.sentence.text) is not None


def _distinct(points: Sequence[Point]) -> list[Point]:
    """Keep one point for what an article says twice."""
    kept: dict[object, Point] = {}
    for point in points:  # best first
        said = tuple((one.kind, one.value, one.upper) for one in point.figures)
        kept.setdefault((point.sentence.article.id, point.when, said), point)
    return list(kept.values())


def _whole(points: Sequence[Point], wanted: FigureQuestion) -> list[Point]:
    """Leave out the toll of some people or of one place where one of the same event counts more."""
    if wanted.people:
        return list(points)

    def is_partial(point: Point) -> bool:
        near = [other for other in points if _same_event(other, point)]
        own = [other for other in near if other.sides == point.sides]
        some = bool(point.people) and any(not other.people or other.people > point.people for other in own)
        return some or (not point.sides and any(other.sides for other in near))

    return [point for point in points if not is_partial(point)]


def _newest_of_each(points: Sequence[Point]) -> list[Point]:
    """Keep, of what one article says of one date and side, the highest: a toll only grows."""
    kept: dict[object, Point] = {}
    for point in points:
        key = (point.sentence.article.id, point.when, point.sides, point.people, point.figures[0].kind)
        other = kept.get(key)
        if other is None or point.figures[-1].value > other.figures[-1].value:
            kept[key] = point
    return list(kept.values())


def _in_events(points: Sequence[Point]) -> list[Point]:
    """Number the events, the latest first, and tell which point of each side is its latest."""
    first = date.min
    ordered = sorted(
        points, key=lambda one: (-(one.when.day or first).toordinal(), -one.score, one.sentence.article.id)
    )
    events: list[list[Point]] = []
    for point in ordered:
        own = next((event for event in events if any(_same_event(point, other) for other in event)), None)
        if own is None:
            events.append([point])
        else:
            own.append(point)
    numbered = []
    for number, event in enumerate(events, start=1):
        for own in _counts(event):
            numbered += [replace(one, event=number, latest=not one.when.is_before(own[0].when)) for one in own]
    return numbered


def _counts(event: Sequence[Point]) -> list[list[Point]]:
    """Part the points of an event, in order, into those that count the same people of the same side."""
    counts: list[list[Point]] = []
    for point in event:
        own = next((count for count in counts if count[0].counts_like(point)), None)
        if own is None:
            counts.append([point])
        else:
            own.append(point)
    return counts


def _same_event(left: Point, right: Point) -> bool:
    """Tell whether two points can be of one event: their dates are near each other."""
    if left.when.day is None or right.when.day is None:
        return left.sentence.article.id == right.sentence.article.id
    return abs((left.when.day - right.when.day).days) <= _SAME_EVENT_DAYS


def _silences(candidates: Sequence[Candidate], wanted: FigureQuestion) -> list[Point]:
    """Return what says that the party gives no figure, one sentence of each article."""
    found: dict[str, Point] = {}
    for one in candidates:
        party = withholds(one.sentence, wanted)
        if party is not None:
            when = AsOf(one.sentence.article.published.date, "publication")
            point = Point(one.sentence, (), frozenset(), when, one.score, party=party)
            found.setdefault(one.sentence.article.id, point)
    return list(found.values())
