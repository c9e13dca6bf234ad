"""The points of a dated series, and which of them are worth telling: what is said twice is kept once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.figures.as_of import AsOf
from assistant.answering.figures.figures import Figure
from assistant.answering.figures.words import KINDS
from assistant.answering.publishers.origins import origins
from assistant.answering.selection.sentences import Sentence
from assistant.types import Article

_VAGUE = re.compile(r"^(?:(?:quelques|plusieurs|des) )?(?:dizaines|centaines|milliers)$", re.IGNORECASE)
SAME_EVENT_DAYS = 60
"""How far apart the dates of two figures of one event may lie."""


@dataclass(frozen=True, slots=True)
class Point:
    """The figures of one sentence that answer, as of one date.

    Attributes:
        sentence: where they stand.
        figures: in order; empty where the party is said to give none.
        sides: whose they are, as :meth:`Parties.of` tells.
        when: as of when.
        score: of the sentence.
        names: those that its sentence and its article's lead have: where, and between whom.
        giver: the country or armed party that gives them; empty for none.
        subject: whose claim the clause of the figure reports, in the article's words; None where the speaker tells.
        years: those that its sentence names, or else the headline, or else the opening of the article.
        before: the sentence before, where theirs opens with a pronoun.
        source: index terms of the words that tell who gives them; empty where nothing does.
        earlier: what the sentence says that the count was before, with as of when.
        speaker: who is said to say so, in the article's words; None for the article itself.
        purpose: what an amount is for, see :func:`assistant.answering.figures.purposes.purpose_of`.
        claimed: whether they are of those that the speaker says it killed.
        is_firm: whether they are told without a conditional.
        overtaken: whether a higher figure of its count was known before: it is an old one told again.
        event: from 1 for the latest; points of one number are of one event.
        count: points of one event and number count the same and are one series.
        latest: whether no later one of its event and side is there.
        party: who gives no figure, in the article's words, else None.
        first: whether the first figure is asked for, and this is it.
        sure: the best sentence by other marks counts nothing of the kind, this one does.
    """

    sentence: Sentence
    figures: tuple[Figure, ...]
    sides: frozenset[str]
    when: AsOf
    score: float
    names: frozenset[str]
    giver: frozenset[str] = frozenset()
    subject: str | None = None
    source: frozenset[str] = frozenset()
    years: tuple[int, ...] = ()
    before: tuple[Sentence, ...] = ()
    earlier: tuple[tuple[Figure, AsOf], ...] = ()
    speaker: str | None = None
    purpose: str | None = None
    claimed: bool = False
    is_firm: bool = True
    overtaken: bool = False
    event: int = 1
    count: int = 0
    latest: bool = False
    party: str | None = None
    sure: bool = False
    first: bool = False

    @property
    def people(self) -> frozenset[str]:
        """The kinds of people counted; empty for all."""
        every = [figure.people for figure in self.figures]
        return frozenset().union(*every) if all(every) else frozenset()

    @property
    def counts_people(self) -> bool:
        """Whether they count those to whom something befell, or a party says that it counts none."""
        return all(figure.kind in KINDS for figure in self.figures)

    @property
    def value(self) -> float:
        """What the last of them says; 0 for a party that gives none."""
        return self.figures[-1].value if self.figures else 0.0

    @property
    def is_vague(self) -> bool:
        """Whether they are only an order of magnitude: "des dizaines de morts"."""
        text = self.sentence.article.text
        return all(_VAGUE.search(text[figure.start : figure.end]) for figure in self.figures)

    @property
    def is_adverse(self) -> bool:
        """Whether a party tells them of another's losses."""
        return self.claimed or (bool(self.giver and self.sides) and self.giver.isdisjoint(self.sides))

    @property
    def counts(self) -> object:
        """What they count: equal for the same people of the same side, told by itself or by its enemy."""
        fates = frozenset((figure.kind, figure.fate) for figure in self.figures)
        return self.sides, self.people, fates, self.is_adverse


def is_series(points: Sequence[Point]) -> bool:
    """Tell whether points are more than one figure that stands alone."""
    return len(points) > 1 or any(point.party is not None for point in points)


def same_event(left: Point, right: Point, *, named: bool = False) -> bool:
    """Tell whether two points can be of one event: their dates are near, and their places or their givers the same.

    Args:
        left: a point.
        right: another.
        named: whether both meet the name of the event that the question gives: their places may then differ.
    """
    if left.sentence.article.id == right.sentence.article.id and left.when.day == right.when.day:
        return True
    if left.when.day is None or right.when.day is None:
        return False
    near = abs((left.when.day - right.when.day).days) <= SAME_EVENT_DAYS
    alike = not left.names or not right.names or not left.names.isdisjoint(right.names)
    return near and (named or alike or not left.source.isdisjoint(right.source))


def kept(points: Sequence[Point], *, partial: bool) -> list[Point]:
    """Return the points worth telling.

    Args:
        points: of a question, best first.
        partial: whether the toll of some people is kept beside that of all.

    Returns:
        Without what an article says twice, "des dizaines" where there are numbers, the lower of two tolls of one
        article and date, and, unless wanted, the toll of some people where one of the same event counts more.
    """
    told = [point for point in _distinct(points) if not point.is_vague] or list(points)
    return _newest_of_each(told if partial else _whole(told))


def _distinct(points: Sequence[Point]) -> list[Point]:
    """Keep one point for what an article, or a dispatch that several print, says twice."""
    kept: dict[object, Point] = {}
    origin = _origins([point.sentence.article for point in points])
    for point in points:  # best first
        said = tuple((one.kind, one.value, one.upper) for one in point.figures)
        kept.setdefault((origin[point.sentence.article.id], point.when.date, said), point)
    return list(kept.values())


def _origins(articles: Sequence[Article]) -> Mapping[str, str]:
    """Return, for the id of each article, that of the first one with the same dispatch."""
    return {one.id: group[0].id for group in origins(articles) for one in group}


def _whole(points: Sequence[Point]) -> list[Point]:
    """Leave out the toll of some people where one of the same event counts more."""

    def is_partial(point: Point) -> bool:
        near = [other for other in points if same_event(other, point)]
        own = [other for other in near if other.sides == point.sides]
        return bool(point.people) and any(
            (not other.people or other.people > point.people) and other.value > point.value for other in own
        )

    return [point for point in points if not is_partial(point)]


def _newest_of_each(points: Sequence[Point]) -> list[Point]:
    """Keep, of what one article says of one date and side, the highest: a toll only grows."""
    kept: dict[object, Point] = {}
    for point in points:
        key = (point.sentence.article.id, point.when, point.counts, point.giver, point.source)
        other = kept.get(key)
        if other is None or point.figures[-1].value > other.figures[-1].value:
            kept[key] = point
    return list(kept.values())
