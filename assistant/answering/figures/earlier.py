"""What a count was before: « 24 morts, contre 26 la veille », « passé de 12 à 19 morts en une nuit ».

Such a number is no figure of its own time: it is told beside the one that it is set against, with its own date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from assistant.answering.figures.as_of import AsOf, as_of
from assistant.answering.figures.asides import asides
from assistant.answering.figures.figures import Figure, figures_of
from assistant.answering.figures.givers import have_one_giver
from assistant.answering.figures.words import KINDS, UNIT, kind_of
from assistant.answering.selection.sentences import Sentence
from assistant.language.numbers import Number, find_numbers
from assistant.language.relative_dates import resolve

Earlier = tuple[Figure, AsOf]

_UNDATED = AsOf(None, "sentence")
_FROM = re.compile(
    r"(?<!\w)(?:pass|port|mont|grimp|augment|chut|baiss|alourd|bond|ramen|recul|tomb|retomb|redescend|progress|révis|revu"
    r"|abaiss|rédui|gonfl|grossi)\w*\s(?:[\w’']+\s){0,4}?d(?:e\s|[’'])(?:quelque\s|près de\s|plus de\s)?$",
    re.IGNORECASE,
)
_TO = re.compile(r"^\s(?:\w+\s){0,2}?à\s(?:plus de\s|près de\s|au moins\s|quelque\s)?$")
_IN = re.compile(
    r"^[^;:.]*?(?<!\w)en\s(?:l[’']espace d[e’']\s?|moins d[e’']\s?)?(?P<count>[\w-]+)\s(?P<unit>nuit|heures?|jours?"
    r"|journées?|semaines?|mois)(?!\w)"
)
_AGO = re.compile(
    r"(?<!\w)(?P<count>[\w-]+)\s(?P<unit>heures?|jours?|semaines?|mois)\s(?:plus tôt|auparavant|avant)(?!\w)"
)
_EVE = re.compile(r"(?<!\w)(?P<two>avant-)?veille(?!\w)")
_WEEK_BEFORE = re.compile(r"(?<!\w)la semaine (?:précédente|d[’']avant)(?!\w)")
_DAYS = {"nuit": 1, "jour": 1, "journée": 1, "semaine": 7}
_THEN = re.compile(r"(?<!\w)puis\s(?:\w+\s){0,3}$")


def earlier_of(figure: Figure, sentence: Sentence) -> tuple[Earlier, ...]:
    """Return what a count of a sentence was before, each with as of when; undated where the sentence does not tell.

    Args:
        figure: of the sentence.
        sentence: the sentence.

    Returns:
        Newest first, those without a date last.
    """
    if figure.part:
        return ()
    told = [*_set_against(figure, sentence), *_from_which(figure, sentence), *_before_it(figure, sentence)]
    told = [one for one in told if one[0].value != figure.value]
    first: dict[float, Earlier] = {}
    for one in sorted(told, key=lambda one: one[1].date or "", reverse=True):
        first.setdefault(one[0].value, one)
    return tuple(first.values())


def _set_against(figure: Figure, sentence: Sentence) -> list[Earlier]:
    text = sentence.text
    whole = [one for one in figures_of(sentence) if not one.part and (one.kind != "count" or one.kind == figure.kind)]
    found = []
    for start, end in asides(text, sentence.numbers):
        before = [one for one in whole if one.end - sentence.start <= start and ";" not in text[one.number : start]]
        inside = [
            one
            for one in sentence.numbers
            if start <= one.start < end and (figure.unit or not UNIT.match(text[one.end :]))
        ]
        for place, number in enumerate(inside):
            until = inside[place + 1].said[0] if place + 1 < len(inside) else end
            own = kind_of(text[number.end : until].split(" ")[1]) if " " in text[number.end : until] else None
            paired = before[-len(inside) + place] if len(inside) == len(before) else before[-1] if before else None
            meant = next((one for one in reversed(before) if one.kind == own), paired) if own else paired
            if meant is not None and meant.start == figure.start:
                when = _when(text[number.end : until], number.end, figure, sentence)
                if when.date is None and len(inside) == len(before):  # "contre 7 et 38 la veille"
                    when = _when(text[number.end : end], number.end, figure, sentence)
                found.append((_as(figure, number, sentence), when))
    return found


def _from_which(figure: Figure, sentence: Sentence) -> list[Earlier]:
    text = sentence.text
    before = [one for one in sentence.numbers if one.end <= figure.number]
    if not before or not _TO.match(text[before[-1].end : figure.start - sentence.start]):
        return []
    if not _FROM.search(text[: before[-1].said[0]]):
        return []
    after = text[figure.end - sentence.start :]
    took = _IN.match(after)
    days = _days(took["count"], took["unit"]) if took else None
    return [(_as(figure, before[-1], sentence), _days_before(as_of(figure, sentence), days))]


def _before_it(figure: Figure, sentence: Sentence) -> list[Earlier]:
    """Return the figures of the same count that the sentence dates earlier: "12 dimanche ; lundi, 15"."""
    when = as_of(figure, sentence)
    found = []
    for one in figures_of(sentence):
        same = (one.kind, one.part, one.unit) == (figure.kind, figure.part, figure.unit)
        same = same and one.people in (frozenset(), figure.people)
        alike = one.kind in KINDS or one.terms == figure.terms
        if one.start == figure.start or not same or not alike or one.sides != figure.sides:
            continue
        if not have_one_giver(one, figure, sentence):
            continue
        then = as_of(one, sentence)
        if then.is_before(when):
            found.append((one, then))
        elif one.start < figure.start and _THEN.search(sentence.text[: figure.start - sentence.start]):
            found.append((one, _UNDATED))
    return found


def _as(figure: Figure, number: Number, sentence: Sentence) -> Figure:
    """Return a figure with another number, in the same millions."""
    said = sentence.text[figure.number : figure.end - sentence.start]
    scale = next((unit for word, unit in (("milliard", 1e9), ("million", 1e6)) if word in said), 1.0)
    value = number.value * scale if number.value < 1000 <= scale else number.value
    return replace(
        figure,
        start=sentence.start + number.said[0],
        end=sentence.start + number.said[1],
        number=number.start,
        value=value,
        upper=None,
        bound=number.bound,
    )


def _when(words: str, place: int, figure: Figure, sentence: Sentence) -> AsOf:
    """Return as of when an earlier figure was, by the words after it."""
    published, now = sentence.article.published, as_of(figure, sentence)
    if eve := _EVE.search(words):
        return _days_before(now, 2 if eve["two"] else 1)
    if _WEEK_BEFORE.search(words):
        return _days_before(now, 7)
    if ago := _AGO.search(words):
        return _days_before(now, _days(ago["count"], ago["unit"]))
    dates = [one for one in resolve(sentence.text, published) if place <= one.start < place + len(words) and one.last]
    return AsOf(_shared(dates[0].first, dates[0].last), "sentence") if dates else _UNDATED


def _shared(first: str | None, last: str | None) -> str | None:
    """Return a day, or the month or year that two days share: of "la semaine dernière" no day is known."""
    if first is None or last is None or first == last:
        return last
    return next((last[:size] for size in (7, 4) if first[:size] == last[:size]), None)


def _days(count: str, unit: str) -> int | None:
    """Return how many days "huit jours", "24 heures" or "une nuit" are; None for what is no whole number of them."""
    numbers = find_numbers(count)
    number = numbers[0].value if numbers else 1.0 if count.lower() in ("un", "une") else None
    if number is None or unit == "mois":
        return None
    if unit.startswith("heure"):
        return int(number // 24) if number % 24 == 0 else None
    return int(number * _DAYS[unit.rstrip("s")])


def _days_before(when: AsOf, days: int | None) -> AsOf:
    if when.day is None or when.precision != "day" or days is None:
        return _UNDATED
    return AsOf((when.day - timedelta(days)).isoformat(), "sentence")


def not_told(earlier: Sequence[Earlier], figures: Sequence[Figure]) -> tuple[Earlier, ...]:
    """Return the earlier figures that none of some others, told in their own time, already says."""
    said = {(one.kind, one.value) for one in figures}
    return tuple(one for one in earlier if (one[0].kind, one[0].value) not in said)
