"""The gate: figures may not fall below the floors that were reached, on the very data they were reached on.

``eval/baseline.json`` holds the floors, the digest of questions and corpus, and the reasons for which floors were
ever lowered. The form follows trafilatura's evaluation gate (adbar/trafilatura, ``tests/eval_gate.py``).

Where lower is better a floor is a ceiling. The area under the risk-coverage curve has one: it is the one figure that
rises when right answers stay right but the confidence no longer tells them from wrong ones. The calibration error has
none, because its bins are few and small here, nor have single kinds and classes, where one question is ten points.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.settings import DEFAULTS
from eval.measures.spans import Texts
from eval.measures.summary import Measured, Summary
from eval.reporting.headline import LOWER_IS_BETTER, figures

# Means are sums of the same fractions on every machine; only the order of a float sum could differ.
EPSILON = 1e-9
HERE = Path(__file__).resolve().parent
BASELINE = HERE / "baseline.json"
QUESTIONS = HERE / "questions.jsonl"
CORPUS = HERE.parent / DEFAULTS.corpus_dir
LABELLED = (
    *(HERE / f"{name}.jsonl" for name in ("attribution", "attribution_folders", "conflicts", "conflicts_unseen")),
    *(HERE / f"{name}.jsonl" for name in ("figures", "sides")),
    *sorted((HERE / "sides").rglob("*.md")),
    *sorted(path for path in (HERE / "folders").rglob("*") if path.is_file()),
)
"""What was labelled by hand, whichever run: the figures of what is said are over it."""
FLOORED = (
    "answers.found",
    "answers.sentence@1",
    "answers.f1",
    "citations.precision",
    "citations.publisher",
    "citations.date",
    "citations.speaker",
    "citations.quote_exact",
    "refusals.precision",
    "refusals.recall",
    "silence.near_misses",
    "silence.false_premises",
    "silence.coverage",
    "silence.wrong_of_answerable",
    "silence.wrong",
    "retrieval.recall@5",
    "retrieval.mrr@10",
    "risk.aurc",
    "risk.coverage_wrong_of_answerable",
)


class GateError(AssistantError):
    """Raised when a figure is below its floor, the data is not the baseline's, or a floor would be lowered."""


def digest(questions: Path, texts: Texts) -> str:
    """Return the SHA-256 of the questions, of every article's id and text, and of what was labelled by hand, as hex."""
    whole = hashlib.sha256(questions.read_bytes())
    for path in LABELLED:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    for article_id in sorted(texts):
        for part in (article_id, texts[article_id]):
            whole.update(hashlib.sha256(part.encode("utf-8")).digest())
    return whole.hexdigest()


def floors(summaries: Mapping[str, Summary], said: Sequence[Measured] = ()) -> dict[str, float]:
    """Return what a baseline keeps of a run: ``<set>.<measure>`` to its mean, where it was measured.

    Args:
        summaries: set of questions to its figures, of which those of ``FLOORED`` are kept.
        said: the figures of what is said, by whom and as of when, all of which are kept.
    """
    return {
        **{f"{one.over}.{one.name}": one.figure.mean for one in said},
        **_of_questions(summaries),
    }


def _of_questions(summaries: Mapping[str, Summary]) -> dict[str, float]:
    return {
        f"{split}.{name}": value.mean
        for split, summary in sorted(summaries.items())
        for measured in (figures(summary),)
        for name in FLOORED
        if (value := measured.get(name)) is not None
    }


def require_shipped(
    questions: Path, *, corpus: Path | None = None, index: Path | None = None, encoder: str | None = None
) -> None:
    """Refuse to hold, or to pin, anything but what is shipped: its questions, its articles, its index, its encoder.

    Args:
        questions: what is asked.
        corpus: the folder of articles, None for the shipped index.
        index: the saved index, None for the shipped one.
        encoder: another encoder's name, None for the shipped one.

    Raises:
        GateError: naming the first that is another.
    """
    shipped = {
        "--dataset": (questions, questions.resolve() == QUESTIONS),
        "--corpus": (corpus, corpus is None or corpus.resolve() == CORPUS),
        "--index": (index, index is None),
        "--encoder": (encoder, encoder is None),
    }
    for option, (given, is_shipped) in shipped.items():
        if not is_shipped:
            raise GateError(
                f"{option} {given}: floors are pinned for eval/questions.jsonl over {DEFAULTS.corpus_dir}/ as shipped; "
                f"leave out {option}, or --gate and --update-baseline"
            )


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
        raise GateError(
            "questions or corpus are not those that the floors of eval/baseline.json were reached on; "
            "if their change is meant, pin the floors again: python -m eval --update-baseline"
        )
    fallen = _fallen(baseline["floors"], reached)
    if fallen:
        raise GateError("eval/baseline.json does not allow:\n" + "\n".join(fallen))


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
    fallen = _fallen(baseline["floors"], reached) if baseline else []
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


def _fallen(old: Mapping[str, float], new: Mapping[str, float]) -> list[str]:
    """Return one line for each floor that is not reached, ceiling that is passed, or figure that is missing."""
    fallen = []
    for name, bound in sorted(old.items()):
        lower_is_better = name.split(".", 1)[1] in LOWER_IS_BETTER
        kind = "ceiling" if lower_is_better else "floor"
        if name not in new:
            fallen.append(f"{name}: not measured, {kind} {bound:.4f}")
        elif (new[name] - bound) * (1 if lower_is_better else -1) > EPSILON:
            fallen.append(f"{name}: {new[name]:.4f}, {kind} {bound:.4f}")
    return fallen
