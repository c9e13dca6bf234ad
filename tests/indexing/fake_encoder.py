"""A deterministic encoder without weights: each word has a vector drawn from its hash, a text their mean."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

import numpy as np


class FakeEncoder:
    """Hashed bag of words; ``seed`` stands for the weights."""

    def __init__(self, *, dimension: int = 16, prefix: int | None = None, seed: int = 0, name: str = "fake") -> None:
        self.id = name
        self.dimension = dimension
        self.prefix = dimension if prefix is None else prefix
        self.seed = seed
        self.fingerprint: Mapping[str, str] = {"weights": str(seed)}

    def encode(self, texts: Sequence[str], *, kind: Literal["query", "document"]) -> np.ndarray:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = sum(
                (_word(word, self.seed, self.dimension) for word in text.lower().split()),
                start=_word("", self.seed, self.dimension),
            )
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


@lru_cache(maxsize=10_000)
def _word(word: str, seed: int, dimension: int) -> np.ndarray:
    digest = hashlib.sha256(f"{seed} {word}".encode()).digest()
    values: np.ndarray = np.random.default_rng(list(digest)).standard_normal(dimension).astype(np.float32)
    return values
