"""Cross-validation by family and article or by folder, and the figures of a confidence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.training.examples import Example
from assistant.training.sources import Source
from assistant.training.workbench import Measured

_WRONG = 0.05
_BINS = 10

Row = tuple[Source, Measured]
Models = TypeVar("Models")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What models say of a question: how sure, whether the best sentence answers, whether it would be said."""

    source: str
    example: Example
    confidence: float
    right: bool
    answered: bool
    false_premise: bool

    @property
    def written(self) -> bool:
        """True when a person wrote the question and nothing was taken out of its corpus."""
        return not self.example.made and self.example.hidden is None


def cross_validated(
    rows: Sequence[Row], fit: Callable[[Sequence[Row]], Models], *, judge: Callable[[Models, Row], T], folds: int
) -> list[T]:
    """Judge every question by models fitted on the folds it is not in; a family or article is in one fold."""
    numbers = [_fold(source.name, measured.example, folds) for source, measured in rows]
    judged: list[T] = []
    for fold in range(folds):
        models = fit([row for row, number in zip(rows, numbers, strict=True) if number != fold])
        judged += [judge(models, row) for row, number in zip(rows, numbers, strict=True) if number == fold]
    return judged


def one_left_out(
    rows: Sequence[Row],
    fit: Callable[[Sequence[Row]], Models],
    *,
    judge: Callable[[Models, Row], T],
    names: Sequence[str],
) -> list[T]:
    """Judge the questions of each named source by models fitted without that source: how a new folder fares."""
    judged: list[T] = []
    for name in names:
        models = fit([row for row in rows if row[0].name != name])
        judged += [judge(models, row) for row in rows if row[0].name == name]
    return judged


def _fold(source: str, example: Example, folds: int) -> int:
    digest = hashlib.sha256(f"{source} {example.family or example.question}".encode()).hexdigest()
    return int(digest[:8], 16) % folds


def figures(judged: Sequence[Judgement]) -> dict[str, float]:
    """Return the figures of the questions that people wrote.

    Returns:
        ``top1``: answerable ones whose best sentence answers; ``answered``, ``found``, ``precision`` and
        ``refused`` at the threshold; ``coverage5``: answerable ones in the longest list, surest first,
        with at most 5 % wrong; ``aurc``: area under risk and coverage, all questions (Geifman & El-Yaniv
        2017); ``reason``: of questions refused as false premise or not told, share told apart rightly;
        ``ece`` in ten bins (Guo et al. 2017) and ``brier``, of the confidence that the best sentence
        answers. NaN where there is nothing to count. ``made`` is the share refused of the questions made
        by rule, ``n`` and ``to_refuse`` are counts.
    """
    own = [one for one in judged if one.written]
    made = [one for one in judged if not one.written]
    answerable = [one for one in own if not one.example.refused]
    said = [one for one in answerable if one.answered]
    surest = sorted(own, key=lambda one: (-one.confidence, one.right))
    wrong = np.cumsum([not one.right for one in surest]) / np.arange(1, len(surest) + 1)
    inside = np.cumsum([not one.example.refused for one in surest])
    confidence = np.array([one.confidence for one in own])
    right = np.array([float(one.right) for one in own])
    return {
        "n": float(len(answerable)),
        "to_refuse": float(len(own) - len(answerable)),
        "top1": _mean([one.right for one in answerable]),
        "answered": _mean([one.answered for one in answerable]),
        "found": _mean([one.answered and one.right for one in answerable]),
        "precision": _mean([one.right for one in said]),
        "refused": _mean([not one.answered for one in own if one.example.refused]),
        "made": _mean([not one.answered for one in made]),
        "coverage5": float(inside[wrong <= _WRONG].max(initial=0)) / max(len(answerable), 1),
        "aurc": float(wrong.mean()) if len(own) else float("nan"),
        "reason": _mean(
            [one.false_premise == (one.example.reason == "false_premise") for one in own if _is_told_apart(one)]
        ),
        "ece": calibration_error(confidence, right),
        "brier": float(np.mean((confidence - right) ** 2)) if len(own) else float("nan"),
    }


def _is_told_apart(judged: Judgement) -> bool:
    return not judged.answered and judged.example.reason in ("false_premise", "not_enough_evidence")


def calibration_error(confidence: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    """Return the mean distance of confidence and share right, over ten bins weighted by size; NaN without any."""
    bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    gaps = [
        (bins == number).sum() * abs(confidence[bins == number].mean() - right[bins == number].mean())
        for number in set(bins.tolist())
    ]
    return float(sum(gaps)) / len(right) if len(right) else float("nan")


def _mean(values: Sequence[bool]) -> float:
    return float(np.mean(values)) if values else float("nan")
