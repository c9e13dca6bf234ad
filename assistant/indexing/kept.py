"""What a build keeps so that the next one redoes only what changed; lost or doubted, everything is done again.

It names the state of the index it belongs to, the code and libraries that made it, and for each article
the hash of the file it was read from. Files are compared by their bytes: a time of change can lie.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_PACKAGE = Path(__file__).parents[1]
_MAKERS = ("types.py", "corpus", "language", "indexing", "model/ranks.tiktoken")
_LIBRARIES = (
    "bm25s", "faiss-cpu", "langchain-text-splitters", "lxml", "numpy", "pystemmer", "pyyaml", "sentence-transformers",
    "tiktoken", "tokenizers", "torch", "trafilatura", "transformers",
)  # fmt: skip
_NO_CODE = {".pyc", ".pyo"}


@dataclass(frozen=True, slots=True)
class Kept:
    """What the next build may reuse.

    Attributes:
        generation: of the index it belongs to.
        made_by: what :func:`makers` returned.
        files: path of an article's file below the corpus folder, to the SHA-256 of its bytes.
        counts: ``(m,)`` unsigned, how often each row of the index's lexical columns holds the term.
    """

    generation: str
    made_by: str
    files: Mapping[str, str]
    counts: NDArray[np.unsignedinteger]

    def to_bytes(self) -> bytes:
        """Serialise: the hash of all the rest, a line of JSON, the counts."""
        said = {
            "generation": self.generation,
            "made_by": self.made_by,
            "files": dict(self.files),
            "type": self.counts.dtype.name,
        }
        rest = json.dumps(said, ensure_ascii=True, sort_keys=True).encode("ascii") + b"\n" + self.counts.tobytes()
        return hashlib.sha256(rest).hexdigest().encode("ascii") + b"\n" + rest

    @classmethod
    def from_bytes(cls, data: bytes) -> Kept:
        """Read what :meth:`to_bytes` wrote.

        Raises:
            ValueError: if these bytes are anything else, as of a write that was cut short.
        """
        digest, _, rest = data.partition(b"\n")
        if hashlib.sha256(rest).hexdigest().encode("ascii") != digest:
            raise ValueError("what was kept of the build before is not whole")
        line, _, counts = rest.partition(b"\n")
        try:
            said = json.loads(line)
            return cls(said["generation"], said["made_by"], said["files"], np.frombuffer(counts, dtype=said["type"]))
        except (KeyError, TypeError) as error:
            raise ValueError(f"what was kept of the build before is malformed: {error}") from error


@lru_cache(maxsize=1)
def makers() -> str:
    """Return one hash of all that turns a file into rows of an index, the encoder apart: code, tables, libraries.

    So no hand need remember that what was read with other code is to be read again.
    """
    digest = hashlib.sha256()
    said = [sys.version, platform.machine(), unicodedata.unidata_version, *map(_version, _LIBRARIES)]
    digest.update(json.dumps(said).encode("utf-8"))
    for name in _MAKERS:
        top = _PACKAGE / name
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and path.suffix not in _NO_CODE:
                digest.update(path.relative_to(_PACKAGE).as_posix().encode("utf-8") + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"
