"""The shipped models of sentence and confidence, with their weights in readable JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.answering.selection.answer_confidence import ANSWER_FEATURES, Evidence, answer_features
from assistant.answering.selection.refused import REFUSED_FEATURES
from assistant.retrieval.logistic_model import LogisticModel, model_of

_FILE = Path(__file__).parents[2] / "model" / "scorer.json"
_REFIT = "python -m assistant.training.scorer"


@dataclass(frozen=True, slots=True)
class Scorer:
    """The shipped models.

    Attributes:
        sentence: scores a sentence as the answer of a question (``features.SENTENCE_FEATURES``).
        confidence: probability that the best sentence answers (``confidence.CONFIDENCE_FEATURES``).
        premise: probability that what is refused is a false premise (``refused.REFUSED_FEATURES``), and not
            just more than the articles tell.
        whole: probability that an answer is right (``answer_confidence.ANSWER_FEATURES``).
        threshold: confidence below which the assistant abstains.
        also: confidence from which a further article's sentence is said too.
    """

    sentence: LogisticModel
    confidence: LogisticModel
    premise: LogisticModel
    whole: LogisticModel
    threshold: float
    also: float

    def of_answer(self, evidence: Evidence) -> float:
        """Return the probability, in [0, 1], that an answer is right."""
        return self.whole.probability(answer_features(evidence))


def load_scorer(*, sentence_features: Sequence[str], confidence_features: Sequence[str]) -> Scorer:
    """Read the shipped models; both lists of names must be the ones the code computes, in their order.

    Raises:
        ModelError: if the file was fitted on other features.
    """
    data = _read()
    return Scorer(
        sentence=model_of(data["sentence"], sentence_features, file=_FILE.name, refit=_REFIT),
        confidence=model_of(data["confidence"], confidence_features, file=_FILE.name, refit=_REFIT),
        premise=model_of(data["premise"], REFUSED_FEATURES, file=_FILE.name, refit=_REFIT),
        whole=model_of(data["whole"], ANSWER_FEATURES, file=_FILE.name, refit=_REFIT),
        threshold=float(data["threshold"]),
        also=float(data["also"]),
    )


@lru_cache(maxsize=1)
def _read() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return data
