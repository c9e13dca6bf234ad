"""The default answerer: the sentences that answer, to the letter, as few as the question needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from assistant.answering.abstention import reason_to_abstain, unknown_names
from assistant.answering.attribution.spoken import citations_of
from assistant.answering.figures.beside import may_count_beside, of_another_side
from assistant.answering.figures.points import Point, is_series
from assistant.answering.figures.question import figure_question
from assistant.answering.figures.series import series_for
from assistant.answering.figures.wording import figure_points, leads
from assistant.answering.figures.words import KINDS
from assistant.answering.publishers.asked import asks_every_publisher, put_to, some
from assistant.answering.publishers.of_each import (
    Word,
    beside_an_answer,
    measured,
    with_a_word,
    without_a_word,
    words_of_each,
)
from assistant.answering.publishers.origins import once
from assistant.answering.publishers.side_by_side import beside, with_opposed
from assistant.answering.publishers.word_model import load_word_model
from assistant.answering.selection.answer_confidence import Evidence, Route
from assistant.answering.selection.by_rule import on_the_day, words_of
from assistant.answering.selection.candidates import counting_candidates
from assistant.answering.selection.confidence import (
    CONFIDENCE_FEATURES,
)
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.defined import asks_where_it_is, defined
from assistant.answering.selection.facets import Facet, asks_twice, compares, facets
from assistant.answering.selection.features import SENTENCE_FEATURES
from assistant.answering.selection.judge import Judge, Judged, goes_with_question, is_of_publisher
from assistant.answering.selection.named import with_names, with_speakers
from assistant.answering.selection.office_asked import holder_asked
from assistant.answering.selection.office_holder import office_holders
from assistant.answering.selection.reactions import reactions
from assistant.answering.selection.scorer import Scorer, load_scorer
from assistant.answering.selection.sentences import Sentence, SentenceReader
from assistant.answering.selection.words_asked import lead_in, words_asked
from assistant.answering.span.marked import marked
from assistant.answering.wording import refusal_text, statement_text
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import Query
from assistant.types import Answer, Article, Citation, Hit, Statement

_JUDGED = 40
"""Passages whose sentences are judged; further ones are looked through for the figures of a count alone."""
_HOLDING = 20
"""Passages in which it is looked up whom a word for a side stands for."""
_OF_THINGS = 0.4
"""Share of the threshold that the best sentence must reach where things or money are counted, of all kinds."""
_WORDS = 4
"""A sentence of fewer words announces the next one: « Reste l'épave. »"""
_BY_RULE = 0.9
"""How sure a sentence is that a certain rule chose: a name right beside the office that is asked for."""
_BESIDE = 0.15
"""Share of the threshold that a part must reach beside one that is sure."""


