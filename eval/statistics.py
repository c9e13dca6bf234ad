"""Means with their uncertainty, and percentiles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

SEED = 20201005
RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over ``n`` questions with the bounds of its 95 % interval; ``mean`` is NaN-free, ``n`` at least 1."""

    mean: float
    low: float
    high: float
    n: int


def figure(values: Sequence[float], families: Sequence[str]) -> Figure | None:
    """Return the mean of the values with a 95 % bootstrap interval, None when there is no value.

    Percentile bootstrap (Efron and Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13). Whole families
    are drawn, not single questions: paraphrases of one question succeed and fail together, and drawing them one by
    one would make the interval too narrow (cluster bootstrap, Field and Welsh 2007). The seed is fixed.

    Args:
        values: one for each question.
        families: the family of each question, in the same order.

    Raises:
        ValueError: if the two differ in length.
    """
    if len(values) != len(families):
        raise ValueError(f"{len(values)} values but {len(families)} families")
    if not values:
        return None
    names = sorted(set(families))
    position = {name: number for number, name in enumerate(names)}
    where = np.array([position[name] for name in families])
    sums = np.bincount(where, weights=np.asarray(values, dtype=np.float64), minlength=len(names))
    sizes = np.bincount(where, minlength=len(names)).astype(np.float64)
    drawn = np.random.default_rng(SEED).integers(len(names), size=(RESAMPLES, len(names)))
    means = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return Figure(mean=math.fsum(values) / len(values), low=float(low), high=float(high), n=len(values))


def percentile(values: Sequence[float], percent: float) -> float | None:
    """Return the nearest-rank percentile, a value that did occur; None without values.

    The smallest value with at least ``percent`` % of the values at or below it.
    """
    if not values:
        return None
    return sorted(values)[max(0, math.ceil(percent / 100 * len(values)) - 1)]
