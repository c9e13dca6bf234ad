"""What is said in two places agrees: the package, the Space's requirements, the README, and the setup."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from packaging.requirements import Requirement

from assistant.answering.serialise import answer_to_json
from assistant.types import Answer, Article, Citation, Hit, Passage, Published, Statement

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

MAX_README_LINES = 200
MAX_SHORT_DESCRIPTION = 60  # a Space refuses the push above it
# Lines that many pages carry are what a cleaner of saved pages is about; from this length on a line is one article's.
MAX_GENERIC_CHARS = 40


@cache
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def space_requirements() -> dict[str, Requirement]:
    """Return what the Space installs, by package name; lines that are options of pip are left out."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line and not line.startswith(("#", "-"))]
    return {requirement.name: requirement for requirement in wanted}


@cache
def front_matter() -> dict[str, Any]:
    """Return the settings that Hugging Face reads at the top of the README."""
    _, block, _ = README.split("---\n", 2)
    loaded: dict[str, Any] = yaml.safe_load(block)
    return loaded


def test_the_space_installs_what_the_package_needs() -> None:
    needed = {Requirement(line).name: Requirement(line) for line in pyproject()["project"]["dependencies"]}
    assert {name: found for name, found in space_requirements().items() if name != "torch"} == needed


def test_torch_is_the_same_cpu_build_on_a_space_and_here() -> None:
    setup = (ROOT / ".ci" / "setup").read_text(encoding="utf-8")
    pinned = str(space_requirements()["torch"])
    assert re.search(r"^torch=(\S+)", setup, re.MULTILINE).group(1) == pinned  # type: ignore[union-attr]
    index = re.search(r"^cpu_index=(\S+)", setup, re.MULTILINE).group(1)  # type: ignore[union-attr]
    assert f"--extra-index-url {index}" in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()


def test_the_space_runs_the_gradio_it_installs() -> None:
    assert str(space_requirements()["gradio"].specifier) == f"=={front_matter()['sdk_version']}"


def test_front_matter_is_what_a_space_accepts() -> None:
    matter = front_matter()
    assert matter["sdk"] == "gradio"
    assert (ROOT / matter["app_file"]).is_file()
    assert isinstance(matter["python_version"], str)  # 3.10 unquoted would be the number 3.1
    python = Requirement(f"python{pyproject()['project']['requires-python']}")
    assert python.specifier.contains(matter["python_version"])
    assert 0 < len(matter["short_description"]) <= MAX_SHORT_DESCRIPTION
    assert matter["license"] == pyproject()["project"]["license"].lower()


def test_the_package_takes_along_all_its_files() -> None:
    patterns = pyproject()["tool"]["setuptools"]["package-data"]["assistant"]
    package = ROOT / "assistant"
    files = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    data = [path.relative_to(package) for path in files if path.suffix != ".py"]
    assert [str(path) for path in data if not any(fnmatchcase(str(path), pattern) for pattern in patterns)] == []
    rooms = {path.parent for path in files if path.suffix == ".py"}
    assert [str(room) for room in sorted(rooms) if not (room / "__init__.py").is_file()] == []


def test_the_readme_stays_short_and_its_links_lead_somewhere() -> None:
    assert len(README.splitlines()) < MAX_README_LINES
    links = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_readme_names_every_make_target() -> None:
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in targets if name != "help" and f"make {name}" not in README] == []


def _one_answer() -> Answer:
    text = "La réponse est ici."
    digest = sha256(text.encode()).hexdigest()
    article = Article("a", None, None, None, (), Published(), None, "fr", text, "a.txt", digest)
    return Answer(
        question="Où ?",
        understood="Où ?",
        language="fr",
        text=f"« {text} » [1]",
        statements=(Statement(text, (1,)),),
        citations=(Citation(1, article, text, 0, len(text)),),
        reason=None,
        confidence=0.5,
        hits=(Hit(Passage("a#0", "a", 0, len(text)), 1, 1.0, 1.0, 1.0),),
        timings_ms={},
    )


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(inner)


def test_the_readme_names_every_field_of_an_answer() -> None:
    section = README.split("### The JSON of an answer")[1].split("\n###")[0]
    written = answer_to_json(_one_answer(), text_of=lambda passage: passage.id)
    # A list of objects is written `name[]` in the README.
    assert [key for key in _keys(written) if f"`{key}`" not in section and f"`{key}[]`" not in section] == []


def test_the_readme_names_every_command() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "assistant", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    commands = re.findall(r"^ {4}([a-z]+) ", shown.split("commands:")[1], re.MULTILINE)
    assert {"ask", "search", "index"} <= set(commands), shown
    assert [name for name in commands if f"`assistant {name}" not in README] == []


def test_no_line_of_an_article_is_written_into_the_program() -> None:
    program = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "assistant").rglob("*"))
        if path.suffix in {".py", ".tsv", ".json", ".css", ".js"} and path.parent.name != "model"
    )
    copied = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "corpus").iterdir())
        if path.suffix in {".md", ".txt"} and path.name != "README.md"
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line.strip()) > MAX_GENERIC_CHARS and line.strip() in program
    ]
    assert copied == []
