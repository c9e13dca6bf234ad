"""Dense search is exact, breaks ties by row, and reads back only what it wrote."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.indexing.dense import DenseIndex, Rows, Vectors


def random_vectors(seed: int, *, count: int, dimension: int, most: int) -> Vectors:
    """Small whole numbers: products are exact in any order of summation, and ties are many."""
    return np.random.default_rng(seed).integers(-most, most + 1, (count, dimension)).astype(np.float32)


def nearest(vectors: Vectors, query: Vectors, *, top_k: int, rows: list[int]) -> tuple[Vectors, Rows]:
    """Sort all: the naive answer."""
    chosen = np.array(sorted(set(rows)), dtype=np.int64)
    scores = vectors[chosen] @ query
    order = np.argsort(-scores, kind="stable")[:top_k]
    return scores[order], chosen[order]


@settings(max_examples=300)
@given(
    seed=st.integers(0, 2**32),
    count=st.integers(0, 70),
    top_k=st.integers(0, 80),
    most=st.integers(0, 4),
    data=st.data(),
)
def test_search_agrees_with_sorting_everything(
    seed: int, count: int, top_k: int, most: int, data: st.DataObject
) -> None:
    vectors = random_vectors(seed, count=count, dimension=6, most=most)
    query = random_vectors(seed + 1, count=1, dimension=6, most=most)[0]
    some = st.none() if count == 0 else st.none() | st.lists(st.integers(0, count - 1))
    rows = data.draw(some)

    scores, found = DenseIndex.from_vectors(vectors).search(query, top_k=top_k, rows=rows)

    expected = nearest(vectors, query, top_k=top_k, rows=list(range(count)) if rows is None else rows)
    np.testing.assert_array_equal(scores, expected[0])
    np.testing.assert_array_equal(found, expected[1])


def test_equal_vectors_come_in_order_of_row() -> None:
    dense = DenseIndex.from_vectors(np.ones((500, 3), dtype=np.float32))

    _, rows = dense.search(np.ones(3, dtype=np.float32), top_k=7, rows=range(100, 400))

    assert rows.tolist() == list(range(100, 107))


def test_similarities_follow_the_rows_asked_for() -> None:
    vectors = random_vectors(3, count=20, dimension=4, most=5)
    dense = DenseIndex.from_vectors(vectors)

    found = dense.similarities(vectors[0], [7, 2, 7])

    np.testing.assert_array_equal(found, vectors[[7, 2, 7]] @ vectors[0])
    assert dense.similarities(vectors[0], []).shape == (0,)


@pytest.mark.parametrize("rows", [[20], [-1], [0, 99]])
def test_a_row_that_does_not_exist_is_refused(rows: list[int]) -> None:
    dense = DenseIndex.from_vectors(random_vectors(3, count=20, dimension=4, most=5))
    query = np.ones(4, dtype=np.float32)

    with pytest.raises(ValueError, match="rows reach"):
        dense.search(query, top_k=3, rows=rows)
    with pytest.raises(ValueError, match="rows reach"):
        dense.similarities(query, rows)


@pytest.mark.parametrize(
    "vectors",
    [
        np.zeros((2, 3)),
        np.zeros(3, dtype=np.float32),
        np.full((1, 2), np.nan, np.float32),
        np.full((1, 2), np.inf, np.float32),
    ],
)
def test_what_are_no_embeddings_is_refused(vectors: Vectors) -> None:
    with pytest.raises(ValueError, match="embeddings"):
        DenseIndex.from_vectors(vectors)


def test_a_question_of_another_dimension_is_refused() -> None:
    with pytest.raises(ValueError, match="expected \\(4,\\)"):
        DenseIndex.from_vectors(np.zeros((1, 4), np.float32)).search(np.zeros(5, np.float32), top_k=1)


def test_bytes_are_the_same_each_time_and_read_back() -> None:
    vectors = np.random.default_rng(0).standard_normal((30, 8)).astype(np.float32)
    data = DenseIndex.from_vectors(vectors).to_bytes()

    again = DenseIndex.from_bytes(data, count=30, dimension=8)

    assert DenseIndex.from_vectors(vectors.copy()).to_bytes() == data == again.to_bytes()
    np.testing.assert_array_equal(again.vectors, vectors)


@pytest.mark.parametrize(("count", "dimension"), [(29, 8), (30, 7), (15, 16)])
def test_bytes_of_another_size_are_refused(count: int, dimension: int) -> None:
    data = DenseIndex.from_vectors(np.zeros((30, 8), np.float32)).to_bytes()

    with pytest.raises(ValueError, match="expected IndexFlatIP"):
        DenseIndex.from_bytes(data, count=count, dimension=dimension)


@pytest.mark.parametrize("keep", [0, 1, 4, 20, 45, 60, 1000])
def test_cut_bytes_are_refused(keep: int) -> None:
    data = DenseIndex.from_vectors(np.ones((30, 8), np.float32)).to_bytes()

    with pytest.raises(ValueError, match="FAISS cannot read"):
        DenseIndex.from_bytes(data[:keep], count=30, dimension=8)


def test_bytes_that_announce_more_than_they_hold_ask_for_no_memory() -> None:
    data = bytearray(DenseIndex.from_vectors(np.ones((30, 8), np.float32)).to_bytes())
    size = (30 * 8).to_bytes(8, "little")
    place = data.index(size, 8)
    data[place : place + 8] = (2**40).to_bytes(8, "little")

    with pytest.raises(ValueError, match="FAISS cannot read"):
        DenseIndex.from_bytes(bytes(data), count=30, dimension=8)
