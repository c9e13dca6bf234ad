"""What the readers of other people's datasets share: opening a file, taking a field, making an article."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from assistant.corpus.article_language import detect_language
from assistant.types import Article, Published
from eval.datasets.dataset import DatasetError

_T = TypeVar("_T")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_NAMES: dict[type, str] = {str: "a string", int: "a whole number", list: "a list", dict: "an object"}


def read_text(path: Path, *, expected: str) -> str:
    """Return a text file's characters, gunzipped when its name ends in ``.gz``.

    Args:
        path: of the file.
        expected: what should stand there, for the message.

    Raises:
        DatasetError: if the file cannot be read as UTF-8 text.
    """
    try:
        data = path.read_bytes()
        return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise DatasetError(f"{path}: cannot be read as UTF-8 text ({error}); expected {expected}") from error


def read_rows(path: Path, *, expected: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the line number, from 1, and the object of every line of a JSONL file; blank lines are skipped.

    Args:
        path: of the file, gzipped or not.
        expected: what a line should be, for the message.

    Raises:
        DatasetError: if the file cannot be read, or at the first line that is no object.
    """
    for number, line in enumerate(read_text(path, expected=expected).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise DatasetError(f"{path}: line {number} is no JSON ({error}); expected {expected}") from error
        if not isinstance(row, dict):
            raise DatasetError(f"{path}: line {number} is {shown(row)}; expected {expected}")
        yield number, row


def take(raw: object, name: str, kind: type[_T], *, where: str) -> _T:
    """Return the field of an object.

    Args:
        raw: what should be an object with that field.
        name: of the field.
        kind: what its value has to be.
        where: file and place, for the message.

    Raises:
        DatasetError: if it is something else, or the field is not there.
    """
    if not isinstance(raw, dict):
        raise DatasetError(f"{where} is {shown(raw)}; expected an object with {name!r}")
    if name not in raw:
        raise DatasetError(f"{where} has no {name!r}; expected {_NAMES[kind]} there")
    value = raw[name]
    if not isinstance(value, kind) or isinstance(value, bool):
        raise DatasetError(f"{where}: {name!r} is {shown(value)}; expected {_NAMES[kind]}")
    if isinstance(value, str) and _HALF_PAIR.search(value):
        raise DatasetError(f"{where}: {name!r} has half a surrogate pair; expected characters")
    return value


def shown(value: object) -> str:
    """Return a value for a message, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."


def article(identity: str, *, title: str | None, text: str, source: str) -> Article:
    """Return a text of a dataset as an article, to the letter: publisher and date are not known.

    Args:
        identity: unique in the dataset.
        title: None or blank when it has none.
        text: what is indexed and quoted.
        source: name of the file it stands in.
    """
    language, provenance = detect_language(text)
    return Article(
        id=identity,
        title=(title or "").strip() or None,
        publisher=None,
        agency=None,
        authors=(),
        published=Published(),
        url=None,
        language=language,
        text=text,
        source=source,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        provenance={"language": provenance},
    )


def stem(path: Path) -> str:
    """Return a file's or folder's name without ``.json``, ``.jsonl`` and ``.gz``: what a dataset is called."""
    name = path.resolve().name
    for suffix in (".gz", ".jsonl", ".json"):
        name = name.removesuffix(suffix)
    return name
