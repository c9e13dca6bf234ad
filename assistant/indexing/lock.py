"""One builder at a time: a lock on the index folder that the system gives back when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from assistant.errors import IndexLockedError, SavedIndexError

LOCK = ".lock"


@contextmanager
def build_lock(index: Path) -> Iterator[None]:
    """Hold the right to build an index, until the block ends or the process does, killed or not.

    The file holds the builder's process id, for the message only: the lock is the kernel's ``flock``, so
    there is no stale lock to recognise and no two processes take one over at once. POSIX only.

    Args:
        index: the folder, which exists.

    Raises:
        IndexLockedError: if another build is running, here or in another process.
        SavedIndexError: if the lock cannot be had for another reason, such as a folder that is read-only.
    """
    path = index / LOCK
    try:
        handle = _locked(path)
    except OSError as error:
        raise SavedIndexError(f"index {index} cannot be written: {error}. Choose another with --index") from error
    try:
        with suppress(OSError):
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode("ascii"))
        yield
    finally:
        with suppress(OSError):  # a lock file that stays is only a file; the lock itself ends with the handle
            path.unlink()
        _close(handle)


def _locked(path: Path) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(path, handle):
                return handle
        except BlockingIOError as error:
            holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
            _close(handle)
            raise IndexLockedError(
                f"index {path.parent} is being built by another process (pid {holder}): let it end, then try again"
            ) from error
        except OSError:
            _close(handle)
            raise
        _close(handle)  # the holder ended between open and lock, and took its file away


def _is_still(path: Path, handle: int) -> bool:
    try:
        return path.stat().st_ino == os.fstat(handle).st_ino
    except FileNotFoundError:
        return False


def _close(handle: int) -> None:
    with suppress(OSError):  # nothing of worth is in the file
        os.close(handle)
