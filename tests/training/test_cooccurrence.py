"""Terms used in the same places are neighbours; rare ones and numbers are left out."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.training.cooccurrence import LEAST_COSINE, neighbours


def _sentences() -> list[list[tuple[str, int]]]:
    rng = np.random.default_rng(5)
    groups = (("treve", "accord"), ("tempet", "orag"))
    contexts = (("sign", "paix", "negoci", "table"), ("vent", "plui", "toit", "digue"))
    made = []
    for _ in range(600):
        topic = int(rng.integers(2))
        word = groups[topic][int(rng.integers(2))]
        around = rng.choice(contexts[topic], size=3, replace=False)
        made.append([(str(around[0]), 0), (word, 1), (str(around[1]), 2), (str(around[2]), 3)])
    return [*made, [("hapax", 0), ("paix", 1)], *[[("2020", 0), ("paix", 1)]] * 50]


@pytest.fixture(scope="module")
def found() -> dict[str, dict[str, float]]:
    return {term: dict(near) for term, near in neighbours(_sentences(), dimensions=4)}


def test_words_of_the_same_places_come_before_others(found: dict[str, dict[str, float]]) -> None:
    assert "accord" in found["treve"]
    assert "tempet" not in found["treve"]
    assert "orag" in found["tempet"]


def test_rare_words_numbers_and_the_word_itself_are_left_out(found: dict[str, dict[str, float]]) -> None:
    assert "hapax" not in found
    assert "2020" not in found
    assert all(term not in near for term, near in found.items())


def test_cosines_fall_and_reach_the_least_one(found: dict[str, dict[str, float]]) -> None:
    for near in found.values():
        cosines = list(near.values())
        assert cosines == sorted(cosines, reverse=True)
        assert min(cosines) >= LEAST_COSINE
