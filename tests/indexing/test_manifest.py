"""The manifest is read strictly: it says what it was written to say, or it is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import IndexDamagedError, IndexMismatchError, SavedIndexError
from assistant.indexing.manifest import FILES, FileRecord, Manifest, Recipe, check_recipe, parse_manifest

INDEX = Path("some index")
RECIPE = Recipe(
    encoder_id="fake",
    dimension=16,
    prefix=8,
    fingerprint={"weights": "0", "prompts": "é"},
    max_tokens=120,
    overlap_sentences=1,
    splitter=1,
    analysis=1,
    k1=1.2,
    b=0.75,
    lexical_title=True,
    dense_title=False,
)
MANIFEST = Manifest(RECIPE, 5, 40, {name: FileRecord.of(name.encode()) for name in FILES})
Json = dict[str, Any]


def test_a_manifest_reads_back() -> None:
    assert parse_manifest(MANIFEST.to_bytes(), index=INDEX) == MANIFEST


def test_the_generation_depends_on_everything() -> None:
    others = [
        replace(MANIFEST, articles=6),
        replace(MANIFEST, passages=41),
        replace(MANIFEST, recipe=replace(RECIPE, k1=1.3)),
        replace(MANIFEST, files={**MANIFEST.files, FILES[0]: FileRecord.of(b"other")}),
    ]

    assert len({manifest.generation for manifest in [MANIFEST, *others]}) == 5


def changed(change: Callable[[Json], object]) -> bytes:
    """Return the manifest with a change, as a careless hand writes it: the generation is not brought up to date."""
    value = json.loads(MANIFEST.to_bytes())
    change(value)
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


@pytest.mark.parametrize(
    "change",
    [
        *(lambda value, key=key: value.pop(key) for key in json.loads(MANIFEST.to_bytes())),
        lambda value: value["passages"].pop("splitter"),
        lambda value: value["files"].pop(FILES[0]),
        lambda value: value["files"][FILES[0]].pop("sha256"),
        lambda value: value.update(more=1),
        lambda value: value["lexical"].update(more=1),
        lambda value: value["files"].update({"../../etc/passwd": value["files"][FILES[0]]}),
        lambda value: value["files"].update({"/etc/passwd": value["files"].pop(FILES[0])}),
        lambda value: value["files"][FILES[0]].update(size=10**30),
        lambda value: value["files"][FILES[0]].update(size=-1),
        lambda value: value["files"][FILES[0]].update(size=True),
        lambda value: value["files"][FILES[0]].update(size="7"),
        lambda value: value["files"][FILES[0]].update(sha256=7),
        lambda value: value["lexical"].update(k1=float("nan")),
        lambda value: value["lexical"].update(k1=float("inf")),
        lambda value: value["lexical"].update(k1=None),
        lambda value: value["lexical"].update(title=1),
        lambda value: value["encoder"].update(dimension=16.0),
        lambda value: value["encoder"].update(id=["fake"]),
        lambda value: value["encoder"].update(fingerprint={"weights": 0}),
        lambda value: value["encoder"].update(fingerprint={str(number): "" for number in range(100)}),
        lambda value: value.update(encoder="fake"),
        lambda value: value.update(files=list(FILES)),
        lambda value: value.update(articles="5"),
        lambda value: value.update(generation="../" + value["generation"]),
        lambda value: value.update(generation="0" * 64),
        lambda value: value.update(articles=6),
        lambda value: value.update(format="1"),
        lambda value: value.update(format=True),
    ],
)
def test_a_manifest_that_was_changed_is_refused(change: Callable[[Json], object]) -> None:
    with pytest.raises(IndexDamagedError, match=r"some index.*python -m assistant index"):
        parse_manifest(changed(change), index=INDEX)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"null",
        b"[]",
        b"7",
        b'"format"',
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": ' + b"9" * 5000 + b"}",
        MANIFEST.to_bytes().rstrip(),
        MANIFEST.to_bytes() + b"\n",
        MANIFEST.to_bytes().replace(b"\n", b"\r\n"),
        MANIFEST.to_bytes().replace(b'"articles": 5', b'"articles": 6, "articles": 5'),
        MANIFEST.to_bytes().replace(b'"k1": 1.2', b'"k1": 1.20'),
        MANIFEST.to_bytes().replace(b'"k1": 1.2', b'"k1": NaN'),
        b"\xef\xbb\xbf" + MANIFEST.to_bytes(),
    ],
)
def test_bytes_that_are_no_manifest_are_refused(data: bytes) -> None:
    with pytest.raises(IndexDamagedError, match="some index"):
        parse_manifest(data, index=INDEX)


def test_every_flipped_bit_is_seen() -> None:
    data = MANIFEST.to_bytes()

    for place in range(len(data)):
        for bit in range(8):
            flipped = bytearray(data)
            flipped[place] ^= 1 << bit
            with pytest.raises(SavedIndexError):
                parse_manifest(bytes(flipped), index=INDEX)


def test_another_format_is_a_mismatch_whatever_else_it_holds() -> None:
    with pytest.raises(IndexMismatchError, match=r"format 1.*python -m assistant index .*'some index'"):
        parse_manifest(b'{"format": 1, "anything": []}', index=INDEX)


@pytest.mark.parametrize(
    "other",
    [
        {"encoder_id": "other"},
        {"dimension": 17},
        {"prefix": 16},
        {"fingerprint": {"weights": "1", "prompts": "é"}},
        {"fingerprint": {"weights": "0"}},
        {"max_tokens": 121},
        {"overlap_sentences": 2},
        {"splitter": 2},
        {"analysis": 2},
        {"k1": 1.3},
        {"b": 0.7},
        {"lexical_title": False},
        {"dense_title": True},
    ],
)
def test_a_recipe_that_differs_is_refused_by_name(other: Json) -> None:
    with pytest.raises(IndexMismatchError, match=f"{next(iter(other))}.*python -m assistant index"):
        check_recipe(RECIPE, replace(RECIPE, **other), index=INDEX)
