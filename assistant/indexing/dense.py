"""Search over passage embeddings: FAISS ``IndexFlatIP``, one thread, ties broken by row.

FAISS scans heads, the first values of the embeddings; whole embeddings then rank what it proposes. Where
a head is a whole embedding the search is exact.
"""

from __future__ import annotations

from collections.abc import Sequence

import faiss
import numpy as np

from assistant.indexing.packing import Rows, Tails, Vectors, pack, unpack

_PROPOSED = 5
"""Rows that the heads propose for each one wanted."""
_LEAST_PROPOSED = 1000


class DenseIndex:
    """Embeddings by row, searched by inner product, which is the cosine when they have L2 norm 1.

    Args:
        flat: FAISS index of the heads.
        tails: what completes them.
    """

    def __init__(self, flat: faiss.IndexFlatIP, tails: Tails) -> None:
        # Two threads made a single query forty times slower; the work of one is a fraction of a millisecond.
        faiss.omp_set_num_threads(1)
        self._flat = flat
        self.tails = tails

    @classmethod
    def from_vectors(cls, vectors: Vectors, *, prefix: int | None = None) -> DenseIndex:
        """Index embeddings.

        Args:
            vectors: ``(n, dim)`` float32, in the order of the rows.
            prefix: how many first values make a head; None for all.

        Raises:
            ValueError: if the array has another shape or type, or holds a value that is not finite.
        """
        if vectors.ndim != 2 or vectors.dtype != np.float32:
            raise ValueError(f"embeddings are {vectors.dtype} {vectors.shape}; expected float32 (n, dim)")
        if not np.isfinite(vectors).all():
            raise ValueError("embeddings hold a value that is not finite")
        return cls.from_packed(*pack(vectors, prefix=vectors.shape[1] if prefix is None else prefix))

    @classmethod
    def from_packed(cls, heads: Vectors, tails: Tails) -> DenseIndex:
        """Index what :func:`assistant.indexing.packing.pack` returned."""
        flat = faiss.IndexFlatIP(heads.shape[1])
        flat.add(np.ascontiguousarray(heads))
        return cls(flat, tails)

    @classmethod
    def from_bytes(cls, data: bytes, *, tails: bytes, count: int, dimension: int, prefix: int) -> DenseIndex:
        """Read what :meth:`to_bytes` wrote. FAISS has no checksum of its own: the caller has verified the bytes.

        Raises:
            ValueError: if FAISS cannot read them, or they hold another kind, count or dimension.
        """
        before = faiss.get_deserialization_vector_byte_limit()
        faiss.set_deserialization_vector_byte_limit(max(len(data), 1))  # no array can be larger than its file
        try:
            flat = faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8))
        except RuntimeError as error:
            raise ValueError(f"FAISS cannot read the embeddings: {str(error).splitlines()[0]}") from error
        finally:
            faiss.set_deserialization_vector_byte_limit(before)
        if not isinstance(flat, faiss.IndexFlatIP) or (flat.ntotal, flat.d) != (count, prefix):
            found = f"{type(flat).__name__} of {flat.ntotal} x {flat.d}"
            raise ValueError(f"embeddings are {found}; expected IndexFlatIP of {count} x {prefix}")
        return cls(flat, Tails.from_bytes(tails, count=count, width=dimension - prefix))

    def to_bytes(self) -> bytes:
        """Serialise the heads; the same embeddings give the same bytes."""
        data: bytes = faiss.serialize_index(self._flat).tobytes()
        return data

    def __len__(self) -> int:
        return int(self._flat.ntotal)

    @property
    def prefix(self) -> int:
        """Numbers in a head."""
        return int(self._flat.d)

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        return self.prefix + int(self.tails.values.shape[1])

    @property
    def vectors(self) -> Vectors:
        """A copy of all embeddings, ``(n, dim)`` float32, by row."""
        return self.embeddings(np.arange(len(self)))

    def embeddings(self, rows: Rows) -> Vectors:
        """Return a copy of the embeddings of some rows, ``(len(rows), dim)`` float32."""
        return unpack(self.heads(rows), self.tails.of(rows))

    def heads(self, rows: Rows) -> Vectors:
        """Return a copy of the heads of some rows, ``(len(rows), prefix)`` float32."""
        copy: Vectors = self._flat.reconstruct_batch(rows) if len(rows) else np.zeros((0, self.prefix), np.float32)
        return copy

    def search(self, vector: Vectors, *, top_k: int, rows: Sequence[int] | Rows | None = None) -> tuple[Vectors, Rows]:
        """Find the nearest rows.

        Args:
            vector: the question's embedding, ``(dim,)`` float32.
            top_k: how many at most.
            rows: search only these; None for all.

        Returns:
            Scores ``(k,)`` float32, best first, and their rows ``(k,)`` int64; equal scores in order of row.
            ``k`` is ``top_k``, or fewer where there are fewer rows.

        Raises:
            ValueError: if the vector has another dimension, or ``top_k`` is negative.
        """
        if vector.shape != (self.dimension,):
            raise ValueError(f"the question's embedding has shape {vector.shape}; expected ({self.dimension},)")
        if top_k < 0:
            raise ValueError(f"top_k is {top_k}; expected 0 or more")
        selected = None if rows is None else self._selected(rows)
        most = len(self) if selected is None else len(selected)
        wanted = min(top_k, most)
        if wanted == 0:
            return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
        if self.prefix == self.dimension:
            return self._nearest(vector, wanted, most, selected)
        proposed = min(most, max(_LEAST_PROPOSED, _PROPOSED * wanted))
        rows_found = np.sort(self._nearest(vector[: self.prefix], proposed, most, selected)[1])
        scores = self.similarities(vector, rows_found)
        order = np.lexsort((rows_found, -scores))[:wanted]
        return scores[order], rows_found[order]

    def similarities(self, vector: Vectors, rows: Sequence[int] | Rows) -> Vectors:
        """Return the inner product of a question's embedding ``(dim,)`` with each of these rows, in their order.

        Raises:
            ValueError: if a row does not exist.
        """
        chosen = np.asarray(rows, dtype=np.int64)
        if chosen.size == 0:
            return np.zeros(0, dtype=np.float32)
        self._selected(chosen)
        heads, tails = self.heads(chosen), self.tails.of(chosen)
        products: Vectors = tails.lengths * (heads @ vector[: self.prefix])
        if self.prefix < self.dimension:
            products += tails.steps * (tails.values.astype(np.float32) @ vector[self.prefix :])
        return products

    def centroid(self, rows: Sequence[int] | Rows) -> Vectors:
        """Return the mean direction of some rows, ``(dim,)``, L2 norm 1: what they are about together.

        Raises:
            ValueError: if a row does not exist, or there is none.
        """
        chosen = self._selected(rows)
        if not chosen.size:
            raise ValueError("no row to take the centroid of")
        total: Vectors = self.embeddings(chosen).sum(axis=0)
        return total / max(float(np.linalg.norm(total)), 1e-9)

    def _nearest(self, vector: Vectors, wanted: int, most: int, selected: Rows | None) -> tuple[Vectors, Rows]:
        """Scan heads. FAISS keeps any of several equal scores at the cut, so look past it until a lower one is seen."""
        asked = min(wanted + 1, most)
        scores, found = self._flat_search(vector, asked, selected)
        while asked < most and scores[-1] == scores[wanted - 1]:
            asked = min(asked * 2, most)
            scores, found = self._flat_search(vector, asked, selected)
        order = np.lexsort((found, -scores))[:wanted]
        return scores[order], found[order]

    def _selected(self, rows: Sequence[int] | Rows) -> Rows:
        selected = np.asarray(rows, dtype=np.int64)
        if (np.diff(selected) <= 0).any():
            selected = np.unique(selected)
        if selected.size and not 0 <= selected[0] <= selected[-1] < len(self):
            raise ValueError(f"rows reach from {selected[0]} to {selected[-1]}; expected 0 to {len(self) - 1}")
        return selected

    def _flat_search(self, vector: Vectors, asked: int, selected: Rows | None) -> tuple[Vectors, Rows]:
        parameters = None
        if selected is not None:
            allowed = np.zeros(len(self), dtype=bool)
            allowed[selected] = True
            bits = np.packbits(allowed, bitorder="little")
            selector = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type] # takes an array in Python
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg] # set by its Python wrapper
        query = np.ascontiguousarray(vector[None, :], dtype=np.float32)
        scores, found = self._flat.search(query, asked, params=parameters)
        return scores[0], found[0]
