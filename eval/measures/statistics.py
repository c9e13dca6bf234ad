"""Means with their uncertainty, and percentiles."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

SEED = 20201005
RESAMPLES = 2000

# Numbers held at once while drawing: 16 MB of float64.
_BLOCK = 2_000_000


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
    where, many = _numbered(families)
    sums = np.bincount(where, weights=np.asarray(values, dtype=np.float64), minlength=many)
    totals = np.stack([sums, np.bincount(where, minlength=many).astype(np.float64)], axis=1)
    drawn = np.concatenate([block @ totals for block in _blocks(many)])
    bounds = interval(drawn[:, 0] / drawn[:, 1])
    assert bounds is not None
    return Figure(mean=math.fsum(values) / len(values), low=bounds[0], high=bounds[1], n=len(values))


def ratio(
    parts: npt.ArrayLike, wholes: npt.ArrayLike, families: Sequence[str], *, n: int | None = None
) -> Figure | None:
    """Return a ratio of sums with a 95 % bootstrap interval, families drawn as in ``figure``; None without a whole.

    F1 over a set is one: twice the hits over what was found and what was labelled. Of several columns, the mean of
    their ratios (a macro average); a column without a whole counts 0, and where none was drawn it is left out.

    Args:
        parts: what each item adds to the numerator, ``(items,)`` or ``(items, columns)``.
        wholes: what it adds to the denominator, of the same shape.
        families: the family of each item, in the same order.
        n: how many are counted; the sum of the wholes by default.

    Raises:
        ValueError: if the three differ in length.
    """
    if not families:
        return None
    counts = [np.asarray(one, dtype=np.float64).reshape(len(families), -1) for one in (parts, wholes)]
    if counts[0].shape != counts[1].shape:
        raise ValueError(f"parts are {counts[0].shape} but wholes {counts[1].shape}")
    whole = counts[1].sum(axis=0)
    if not whole.any():
        return None
    mean = np.divide(counts[0].sum(axis=0), whole, out=np.zeros_like(whole), where=whole > 0).mean()
    drawn = []
    for weights in resampled(families):
        above, below = weights @ counts[0], weights @ counts[1]
        shares = np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0)
        known = np.isfinite(shares)
        drawn.append(np.where(known, shares, 0.0).sum(axis=1) / np.where(known.any(axis=1), known.sum(axis=1), np.nan))
    bounds = interval(np.concatenate(drawn))
    assert bounds is not None
    return Figure(float(mean), bounds[0], bounds[1], round(float(whole.sum())) if n is None else n)


def resampled(families: Sequence[str]) -> Iterator[npt.NDArray[np.float64]]:
    """Yield how often each question is drawn, for figures that are no mean: families are drawn as in ``figure``.

    Args:
        families: the family of each question.

    Yields:
        Blocks of shape (resamples, questions), float64; ``RESAMPLES`` rows in all.
    """
    if families:
        where, many = _numbered(families)
        for block in _blocks(many, width=max(many, len(families))):
            yield block[:, where]


def interval(values: npt.NDArray[np.float64]) -> tuple[float, float] | None:
    """Return the 2.5 and 97.5 percentiles of resampled figures, NaN aside; None when none is left."""
    known = values[~np.isnan(values)]
    if not known.size:
        return None
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)


def percentile(values: Sequence[float], percent: float) -> float | None:
    """Return the nearest-rank percentile, a value that did occur; None without values.

    The smallest value with at least ``percent`` % of the values at or below it.
    """
    if not values:
        return None
    return sorted(values)[max(0, math.ceil(percent / 100 * len(values)) - 1)]


def _numbered(families: Sequence[str]) -> tuple[npt.NDArray[np.intp], int]:
    """Return the number of each question's family, in order of the names, and how many families there are."""
    names = sorted(set(families))
    position = {name: number for number, name in enumerate(names)}
    return np.array([position[name] for name in families], dtype=np.intp), len(names)


def _blocks(many: int, *, width: int = 0) -> Iterator[npt.NDArray[np.float64]]:
    """Yield the resamples as blocks of rows of counts, a column for each family; a row sums to ``many``."""
    counts = _counts(many)
    step = max(1, _BLOCK // max(many, width))
    for first in range(0, RESAMPLES, step):
        yield counts[first : first + step].astype(np.float64)


# Most measures count the same questions: one drawing serves them.
@lru_cache(maxsize=4)
def _counts(many: int) -> npt.NDArray[np.uint16]:
    """Return how often each of ``many`` families is drawn in as many draws with replacement: (resamples, many)."""
    generator = np.random.default_rng(SEED)
    counts = np.empty((RESAMPLES, many), dtype=np.uint16)
    step = max(1, _BLOCK // many)
    for first in range(0, RESAMPLES, step):
        rows = min(step, RESAMPLES - first)
        drawn = generator.integers(many, size=(rows, many)) + many * np.arange(rows)[:, None]
        counts[first : first + rows] = np.bincount(drawn.ravel(), minlength=rows * many).reshape(rows, many)
    return counts
