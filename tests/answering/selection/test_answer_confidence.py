"""How sure a whole answer is: what chose it, and how sure that was."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.selection.answer_confidence import ANSWER_FEATURES, Evidence, answer_features
from assistant.answering.selection.confidence import CONFIDENCE_FEATURES
from assistant.answering.selection.feature_names import SENTENCE_FEATURES
from assistant.answering.selection.scorer import load_scorer

_SENTENCE = Evidence(route="sentence", best=0.5, parts=(), statements=1, twice=False, question="Qui ?")


def test_features_are_those_of_the_route_alone() -> None:
    parts = replace(_SENTENCE, route="parts", parts=(0.9, 0.5), statements=2)
    found = dict(zip(ANSWER_FEATURES, answer_features(parts), strict=True))
    assert found["route_parts"] == 1.0
    assert found["parts_best"] > found["parts_least"] == 0.0
    assert found["best"] == found["series_best"] == found["route_series"] == 0.0


def test_certainty_stays_finite() -> None:
    found = answer_features(replace(_SENTENCE, best=1.0))
    assert abs(found).max() < 10


def test_the_surer_the_sentence_the_surer_the_answer() -> None:
    scorer = load_scorer(sentence_features=SENTENCE_FEATURES, confidence_features=CONFIDENCE_FEATURES)
    sure = [scorer.of_answer(replace(_SENTENCE, best=best)) for best in (0.3, 0.6, 0.9)]
    assert sure == sorted(sure)
    assert 0 < sure[0] < sure[-1] < 1
