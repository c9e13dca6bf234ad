"""Nothing calls home: building, asking, evaluating and serving run where every road out is closed and watched.

The programs run in processes of their own, without the environment variables that would keep the libraries
quiet from outside, under an audit hook that refuses and writes down every address that is not this machine.
"""

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
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QUESTION = "Que demande l'OTAN à la Turquie ?"
START_S = 120  # patience with a busy machine, not a promise

# Python imports a module of this name, when it finds one, before the program itself.
_GUARD = """
import os
import sys

_LOG = os.environ["GUARD_LOG"]
_HERE = {"", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"}


def _guard(event, args):
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = args[1]
        if not isinstance(address, tuple):  # a file on this machine, or a socket already connected
            return
        host = address[0]
    elif event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        host = args[0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    if host is None or host in _HERE or host.startswith("127."):
        return
    with open(_LOG, "a", encoding="utf-8") as log:
        log.write(f"{event} {host}\\n")
    raise OSError(f"the test allows no connection to {host}")


sys.addaudithook(_guard)
"""


@dataclass(frozen=True)
class Guarded:
    """Starts Python programs under the guard and tells where they tried to go."""

    folder: Path

    @property
    def attempts(self) -> list[str]:
        """What was refused so far, in order."""
        log = self.folder / "attempts.log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def environment(self, **extra: str) -> dict[str, str]:
        """Return this environment less what would silence a library, with the guard in the way."""
        noisy = ("GRADIO_", "HF_", "TRANSFORMERS_", "LANGSMITH_", "LANGCHAIN_", "ASSISTANT_", "DO_NOT_TRACK")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(noisy)}
        return kept | {"PYTHONPATH": str(self.folder), "GUARD_LOG": str(self.folder / "attempts.log")} | extra

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python with these arguments from the root of the repository and wait for it."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    @contextmanager
    def serve(self, port: int) -> Iterator[str]:
        """Run ``app.py`` on a port of this machine, and yield its address once it answers."""
        output = self.folder / "app.log"
        with output.open("w", encoding="utf-8") as log:
            process = subprocess.Popen(
                [sys.executable, "app.py"],
                cwd=ROOT,
                env=self.environment(GRADIO_SERVER_NAME="127.0.0.1", GRADIO_SERVER_PORT=str(port)),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            try:
                url = f"http://127.0.0.1:{port}/"
                until = time.monotonic() + START_S
                while not _answers(url):
                    assert process.poll() is None, output.read_text(encoding="utf-8")
                    assert time.monotonic() < until, f"no page after {START_S} s: {output.read_text(encoding='utf-8')}"
                    time.sleep(0.2)
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


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def guarded(tmp_path: Path) -> Guarded:
    folder = tmp_path / "guard"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_GUARD, encoding="utf-8")
    return Guarded(folder)


@pytest.mark.parametrize(
    ("program", "attempt"),
    [
        ("import socket; socket.create_connection(('192.0.2.1', 80))", "socket.getaddrinfo 192.0.2.1"),
        ("import socket; socket.socket().connect(('192.0.2.1', 80))", "socket.connect 192.0.2.1"),
        ("import urllib.request as u; u.urlopen('http://host.invalid/')", "socket.getaddrinfo host.invalid"),
    ],
)
def test_the_guard_itself_refuses_and_records(guarded: Guarded, program: str, attempt: str) -> None:
    assert guarded.run("-c", program).returncode != 0
    assert guarded.attempts == [attempt]


def test_building_and_asking_stay_on_this_machine(guarded: Guarded, tmp_path: Path) -> None:
    index = str(tmp_path / "index")
    built = guarded.run("-m", "assistant", "index", "--corpus", str(ROOT / "corpus"), "--index", index)
    assert built.returncode == 0, built.stdout + built.stderr
    asked = guarded.run("-m", "assistant", "ask", QUESTION, "--index", index)
    assert asked.returncode == 0, asked.stdout + asked.stderr
    assert guarded.attempts == []


def test_evaluating_stays_on_this_machine(guarded: Guarded, tmp_path: Path) -> None:
    done = guarded.run("-m", "eval", "--split", "test", "--report", str(tmp_path / "report"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert guarded.attempts == []


def test_serving_the_page_stays_on_this_machine(guarded: Guarded) -> None:
    with guarded.serve(_free_port()) as url, urllib.request.urlopen(url, timeout=START_S) as page:
        assert b"<html" in page.read()
    assert guarded.attempts == []
