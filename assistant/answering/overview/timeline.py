"""Events in the order they happened: each sentence at the day it tells of, worked out from its article's date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answering.overview.salience import Salient, chosen, salient
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.dates import DateMention
from assistant.language.folding import fold
from assistant.language.moments import ResolvedDate
from assistant.language.relative_dates import resolve

_PER_DAY = 2
_SINCE = re.compile(r"(?<!\w)(?:depuis|since)\s[^,;:.]*$", re.IGNORECASE)
_MONTH_OR_YEAR = re.compile(
    r"(?:1[5-9]|20)\d\d|janv|févr|fevr|mars|avril|mai|juin|juil|août|aout|sept|oct|nov|déc|dec", re.IGNORECASE
)


_PART = re.compile(
    r"(?<!\w)(début|mi|milieu|fin|early|mid|middle|late|end)(?:\s+(?:de|du|d['’]|of|mois|in|the|\s)+|[-\s]*)$",
    re.IGNORECASE,
)
_DAYS = {
    "debut": (1, 10), "early": (1, 10), "mi": (11, 20), "milieu": (11, 20), "mid": (11, 20), "middle": (11, 20),
    "fin": (21, 31), "late": (21, 31), "end": (21, 31),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence at the time it tells of.

    Attributes:
        first: ISO 8601 to the day, month or year.
        last: the same, or the last day of several.
        inferred: it was worked out from the article's date ("jeudi"), which is itself a stated one.
        published: it names no time; the article's date stands for it.
    """

    sentence: Sentence
    first: str
    last: str
    inferred: bool
    published: bool = False


def timeline(
    articles: Sequence[ReadArticle],
    *,
    fits: Callable[[Sentence], bool],
    asked: Sequence[DateMention],
    days: tuple[int, int] = (1, 31),
    most: int,
) -> list[Event]:
    """Return the events that stand most for a topic, in the order they happened.

    Args:
        articles: in scope.
        fits: whether a sentence is of the topic.
        asked: the dates a question names: one that all events go with, or two they lie between; none for all.
        days: of the month that are meant, first and last, as :func:`days_meant` gives them.
        most: how many at most.
    """
    dated = {
        id(one.sentence): one
        for read in articles
        for one in events(read)
        if within(one, asked) and _on_one_of(days, one)
    }
    ranked = salient(articles, fits=lambda one: fits(one) and id(one) in dated)
    silent = {read.article.id for read in articles} - {one.sentence.article.id for one in ranked}
    leads = [
        (one, event)
        for one, event in _leads([read for read in articles if read.article.id in silent], fits=fits, asked=asked)
        if _on_one_of(days, event)
    ]
    dated |= {id(one.sentence): event for one, event in leads}
    ranked = sorted(
        [*ranked, *(one for one, _ in leads)], key=lambda one: (-one.score, one.sentence.article.id, one.sentence.start)
    )

    per_day = most if len(asked) == 1 and asked[0].day is not None else _PER_DAY

    def also(sentence: Sentence, taken: Sequence[Sentence]) -> bool:
        same = sum(dated[id(other)].first == dated[id(sentence)].first for other in taken)
        return same < per_day

    per_article = max(2, -(-most // max(1, len(articles))) + 1)
    found = [dated[id(one)] for one in chosen(ranked, most=most, per_article=per_article, also=also)]
    return sorted(found, key=lambda one: (one.first, one.last, one.sentence.article.id, one.sentence.start))


def days_meant(text: str, asked: Sequence[DateMention]) -> tuple[int, int]:
    """Return the days of the month that a question for one month means: the first ten for "début octobre"."""
    if len(asked) != 1 or asked[0].month is None or asked[0].day is not None:
        return 1, 31
    part = _PART.search(text[: asked[0].start])
    return _DAYS[fold(part[1])] if part else (1, 31)


def _on_one_of(days: tuple[int, int], event: Event) -> bool:
    """Tell whether an event can be of those days of its month; one dated to the month can."""
    first, last = (int(day[8:10] or 0) for day in (event.first, event.last))
    return not (first and last) or (first <= days[1] and (last >= days[0] or event.first[:7] != event.last[:7]))


def events(read: ReadArticle) -> list[Event]:
    """Return the sentences of an article that say when what they tell of happened."""
    article = read.article
    said = [one for one in resolve(article.text, article.published) if one.first is not None and one.last is not None]
    return [event for sentence in read.sentences if (event := _event(sentence, said)) is not None]


def _event(sentence: Sentence, said: Sequence[ResolvedDate]) -> Event | None:
    """Return a sentence at the finest date it names; "depuis 1994" dates what went before, not what is told."""
    text = sentence.article.text
    here = [
        one
        for one in said
        if sentence.start <= one.start
        and one.end <= sentence.end
        and one.relation == "on"
        and not _SINCE.search(text[sentence.start : one.start])
    ]
    best = max(here, key=lambda one: (len(one.first or ""), -one.start), default=None)
    if best is None or best.first is None or best.last is None:
        return None
    stated = sentence.article.published.basis == "stated"
    return Event(sentence, best.first, best.last, inferred=stated and _MONTH_OR_YEAR.search(best.text) is None)


def _leads(
    articles: Sequence[ReadArticle], *, fits: Callable[[Sentence], bool], asked: Sequence[DateMention]
) -> list[tuple[Salient, Event]]:
    """Return, for articles that date no event, what stands most for each, at the day of its publication."""
    found: list[tuple[Salient, Event]] = []
    for read in articles:
        day = read.article.published.date
        best = salient([read], fits=fits)[:1]
        if best and day is not None:
            event = Event(best[0].sentence, day, day, inferred=False, published=True)
            if within(event, asked):
                found.append((best[0], event))
    return found


def within(event: Event, asked: Sequence[DateMention]) -> bool:
    """Tell whether an event goes with the dates asked for: two are the ends of a stretch of time."""
    bounds = sorted(filter(None, (_iso(one) for one in asked)))
    if not bounds:
        return all(_month_and_day_agree(one, event.first) for one in asked)
    if len(bounds) == 1:
        length = min(len(bounds[0]), len(event.first))
        return event.first[:length] <= bounds[0][:length] <= event.last[:length]
    return bounds[0] <= event.last + "~" and event.first <= bounds[-1] + "~"


def _iso(date: DateMention) -> str | None:
    if date.year is None:
        return None
    parts = [f"{date.year:04d}", *(f"{part:02d}" for part in (date.month, date.day) if part is not None)]
    return "-".join(parts)


def _month_and_day_agree(date: DateMention, first: str) -> bool:
    wanted = "-".join(f"{part:02d}" for part in (date.month, date.day) if part is not None)
    return first[5:].startswith(wanted)
