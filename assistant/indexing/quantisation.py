"""A table of float32 rows in a few bits a value: blocks of values, a scale each, one codebook.

Each block is divided by its root mean square; what is left looks alike everywhere, so one codebook
fitted to it (Lloyd 1982, "Least squares quantization in PCM") serves all. Codes are kept as bit
planes, which numpy packs and unpacks itself. A row can be read without touching the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

BLOCK = 128
_ROWS_AT_ONCE = 64
_LLOYD_ROUNDS = 60
_LLOYD_SAMPLE = 2_000_000


@dataclass(frozen=True, slots=True)
class QuantisedTable:
    """Rows in few bits.

    Attributes:
        planes: ``(rows, bits, dimension / 8) uint8``, plane ``b`` holding bit ``b`` of each code.
        scales: ``(rows, blocks) float16``, the root mean square of each block of a row.
        codebook: ``(2 ** bits,) float32``, ascending.
    """

    planes: np.ndarray
    scales: np.ndarray
    codebook: np.ndarray

    @property
    def dimension(self) -> int:
        """Values in a row."""
        return int(self.planes.shape[2]) * 8

    @property
    def bits(self) -> int:
        """Bits in a value, the share of the block's scale not counted."""
        return int(self.planes.shape[1])

    def rows(self, which: np.ndarray, *, first: int | None = None) -> np.ndarray:
        """The rows asked for, ``(len(which), dimension) float32``; or only the first values of each.

        Args:
            which: numbers of rows.
            first: how many values of each, a multiple of the size of a block; None for all.
        """
        size = self.dimension // self.scales.shape[1]
        count = (first or self.dimension) // size
        rows = np.empty((len(which), count * size), dtype=np.float32)
        for start in range(0, len(which), _ROWS_AT_ONCE):  # what lies between stays in the cache
            part = which[start : start + _ROWS_AT_ONCE]
            bits = np.unpackbits(self.planes[part, :, : count * size // 8], axis=2)
            codes = bits[:, 0]
            for plane in range(1, bits.shape[1]):
                codes |= bits[:, plane] << np.uint8(plane)
            blocks = rows[start : start + len(part)].reshape(len(part), count, size)
            np.take(self.codebook, codes.reshape(blocks.shape), out=blocks, mode="clip")
            blocks *= self.scales[part, :count].astype(np.float32)[:, :, None]
        return rows


def quantise(table: np.ndarray, *, bits: int, block: int = BLOCK) -> QuantisedTable:
    """Quantise a table.

    Args:
        table: ``(rows, dimension) float32``, dimension a multiple of ``block``.
        block: values that share a scale.
        bits: bits a value, 1 to 8.

    Returns:
        The table in ``bits + 16 / block`` bits a value.
    """
    rows, dimension = table.shape
    blocks = table.reshape(rows, dimension // block, block)
    scales = np.sqrt((blocks.astype(np.float64) ** 2).mean(axis=2)).astype(np.float16)
    normal = blocks / np.maximum(scales.astype(np.float32), 1e-4)[:, :, None]
    codebook = _lloyd(normal, 2**bits)
    middles = (codebook[1:] + codebook[:-1]) / 2
    codes = np.searchsorted(middles, normal.reshape(rows, dimension)).astype(np.uint8)
    planes = np.stack([np.packbits((codes >> bit) & 1, axis=1) for bit in range(bits)], axis=1)
    return QuantisedTable(planes, scales, codebook)


def _lloyd(values: np.ndarray, levels: int) -> np.ndarray:
    """The levels that lose least, for values of this distribution; evenly spaced samples, so no chance."""
    flat = values.reshape(-1)
    sample = np.sort(flat[:: max(1, len(flat) // _LLOYD_SAMPLE)]).astype(np.float64)
    sums = np.concatenate([[0.0], np.cumsum(sample)])
    book = np.quantile(sample, (np.arange(levels) + 0.5) / levels)
    for _ in range(_LLOYD_ROUNDS):
        edges = np.concatenate([[0], np.searchsorted(sample, (book[1:] + book[:-1]) / 2), [len(sample)]])
        counts = np.maximum(np.diff(edges), 1)
        book = np.where(np.diff(edges) > 0, np.diff(sums[edges]) / counts, book)
    return book.astype(np.float32)
