"""Who gives no figure, as points of a series: what an article says of it, dated like the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.figures.as_of import AsOf
from assistant.answering.figures.gathering import names_around
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.points import Point
from assistant.answering.figures.silences import refuses, withholds
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.sentences import ReadArticle, Sentence


def silences(
    candidates: Sequence[Candidate], wanted: FigureQuestion, articles: Mapping[str, ReadArticle]
) -> list[Point]:
    """Return what says that the party gives no figure, one sentence of each article."""
    found: dict[str, Point] = {}
    for one in candidates:
        party = withholds(one.sentence, wanted)
        if party is not None:
            when = AsOf(one.sentence.article.published.date, "publication")
            names = names_around(one.sentence, articles[one.sentence.article.id])
            point = Point(one.sentence, (), frozenset(), when, one.score, names, party=party)
            found.setdefault(one.sentence.article.id, point)
    return list(found.values())


def refusals(candidates: Sequence[Candidate], wanted: FigureQuestion, parties: Parties) -> list[Point]:
    """Return what says that nobody gives the figure, newest first, one sentence of each article."""
    found: dict[str, Point] = {}
    for one in candidates:
        before = _before(one.sentence)
        who = refuses(one.sentence, wanted, before=before, known=parties.introduced)
        if who is not None:
            when = AsOf(one.sentence.article.published.date, "publication")
            point = Point(one.sentence, (), frozenset(), when, one.score, frozenset(), party=who)
            found.setdefault(one.sentence.article.id, point)
    return sorted(found.values(), key=lambda one: one.when.date or "", reverse=True)


def _before(sentence: Sentence) -> str:
    """Return what the paragraph of a sentence has before it."""
    return sentence.article.text[: sentence.start].rpartition("\n")[2]


def with_refusals(points: Sequence[Point], refusals: Sequence[Point]) -> list[Point]:
    """Return the points of a series with the refusals among those of its first count, by date."""
    count = points[0].count if points else 0
    told = [replace(one, event=1, count=count, latest=not points) for one in refusals]
    first = [one for one in points if (one.event, one.count) == (1, count)]
    rest = [one for one in points if (one.event, one.count) != (1, count)]
    return [*sorted([*first, *told], key=lambda one: one.when.date or "", reverse=True), *rest]
