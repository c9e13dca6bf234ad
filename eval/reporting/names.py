"""What the files of a run are called: the data that was asked, and the commit that answered."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]

_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


def run_name(name: str) -> str:
    """Return ``<name>-<commit>``, the stem that every file of a run shares.

    The commit is git's short hash, with ``-changed`` when a tracked file differs from it, or ``uncommitted`` where the
    project is in no repository of its own.

    Args:
        name: of the dataset; what no file name should hold becomes ``-``.
    """
    return f"{_NOT_IN_A_NAME.sub('-', name).strip('-.') or 'run'}-{commit()}"


def commit(root: Path = ROOT) -> str:
    """Return the commit a folder is at, as ``run_name`` writes it.

    Args:
        root: the top folder of a repository; a folder further down is in no repository of its own.
    """
    top = _git(root, "rev-parse", "--show-toplevel")
    revision = _git(root, "rev-parse", "--short", "HEAD")
    if top is None or revision is None or Path(top).resolve() != root.resolve():
        return "uncommitted"
    changed = _git(root, "status", "--porcelain", "--untracked-files=no")
    return f"{revision}-changed" if changed else revision


def _git(root: Path, *arguments: str) -> str | None:
    """Return what git says, without the line end; None when it cannot say, whatever the reason."""
    try:
        said = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, check=True, encoding="utf-8", errors="replace"
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return said.stdout.strip()
