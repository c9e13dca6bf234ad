"""The default answerer: the sentences that answer, to the letter, as few as the question needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from assistant.answering.abstention import reason_to_abstain, unknown_names
from assistant.answering.answer_span import marked
from assistant.answering.asked import Asked
from assistant.answering.attribution import attribute
from assistant.answering.candidates import Candidate, ask, candidates
from assistant.answering.confidence import CONFIDENCE_FEATURES, confidence_features, known_terms
from assistant.answering.dates import breaks_date, dates_compared
from assistant.answering.facets import Facet, asks_twice, compares, facets
from assistant.answering.features import SENTENCE_FEATURES
from assistant.answering.scorer import load_scorer
from assistant.answering.sentences import Sentence, SentenceReader
from assistant.answering.wording import refusal_text, statement_text
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.words import terms
from assistant.retrieval.query import Query, QueryTerm
from assistant.types import Answer, Citation, Hit, Statement

_MOST_STATEMENTS = 4
_TRIED = 25
_SPEAKS_FOR = 0.6
_BESIDE = 0.15
"""Share of the threshold that a part must reach beside one that is sure."""
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


class ExtractiveAnswerer:
    """Chooses among the sentences of the hits; writes nothing of its own but who said it and when.

    Args:
        index: the index that the hits are from.
        encoder: the shipped static encoder, on whose cosines the scorer was fitted.
    """

    def __init__(self, index: Index, encoder: StaticEncoder) -> None:
        self._index = index
        self._encoder = encoder
        self._reader = SentenceReader(encoder)
        self._scorer = load_scorer(sentence_features=SENTENCE_FEATURES, confidence_features=CONFIDENCE_FEATURES)

    def answer(self, query: Query, hits: Sequence[Hit], *, question: str) -> Answer:
        """Answer a question from hits, or abstain with the reason.

        Args:
            query: the question as understood, parsed.
            hits: the passages whose sentences may answer, best first.
            question: as asked.

        Returns:
            An answer without timings; its hits are the ones given.
        """
        whole = self._judge(query, hits)
        asked_apart = facets(query)
        parts = [self._judge(facet.query, hits, allows=facet.allows) for facet in asked_apart]
        chosen = self._of_parts(parts) if _apart(query, whole, asked_apart) else []
        chosen = (
            chosen or _words_of(whole) or _on_the_day(whole) or [one.sentence for one in self._best_and_also(whole)]
        )
        if not chosen:
            return self._abstain(whole, hits, question=question)
        quoted = [self._with_continuation(sentence) for sentence in chosen]
        numbers = count(1)
        cited = [[_citation(next(numbers), sentence) for sentence in sentences] for sentences in quoted]
        citations = tuple(one for group in cited for one in group)
        statements = tuple(
            Statement(statement_text(group, query.language), tuple(one.number for one in group)) for group in cited
        )
        return Answer(
            question=question,
            understood=query.text,
            language=query.language,
            text="\n".join(statement.text for statement in statements),
            statements=statements,
            citations=marked(query, citations),
            reason=None,
            confidence=max(judged.confidence for judged in (whole, *parts)),
            hits=tuple(hits),
        )

    def _judge(self, query: Query, hits: Sequence[Hit], *, allows: Callable[[Candidate], bool] | None = None) -> Judged:
        """Rank the sentences of the hits for one question and tell which are sure enough to be said."""
        asked = ask(query, index=self._index, encoder=self._encoder)
        ranked = candidates(asked, hits, index=self._index, reader=self._reader, model=self._scorer.sentence)
        eligible = [one for one in ranked if _goes_with(query, one) and (allows is None or allows(one))][:_TRIED]
        known = known_terms(query, self._index.lexical.vocabulary)
        confidences = [
            self._scorer.confidence.probability(confidence_features(asked, eligible, place, known=known))
            for place in range(len(eligible))
        ]
        best = confidences[0] if confidences else 0.0
        return Judged(
            asked=asked,
            ranked=ranked,
            eligible=tuple(eligible),
            confidences=tuple(confidences),
            confidence=best,
        )

    def _of_parts(self, parts: Sequence[Judged]) -> list[Sentence]:
        """Take the best sentence of each part; once one is sure, far less will do for the others."""
        if max((part.confidence for part in parts), default=0.0) < self._scorer.threshold:
            return []
        chosen: list[Sentence] = []
        for part in parts:
            if part.confidence >= self._scorer.threshold * _BESIDE:
                chosen += _best_left(part, chosen)
        return chosen

    def _with_continuation(self, sentence: Sentence) -> list[Sentence]:
        """Return a sentence, and the next one when it ends on a colon: what it announces is said there."""
        following = self._reader.read(sentence.article).sentences[sentence.number + 1 : sentence.number + 2]
        announces = sentence.text.rstrip("\u00a0\u202f ").endswith(":")
        return [sentence, *following] if announces else [sentence]

    def _best_and_also(self, judged: Judged) -> list[Candidate]:
        """Take the best sentence, and what other articles say as surely; nothing when the best is not sure."""
        chosen: list[Candidate] = []
        if judged.confidence < self._scorer.threshold:
            return chosen
        for candidate, confidence in zip(judged.eligible, judged.confidences, strict=True):
            said = {one.sentence.article.id for one in chosen}
            also = confidence >= self._scorer.also and candidate.sentence.article.id not in said
            if not chosen or (also and len(chosen) < _MOST_STATEMENTS):
                chosen.append(candidate)
        return chosen

    def _abstain(self, judged: Judged, hits: Sequence[Hit], *, question: str) -> Answer:
        query = judged.asked.query
        missing = unknown_names(query, self._index.lexical.vocabulary)
        reason = reason_to_abstain(judged.asked, judged.ranked, missing_names=missing)
        return Answer(
            question=question,
            understood=query.text,
            language=query.language,
            text=refusal_text(reason, query.language, missing=", ".join(missing), has_hits=bool(hits)),
            statements=(),
            citations=(),
            reason=reason,
            confidence=judged.confidence,
            hits=tuple(hits),
        )


def _apart(query: Query, whole: Judged, parts: Sequence[Facet]) -> bool:
    """Tell whether the parts of a question are to be answered one by one: not when one sentence has them all."""
    best = whole.eligible[:1]
    return compares(query) or asks_twice(query) or not all(part.allows(one) for one in best for part in parts)


def _best_left(part: Judged, chosen: Sequence[Sentence]) -> list[Sentence]:
    """Return the best sentence of a part that is not said yet; that of a party alone, its own words."""
    left = [one for one in part.eligible if not any(one.sentence is said for said in chosen)]
    names = [term for term in part.asked.query.terms if term.is_name]
    if left and len(names) == 1:
        near = [one for one in left if one.score >= left[0].score - _OWN_WORDS]
        left = [one for one in near if _speaks(names[0], one.sentence)] or left
    return [one.sentence for one in left[:1]]


def _words_of(judged: Judged) -> list[Sentence]:
    """Return, for "que dit la Russie ?", what each article lets the one named say; nothing for another question.

    Such a question has no word but a name: no sentence meets more of it than another, and whoever is
    speaking decides.
    """
    query = judged.asked.query
    if query.answer_type != "what" or not query.terms or not all(term.is_name for term in query.terms):
        return []
    most = _MOST_STATEMENTS // len(query.terms) or 1
    return _distinct(one for term in query.terms for one in _spoken_by(term, judged)[:most])


def _on_the_day(judged: Judged) -> list[Sentence]:
    """Return, for "que s'est-il passé le 27 octobre ?", what each article says of that day."""
    query = judged.asked.query
    if query.terms or not query.dates:
        return []
    dated = [one.sentence for one in judged.ranked if dates_compared(query.dates, one.sentence)[0]]
    return list({sentence.article.id: sentence for sentence in reversed(dated)}.values())[::-1][:_MOST_STATEMENTS]


def _spoken_by(name: QueryTerm, judged: Judged) -> list[Sentence]:
    """Return the best sentence of each article in which the one named speaks, best article first."""
    said: dict[str, Sentence] = {}
    for candidate in judged.ranked:
        sentence = candidate.sentence
        if not breaks_date(judged.asked.query, sentence) and _speaks(name, sentence):
            said.setdefault(sentence.article.id, sentence)
    return list(said.values())


def _speaks(name: QueryTerm, sentence: Sentence) -> bool:
    """Tell whether the article gives a sentence to the one named."""
    speaker = attribute(sentence.article.text, sentence.start, sentence.end).speaker
    names = {other for other, weight in name.alternatives.items() if weight >= _SPEAKS_FOR}
    return speaker is not None and not names.isdisjoint(terms(speaker))


def _goes_with(query: Query, candidate: Candidate) -> bool:
    """Tell whether a sentence is of a publisher that the question names, and of a date that it names."""
    publisher = candidate.sentence.article.publisher
    return (not query.publishers or publisher in query.publishers) and not breaks_date(query, candidate.sentence)


def _distinct(sentences: Iterable[Sentence]) -> list[Sentence]:
    return list({(sentence.article.id, sentence.start): sentence for sentence in sentences}.values())


def _citation(number: int, sentence: Sentence) -> Citation:
    attribution = attribute(sentence.article.text, sentence.start, sentence.end)
    return Citation(
        number=number,
        article=sentence.article,
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        speaker=attribution.speaker,
        modality=attribution.modality,
    )
