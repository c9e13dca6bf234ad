"""The figures of a run beside what they are held against: the pinned floors, and the run before.

Terminal, Markdown and HTML all write down these rows, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from eval.measures.statistics import Figure
from eval.measures.summary import Summary

Trend = Literal["better", "worse", "same"]

LABELS: Mapping[str, str] = {
    "answers.found": "answer found",
    "answers.sentence@1": "first citation answers",
    "answers.exact_match": "answer exact match",
    "answers.f1": "answer token F1",
    "citations.precision": "citation precision",
    "citations.recall": "citation recall",
    "citations.publisher": "publisher right",
    "citations.date": "date right",
    "citations.speaker": "speaker right",
    "citations.quote_exact": "quote exact",
    "citations.on_gold": "quoted characters on gold",
    "refusals.precision": "refusals that were right",
    "refusals.recall": "refused of what had to be",
    "refusals.reason": "reason of refusal fits",
    "retrieval.recall@1": "retrieval recall@1",
    "retrieval.recall@5": "retrieval recall@5",
    "retrieval.recall@10": "retrieval recall@10",
    "retrieval.mrr@10": "retrieval MRR@10",
    "retrieval.ndcg@10": "retrieval nDCG@10",
    "risk.aurc": "area under risk-coverage",
    "risk.ece": "calibration error",
    "risk.coverage_at_5_percent": "coverage at 5 % risk",
}
"""Measures in the order of the tables; a measure without a label follows under its own name."""

LOWER_IS_BETTER = frozenset({"risk.aurc", "risk.ece"})
ALIKE = 0.0005
"""Two figures that differ by less look the same at one decimal of a percentage."""


@dataclass(frozen=True, slots=True)
class Value:
    """One figure; the bounds of its interval and its number of questions where it has them."""

    mean: float
    low: float | None = None
    high: float | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure over one set of questions, and what it is held against; None where there is no such figure."""

    value: Value | None
    floor: float | None = None
    last: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: ``cells`` is set of questions to cell, in the order of the summaries."""

    name: str
    label: str
    cells: Mapping[str, Cell]

    @property
    def lower_is_better(self) -> bool:
        """True for errors and areas under errors; a floor is then a ceiling."""
        return self.name in LOWER_IS_BETTER

    def trend(self, value: Value, reference: float) -> Trend:
        """Return how a figure compares with another of this measure."""
        gain = (reference - value.mean) if self.lower_is_better else (value.mean - reference)
        if abs(gain) < ALIKE:
            return "same"
        return "better" if gain > 0 else "worse"


def figures(summary: Summary) -> dict[str, Value | None]:
    """Return measure name to figure, None where no question counts for it, in the order of ``LABELS``."""
    found: dict[str, Value | None] = {
        name: None if figure is None else value_of(figure) for name, figure in summary.figures.items()
    }
    for name, value in summary.risk.items():
        low, high = summary.risk_intervals.get(name) or (None, None)
        found[f"risk.{name}"] = None if value is None else Value(value, low, high)
    return {name: found[name] for name in (*LABELS, *found) if name in found}


def value_of(figure: Figure) -> Value:
    """Return a mean with its interval and its number of questions."""
    return Value(figure.mean, figure.low, figure.high, figure.n)


def rows(
    summaries: Mapping[str, Summary],
    *,
    floors: Mapping[str, float] | None = None,
    last: Mapping[str, Any] | None = None,
) -> tuple[Row, ...]:
    """Return the rows of the headline table; a measure that no question counts for has none.

    Args:
        summaries: set of questions to its figures.
        floors: ``<set>.<measure>`` to the pinned floor, as a baseline keeps them.
        last: the run before, as ``eval.reporting.report.contract`` wrote it.
    """
    measured = {name: figures(summary) for name, summary in summaries.items()}
    names = dict.fromkeys(name for values in measured.values() for name, value in values.items() if value is not None)
    return tuple(
        Row(
            name,
            LABELS.get(name, name),
            {
                chosen: Cell(values.get(name), (floors or {}).get(f"{chosen}.{name}"), _before(last, chosen, name))
                for chosen, values in measured.items()
            },
        )
        for name in sorted(names, key=[*LABELS, *names].index)
    )


def comparisons(row: Row, cell: Cell) -> Iterator[tuple[str, float, Trend]]:
    """Yield what a figure is held against: ``floor`` (``ceiling``) and ``last``, its value, and how the two compare."""
    if cell.value is None:
        return
    bound = "ceiling" if row.lower_is_better else "floor"
    for name, reference in ((bound, cell.floor), ("last", cell.last)):
        if reference is not None:
            yield name, reference, row.trend(cell.value, reference)


def _before(last: Mapping[str, Any] | None, chosen: str, name: str) -> float | None:
    """Return a figure of the run before, None when it has none: another version may have written other fields."""
    found: Any = last if chosen == "all" else ((last or {}).get("splits") or {}).get(chosen)
    for part in name.split(".", 1):
        found = found.get(part) if isinstance(found, Mapping) else None
    return float(found) if isinstance(found, int | float) else None
