"""Dates written in French or English text, found and brought to ISO 8601.

Only what is written is read: nothing is completed from today's date, so "le 30 septembre" has no year.
A count is not a date: "3 min" and "25 morts" are left alone, and a bare number of four digits is a year
only where the words around it say so ("en 2016", "guerre de 2020").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_SPACE = r"[ \t\u00a0\u202f\u2009]"
_FRENCH = (
    "janvier|janv", "f[ée]vrier|f[ée]vr|f[ée]v", "mars", "avril|avr", "mai", "juin",
    "juillet|juil", "ao[ûu]t", "septembre|sept", "octobre|oct", "novembre|nov", "d[ée]cembre|d[ée]c",
)  # fmt: skip
_ENGLISH = (
    "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun",
    "july|jul", "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec",
)  # fmt: skip
_FRENCH_MONTH = "(?:" + "|".join(_FRENCH) + ")"
_ENGLISH_MONTH = "(?:" + "|".join(_ENGLISH) + ")"
_MONTH = f"(?:{_FRENCH_MONTH}|{_ENGLISH_MONTH})"
_MONTH_NUMBERS = tuple(
    re.compile(f"(?:{french}|{english})", re.IGNORECASE) for french, english in zip(_FRENCH, _ENGLISH, strict=True)
)
_DAY = r"(?:1er|(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NOT_IN_NUMBER = r"(?<![\d/.,-])(?<!\d[ \u00a0\u202f])"
_END = r"(?![\d/])(?!-\d)"

_ISO = re.compile(rf"(?<![\d/-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|-\d)")
_NUMERIC = re.compile(
    rf"(?<![\d/.,-])(?P<day>\d\d?)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<year>{_YEAR}|(?<=/)\d\d)(?![\d/])"
)
_DAY_MONTH = re.compile(
    rf"{_NOT_IN_NUMBER}(?:(?P<first>{_DAY}){_SPACE}*(?:et|au|ou|and|to|or|-|–){_SPACE}*(?:le{_SPACE}+)?)?"
    rf"(?P<day>{_DAY}){_SPACE}+(?:of{_SPACE}+|de{_SPACE}+)?(?P<month>{_MONTH})\b\.?(?!-)"
    rf"(?:,?{_SPACE}+(?:de{_SPACE}+)?(?P<year>{_YEAR}){_END})?",
    re.IGNORECASE,
)
# Capitals only: "may 3" and French "en mars 10 personnes" are not dates.
_MONTH_DAY = re.compile(
    rf"\b(?P<month>(?-i:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    rf"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)))\.?{_SPACE}+(?P<day>{_DAY})(?![\w/]|[.,]\d)"
    rf"(?:,?{_SPACE}+(?P<year>{_YEAR}){_END})?"
)
_MONTH_YEAR = re.compile(
    rf"\b(?P<month>{_MONTH})\b\.?,?{_SPACE}+(?:de{_SPACE}+)?(?P<year>{_YEAR}){_END}", re.IGNORECASE
)
_MONTH_ONLY = re.compile(
    rf"\b(?:en|(?:fin|d[ée]but|milieu|cours|courant)(?:{_SPACE}+de|{_SPACE}+d['’])?|mi-?|mois{_SPACE}+de|mois{_SPACE}+d['’]"
    rf"|depuis|d['’]ici|in|since|late|early|during)"
    rf"{_SPACE}*(?P<month>{_MONTH})\b\.?",
    re.IGNORECASE,
)
_YEAR_SAID = re.compile(
    rf"\b(?:en|depuis|d[èe]s|ann[ée]es?|d[ée]but|fin|mi-?|[ée]t[ée]|hiver|printemps|automne|in|since|year|during|until|by)"
    rf"{_SPACE}*(?P<year>{_YEAR})(?![\d%/]|[.,]\d|-\d)(?!{_SPACE}*(?:%|€|\$|euros?\b|dollars?\b))",
    re.IGNORECASE,
)
# After "de" or "avant" the number may count something: no noun may follow.
_YEAR_ALONE = re.compile(
    rf"(?:\b(?:de|et|à|entre|avant|apr[èe]s|and|to|from|between|before|after|of)|\(){_SPACE}*"
    rf"(?P<year>(?:19|20)\d\d)(?=\s*(?:[.,;:!?)»\"”…]|$|\b(?:à|et|au|aux|en|sur|dans|pour|par|avec|sans|contre|entre"
    rf"|qui|que|qu['’]|où|dont|a|ont|est|sont|était|étaient|avait|avaient|fut|and|to|in|on|was|were|is|are|by|with)\b))"
    rf"(?![.,]\d)",
    re.IGNORECASE,
)
_THE_YEAR = re.compile(rf"\bthe{_SPACE}+(?P<year>(?:19|20)\d\d){_SPACE}+(?=[a-z])", re.IGNORECASE)

# From the fullest form to the barest; a later form never reads what an earlier one has read.
_FORMS = (
    _ISO, _NUMERIC, _DAY_MONTH, _MONTH_DAY, _MONTH_YEAR, _MONTH_ONLY, _YEAR_SAID, _YEAR_ALONE, _THE_YEAR,
)  # fmt: skip
_SHIFTED = frozenset({_MONTH_ONLY, _YEAR_SAID, _YEAR_ALONE, _THE_YEAR})


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written: ``text`` stands at ``[start, end)``; what is not written is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    text: str


@lru_cache(maxsize=4096)  # reading an article asks twice, and so does a question of each sentence near it
def find_dates(text: str) -> tuple[DateMention, ...]:
    """Find the dates written in French or English text.

    Args:
        text: any text; offsets are its string indices.

    Returns:
        The mentions in order of place, not overlapping. Dates that are on no calendar (30 février) are
        left out. In "les 19 et 20 septembre 2023" both days are found, each with month and year.
    """
    found: list[DateMention] = []
    taken: set[int] = set()
    for form in _FORMS:
        for match in form.finditer(text):
            start = match.start("month" if form is _MONTH_ONLY else "year") if form in _SHIFTED else match.start()
            end = match.end("year") if form in _SHIFTED and form is not _MONTH_ONLY else match.end()
            if taken.isdisjoint(range(start, end)):
                found.extend(_mentions(match, start, end))
                taken.update(range(start, end))  # also when on no calendar: "30 février 2020" is not February 2020
    return tuple(sorted(found, key=lambda mention: mention.start))


def iso(mention: DateMention) -> str | None:
    """Return the mention in ISO 8601 cut to its precision (day, month or year), None when no year is written."""
    if mention.year is None:
        return None
    parts = [f"{mention.year:04d}"]
    if mention.month is not None:
        parts.append(f"{mention.month:02d}")
        if mention.day is not None:
            parts.append(f"{mention.day:02d}")
    return "-".join(parts)


def _mentions(match: re.Match[str], start: int, end: int) -> Iterator[DateMention]:
    """Yield the one or two dates of a match; none when they are on no calendar."""
    groups = match.groupdict()
    year = _year(groups.get("year"))
    month = _month(groups.get("month"))
    day = _number(groups.get("day"))
    if match.re is _NUMERIC and month is not None and month > 12 and day is not None and day <= 12:
        day, month = month, day  # written the American way
    if not _on_calendar(year, month, day):
        return
    first = groups.get("first")
    if first is not None:
        first_day = _number(first)
        if _on_calendar(year, month, first_day):
            yield DateMention(start, match.end("first"), year, month, first_day, first)
        start = match.start("day")
    yield DateMention(start, end, year, month, day, match.string[start:end])


def _month(written: str | None) -> int | None:
    if written is None or written.isdigit():
        return _number(written)
    return next(number for number, names in enumerate(_MONTH_NUMBERS, start=1) if names.fullmatch(written))


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    return int("".join(char for char in written if char.isdecimal()))


def _year(written: str | None) -> int | None:
    number = _number(written)
    if number is None or number > 99:
        return number
    return 2000 + number if number < 70 else 1900 + number


def _on_calendar(year: int | None, month: int | None, day: int | None) -> bool:
    try:
        date(year or 2000, month or 1, day if day is not None else 1)  # 2000 has a 29 February
    except ValueError:
        return False
    return True
