"""Write a run down: the table for the terminal, the Markdown report, and the JSON that other programs rely on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eval.dataset import Question
from eval.metrics import Texts
from eval.records import Record
from eval.statistics import Figure
from eval.summary import Pair, Summary, is_wrong

LABELS: Mapping[str, str] = {
    "answers.found": "answer found",
    "answers.sentence@1": "first citation answers",
    "citations.precision": "citation precision",
    "citations.recall": "citation recall",
    "citations.publisher": "publisher right",
    "citations.date": "date right",
    "citations.quote_exact": "quote exact",
    "citations.on_gold": "quoted characters on gold",
    "refusals.precision": "refusals that were right",
    "refusals.recall": "refused of what had to be",
    "refusals.reason": "reason of refusal fits",
}


def table(summaries: Mapping[str, Summary]) -> str:
    """Return the headline figures as a Markdown table, one column for each set of questions."""
    rows = [["measure", *summaries]]
    for name, label in LABELS.items():
        rows.append([label, *(_cell(summary.figures[name]) for summary in summaries.values())])
    for percent in ("p50", "p95"):
        rows.append([f"latency {percent} (ms)", *(_number(s.latency_ms[percent]) for s in summaries.values())])
    for count in ("questions", "answerable", "to_refuse", "failed"):
        rows.append([count.replace("_", " "), *(str(summary.counts[count]) for summary in summaries.values())])
    return _aligned(rows)


def kinds_table(summaries: Mapping[str, Summary]) -> str:
    """Return answers found by kind and refusals by class as a Markdown table."""
    rows = [["kind", *summaries]]
    names = dict.fromkeys(kind for s in summaries.values() for kind in (*s.by_kind, *s.by_class))
    for kind in names:
        rows.append([kind, *(_cell(s.by_kind.get(kind) or s.by_class.get(kind)) for s in summaries.values())])
    return _aligned(rows)


def markdown(summaries: Mapping[str, Summary], pairs: Sequence[Pair], texts: Texts, *, title: str) -> str:
    """Return the report: headline, kinds, and every wrong answer with what was expected and what was said."""
    wrong = [(question, record) for question, record in pairs if is_wrong(question, record, texts)]
    parts = [
        f"# {title}",
        "Mean with its 95 % bootstrap interval (families resampled) and the number of questions that count.",
        table(summaries),
        "## By kind\n\nAnswer found for the answerable kinds, refused for the classes of refusal.",
        kinds_table(summaries),
        f"## Wrong answers ({len(wrong)} of {len(pairs)})",
        *(_wrong(question, record) for question, record in wrong),
    ]
    return "\n\n".join(parts) + "\n"


def contract(summaries: Mapping[str, Summary], pairs: Sequence[Pair], texts: Texts) -> dict[str, Any]:
    """Return the run as the JSON object that ``--json`` writes; what is not measured is null.

    Args:
        summaries: set name to its figures; ``all`` must be among them and gives the top level.
        pairs: each question with its record.
        texts: article id to cleaned text.
    """
    return {
        **_figures(summaries["all"]),
        "splits": {name: _figures(summary) for name, summary in summaries.items() if name != "all"},
        "wrong": [question.id for question, record in pairs if is_wrong(question, record, texts)],
    }


def _figures(summary: Summary) -> dict[str, Any]:
    grouped: dict[str, dict[str, Any]] = {"answers": {}, "citations": {}, "refusals": {}}
    intervals: dict[str, list[float] | None] = {}
    for name, value in summary.figures.items():
        group, measure = name.split(".")
        grouped[group][measure] = None if value is None else value.mean
        intervals[name] = None if value is None else [value.low, value.high]
    return {
        "retrieval": dict.fromkeys(("recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10")),
        "answers": {**grouped["answers"], **dict.fromkeys(("exact_match", "f1")), "by_kind": _means(summary.by_kind)},
        "citations": {**grouped["citations"], "speaker": None},
        "refusals": {**grouped["refusals"], "by_class": _means(summary.by_class)},
        "risk": dict.fromkeys(("aurc", "ece", "coverage_at_5_percent")),
        "latency_ms": dict(summary.latency_ms),
        "counts": dict(summary.counts),
        "intervals": intervals,
    }


def _means(shares: Mapping[str, Figure]) -> dict[str, float]:
    return {kind: share.mean for kind, share in shares.items()}


def _wrong(question: Question, record: Record) -> str:
    lines = [f"### {question.id} · {question.kind} · {question.split}"]
    lines += [f"- before: {_quoted(turn.question)}" for turn in question.history]
    lines.append(f"- asked: {_quoted(question.question)}")
    if question.answerable:
        for group in question.gold:
            lines.append("- expected: " + " *or* ".join(f"{_quoted(g.quote)} ({g.article_id})" for g in group))
    else:
        lines.append(f"- expected: a refusal. {_line(question.why or '')}")
    if record.error is not None:
        lines.append(f"- failed: {_quoted(record.error)}")
    elif record.refused:
        lines.append(f"- said: refused ({record.reason}); nearest passage {_quoted(record.nearest)}")
    lines += [f"- cited: {_quoted(cited.quote)} ({cited.article_id})" for cited in record.cited]
    return "\n".join(lines)


def _line(text: str) -> str:
    """Return text on one line, with what Markdown or HTML would act on made harmless: corpus text is not ours."""
    flat = " ".join(text.split())
    return flat.replace("&", "&amp;").replace("<", "&lt;").replace("`", "'").replace("[", "\\[").replace("|", "\\|")


def _quoted(text: str) -> str:
    return f"« {_line(text)} »"


def _cell(value: Figure | None) -> str:
    if value is None:
        return "-"
    return f"{100 * value.mean:.1f} % [{100 * value.low:.0f}, {100 * value.high:.0f}] n={value.n}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _aligned(rows: Iterable[Sequence[str]]) -> str:
    table_rows = [list(row) for row in rows]
    widths = [max(len(row[column]) for row in table_rows) for column in range(len(table_rows[0]))]
    table_rows.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in table_rows
    )
