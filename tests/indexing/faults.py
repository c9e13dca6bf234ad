"""The environment misbehaves: the n-th file operation fails, or the process is killed right before it."""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

OPERATIONS = ("open", "write", "fsync", "close", "replace", "mkdir", "unlink", "rmdir", "ftruncate")
FAILURES = (errno.ENOSPC, errno.EIO, errno.EACCES)


class Operations:
    """Counts file operations, and lets something happen at the n-th."""

    def __init__(self, *, at: int, happen: Callable[[str], None]) -> None:
        self.count = 0
        self.at = at
        self.happen = happen

    def step(self, name: str) -> None:
        self.count += 1
        if self.count == self.at:
            self.happen(name)


@contextmanager
def operations(*, at: int = 0, happen: Callable[[str], None] = str) -> Iterator[Operations]:
    """Count the operations of the block and let something happen before number ``at``, from 1."""
    steps = Operations(at=at, happen=happen)

    def counted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - stands for functions of any signature
            if name == "close":  # a descriptor that a failed close left open would be a leak of ours
                real(*args, **kwargs)
                return steps.step(name)
            steps.step(name)
            return real(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in OPERATIONS:
            patch.setattr(os, name, counted(name, getattr(os, name)))
        yield steps


def fails(code: int) -> Callable[[str], None]:
    """Return what makes an operation fail with this error number."""

    def happen(name: str) -> None:
        raise OSError(code, f"{os.strerror(code)} (in {name})")

    return happen


def kill(name: str) -> None:
    """End this process as ``kill -9`` does."""
    os.kill(os.getpid(), signal.SIGKILL)


def spawn(work: Callable[[], None]) -> int:
    """Run work in a child of this process; return its process id. The child ends with 0, or 1 if work raises."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work()
        status = 0
    except BaseException:  # whatever it is, it must not run on as a second pytest
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(status)


def wait(child: int) -> int:
    """Wait for a child; return its exit status, negative if a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
