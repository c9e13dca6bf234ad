"""A bar on the terminal for what takes long; nothing where there is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from assistant.indexing.build import Progress


@contextmanager
def progress() -> Iterator[Progress]:
    """Yield what to call with a stage, the steps done and the steps in all; the bar goes at the end."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    with tqdm(leave=False) as bar:
        shown = ""

        def show(stage: str, done: int, total: int) -> None:
            nonlocal shown
            if stage != shown:
                shown = stage
                bar.set_description(stage, refresh=False)
                bar.reset(total=total)  # each stage has a rate of its own
            bar.update(done - bar.n)

        yield show
