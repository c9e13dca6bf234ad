"""The default answerer: the sentences that answer, to the letter, as few as the question needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.answering.abstention import reason_to_abstain, unknown_names
from assistant.answering.asked import Asked
from assistant.answering.attribution import attribute
from assistant.answering.candidates import Candidate, ask, candidates
from assistant.answering.confidence import CONFIDENCE_FEATURES, confidence_features
from assistant.answering.dates import breaks_date
from assistant.answering.facets import facets
from assistant.answering.features import SENTENCE_FEATURES
from assistant.answering.scorer import load_scorer
from assistant.answering.sentences import Sentence, SentenceReader
from assistant.answering.wording import refusal_text, statement_text
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import Query
from assistant.types import Answer, Citation, Hit, Statement

_MOST_STATEMENTS = 4
_TRIED = 25


@dataclass(frozen=True, slots=True)
class Judged:
    """A question's candidates, judged.

    Attributes:
        asked: the question.
        ranked: every candidate, best first.
        sure: those that may be said, best first: none when the best is not sure enough.
        confidences: of the eligible candidates, in their order.
        confidence: of the best.
    """

    asked: Asked
    ranked: tuple[Candidate, ...]
    sure: tuple[Candidate, ...]
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
        parts = [self._judge(facet.query, hits, allows=facet.allows) for facet in facets(query)]
        chosen = _distinct(part.sure[0].sentence for part in parts if part.sure)
        chosen = chosen or [one.sentence for one in self._best_and_also(whole)]
        if not chosen:
            return self._abstain(whole, hits, question=question)
        citations = tuple(_citation(number, sentence) for number, sentence in enumerate(chosen, 1))
        statements = tuple(Statement(statement_text(one, query.language), (one.number,)) for one in citations)
        return Answer(
            question=question,
            understood=query.text,
            language=query.language,
            text="\n".join(statement.text for statement in statements),
            statements=statements,
            citations=citations,
            reason=None,
            confidence=max(judged.confidence for judged in (whole, *parts)),
            hits=tuple(hits),
        )

    def _judge(self, query: Query, hits: Sequence[Hit], *, allows: Callable[[Candidate], bool] | None = None) -> Judged:
        """Rank the sentences of the hits for one question and tell which are sure enough to be said."""
        asked = ask(query, index=self._index, encoder=self._encoder)
        ranked = candidates(asked, hits, index=self._index, reader=self._reader, model=self._scorer.sentence)
        eligible = [one for one in ranked if not breaks_date(query, one.sentence) and (allows is None or allows(one))][
            :_TRIED
        ]
        vocabulary = self._index.lexical.vocabulary
        known = [any(other in vocabulary for other in term.alternatives) for term in query.terms]
        confidences = [
            self._scorer.confidence.probability(confidence_features(asked, eligible, place, known=known))
            for place in range(len(eligible))
        ]
        best = confidences[0] if confidences else 0.0
        needed = self._scorer.threshold
        return Judged(
            asked=asked,
            ranked=ranked,
            sure=tuple(eligible) if best >= needed else (),
            confidences=tuple(confidences),
            confidence=best,
        )

    def _best_and_also(self, judged: Judged) -> list[Candidate]:
        """Take the best sentence, and what other articles say as surely; nothing when the best is not sure."""
        chosen: list[Candidate] = []
        for candidate, confidence in zip(judged.sure, judged.confidences, strict=False):
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
