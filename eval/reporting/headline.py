"""The figures of a run beside what they are held against: the pinned floors, and the run before.

Terminal, Markdown and HTML all write down these rows, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from eval.measures.statistics import Figure
from eval.measures.summary import Measured, Summary

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
}
"""The measures of the first table, in its order."""

SILENCE: Mapping[str, str] = {
    "silence.near_misses": "near misses refused",
    "silence.false_premises": "false premises accepted",
    "silence.coverage": "answerable questions answered",
    "silence.wrong_of_answerable": "of answers to answerable questions, wrong",
    "silence.incomplete": "of answers to answerable questions, incomplete",
    "silence.wrong": "of all answers, wrong or undue",
    "risk.coverage_wrong_of_answerable": "coverage at 5 % wrong of answers to answerable",
    "risk.coverage_wrong": "coverage at 5 % wrong or undue of all answers",
    "risk.coverage_at_5_percent": "coverage at 5 % wrong, undue or incomplete",
}
"""The measures of the table on when it stays silent, in its order."""

SAID: Mapping[str, Mapping[str, str]] = {
    "Who says what": {
        "said.speaker_f1": "speaker-span F1",
        "said.conditional_kept": "conditional kept",
        "said.as_fact": "a party's words given as the publisher's",
    },
    "Figures and dates": {
        "said.value_recall": "figures of a series told",
        "said.stale": "old figures shown as current",
        "said.later_than_asked": "quotes published after the day asked",
    },
    "Publishers side by side": {
        "said.publishers": "publishers named of those with something",
        "said.silences": "publishers with nothing said to have nothing",
        "said.false_silences": "statements of silence that are false",
        "said.origins": "independent origins counted right",
        "said.differences_f1": "differences told, macro-F1",
        "said.contradictions": "contradictions called so that are some",
        "said.both_sides": "both sides shown",
        "said.both_sides_opposed": "both sides of a contradiction shown",
        "said.difference_said": "how they differ said in the answer",
    },
    "Whole folders": {
        "said.folder_found": "questions found",
        "said.folder_precision": "citation precision",
        "said.folder_refused": "refused of what had to be",
        "said.folder_premises": "false premises accepted",
    },
    "The ledger": {
        "said.untrue_refused": "quotes made untrue refused",
        "said.true_refused": "true quotes, typeset otherwise, refused",
        "said.found_again": "saved citations found again",
        "said.edit_told": "edits of the article told",
        "said.lies_dropped": "a lying model's sentences dropped",
        "said.honest_kept": "an honest model's first clauses kept",
    },
}
"""The measures of what is said, by whom and as of when, in the parts and the order of their table."""

OVER: Mapping[str, str] = {
    "dev": "labelled sentences, dev",
    "test": "labelled sentences, test",
    "corpus": "the articles asked",
    "invented": "ten invented articles",
    "unseen": "nine others, not mended on",
    "pairs": "made pairs of sentences",
    "later_pairs": "pairs made later",
    "folders": "folders learnt from",
    "unseen_folders": "folders only measured",
}
"""What a measure of ``SAID`` is over."""

LOWER_IS_BETTER = frozenset(
    "risk.aurc risk.ece silence.false_premises silence.wrong_of_answerable silence.incomplete silence.wrong"
    " said.as_fact said.stale said.folder_premises said.later_than_asked said.false_silences said.true_refused".split()
)
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
    """Return measure name to figure, None where no question counts for it, in the order of their tables."""
    found: dict[str, Value | None] = {
        name: None if figure is None else value_of(figure) for name, figure in summary.figures.items()
    }
    for name, value in summary.risk.items():
        low, high = summary.risk_intervals.get(name) or (None, None)
        found[f"risk.{name}"] = None if value is None else Value(value, low, high)
    return {name: found[name] for name in (*LABELS, *SILENCE, *found) if name in found}


def value_of(figure: Figure) -> Value:
    """Return a mean with its interval and its number of questions."""
    return Value(figure.mean, figure.low, figure.high, figure.n)


def rows(
    summaries: Mapping[str, Summary],
    *,
    labels: Mapping[str, str] = LABELS,
    floors: Mapping[str, float] | None = None,
    last: Mapping[str, Any] | None = None,
) -> tuple[Row, ...]:
    """Return the rows of a table of measures; a measure that no question counts for has none.

    Args:
        summaries: set of questions to its figures.
        labels: the measures, in order, with what they are called.
        floors: ``<set>.<measure>`` to the pinned floor, as a baseline keeps them.
        last: the run before, as ``eval.reporting.report.contract`` wrote it.
    """
    measured = {name: figures(summary) for name, summary in summaries.items()}
    return tuple(
        Row(
            name,
            label,
            {
                chosen: Cell(values.get(name), (floors or {}).get(f"{chosen}.{name}"), _before(last, chosen, name))
                for chosen, values in measured.items()
            },
        )
        for name, label in labels.items()
        if any(values.get(name) is not None for values in measured.values())
    )


def said_rows(
    said: Sequence[Measured],
    *,
    floors: Mapping[str, float] | None = None,
    last: Mapping[str, Any] | None = None,
) -> dict[str, tuple[Row, ...]]:
    """Return the parts of ``SAID``, each with a row for each measure that was taken, where one was.

    Args:
        said: the figures of a run; a row has a cell for each thing its measure was taken over.
        floors: ``<over>.<measure>`` to the pinned floor.
        last: the run before, as ``eval.reporting.report.contract`` wrote it.
    """

    def cells(name: str) -> dict[str, Cell]:
        before = ("said", name.split(".", 1)[1])
        return {
            one.over: Cell(
                value_of(one.figure), (floors or {}).get(f"{one.over}.{name}"), _number(last, *before, one.over)
            )
            for one in said
            if one.name == name
        }

    parts = {
        part: tuple(Row(name, label, taken) for name, label in labels.items() if (taken := cells(name)))
        for part, labels in SAID.items()
    }
    return {part: found for part, found in parts.items() if found}


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
    split = () if chosen == "all" else ("splits", chosen)
    return _number(last, *split, *name.split(".", 1))


def _number(found: Any, *path: str) -> float | None:  # noqa: ANN401 - JSON that another version may have written
    for part in path:
        found = found.get(part) if isinstance(found, Mapping) else None
    return float(found) if isinstance(found, int | float) else None
