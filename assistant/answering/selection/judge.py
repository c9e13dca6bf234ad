"""Judges the sentences of the hits for one question: which may answer, in what order, and how sure each is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.by_rule import MOST_STATEMENTS
from assistant.answering.selection.candidates import Candidate, ask, candidates
from assistant.answering.selection.confidence import best_outdated, confidence_features, known_terms, on_subject
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.feature_names import SENTENCE_FEATURES
from assistant.answering.selection.near_misses.near_misses import misses
from assistant.answering.selection.scorer import Scorer
from assistant.answering.selection.sentences import Sentence, SentenceReader
from assistant.answering.selection.speakers.asked_speaker import office_asked, offices_in
from assistant.answering.selection.speakers.speaking import according_to, speaks
from assistant.answering.selection.speakers.words_asked import is_about, says, words_asked
from assistant.answering.selection.when_where.answerable import may_tell
from assistant.answering.selection.who.doer import tells_doer
from assistant.answering.selection.who.office_asked import holder_asked
from assistant.answering.selection.why.fact_and_cause import in_passing
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import Query
from assistant.types import Hit

_SPEAKER_OTHER = SENTENCE_FEATURES.index("speaker_other")
_TRIED = 25
_NEAR = 0.5
"""How much lower (log-odds) than the best a sentence may score that is chosen for being surer to answer."""
_IN_HIS_WORDS = 0.8
"""Share of the threshold that will do where nothing is eligible but the words of the one asked about."""
_OWN_WORDS = 4.0
"""How much lower (log-odds) a party's own words may score than a sentence that only names it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question's candidates, judged.

    Attributes:
        asked: the question.
        ranked: every candidate, best first.
        eligible: those that go with its dates and filters, best first.
        confidences: of the eligible ones, in their order.
        confidence: of the best.
    """

    asked: Asked
    ranked: tuple[Candidate, ...]
    eligible: tuple[Candidate, ...]
    confidences: tuple[float, ...]
    confidence: float


class Judge:
    """Judges sentences with the models that were fitted for it.

    Args:
        index: the index that the hits are from.
        encoder: the shipped static encoder, on whose cosines the scorer was fitted.
        reader: analyses articles.
        scorer: the models.
    """

    def __init__(self, index: Index, encoder: StaticEncoder, reader: SentenceReader, scorer: Scorer) -> None:
        self._index = index
        self._encoder = encoder
        self._reader = reader
        self._scorer = scorer

    def judge(self, query: Query, hits: Sequence[Hit], *, allows: Callable[[Candidate], bool] | None = None) -> Judged:
        """Rank the sentences of the hits for one question and tell which are sure enough to be said."""
        asked = ask(query, index=self._index, encoder=self._encoder)
        ranked = candidates(asked, hits, index=self._index, reader=self._reader, model=self._scorer.sentence)
        eligible = [one for one in ranked if goes_with_question(query, one) and (allows is None or allows(one))]
        eligible = self._in_words_of(query, ranked, eligible)[:_TRIED]
        if whom := according_to(query):
            eligible = [
                one for one in eligible if speaks(whom, one.sentence) or _is_asked_speaker(query, one)
            ] or eligible
        known = known_terms(query, self._index.lexical.vocabulary)
        ahead = best_outdated(query, ranked)
        confidences = [
            self._scorer.confidence.probability(confidence_features(asked, eligible, place, known=known, ahead=ahead))
            * on_subject(one)
            * (not in_passing(asked, one.sentence))
            for place, one in enumerate(eligible)
        ]
        # Only now is left out what surely does not answer: how sure a sentence is depends on what is before it.
        office = holder_asked(query)
        somebody = office is not None and office.is_anybody
        left = [
            place
            for place, one in enumerate(eligible)
            if self._may_tell(asked, one, somebody=somebody) and not misses(asked, one.sentence)
        ]
        order = _surest_of_near_first(eligible, confidences, among=left)
        return Judged(
            asked=asked,
            ranked=ranked,
            eligible=tuple(eligible[place] for place in order),
            confidences=tuple(confidences[place] for place in order),
            confidence=confidences[order[0]] if order else 0.0,
        )

    def _in_words_of(self, query: Query, ranked: Sequence[Candidate], found: list[Candidate]) -> list[Candidate]:
        """Return, where a question asks for the words of one it names, those that are his and to or of whom it asks."""
        words = words_asked(query)
        if words is None:
            return found
        articles = {one.sentence.article.id: one.sentence.article for one in ranked}
        offices = offices_in(query, (article.text for article in articles.values()))
        return [
            one
            for one in found
            for read in [self._reader.read(one.sentence.article)]
            if says(words, query, one.sentence, offices, read) and is_about(words, one.sentence, read)
        ]

    def _may_tell(self, asked: Asked, one: Candidate, *, somebody: bool) -> bool:
        """Tell whether a sentence may say who did what is asked about, where that is asked."""
        return tells_doer(asked, one.sentence, self._reader.read(one.sentence.article), somebody=somebody)

    def best_of_parts(self, parts: Sequence[Judged], *, least: float) -> list[Sentence]:
        """Take the best sentence of each part; once one is sure, far less will do for the others."""
        if max((part.confidence for part in parts), default=0.0) < self._scorer.threshold:
            return []
        chosen: list[Sentence] = []
        for part in parts:
            if part.confidence >= self._scorer.threshold * least:
                chosen += _best_left(part, chosen)
        return chosen

    def best_and_also(self, judged: Judged) -> list[Candidate]:
        """Take the best sentence, and what other articles say as surely; nothing when the best is not sure."""
        chosen: list[Candidate] = []
        theirs = _IN_HIS_WORDS if words_asked(judged.asked.query) else 1.0
        if judged.confidence < self._scorer.threshold * theirs:
            return chosen
        for candidate, confidence in zip(judged.eligible, judged.confidences, strict=True):
            said = {one.sentence.article.id for one in chosen}
            also = confidence >= self._scorer.also and candidate.sentence.article.id not in said
            if not chosen or (also and len(chosen) < MOST_STATEMENTS):
                chosen.append(candidate)
        return chosen


def _surest_of_near_first(found: Sequence[Candidate], confidences: Sequence[float], *, among: list[int]) -> list[int]:
    """Return the order of some candidates, the surest of those that score about as well as the best before it."""
    near = [place for place in among if found[place].score >= found[among[0]].score - _NEAR]
    first = max(near, key=lambda place: confidences[place], default=0)
    return [first, *(place for place in among if place != first)] if among else []


def _best_left(part: Judged, chosen: Sequence[Sentence]) -> list[Sentence]:
    """Return the best sentence of a part that is not said yet; that of a party alone, its own words."""
    left = [one for one in part.eligible if not any(one.sentence is said for said in chosen)]
    names = [term for term in part.asked.query.terms if term.is_name]
    if left and len(names) == 1:
        near = [one for one in left if one.score >= left[0].score - _OWN_WORDS]
        left = [one for one in near if speaks(names[0], one.sentence)] or left
    return [one.sentence for one in left[:1]]


def _is_asked_speaker(query: Query, candidate: Candidate) -> bool:
    """Tell whether a sentence is said by whoever holds the office in "selon le ministre de la Santé"."""
    return bool(office_asked(query.text)) and not candidate.features[_SPEAKER_OTHER]


def goes_with_question(query: Query, candidate: Candidate) -> bool:
    """Tell whether a sentence is of a publisher and date that a question names, and of a kind that may answer it."""
    named = is_of_publisher(query, candidate) and not breaks_date(query, candidate.sentence)
    return named and may_tell(query, candidate)


def is_of_publisher(query: Query, candidate: Candidate) -> bool:
    """Tell whether a sentence is of a publisher that the question names, if it names any."""
    return not query.publishers or candidate.sentence.article.publisher in query.publishers
