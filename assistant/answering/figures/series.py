"""A question that asks how many, answered as a dated series: the latest figure of the corpus first, called so.

A toll grows from week to week, each party gives its own, and another war is another series. So figures are
told apart by event (dates far apart), by what is counted and by whose they are, and never mixed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from assistant.answering.attribution.attribution import attribute
from assistant.answering.figures.amounts import AMOUNTS
from assistant.answering.figures.as_of import AsOf, as_of
from assistant.answering.figures.counted import counted_in
from assistant.answering.figures.event import is_particular, nearness
from assistant.answering.figures.events import in_events, without_background
from assistant.answering.figures.figures import APART, Figure
from assistant.answering.figures.givers import given_by, is_one_of, opens_on_it, subject_of
from assistant.answering.figures.on_a_day import day_asked, first_after, is_since, names_beginning, stood_on
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.points import SAME_EVENT_DAYS, Point, is_series, kept
from assistant.answering.figures.question import FigureQuestion, figure_question, with_unlisted
from assistant.answering.figures.silences import refuses, withholds
from assistant.answering.figures.whereabouts import is_headed, is_placed
from assistant.answering.publishers.asked import asks_every_publisher
from assistant.answering.publishers.origins import earliest_prints
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.dates import DateMention
from assistant.language.words import terms
from assistant.retrieval.query import QueryTerm
from assistant.types import Article

_MOST_POINTS = 12
_OF_FIRST = 9
_OF_FIRST_OF_SEVERAL = 8
_OF_EVENT = 4
_OF_OTHERS = 2
"""Points told of the very first count, alone or beside several, of the first of each other event, of other counts."""
_LEAD = 3
_SAYS = 0.6
_EVERYWHERE = 0.5
_PLACED = 0.2
_MORE, _MUCH_MORE = 1.6, 8.0
_SAME_TIME_DAYS = 6
_AMOUNT_NEAR = 2.5
"""How much lower (log-odds) than the best a sentence may score that names an amount: it may be of something else."""
_NO_SOURCE = frozenset(
    term
    for word in "selon autre nouveau dernier bilan chiffre total source lundi mardi mercredi jeudi vendredi samedi"
    " dimanche soir matin midi côté après information annonce premier part décompte compte porte-parole jour ensuite également".split()
    for term in terms(word)
)
"""Words beside a giver that are not part of its name."""
_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d\s?[-–/]\s?((?:19|20)\d\d)(?!\d)")  # "la guerre de 2020-2022"
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/%-]*\d)(?!\s(?:morts|bless|person|euros|habit|hectares))")
_CONDITIONAL = re.compile(
    r"(?<!\w)(?:aurai|serai|pourrai|devrai)(?:t|ent)\s(?:\w+\s){0,2}?(?:fai|tu[eé]|caus|coût|provoqu|ét[eé]|péri|mort|perd"
    r"|bless|dispar|attein|dépass|d[eé]plac|arrêt)",
    re.IGNORECASE,
)
"""What makes the figure itself conditional, not something else that its sentence says."""
_WIDER = re.compile(
    r"(?<!\w)(?:dans (?:tout )?le pays|dans l[’']ensemble|à l[’']échelle|au niveau national|à travers le pays"
    r"|sur tout le territoire)(?!\w)",
    re.IGNORECASE,
)
"""What makes a figure one of more than the place that its sentence or headline names."""
_SINCE = re.compile(r"(?<!\w)depuis(?!\w)", re.IGNORECASE)
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
        an event that the question names, or as it stood on the day that it names; empty for another question.
    """
    wanted = figure_question(asked.query)
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
    own = [one.sentence for one in candidates if one.sentence.numbers]
    everywhere = [one for one in wanted.context if is_particular(one) and _is_everywhere(one, articles.values(), own)]
    wanted = replace(wanted, everywhere=tuple(everywhere))
    near: dict[int, list[Point]] = {}
    for one in candidates:
        here = articles[one.sentence.article.id]
        for figures in _by_side(counted_in(one.sentence, wanted, parties, read=here), one.sentence, parties):
            level = nearness(asked, wanted, one.sentence, here)
            near.setdefault(level, []).append(_point(one, figures, wanted, parties, here))
    began = next((one for one in asked.query.dates if names_beginning(asked.query, one)), None)
    dates = [one for one in asked.query.dates if one not in (day, began)]
    named = near.get(3, [])
    led = [] if began and named else near.get(2, [])  # a dated event is told by its name
    there = [*named, *led, *(near.get(1, []) if wanted.heads or wanted.kinds & AMOUNTS or not named else [])]
    points = _of_there(there, [one for one in wanted.places if one not in wanted.everywhere])
    if wanted.kinds & AMOUNTS and points:
        points = [one for one in points if one.score >= points[0].score - _AMOUNT_NEAR or _is_of_words(one, wanted)]
    points = [one for one in points if _within(one, dates)]
    years = [int(one.sentence.article.published.date[:4]) for one in points if one.sentence.article.published.date]
    points = [one for one in points if dates or not _is_background(one, since=min(years, default=0))] or (
        [] if wanted.context else points
    )
    points = kept([one for one in points if began is None or is_since(one, began)], partial=bool(wanted.people))
    wide = wanted.side is None and not wanted.people
    event_named = any(is_particular(one) and one not in wanted.places for one in wanted.context)
    if day is not None:
        return tuple(
            replace(one, sure=True)
            for one in stood_on(in_events(points, named=event_named, parts=not wanted.places), day)
        )
    if not any(_is_own(one) for one in points) and wanted.speaker is None and not wanted.said_by:
        points += _silences(candidates, wanted, articles)  # what the other side claims is not what the party says
    points = without_background(in_events(points, wide=wide, named=event_named, parts=not wanted.places))
    points = points if began is None else first_after(points, began)
    if wanted.first and len(points) > 1:
        return tuple(replace(one, sure=True) for one in _first_of(points))
    if wanted.current and len(points) > 1:
        return tuple(replace(one, sure=True) for one in points if one.event == 1 and one.latest)
    if asks_every_publisher(asked.query):
        return tuple(_one_of_each(points))
    refusals = _refusals(candidates, wanted, articles, parties)
    if refusals and (wanted.said_by or wanted.speaker or not points):
        points = _with_refusals(points, refusals)
    if len(points) == 1 and not wanted.evolves and wanted.kinds:
        told = counted_in(candidates[0].sentence, wanted, parties, read=articles[candidates[0].sentence.article.id])
        elsewhere = bool(dates) and candidates[0].sentence is not points[0].sentence
        points = [replace(points[0], sure=(elsewhere or not told) and asked.query.answer_type == "how_many")]
    one_place = any(is_particular(term) for term in wanted.context)
    told_of = one_place or (bool(wanted.context or wanted.said_by) and (named or led))
    return tuple(_most(points)) if told_of or is_series(points) or any(one.sure for one in points) else ()


