"""All figures of a run: every measure over all questions, over each split and over each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.dataset import REFUSAL_KINDS, Question, by_kind
from eval.metrics import MEASURES, Texts, found, precision, refusal_recall
from eval.records import Record
from eval.statistics import Figure, figure, percentile

Pair = tuple[Question, Record]


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures over one set of questions.

    Attributes:
        figures: measure name to its figure, None where no question counts for it; measures in a fixed order.
        by_class: refusal class to the share of its questions that were refused.
        by_kind: answerable kind to the share of its questions whose answer was found.
        latency_ms: ``p50`` and ``p95`` of the wall time of a question.
        counts: questions, answerable, to_refuse, answered, refused, failed.
    """

    figures: Mapping[str, Figure | None]
    by_class: Mapping[str, Figure]
    by_kind: Mapping[str, Figure]
    latency_ms: Mapping[str, float | None]
    counts: Mapping[str, int]


def summarise(pairs: Sequence[Pair], texts: Texts) -> Summary:
    """Return the figures over questions and what was said to them.

    Args:
        pairs: each question with its record.
        texts: article id to cleaned text.
    """
    kinds = by_kind(question for question, _ in pairs)
    right = {
        kind: _mean([pair for pair in pairs if pair[0].kind == kind], refusal_recall if refusal else found, texts)
        for kind in kinds
        for refusal in (kind in REFUSAL_KINDS,)
    }
    latencies = [record.latency_ms for _, record in pairs]
    return Summary(
        figures={name: _mean(pairs, measure, texts) for name, measure in MEASURES.items()},
        by_class={kind: share for kind, share in right.items() if kind in REFUSAL_KINDS and share is not None},
        by_kind={kind: share for kind, share in right.items() if kind not in REFUSAL_KINDS and share is not None},
        latency_ms={"p50": percentile(latencies, 50), "p95": percentile(latencies, 95)},
        counts={
            "questions": len(pairs),
            "answerable": sum(question.answerable for question, _ in pairs),
            "to_refuse": sum(not question.answerable for question, _ in pairs),
            "answered": sum(record.answered for _, record in pairs),
            "refused": sum(record.refused for _, record in pairs),
            "failed": sum(record.error is not None for _, record in pairs),
        },
    )


def pair(questions: Sequence[Question], records: Sequence[Record]) -> tuple[Pair, ...]:
    """Return each question with its record, in the order of the questions.

    Raises:
        ValueError: unless there is exactly one record for each question.
    """
    known = {record.question_id: record for record in records}
    if len(known) != len(records) or set(known) != {question.id for question in questions}:
        raise ValueError(f"{len(records)} records for {len(questions)} questions: one for each is expected")
    return tuple((question, known[question.id]) for question in questions)


def is_wrong(question: Question, record: Record, texts: Texts) -> bool:
    """Return whether a person should look: not found, cited beside the point, or answered instead of refused."""
    if not question.answerable:
        return not record.refused
    return found(question, record, texts) != 1.0 or precision(question, record, texts) != 1.0


def _mean(
    pairs: Sequence[Pair], measure: Callable[[Question, Record, Texts], float | None], texts: Texts
) -> Figure | None:
    scored = [(question.family, measure(question, record, texts)) for question, record in pairs]
    counting = [(family, value) for family, value in scored if value is not None]
    return figure([value for _, value in counting], [family for family, _ in counting])
