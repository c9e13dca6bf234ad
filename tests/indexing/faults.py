"""The environment misbehaves: the n-th file operation fails, or the process is killed right before it."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import Any

import pytest

OPERATIONS = ("open", "write", "fsync", "close", "replace", "mkdir", "unlink", "rmdir", "ftruncate")
FAILURES = (errno.ENOSPC, errno.EIO, errno.EACCES)


# Children are forked from a small server, which has imported what a build needs: a fork of pytest itself
# could inherit a lock that a thread of some library holds at that moment.
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["__main__", "pytest", "tests.indexing.corpora", "bm25s", "langchain_text_splitters"])


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
def operations(*, at: int = 0, happen: Callable[[str], None] = lambda name: None) -> Iterator[Operations]:
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


def spawn(work: Callable[..., None], *arguments: object) -> BaseProcess:
    """Start work, a function of a module, in a process of its own: exit status 0, or 1 if it raises."""
    process = _CONTEXT.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


def wait(process: BaseProcess) -> int | None:
    """Wait for a process; return its exit status, negative if a signal ended it, None if it does not end."""
    process.join(timeout=120)
    return process.exitcode
