"""The house keeps its shape: imports point down, files stay small, and a question starts light."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# From the bottom up. A module may import from its own row and from rows below; the longest prefix decides.
ROWS: tuple[tuple[str, ...], ...] = (
    ("assistant.types", "assistant.errors", "assistant.settings"),
    ("assistant.language",),
    ("assistant.corpus",),
    ("assistant.indexing",),
    ("assistant.retrieval",),
    ("assistant.answering", "assistant.citing"),  # an answer is held to its articles, and says who speaks in them
    ("assistant", "assistant.assistant", "assistant.batch", "assistant.web"),
    ("app", "assistant.cli", "assistant.command_line", "assistant.__main__"),
    ("eval.datasets",),
    ("eval.asking",),
    ("eval.measures",),
    ("eval.reporting",),
    ("eval",),
    ("assistant.training",),  # may import anything; nothing imports it
)
ROW_OF = {name: number for number, names in enumerate(ROWS) for name in names}

MAX_LINES = 300
HEAVY = ("torch", "transformers", "sentence_transformers", "gradio", "langchain_text_splitters", "trafilatura")
UNSAFE = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
PRINTS = ("assistant.cli", "assistant.training", "eval")


@dataclass(frozen=True)
class Module:
    """One file of ours: its dotted name, its path and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def package(self) -> str:
        """The package that relative imports start from."""
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]


@cache
def modules() -> dict[str, Module]:
    """Return every module of the program by dotted name."""
    paths = [*(ROOT / "assistant").rglob("*.py"), *(ROOT / "eval").rglob("*.py"), *ROOT.glob("app.py")]
    found = {}
    for path in sorted(paths):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = Module(name, path, ast.parse(path.read_text(encoding="utf-8"), str(path)))
    return found


def imported(module: Module) -> Iterator[str]:
    """Yield the full name of all that a module imports, wherever in the file: lazy and typing-only imports count."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.package.split(".")
                base = ".".join([*above[: len(above) - node.level + 1], *([base] if base else [])])
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield full if full in modules() else base


def ours(module: Module) -> set[str]:
    """Return the modules of the program that a module imports."""
    return {name for name in imported(module) if name in modules()} - {module.name}


def row(name: str) -> int:
    """Return the row of a module: that of the longest listed prefix of its name."""
    if name == "assistant":
        return ROW_OF[name]
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        prefix = ".".join(parts[:length])
        if prefix in ROW_OF and prefix != "assistant":
            return ROW_OF[prefix]
    raise AssertionError(f"{name} belongs to no row of the house: give it one here and in the README")


def below(name: str, prefixes: tuple[str, ...]) -> bool:
    """Return whether a module is one of these or lies in one of them."""
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


def test_imports_point_down() -> None:
    wrong = [
        f"{module.name} (row {row(module.name)}) imports {name} (row {row(name)})"
        for module in modules().values()
        for name in sorted(ours(module))
        if row(name) > row(module.name)
    ]
    assert wrong == []


def test_no_import_goes_round_in_a_circle() -> None:
    graph = {module.name: ours(module) for module in modules().values()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join([*trail[trail.index(name) :], name])
        if name in done:
            return
        for other in sorted(graph[name]):
            walk(other, (*trail, name))
        done.add(name)

    for name in graph:
        walk(name, ())


def test_no_module_can_run_code_from_a_data_file() -> None:
    wrong = [
        f"{module.name} imports {name}"
        for module in modules().values()
        for name in imported(module)
        if name.split(".")[0] in UNSAFE
    ]
    wrong += [
        f"{module.name}:{node.lineno} sets {keyword.arg}"
        for module in modules().values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in {"allow_pickle", "trust_remote_code"}
        and not (isinstance(keyword.value, ast.Constant) and keyword.value.value is False)
    ]
    assert wrong == []


def test_only_the_command_line_training_and_evaluation_print() -> None:
    wrong = [
        f"{module.name}:{node.lineno}"
        for module in modules().values()
        if not below(module.name, PRINTS)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert wrong == []


def test_no_error_is_swallowed_whole() -> None:
    wrong = [
        f"{module.name}:{node.lineno}"
        for module in modules().values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
        and not any(isinstance(inner, ast.Raise) and inner.exc is None for inner in ast.walk(node))
    ]
    assert wrong == []


def test_files_stay_small() -> None:
    lengths = {m.name: len(m.path.read_text(encoding="utf-8").splitlines()) for m in modules().values()}
    assert {name: lines for name, lines in lengths.items() if lines > MAX_LINES} == {}


def test_tests_mirror_the_package() -> None:
    strays = []
    for folder in sorted(path for path in (ROOT / "tests").rglob("*") if path.is_dir() and any(path.glob("*.py"))):
        relative = folder.relative_to(ROOT / "tests")
        if not (ROOT / "assistant" / relative).is_dir() and not (ROOT / relative).is_dir():
            strays.append(f"{relative} mirrors nothing")
        marker = folder / "__init__.py"
        if not marker.is_file() or ast.get_docstring(ast.parse(marker.read_text(encoding="utf-8"))) is None:
            strays.append(f"{relative}/__init__.py with a docstring is missing")
    assert strays == []


# Run in a fresh interpreter: what else this test session imported must not count.
_ASK = """
import json, runpy, sys
sys.argv = ["assistant", "ask", "Que demande l'OTAN à la Turquie ?"]
try:
    runpy.run_module("assistant", run_name="__main__", alter_sys=True)
except SystemExit as stop:
    status = stop.code
print(json.dumps({"status": status, "modules": sorted(sys.modules)}))
"""


@pytest.mark.parametrize("program", [_ASK, _ASK.replace('"ask", ', '"search", ')], ids=["ask", "search"])
def test_a_question_starts_light(program: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr
    last = json.loads(result.stdout.splitlines()[-1])
    assert last["status"] == 0, result.stdout + result.stderr
    assert "assistant.cli" in last["modules"]
    assert [name for name in HEAVY if name in last["modules"]] == []