class ExtractiveAnswerer:
    """Chooses among the sentences of the hits; writes nothing of its own but who said it and when.

    Args:
        index: the index that the hits are from.
        encoder: the shipped static encoder, on whose cosines the scorer was fitted.
        scorer: the models that choose; None for the shipped ones.
    """

    def __init__(self, index: Index, encoder: StaticEncoder, *, scorer: Scorer | None = None) -> None:
        self._index = index
        self._encoder = encoder
        self._reader = SentenceReader(encoder)
        self._scorer = scorer or load_scorer(
            sentence_features=SENTENCE_FEATURES, confidence_features=CONFIDENCE_FEATURES
        )
        self._judge = Judge(index, encoder, self._reader, self._scorer)

    def answer(self, query: Query, hits: Sequence[Hit], *, question: str) -> Answer:
        """Answer a question from hits, or abstain with the reason.

        Args:
            query: the question as understood, parsed.
            hits: the passages whose sentences may answer, best first.
            question: as asked.

        Returns:
            An answer without timings; its hits are the ones given, of many the first.
        """
        hits, further = (hits, hits[:0]) if asks_every_publisher(query) else (hits[:_JUDGED], hits[_JUDGED:])
        whole = self._judge.judge(query, hits)
        asked_apart = facets(query)
        words = self._words(whole, put_to(query, hits, self._index.articles))
        lines = once(with_a_word(words, load_word_model())) if len(words) > 1 else []
        compared = partial(beside, quiet=without_a_word(words, load_word_model()), read=self._reader.read)
        parts = [self._judge.judge(facet.query, hits, allows=facet.allows) for facet in asked_apart]
        series = self._series(whole, further)
        told = [point.sentence for point in series]
        looked_at = [one.sentence for one in whole.ranked]
        decided = is_series(series) or (any(point.sure for point in series) and not asks_twice(query))
        apart = self._judge.best_of_parts(parts, least=_BESIDE) if _apart(query, whole, asked_apart) else []
        office = holder_asked(query) if not asked_apart else None
        allows = partial(goes_with_question, query)
        named = office_holders(office, whole.ranked, allows=allows, read=self._reader.read) if office else []
        only_by_rule = asks_where_it_is(query) or (office is not None and office.is_held)
        ways: tuple[tuple[Route, Callable[[], list[Sentence]]], ...] = (
            ("series", lambda: told if decided and _are_of_all(told, lines) else []),
            ("defined", lambda: [one.sentence for one in named]),
            ("parts", lambda: [] if office and office.is_held else lines),
            ("parts", lambda: [] if decided or only_by_rule else apart),
            ("defined", lambda: defined(whole.asked, whole.ranked)),
            ("words", lambda: reactions(query, whole.ranked)),
            ("words", lambda: words_of(whole.asked, whole.ranked, whole.eligible)),
            ("day", lambda: on_the_day(whole.asked, whole.ranked)),
            ("sentence", lambda: [] if only_by_rule else self._of_its_side(whole)),
            ("series", lambda: [] if only_by_rule else told),
        )
        route, chosen = next(((name, found) for name, choose in ways if (found := choose())), ("sentence", []))
        series = series if chosen == told else ()
        if chosen is lines:
            series = ()
        elif not named and (not series or (len(series) == 1 and series[0].latest and series[0].figures)):
            counted = partial(may_count_beside, whole.asked, read=self._reader.read)
            series, chosen = (), with_opposed(chosen, whole.eligible, counted=counted, read=self._reader.read)
        if route == "sentence" and chosen and not lines:
            chosen = once([*chosen, *self._of_others(whole, chosen)])
        if not chosen:
            sure = 1.0 - _BY_RULE if only_by_rule else 1.0
            return compared(self._abstain(whole, hits, question=question, most=sure), [], [], looked_at)
        quoted = [[*self._lead_in(query, sentence), *self._with_continuation(sentence)] for sentence in chosen]
        cited = citations_of(quoted)
        citations = tuple(one for group in cited for one in group)
        openings = leads(series, query.language) or [""] * len(cited)
        statements = tuple(
            Statement(opening + statement_text(group, query.language), tuple(one.number for one in group))
            for opening, group in zip(openings, cited, strict=True)
        )
        answer = Answer(
            question=question,
            understood=query.text,
            language=query.language,
            text="\n".join(statement.text for statement in statements),
            statements=statements,
            citations=with_names(with_speakers(query, marked(query, citations)), named),
            reason=None,
            confidence=self._scorer.of_answer(
                Evidence(
                    route="sentence" if named else route,
                    best=max(whole.confidence, _BY_RULE) if named else whole.confidence,
                    parts=_sureness(parts, words, lines) if route == "parts" else [],
                    statements=len(statements),
                    twice=asks_twice(query) or compares(query),
                    question=query.text,
                )
            ),
            hits=tuple(hits),
            figures=figure_points(series, [group[0].number for group in cited]) if is_series(series) else (),
        )
        given = frozenset(other for term in query.terms for other in term.alternatives) if lines else frozenset()
        return compared(answer, chosen, series, looked_at, given=given)

    def stream(self, query: Query, hits: Sequence[Hit], *, question: str) -> Iterator[Answer]:
        """Yield the answer, at once."""
        yield self.answer(query, hits, question=question)

    def evidence(self, answer: Answer, query: Query, hits: Sequence[Hit], *, most: int) -> tuple[Citation, ...]:
        """Return an answer's citations and the next best sentences, numbered from 1: what an answer may be worded from.

        Args:
            answer: of :meth:`answer`, to the same query and hits.
            query: the question as understood, parsed.
            hits: the passages.
            most: sentences returned, unless the answer itself cites more.
        """
        found = list(answer.citations)
        judged = self._judge.judge(query, hits)
        near = [one for one in judged.ranked[:_JUDGED] if goes_with_question(query, one)]
        for candidate in (*judged.eligible, *near):
            [[one]] = citations_of([[candidate.sentence]])
            announces = one.quote.rstrip("\u00a0\u202f ").endswith(":")
            if len(found) < most and not announces and not any(_overlap(one, other) for other in found):
                found.append(replace(one, number=len(found) + 1))
        return tuple(found)

    def _series(self, whole: Judged, further: Sequence[Hit]) -> tuple[Point, ...]:
        """Return the dated series that answers a question that asks how many; empty for any other."""
        last = whole.ranked[-1].score if whole.ranked else 0.0
        counting = counting_candidates(further, index=self._index, reader=self._reader, below=last)
        told = {(one.sentence.article.id, one.sentence.number) for one in whole.ranked}
        more = [one for one in counting if (one.sentence.article.id, one.sentence.number) not in told]
        own = [one for one in (*whole.ranked, *more) if is_of_publisher(whole.asked.query, one)]
        series = series_for(whole.asked, own, read=self._reader.read, holding=self._holding)
        sure = whole.confidence >= self._scorer.threshold * _OF_THINGS
        wanted = figure_question(whole.asked.query)
        of_people = wanted is not None and not wanted.kinds.isdisjoint(KINDS)
        return series if sure or (of_people and any(one.counts_people for one in series)) else ()

    def _words(self, whole: Judged, names: Sequence[str | None]) -> tuple[Word, ...]:
        """Return what each of some publishers has on the point of a question."""
        found = measured(whole.asked, whole.ranked, names, encoder=self._encoder, read=self._reader.read)
        return words_of_each(found, load_word_model(), named=whole.asked.query.publishers)

    def _of_others(self, whole: Judged, chosen: Sequence[Sentence]) -> list[Sentence]:
        """Return what other publishers have on exactly the point, a line each; none where the question names some."""
        found = (one.sentence.article.publisher for one in whole.ranked)
        words = () if whole.asked.query.publishers else self._words(whole, some(found))
        others = beside_an_answer(words, [one.article.publisher for one in chosen], load_word_model())
        if words_asked(whole.asked.query):
            others = [one for one in others if any(one is candidate.sentence for candidate in whole.eligible)]
        return [one for one in others if not breaks_date(whole.asked.query, one) and self._may_stand_beside(whole, one)]

    def _may_stand_beside(self, whole: Judged, sentence: Sentence) -> bool:
        """Tell whether a sentence may be told beside an answer: to how many, only another count of the same."""
        asks_whose = figure_question(whole.asked.query) is not None
        return not asks_whose or may_count_beside(whole.asked, sentence, read=self._reader.read)

    def _of_its_side(self, whole: Judged) -> list[Sentence]:
        """Return the best sentences, unless the best counts the dead of another side than the question asks for."""
        sure = [one.sentence for one in self._judge.best_and_also(whole)]
        counting = of_another_side(whole.asked, sure, read=self._reader.read, holding=self._holding)
        return [] if sure[:1] == counting[:1] else [one for one in sure if one not in counting]

    def _holding(self, term: str) -> list[Article]:
        """Return the articles of the passages that speak most of a term."""
        scores = self._index.lexical.scores([term])
        rows = [int(row) for row in np.argsort(-scores, kind="stable")[:_HOLDING] if scores[row] > 0]
        ids = dict.fromkeys(self._index.passages[row].article_id for row in rows)
        return [self._index.articles[article_id] for article_id in ids]

    def _lead_in(self, query: Query, sentence: Sentence) -> Sequence[Sentence]:
        """Return the sentence before one in somebody's words, where that one names of whom they have to be."""
        words = words_asked(query)
        return lead_in(words, sentence, self._reader.read(sentence.article)) if words else ()

    def _with_continuation(self, sentence: Sentence) -> list[Sentence]:
        """Return a sentence, and the next one when it ends on a colon or asks: what it announces is said there."""
        following = self._reader.read(sentence.article).sentences[sentence.number + 1 : sentence.number + 2]
        announces = sentence.text.rstrip("\u00a0\u202f ").endswith((":", "?")) or len(sentence.text.split()) < _WORDS
        return [sentence, *following] if announces else [sentence]

    def _abstain(self, judged: Judged, hits: Sequence[Hit], *, question: str, most: float) -> Answer:
        query = judged.asked.query
        missing = unknown_names(query, self._index.lexical.vocabulary)
        reason = reason_to_abstain(judged.asked, judged.ranked, missing_names=missing, premise=self._scorer.premise)
        return Answer(
            question=question,
            understood=query.text,
            language=query.language,
            text=refusal_text(reason, query.language, missing=", ".join(missing), has_hits=bool(hits)),
            statements=(),
            citations=(),
            reason=reason,
            confidence=min(judged.confidence, most),
            hits=tuple(hits),
        )


def _overlap(one: Citation, other: Citation) -> bool:
    return one.article.id == other.article.id and one.start < other.end and other.start < one.end


def _apart(query: Query, whole: Judged, parts: Sequence[Facet]) -> bool:
    """Tell whether the parts of a question are to be answered one by one: not when one sentence has them all."""
    best = whole.eligible[:1]
    if compares(query):
        return True
    return asks_twice(query) or not all(part.allows(one) for one in best for part in parts)


def _are_of_all(told: Sequence[Sentence], lines: Sequence[Sentence]) -> bool:
    """Tell whether a series has a figure of each publisher that has a word on the point."""
    return {one.article.publisher for one in lines} <= {one.article.publisher for one in told}


def _sureness(parts: Sequence[Judged], words: Sequence[Word], lines: Sequence[Sentence]) -> list[float]:
    """Return how sure each part said is: that a publisher has a word, or that a sentence answers."""
    said = [one.probability for one in words if any(one.sentence is line for line in lines)]
    return said or [part.confidence for part in parts]
