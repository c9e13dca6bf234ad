"""As of when a figure holds: the date that its sentence says of it, else the article's own."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.figures.asides import asides, is_aside, without_asides
from assistant.answering.figures.figures import Figure
from assistant.answering.selection.sentences import Sentence
from assistant.language.moments import ResolvedDate
from assistant.language.relative_dates import resolve
from assistant.retrieval.filters import latest_day
from assistant.types import Precision, Published

_SINCE = re.compile(r"(?<!\w)(?:depuis|dès|début|à partir|à la suite|avant|après)(?!\w)[^,;]*$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)entre(?!\w)[^,;]{0,40}$", re.IGNORECASE)  # "écoutées entre janvier 2019 et juin 2021"
_OF_EVENT = re.compile(r"(?<!matin )(?<!soir )(?<!nuit )(?<!date )(?<!bilan )(?<!\w)(?:d[eu]|d[’'])\s*(?:\w+ )?$")
_STRUCK = re.compile(
    r"(?<!\w)(?:qui (?:a|ont|avait|avaient) (?:\w+é|détruit|touché)|survenue?s?|qui s[’']est produite?)(?!\w)[^,;]*$"
)
"""What tells when the event itself was: "le séisme qui a frappé lundi"."""
_NOW = re.compile(r"(?<!\w)(?:désormais|à présent|maintenant|dorénavant)(?!\w)", re.IGNORECASE)
_WHERE = re.compile(
    r"(?<!\w)(?:où|qui|(?:alors|tandis) qu[e’']|quand|contre|après|au lieu|non)(?!\w)|(?<=\W)qu[’']", re.IGNORECASE
)
_THAN = re.compile(r"(?<!\w)(?:plus|moins|davantage|autant) qu[e’']\s?(?:le\s|la\s|en\s)?$", re.IGNORECASE)
"""« Deux de plus que dimanche »: the figure is not of Sunday."""
_JUST_PAST_DAYS = 4
_UPDATED_DAYS = 2
"""How long after its date an article may have been brought up to date."""
_PRECISIONS: dict[int, Precision] = {10: "day", 7: "month", 4: "year"}


@dataclass(frozen=True, slots=True)
class AsOf:
    """A date in ISO 8601 with its precision, and whether the sentence or the article's publication says it."""

    date: str | None
    basis: Literal["sentence", "publication"]

    @property
    def precision(self) -> Precision | None:
        """How finely the date is known."""
        return _PRECISIONS[len(self.date)] if self.date else None

    @property
    def day(self) -> datetime.date | None:
        """The last day it may be, for ordering; None without a date."""
        return datetime.date.fromisoformat(latest_day(self.date)) if self.date else None

    def is_before(self, other: AsOf) -> bool:
        """Tell whether this date certainly lies before another: "mai" is not before "20 mai"."""
        if self.date is None or other.date is None:
            return False
        shared = min(len(self.date), len(other.date))
        return self.date[:shared] < other.date[:shared]


def as_of(figure: Figure, sentence: Sentence) -> AsOf:
    """Return as of when a figure of a sentence holds.

    The date nearest to the figure in its own stretch of the sentence counts, unless it says since when, or
    names an event ("l'attentat du 14 juillet"), or lies after the article itself.
    """
    published = sentence.article.published
    text, place = sentence.text, figure.number
    first = text.rfind(";", 0, place) + 1
    last = text.find(";", place) if text.find(";", place) >= 0 else len(text)
    against = asides(text, sentence.numbers)
    told = [
        one
        for one in resolve(text, published)
        if first <= one.start < last
        and one.last
        and (one.relation == "on" or _is_news_since(text, one, published))
        and is_aside(one.start, against) == is_aside(place, against)
        and _dates_it(text, one, place)
        and not _dates_another(sentence, one, figure, against=against)
    ]
    if published.date is not None:
        end = datetime.date.fromisoformat(latest_day(published.date)) + datetime.timedelta(_UPDATED_DAYS)
        told = [one for one in told if one.last and latest_day(one.last) <= end.isoformat()]
    if not told:
        return AsOf(published.date, "publication")
    nearest = min(told, key=lambda one: (abs(one.start - place), one.start))
    coarser = published.date is not None and published.date.startswith(nearest.last or "")
    return AsOf(published.date, "publication") if coarser else AsOf(nearest.last, "sentence")


def _dates_another(
    sentence: Sentence, one: ResolvedDate, figure: Figure, *, against: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a date has another number nearer: "1 180 postes, où une explosion fit 9 morts en 2011"."""
    end = figure.end - sentence.start
    between = [number for number in sentence.numbers if end <= number.start and number.end <= one.start]
    words = without_asides(sentence.text, against)[end : one.start]
    return any(not is_aside(number.start, against) for number in between) and _WHERE.search(words) is not None


def _is_news_since(text: str, one: ResolvedDate, published: Published) -> bool:
    """Tell whether a figure is new since a day just past: "on compte désormais 290 morts depuis mercredi"."""
    if not _NOW.search(text) or one.last is None or published.precision != "day" or published.date is None:
        return False
    gone = datetime.date.fromisoformat(published.date) - datetime.date.fromisoformat(latest_day(one.last))
    return len(one.last) == 10 and 0 <= gone.days <= _JUST_PAST_DAYS


def _dates_it(text: str, one: ResolvedDate, place: int) -> bool:
    before = text[: one.start]
    between = before[place:] if one.start > place else before
    return (
        not _BETWEEN.search(before)
        and not _THAN.search(before)
        and not _SINCE.search(between)
        and not _OF_EVENT.search(before)
        and not _STRUCK.search(before)
    )
