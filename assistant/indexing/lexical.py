"""BM25 over French terms: bm25s scores every term of every passage at the build, a question adds columns up.

The formula is Lucene's (Kamphuis et al. 2020, "Which BM25 Do You Mean?", ECIR): with ``N`` passages,
``df`` of them holding the term ``tf`` times, and a passage of ``length`` terms,
``log(1 + (N - df + 0.5) / (df + 0.5)) * tf / (tf + k1 * (1 - b + b * length / mean_length))``.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
import safetensors
import safetensors.numpy
from numpy.typing import NDArray

from assistant.indexing.counts import TermCounts

Scores = NDArray[np.float32]

K1 = 1.2
B = 0.75

_COUNTS_AT_ONCE = 1 << 20


class LexicalIndex:
    """BM25 scores by term and row, for terms of :func:`assistant.language.words.terms`.

    Attributes:
        vocabulary: term to column, in alphabetical order.
        count: number of passages.
    """

    def __init__(
        self,
        *,
        vocabulary: Mapping[str, int],
        count: int,
        data: Scores,
        rows: NDArray[np.int32],
        ends: NDArray[np.int64],
    ) -> None:
        self.vocabulary = vocabulary
        self.count = count
        self._data = data
        self._rows = rows
        self._ends = ends

    @classmethod
    def from_terms(cls, passages: Iterable[Sequence[str]], *, k1: float = K1, b: float = B) -> LexicalIndex:
        """Index passages given as their terms, with repetitions, in the order of the rows."""
        return cls.from_counts(TermCounts.of(passages), k1=k1, b=b)

    @classmethod
    def from_counts(cls, counted: TermCounts, *, k1: float = K1, b: float = B) -> LexicalIndex:
        """Index passages whose terms are counted.

        bm25s counts and scores passage by passage, 20 s for thirty thousand articles. Here its formula is
        given all counts at once, so that a build after a small change need not count again.
        """
        lengths, frequencies = counted.lengths, np.diff(counted.ends)
        return cls(
            vocabulary={term: column for column, term in enumerate(counted.terms)},
            count=counted.passages,
            data=_scores(counted, lengths, frequencies, k1=k1, b=b),
            rows=counted.rows,
            ends=counted.ends,
        )

    @property
    def columns(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The rows that hold each term, one column after the other, and where each column begins and the last ends."""
        return self._rows, self._ends

    def scores(self, terms: Sequence[str]) -> Scores:
        """Score every passage for a question.

        Args:
            terms: the question's terms; one that comes twice counts twice, one that is unknown not at all.

        Returns:
            ``(n,)`` float32 by row, higher is better, 0 where no term is shared.
        """
        scores = np.zeros(self.count, dtype=np.float32)
        for column in (self.vocabulary[term] for term in terms if term in self.vocabulary):
            stretch = slice(self._ends[column], self._ends[column + 1])
            scores[self._rows[stretch]] += self._data[stretch]  # a row comes once in a column
        return scores

    def add_best(self, total: Scores, ways: Mapping[str, float]) -> None:
        """Add to each passage's score that of the best of several ways to say one thing.

        Args:
            total: ``(n,)`` float32 by row, which is changed.
            ways: terms, each with the weight that its scores count by, positive; an unknown one adds nothing.
        """
        best = np.zeros(self.count, dtype=np.float32)
        for term, weight in ways.items():
            column = self.vocabulary.get(term)
            if column is not None:
                stretch = slice(self._ends[column], self._ends[column + 1])
                rows = self._rows[stretch]
                best[rows] = np.maximum(best[rows], np.float32(weight) * self._data[stretch])
        total += best

    def document_frequency(self, term: str) -> int:
        """Return how many passages hold the term."""
        column = self.vocabulary.get(term)
        return 0 if column is None else int(self._ends[column + 1] - self._ends[column])

    def beginning_with(self, beginning: str, *, most: int = 60) -> Sequence[str]:
        """Return terms that begin so, in alphabetical order, the first ``most`` of them."""
        first = bisect_left(self._terms, beginning)
        found = self._terms[first : first + most]
        return found[: bisect_left(found, beginning + "\U0010ffff")]

    @cached_property
    def _terms(self) -> list[str]:
        return list(self.vocabulary)

    def vocabulary_bytes(self) -> bytes:
        """Serialise the terms: a JSON array in the order of the columns."""
        return (json.dumps(list(self.vocabulary), ensure_ascii=False, indent=0) + "\n").encode("utf-8")

    def scores_bytes(self) -> bytes:
        """Serialise the scores as safetensors: ``data``, ``rows`` and ``ends`` of compressed columns."""
        data: bytes = safetensors.numpy.save({"data": self._data, "ends": self._ends, "rows": self._rows})
        return data

    @classmethod
    def from_bytes(cls, *, vocabulary: bytes, scores: bytes, count: int) -> LexicalIndex:
        """Read what :meth:`vocabulary_bytes` and :meth:`scores_bytes` wrote.

        Raises:
            ValueError: if they are malformed or do not fit each other or the number of passages.
        """
        terms = json.loads(vocabulary.decode("utf-8"))
        if not isinstance(terms, list) or not all(isinstance(term, str) for term in terms):
            raise ValueError("the vocabulary is not a list of terms")
        try:
            arrays = safetensors.numpy.load(scores)
        except safetensors.SafetensorError as error:
            raise ValueError(f"the lexical scores cannot be read: {error}") from error
        types = {name: array.dtype.name for name, array in arrays.items()}
        if types != {"data": "float32", "rows": "int32", "ends": "int64"}:
            raise ValueError(f"the lexical scores hold {types}")
        data, rows, ends = arrays["data"], arrays["rows"], arrays["ends"]
        columns = {term: column for column, term in enumerate(terms)}
        _check_columns(data, rows, ends, terms=len(terms), distinct=len(columns), count=count)
        return cls(vocabulary=columns, count=count, data=data, rows=rows, ends=ends)


