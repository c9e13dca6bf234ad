"""Folds keep families together, and the figures count what they say."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from assistant.training.cross_validation import Judgement, Row, calibration_error, figures, one_left_out
from assistant.training.examples import Example

_SPAN = (("a", 0, 5),)
_RIGHT = Judgement("press", Example("?", (), _SPAN), confidence=0.9, right=True, answered=True, false_premise=False)
_WRONG = replace(_RIGHT, confidence=0.8, right=False)
_REFUSED = replace(
    _RIGHT,
    example=Example("?", (), (), reason="false_premise"),
    confidence=0.1,
    right=False,
    answered=False,
    false_premise=True,
)


def test_figures_count_found_refused_and_covered() -> None:
    found = figures([_RIGHT, _RIGHT, _WRONG, _REFUSED])
    assert found["top1"] == found["found"] == pytest.approx(2 / 3)
    assert found["precision"] == pytest.approx(2 / 3)
    assert found["refused"] == found["reason"] == 1.0
    assert found["coverage5"] == pytest.approx(2 / 3)
    assert found["aurc"] == pytest.approx((0 + 0 + 1 / 3 + 2 / 4) / 4)


def test_questions_made_by_rule_count_apart() -> None:
    made = replace(_REFUSED, example=replace(_REFUSED.example, made=True), answered=True)
    found = figures([_RIGHT, made])
    assert found["made"] == 0.0
    assert np.isnan(found["refused"])


def test_a_confidence_that_is_right_as_often_as_it_says_has_no_error() -> None:
    assert calibration_error(np.array([0.75] * 4), np.array([1.0, 1.0, 1.0, 0.0])) == pytest.approx(0.0)
    assert calibration_error(np.array([0.75] * 4), np.zeros(4)) == pytest.approx(0.75)


def test_a_source_is_judged_by_models_that_never_saw_it() -> None:
    rows = [(SimpleNamespace(name=name), name) for name in ("a", "b", "b", "c")]
    judged = one_left_out(
        cast("list[Row]", rows),
        lambda part: {row[0].name for row in part},
        judge=lambda seen, row: (row[0].name, tuple(sorted(seen))),
        names=["b", "a"],
    )
    assert judged == [("b", ("a", "c")), ("b", ("a", "c")), ("a", ("b", "c"))]
