"""The gate: figures may not fall below the floors that were reached, on the very data they were reached on.

``eval/baseline.json`` holds the floors, the digest of questions and corpus, and the reasons for which floors were
ever lowered. The form follows trafilatura's evaluation gate (adbar/trafilatura, ``tests/eval_gate.py``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from eval.metrics import Texts
from eval.summary import Summary

# Means are sums of the same fractions on every machine; only the order of a float sum could differ.
EPSILON = 1e-9
BASELINE = Path(__file__).parent / "baseline.json"
FLOORED = (
    "answers.found",
    "citations.precision",
    "citations.publisher",
    "citations.date",
    "citations.quote_exact",
    "refusals.precision",
    "refusals.recall",
)


class GateError(AssistantError):
    """Raised when a figure is below its floor, the data is not the baseline's, or a floor would be lowered."""


def digest(questions: Path, texts: Texts) -> str:
    """Return the SHA-256 of the questions file and of every article's id and text, as hex."""
    whole = hashlib.sha256(questions.read_bytes())
    for article_id in sorted(texts):
        for part in (article_id, texts[article_id]):
            whole.update(hashlib.sha256(part.encode("utf-8")).digest())
    return whole.hexdigest()


def floors(summaries: Mapping[str, Summary]) -> dict[str, float]:
    """Return what a baseline keeps of a run: ``<split>.<measure>`` to its mean, where it was measured."""
    return {
        f"{split}.{name}": figure.mean
        for split, summary in sorted(summaries.items())
        for name in FLOORED
        if (figure := summary.figures[name]) is not None
    }


def check(baseline: Mapping[str, Any], reached: Mapping[str, float], data: str) -> None:
    """Hold a run against a baseline.

    Args:
        baseline: as ``read`` returns it.
        reached: figures of the run, as ``floors`` returns them.
        data: digest of the run's data.

    Raises:
        GateError: naming every figure below its floor or no longer measured, or that the data is another.
    """
    if baseline["digest"] != data:
        raise GateError("questions or corpus are not those of eval/baseline.json: python -m eval --update-baseline")
    fallen = _fallen(baseline["floors"], reached)
    if fallen:
        raise GateError("below the floor of eval/baseline.json:\n" + "\n".join(fallen))


def updated(
    baseline: Mapping[str, Any] | None, reached: Mapping[str, float], data: str, *, reason: str | None = None
) -> dict[str, Any]:
    """Return the baseline with a run's figures as its floors.

    Args:
        baseline: the one before, None for the first.
        reached: figures of the run, as ``floors`` returns them.
        data: digest of the run's data.
        reason: why floors may fall; kept in the baseline.

    Raises:
        GateError: if a floor would fall and no reason is given.
    """
    kept: list[dict[str, Any]] = list(baseline["regressions"]) if baseline else []
    fallen = list(_fallen(baseline["floors"], reached)) if baseline else []
    if fallen and not (reason and reason.strip()):
        raise GateError("floors would fall; --allow-regression REASON permits it:\n" + "\n".join(fallen))
    if fallen:
        kept.append({"reason": reason, "figures": fallen})
    return {"digest": data, "floors": dict(reached), "regressions": kept}


def read(path: Path = BASELINE) -> dict[str, Any]:
    """Return the baseline.

    Raises:
        GateError: if there is none, or it lacks a field.
    """
    try:
        baseline = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GateError(f"{path}: no usable baseline ({error}); make one: python -m eval --update-baseline") from error
    missing = {"digest", "floors", "regressions"} - set(baseline)
    if missing:
        raise GateError(f"{path}: lacks {', '.join(sorted(missing))}; make one: python -m eval --update-baseline")
    return dict(baseline)


def pinned(data: str, path: Path = BASELINE) -> dict[str, Any] | None:
    """Return the baseline where its floors are of this very data; None where they are of other data, or there is none.

    Args:
        data: digest of the run's data.
        path: of the baseline.
    """
    if not path.exists():
        return None
    baseline = read(path)
    return baseline if baseline["digest"] == data else None


def _fallen(old: Mapping[str, float], new: Mapping[str, float]) -> Iterable[str]:
    return [
        f"{name}: {new[name]:.4f}, floor {floor:.4f}" if name in new else f"{name}: not measured, floor {floor:.4f}"
        for name, floor in sorted(old.items())
        if new.get(name, -1.0) < floor - EPSILON
    ]
