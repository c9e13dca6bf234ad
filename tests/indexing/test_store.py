"""What is read from disk is what was written, or it is refused."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from assistant.errors import IndexDamagedError, IndexNotFoundError, SavedIndexError
from assistant.indexing import store
from assistant.indexing.manifest import FILES, FileRecord, Manifest
from tests.indexing.test_manifest import RECIPE


def generation(seed: int) -> tuple[Manifest, dict[str, bytes]]:
    """Return files of some hundred bytes and their manifest."""
    files = {name: random.Random(f"{seed} {name}").randbytes(300) for name in FILES}
    return Manifest(RECIPE, 1, 1, {name: FileRecord.of(data) for name, data in files.items()}), files


@pytest.fixture
def index(tmp_path: Path) -> Path:
    store.save(tmp_path, *generation(0))
    return tmp_path


def paths(index: Path) -> list[Path]:
    return [index / store.MANIFEST, *sorted((index / generation(0)[0].folder).iterdir())]


def assert_refused(index: Path) -> None:
    with pytest.raises(SavedIndexError, match="python -m assistant index"):
        store.read(index)


def test_what_was_saved_is_read(index: Path) -> None:
    assert store.read(index) == generation(0)
    assert len(paths(index)) == 1 + len(FILES)


def test_a_new_generation_replaces_the_old_one_and_nothing_else(index: Path) -> None:
    (index / "notes.txt").write_text("kept", encoding="utf-8")
    (index / "0123456789abcdef").mkdir()
    (index / "0123456789abcdef" / "picture.png").write_bytes(b"kept")

    store.save(index, *generation(1))

    assert store.read(index) == generation(1)
    names = {path.name for path in index.iterdir()}
    assert names == {store.MANIFEST, generation(1)[0].folder, "notes.txt", "0123456789abcdef"}


def test_saving_what_is_there_writes_nothing(index: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in index.rglob("*")}

    store.save(index, *generation(0))

    assert {path: path.stat().st_mtime_ns for path in index.rglob("*")} == before


def test_no_index_is_told_apart_from_a_damaged_one(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none", tmp_path / "file" / "below"):
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(IndexNotFoundError, match="Build it: python -m assistant index"):
            store.read(place)


def test_cut_files_are_refused(index: Path) -> None:
    for path in paths(index):
        whole = path.read_bytes()
        for cut in range(20):
            path.write_bytes(whole[: len(whole) * cut // 20])
            assert_refused(index)
        path.write_bytes(whole)
    assert store.read(index) == generation(0)


def test_flipped_bits_are_refused(index: Path) -> None:
    draw = random.Random(0)
    for path in paths(index):
        whole = path.read_bytes()
        for _ in range(200):
            flipped = bytearray(whole)
            flipped[draw.randrange(len(whole))] ^= 1 << draw.randrange(8)
            path.write_bytes(flipped)
            assert_refused(index)
        path.write_bytes(whole)
    assert store.read(index) == generation(0)


def test_missing_empty_longer_and_odd_files_are_refused(index: Path) -> None:
    for path in paths(index):
        whole = path.read_bytes()
        for content in (b"", whole + b"\n", whole + b"\0" * (2 << 20)):
            path.write_bytes(content)
            assert_refused(index)
        path.unlink()
        assert_refused(index)
        path.mkdir()
        assert_refused(index)
        path.rmdir()
        if path.name != store.MANIFEST:
            os.mkfifo(path)  # opening it would wait for ever
            assert_refused(index)
            path.unlink()
        path.write_bytes(whole)
    assert store.read(index) == generation(0)


def test_files_of_two_generations_are_not_mixed(index: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    manifest, files = generation(1)
    store.save(other, manifest, files)
    for name in FILES:
        path = index / generation(0)[0].folder / name
        whole = path.read_bytes()
        path.write_bytes(files[name])
        assert_refused(index)
        path.write_bytes(whole)
    shutil.copy(other / store.MANIFEST, index / store.MANIFEST)
    assert_refused(index)
    (index / generation(0)[0].folder).rename(index / manifest.folder)
    assert_refused(index)


def test_a_damaged_index_is_mended_by_saving_it_again(index: Path) -> None:
    for path in paths(index):
        path.write_bytes(b"damaged")
        with pytest.raises(IndexDamagedError):
            store.read(index)
        store.save(index, *generation(0))
        assert store.read(index) == generation(0)
