"""The default answerer: the sentences that answer, to the letter, as few as the question needs."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant.answering.abstention import reason_to_abstain, unknown_names
from assistant.answering.attribution import attribute
from assistant.answering.candidates import Candidate, ask, candidates
from assistant.answering.confidence import CONFIDENCE_FEATURES, breaks_date, confidence_features
from assistant.answering.features import SENTENCE_FEATURES, Asked
from assistant.answering.scorer import load_scorer
from assistant.answering.sentences import SentenceReader
from assistant.answering.wording import refusal_text, statement_text
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import Query
from assistant.types import Answer, Citation, Hit, Statement

_MOST_STATEMENTS = 4
_SEVERAL = re.compile(
    r"(?<!\w)(?:compar\w*|différen\w*|divergen\w*|respecti\w*|chaque|chacun\w*|both|each|sources|médias|journaux|éditeurs"
    r"|publications|versions|positions|réactions|points de vue|outlets|publishers|bilans|l['’]un et l['’]autre|tous les pays)(?!\w)",
    re.IGNORECASE,
)


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
        confidences = [self._confidence(asked, dated, place, known) for place in range(min(len(dated), 12))]
        best = confidences[0] if confidences else 0.0
        missing = unknown_names(query, self._index.lexical.vocabulary)
        if best < self._scorer.threshold:
            return self._abstain(asked, ranked, hits, question=question, confidence=best, missing=missing)
        chosen = self._choose(dated, confidences, several=_SEVERAL.search(query.text) is not None)
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

    def _choose(self, ranked: Sequence[Candidate], confidences: Sequence[float], *, several: bool) -> list[Candidate]:
        """Take the best sentence, and from other articles those that are nearly as sure."""
        chosen = [ranked[0]]
        needed = self._scorer.threshold if several else self._scorer.also
        for candidate, confidence in zip(ranked[1:], confidences[1:], strict=False):
            new_article = all(candidate.sentence.article.id != one.sentence.article.id for one in chosen)
            if new_article and confidence >= needed and len(chosen) < _MOST_STATEMENTS:
                chosen.append(candidate)
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
