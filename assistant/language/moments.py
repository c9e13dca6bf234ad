"""The day an article stands at, and a partly written date completed from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.language.dates import DateMention, iso
from assistant.types import Published

Tense = Literal["past", "future"]
_NEAR_DAYS = 92
"""A day of last year that lies this near is meant, when no tense tells; one still to come is not established."""


_UPDATED_DAYS = 2


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A date as said, at ``[start, end)``, and what it comes to.

    Attributes:
        start: offset in the text.
        end: offset, exclusive.
        text: as said.
        first: ISO 8601, to the day, month or year; the first day meant. None where it is not established.
        last: the last one, the same as ``first`` unless the words span several.
        relation: ``since`` after "depuis": what follows began then.
    """

    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    relation: Literal["on", "since"] = "on"


@dataclass(frozen=True, slots=True)
class Moment:
    """Where an article stands in time, as finely as that is known; ``anchor`` is the day its text named last."""

    year: int | None
    month: tuple[int, int] | None
    day: date | None
    anchor: date | None = None

    @classmethod
    def of(cls, published: Published, *, anchor: date | None = None) -> Moment:
        """Return the moment of publication."""
        parts = [int(part) for part in (published.date or "").split("-") if part]
        return cls(
            year=parts[0] if parts else None,
            month=(parts[0], parts[1]) if len(parts) > 1 else None,
            day=date(parts[0], parts[1], parts[2]) if len(parts) > 2 else None,
            anchor=anchor,
        )

    def complete(self, mention: DateMention, *, weekday: int | None, tense: Tense | None) -> str | None:
        """Return a written date in ISO 8601, its year completed where only one can be meant, else None.

        Args:
            mention: the date.
            weekday: 0 for Monday, where it is written before it: it tells the year.
            tense: of the words around it.
        """
        if mention.year is not None or mention.month is None:
            return iso(mention)
        if self.month is None:
            return None
        years = [self.month[0] + shift for shift in (-1, 0, 1)]
        dated = [DateMention(0, 0, year, mention.month, mention.day, "") for year in years]
        if mention.day is None:
            return self._nearest_month(dated, tense)
        days = [(one, _day(one)) for one in dated]
        known = [(one, day) for one, day in days if day is not None and weekday in (None, day.weekday())]
        if weekday is not None and len(known) == 1:
            return iso(known[0][0])
        here = self.day or date(*self.month, 28)
        updated = [one for one, day in known if self.day and 0 < (day - self.day).days <= _UPDATED_DAYS]
        if updated and tense != "past":
            return iso(updated[0])  # the article was brought up to date
        upcoming = [one for one, day in known if day > here]
        past = [one for one, day in known if day <= here]
        if tense is None and weekday is None:
            behind = [
                one for one, day in known if day <= here and (day.year == here.year or (here - day).days <= _NEAR_DAYS)
            ]
            return iso(behind[-1]) if behind else None
        chosen = upcoming[:1] if tense == "future" else past[-1:]
        return iso(chosen[0]) if chosen else None

    def _nearest_month(self, dated: list[DateMention], tense: Tense | None) -> str | None:
        past = [one for one in dated if (one.year, one.month) <= self.month]  # type: ignore[operator] # whole months only
        upcoming = [one for one in dated if (one.year, one.month) > self.month]  # type: ignore[operator] # whole months only
        this_year = past[-1].year == (self.month or (0, 0))[0]
        if tense is None and not this_year:
            return None
        return iso(upcoming[0] if tense == "future" else past[-1])


def _day(mention: DateMention) -> date | None:
    try:
        return date(mention.year or 1, mention.month or 1, mention.day or 1)
    except ValueError:
        return None


def months_before(month: tuple[int, int], count: int) -> str:
    """Return ``YYYY-MM`` of the month so many months before one."""
    number = month[0] * 12 + month[1] - 1 - count
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def span_of(first: date, last: date | None = None) -> tuple[str, str]:
    """Return two days in ISO 8601; one day twice."""
    return first.isoformat(), (last or first).isoformat()
