"""Embeddings made small: a first part that search scans, and the rest in one byte a value for what it finds.

The first values of a Matryoshka embedding (Kusupati et al. 2022, arXiv:2205.13147) are an embedding of
their own, so a scan need not read the others. The others only refine the scores of the few hundred rows
that the scan proposes, where a 127th of a row's largest value is fine enough: cosines move by less than
a thousandth. Each row is packed alone: what a row becomes does not depend on the corpus.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import safetensors
import safetensors.numpy
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Rows = NDArray[np.int64]

_STEPS = 127


@dataclass(frozen=True, slots=True)
class Tails:
    """What is kept of embeddings besides their heads, by row.

    Attributes:
        values: ``(n, dim - prefix) int8``.
        steps: ``(n,) float32``, what one unit of ``values`` is worth.
        lengths: ``(n,) float32``, the norm that the head had; heads are kept with norm 1.
    """

    values: NDArray[np.int8]
    steps: Vectors
    lengths: Vectors

    def to_bytes(self) -> bytes:
        """Serialise as safetensors."""
        data: bytes = safetensors.numpy.save({"lengths": self.lengths, "steps": self.steps, "values": self.values})
        return data

    @classmethod
    def from_bytes(cls, data: bytes, *, count: int, width: int) -> Tails:
        """Read what :meth:`to_bytes` wrote.

        Raises:
            ValueError: if it is malformed or of another count or width, or holds a value that is not finite.
        """
        try:
            arrays = safetensors.numpy.load(data)
        except safetensors.SafetensorError as error:
            raise ValueError(f"the rest of the embeddings cannot be read: {error}") from error
        found = {name: (array.dtype.name, array.shape) for name, array in arrays.items()}
        numbers = ("float32", (count,))
        if found != {"lengths": numbers, "steps": numbers, "values": ("int8", (count, width))}:
            raise ValueError(f"the rest of the embeddings holds {found}; expected {count} rows of {width} values")
        if not (np.isfinite(arrays["lengths"]).all() and np.isfinite(arrays["steps"]).all()):
            raise ValueError("the rest of the embeddings holds a value that is not finite")
        return cls(arrays["values"], arrays["steps"], arrays["lengths"])

    def of(self, rows: Rows) -> Tails:
        """Return those of some rows, in their order."""
        return Tails(self.values[rows], self.steps[rows], self.lengths[rows])


def pack(vectors: Vectors, *, prefix: int) -> tuple[Vectors, Tails]:
    """Part embeddings into heads and tails.

    Args:
        vectors: ``(n, dim) float32``, finite.
        prefix: values in a head; ``dim`` keeps the embeddings as they are.

    Returns:
        Heads, ``(n, prefix) float32``, with L2 norm 1 unless they are whole embeddings; and the tails.
    """
    heads = np.ascontiguousarray(vectors[:, :prefix])
    rest = vectors[:, prefix:]
    lengths = np.ones(len(vectors), dtype=np.float32)
    steps = np.zeros(len(vectors), dtype=np.float32)
    if rest.shape[1]:
        norms = np.linalg.norm(heads, axis=1).astype(np.float32)
        lengths = np.where(norms > 0, norms, np.float32(1))
        heads = heads / lengths[:, None]
        steps = (np.abs(rest).max(axis=1) / np.float32(_STEPS)).astype(np.float32)
    divisors = np.where(steps > 0, steps, np.float32(1))
    return heads, Tails(np.rint(rest / divisors[:, None]).astype(np.int8), steps, lengths)


def unpack(heads: Vectors, tails: Tails) -> Vectors:
    """Put heads and tails together again, ``(n, dim) float32``; what was rounded stays so."""
    rest = tails.values.astype(np.float32) * tails.steps[:, None]
    return np.concatenate([heads * tails.lengths[:, None], rest], axis=1, dtype=np.float32)


def joined(parts: Sequence[tuple[Vectors, Tails]]) -> tuple[Vectors, Tails]:
    """Put packed embeddings one below the other; at least one part."""
    return np.concatenate([heads for heads, _ in parts]), Tails(
        np.concatenate([tails.values for _, tails in parts]),
        np.concatenate([tails.steps for _, tails in parts]),
        np.concatenate([tails.lengths for _, tails in parts]),
    )
