"""Whole answers as the assistant gives them, with what they rest on and whether they are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.answering.extractive import ExtractiveAnswerer
from assistant.answering.selection.answer_confidence import Evidence
from assistant.answering.selection.scorer import Scorer
from assistant.settings import DEFAULTS
from assistant.training.examples import Example
from assistant.training.sources import Source
from assistant.types import Citation


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer to a question rests on, and whether each thing that had to be said is cited."""

    evidence: Evidence
    right: bool


@dataclass(frozen=True, slots=True)
class Recording(Scorer):
    """The models, which remember what answers rest on."""

    seen: list[Evidence] = field(default_factory=list)

    def of_answer(self, evidence: Evidence) -> float:
        """Remember what an answer rests on."""
        self.seen.append(evidence)
        return Scorer.of_answer(self, evidence)


class Answerer:
    """Answers the questions of a source with given models."""

    def __init__(self, source: Source, models: Recording) -> None:
        self._bench = source.bench
        self._seen = models.seen
        self._answerer = ExtractiveAnswerer(source.bench.index, source.bench.encoder, scorer=models)

    def answer(self, example: Example) -> Answered | None:
        """Answer a question as the assistant does; None where it is refused."""
        hits, query = self._bench.hits(example, most=DEFAULTS.pool_size)
        answer = self._answerer.answer(query, hits, question=example.question)
        return Answered(self._seen[-1], _says_all(answer.citations, example)) if answer.citations else None


def _says_all(cited: Sequence[Citation], example: Example) -> bool:
    return bool(example.groups) and all(
        any(_overlaps(one, span) for one in cited for span in group) for group in example.groups
    )


def _overlaps(cited: Citation, span: tuple[str, int, int]) -> bool:
    article_id, start, end = span
    shared = min(end, cited.end) - max(start, cited.start)
    return cited.article.id == article_id and shared >= min(end - start, cited.end - cited.start) / 2
