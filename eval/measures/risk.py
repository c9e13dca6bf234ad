"""Does the confidence know when it is wrong: risk against coverage, its area, and calibration.

Every question is one answer with a confidence. It is wrong when it answers a question to be refused, or does not say
all that had to be said (``metrics.found`` is not 1). A refusal, right or wrong, and a failure enter last and as
wrong: what would have been said is unknown, and so no system looks better here by refusing more. That makes the area
comparable between a system that refuses and one that always answers, on the same questions; it is above 0 even for a
perfect system where something has to be refused. Whether refusals are right is measured by the refusal measures.
Questions of which only relevant articles are known are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eval.asking.records import KINDS_OF_ANSWER, KindOfAnswer, Record
from eval.datasets.dataset import Question
from eval.measures.abstention import says_nothing_right
from eval.measures.metrics import found
from eval.measures.spans import Texts
from eval.measures.statistics import interval, resampled

Pairs = Sequence[tuple[Question, Record]]
Floats = npt.NDArray[np.float64]
Judge = Callable[[Question, Record, Texts], bool]

BINS = 10
MAX_RISK = 0.05


@dataclass(frozen=True, slots=True)
class Point:
    """What answering down to one confidence costs.

    Attributes:
        confidence: the lowest that is answered; None for the last point, where what was refused is counted too.
        coverage: share of all questions answered.
        risk: share of those that are wrong.
    """

    confidence: float | None
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like confidence: their mean confidence, the share that is right, and how many they are."""

    confidence: float
    right: float
    n: int


def risk_coverage(pairs: Pairs, texts: Texts) -> tuple[Point, ...]:
    """Return the risk-coverage curve, most confident first; empty without questions.

    El-Yaniv and Wiener 2010, "On the Foundations of Noise-free Selective Classification", section 2. Equal
    confidences are one point: no threshold lies between them, and the order of the questions does not matter.
    """
    judged = _judge(pairs, texts)
    weights = np.ones((1, len(judged.wrong)))
    risks, coverages = judged.risks(weights)[0], judged.coverages(weights)[0]
    return tuple(
        Point(None if np.isneginf(judged.confidence[last]) else float(judged.confidence[last]), coverage, risk)
        for last, coverage, risk in zip(judged.lasts, coverages.tolist(), risks.tolist(), strict=True)
    )


def reliability(pairs: Pairs, texts: Texts) -> tuple[Bin, ...]:
    """Return the answered questions by confidence, in ten bins of equal width, lowest first; empty bins are left out.

    Guo et al. 2017, "On Calibration of Modern Neural Networks", section 2: a bin excludes its lower bound and
    includes its upper one, the first includes 0.
    """
    judged = _judge(pairs, texts)
    members: list[list[int]] = [[] for _ in range(BINS)]
    for position in np.flatnonzero(judged.answered):
        members[_bin(float(judged.confidence[position]))].append(int(position))
    return tuple(
        Bin(float(judged.confidence[chosen].mean()), float(1 - judged.wrong[chosen].mean()), len(chosen))
        for chosen in members
        if chosen
    )


def by_answer(pairs: Pairs, texts: Texts) -> dict[KindOfAnswer, Bin]:
    """Return the answers of each kind that occurs as one bin: their confidences come from different places."""
    found: dict[KindOfAnswer, Bin] = {}
    for kind in KINDS_OF_ANSWER:
        judged = _judge([(question, record) for question, record in pairs if record.kind == kind], texts)
        if len(judged.wrong):
            found[kind] = Bin(float(judged.confidence.mean()), float(1 - judged.wrong.mean()), len(judged.wrong))
    return found


def risk_figures(pairs: Pairs, texts: Texts) -> dict[str, float | None]:
    """Return the area, the calibration error and three coverages, each None where nothing counts for it.

    - ``aurc``: the mean, over all questions, of the risk of answering down to that question's confidence (Geifman and
      El-Yaniv 2017, "Selective Classification for Deep Neural Networks", arXiv 1705.08500; area under the curve as a
      mean over the n prefixes). Lower is better.
    - ``ece``: expected calibration error (Guo et al. 2017, arXiv 1706.04599, equation 3): over the bins of
      ``reliability``, the mean distance of confidence and share right, weighted by size. Lower is better.
    - ``coverage_at_5_percent``: of the answerable questions, the share inside the longest prefix of answered ones
      with at most 5 % wrong, where everything counts: an incomplete answer, and one that had to be a refusal.
    - ``coverage_wrong``: the same with at most 5 % of which nothing is right; an incomplete answer is none of these.
    - ``coverage_wrong_of_answerable``: the same over the answers to answerable questions alone.
    """
    judged = _judge(pairs, texts)
    weights = np.ones((1, len(judged.wrong)))
    bins = reliability(pairs, texts)
    answered = sum(one.n for one in bins)
    return {
        "aurc": float(judged.aurc(weights)[0]) if len(judged.wrong) else None,
        "ece": sum(one.n * abs(one.confidence - one.right) for one in bins) / answered if answered else None,
        **{
            name: float(one.coverage_at(np.ones((1, len(one.wrong))))[0]) if one.answerable.any() else None
            for name, one in _coverages(pairs, texts).items()
        },
    }


