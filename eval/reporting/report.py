"""Write a run down: the page, the Markdown, and the JSON that other programs rely on.

Two runs of the same code over the same data write the same bytes, the latencies aside: those stand in the field
``latency_ms`` of the JSON, and on one line of the Markdown and of the page.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.measures.risk import Bin
from eval.measures.spans import Texts
from eval.measures.statistics import Figure
from eval.measures.summary import Measured, Pair, Summary
from eval.reporting.headline import figures
from eval.reporting.markdown import markdown
from eval.reporting.page import page
from eval.reporting.shown import Shown
from eval.reporting.wrong import ATTRIBUTION, Wrong, wrong_answers

# What ``eval.reporting.names.run_name`` makes: the name, and the commit with "-changed" where files differ from it.
_RUN_NAME = re.compile(r"(?P<name>.+)-(?P<commit>[0-9a-f]{4,40}(?:-changed)?|uncommitted)")

# Every measure of the contract; those that a run does not measure are null.
_CONTRACT: Mapping[str, tuple[str, ...]] = {
    "retrieval": ("recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10"),
    "answers": ("found", "exact_match", "f1", "sentence@1"),
    "citations": ("precision", "recall", "publisher", "date", "speaker", "quote_exact"),
    "refusals": ("precision", "recall"),
    "silence": (
        "near_misses", "false_premises", "coverage", "wrong_of_answerable", "incomplete", "wrong",
    ),
    "risk": ("aurc", "ece", "coverage_at_5_percent", "coverage_wrong", "coverage_wrong_of_answerable"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Last:
    """The run before: what its files are called, and its figures as ``contract`` wrote them."""

    name: str
    figures: Mapping[str, Any]


def write_report(
    folder: Path,
    *,
    name: str,
    summaries: Mapping[str, Summary],
    pairs: Sequence[Pair],
    texts: Texts,
    said: Sequence[Measured] = (),
    baseline: Mapping[str, Any] | None = None,
) -> tuple[Path, Path, Path]:
    """Write ``index.html``, ``<name>.md`` and ``<name>.json`` and return their paths, in that order.

    The figures are shown beside the pinned floors and beside the newest other run in the folder: of the same data by
    name, at another commit.

    Args:
        folder: where to write; made if missing. Files of other runs are only read.
        name: of the run, as ``eval.reporting.names.run_name`` returns it.
        summaries: set of questions to its figures; ``all`` must be among them.
        pairs: each question with its record.
        texts: article id to cleaned text.
        said: the figures of what is said, by whom and as of when; empty where they were not taken.
        baseline: as ``eval.gate.read`` returns it, where its floors are of this very data; otherwise None.
    """
    folder.mkdir(parents=True, exist_ok=True)
    last = last_run(folder, name)
    wrong = _to_look_at(summaries, pairs, texts)
    written = contract(summaries, pairs, texts, said=said)
    known = set(last.figures.get("wrong", ())) if last else set()
    shown = Shown(
        title=f"Evaluation: {name}",
        summaries=summaries,
        wrong=wrong,
        said=said,
        floors=baseline["floors"] if baseline else None,
        last=last.figures if last else None,
        last_name=_last_name(last, written) if last else None,
        new=frozenset(one.question.id for one in wrong if last and one.question.id not in known),
    )
    texts_by_path = {
        folder / "index.html": page(shown),
        folder / f"{name}.md": markdown(shown),
        folder / f"{name}.json": json_text(written),
    }
    for path, text in texts_by_path.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    html, prose, data = texts_by_path
    return html, prose, data


def contract(
    summaries: Mapping[str, Summary], pairs: Sequence[Pair], texts: Texts, *, said: Sequence[Measured] = ()
) -> dict[str, Any]:
    """Return the run as the JSON object that ``--json`` writes; what is not measured is null.

    Args:
        summaries: set name to its figures; ``all`` must be among them and gives the top level.
        pairs: each question with its record.
        texts: article id to cleaned text.
        said: the figures of what is said, by whom and as of when.
    """
    return {
        **_figures(summaries["all"]),
        **_said(said),
        "splits": {name: _figures(summary) for name, summary in summaries.items() if name != "all"},
        "wrong": [one.question.id for one in _to_look_at(summaries, pairs, texts)],
        "data": _digest(pairs, texts),
        "latency_ms": dict(summaries["all"].latency_ms),
    }


def json_text(written: Mapping[str, Any]) -> str:
    """Return the contract as the text of its file.

    Raises:
        ValueError: if a figure is not a number: JSON has no NaN.
    """
    return json.dumps(written, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def last_run(folder: Path, name: str) -> Last | None:
    """Return the newest run in a folder over data of the same name at another commit; None when there is none.

    A file that is no report is passed over: the folder is the developer's, and a report must not fail for it.
    """
    this = _RUN_NAME.fullmatch(name)
    found = []
    for path in folder.glob("*.json"):
        other = _RUN_NAME.fullmatch(path.stem)
        if this and other and other["name"] == this["name"] and other["commit"] != this["commit"]:
            found.append((path.stat().st_mtime_ns, path))
    for _, path in sorted(found, reverse=True):
        try:
            written = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(written, dict):
            return Last(path.stem, written)
    return None


def _to_look_at(summaries: Mapping[str, Summary], pairs: Sequence[Pair], texts: Texts) -> tuple[Wrong, ...]:
    measured = summaries["all"].figures
    return wrong_answers(pairs, texts, judged=[name for name in ATTRIBUTION if measured[name] is not None])


def _figures(summary: Summary) -> dict[str, Any]:
    measured = figures(summary)
    groups: dict[str, dict[str, Any]] = {group: dict.fromkeys(names) for group, names in _CONTRACT.items()}
    intervals: dict[str, list[float] | None] = {}
    for name, value in measured.items():
        group, measure = name.split(".", 1)
        groups[group][measure] = None if value is None else value.mean
        intervals[name] = None if value is None or value.low is None or value.high is None else [value.low, value.high]
    groups["answers"]["by_kind"] = _means(summary.by_kind)
    groups["refusals"]["by_class"] = _means(summary.by_class)
    return {
        **groups,
        "counts": dict(summary.counts),
        "intervals": intervals,
        "reliability": [_bin(one) for one in summary.reliability],
        "by_answer": {kind: _bin(one) for kind, one in summary.by_answer.items()},
    }


def _bin(one: Bin) -> dict[str, float]:
    return {"confidence": one.confidence, "right": one.right, "n": one.n}


def _said(said: Sequence[Measured]) -> dict[str, Any]:
    """Return measure to what it is over to its mean, and the same to its interval and what it counts."""
    means: dict[str, dict[str, float]] = {}
    counted: dict[str, dict[str, Any]] = {}
    for one in said:
        name = one.name.split(".", 1)[1]
        means.setdefault(name, {})[one.over] = one.figure.mean
        bounds = {"low": one.figure.low, "high": one.figure.high, "n": one.figure.n}
        counted.setdefault(name, {})[one.over] = bounds
    return {"said": means, "said_intervals": counted}


def _means(shares: Mapping[str, Figure]) -> dict[str, float]:
    return {kind: share.mean for kind, share in shares.items()}


def _digest(pairs: Sequence[Pair], texts: Texts) -> str:
    """Return the SHA-256 of what was asked and of the articles, as hex: which runs can be compared."""
    whole = hashlib.sha256()
    asked = [
        part
        for question, _ in pairs
        for part in (question.id, *(t.question for t in question.history), question.question)
    ]
    for part in (*asked, *(part for article_id in sorted(texts) for part in (article_id, texts[article_id]))):
        whole.update(hashlib.sha256(part.encode("utf-8")).digest())
    return whole.hexdigest()


def _last_name(last: Last, written: Mapping[str, Any]) -> str:
    same = last.figures.get("data") == written["data"]
    return last.name if same else f"{last.name} (over other questions or articles)"
