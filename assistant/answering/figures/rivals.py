"""The bodies that count the same people: whose figures go on from one another, and whose are set against them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.figures.givers import is_of_state
from assistant.answering.figures.ordering import newest_first
from assistant.answering.figures.points import Point

REVISED = re.compile(r"(?<!\w)(?:à la baisse|ramen\w+|révis\w+|corrig\w+|rectifi\w+|et non)(?!\w)", re.IGNORECASE)
"""What says of a figure that it takes another back."""
_HEARD = 2
"""Days on which a body has to be heard for what others say to be set against it."""


def main_and_rivals(points: Sequence[Point]) -> tuple[list[Point], list[list[Point]]]:
    """Part points into those that make one history and those of bodies that count otherwise, a group each.

    Only where the body most often heard is contradicted: else one after the other tells how far a toll has grown.
    """
    groups = _by_source(points)
    first, rest = groups[0], groups[1:]
    if _heard(first) < _HEARD or all(_fits(one, first) for group in rest for one in group):
        return list(points), []
    joining = [group for group in rest if len(group) == 1 and _fits(group[0], first)]
    return [*first, *(one for group in joining for one in group)], [group for group in rest if group not in joining]


def _heard(group: Sequence[Point]) -> int:
    """Return on how many dates the body of a group that is heard most often is heard."""
    told = [one for one in group if one.source]
    return max((len({one.when.date for one in told if is_one_body(one, [other])}) for other in told), default=0)


def _chained(first: list[Point], rest: Sequence[list[Point]]) -> list[list[Point]]:
    """Join the counts of state bodies that agree with the first's: a ministry goes on where the prefecture ended."""
    chain, left = list(first), []
    for group in rest:
        if _is_of_state(group) and _is_of_state(first) and all(_fits(one, chain) for one in group):
            chain += group
        else:
            left.append(list(group))
    return [chain, *left]


def _is_of_state(group: Sequence[Point]) -> bool:
    return any(is_of_state(one.source) for one in group)


def _fits(point: Point, history: Sequence[Point]) -> bool:
    """Tell whether a figure lies between those before and after it, back and on to where a count was revised."""
    told = [*history, point]
    revised = [one.when for one in told if REVISED.search(one.sentence.text)]
    before = [
        one.value
        for one in history
        if one.when.is_before(point.when)
        and not any(one.when.is_before(when) and not point.when.is_before(when) for when in revised)
    ]
    after = [
        one.value
        for one in history
        if point.when.is_before(one.when)
        and not any(point.when.is_before(when) and not one.when.is_before(when) for when in revised)
    ]
    same = [one.value for one in history if one.when.date == point.when.date]
    return max(before, default=0.0) <= point.value <= min(after, default=math.inf) and point.value in (
        same or [point.value]
    )


def _by_source(points: Sequence[Point]) -> list[list[Point]]:
    """Part points by who gives them, the most often heard first; those of nobody named go where they are nearest."""
    groups: list[list[Point]] = []
    for point in points:
        own = next((group for group in groups if point.source and is_one_body(point, group)), None)
        if own is not None:
            own.append(point)
        elif point.source:
            groups.append([point])
    groups.sort(
        key=lambda group: (
            -len({one.when.date for one in group}),
            not _is_of_state(group),
            min(newest_first(one) for one in group),
        )
    )
    joined = _chained(groups[0], groups[1:]) if groups else [[]]
    for point in sorted((point for point in points if not point.source), key=lambda one: one.when.date or ""):
        near = [group for group in joined if group]
        goes_on = bool(near) and _is_of_state(joined[0]) and _fits(point, joined[0])
        nearest = min(near, key=lambda group: _gap(point, group), default=joined[0])
        (joined[0] if goes_on else nearest).append(point)
    return joined


def _gap(point: Point, group: Sequence[Point]) -> float:
    """Return how far a value lies from the one of a group that is nearest to it in time, as the log of their ratio."""
    day = point.when.day or date.min
    nearest = min(group, key=lambda one: abs(((one.when.day or date.min) - day).days))
    return abs(math.log(max(point.value, 1.0) / max(nearest.value, 1.0)))


def is_one_body(point: Point, group: Sequence[Point]) -> bool:
    """Tell whether a point's giver is that of a group: their words are one's among the other's, or half shared."""
    return any(
        2 * len(point.source & one.source) >= min(len(point.source), len(one.source)) for one in group if one.source
    )
