"""The dates of a question against those of a sentence and of its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.selection.sentences import Sentence
from assistant.language.dates import DateMention
from assistant.retrieval.query import Query
from assistant.types import Article

_REPORTED_WITHIN_DAYS = 10


def breaks_date(query: Query, sentence: Sentence) -> bool:
    """Tell whether a question names dates and neither the sentence nor its article's date goes with any of them."""
    return bool(query.dates) and not any(goes_with(asked, sentence) for asked in query.dates)


def goes_with(asked: DateMention, sentence: Sentence) -> bool:
    """Tell whether a sentence, or its article's date, goes with a date of the question."""
    wanted = (asked.year, asked.month, asked.day)
    if any(compatible(wanted, said) for said in said_dates(sentence)):
        return True
    if asked.year and re.search(rf"\b{asked.year}\b", sentence.text):
        return True
    published = published_parts(sentence.article)
    if published is None:
        return asked.year is not None and re.search(rf"\b{asked.year}\b", sentence.article.text) is not None
    return compatible(wanted, published) or _reported_soon(wanted, published)


def _reported_soon(
    asked: tuple[int | None, int | None, int | None], published: tuple[int, int | None, int | None]
) -> bool:
    """Tell whether an article appeared soon enough after the day asked about to be reporting on it."""
    year, month, day = published
    asked_year, asked_month, asked_day = asked
    if asked_month is None or month is None:
        return False
    first = date(asked_year or year, asked_month, min(asked_day or 28, 28))
    delay = (date(year, month, min(day or 28, 28)) - first).days
    return 0 <= delay <= _REPORTED_WITHIN_DAYS


def dates_compared(asked: Sequence[DateMention], sentence: Sentence) -> tuple[float, float]:
    """Return whether a sentence has a date that was asked for (1 or 0), and whether all it has are others.

    When the article was published on the date asked, every sentence of it is about that date unless it
    says otherwise: to repeat the date is then no merit, and only another year counts against one.
    """
    said = said_dates(sentence)
    if not asked or not said:
        return 0.0, 0.0
    wanted = [(date.year, date.month, date.day) for date in asked]
    agrees = any(compatible(one, other) for one in wanted for other in said)
    published = published_parts(sentence.article)
    if published is not None and any(compatible(one, published) for one in wanted):
        years = {year for year, _, _ in said if year is not None}
        return 0.0, float(bool(years) and published[0] not in years)
    return float(agrees), float(not agrees)


def said_dates(sentence: Sentence) -> list[tuple[int | None, int | None, int | None]]:
    """Return year, month and day of each date of a sentence; a year left out is the one it was published in.

    A day of the year that is still to come when the article appears is one of the year before.
    """
    published = published_parts(sentence.article)
    found = []
    for said in sentence.dates:
        year = said.year
        if year is None and said.month is not None and published is not None:
            later = published[1] is not None and (said.month, said.day or 1) > (published[1], published[2] or 31)
            year = published[0] - later
        found.append((year, said.month, said.day))
    return found


def published_parts(article: Article) -> tuple[int, int | None, int | None] | None:
    """Return year, month and day of publication as far as they are known; None when nothing is."""
    if article.published.date is None:
        return None
    year, month, day = (*map(int, article.published.date.split("-")), None, None)[:3]
    return int(year or 0), month, day


def compatible(left: Sequence[int | None], right: Sequence[int | None]) -> bool:
    """Tell whether two partial dates (year, month, day) share a part and contradict each other in none."""
    shared = [(one, other) for one, other in zip(left, right, strict=True) if one is not None and other is not None]
    return bool(shared) and all(one == other for one, other in shared)
