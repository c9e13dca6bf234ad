"""Means, intervals and percentiles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.statistics import figure, percentile

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


@pytest.mark.parametrize(("percent", "expected"), [(50, 5.0), (95, 10.0), (90, 9.0), (0, 1.0), (100, 10.0)])
def test_a_percentile_is_the_smallest_value_with_that_share_below_it(percent: float, expected: float) -> None:
    assert percentile([float(number) for number in range(10, 0, -1)], percent) == expected


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0, 100))
def test_a_percentile_did_occur(values: list[float], percent: float) -> None:
    assert percentile(values, percent) in values


def test_no_value_has_no_percentile() -> None:
    assert percentile([], 50) is None
