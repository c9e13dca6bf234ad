"""A bar is shown on a terminal and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from eval.asking.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_stages_and_their_end_are_shown_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, shown: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress() as show:
        for stage, total in (("encode", 512), ("ask", 3)):
            for done in (0, total):
                show(stage, done, total)
    said = stream.getvalue()
    assert [stage in said for stage in ("encode", "ask", "/512", "/3")] == [shown] * 4
