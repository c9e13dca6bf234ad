"""What the assistant said to a question, flattened to what the metrics look at.

A ``Record`` is deliberately weaker than an ``Answer``: it can hold a quote that is not in its article, so that the
measures can be tried on wrong answers that the product's own types would refuse to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from assistant.types import Answer, Citation, Passage

KindOfAnswer = Literal["sentence", "side by side", "series", "overview"]
"""One article's words; those of several; a dated series of figures; a line for each actor, date or article."""
KINDS_OF_ANSWER: tuple[KindOfAnswer, ...] = get_args(KindOfAnswer)


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation as a reader sees it; ``start`` and ``end`` are offsets in the article's cleaned text."""

    article_id: str
    publisher: str | None
    published: str | None
    quote: str
    start: int
    end: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """One passage that was retrieved: half-open offsets in the article's cleaned text."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Record:
    """One question put to the assistant.

    Attributes:
        question_id: of the question.
        cited: the citations, best first; empty when it refused or failed.
        reason: why it refused, None when it answered or failed.
        said: the answer's text.
        answer: the words that are said to answer, where they are marked in the first citation; None where not.
        ranked: the passages retrieved, best first.
        nearest: the best passage, shown in the report beside a wrong answer; empty when there is none.
        confidence: as the answer states it, in [0, 1].
        latency_ms: wall time of the call, in milliseconds.
        kind: of the answer; None when there is none.
        error: the message of the error it ended with, None when it did not. A failure is neither answer nor refusal.
    """

    question_id: str
    cited: tuple[Cited, ...]
    reason: str | None
    said: str
    answer: str | None = None
    ranked: tuple[Ranked, ...] = ()
    nearest: str = ""
    confidence: float = 0.0
    latency_ms: float = 0.0
    kind: KindOfAnswer | None = None
    error: str | None = None

    @property
    def answered(self) -> bool:
        """True when it cites something."""
        return bool(self.cited)

    @property
    def refused(self) -> bool:
        """True when it said that the corpus does not answer."""
        return self.reason is not None


def record_answer(question_id: str, answer: Answer, *, latency_ms: float, nearest: str = "") -> Record:
    """Return the record of an answer; citations keep the answer's order."""
    return Record(
        question_id=question_id,
        cited=tuple(_cited(citation) for citation in answer.citations),
        reason=answer.reason,
        said=answer.text,
        answer=answer.citations[0].answer_words if answer.citations else None,
        ranked=tuple(_ranked(hit.passage) for hit in answer.hits),
        nearest=nearest,
        confidence=answer.confidence,
        latency_ms=latency_ms,
        kind=kind_of(answer),
    )


def kind_of(answer: Answer) -> KindOfAnswer | None:
    """Return how an answer is made, as its form shows; None for a refusal. An overview opens with a line of its own."""
    if answer.abstained:
        return None
    if answer.figures:
        return "series"
    if not answer.text.startswith(answer.statements[0].text):
        return "overview"
    return "side by side" if len({one.article.id for one in answer.citations}) > 1 else "sentence"


def _ranked(passage: Passage) -> Ranked:
    return Ranked(article_id=passage.article_id, start=passage.start, end=passage.end)


def _cited(citation: Citation) -> Cited:
    return Cited(
        article_id=citation.article.id,
        publisher=citation.article.publisher,
        published=citation.article.published.date,
        quote=citation.quote,
        start=citation.start,
        end=citation.end,
        speaker=citation.speaker,
    )