def _scores(
    counted: TermCounts, lengths: NDArray[np.int64], frequencies: NDArray[np.int64], *, k1: float, b: float
) -> Scores:
    if not len(counted.rows):
        return np.zeros(0, dtype=np.float32)
    from bm25s import scoring  # brings scipy, 0.2 s; only a build needs it

    rarity, saturation = scoring._select_idf_scorer("lucene"), scoring._select_tfc_scorer("lucene")
    different, which = np.unique(frequencies, return_inverse=True)
    idf = np.array([rarity(int(df), N=counted.passages) for df in different], dtype=np.float32)[which]
    scores = np.empty(len(counted.rows), dtype=np.float32)
    for start in range(0, len(scores), _COUNTS_AT_ONCE):
        part = slice(start, start + _COUNTS_AT_ONCE)
        tf = counted.counts[part].astype(np.float32)
        scores[part] = saturation(tf, lengths[counted.rows[part]], lengths.mean(), k1, b)
    scores *= np.repeat(idf, frequencies)
    return scores


def _check_columns(
    data: Scores, rows: NDArray[np.int32], ends: NDArray[np.int64], *, terms: int, distinct: int, count: int
) -> None:
    """Hold what the sums rely on: an index out of bounds would read another passage, or crash.

    Raises:
        ValueError: if the columns do not fit each other, the vocabulary or the passages.
    """
    shapes = (data.ndim, rows.shape, ends.shape, distinct)
    if shapes != (1, data.shape, (terms + 1,), terms):
        raise ValueError(f"the lexical scores have shapes {data.shape}, {rows.shape}, {ends.shape} for {terms} terms")
    if ends[0] != 0 or ends[-1] != len(data) or (np.diff(ends) < 0).any():
        raise ValueError("the columns of the lexical scores do not follow each other")
    if rows.size and not 0 <= rows.min() <= rows.max() < count:
        raise ValueError(f"the lexical scores name rows {rows.min()} to {rows.max()} of {count} passages")
    if not np.isfinite(data).all():
        raise ValueError("the lexical scores hold a value that is not finite")