def risk_intervals(pairs: Pairs, texts: Texts) -> dict[str, tuple[float, float] | None]:
    """Return the 95 % intervals of the area and of the coverages, families resampled as for a mean.

    None for ``ece`` always: resampling widens the distances it adds up, and its interval would lie beside it.
    """
    judged = _judge(pairs, texts)
    areas = [np.empty(0), *(judged.aurc(drawn) for drawn in resampled(judged.families))]
    bounds: dict[str, tuple[float, float] | None] = {"aurc": interval(np.concatenate(areas)), "ece": None}
    for name, one in _coverages(pairs, texts).items():
        reached = [np.empty(0), *(one.coverage_at(drawn) for drawn in resampled(one.families))]
        bounds[name] = interval(np.concatenate(reached))
    return bounds


def _coverages(pairs: Pairs, texts: Texts) -> dict[str, _Judged]:
    """Return what is counted as wrong, and among which questions, for each of the coverages."""
    answerable = [(question, record) for question, record in pairs if question.answerable]
    return {
        "coverage_at_5_percent": _judge(pairs, texts),
        "coverage_wrong": _judge(pairs, texts, wrong=says_nothing_right),
        "coverage_wrong_of_answerable": _judge(answerable, texts, wrong=says_nothing_right),
    }


@dataclass(frozen=True, slots=True)
class _Judged:
    """Questions by falling confidence, one element each; weights are ``(resamples, n)``, how often each is drawn."""

    confidence: Floats  # -inf for what was not answered
    wrong: Floats  # 1 or 0
    answerable: Floats  # 1 or 0
    families: tuple[str, ...]

    @property
    def answered(self) -> npt.NDArray[np.bool_]:
        return np.isfinite(self.confidence)

    @property
    def lasts(self) -> npt.NDArray[np.intp]:
        """Position of the last question of each confidence: where a prefix may end."""
        return np.flatnonzero(np.append(self.confidence[1:] != self.confidence[:-1], True)[: len(self.wrong)])

    def risks(self, weights: Floats) -> Floats:
        """Return ``(resamples, points)``; 0 before the first question that was drawn."""
        drawn: Floats = np.cumsum(weights, axis=1)[:, self.lasts]
        wrong: Floats = np.cumsum(weights * self.wrong, axis=1)[:, self.lasts]
        return wrong / np.maximum(drawn, 1.0)

    def coverages(self, weights: Floats) -> Floats:
        """Return ``(resamples, points)``."""
        drawn: Floats = np.cumsum(weights, axis=1)
        return drawn[:, self.lasts] / drawn[:, -1:]

    def aurc(self, weights: Floats) -> Floats:
        """Return ``(resamples,)``: each question has the risk of the shortest prefix that holds it."""
        steps = np.diff(self.coverages(weights), axis=1, prepend=0.0)
        area: Floats = np.sum(steps * self.risks(weights), axis=1)
        return area

    def coverage_at(self, weights: Floats) -> Floats:
        """Return ``(resamples,)``; NaN where no answerable question was drawn."""
        inside = np.cumsum(weights * self.answerable, axis=1)
        allowed = (self.risks(weights) <= MAX_RISK) & self.answered[self.lasts]
        # Of the prefixes allowed the longest holds the most: it is the maximum.
        reached = np.max(np.where(allowed, inside[:, self.lasts], 0.0), axis=1, initial=0.0)
        with np.errstate(invalid="ignore"):
            return np.asarray(reached / inside[:, -1], dtype=np.float64)


def _not_all_said(question: Question, record: Record, texts: Texts) -> bool:
    return found(question, record, texts) != 1.0


def _judge(pairs: Pairs, texts: Texts, *, wrong: Judge = _not_all_said) -> _Judged:
    judged = [
        (
            -record.confidence if record.answered else np.inf,
            float(not record.answered or wrong(question, record, texts)),
            float(question.answerable),
            question.family,
        )
        for question, record in pairs
        if question.answerable or question.to_refuse
    ]
    judged.sort(key=lambda row: row[0])
    return _Judged(
        confidence=-np.array([row[0] for row in judged], dtype=np.float64),
        wrong=np.array([row[1] for row in judged], dtype=np.float64),
        answerable=np.array([row[2] for row in judged], dtype=np.float64),
        families=tuple(row[3] for row in judged),
    )


def _bin(confidence: float) -> int:
    return bisect_left([number / BINS for number in range(1, BINS)], confidence)
