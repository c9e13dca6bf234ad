"""The default answerer: the sentences that answer, to the letter, as few as the question needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from assistant.answering.abstention import reason_to_abstain, unknown_names
from assistant.answering.attribution.spoken import citations_of
from assistant.answering.figures.beside import may_count_beside
from assistant.answering.figures.of_sentences import newest_first
from assistant.answering.figures.points import Point, is_series
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
from assistant.answering.selection.answer_confidence import Evidence
from assistant.answering.selection.candidates import counting_candidates
from assistant.answering.selection.confidence import CONFIDENCE_FEATURES, known_terms
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.facets import asks_twice, compares
from assistant.answering.selection.feature_names import SENTENCE_FEATURES
from assistant.answering.selection.judge import Judge, Judged, goes_with_question, is_of_publisher
from assistant.answering.selection.scorer import Scorer, load_scorer
from assistant.answering.selection.sentences import Sentence, SentenceReader
from assistant.answering.selection.speakers.words_asked import lead_in, words_asked
from assistant.answering.selection.who.named import with_names, with_speakers
from assistant.answering.selection.why.fact_and_cause import with_fact
from assistant.answering.span.marked import marked
from assistant.answering.ways import BEST_SENTENCES, EACH_PUBLISHER, OFFICE_HOLDERS, Considered, Way, first_way
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
_BY_RULE = 0.9
"""How sure a sentence is that a certain rule chose: a name right beside the office that is asked for."""
_WORDS = 4
"""A sentence of fewer words announces the next one: « Reste l'épave. »"""


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
        known = self._consider(query, hits, further)
        looked_at = [one.sentence for one in known.whole.ranked]
        quiet = without_a_word(known.words, load_word_model())
        remarked = partial(beside, read=self._reader.read)
        found = first_way(known)
        if found is None:
            abstained = self._abstain(known, question=question)
            return remarked(abstained, [], [], looked_at, quiet=query.publishers or quiet)
        way, chosen = found
        series, chosen = self._with_others(known, way, chosen)
        answer = self._said(known, way, chosen, series, question=question)
        given = frozenset(other for term in query.terms for other in term.alternatives) if known.lines else frozenset()
        return remarked(answer, chosen, series, looked_at, quiet=quiet, given=given)

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

    def _consider(self, query: Query, hits: Sequence[Hit], further: Sequence[Hit]) -> Considered:
        """Return a question with what its ways to be answered look at."""
        whole = self._judge.judge(query, hits)
        words = self._words(whole, put_to(query, hits, self._index.articles))
        return Considered(
            whole=whole,
            series=self._series(whole, further),
            words=words,
            lines=once(with_a_word(words, load_word_model())) if len(words) > 1 else [],
            hits=hits,
            judge=self._judge,
            read=self._reader.read,
            holding=self._holding,
        )

    def _with_others(
        self, known: Considered, way: Way, chosen: list[Sentence]
    ) -> tuple[Sequence[Point], list[Sentence]]:
        """Return the series that chosen sentences are, empty for none, and them with what others say beside them."""
        if way in (EACH_PUBLISHER, OFFICE_HOLDERS):
            return (), chosen
        series = known.series if chosen == known.told else ()
        if not series or (len(series) == 1 and series[0].latest and series[0].figures):
            counted = partial(may_count_beside, known.whole.asked, read=self._reader.read)
            series = ()
            chosen = with_opposed(chosen, known.whole.eligible, counted=counted, read=self._reader.read)
        if way is BEST_SENTENCES:
            chosen = once([*chosen, *self._of_others(known.whole, chosen)])
            chosen = newest_first(known.whole.asked, chosen, read=self._reader.read)
        return series, chosen

    def _said(
        self, known: Considered, way: Way, chosen: Sequence[Sentence], series: Sequence[Point], *, question: str
    ) -> Answer:
        """Return the answer that says some sentences, a statement each."""
        query = known.whole.asked.query
        quoted = [[*self._lead_in(query, one), *self._with_continuation(one)] for one in chosen]
        cited = [[self._with_fact(known.whole, one) for one in group] for group in citations_of(quoted)]
        citations = tuple(one for group in cited for one in group)
        openings = leads(series, query.language) or [""] * len(cited)
        statements = tuple(
            Statement(opening + statement_text(group, query.language), tuple(one.number for one in group))
            for opening, group in zip(openings, cited, strict=True)
        )
        evidence = Evidence(
            route=way.route,
            best=max(known.whole.confidence, _BY_RULE) if way is OFFICE_HOLDERS else known.whole.confidence,
            parts=_sureness(known) if way.route == "parts" else [],
            statements=len(statements),
            twice=asks_twice(query) or compares(query),
            question=query.text,
        )
        return Answer(
            question=question,
            understood=query.text,
            language=query.language,
            text="\n".join(statement.text for statement in statements),
            statements=statements,
            citations=with_names(
                with_speakers(query, marked(query, citations)), known.holders if way is OFFICE_HOLDERS else ()
            ),
            reason=None,
            confidence=self._scorer.of_answer(evidence),
            hits=tuple(known.hits),
            figures=figure_points(series, [group[0].number for group in cited]) if is_series(series) else (),
        )

    def _series(self, whole: Judged, further: Sequence[Hit]) -> tuple[Point, ...]:
        """Return the dated series that answers a question that asks how many; empty for any other."""
        wanted = whole.asked.wanted
        if wanted is None:
            return ()
        last = whole.ranked[-1].score if whole.ranked else 0.0
        counting = counting_candidates(further, index=self._index, reader=self._reader, below=last)
        told = {(one.sentence.article.id, one.sentence.number) for one in whole.ranked}
        more = [one for one in counting if (one.sentence.article.id, one.sentence.number) not in told]
        own = [one for one in (*whole.ranked, *more) if is_of_publisher(whole.asked.query, one)]
        series = series_for(whole.asked, own, read=self._reader.read, holding=self._holding)
        sure = whole.confidence >= self._scorer.threshold * _OF_THINGS
        of_people = not wanted.kinds.isdisjoint(KINDS)
        certain = any(one.sure for one in series)
        return series if sure or certain or (of_people and any(one.counts_people for one in series)) else ()

    def _words(self, whole: Judged, names: Sequence[str | None]) -> tuple[Word, ...]:
        """Return what each of some publishers has on the point of a question."""
        found = measured(whole.asked, whole.ranked, names, encoder=self._encoder, read=self._reader.read)
        return words_of_each(found, load_word_model())

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
        return whole.asked.wanted is None or may_count_beside(whole.asked, sentence, read=self._reader.read)

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

    def _with_fact(self, whole: Judged, cited: Citation) -> Citation:
        """Return a citation that gives a cause, with the sentence beside it that tells of what."""
        read = self._reader.read(cited.article)
        own = next((one for one in read.sentences if one.start == cited.start and one.end == cited.end), None)
        start, end = with_fact(whole.asked, own, read) if own else (cited.start, cited.end)
        return replace(cited, start=start, end=end, quote=cited.article.text[start:end])

    def _abstain(self, known: Considered, *, question: str) -> Answer:
        judged, hits = known.whole, known.hits
        query = judged.asked.query
        missing = unknown_names(query, self._index.lexical.vocabulary)
        reason = reason_to_abstain(judged.asked, judged.ranked, missing_names=missing, premise=self._scorer.premise)
        if reason == "off_topic" and query.publishers and any(known_terms(query, self._index.lexical.vocabulary)):
            reason = "not_enough_evidence"  # others than the publisher that is named may speak of it
        return Answer(
            question=question,
            understood=query.text,
            language=query.language,
            text=refusal_text(reason, query.language, missing=", ".join(missing), has_hits=bool(hits)),
            statements=(),
            citations=(),
            reason=reason,
            confidence=min(judged.confidence, 1.0 - _BY_RULE) if known.is_answered_by_rule else judged.confidence,
            hits=tuple(hits),
        )


def _overlap(one: Citation, other: Citation) -> bool:
    return one.article.id == other.article.id and one.start < other.end and other.start < one.end


def _sureness(known: Considered) -> list[float]:
    """Return how sure each part said is: that a publisher has a word, or that a sentence answers."""
    said = [one.probability for one in known.words if any(one.sentence is line for line in known.lines)]
    return said or [part.confidence for part in known.parts]
