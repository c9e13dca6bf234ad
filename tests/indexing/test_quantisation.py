"""A quantised table is near the table it came from, and each row can be read alone."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.indexing.quantisation import quantise

TABLE = np.random.default_rng(1).normal(0, 0.3, (200, 256)).astype(np.float32)


@pytest.mark.parametrize(("bits", "lost"), [(1, 0.37), (2, 0.13), (3, 0.04), (4, 0.012), (8, 0.001)])
def test_loses_no_more_than_the_best_quantiser_of_normal_values_does(bits: int, lost: float) -> None:
    packed = quantise(TABLE, bits=bits)
    error = ((packed.rows(np.arange(len(TABLE))) - TABLE) ** 2).sum() / (TABLE**2).sum()
    assert error < lost
    assert packed.planes.nbytes == TABLE.size * bits // 8


def test_rows_read_alone_are_the_rows_read_together() -> None:
    packed = quantise(TABLE, bits=3)
    everything = packed.rows(np.arange(len(TABLE)))
    some = np.array([17, 3, 17, 199])
    assert np.array_equal(packed.rows(some), everything[some])


def test_rows_of_very_different_size_keep_their_direction() -> None:
    scaled = TABLE * np.logspace(-2, 1, len(TABLE), dtype=np.float32)[:, None]
    rows = quantise(scaled, bits=4).rows(np.arange(len(TABLE)))
    cosine = (rows * scaled).sum(1) / np.linalg.norm(rows, axis=1) / np.linalg.norm(scaled, axis=1)
    assert cosine.min() > 0.98


def test_a_row_of_zeros_stays_zeros() -> None:
    table = TABLE.copy()
    table[5] = 0
    assert not quantise(table, bits=3).rows(np.array([5])).any()


def test_the_same_table_gives_the_same_bytes() -> None:
    first, second = quantise(TABLE, bits=3), quantise(TABLE, bits=3)
    assert first.planes.tobytes() == second.planes.tobytes()
    assert first.scales.tobytes() == second.scales.tobytes()
    assert first.codebook.tobytes() == second.codebook.tobytes()
