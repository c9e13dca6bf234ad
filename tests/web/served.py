"""Serves a page in a process of its own, for the tests that look at it from outside."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_S = 90  # patience with a busy machine, not a promise


@contextmanager
def served(*arguments: str, log: Path, **environment: str) -> Iterator[str]:
    """Run ``python *arguments`` from the root of the repository on a free port; yield its address once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = {"GRADIO_SERVER_NAME": "127.0.0.1", "GRADIO_SERVER_PORT": str(port)}
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=os.environ | address | environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        url, until = f"http://127.0.0.1:{port}/", time.monotonic() + START_S
        while not _answers(url):
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < until, f"no page after {START_S} s: {log.read_text(encoding='utf-8')}"
            time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=START_S)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=START_S) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


if __name__ == "__main__":  # the page over the invented articles, hostile ones among them
    from assistant.web.launch import QUEUE, launch_options
    from assistant.web.layout import build_page
    from tests.web.fake_assistant import ARTICLES, ask

    examples = {"fr": ("Qu'est-ce qui rouvre au port ?",), "en": ("What about the port?",)}
    build_page(ask, ARTICLES, {"fr": examples["fr"], "en": examples["en"]}).queue(**QUEUE).launch(**launch_options())
