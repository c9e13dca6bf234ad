"""Files of a run carry the commit that made them, and say when the tree was not that commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from eval.reporting.names import commit, run_name


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository of one commit with one file."""
    (tmp_path / "file.txt").write_text("one\n", encoding="utf-8")
    for arguments in (
        ("init",),
        ("add", "file.txt"),
        ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-m", "first"),
    ):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def test_the_commit_is_named_and_so_is_a_change_on_top_of_it(repository: Path) -> None:
    clean = commit(repository)
    said = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repository, check=True, capture_output=True, text=True)
    assert said.stdout.startswith(clean)
    (repository / "report.json").write_text("{}", encoding="utf-8")  # what a run writes changes nothing
    assert commit(repository) == clean
    (repository / "file.txt").write_text("two\n", encoding="utf-8")
    assert commit(repository) == f"{clean}-changed"


def test_a_copy_below_another_repository_is_at_none_of_its_commits(repository: Path) -> None:
    below = repository / "copy"
    below.mkdir()
    assert commit(below) == "uncommitted"


def test_a_name_becomes_one_that_every_file_system_takes() -> None:
    assert run_name("../mes questions/été 2020").startswith("mes-questions-été-2020-")
    assert run_name("***").startswith("run-")
