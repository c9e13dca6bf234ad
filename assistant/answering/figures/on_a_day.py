"""A count as it stood on a day that the question names: « et au 12 mars ? »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.figures.points import Point
from assistant.language.dates import DateMention
from assistant.language.folding import fold
from assistant.retrieval.query import Query

_STILL_DAYS = 10
"""How long a figure may be the last known one."""
_OF_ONE_EVENT_DAYS = 183
_STATES_DAYS = 7
"""How much older than the newest a count may be to be told beside it."""
_OF_EVENT = re.compile(
    r"\b(?!(?:bilans?|chiffres?|matin|soir|nuit|journee|date|compter|morts?|blesses|victimes|toll)\b)[\w'-]+"
    r"\s+(?:du|de|d[eu] la nuit du)\s+(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?$"
)
_PART_OF_MONTH = re.compile(r"(?:la )?(?:fin|mi|debut|courant)[- ](?:de |d')?$")
_NIGHT = re.compile(r"\bdans la (?:nuit|soiree|journee|matinee) (?:du|de|d[eu] \w+)\s+(?:\d+\s+au\s+)?$")
"""« les heurts dans la nuit du 28 au 29 mai »: what is counted later still happened then."""
_SINCE = re.compile(r"\b(?:depuis|apres|des|a partir d[eu])\s+(?:le )?$")


def day_asked(query: Query) -> DateMention | None:
    """Return the one day as of which a question asks; None where it names none, or several.

    The day of an event tells which event is meant ("le séisme du 3 mars"), and "depuis le 3 mars" since when.
    """
    days = [one for one in query.dates if one.day is not None]
    return days[0] if len(days) == 1 and not names_beginning(query, days[0]) else None


def names_event(query: Query, day: DateMention) -> bool:
    """Tell whether a day stands beside the event that it names."""
    return day.day is not None and _OF_EVENT.search(fold(query.text[: day.start])) is not None


def is_since_when(query: Query, day: DateMention) -> bool:
    """Tell whether a day is only that since when is counted: "depuis le 15 mars"."""
    return day.day is not None and _SINCE.search(fold(query.text[: day.start])) is not None


def names_beginning(query: Query, day: DateMention) -> bool:
    """Tell whether a day is that of an event, or one since when is counted: "depuis le 15 mars"."""
    before = fold(query.text[: day.start])
    of_month = (
        day.month is not None and day.day is None and _OF_EVENT.search(_PART_OF_MONTH.sub("", before)) is not None
    )
    if day.day is not None and _NIGHT.search(before):
        return True
    return of_month or is_since_when(query, day) or names_event(query, day)


def is_since(point: Point, day: DateMention) -> bool:
    """Tell whether a point is of the time after the day of an event, of any year where the day names none."""
    if day.month is None:
        return False
    days = _gone(point, day)
    return days is not None and days <= _OF_ONE_EVENT_DAYS


def first_after(points: Sequence[Point], day: DateMention) -> list[Point]:
    """Return the points of the event that is told first after the day that names it."""
    gone: dict[int, int] = {}
    for point in points:
        days = _gone(point, day)
        if days is not None:
            gone[point.event] = min(days, gone.get(point.event, days))
    nearest = min(gone, key=lambda event: (gone[event], event), default=None)
    return [point for point in points if point.event == nearest]


def _gone(point: Point, day: DateMention) -> int | None:
    """Return how many days after a day a point is, None for one before it."""
    when = point.when.day
    if when is None:
        return None
    years = (day.year,) if day.year else (when.year, when.year - 1)
    gone = [(when - began).days for year in years if (began := _on(year, day))]
    return min((days for days in gone if days >= 0), default=None)


def stood_on(points: Sequence[Point], day: DateMention) -> list[Point]:
    """Return the last known point of each count of the event then current.

    Args:
        points: numbered and in order, see :func:`assistant.answering.figures.events.in_events`.
        day: a day, of the last year that fits where it names none.

    Returns:
        Empty where nothing was told up to that day, or not for a month.
    """
    told = [one for one in points if one.when.day is not None and one.when.precision == "day" and one.figures]
    last = max((one.when.day for one in told if one.when.day), default=None)
    if last is None or day.month is None or day.day is None:
        return []
    asked = _day(day, last)
    if asked is None:
        return []
    known = [one for one in told if one.when.day and 0 <= (asked - one.when.day).days <= _STILL_DAYS]
    if not known:
        return []
    own = [one for one in known if not one.is_adverse] or known
    newest = max(own, key=lambda one: (one.when.day or date.min, -one.event))
    first: dict[int, Point] = {}
    for one in known:
        passed = one.when.is_before(newest.when) and one.counts == newest.counts and one.value < newest.value
        if one.event == newest.event and _days(one, newest) <= _STATES_DAYS and not passed:
            first.setdefault(one.count, one)
    return list(first.values())


def _days(earlier: Point, later: Point) -> int:
    return ((later.when.day or date.max) - (earlier.when.day or date.min)).days


def _day(day: DateMention, last: date) -> date | None:
    """Return the day asked for; without its year, in the year of the last figure, or the one before."""
    for year in (day.year,) if day.year else (last.year, last.year - 1):
        found = _on(year, day)
        if found is not None and (day.year or (found - last).days <= _STILL_DAYS):
            return found
    return None


def _on(year: int, day: DateMention) -> date | None:
    try:
        return date(year, day.month or 1, day.day or 1)
    except ValueError:
        return None  # 29 February
