"""Which passages may be searched at all: by publisher, by date, and by what was published as of a day.

Filters act before ranking, so that nothing they exclude can push anything else out. A date is known to
the day, the month or the year: an article is shown only where every day it may be of is allowed.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.errors import RequestError
from assistant.indexing.index import Index
from assistant.language.folding import fold

_NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What may be searched; dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Attributes:
        as_of: nothing that was, or may have been, published later.
        publishers: names, compared without case and accents; empty for every publisher.
        published_after: the first day, month or year allowed.
        published_before: the last day, month or year allowed.
    """

    as_of: str | None = None
    publishers: Sequence[str] = ()
    published_after: str | None = None
    published_before: str | None = None


class RowFilter:
    """Finds the rows that may be searched.

    Args:
        index: whose rows.
    """

    def __init__(self, index: Index) -> None:
        self._index = index

    def rows(self, wanted: Wanted) -> NDArray[np.int64] | None:
        """Return the rows of the passages that may be searched, ascending; None for all of them.

        Raises:
            RequestError: if a date is none, the first day is after the last, or a publisher is not in the corpus.
        """
        first = None if wanted.published_after is None else earliest_day(wanted.published_after)
        lasts = [latest_day(date) for date in (wanted.as_of, wanted.published_before) if date is not None]
        if first is not None and wanted.published_before is not None and latest_day(wanted.published_before) < first:
            raise RequestError(
                f"published_after {wanted.published_after!r} is later than published_before "
                f"{wanted.published_before!r}: exchange them"
            )
        if first is None and not lasts and not wanted.publishers:
            return None
        articles = np.ones(len(self._index.articles), dtype=bool)
        if first is not None or lasts:
            earliest, latest = self._days
            articles &= (earliest >= _number(first or "0001-01-01")) & (latest <= _number(min(lasts, default=_NEVER)))
        if wanted.publishers:
            articles &= np.isin(self._publishers[0], [self._number_of(name) for name in wanted.publishers])
        return np.flatnonzero(articles[self._index.article_of_row])

    def _number_of(self, publisher: str) -> int:
        _, numbers, names = self._publishers
        if fold(publisher) not in numbers:
            known = ", ".join(sorted(names)) or "none"
            raise RequestError(f"publisher {publisher!r} is not in the corpus; its publishers: {known}")
        return numbers[fold(publisher)]

    @cached_property
    def _days(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The first and the last day each article may be of, as numbers; an unknown date may be any day."""
        dates = [article.published.date for article in self._index.articles.values()]
        earliest = [0 if date is None else _number(earliest_day(date)) for date in dates]
        latest = [_number(_NEVER) + 1 if date is None else _number(latest_day(date)) for date in dates]
        return np.array(earliest, dtype=np.int64), np.array(latest, dtype=np.int64)

    @cached_property
    def _publishers(self) -> tuple[NDArray[np.int64], Mapping[str, int], frozenset[str]]:
        """The number of each article's publisher, 0 for none; the number of each name, folded; and the names."""
        names = [article.publisher for article in self._index.articles.values()]
        numbers = {folded: number for number, folded in enumerate(sorted({fold(name) for name in names if name}), 1)}
        return (
            np.array([numbers[fold(name)] if name else 0 for name in names], dtype=np.int64),
            numbers,
            frozenset(name for name in names if name),
        )


def allowed_rows(
    index: Index,
    *,
    as_of: str | None = None,
    publishers: Sequence[str] = (),
    published_after: str | None = None,
    published_before: str | None = None,
) -> list[int] | None:
    """Return what a :class:`RowFilter` of this index finds, once; the arguments are those of :class:`Wanted`.

    Raises:
        RequestError: as :meth:`RowFilter.rows`.
    """
    rows = RowFilter(index).rows(Wanted(as_of, publishers, published_after, published_before))
    return None if rows is None else [int(row) for row in rows]


def latest_day(date: str) -> str:
    """Return the last day of a date of any precision, as ``YYYY-MM-DD``.

    Raises:
        RequestError: if it is not a date.
    """
    year, month, day = _parts(date)
    month = month or 12
    return f"{year:04d}-{month:02d}-{day or calendar.monthrange(year, month)[1]:02d}"


def earliest_day(date: str) -> str:
    """Return the first day of a date of any precision, as ``YYYY-MM-DD``.

    Raises:
        RequestError: if it is not a date.
    """
    year, month, day = _parts(date)
    return f"{year:04d}-{month or 1:02d}-{day or 1:02d}"


def _parts(date: str) -> tuple[int, int | None, int | None]:
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", date)
    if match is None:
        raise RequestError(f"date {date!r}: expected YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (None if part is None else int(part) for part in match.groups())
    if not year or (month is not None and not 1 <= month <= 12):
        raise RequestError(f"date {date!r}: there is no such month")
    if day is not None and not 1 <= day <= calendar.monthrange(year, month or 1)[1]:
        raise RequestError(f"date {date!r}: there is no such day")
    return year, month, day


def _number(day: str) -> int:
    return int(day.replace("-", ""))
