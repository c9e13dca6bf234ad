"""The ways in which a question is answered, in the order in which they are tried: the first that finds one answers.

Each way is a function of what is known of the question (:class:`Considered`) that returns the sentences to say, or none
and leaves the question to the next. To add one, write such a function and give it its place in :data:`WAYS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from assistant.answering.figures.beside import of_another_side
from assistant.answering.figures.of_sentences import that_count
from assistant.answering.figures.points import Point, is_series
from assistant.answering.publishers.of_each import Word
from assistant.answering.selection.answer_confidence import Route
from assistant.answering.selection.by_rule import on_the_day, words_of
from assistant.answering.selection.defined import asks_where_it_is, defined
from assistant.answering.selection.facets import Facet, asks_twice, compares, facets
from assistant.answering.selection.judge import Judge, Judged, goes_with_question
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.answering.selection.speakers.reactions import reactions
from assistant.answering.selection.who.named import Named
from assistant.answering.selection.who.office_asked import OfficeAsked, holder_asked
from assistant.answering.selection.who.office_holder import office_holders
from assistant.types import Article, Hit

_BESIDE = 0.15
"""Share of the threshold that a part must reach beside one that is sure."""


@dataclass(frozen=True)
class Considered:
    """A question with all that its ways look at; what only some of them need is found when it is first asked for.

    Attributes:
        whole: the question, its candidates judged.
        series: the dated figures that answer it; empty where it does not ask how many, or none are known.
        words: what each publisher that it is put to has on its point.
        lines: the sentences of those that have something; empty unless it is put to several.
        hits: the passages whose sentences are judged.
        judge: judges them for a part of the question too.
        read: gives an article with its sentences.
        holding: gives the articles that speak most of a term.
    """

    whole: Judged
    series: Sequence[Point]
    words: Sequence[Word]
    lines: list[Sentence]
    hits: Sequence[Hit]
    judge: Judge
    read: Callable[[Article], ReadArticle]
    holding: Callable[[str], Sequence[Article]]

    @cached_property
    def told(self) -> list[Sentence]:
        """The sentences of the series."""
        return [point.sentence for point in self.series]

    @cached_property
    def is_decided(self) -> bool:
        """Whether the figures are what is asked, as surely as to go before every other way."""
        sure = any(point.sure for point in self.series) and not asks_twice(self.whole.asked.query)
        return is_series(self.series) or sure

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The parts of the question."""
        return facets(self.whole.asked.query)

    @cached_property
    def office(self) -> OfficeAsked | None:
        """The office whose holder is asked for; None in a question of several parts."""
        return None if self.facets else holder_asked(self.whole.asked.query)

    @cached_property
    def holders(self) -> list[Named]:
        """The sentences that name whoever holds it."""
        if self.office is None:
            return []
        allows = partial(goes_with_question, self.whole.asked.query)
        return office_holders(self.office, self.whole.ranked, allows=allows, read=self.read)

    @property
    def is_answered_by_rule(self) -> bool:
        """Whether only a sentence that surely answers will do: where a place is, who holds an office."""
        return asks_where_it_is(self.whole.asked.query) or (self.office is not None and self.office.is_held)

    @cached_property
    def parts(self) -> list[Judged]:
        """Each part with its candidates, judged."""
        return [self.judge.judge(facet.query, self.hits, allows=facet.allows) for facet in self.facets]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to answer.

    Attributes:
        name: what it says.
        route: as which its answers are weighed for how sure they are.
        choose: returns the sentences to say, best first; none where it does not answer the question.
    """

    name: str
    route: Route
    choose: Callable[[Considered], list[Sentence]]


def _sure_figures(known: Considered) -> list[Sentence]:
    """Return the figures that are surely asked for, unless a publisher with a word on the point has none of them."""
    heard = {one.article.publisher for one in known.told}
    return known.told if known.is_decided and {one.article.publisher for one in known.lines} <= heard else []


def _office_holders(known: Considered) -> list[Sentence]:
    return [one.sentence for one in known.holders]


def _line_of_each(known: Considered) -> list[Sentence]:
    return [] if known.office and known.office.is_held else known.lines


def _best_of_parts(known: Considered) -> list[Sentence]:
    """Return the best sentence of each part; none where one sentence has all parts, unless they are compared."""
    query, best = known.whole.asked.query, known.whole.eligible[:1]
    apart = compares(query) or asks_twice(query) or not all(part.allows(one) for one in best for part in known.facets)
    apart = apart and not known.is_decided and not known.is_answered_by_rule
    return known.judge.best_of_parts(known.parts, least=_BESIDE) if apart else []


def _definition(known: Considered) -> list[Sentence]:
    return defined(known.whole.asked, known.whole.ranked)


def _reactions(known: Considered) -> list[Sentence]:
    return reactions(known.whole.asked.query, known.whole.ranked)


def _own_words(known: Considered) -> list[Sentence]:
    return words_of(known.whole.asked, known.whole.ranked, known.whole.eligible)


def _events_of_day(known: Considered) -> list[Sentence]:
    return on_the_day(known.whole.asked, known.whole.ranked)


def _best_sentences(known: Considered) -> list[Sentence]:
    """Return the best sentences, unless the best counts the dead of another side than the question asks for."""
    if known.is_answered_by_rule:
        return []
    sure = [one.sentence for one in known.judge.best_and_also(known.whole)]
    counting = of_another_side(known.whole.asked, sure, read=known.read, holding=known.holding)
    if sure[:1] == counting[:1]:
        return []
    return that_count(known.whole.asked, [one for one in sure if one not in counting], read=known.read)


def _any_figures(known: Considered) -> list[Sentence]:
    return [] if known.is_answered_by_rule else known.told


OFFICE_HOLDERS = Way("who holds an office", "sentence", _office_holders)
EACH_PUBLISHER = Way("a line of each publisher", "parts", _line_of_each)
BEST_SENTENCES = Way("the best sentences", "sentence", _best_sentences)
WAYS = (
    Way("figures that are surely asked for", "series", _sure_figures),  # « Combien de morts ? »
    OFFICE_HOLDERS,  # « Comment s'appelle la préfète ? »
    EACH_PUBLISHER,  # « Que disent les journaux de la grève ? »
    Way("the best sentence of each part", "parts", _best_of_parts),  # « Que demandent la mairie et le syndicat ? »
    Way("what a name is", "defined", _definition),  # « C'est quoi, Arvel ? », « Où est Arvel ? »
    Way("who reacted", "words", _reactions),  # « Qui a réagi ? »
    Way("what somebody says", "words", _own_words),  # « Et que répond la préfète ? »
    Way("what is of a day", "day", _events_of_day),  # « Que s'est-il passé le 27 octobre ? »
    BEST_SENTENCES,  # « Pourquoi le pont est-il fermé ? »
    Way("any figures", "series", _any_figures),  # « Combien de blessés ? », and no sentence is sure
)


def first_way(known: Considered) -> tuple[Way, list[Sentence]] | None:
    """Return the first way that answers a question, and what it says; None where none does."""
    return next(((way, chosen) for way in WAYS if (chosen := way.choose(known))), None)
