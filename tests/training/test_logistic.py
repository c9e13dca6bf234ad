"""Fitting: known weights are found again, signs are held, useless questions teach nothing."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.training.logistic import Group, fit_choice, fit_logistic


def _groups(weights: np.ndarray, *, questions: int = 400, candidates: int = 6) -> list[Group]:
    rng = np.random.default_rng(7)
    groups: list[Group] = []
    for _ in range(questions):
        features = rng.normal(size=(candidates, len(weights)))
        chances = np.exp(features @ weights)
        right = np.zeros(candidates, dtype=np.bool_)
        right[rng.choice(candidates, p=chances / chances.sum())] = True
        groups.append((features, right, 1.0))
    return groups


def test_a_choice_model_finds_the_weights_that_made_the_choices() -> None:
    true = np.array([2.0, -1.0, 0.0])
    found, _ = fit_choice(_groups(true), signs=[0, 0, 0], penalty=0.01)
    assert found == pytest.approx(true, abs=0.25)


def test_a_weight_may_not_have_the_other_sign() -> None:
    found, _ = fit_choice(_groups(np.array([2.0, -1.0])), signs=[1, 1], penalty=0.01)
    assert found[0] > 1
    assert found[1] == 0


def test_a_question_without_a_right_candidate_changes_nothing() -> None:
    groups = _groups(np.array([1.0, 0.5]), questions=50)
    useless: Group = (np.full((3, 2), 9.0), np.zeros(3, dtype=np.bool_), 100.0)
    alone = fit_choice(groups, signs=[0, 0], penalty=0.1)
    together = fit_choice([*groups, useless], signs=[0, 0], penalty=0.1)
    assert together[0] == pytest.approx(alone[0])


def test_a_logistic_model_is_calibrated_on_what_it_was_fitted_on() -> None:
    rng = np.random.default_rng(3)
    x = rng.normal(size=(2000, 2))
    y = (rng.random(2000) < 1 / (1 + np.exp(-(x @ np.array([1.5, 0.0]) - 0.5)))).astype(np.float64)
    weights, bias = fit_logistic(x, y, signs=[0, 0], penalty=0.01, weights=np.ones(2000))
    probability = 1 / (1 + np.exp(-(x @ weights + bias)))
    assert weights == pytest.approx([1.5, 0.0], abs=0.2)
    assert probability.mean() == pytest.approx(y.mean(), abs=0.01)


def test_a_heavier_example_counts_as_so_many() -> None:
    x = np.array([[0.0], [0.0], [1.0], [1.0]])
    y = np.array([0.0, 1.0, 0.0, 1.0])
    even = fit_logistic(x, y, signs=[0], penalty=1e-6, weights=np.ones(4))
    heavy = fit_logistic(x, y, signs=[0], penalty=1e-6, weights=np.array([1.0, 1.0, 1.0, 3.0]))
    assert even[0][0] == pytest.approx(0, abs=1e-3)
    assert 1 / (1 + np.exp(-(heavy[0][0] + heavy[1]))) == pytest.approx(0.75, abs=0.01)
