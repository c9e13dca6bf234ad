"""Dates said from where the article stands: "lundi", "la veille", "la nuit de samedi à dimanche", "le 27 septembre".

They are worked out from the article's own date and stay unresolved where that does not suffice: with an
article dated to the month, "lundi" is no day. Nothing is completed from today's date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from assistant.language.dates import DateMention, find_dates
from assistant.language.moments import Moment, ResolvedDate, Tense, months_before, span_of
from assistant.language.numbers import find_numbers
from assistant.language.tense import tense_around
from assistant.types import Published

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DAY = rf"(?P<day>{'|'.join(_DAYS)})(?!\w|-)"
_PART = r"(?:\s+(?:matin|midi|après-midi|soir))?"
_COUNT = r"(?P<count>[\wé-]+(?:\s(?:et|cents?|mille)\s?[\wé-]*)?)"
_Reading = Callable[[re.Match[str], Moment], tuple[str, str] | None]


def _weekday(match: re.Match[str], moment: Moment) -> tuple[str, str] | None:
    """Read a day of the week: the last one up to the article's day, the next one after a future tense."""
    if moment.day is None:
        return None
    groups = match.groupdict()
    ago = (moment.day.weekday() - _DAYS.index(match["day"].lower())) % 7
    which = (groups.get("which") or "").lower()
    if which.startswith("dernier"):
        return span_of(moment.day - timedelta(ago or 7))
    tense = tense_around(match.string, match.start(), match.end())
    if which.startswith("prochain") or (tense == "future" and ago and not groups.get("this")):
        return span_of(moment.day + timedelta(7 - ago))
    lead = (groups.get("lead") or "").lower()
    unclear = (lead == "depuis" and not ago) or (lead and lead != "depuis" and tense != "past")
    return None if unclear or (tense == "future" and not groups.get("this")) else span_of(moment.day - timedelta(ago))


def _night_between(match: re.Match[str], moment: Moment) -> tuple[str, str] | None:
    first, last = (_DAYS.index(match[name].lower()) for name in ("day", "next"))
    if moment.day is None or (first + 1) % 7 != last:
        return None
    morning = moment.day - timedelta((moment.day.weekday() - last) % 7)
    return span_of(morning - timedelta(1), morning)


def _weekend(match: re.Match[str], moment: Moment) -> tuple[str, str] | None:
    if moment.day is None:
        return None
    today = moment.day.weekday()
    saturday = moment.day - timedelta((today - 5) % 7)
    tense = tense_around(match.string, match.start(), match.end())
    words = match.group().lower()
    if "prochain" in words or (tense == "future" and today < 5):
        saturday += timedelta(7)
    elif "dernier" in words and today >= 5:
        return None  # the one before, or the one that is ending
    elif today in (2, 3, 4) and tense != "past" and "dernier" not in words:
        return None
    return span_of(saturday, saturday + timedelta(1))


def _days_off(days: int) -> _Reading:
    return lambda match, moment: None if moment.day is None else span_of(moment.day + timedelta(days))


def _last_night(match: re.Match[str], moment: Moment) -> tuple[str, str] | None:
    return None if moment.day is None else span_of(moment.day - timedelta(1), moment.day)


def _week(match: re.Match[str], moment: Moment) -> tuple[str, str] | None:
    if moment.day is None:
        return None
    words = match.group().lower()
    weeks = -1 if "derni" in words or "passé" in words else 1 if "prochain" in words else 0
    monday = moment.day + timedelta(7 * weeks - moment.day.weekday())
    return span_of(monday, monday + timedelta(6))


def _month(match: re.Match[str], moment: Moment) -> tuple[str, str] | None:
    if moment.month is None:
        return None
    words = match.group().lower()
    months = 1 if "dernier" in words or "passé" in words else -1 if "prochain" in words else 0
    return (months_before(moment.month, months),) * 2


def _year(match: re.Match[str], moment: Moment) -> tuple[str, str] | None:
    if moment.year is None:
        return None
    words = match.group().lower()
    years = -1 if "derni" in words or "passé" in words else 1 if "prochain" in words else 0
    return (f"{moment.year + years:04d}",) * 2


def _ago(match: re.Match[str], moment: Moment) -> tuple[str, str] | None:
    """Read "il y a trois jours"; "huit jours" and "quinze jours" are a week and two, or not: unresolved."""
    count = _count(match["count"])
    if count is None or count > _MOST_AGO:
        return None
    unit = match["unit"].lower()
    since = match.group().lower().startswith("depuis")
    if unit.startswith("an") and moment.year is not None:
        return (f"{moment.year - count:04d}",) * 2
    if unit == "mois" and moment.month is not None:
        return (months_before(moment.month, count),) * 2
    if moment.day is None or count in (8, 15):
        return None
    if unit.startswith("jour"):
        # Six days of fighting began six days ago, or five: the first day may be counted.
        start = moment.day - timedelta(count)
        return span_of(start, start + timedelta(1)) if since else span_of(start)
    return span_of(moment.day - timedelta(7 * count)) if unit.startswith("semaine") and not since else None


def _from_day_before(match: re.Match[str], moment: Moment) -> tuple[str, str] | None:
    """Read "la veille" and its like from the day that the text named last; unresolved without one."""
    words = match.group().lower()
    if moment.anchor is None:
        return None
    days = -2 if "avant-veille" in words else -1 if "veille" in words else 2 if "surlendemain" in words else 0
    return span_of(moment.anchor + timedelta(1 if " lendemain" in words else days))


