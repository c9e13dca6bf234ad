"""A question that asks how many, answered as a dated series: the latest figure of the corpus first, called so.

A toll grows from week to week, each party gives its own, and another war is another series. So figures are
told apart by event (dates far apart), by what is counted and by whose they are, and never mixed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.answering.attribution.attribution import attribute
from assistant.answering.figures.as_of import AsOf, as_of
from assistant.answering.figures.counted import counted_in, sides_of
from assistant.answering.figures.event import is_particular, nearness
from assistant.answering.figures.events import in_events
from assistant.answering.figures.figures import Figure
from assistant.answering.figures.givers import giver_of
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.points import SAME_EVENT_DAYS, Point, is_series, kept
from assistant.answering.figures.question import FigureQuestion, figure_question
from assistant.answering.figures.silences import withholds
from assistant.answering.publishers.origins import earliest_prints
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.dates import DateMention
from assistant.types import Article

_MOST_POINTS = 6
_LEAD = 3
_BACKGROUND = re.compile(r"(?<!\w)(?:(?:jours|semaines|mois|ans|années) plus tôt|auparavant|par an|chaque année)(?!\w)")


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
        an event that the question names; empty for another question and for one that names a day.
    """
    wanted = figure_question(asked.query)
    days = [one for one in asked.query.dates if one.day is not None]
    if wanted is None or wanted.one or len(days) == 1 or (len(days) > 1 and not wanted.evolves):
        return ()
    candidates = earliest_prints(candidates)
    articles = {one.sentence.article.id: read(one.sentence.article) for one in candidates}
    parties = Parties(list(articles.values()), holding=lambda word: [read(one) for one in holding(word)])
    near: dict[int, list[Point]] = {}
    for one in candidates:
        here = articles[one.sentence.article.id]
        figures = counted_in(one.sentence, wanted, parties, read=here)
        if figures:
            near.setdefault(nearness(asked, wanted, one.sentence, here), []).append(_point(one, figures, parties, here))
    points = near.get(2) or near.get(1) or []
    points = [one for one in points if _within(one, asked.query.dates) and not (wanted.context and _is_background(one))]
    points = kept(points, partial=bool(wanted.people))
    if not any(_is_own(one) for one in points):
        points += _silences(candidates, wanted, articles)  # what the other side claims is not what the party says
    points = in_events(points)
    if wanted.current and len(points) > 1:
        return tuple(replace(one, sure=True) for one in points if one.event == 1 and one.latest)
    if len(points) == 1 and not wanted.evolves and wanted.kinds:
        told = counted_in(candidates[0].sentence, wanted, parties, read=articles[candidates[0].sentence.article.id])
        points = [replace(points[0], sure=not told and asked.query.answer_type == "how_many")]
    one_place = any(is_particular(term) for term in wanted.context)
    return tuple(points[:_MOST_POINTS]) if one_place or is_series(points) else ()


def of_another_side(
    asked: Asked,
    sentences: Sequence[Sentence],
    *,
    read: Callable[[Article], ReadArticle],
    holding: Callable[[str], Sequence[Article]],
) -> list[Sentence]:
    """Return the sentences whose figures count what a question asks for, all of them on other sides than it asks about.

    Args:
        asked: the question.
        sentences: what may answer it.
        read: gives an article with its sentences.
        holding: gives the articles that speak most of a term.
    """
    wanted = figure_question(asked.query)
    if wanted is None or wanted.side is None:
        return []
    articles = {one.article.id: read(one.article) for one in sentences}
    parties = Parties(list(articles.values()), holding=lambda word: [read(one) for one in holding(word)])
    side, of_any = sides_of(wanted.side), replace(wanted, side=None, people=())
    found = []
    for sentence in sentences:
        figures = counted_in(sentence, of_any, parties, read=articles[sentence.article.id])
        whose = [parties.of(figure, sentence) for figure in figures]
        if whose and all(one and one.isdisjoint(side) for one in whose):
            found.append(sentence)
    return found


def _is_own(point: Point) -> bool:
    """Tell whether a figure comes from the side that it is about, or from nobody who is a party."""
    return not point.is_adverse


def _point(candidate: Candidate, figures: tuple[Figure, ...], parties: Parties, read: ReadArticle) -> Point:
    sentence = candidate.sentence
    said = attribute(sentence.article.text, sentence.start, sentence.end)
    return Point(
        sentence=sentence,
        figures=figures,
        sides=parties.of(figures[0], sentence),
        when=as_of(figures[0], sentence),
        score=candidate.score,
        names=_names(sentence, read),
        giver=giver_of(figures[0], sentence),
        speaker=said.speaker,
        is_firm=said.modality != "conditional",
    )


def _names(sentence: Sentence, read: ReadArticle) -> frozenset[str]:
    """Return the names that tell of which event a sentence is: its own and those of its article's lead."""
    around = (sentence, *read.sentences[:_LEAD])
    known = {term for one in around for term, _ in one.terms if term.startswith("@")}
    known |= {term for term in read.title_terms if term.startswith("@")}
    return frozenset(known.union(*(one.names for one in around)))


def _within(point: Point, dates: Sequence[DateMention]) -> bool:
    """Tell whether a point is of a month or year that the question names, or between the first and last of its days."""
    when = point.when.day
    if not dates or when is None:
        return not dates
    days = [one for one in dates if one.day is not None]
    if not days:
        return any(one.year in (None, when.year) and one.month in (None, when.month) for one in dates)
    bounds = [(one.year or when.year, one.month or 1, one.day or 1) for one in days]
    return min(bounds) <= (when.year, when.month, when.day) <= max(bounds)


def _is_background(point: Point) -> bool:
    """Tell whether an article only recalls a figure of an event long before it."""
    published = AsOf(point.sentence.article.published.date, "publication").day
    own = point.when.day
    recalled = published is not None and own is not None and (published - own).days > SAME_EVENT_DAYS
    return recalled or _BACKGROUND.search(point.sentence.text) is not None


def _silences(
    candidates: Sequence[Candidate], wanted: FigureQuestion, articles: Mapping[str, ReadArticle]
) -> list[Point]:
    """Return what says that the party gives no figure, one sentence of each article."""
    found: dict[str, Point] = {}
    for one in candidates:
        party = withholds(one.sentence, wanted)
        if party is not None:
            when = AsOf(one.sentence.article.published.date, "publication")
            names = _names(one.sentence, articles[one.sentence.article.id])
            point = Point(one.sentence, (), frozenset(), when, one.score, names, party=party)
            found.setdefault(one.sentence.article.id, point)
    return list(found.values())
