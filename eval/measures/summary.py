"""All figures of a run: every measure over all questions, over each split and over each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval.asking.records import KindOfAnswer, Record
from eval.datasets.dataset import REFUSAL_KINDS, Gold, Question, by_kind
from eval.measures.abstention import ABSTENTION
from eval.measures.metrics import MEASURES, found, refusal_recall
from eval.measures.risk import Bin, Point, by_answer, reliability, risk_coverage, risk_figures, risk_intervals
from eval.measures.spans import Texts
from eval.measures.statistics import Figure, figure, percentile

Pair = tuple[Question, Record]

# A set of questions whose gold never names a speaker does not say that nobody speaks: it does not say who.
_NAMED: Mapping[str, Callable[[Gold], str | None]] = {
    "citations.publisher": lambda gold: gold.publisher,
    "citations.date": lambda gold: gold.published,
    "citations.speaker": lambda gold: gold.speaker,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure that is over no questions of the run but over sentences, pairs or articles: ``over`` names them."""

    name: str
    over: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures over one set of questions.

    Attributes:
        figures: measure name to its figure, None where no question counts for it, or where it judges what no gold of
            the set names (publisher, date, speaker, what is to be refused); measures in a fixed order.
        by_class: refusal class to the share of its questions that were refused.
        by_kind: answerable kind to the share of its questions whose answer was found.
        risk: what ``eval.measures.risk.risk_figures`` returns, None where nothing counts for it.
        risk_intervals: the same names to the bounds of the 95 % interval, None where it has none.
        curve: risk against coverage, most confident first.
        reliability: confidence against the share that is right, lowest confidence first.
        by_answer: how the answer was made to the mean confidence and the share right of its kind.
        latency_ms: ``p50`` and ``p95`` of the wall time of a question.
        counts: questions, answerable, to_refuse, answered, refused, failed.
    """

    figures: Mapping[str, Figure | None]
    by_class: Mapping[str, Figure]
    by_kind: Mapping[str, Figure]
    risk: Mapping[str, float | None]
    risk_intervals: Mapping[str, tuple[float, float] | None]
    curve: tuple[Point, ...]
    reliability: tuple[Bin, ...]
    by_answer: Mapping[KindOfAnswer, Bin]
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
    unnamed = {
        name
        for name, named in _NAMED.items()
        if not any(named(gold) for question, _ in pairs for gold in question.golds)
    }
    if not any(question.to_refuse for question, _ in pairs):
        unnamed.add("refusals.precision")  # a set that asks nothing to be refused does not try it
    latencies = [record.latency_ms for _, record in pairs]
    return Summary(
        figures={
            name: None if name in unnamed else _mean(pairs, measure, texts)
            for name, measure in {**MEASURES, **ABSTENTION}.items()
        },
        by_class={kind: share for kind, share in right.items() if kind in REFUSAL_KINDS and share is not None},
        by_kind={kind: share for kind, share in right.items() if kind not in REFUSAL_KINDS and share is not None},
        risk=risk_figures(pairs, texts),
        risk_intervals=risk_intervals(pairs, texts),
        curve=risk_coverage(pairs, texts),
        reliability=reliability(pairs, texts),
        by_answer=by_answer(pairs, texts),
        latency_ms={"p50": percentile(latencies, 50), "p95": percentile(latencies, 95)},
        counts={
            "questions": len(pairs),
            "answerable": sum(question.answerable for question, _ in pairs),
            "to_refuse": sum(question.to_refuse for question, _ in pairs),
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


def _mean(
    pairs: Sequence[Pair], measure: Callable[[Question, Record, Texts], float | None], texts: Texts
) -> Figure | None:
    scored = [(question.family, measure(question, record, texts)) for question, record in pairs]
    counting = [(family, value) for family, value in scored if value is not None]
    return figure([value for _, value in counting], [family for family, _ in counting])
