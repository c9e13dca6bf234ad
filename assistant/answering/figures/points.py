"""The points of a dated series: what is said twice kept once, events told apart, the latest of each count marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.figures.as_of import AsOf
from assistant.answering.figures.figures import Figure
from assistant.answering.selection.sentences import Sentence

SAME_EVENT_DAYS = 60
"""How far apart the dates of two figures of one event may lie."""


@dataclass(frozen=True, slots=True)
class Point:
    """The figures of one sentence that answer, as of one date.

    Attributes:
        sentence: where they stand.
        figures: in order; empty where the party is said to give none.
        sides: whose they are, as :meth:`Parties.of` tells.
        when: as of when.
        score: of the sentence.
        names: those that its sentence and its article's lead have: where, and between whom.
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
    names: frozenset[str]
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


def is_series(points: Sequence[Point]) -> bool:
    """Tell whether points are more than one figure that stands alone."""
    return len(points) > 1 or any(point.party is not None for point in points)


def kept(points: Sequence[Point], *, partial: bool) -> list[Point]:
    """Return the points worth telling.

    Args:
        points: of a question, best first.
        partial: whether the toll of some people is kept beside that of all.

    Returns:
        Without what an article says twice, the lower of two tolls of one article and date, and, unless wanted,
        the toll of some people or of one place where one of the same event counts more.
    """
    told = _distinct(points)
    return _newest_of_each(told if partial else _whole(told))


def _distinct(points: Sequence[Point]) -> list[Point]:
    """Keep one point for what an article says twice."""
    kept: dict[object, Point] = {}
    for point in points:  # best first
        said = tuple((one.kind, one.value, one.upper) for one in point.figures)
        kept.setdefault((point.sentence.article.id, point.when, said), point)
    return list(kept.values())


def _whole(points: Sequence[Point]) -> list[Point]:
    """Leave out the toll of some people or of one place where one of the same event counts more."""

    def is_partial(point: Point) -> bool:
        near = [other for other in points if _same_event(other, point)]
        own = [other for other in near if other.sides == point.sides]
        some = bool(point.people) and any(not other.people or other.people > point.people for other in own)
        sided = [other for other in near if other.sides]
        most = point.figures[-1].value
        local = not point.sides and bool(sided) and all(other.figures[-1].value > most for other in sided)
        return some or local

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


def in_events(points: Sequence[Point]) -> list[Point]:
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
    """Tell whether two points can be of one event: their dates are near each other, and so are their places."""
    if left.sentence.article.id == right.sentence.article.id and left.when.day == right.when.day:
        return True
    if left.when.day is None or right.when.day is None:
        return False
    near = abs((left.when.day - right.when.day).days) <= SAME_EVENT_DAYS
    return near and (not left.names or not right.names or not left.names.isdisjoint(right.names))
