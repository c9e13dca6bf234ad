"""A question that asks how many, answered as a dated series: the latest figure of the corpus first, called so.

A toll grows from week to week, each party gives its own, and another war is another series. So figures are
told apart by event (dates far apart), by what is counted and by whose they are, and never mixed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.answering.figures.amounts import AMOUNTS
from assistant.answering.figures.counted import counted_in
from assistant.answering.figures.event import is_particular
from assistant.answering.figures.event_name import name_of_event
from assistant.answering.figures.events import in_events, without_background
from assistant.answering.figures.gathering import gather, is_of_words
from assistant.answering.figures.of_place import is_everywhere, places_beside
from assistant.answering.figures.on_a_day import (
    day_asked,
    first_after,
    is_since,
    is_since_when,
    names_beginning,
    stood_on,
)
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.period import is_background, is_of_an_older_event, within
from assistant.answering.figures.points import Point, is_series, kept
from assistant.answering.figures.question import with_unlisted
from assistant.answering.figures.untold import refusals, silences, with_refusals
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.figures.words import KINDS
from assistant.answering.publishers.asked import asks_every_publisher
from assistant.answering.publishers.origins import earliest_prints
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.sentences import ReadArticle
from assistant.language.dates import DateMention
from assistant.types import Article

_SAYS_FIRST = re.compile(
    r"(?<!\w)(?:(?:premiers?|premières?) (?:bilan|chiffre|décompte|estimation|annonce)s?"
    r"|d[’']abord|dans un premier temps)"
    r"(?!\w)",
    re.IGNORECASE,
)
_MOST_POINTS = 12
_OF_FIRST = 9
_OF_FIRST_OF_SEVERAL = 8
_OF_EVENT = 4
_OF_OTHERS = 2
"""Points told of the very first count, alone or beside several, of the first of each other event, of other counts."""


def series_for(
    asked: Asked,
    candidates: Sequence[Candidate],
    *,
    read: Callable[[Article], ReadArticle],
    holding: Callable[[str], Sequence[Article]],
) -> tuple[Point, ...]:
    """Return the points of the series that a question asks for, the latest event first and newest first within it.

    Args:
        asked: the question.
        candidates: the sentences that go with its dates and publishers, best first; of reprints the earliest counts.
        read: gives an article with its sentences.
        holding: gives the articles that speak most of a term.

    Returns:
        Two points at least, or the sentences that say that the party gives no figure, or the one figure of
        an event that the question names, or as it stood on the day that it names; empty for another question.
    """
    wanted = asked.wanted
    days = [one for one in asked.query.dates if one.day is not None and not names_beginning(asked.query, one)]
    day = day_asked(asked.query)
    if wanted is None or wanted.one or (days and day is None and not (len(days) > 1 and wanted.evolves)):
        return ()
    candidates = earliest_prints(candidates)
    articles = {one.sentence.article.id: read(one.sentence.article) for one in candidates}
    parties = Parties(
        list(articles.values()),
        holding=lambda word: [read(one) for one in holding(word)],
        question=asked.query.text,
    )
    wanted = with_unlisted(wanted, asked.query, parties.unlisted)
    wanted = _of_named_event(wanted, articles)
    own = [one.sentence for one in candidates if one.sentence.numbers]
    everywhere = [one for one in wanted.context if is_particular(one) and is_everywhere(one, articles.values(), own)]
    places = tuple(one for one in wanted.places if not parties.is_person(one, asked.query.text))
    around = places_beside(everywhere, articles.values())
    wanted = replace(wanted, everywhere=tuple(everywhere), local=around, places=places)
    began = next((one for one in asked.query.dates if names_beginning(asked.query, one)), None)
    dates = [one for one in asked.query.dates if one not in (day, began)]
    gathered = gather(asked, wanted, candidates, parties=parties, articles=articles, is_dated=began is not None and not is_since_when(asked.query, began))
    points = _of_its_time(gathered.points, wanted, dates)
    points = kept([one for one in points if began is None or is_since(one, began)], partial=bool(wanted.people))
    wide = wanted.side is None and not wanted.people
    event_named = bool(wanted.said_by or wanted.everywhere) or any(
        is_particular(one) and one not in wanted.places for one in wanted.context
    )
    if day is not None:
        return tuple(
            replace(one, sure=True)
            for one in stood_on(in_events(points, named=event_named, parts=not wanted.places), day)
        )
    if not any(_is_own(one) for one in points) and wanted.speaker is None and not wanted.said_by:
        points += [
            one for one in silences(candidates, wanted, articles) if within(one, dates)
        ]  # what the other side claims is not what the party says
    points = without_background(in_events(points, wide=wide, named=event_named, parts=not wanted.places))
    points = points if began is None else first_after(points, began)
    names = any(is_particular(one) for one in wanted.context)
    if wanted.first and len(points) > 1:
        return tuple(
            replace(one, sure=True, first=True) for one in _first_of(points, any(map(is_particular, wanted.context)))
        )
    if wanted.current and len(points) > 1:
        return tuple(replace(one, sure=True) for one in points if one.event == 1 and one.latest)
    if asks_every_publisher(asked.query):
        return tuple(_one_of_each(points))
    refused = [one for one in refusals(candidates, wanted, parties) if within(one, dates)]
    if refused and (wanted.said_by or wanted.speaker or not points):
        points = with_refusals(points, refused)
    if len(points) == 1 and not wanted.evolves and wanted.kinds:
        told = counted_in(candidates[0].sentence, wanted, parties, read=articles[candidates[0].sentence.article.id])
        elsewhere = bool(dates) and candidates[0].sentence is not points[0].sentence
        of_it = wanted.kinds.isdisjoint(AMOUNTS) or is_of_words(points[0], wanted)
        sure = of_it and (elsewhere or not told) and asked.query.answer_type == "how_many"
        points = [replace(points[0], sure=sure)]
    told_of = names or (bool(wanted.context or wanted.said_by) and gathered.named)
    points = _most(points) if told_of or is_series(points) or any(one.sure for one in points) else []
    return tuple(replace(one, sure=one.sure or _is_certain(points, wanted)) for one in points)


def _is_certain(points: Sequence[Point], wanted: FigureQuestion) -> bool:
    """Tell whether amounts or counts of things are those asked for: by who gives them, or by the words they are of."""
    of_giver = bool(wanted.said_by or wanted.speaker)
    if points and points[0].party is not None:
        return of_giver
    told = [one for one in points if one.party is None and is_of_words(one, wanted)]
    if not wanted.heads and wanted.kinds.isdisjoint(AMOUNTS):
        return False
    words = any(not one.is_name for one in wanted.context)
    return bool(told) and (of_giver or (words and len({one.sentence.article.id for one in told}) > 1))


def _of_named_event(wanted: FigureQuestion, articles: Mapping[str, ReadArticle]) -> FigureQuestion:
    """Return a question that calls its event by common words with the name that the articles give to it."""
    if not wanted.context or wanted.kinds.isdisjoint(KINDS) or any(is_particular(one) for one in wanted.context):
        return wanted
    name = name_of_event(wanted.context, articles.values())
    return wanted if name is None else replace(wanted, context=(*wanted.context, name))


def _of_its_time(points: Sequence[Point], wanted: FigureQuestion, dates: Sequence[DateMention]) -> list[Point]:
    """Return points of the time that a question names, or else none that only recalls an older event."""
    names = [one for one in wanted.context if is_particular(one)]
    points = [one for one in points if within(one, dates) and not is_of_an_older_event(one, names)]
    years = [int(one.sentence.article.published.date[:4]) for one in points if one.sentence.article.published.date]
    since = min(years, default=0)
    told = [one for one in points if dates or not is_background(one, since=since)]
    if not names and wanted.context and points and is_background(points[0], since=since):
        return [one for one in points if is_background(one, since=since)]  # the best is of an older event, by its words
    return told or ([] if wanted.context else points)


def _first_of(points: Sequence[Point], named: bool) -> list[Point]:
    """Return the points that call themselves the first, else those of the earliest day told, of the first event."""
    told = [one for one in points if _SAYS_FIRST.search(one.sentence.text)]
    if told:
        return told
    dated = [one for one in points if one.when.day and (one.event == points[0].event or not named)]
    earliest = min((one.when.day for one in dated if one.when.day), default=None)
    return [one for one in dated if one.when.day == earliest] or list(points[:1])


def _one_of_each(points: Sequence[Point]) -> list[Point]:
    """Return the newest point of each publisher, of the first event."""
    first: dict[str | None, Point] = {}
    for one in points:
        if one.event == points[0].event:
            first.setdefault(one.sentence.article.publisher, one)
    return list(first.values())


def _most(points: Sequence[Point]) -> list[Point]:
    """Return the points told: many of the first count and of the longest, few of each other one."""
    told: list[Point] = []
    sizes = Counter(one.count for one in points if one.event == points[0].event)
    first = _OF_FIRST_OF_SEVERAL if len(sizes) > _OF_OTHERS else _OF_FIRST
    long = {points[0].count, max(sizes, key=lambda count: (sizes[count], -count))} if points else set()
    for one in points:
        own = [other for other in told if (other.event, other.count) == (one.event, one.count)]
        whole = one.event == points[0].event and one.count in long
        most = first if whole else _OF_OTHERS if one.count else _OF_EVENT
        if len(own) < most:
            told.append(one)
    return told[:_MOST_POINTS]


def _is_own(point: Point) -> bool:
    """Tell whether a figure comes from the side that it is about, or from nobody who is a party."""
    return not point.is_adverse