# From the fullest form to the barest; a later one never reads what an earlier one has read.
_FORMS: tuple[tuple[re.Pattern[str], _Reading], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE), reading)
    for form, reading in (
        (rf"(?:dans )?la nuit de {_DAY} à (?P<next>{'|'.join(_DAYS)})", _night_between),
        (r"(?:dans )?la nuit de (?:lun|mar|mercre|jeu|vendre|same)di|la nuit de dimanche", lambda match, moment: None),
        (rf"(?:(?P<this>ce)\s+)?{_DAY}{_PART}\s+(?P<which>dernier|prochain)", _weekday),
        (rf"(?P<this>ce)\s+{_DAY}{_PART}", _weekday),
        (rf"(?P<lead>depuis|avant|jusqu[’']à|d[’']ici(?: à)?|de|du|le|chaque)\s+{_DAY}{_PART}", _weekday),
        (rf"{_DAY}{_PART}", _weekday),
        (r"avant[- ]hier(?: soir| matin)?", _days_off(-2)),
        (r"hier(?: soir| matin| après-midi| midi)?", _days_off(-1)),
        (r"après-demain", _days_off(2)),
        (r"demain(?: soir| matin)?", _days_off(1)),
        (r"aujourd[’']hui|ce (?:matin|soir|jour)(?!-)|cet après-midi", _days_off(0)),
        (r"(?:dans )?la nuit (?:dernière|passée)|cette nuit", _last_night),
        (r"(?:ce|le|du) week-?end(?: dernier| passé| prochain)?", _weekend),
        (r"(?:en )?(?:fin|début|milieu) de (?:la )?semaine (?:dernière|passée|prochaine)", _week),
        (r"cette semaine|la semaine (?:dernière|passée|prochaine)", _week),
        (r"ce mois(?:-ci)?|(?:le|au|du) mois (?:dernier|passé|prochain)", _month),
        (r"cette année|l[’']an(?:née)? (?:dernière|dernier|passée|passé|prochaine|prochain)", _year),
        (rf"(?:il y a|voici|depuis) {_COUNT}\s(?P<unit>jours?|semaines?|mois|ans?|années?)(?! et demi)", _ago),
        (r"l[’']avant-veille|(?:à )?la veille(?: au soir)?(?! d[eu]\b| d[’'])", _from_day_before),
        (r"le (?:sur)?lendemain(?: matin| soir)?(?! d[eu]\b| d[’'])|(?:ce|le) même jour|ce jour-là", _from_day_before),
    )
)
_ANCHOR_REACH = 300
_MOST_AGO = 1000


def resolve(text: str, published: Published) -> tuple[ResolvedDate, ...]:
    """Find the dates of a text, those written in full and those said from the article's date.

    Args:
        text: a sentence, or several: "la veille" looks back to the day named last.
        published: when the article appeared.

    Returns:
        In order of place, not overlapping; ``first`` and ``last`` are None where the day is not established.
    """
    read: list[ResolvedDate] = []
    for start, end, reading in sorted(_places(text), key=lambda place: place[0]):
        near = [one for one in read if one.first == one.last and len(one.first or "") == 10]
        anchor = near[-1] if near and start - near[-1].end <= _ANCHOR_REACH else None
        moment = Moment.of(published, anchor=date.fromisoformat(anchor.first) if anchor and anchor.first else None)
        bounds = reading(moment)
        relation = "since" if re.search(r"depuis\s*(?:le\s)?$", text[:start]) else "on"
        if text[start:end].lower().startswith("depuis"):
            relation = "since"
        first, last = bounds or (None, None)
        read.append(ResolvedDate(start, end, text[start:end], first, last, "since" if relation == "since" else "on"))
    return tuple(read)


def _places(text: str) -> Iterator[tuple[int, int, Callable[[Moment], tuple[str, str] | None]]]:
    taken: set[int] = set()
    for mention in find_dates(text):
        weekday = re.search(rf"(?<!\w){_DAY}\s+$", text[: mention.start], re.IGNORECASE)
        start = weekday.start() if weekday else mention.start
        taken.update(range(start, mention.end))
        yield start, mention.end, _explicit(text, mention, weekday["day"].lower() if weekday else None)
    for form, reading in _FORMS:
        for match in form.finditer(text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                if _is_name(match):
                    continue
                yield match.start(), match.end(), partial(reading, match)


def _is_name(match: re.Match[str]) -> bool:
    """Tell whether a day is part of a name: "Mardi gras", "Le Journal du dimanche", "Vendredi saint"."""
    after = match.string[match.end() : match.end() + 7].lower()
    return after.startswith((" gras", " saint", " noir", " de pâq")) or "ournal " in match.string[: match.start()][-9:]


def _explicit(text: str, mention: DateMention, weekday: str | None) -> Callable[[Moment], tuple[str, str] | None]:
    """Complete a written date with the year of the article, where only one year can be meant."""
    after = re.match(r"\s+(dernier|prochain)", text[mention.end :])
    tense: Tense | None = "future" if after and after[1] == "prochain" else "past" if after else None

    def reading(moment: Moment) -> tuple[str, str] | None:
        said = tense or tense_around(text, mention.start, mention.end)
        found = moment.complete(mention, weekday=None if weekday is None else _DAYS.index(weekday), tense=said)
        return None if found is None else (found, found)

    return reading


def _count(words: str) -> int | None:
    if words.lower() in ("un", "une"):
        return 1
    numbers = find_numbers(words)
    whole = [one for one in numbers if (one.start, one.end) == (0, len(words)) and not one.approximate]
    return int(whole[0].value) if whole else None
