"""Fits logistic models whose weights must have given signs, with an L2 penalty on standardised features."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]
Group = tuple[Floats, NDArray[np.bool_], float]
"""Features of a question's candidates, which of them answer, and the question's weight."""


def fit_choice(groups: Sequence[Group], *, signs: Sequence[int], penalty: float) -> tuple[Floats, float]:
    """Fit a conditional logit (McFadden 1974): a candidate is chosen by the softmax of its score.

    Args:
        groups: the questions; one without a right candidate teaches nothing and is left out.
        signs: for each feature, the sign its weight must have, 0 for any.
        penalty: on the squared weights of standardised features.

    Returns:
        Weights of the raw features, and a bias.
    """
    useful = [group for group in groups if group[1].any()]
    stacked = np.concatenate([features for features, _, _ in useful])
    mean, scale = stacked.mean(axis=0), stacked.std(axis=0) + 1e-9

    x = (stacked - mean) / scale
    right = np.concatenate([answers for _, answers, _ in useful]).astype(np.float64)
    counts = np.array([len(features) for features, _, _ in useful])
    starts, of = np.cumsum(counts) - counts, np.repeat(np.arange(len(counts)), counts)
    weight = np.array([one for _, _, one in useful])

    def loss(w: Floats) -> tuple[float, Floats]:
        logits = x @ w
        odds = np.exp(logits - np.maximum.reduceat(logits, starts)[of])
        p = odds / np.add.reduceat(odds, starts)[of]
        q = p * right
        chosen = np.add.reduceat(q, starts) + 1e-12
        gradient = (weight[of] * (p - q / chosen[of])) @ x
        return penalty * float(w @ w) - float(weight @ np.log(chosen)), 2 * penalty * w + gradient

    best = minimize(loss, np.zeros(stacked.shape[1]), jac=True, method="L-BFGS-B", bounds=_bounds(signs))
    return best.x / scale, -float((best.x / scale) @ mean)


def fit_logistic(
    x: Floats, y: Floats, *, signs: Sequence[int], penalty: float, weights: Floats
) -> tuple[Floats, float]:
    """Fit a logistic regression.

    Args:
        x: ``(n, features)``.
        y: ``(n,)``, 1 or 0.
        signs: for each feature, the sign its weight must have, 0 for any.
        penalty: on the squared weights of standardised features.
        weights: ``(n,)``, of the examples.

    Returns:
        Weights of the raw features, and a bias.
    """
    mean, scale = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = (x - mean) / scale

    def loss(w: Floats) -> tuple[float, Floats]:
        logits = z @ w[:-1] + w[-1]
        p = 1 / (1 + np.exp(-logits))
        total = -float(weights @ (y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12)))
        error = weights * (p - y)
        gradient = np.append(error @ z + 2 * penalty * w[:-1], error.sum())
        return total + penalty * float(w[:-1] @ w[:-1]), gradient

    bounds = [*_bounds(signs), (None, None)]
    best = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    raw = best.x[:-1] / scale
    return raw, float(best.x[-1] - raw @ mean)


def _bounds(signs: Sequence[int]) -> list[tuple[float | None, float | None]]:
    by_sign: dict[int, tuple[float | None, float | None]] = {1: (0, None), -1: (None, 0), 0: (None, None)}
    return [by_sign[sign] for sign in signs]
