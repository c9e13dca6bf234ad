"""A logistic model over named features: what ranks passages, scores sentences and says how sure an answer is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError

Features = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """``P = 1 / (1 + exp(-(bias + weights . features)))``, weights by the name of their feature."""

    names: tuple[str, ...]
    weights: Features
    bias: float

    def logits(self, features: Features) -> Features:
        """Return log-odds, ``(n,)``, of ``(n, len(names))`` features."""
        result: Features = features @ self.weights + self.bias
        return result

    def probabilities(self, features: Features) -> Features:
        """Return probabilities, ``(n,)`` in [0, 1], of ``(n, len(names))`` features."""
        result: Features = 1.0 / (1.0 + np.exp(-self.logits(features)))
        return result

    def probability(self, features: Features) -> float:
        """Return the probability, in [0, 1], for one row of features."""
        return float(self.probabilities(features[None, :])[0])


def model_of(data: Mapping[str, Any], names: Sequence[str], *, file: str, refit: str) -> LogisticModel:
    """Return a model as a file of weights describes it.

    Args:
        data: ``{"bias": float, "weights": {name: float}}``.
        names: the features that the code computes, in its order.
        file: the name of the file, for the message.
        refit: the command that makes it again, for the message.

    Raises:
        ModelError: if the file was fitted on other features.
    """
    weights: Mapping[str, float] = data["weights"]
    if set(weights) != set(names):
        odd = sorted(set(weights) ^ set(names))
        raise ModelError(
            f"model file {file} was fitted on other features than the code has ({', '.join(odd)}); "
            f"reinstall the package, or refit it with `{refit}`"
        )
    return LogisticModel(tuple(names), np.array([weights[name] for name in names]), float(data["bias"]))


def readable(model: LogisticModel) -> dict[str, Any]:
    """Return what :func:`model_of` reads, weights rounded to five decimals."""
    weights = {name: round(float(weight), 5) for name, weight in zip(model.names, model.weights, strict=True)}
    return {"bias": round(model.bias, 5), "weights": weights}
