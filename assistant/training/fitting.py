"""Fits the models of the scorer to measured questions, and judges questions by them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from assistant.answering.selection.answer_confidence import ANSWER_FEATURES, ANSWER_SIGNS, answer_features
from assistant.answering.selection.confidence import CONFIDENCE_FEATURES, CONFIDENCE_SIGNS
from assistant.answering.selection.feature_names import SENTENCE_FEATURES, SIGNS
from assistant.answering.selection.refused import REFUSED_FEATURES, REFUSED_SIGNS, refused_features
from assistant.retrieval.logistic_model import LogisticModel
from assistant.training.answers import Answered, Answerer, Recording
from assistant.training.cross_validation import Judgement, Row
from assistant.training.logistic import fit_choice, fit_logistic
from assistant.training.sources import PIAF

Floats = NDArray[np.float64]

_MORE_FOR_ALSO = 0.3
"""How much surer a further article's sentence has to be than the first."""
_REFUSED = 0.85
"""Share of the development questions without an answer that the threshold must refuse."""
_FALSE_PREMISE = "false_premise"
_NOT_TOLD = "not_enough_evidence"


@dataclass(slots=True)
class Fitted:
    """Fitted models, which judge questions."""

    models: Recording
    _answerers: dict[str, Answerer] = field(default_factory=dict)

    def judge(self, row: Row) -> Judgement:
        """Return how sure the models are of a question's best sentence, and whether it answers."""
        source, measured = row
        ranked = measured.ranked_by(self.models.sentence)
        found = ranked.confidence_row()
        confidence = self.models.confidence.probability(found[0]) if found else 0.0
        return Judgement(
            source=source.name,
            example=measured.example,
            confidence=confidence,
            right=found is not None and found[1],
            answered=confidence >= self.models.threshold,
            false_premise=self.models.premise.probability(refused_features(measured.asked, ranked.features[0])) > 0.5,
        )

    def answer(self, row: Row) -> Answered | None:
        """Return what the assistant answers to a press question that a person wrote; None where it refuses."""
        source, measured = row
        if source.name == PIAF or measured.example.made or measured.example.hidden is not None:
            return None
        if source.name not in self._answerers:
            self._answerers[source.name] = Answerer(source, self.models)
        return self._answerers[source.name].answer(measured.example)


def initial_model() -> LogisticModel:
    """A sentence model by hand, to rank candidates before any weight is fitted."""
    weights = {"coverage_rare": 4.0, "cosine": 2.0, "late_interaction": 2.0, "type_held": 1.0, "passage": 1.0}
    return LogisticModel(SENTENCE_FEATURES, np.array([weights.get(name, 0.0) for name in SENTENCE_FEATURES]), 0.0)


def fit(rows: Sequence[Row], *, penalty: float) -> Fitted:
    """Fit the sentence model, rank by it, fit confidence and premise on what is ranked, choose the threshold."""
    weights, bias = fit_choice(
        [(one.features, one.right, source.weight) for source, one in rows if not one.example.refused],
        signs=list(SIGNS.values()),
        penalty=penalty,
    )
    sentence = LogisticModel(SENTENCE_FEATURES, weights, bias)
    ranked = [(source, one.ranked_by(sentence)) for source, one in rows]
    models = Recording(
        sentence=sentence,
        confidence=_confidence(ranked, penalty=penalty),
        premise=_premise(ranked, penalty=penalty),
        whole=as_it_is(),
        threshold=1.0,
        also=1.0,
    )
    threshold = choose_threshold([Fitted(models).judge(row) for row in rows if row[0].name != PIAF])
    return Fitted(replace(models, threshold=threshold, also=round(min(0.95, threshold + _MORE_FOR_ALSO), 4)))


def _confidence(ranked: Sequence[Row], *, penalty: float) -> LogisticModel:
    found = [(source, one.example, row) for source, one in ranked if (row := one.confidence_row()) is not None]
    raw, bias = fit_logistic(
        np.stack([row[0] for _, _, row in found]),
        np.array([float(row[1]) for _, _, row in found]),
        signs=[*SIGNS.values(), *CONFIDENCE_SIGNS.values()],
        penalty=penalty,
        weights=np.array([source.weight_of(example) for source, example, _ in found]),
    )
    return LogisticModel(CONFIDENCE_FEATURES, raw, bias)


def _premise(ranked: Sequence[Row], *, penalty: float) -> LogisticModel:
    """Fit what tells a false premise from what is not told, on questions refused for either reason."""
    found = [one for _, one in ranked if one.example.reason in (_FALSE_PREMISE, _NOT_TOLD) and not one.example.made]
    raw, bias = fit_logistic(
        np.stack([refused_features(one.asked, one.features[0]) for one in found]),
        np.array([float(one.example.reason == _FALSE_PREMISE) for one in found]),
        signs=list(REFUSED_SIGNS.values()),
        penalty=penalty,
        weights=np.ones(len(found)),
    )
    return LogisticModel(REFUSED_FEATURES, raw, bias)


def fit_whole(answered: Sequence[Answered], *, penalty: float) -> LogisticModel:
    """Fit how likely whole answers are right, on answers to questions that the other models did not see."""
    raw, bias = fit_logistic(
        np.stack([answer_features(one.evidence) for one in answered]),
        np.array([float(one.right) for one in answered]),
        signs=list(ANSWER_SIGNS.values()),
        penalty=penalty,
        weights=np.ones(len(answered)),
    )
    return LogisticModel(ANSWER_FEATURES, raw, bias)


def as_it_is() -> LogisticModel:
    """Return the model of whole answers before it is fitted: as sure as of the best sentence."""
    same = ("best", "parts_best", "series_best", "rule_best")
    return LogisticModel(ANSWER_FEATURES, np.array([float(name in same) for name in ANSWER_FEATURES]), 0.0)


def choose_threshold(judged: Iterable[Judgement]) -> float:
    """Return the lowest threshold that refuses the share ``_REFUSED`` of the press questions that must be refused.

    Only questions that people wrote count, not the ones from which an answer was taken away.
    """
    confidences = [one.confidence for one in judged if one.source != PIAF and one.written and one.example.refused]
    return round(float(np.quantile(confidences, _REFUSED)), 2)
