"""Dense search is exact, breaks ties by row, and reads back only what it wrote."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import safetensors.numpy
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.indexing.dense import DenseIndex
from assistant.indexing.packing import Rows, Vectors, pack, unpack


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


def read_back(dense: DenseIndex) -> DenseIndex:
    return DenseIndex.from_bytes(
        dense.to_bytes(),
        tails=dense.tails.to_bytes(),
        count=len(dense),
        dimension=dense.dimension,
        prefix=dense.prefix,
    )


def read_heads(data: bytes, *, count: int = 30, dimension: int = 8) -> DenseIndex:
    whole = DenseIndex.from_vectors(np.zeros((count, dimension), np.float32))
    return DenseIndex.from_bytes(data, tails=whole.tails.to_bytes(), count=count, dimension=dimension, prefix=dimension)


@pytest.mark.parametrize("prefix", [8, 3, 1])
def test_bytes_are_the_same_each_time_and_read_back(prefix: int) -> None:
    vectors = np.random.default_rng(0).standard_normal((30, 8)).astype(np.float32)
    dense = DenseIndex.from_vectors(vectors, prefix=prefix)

    again, twin = read_back(dense), DenseIndex.from_vectors(vectors.copy(), prefix=prefix)

    assert twin.to_bytes() == dense.to_bytes() == again.to_bytes()
    assert twin.tails.to_bytes() == dense.tails.to_bytes() == again.tails.to_bytes()
    np.testing.assert_array_equal(again.vectors, dense.vectors)
    np.testing.assert_allclose(again.vectors, vectors, atol=0 if prefix == 8 else np.abs(vectors).max() / 250)


@settings(max_examples=100)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 60), top_k=st.integers(0, 80), data=st.data())
def test_a_prefix_search_ranks_what_it_proposes_by_whole_embeddings(
    seed: int, count: int, top_k: int, data: st.DataObject
) -> None:
    """Few rows are all proposed: then the search is that over all embeddings, as they are kept."""
    draw = np.random.default_rng(seed)
    dense = DenseIndex.from_vectors(draw.standard_normal((count, 12)).astype(np.float32), prefix=4)
    query = draw.standard_normal(12).astype(np.float32)
    rows = data.draw(st.none() | st.lists(st.integers(0, count - 1)))

    scores, found = dense.search(query, top_k=top_k, rows=rows)

    chosen = range(count) if rows is None else sorted(set(rows))
    expected = nearest(dense.vectors, query, top_k=top_k, rows=list(chosen))
    np.testing.assert_allclose(scores, expected[0], atol=1e-5)
    assert len(set(found.tolist())) == len(found) and set(found.tolist()) <= set(chosen)
    np.testing.assert_allclose(dense.similarities(query, found), scores, atol=1e-5)


def test_a_row_is_packed_as_if_it_were_alone() -> None:
    vectors = np.random.default_rng(1).standard_normal((50, 40)).astype(np.float32)
    vectors[7] = 0

    heads, tails = pack(vectors, prefix=16)

    for row in range(len(vectors)):
        head, tail = pack(vectors[row : row + 1], prefix=16)
        assert head.tobytes() == heads[row].tobytes()
        assert (tail.values.tobytes(), tail.steps[0], tail.lengths[0]) == (
            tails.values[row].tobytes(),
            tails.steps[row],
            tails.lengths[row],
        )
    np.testing.assert_allclose(np.linalg.norm(np.delete(heads, 7, axis=0), axis=1), 1, atol=1e-6)
    np.testing.assert_allclose(unpack(heads, tails), vectors, atol=float(np.abs(vectors).max()) / 250)


@pytest.mark.parametrize(
    "change",
    [
        lambda arrays: {**arrays, "values": arrays["values"][:-1]},
        lambda arrays: {**arrays, "values": arrays["values"].astype(np.int16)},
        lambda arrays: {**arrays, "steps": arrays["steps"] * np.float32(np.nan)},
        lambda arrays: {**arrays, "lengths": arrays["lengths"][:, None]},
        lambda arrays: {"values": arrays["values"]},
    ],
)
def test_tails_that_do_not_fit_are_refused(change: Callable[[dict[str, np.ndarray]], dict[str, np.ndarray]]) -> None:
    dense = DenseIndex.from_vectors(np.ones((30, 8), np.float32), prefix=3)
    data = safetensors.numpy.save(change(safetensors.numpy.load(dense.tails.to_bytes())))

    for tails in (data, data[: len(data) // 2], b""):
        with pytest.raises(ValueError, match="rest of the embeddings"):
            DenseIndex.from_bytes(dense.to_bytes(), tails=tails, count=30, dimension=8, prefix=3)


@pytest.mark.parametrize(("count", "dimension"), [(29, 8), (30, 7), (15, 16)])
def test_bytes_of_another_size_are_refused(count: int, dimension: int) -> None:
    data = DenseIndex.from_vectors(np.zeros((30, 8), np.float32)).to_bytes()

    with pytest.raises(ValueError, match="expected IndexFlatIP"):
        read_heads(data, count=count, dimension=dimension)


@pytest.mark.parametrize("keep", [0, 1, 4, 20, 45, 60, 1000])
def test_cut_bytes_are_refused(keep: int) -> None:
    data = DenseIndex.from_vectors(np.ones((30, 8), np.float32)).to_bytes()

    with pytest.raises(ValueError, match="FAISS cannot read"):
        read_heads(data[:keep])


def test_bytes_that_announce_more_than_they_hold_ask_for_no_memory() -> None:
    data = bytearray(DenseIndex.from_vectors(np.ones((30, 8), np.float32)).to_bytes())
    size = (30 * 8).to_bytes(8, "little")
    place = data.index(size, 8)
    data[place : place + 8] = (2**40).to_bytes(8, "little")

    with pytest.raises(ValueError, match="FAISS cannot read"):
        read_heads(bytes(data))
