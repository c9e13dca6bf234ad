"""Which passages may be searched at all: by publisher, and by what was published as of a day.

Filters act before ranking, so that nothing they exclude can push anything else out.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from assistant.errors import RequestError
from assistant.indexing.index import Index
from assistant.language.folding import fold
from assistant.types import Published


def allowed_rows(index: Index, *, as_of: str | None = None, publishers: Sequence[str] = ()) -> list[int] | None:
    """Return the rows of the passages that may be searched; None for all of them.

    Args:
        index: the index.
        as_of: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``: nothing that was, or may have been, published later.
        publishers: names, compared without case and accents; empty for every publisher.

    Raises:
        RequestError: if ``as_of`` is not a date, or a publisher is not in the corpus.
    """
    if as_of is None and not publishers:
        return None
    last = None if as_of is None else latest_day(as_of)
    wanted = _known_publishers(index, publishers)
    allowed = {
        article.id
        for article in index.articles.values()
        if (last is None or is_published_by(article.published, last))
        and (not wanted or fold(article.publisher or "") in wanted)
    }
    return [row for row, passage in enumerate(index.passages) if passage.article_id in allowed]


def is_published_by(published: Published, last: str) -> bool:
    """Tell whether an article was certainly published by the day ``last`` (``YYYY-MM-DD``).

    An unknown date, or a month that is not over by then, may lie after it: such an article is not shown.
    """
    return published.date is not None and latest_day(published.date) <= last


def latest_day(date: str) -> str:
    """Return the last day of a date of any precision, as ``YYYY-MM-DD``.

    Raises:
        RequestError: if it is not a date.
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", date)
    if match is None:
        raise RequestError(f"date {date!r}: expected YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = int(match[1]), int(match[2] or 12), match[3]
    if not year >= 1 or not 1 <= month <= 12:
        raise RequestError(f"date {date!r}: there is no such month")
    last = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= int(day) <= last:
        raise RequestError(f"date {date!r}: there is no such day")
    return f"{year:04d}-{month:02d}-{int(day) if day else last:02d}"


def _known_publishers(index: Index, publishers: Sequence[str]) -> frozenset[str]:
    known = {fold(article.publisher): article.publisher for article in index.articles.values() if article.publisher}
    for publisher in publishers:
        if fold(publisher) not in known:
            names = ", ".join(sorted(known.values())) or "none"
            raise RequestError(f"publisher {publisher!r} is not in the corpus; its publishers: {names}")
    return frozenset(map(fold, publishers))
