"""The shipped encoder: one vector per token, their weighted mean per text, read with numpy and tokenizers only.

A token that occurs n times in a text counts as the square root of n: a long article that names its
subject forty times is about more than that one word (as BM25 damps term frequency, Robertson and
Walker 1994; tf-idf and this table alike lose several points without it).

It loads in milliseconds, because rows stay quantised until a text needs them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from assistant.errors import EncoderError
from assistant.indexing.quantisation import QuantisedTable

WEIGHTS = "encoder.safetensors"
TOKENIZER = "tokenizer.json"
_TEXTS_AT_ONCE = 512
_PREFIX = 256


class StaticEncoder:
    """A static embedding model: sum of token rows, each by the root of its count, L2 normalised.

    Args:
        folder: where ``encoder.safetensors`` and ``tokenizer.json`` are.

    Raises:
        EncoderError: if either file is missing or not readable as such.
    """

    id = "presse-static"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            tensors = load_file(str(folder / WEIGHTS))
            self._table = QuantisedTable(tensors["planes"], tensors["scales"], tensors["codebook"])
            self.tokenizer: Tokenizer = Tokenizer.from_str((folder / TOKENIZER).read_text(encoding="utf-8"))
        except (OSError, SafetensorError, KeyError) as error:
            raise EncoderError(
                f"the static encoder in {folder} cannot be read ({error}); expected {WEIGHTS} and {TOKENIZER}; "
                "reinstall the package, or make them again with `python -m assistant.training`"
            ) from error
        self._dense: np.ndarray | None = None

    @classmethod
    def shipped(cls) -> StaticEncoder:
        """The encoder inside the package; the same object each time."""
        return _shipped()

    @property
    def dimension(self) -> int:
        """Values in a vector."""
        return self._table.dimension

    @property
    def prefix(self) -> int:
        """First values that make a vector of their own: it is trained on them too (Matryoshka)."""
        return min(_PREFIX, self.dimension)

    @property
    def bits(self) -> int:
        """Bits a value is stored in."""
        return self._table.bits

    @cached_property
    def fingerprint(self) -> Mapping[str, str]:
        """What the vectors depend on: sha256 of the weights and of the tokenizer."""
        names = {"weights": WEIGHTS, "tokenizer": TOKENIZER}
        return {key: hashlib.sha256((self.folder / name).read_bytes()).hexdigest() for key, name in names.items()}

    @property
    def table(self) -> np.ndarray:
        """All rows, ``(vocabulary, dimension) float32``; unpacked at first use and then kept."""
        if self._dense is None:
            self._dense = self._table.rows(np.arange(len(self._table.planes)))
        return self._dense

    def encode(self, texts: Sequence[str], *, kind: Literal["query", "document"]) -> np.ndarray:
        """Encode texts; a text's vector does not depend on the others it is encoded with.

        Args:
            texts: any length each, whole text used.
            kind: makes no difference to this model.

        Returns:
            ``(len(texts), dimension) float32``, L2 norm 1; zeros for a text without any token, so that
            its similarity with everything is 0.
        """
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _TEXTS_AT_ONCE):
            part = list(texts[start : start + _TEXTS_AT_ONCE])
            encodings = self.tokenizer.encode_batch_fast(part, add_special_tokens=False)
            counted = [counts(encoding.ids) for encoding in encodings]
            table, places = self._rows(np.concatenate([ids for ids, _ in counted]))
            at = 0
            for offset, (ids, times) in enumerate(counted, start=start):
                vectors[offset] = np.sqrt(times) @ table[places[at : at + len(ids)]]
                at += len(ids)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / np.where(norms > 0, norms, 1)

    def tokens(self, text: str) -> list[str]:
        """The tokens of a text, ``##`` before those that continue a word."""
        return list(self.tokenizer.encode(text, add_special_tokens=False).tokens)

    def token_vectors(self, text: str) -> np.ndarray:
        """The rows of a text's tokens, ``(n_tokens, dimension) float32``, for late interaction.

        They are not normalised: the length of a row is how much its token weighs in a text's mean.
        """
        ids = np.array(self.tokenizer.encode(text, add_special_tokens=False).ids, dtype=np.int64)
        table, places = self._rows(ids)
        return np.asarray(table[places])

    def token_ids(self, texts: Sequence[str]) -> list[np.ndarray]:
        """The rows of each text's tokens, ``(n_tokens,) int32`` a text."""
        encodings = self.tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [np.array(encoding.ids, dtype=np.int32) for encoding in encodings]

    def rows(self, ids: np.ndarray, *, first: int) -> np.ndarray:
        """The first values of some rows, ``(len(ids), first) float32``; nothing else is unpacked."""
        return self._table.rows(ids, first=first)

    def _rows(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Some rows and where each token's is: a question needs twenty of them unpacked, a corpus most."""
        if self._dense is not None or len(ids) > len(self._table.planes):
            return self.table, ids
        unique, places = np.unique(ids, return_inverse=True)
        return self._table.rows(unique), places


def counts(ids: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """The different tokens of a text, ascending, and how often each occurs, ``int64`` and ``float32``."""
    unique, times = np.unique(np.asarray(ids, dtype=np.int64), return_counts=True)
    return unique, times.astype(np.float32)


@lru_cache(maxsize=1)
def _shipped() -> StaticEncoder:
    return StaticEncoder(Path(str(resources.files("assistant") / "model")))
