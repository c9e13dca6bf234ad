"""Means, intervals and percentiles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures.statistics import RESAMPLES, SEED, figure, interval, percentile, ratio, resampled

VALUES = [1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0]


def test_the_mean_is_the_mean_and_its_interval_is_around_it() -> None:
    names = [str(number) for number in range(len(VALUES))]
    result = figure(VALUES, names)
    assert result is not None
    assert result.mean == 6 / 8
    assert 0 <= result.low < 6 / 8 < result.high <= 1
    assert result.n == 8
    assert result == figure(VALUES, names)


def test_a_family_is_drawn_as_one_so_the_interval_is_wider() -> None:
    values = [1.0] * 10 + [0.0] * 10
    alone = figure(values, [str(number) for number in range(20)])
    together = figure(values, ["yes"] * 10 + ["no"] * 10)
    assert alone is not None
    assert together is not None
    assert together.mean == alone.mean == 1 / 2
    assert together.high - together.low > alone.high - alone.low


def test_no_value_gives_no_figure_and_one_value_no_width() -> None:
    assert figure([], []) is None
    single = figure([1.0], ["one"])
    assert single is not None
    assert (single.low, single.mean, single.high) == (1.0, 1.0, 1.0)


def test_values_without_families_are_refused() -> None:
    with pytest.raises(ValueError, match="2 values but 1 families"):
        figure([1.0, 0.0], ["one"])


def test_a_ratio_is_of_sums_and_its_interval_that_of_the_bootstrap_written_out() -> None:
    parts, wholes, families = np.array([1, 0, 2, 3]), np.array([2, 1, 2, 4]), ["a", "b", "b", "c"]
    drawn = np.random.default_rng(SEED).integers(3, size=(RESAMPLES, 3))
    sums = [(parts[[i for i, f in enumerate(families) if f == one]].sum(),
             wholes[[i for i, f in enumerate(families) if f == one]].sum()) for one in "abc"]  # fmt: skip
    shares = [sum(sums[f][0] for f in row) / sum(sums[f][1] for f in row) for row in drawn]
    result = ratio(parts, wholes, families)
    assert result is not None
    assert (result.mean, result.n) == (6 / 9, 9)
    assert (result.low, result.high) == pytest.approx(np.percentile(shares, [2.5, 97.5]))
    assert ratio([0.0], [0.0], ["a"]) is None
    assert ratio([], [], []) is None


def test_several_ratios_are_averaged_and_one_without_a_whole_is_nothing_found() -> None:
    result = ratio([[1, 0, 0], [1, 1, 0]], [[1, 1, 0], [1, 1, 0]], ["a", "b"], n=2)
    assert result is not None
    assert (result.mean, result.n) == ((1 + 1 / 2 + 0) / 3, 2)
    assert 0 <= result.low <= result.high <= 1
    with pytest.raises(ValueError, match="parts are"):
        ratio([[1, 0]], [1], ["a"])


def test_the_interval_is_that_of_the_bootstrap_written_out() -> None:
    families = ["a", "b", "b", "c", "d", "d", "d", "e"]
    drawn = np.random.default_rng(SEED).integers(5, size=(RESAMPLES, 5))
    members = [[value for value, name in zip(VALUES, families, strict=True) if name == one] for one in "abcde"]
    means = [np.mean([value for family in row for value in members[family]]) for row in drawn]
    result = figure(VALUES, families)
    assert result is not None
    assert (result.low, result.high) == pytest.approx(np.percentile(means, [2.5, 97.5]))


def test_a_family_is_drawn_whole_and_as_many_families_as_there_are() -> None:
    families = ["b", "a", "b", "c"]
    weights = np.concatenate(list(resampled(families)))
    assert weights.shape == (RESAMPLES, 4)
    assert (weights[:, 0] == weights[:, 2]).all()
    assert (weights[:, 0] + weights[:, 1] + weights[:, 3] == 3).all()
    assert list(resampled([])) == []


def test_large_sets_are_drawn_in_blocks_and_alike() -> None:
    families = [str(number) for number in range(3000)]
    blocks = list(resampled(families))
    assert len(blocks) > 1
    weights = np.concatenate(blocks)
    assert weights.shape == (RESAMPLES, 3000)
    assert (weights.sum(axis=1) == 3000).all()
    first = np.random.default_rng(SEED).integers(3000, size=(RESAMPLES, 3000))[-1]
    assert sorted(weights[-1]) == sorted(np.bincount(first, minlength=3000))


def test_an_interval_leaves_out_what_could_not_be_measured() -> None:
    assert interval(np.array([np.nan, 1.0, np.nan])) == (1.0, 1.0)
    assert interval(np.array([np.nan])) is None


@pytest.mark.parametrize(("percent", "expected"), [(50, 5.0), (95, 10.0), (90, 9.0), (0, 1.0), (100, 10.0)])
def test_a_percentile_is_the_smallest_value_with_that_share_below_it(percent: float, expected: float) -> None:
    assert percentile([float(number) for number in range(10, 0, -1)], percent) == expected


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0, 100))
def test_a_percentile_did_occur(values: list[float], percent: float) -> None:
    assert percentile(values, percent) in values


def test_no_value_has_no_percentile() -> None:
    assert percentile([], 50) is None