def _is_everywhere(place: QueryTerm, articles: Collection[ReadArticle], counting: Sequence[Sentence]) -> bool:
    """Tell whether most articles name a place and few sentences that count do: then the others are about it too."""
    ways = {other for other, weight in place.alternatives.items() if weight >= _SAYS} | {place.term}
    naming = sum(not ways.isdisjoint(one.frequencies) for one in articles)
    placed = sum(not ways.isdisjoint(term for term, _ in one.terms) for one in counting)
    return naming >= _EVERYWHERE * len(articles) and placed <= _PLACED * len(counting)


def _is_of_words(point: Point, wanted: FigureQuestion) -> bool:
    """Tell whether most of what an amount is asked of stands in its own sentence."""
    said = {term for term, _ in point.sentence.terms}
    words = [term for term in wanted.context if not term.is_name]
    met = sum(any(other in said for other, weight in one.alternatives.items() if weight >= _SAYS) for one in words)
    return bool(words) and 2 * met >= len(words)


def _first_of(points: Sequence[Point]) -> list[Point]:
    """Return the points of the earliest day told, of the first event."""
    dated = [one for one in points if one.event == points[0].event and one.when.day]
    earliest = min((one.when.day for one in dated if one.when.day), default=None)
    return [one for one in dated if one.when.day == earliest] or list(points[:1])


def _of_there(points: Sequence[Point], places: Sequence[QueryTerm]) -> list[Point]:
    """Return points, best first; where any is put in the place asked about, none of elsewhere or of more."""
    there = [one for one in points if _names_place(one, places)]
    put = [one for one in there if is_placed(one.figures[-1], places, one.sentence)]
    local = {one.sentence.article.id for one in put if not is_headed(one.sentence.article, places)}
    others = [
        one
        for one in points
        if one not in there
        and one.sentence.article.id not in local
        and not _WIDER.search(one.sentence.text)
        and _is_no_more(one, there)
    ]
    found = [*there, *others] if there else points
    return sorted(found, key=lambda one: -one.score)


def _is_no_more(point: Point, there: Sequence[Point]) -> bool:
    """Tell whether a figure can be of a place by its size: of its country it would be far higher at the same time."""
    day = point.when.day
    dated = [one for one in there if day and one.when.day and one.figures]
    nearest = min(dated, key=lambda one: abs((one.when.day - day).days) if day and one.when.day else 0, default=None)
    if nearest is None or day is None or nearest.when.day is None:
        return True
    most = _MORE if abs((nearest.when.day - day).days) <= _SAME_TIME_DAYS else _MUCH_MORE
    return point.value <= most * max(nearest.value, 1.0)


def _names_place(point: Point, places: Sequence[QueryTerm]) -> bool:
    text = APART.sub(" ", point.sentence.text)  # not "312 cas, dont 228 à Suspa"
    said = {*terms(text), *(term for one in point.before for term, _ in one.terms)}
    named = any(is_one_of(place, said) for place in places)
    return is_placed(point.figures[-1], places, point.sentence) or (named and not _WIDER.search(text))


