"""Of when a figure is, against the time that a question names, and what an article only recalls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.figures.as_of import AsOf
from assistant.answering.figures.givers import is_one_of
from assistant.answering.figures.points import SAME_EVENT_DAYS, Point
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.dates import DateMention
from assistant.language.words import terms
from assistant.retrieval.query import QueryTerm

_LEAD = 3
_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d\s?[-–/]\s?((?:19|20)\d\d)(?!\d)")  # "la guerre de 2020-2022"
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/%-]*\d)(?!\s(?:morts|bless|person|euros|habit|hectares))")
_OF_ITS_OWN = re.compile(r",\s(?:où|alors que|après (?:ceux|celle|celui|les?)|contre)(?!\w)", re.IGNORECASE)
_SINCE = re.compile(r"(?<!\w)depuis(?!\w)", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"(?<!\w)(?:\w+ ans (?:avant|après|plus tôt|auparavant)|(?:il y a|voici) \w+ ans|anniversaire|mémoire"
    r"|souvenirs?)(?!\w)",
    re.IGNORECASE,
)
_THAN_BEFORE = re.compile(r",\s(?:contre|au lieu d[e’']|après)\s[^,;.]*")
"""What a figure is set against has its own time: « 1 900 lits, contre 640 dix jours plus tôt »."""
_BACKGROUND = re.compile(
    r"(?<!\w)(?:(?:jours|semaines|mois|ans?|années?) plus tôt|auparavant|par an|chaque année)(?!\w)"
)


def within(point: Point, dates: Sequence[DateMention]) -> bool:
    """Tell whether a point is of a month or year that the question names, or between the first and last of its days.

    A year that the sentence or the headline names is that of what it tells: "la crue de 1999 a fait 17 morts".
    """
    when = point.when.day
    years = {one.year for one in dates if one.year and one.month is None}
    if years and years.intersection(point.years):
        return True
    if not dates or when is None:
        return not dates
    days = [one for one in dates if one.day is not None]
    if not days:
        return any(one.year in (None, when.year) and one.month in (None, when.month) for one in dates)
    year = next((one.year for one in days if one.year), when.year)  # "entre le 2 octobre et le 1er novembre 2020"
    bounds = [(one.year or year, one.month or 1, one.day or 1) for one in days]
    return min(bounds) <= (when.year, when.month, when.day) <= max(bounds)


def is_background(point: Point, *, since: int) -> bool:
    """Tell whether an article only recalls a figure of an event long before it, or before the year of any other."""
    published = AsOf(point.sentence.article.published.date, "publication").day
    own = point.when.day
    if published is None and own is not None and own.year < since:
        return True
    text = _THAN_BEFORE.sub(" ", point.sentence.text)
    years = point.years
    if published is not None and years and max(years) < published.year and not _SINCE.search(text):
        return True
    recalled = published is not None and own is not None and (published - own).days > SAME_EVENT_DAYS
    return recalled or _BACKGROUND.search(text) is not None


def is_of_an_older_event(point: Point, names: Sequence[QueryTerm]) -> bool:
    """Tell whether a headline looks back years, and neither it nor the sentence has a name that the question has.

    « Treize ans avant, la nuit de la Belle-Corvane » tells the dead of another ship than the one asked about.
    """
    title = point.sentence.article.title or ""
    said = {*terms(title), *(term for term, _ in point.sentence.terms)}
    return bool(names) and _LONG_AGO.search(title) is not None and not any(is_one_of(name, said) for name in names)


def years_told(sentence: Sentence, read: ReadArticle, *, end: int | None = None) -> tuple[int, ...]:
    """Return the years that a sentence names; where it names none, those of the headline, or of an undated opening.

    Args:
        sentence: that tells a figure.
        read: its article.
        end: where the figure ends in the sentence; what happened in a clause of its own after it has its own year.
    """
    until = len(sentence.text) if end is None else _own_until(sentence, end)
    headed = (*_years_told_in(sentence, until), *_years_in(sentence.article.title or ""))
    if headed or sentence.article.published.date:
        return headed
    opening = {year for one in read.sentences[:_LEAD] for year in _years_told_in(one)}
    return tuple(opening) if len(opening) == 1 else ()


def _own_until(sentence: Sentence, end: int) -> int:
    """Return where the clause of a figure ends, when another with its own number follows: "où un feu fit 9 morts"."""
    other = _OF_ITS_OWN.search(sentence.text, end)
    if other is None or not any(one.start >= other.start() for one in sentence.numbers):
        return len(sentence.text)
    return other.start()


def _years_told_in(sentence: Sentence, until: int | None = None) -> tuple[int, ...]:
    own = sentence.text if until is None else sentence.text[:until]
    return (*(one.year for one in sentence.dates if one.year and one.start < len(own)), *_years_in(own))


def _years_in(text: str) -> tuple[int, ...]:
    return tuple(int(year) for form in (_YEARS, _YEAR) for year in form.findall(text))
