"""Put questions to the assistant and keep what it says."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from assistant.errors import AssistantError
from assistant.types import Answer, Turn
from eval.asking.records import Record, record_answer
from eval.datasets.dataset import Question

DEPTH = 30
"""Passages asked for with each answer: enough that ten articles are among them for the measures at ten."""


class Asked(Protocol):
    """What is measured: anything that answers a question, in the way ``assistant.assistant.Assistant`` does."""

    def ask(self, question: str, *, history: Sequence[Turn] = (), top_k: int | None = None) -> Answer:
        """Return the answer to a question after the turns before it."""
        ...


def run(
    questions: Iterable[Question],
    asked: Asked,
    *,
    texts: dict[str, str] | None = None,
    on_progress: Callable[[int], None] | None = None,
) -> tuple[Record, ...]:
    """Return one record for each question, in order.

    An error that the package raises on purpose is a failed question, neither an answer nor a refusal; any other
    exception is a bug and stops the run.

    Args:
        questions: what to ask.
        asked: what is measured.
        texts: article id to cleaned text, from which the best passage is sliced for the report.
        on_progress: called with the number of questions done.
    """
    records = []
    for done, question in enumerate(questions, 1):
        records.append(_ask(question, asked, texts or {}))
        if on_progress is not None:
            on_progress(done)
    return tuple(records)


def _ask(question: Question, asked: Asked, texts: dict[str, str]) -> Record:
    started = time.perf_counter()
    try:
        answer = asked.ask(question.question, history=question.history, top_k=DEPTH)
    except AssistantError as error:
        spent = (time.perf_counter() - started) * 1000
        return Record(question.id, cited=(), reason=None, said="", latency_ms=spent, error=str(error))
    spent = (time.perf_counter() - started) * 1000
    nearest = ""
    if answer.hits:
        passage = answer.hits[0].passage
        nearest = texts.get(passage.article_id, "")[passage.start : passage.end]
    return record_answer(question.id, answer, latency_ms=spent, nearest=nearest)