def _by_side(figures: Sequence[Figure], sentence: Sentence, parties: Parties) -> list[tuple[Figure, ...]]:
    """Part the figures of a sentence by whose they are: a party tells its own losses and its enemy's."""
    sides: dict[object, list[Figure]] = {}
    for figure in figures:
        sides.setdefault(parties.of(figure, sentence), []).append(figure)
    return [tuple(group) for group in sides.values()]


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


def _point(
    candidate: Candidate, figures: tuple[Figure, ...], wanted: FigureQuestion, parties: Parties, read: ReadArticle
) -> Point:
    sentence = candidate.sentence
    said = attribute(sentence.article.text, sentence.start, sentence.end)
    sides = frozenset() if wanted.said_by else parties.of(figures[0], sentence)  # who is asked tells its own
    return Point(
        sentence=sentence,
        figures=figures,
        sides=sides,
        when=as_of(figures[0], sentence),
        score=candidate.score,
        names=_names(sentence, read) | sides,
        giver=parties.giver_of(figures[0], sentence),
        claimed=parties.is_of_enemy(figures[0], sentence),
        subject=subject_of(figures[0], sentence, parties.unlisted),
        source=frozenset(terms(given_by(figures[0], sentence))) - _NO_SOURCE,
        years=_years_told(sentence, read),
        before=read.sentences[sentence.number - 1 : sentence.number] if opens_on_it(sentence) else (),
        speaker=said.speaker,
        is_firm=said.modality != "conditional" or not _CONDITIONAL.search(sentence.text),
    )


def _names(sentence: Sentence, read: ReadArticle) -> frozenset[str]:
    """Return the names that tell of which event a sentence is: its own and those of its article's lead."""
    around = (sentence, *read.sentences[:_LEAD])
    known = {term for one in around for term, _ in one.terms if term.startswith("@")}
    known |= {term for term in read.title_terms if term.startswith("@")}
    return frozenset(known.union(*(one.names for one in around)))


def _within(point: Point, dates: Sequence[DateMention]) -> bool:
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


def _years_told(sentence: Sentence, read: ReadArticle) -> tuple[int, ...]:
    """Return the years that a sentence names; where it names none, those of the headline, or of an undated opening."""
    headed = (*_years_told_in(sentence), *_years_in(sentence.article.title or ""))
    if headed or sentence.article.published.date:
        return headed
    opening = {year for one in read.sentences[:_LEAD] for year in _years_told_in(one)}
    return tuple(opening) if len(opening) == 1 else ()


def _years_told_in(sentence: Sentence) -> tuple[int, ...]:
    return (*(one.year for one in sentence.dates if one.year), *_years_in(sentence.text))


def _years_in(text: str) -> tuple[int, ...]:
    return tuple(int(year) for form in (_YEARS, _YEAR) for year in form.findall(text))


def _is_background(point: Point, *, since: int) -> bool:
    """Tell whether an article only recalls a figure of an event long before it, or before the year of any other."""
    published = AsOf(point.sentence.article.published.date, "publication").day
    own = point.when.day
    if published is None and own is not None and own.year < since:
        return True
    text = point.sentence.text
    years = point.years
    if published is not None and years and max(years) < published.year and not _SINCE.search(text):
        return True
    recalled = published is not None and own is not None and (published - own).days > SAME_EVENT_DAYS
    return recalled or _BACKGROUND.search(text) is not None


def _refusals(
    candidates: Sequence[Candidate], wanted: FigureQuestion, articles: Mapping[str, ReadArticle], parties: Parties
) -> list[Point]:
    """Return what says that nobody gives the figure, newest first, one sentence of each article."""
    found: dict[str, Point] = {}
    for one in candidates:
        read = articles[one.sentence.article.id]
        before = read.sentences[one.sentence.number - 1].text if one.sentence.number else ""
        who = refuses(one.sentence, wanted, before=before, known=parties.introduced)
        if who is not None:
            when = AsOf(one.sentence.article.published.date, "publication")
            point = Point(one.sentence, (), frozenset(), when, one.score, frozenset(), party=who)
            found.setdefault(one.sentence.article.id, point)
    return sorted(found.values(), key=lambda one: one.when.date or "", reverse=True)


def _with_refusals(points: Sequence[Point], refusals: Sequence[Point]) -> list[Point]:
    """Return the points of a series with the refusals among those of its first count, by date."""
    count = points[0].count if points else 0
    told = [replace(one, event=1, count=count, latest=not points) for one in refusals]
    first = [one for one in points if (one.event, one.count) == (1, count)]
    rest = [one for one in points if (one.event, one.count) != (1, count)]
    return [*sorted([*first, *told], key=lambda one: one.when.date or "", reverse=True), *rest]


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
