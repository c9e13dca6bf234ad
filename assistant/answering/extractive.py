"""The default answerer: the sentences that answer, to the letter, as few as the question needs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.answering.abstention import reason_to_abstain, unknown_names
from assistant.answering.attribution import attribute
from assistant.answering.candidates import Candidate, ask, candidates
from assistant.answering.confidence import CONFIDENCE_FEATURES, breaks_date, confidence_features
from assistant.answering.facets import best_of_each, facets
from assistant.answering.features import SENTENCE_FEATURES, Asked
from assistant.answering.scorer import load_scorer
from assistant.answering.sentences import SentenceReader
from assistant.answering.wording import refusal_text, statement_text
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import Query
from assistant.types import Answer, Citation, Hit, Statement

_MOST_STATEMENTS = 4
_TRIED = 25
_PART = 0.4
"""Share of the threshold that a part of a comparison must reach: half a question is matched by half of its terms."""


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
        asked = ask(query, index=self._index, encoder=self._encoder)
        ranked = candidates(asked, hits, index=self._index, reader=self._reader, model=self._scorer.sentence)
        dated = tuple(one for one in ranked if not breaks_date(query, one))
        known = self._known(query)
        confidences = [self._confidence(asked, dated, place, known) for place in range(min(len(dated), _TRIED))]
        best = confidences[0] if confidences else 0.0
        missing = unknown_names(query, self._index.lexical.vocabulary)
        if best < self._scorer.threshold:
            return self._abstain(asked, ranked, hits, question=question, confidence=best, missing=missing)
        chosen = [dated[place] for place in self._choose(query, dated, confidences)]
        citations = tuple(_citation(number, candidate) for number, candidate in enumerate(chosen, 1))
        statements = tuple(Statement(statement_text(one, query.language), (one.number,)) for one in citations)
        return Answer(
            question=question,
            understood=query.text,
            language=query.language,
            text="\n".join(statement.text for statement in statements),
            statements=statements,
            citations=citations,
            reason=None,
            confidence=best,
            hits=tuple(hits),
        )

    def _known(self, query: Query) -> list[bool]:
        vocabulary = self._index.lexical.vocabulary
        return [any(other in vocabulary for other in term.alternatives) for term in query.terms]

    def _confidence(self, asked: Asked, ranked: Sequence[Candidate], place: int, known: Sequence[bool]) -> float:
        return self._scorer.confidence.probability(confidence_features(asked, ranked, place, known=known))

    def _choose(self, query: Query, found: Sequence[Candidate], confidences: Sequence[float]) -> list[int]:
        """Take the best sentence of each part of the question, or the best one and what other articles say as surely."""
        tried = found[: len(confidences)]
        places = best_of_each(facets(query), tried)
        if len(places) > 1:
            return [place for place in places if confidences[place] >= self._scorer.threshold * _PART] or [0]
        chosen = [0]
        for place in range(1, len(tried)):
            articles = {tried[one].sentence.article.id for one in chosen}
            surely = confidences[place] >= self._scorer.also
            if surely and len(chosen) < _MOST_STATEMENTS and tried[place].sentence.article.id not in articles:
                chosen.append(place)
        return chosen

    def _abstain(
        self,
        asked: Asked,
        ranked: Sequence[Candidate],
        hits: Sequence[Hit],
        *,
        question: str,
        confidence: float,
        missing: Sequence[str],
    ) -> Answer:
        reason = reason_to_abstain(asked, ranked, missing_names=missing)
        language = asked.query.language
        return Answer(
            question=question,
            understood=asked.query.text,
            language=language,
            text=refusal_text(reason, language, missing=", ".join(missing), has_hits=bool(hits)),
            statements=(),
            citations=(),
            reason=reason,
            confidence=float(np.clip(confidence, 0.0, 1.0)),
            hits=tuple(hits),
        )


def _citation(number: int, candidate: Candidate) -> Citation:
    sentence = candidate.sentence
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
