"""An index on disk: ``manifest.json`` and beside it one folder of files, its generation.

``save`` writes a new generation next to the old one and then replaces the manifest, which is the one act
that counts: a reader, a crash or a full disk sees the old index or the new one. ``read`` writes nothing
and returns no byte whose hash it has not checked.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from assistant.errors import IndexDamagedError, IndexNotFoundError, SavedIndexError
from assistant.indexing.manifest import FILES, FileRecord, Manifest, parse_manifest, rebuild_advice

MANIFEST = "manifest.json"
_NEW_MANIFEST = ".manifest.json.new"
_NEW_FOLDER = ".generation.new"
_KEPT = ".kept"
_NEW_KEPT = ".kept.new"
_GENERATION = re.compile(r"[0-9a-f]{16}")
_MOST_MANIFEST_BYTES = 1 << 20
_MOST_ATTEMPTS = 100


def save(index: Path, manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Make these files the index, as one act. The caller holds the build lock.

    Args:
        index: the folder, which exists.
        manifest: describes ``files``.
        files: contents by name, all of :data:`~assistant.indexing.manifest.FILES`.

    Raises:
        SavedIndexError: if the system refuses a step; the index that was there is then still there.
    """
    fresh, generation = index / _NEW_FOLDER, index / manifest.folder
    if _holds(index, manifest):
        return
    try:
        _sync_folder(index)
        remove_leftovers(index)
        fresh.mkdir()
        for name in FILES:
            _write(fresh / name, files[name])
        _sync_folder(fresh)
        if generation.exists():  # the current one, but damaged: whole, it would have been found above
            shutil.rmtree(generation)
        fresh.replace(generation)
        _write(index / _NEW_MANIFEST, manifest.to_bytes())
        _sync_folder(index)
        (index / _NEW_MANIFEST).replace(index / MANIFEST)
        _sync_folder(index)
    except OSError as error:
        with suppress(OSError):
            _remove(_unfinished(index))
        raise SavedIndexError(
            f"index {index} cannot be written: {error}. The index that is there was not harmed. "
            f"Free the disk or correct the rights, then try again. {rebuild_advice(index)}"
        ) from error
    with suppress(OSError):  # the new index stands; what stays of the old one goes with the next build
        remove_leftovers(index)


def read(index: Path) -> tuple[Manifest, dict[str, bytes]]:
    """Read an index and check every byte against its manifest.

    A build may replace the index meanwhile: then the reading starts again, on the new one.

    Returns:
        The manifest, and the contents of the files by name.

    Raises:
        IndexNotFoundError: if there is no index.
        IndexDamagedError: if a file is missing, is no file, or has another size or hash.
        IndexMismatchError: if the index is of another format.
    """
    for _ in range(_MOST_ATTEMPTS):
        state, data = _read_manifest(index)
        manifest = parse_manifest(data, index=index)
        try:
            return manifest, {name: _read_file(index, manifest, name) for name in FILES}
        except IndexDamagedError:
            if _read_manifest(index)[0] == state:
                raise
    raise SavedIndexError(f"index {index} was replaced {_MOST_ATTEMPTS} times while it was read; try again")


def keep(index: Path, data: bytes) -> None:
    """Put aside what the next build may reuse, in place of what was. The caller holds the build lock.

    It is no part of the index: it has to say itself what it belongs to, and whether it is whole.

    Raises:
        OSError: if the system refuses; what was there may still be.
    """
    try:
        _write(index / _NEW_KEPT, data)
        (index / _NEW_KEPT).replace(index / _KEPT)
    except OSError:
        with suppress(OSError):
            (index / _NEW_KEPT).unlink()
        raise


def kept(index: Path) -> bytes:
    """Return what :func:`keep` put aside, unchecked; nothing where nothing is, or it cannot be read."""
    path = index / _KEPT
    try:
        return path.read_bytes() if stat.S_ISREG(path.stat().st_mode) else b""
    except OSError:
        return b""


def leftovers(index: Path) -> list[Path]:
    """List what builds that were cut short, or generations that were replaced, left in the folder.

    Only what this module made is listed, never another file that someone keeps there.

    Raises:
        OSError: if the folder or its manifest cannot be read.
    """
    current = _current_folder(index)
    return _unfinished(index) + [
        path
        for path in sorted(index.iterdir())
        if _GENERATION.fullmatch(path.name)
        and path.name != current
        and path.is_dir()
        and not path.is_symlink()
        and {entry.name for entry in path.iterdir()} <= set(FILES)
    ]


def remove_leftovers(index: Path) -> None:
    """Remove what :func:`leftovers` lists. The caller holds the build lock.

    Raises:
        OSError: if the system refuses.
    """
    _remove(leftovers(index))


def _unfinished(index: Path) -> list[Path]:
    return [path for path in (index / _NEW_FOLDER, index / _NEW_MANIFEST, index / _NEW_KEPT) if path.exists()]


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _holds(index: Path, manifest: Manifest) -> bool:
    try:
        return read(index)[0] == manifest
    except SavedIndexError:
        return False


def _current_folder(index: Path) -> str | None:
    """Return the folder in use, of whatever format; None only if there is no manifest or it is malformed."""
    try:
        data = (index / MANIFEST).read_bytes()
    except FileNotFoundError:
        return None
    try:
        return str(json.loads(data)["generation"])[:16]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _read_manifest(index: Path) -> tuple[tuple[int, int], bytes]:
    """Return what tells one writing of the manifest from the next (inode, time), and its bytes."""
    path = index / MANIFEST
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            data = file.read(_MOST_MANIFEST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        advice = rebuild_advice(index).replace("Rebuild", "Build")
        raise IndexNotFoundError(f"there is no index at {index} ({MANIFEST} is missing). {advice}") from error
    except OSError as error:
        raise IndexDamagedError(f"{path} cannot be read: {error}. {rebuild_advice(index)}") from error
    if len(data) > _MOST_MANIFEST_BYTES:
        raise IndexDamagedError(f"{path} is larger than {_MOST_MANIFEST_BYTES} bytes. {rebuild_advice(index)}")
    return (status.st_ino, status.st_mtime_ns), data


def _read_file(index: Path, manifest: Manifest, name: str) -> bytes:
    path = index / manifest.folder / name
    expected = manifest.files[name]
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise IndexDamagedError(f"{path} is not a file. {rebuild_advice(index)}")
        if status.st_size != expected.size:  # told before reading: a size can be any number
            found = f"has {status.st_size} bytes, expected {expected.size}"
            raise IndexDamagedError(f"{path} {found}. {rebuild_advice(index)}")
        data = path.read_bytes()
    except OSError as error:
        raise IndexDamagedError(f"{path} cannot be read: {error}. {rebuild_advice(index)}") from error
    if FileRecord.of(data) != expected:
        raise IndexDamagedError(f"{path} was altered: its SHA-256 is not the manifest's. {rebuild_advice(index)}")
    return data


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; without it a power cut can undo a rename that was reported done."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
