"""How often each passage holds each term, in compressed columns: what BM25 scores are computed from.

A build keeps these counts, so that the next one analyses only what is new: a score depends on the whole
corpus, a count on its passage alone.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

GONE = -1
"""The new row of a passage that is not in the new index."""


@dataclass(frozen=True, slots=True)
class TermCounts:
    """Counts by term and row: those of column ``c`` are at ``ends[c]`` to ``ends[c + 1]``, in order of row.

    Attributes:
        terms: in alphabetical order; a term's place is its column.
        passages: number of passages.
        rows: ``(m,) int32``, the row of each count.
        counts: ``(m,)``, the smallest unsigned type that holds the largest.
        ends: ``(terms + 1,) int64``.
    """

    terms: tuple[str, ...]
    passages: int
    rows: NDArray[np.int32]
    counts: NDArray[np.unsignedinteger]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, passages: Iterable[Sequence[str]]) -> TermCounts:
        """Count the terms of passages given as their terms, with repetitions, in the order of the rows."""
        numbers: dict[str, int] = {}
        flat, lengths = array("q"), array("q")
        for terms in passages:
            flat.extend(numbers.setdefault(term, len(numbers)) for term in terms)
            lengths.append(len(terms))
        names = sorted(numbers)
        column = np.zeros(len(names), dtype=np.int64)
        column[[numbers[name] for name in names]] = np.arange(len(names))
        rows = np.repeat(np.arange(len(lengths)), np.array(lengths, dtype=np.int64))
        keys = np.sort(column[np.array(flat, dtype=np.int64)] * max(len(lengths), 1) + rows)
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        counts = np.diff(first, append=len(keys))
        return cls._of_keys(names, len(lengths), keys[first], counts)

    def moved(self, new_rows: NDArray[np.int64], *, passages: int) -> TermCounts:
        """Return the counts of passages that stay, at other rows.

        Args:
            new_rows: for each row its new one, or :data:`GONE`; those that stay keep their order.
            passages: number of passages there will be.
        """
        rows = new_rows[self.rows]
        stays = rows != GONE
        columns = np.repeat(np.arange(len(self.terms)), np.diff(self.ends))[stays]
        return self._of_keys(
            self.terms, passages, columns * max(passages, 1) + rows[stays], self.counts[stays].astype(np.int64)
        )

    def and_also(self, other: TermCounts) -> TermCounts:
        """Return the counts of both, of which each has its own rows of the same number of passages."""
        names = sorted({*self.terms, *other.terms})
        place = {name: number for number, name in enumerate(names)}
        parts = []
        for one in (self, other):
            column = np.array([place[name] for name in one.terms], dtype=np.int64)
            parts.append(np.repeat(column, np.diff(one.ends)) * max(self.passages, 1) + one.rows)
        keys = np.concatenate(parts)
        counts = np.concatenate([self.counts.astype(np.int64), other.counts.astype(np.int64)])
        order = np.argsort(keys, kind="stable")
        return self._of_keys(names, self.passages, keys[order], counts[order])

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Terms in each passage, repetitions counted, ``(passages,) int64``."""
        return np.bincount(self.rows, weights=self.counts, minlength=self.passages).astype(np.int64)

    @classmethod
    def _of_keys(
        cls, names: Sequence[str], passages: int, keys: NDArray[np.int64], counts: NDArray[np.int64]
    ) -> TermCounts:
        """Put counts into columns: ``keys`` are column times passages plus row, ascending; empty columns go."""
        columns, rows = np.divmod(keys, max(passages, 1))
        held = np.bincount(columns, minlength=len(names))
        used = np.flatnonzero(held)
        return cls(
            terms=tuple(names[int(column)] for column in used),
            passages=passages,
            rows=rows.astype(np.int32),
            counts=counts.astype(np.min_scalar_type(int(counts.max(initial=0)))),
            ends=np.concatenate([[0], np.cumsum(held[used])]).astype(np.int64),
        )
