"""Logistic models over named features, with their weights in readable JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError

Features = NDArray[np.float64]

_FILE = Path(__file__).parents[1] / "model" / "scorer.json"


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

    def probability(self, features: Features) -> float:
        """Return the probability, in [0, 1], for one row of features."""
        return float(1.0 / (1.0 + np.exp(-self.logits(features[None, :])[0])))


@dataclass(frozen=True, slots=True)
class Scorer:
    """The shipped models.

    Attributes:
        sentence: scores a sentence as the answer of a question (``features.SENTENCE_FEATURES``).
        confidence: probability that the best sentence answers (``confidence.CONFIDENCE_FEATURES``).
        threshold: confidence below which the assistant abstains.
        also: confidence from which a further article's sentence is said too.
    """

    sentence: LogisticModel
    confidence: LogisticModel
    threshold: float
    also: float


def load_scorer(*, sentence_features: Sequence[str], confidence_features: Sequence[str]) -> Scorer:
    """Read the shipped models; both lists of names must be the ones the code computes, in their order.

    Raises:
        ModelError: if the file was fitted on other features.
    """
    data = _read()
    return Scorer(
        sentence=_model(data["sentence"], sentence_features),
        confidence=_model(data["confidence"], confidence_features),
        threshold=float(data["threshold"]),
        also=float(data["also"]),
    )


def _model(data: Mapping[str, Any], names: Sequence[str]) -> LogisticModel:
    weights: Mapping[str, float] = data["weights"]
    if set(weights) != set(names):
        odd = sorted(set(weights) ^ set(names))
        raise ModelError(
            f"model file {_FILE.name} was fitted on other features than the code has ({', '.join(odd)}); "
            "reinstall the package, or refit it with `python -m assistant.training.scorer`"
        )
    return LogisticModel(tuple(names), np.array([weights[name] for name in names]), float(data["bias"]))


@lru_cache(maxsize=1)
def _read() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return data
