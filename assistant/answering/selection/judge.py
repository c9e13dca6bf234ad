"""Judges the sentences of the hits for one question: which may answer, in what order, and how sure each is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.by_rule import MOST_STATEMENTS
from assistant.answering.selection.candidates import Candidate, ask, candidates
from assistant.answering.selection.confidence import best_outdated, confidence_features, known_terms, on_subject
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.near_misses import misses
from assistant.answering.selection.scorer import Scorer
from assistant.answering.selection.sentences import Sentence, SentenceReader
from assistant.answering.selection.speaking import according_to, speaks
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import Query
from assistant.types import Hit

_TRIED = 25
_NEAR = 0.5
"""How much lower (log-odds) than the best a sentence may score that is chosen for being surer to answer."""
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
        eligible = [one for one in ranked if _goes_with(query, one) and (allows is None or allows(one))][:_TRIED]
        if whom := according_to(query):
            eligible = [one for one in eligible if speaks(whom, one.sentence)] or eligible
        known = known_terms(query, self._index.lexical.vocabulary)
        ahead = best_outdated(query, ranked)
        confidences = [
            self._scorer.confidence.probability(confidence_features(asked, eligible, place, known=known, ahead=ahead))
            * on_subject(one)
            for place, one in enumerate(eligible)
        ]
        # What surely does not answer is left out last: beside it the others are no surer than they were.
        left = [place for place, one in enumerate(eligible) if not misses(asked, one.sentence)]
        order = _surest_of_near_first(eligible, confidences, among=left)
        return Judged(
            asked=asked,
            ranked=ranked,
            eligible=tuple(eligible[place] for place in order),
            confidences=tuple(confidences[place] for place in order),
            confidence=confidences[order[0]] if order else 0.0,
        )

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
        if judged.confidence < self._scorer.threshold:
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


def _goes_with(query: Query, candidate: Candidate) -> bool:
    """Tell whether a sentence is of a publisher that the question names, and of a date that it names."""
    return is_of_publisher(query, candidate) and not breaks_date(query, candidate.sentence)


def is_of_publisher(query: Query, candidate: Candidate) -> bool:
    """Tell whether a sentence is of a publisher that the question names, if it names any."""
    return not query.publishers or candidate.sentence.article.publisher in query.publishers
