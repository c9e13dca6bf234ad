"""In which order points and counts are told: the newest first, of those as new the count of most people and longest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answering.figures.points import Point
from assistant.answering.selection.sentences import print_order

GROWING = frozenset({"killed", "wounded", "arrested"})
"""Kinds of counts that only grow."""
_AS_NEW_DAYS = 3
_LONGER, _FAR_ABOVE = 3, 1.3
"""How many times as often a count is heard as one so far above it that comes after it, though a little newer."""


def newest_first(point: Point) -> tuple[int, float, float, str, str]:
    """Return what orders points newest first, of one day the highest."""
    day = point.when.day or date.min
    return -day.toordinal(), -point.value, -point.score, *print_order(point.sentence.article)


def widest_first(groups: Sequence[list[Point]]) -> list[list[Point]]:
    """Return counts in their order, but before them one as new that is of both sides, best of all people and long."""
    newest = [min(group, key=newest_first) for group in groups]
    days = [one.when.day for one in newest if one.when.day]
    heard = [len({one.when.date for one in group}) for group in groups]
    long = max(range(len(groups)), key=lambda place: (heard[place], -place), default=0)
    told = [
        (bool(one.people), _is_passing(one, heard[place], newest[long], heard[long]), place)
        for place, one in enumerate(newest)
        if one.when.day and (max(days) - one.when.day).days <= _AS_NEW_DAYS and one.is_firm and not one.sides
    ]
    if not told:
        return list(groups)
    first = min(told)[-1]
    return [groups[first], *(group for place, group in enumerate(groups) if place != first)]


def _is_passing(point: Point, heard: int, long: Point, often: int) -> bool:
    """Tell whether a count that is seldom heard lies far above the one most often heard, and so counts otherwise."""
    grows = point.figures and point.figures[0].kind in GROWING
    return bool(grows) and _LONGER * heard <= often and point.value > _FAR_ABOVE * long.value


def order_of(group: Sequence[Point]) -> tuple[bool, bool, bool, tuple[int, float, float, str, str]]:
    """Return what orders counts: those of others last, those overtaken and unsure after the firm, newest first."""
    newest = min(group, key=newest_first)
    told_of_others = newest.is_adverse or newest.party is not None
    return told_of_others, newest.overtaken, not newest.is_firm, newest_first(newest)
