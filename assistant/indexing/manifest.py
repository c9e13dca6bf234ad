"""The manifest of a saved index: what it was made from, with what, and the hash of every file.

It is a contract. It is written in one canonical form only, and its ``generation`` is the hash of all the
rest, so a file that was altered anywhere reads back as other bytes than it has and is refused.
"""

from __future__ import annotations

import hashlib
import json
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from assistant.errors import IndexDamagedError, IndexMismatchError

FORMAT = 2
"""Version of the files and of this manifest."""

ARTICLES = "articles.jsonl"
PASSAGES = "passages.jsonl"
VECTORS = "vectors.faiss"
TAILS = "vectors.safetensors"
TERMS = "terms.json"
SCORES = "scores.safetensors"
FILES = (ARTICLES, PASSAGES, SCORES, TERMS, VECTORS, TAILS)
"""The files of a generation. Names come from here, never from a manifest."""

_MOST_FINGERPRINTS = 64

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that decides what an index holds, apart from the corpus.

    Attributes:
        encoder_id: name of the encoder.
        dimension: numbers in an embedding.
        prefix: how many first ones of them FAISS scans; ``dimension`` for all.
        fingerprint: what else tells two encoders apart: hashes of weights and tokenizer, prompts.
        max_tokens: the most tokens in a passage.
        overlap_sentences: sentences that a passage repeats from the one before.
        splitter: version of the splitter.
        analysis: version of the analysis of text into terms.
        k1: BM25, saturation of repeated terms.
        b: BM25, weight of length.
        lexical_title: whether a passage's terms include its article's title.
        dense_title: whether a passage is encoded with its article's title before it.
    """

    encoder_id: str
    dimension: int
    prefix: int
    fingerprint: Mapping[str, str]
    max_tokens: int
    overlap_sentences: int
    splitter: int
    analysis: int
    k1: float
    b: float
    lexical_title: bool
    dense_title: bool


@dataclass(frozen=True, slots=True)
class FileRecord:
    """Size in bytes and SHA-256 of one file."""

    size: int
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> FileRecord:
        """Measure the contents of a file."""
        return cls(len(data), hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a saved index is. ``corpus_sha256`` hashes all articles as read, ``files`` has one record per file."""

    recipe: Recipe
    articles: int
    passages: int
    files: Mapping[str, FileRecord]

    @property
    def corpus_sha256(self) -> str:
        """Hash of the corpus as read: articles in order of id, with text and metadata."""
        return self.files[ARTICLES].sha256

    @property
    def generation(self) -> str:
        """Hash of everything the manifest says; names this state of the index."""
        return hashlib.sha256(_canonical(self._body())).hexdigest()

    @property
    def folder(self) -> str:
        """Name of the folder that holds the files."""
        return self.generation[:16]

    def to_bytes(self) -> bytes:
        """Serialise in the one canonical form."""
        return _canonical({**self._body(), "generation": self.generation})

    def _body(self) -> dict[str, Any]:
        recipe = self.recipe
        return {
            "format": FORMAT,
            "articles": self.articles,
            "encoder": {
                "id": recipe.encoder_id,
                "dimension": recipe.dimension,
                "prefix": recipe.prefix,
                "fingerprint": dict(recipe.fingerprint),
            },
            "passages": {
                "count": self.passages,
                "max_tokens": recipe.max_tokens,
                "overlap_sentences": recipe.overlap_sentences,
                "splitter": recipe.splitter,
            },
            "dense": {"title": recipe.dense_title},
            "lexical": {"analysis": recipe.analysis, "b": recipe.b, "k1": recipe.k1, "title": recipe.lexical_title},
            "files": {name: {"sha256": file.sha256, "size": file.size} for name, file in self.files.items()},
        }


def parse_manifest(data: bytes, *, index: Path) -> Manifest:
    """Read a manifest, strictly.

    Args:
        data: the file.
        index: the folder it stands in, for messages.

    Raises:
        IndexDamagedError: if it is not, to the byte, what :meth:`Manifest.to_bytes` writes.
        IndexMismatchError: if it is of another format.
    """
    try:
        found = json.loads(data.decode("utf-8"))
        version = found["format"]
        if type(version) is int and version != FORMAT:
            raise IndexMismatchError(
                f"index {index} has format {version}; this program reads {FORMAT}. {rebuild_advice(index)}"
            )
        manifest = _from_json(found)
        written = manifest.to_bytes()
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        reason = f"{type(error).__name__}: {error}"[:200]
        raise IndexDamagedError(
            f"the manifest of index {index} is malformed ({reason}). {rebuild_advice(index)}"
        ) from error
    if written != data:
        raise IndexDamagedError(f"the manifest of index {index} was altered. {rebuild_advice(index)}")
    return manifest


def check_recipe(saved: Recipe, expected: Recipe, *, index: Path) -> None:
    """Refuse an index that was made otherwise than it is about to be used.

    Raises:
        IndexMismatchError: naming what differs and the command that rebuilds.
    """
    for name in Recipe.__slots__:
        was, needed = getattr(saved, name), getattr(expected, name)
        if was != needed:
            raise IndexMismatchError(
                f"index {index} was built with {name} {_shown(was)}; "
                f"this program needs {_shown(needed)}. {rebuild_advice(index)}"
            )


def rebuild_advice(index: Path) -> str:
    """Return the sentence that says how to make the index again."""
    return f"Rebuild it: python -m assistant index --corpus FOLDER_OF_ARTICLES --index {shlex.quote(str(index))}"


def _canonical(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True) + "\n").encode("utf-8")


def _from_json(found: Mapping[str, Any]) -> Manifest:
    encoder, passages, lexical, files = found["encoder"], found["passages"], found["lexical"], found["files"]
    if set(files) != set(FILES):
        raise ValueError(f"files are {sorted(files)[:9]}, expected {list(FILES)}")
    recipe = Recipe(
        encoder_id=_typed(encoder["id"], str),
        dimension=_count(encoder["dimension"]),
        prefix=_count(encoder["prefix"]),
        fingerprint=_fingerprint(encoder["fingerprint"]),
        max_tokens=_count(passages["max_tokens"]),
        overlap_sentences=_count(passages["overlap_sentences"]),
        splitter=_count(passages["splitter"]),
        analysis=_count(lexical["analysis"]),
        k1=_typed(lexical["k1"], float),
        b=_typed(lexical["b"], float),
        lexical_title=_typed(lexical["title"], bool),
        dense_title=_typed(found["dense"]["title"], bool),
    )
    return Manifest(
        recipe=recipe,
        articles=_count(found["articles"]),
        passages=_count(passages["count"]),
        files={name: FileRecord(_count(files[name]["size"]), _typed(files[name]["sha256"], str)) for name in FILES},
    )


def _fingerprint(value: object) -> dict[str, str]:
    items = _typed(value, dict)
    if len(items) > _MOST_FINGERPRINTS:
        raise ValueError(f"the encoder has {len(items)} fingerprints, expected {_MOST_FINGERPRINTS} at most")
    return {_typed(name, str): _typed(text, str) for name, text in items.items()}


def _typed(value: object, kind: type[T]) -> T:
    if type(value) is not kind:
        raise TypeError(f"{str(value)[:40]!r} is not of type {kind.__name__}")
    return value


def _count(value: object) -> int:
    number = _typed(value, int)
    if not 0 <= number < 2**53:
        raise ValueError(f"{number} is out of range")
    return number


def _shown(value: object) -> str:
    return str(dict(sorted(value.items()))) if isinstance(value, Mapping) else str(value)
