"""A run as Markdown tables, for the terminal and for ``<name>-<commit>.md``, with every wrong answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eval.asking.records import KINDS_OF_ANSWER, Cited
from eval.datasets.dataset import Gold
from eval.measures.risk import Bin
from eval.measures.summary import Measured, Summary
from eval.reporting.headline import (
    LABELS,
    OVER,
    SILENCE,
    Cell,
    Row,
    Value,
    comparisons,
    rows,
    said_rows,
    value_of,
)
from eval.reporting.shown import Shown
from eval.reporting.wrong import FAULTS, Place, Wrong, grouped

MARKS = {"better": "▲", "worse": "▼", "same": "="}
ABOUT_SILENCE = (
    "At the threshold that is shipped: an answer is wrong when not one of its quotes answers, undue when it had to be "
    "a refusal, incomplete when something that had to be said is not. Coverage at 5 % is the share of the answerable "
    "questions answered when only the most confident answers are given, as many as leave at most 5 % of these: wrong "
    "answers to answerable questions; wrong or undue answers of all; or, the strictest, incomplete ones too."
)


def table(
    summaries: Mapping[str, Summary],
    *,
    labels: Mapping[str, str] = LABELS,
    floors: Mapping[str, float] | None = None,
    last: Mapping[str, Any] | None = None,
) -> str:
    """Return figures as a Markdown table: a column for each set of questions, and what they are held to.

    Args:
        summaries: set of questions to its figures.
        labels: the measures, in order, with what they are called; under the first table stand the counts.
        floors: ``<set>.<measure>`` to the pinned floor; the table shows those of ``all``.
        last: the run before, as ``eval.reporting.report.contract`` wrote it; the table shows its ``all``.
    """
    measures = rows(summaries, labels=labels, floors=floors, last=last)
    beside = [name for name, given in (("floor", floors), ("last", last)) if given is not None]
    lines = [["measure", *summaries, *(f"{name} (all)" for name in beside)]]
    lines += [
        [row.label, *(cell_text(cell.value) for cell in row.cells.values()), *_held(row, row.cells.get("all"), beside)]
        for row in measures
    ]
    for count in ("questions", "answerable", "to_refuse", "failed") if labels is LABELS else ():
        numbers = [str(summary.counts[count]) for summary in summaries.values()]
        lines.append([count.replace("_", " "), *numbers, *("" for _ in beside)])
    return aligned(lines)


def said_table(
    said: Sequence[Measured],
    *,
    floors: Mapping[str, float] | None = None,
    last: Mapping[str, Any] | None = None,
) -> str:
    """Return what is said, by whom and as of when as a Markdown table: a line for each measure and what it is over."""
    beside = [name for name, given in (("floor", floors), ("last", last)) if given is not None]
    lines = [["measure", "over", "figure", *beside]]
    for part, measures in said_rows(said, floors=floors, last=last).items():
        lines.append([f"**{part}**", *[""] * (2 + len(beside))])
        lines += [
            [row.label, OVER.get(over, over), cell_text(cell.value), *_held(row, cell, beside)]
            for row in measures
            for over, cell in row.cells.items()
        ]
    return aligned(lines)


def answers_table(summaries: Mapping[str, Summary]) -> str:
    """Return, for each way an answer is made, how many there are, their mean confidence and the share right."""
    lines = [["kind of answer", *summaries]]
    for kind in KINDS_OF_ANSWER:
        bins = [summary.by_answer.get(kind) for summary in summaries.values()]
        if any(bins):
            lines.append([kind, *(_sureness(one) for one in bins)])
    return aligned(lines)


def kinds_table(summaries: Mapping[str, Summary]) -> str:
    """Return answers found by kind and refusals by class as a Markdown table."""
    lines = [["kind", *summaries]]
    names = dict.fromkeys(kind for s in summaries.values() for kind in (*s.by_kind, *s.by_class))
    for kind in names:
        shares = (summary.by_kind.get(kind) or summary.by_class.get(kind) for summary in summaries.values())
        lines.append([kind, *(cell_text(None if share is None else value_of(share)) for share in shares)])
    return aligned(lines)


def latency(summaries: Mapping[str, Summary]) -> str:
    """Return the one line of a report that differs between two runs of the same code."""
    parts = []
    for name, summary in summaries.items():
        median, slow = (summary.latency_ms[percent] for percent in ("p50", "p95"))
        parts.append(f"{name} p50 {_milliseconds(median)}, p95 {_milliseconds(slow)}")
    return f"Latency in ms: {'; '.join(parts)}."


def tables(shown: Shown) -> list[str]:
    """Return every table of a run, each under its heading: what the terminal and the Markdown both have."""
    held: dict[str, Any] = {"floors": shown.floors, "last": shown.last}
    parts = [table(shown.summaries, **held), latency(shown.summaries)]
    if rows(shown.summaries, labels=SILENCE):
        silence = table(shown.summaries, labels=SILENCE, **held)
        parts += [f"## When it stays silent\n\n{ABOUT_SILENCE}", silence]
    if any(summary.by_answer for summary in shown.summaries.values()):
        parts += ["## Confidence and share right, by kind of answer", answers_table(shown.summaries)]
    if shown.said:
        parts += ["## What is said, by whom, as of when", said_table(shown.said, **held)]
    if any(summary.by_kind or summary.by_class for summary in shown.summaries.values()):
        parts += ["## By kind\n\nAnswer found for the answerable kinds, refused for the classes of refusal."]
        parts += [kinds_table(shown.summaries)]
    return parts


def markdown(shown: Shown) -> str:
    """Return the report: every table, and every wrong answer with what was expected and what was said."""
    total = shown.summaries["all"].counts["questions"]
    parts = [
        f"# {line(shown.title)}",
        "Mean with its 95 % bootstrap interval (families resampled) and the number of questions that count."
        + (f" The run before is {line(shown.last_name)}." if shown.last_name else ""),
        *tables(shown),
        f"## Wrong answers ({len(shown.wrong)} of {total})",
    ]
    for kind, chosen in grouped(shown.wrong).items():
        parts += [f"### {kind} ({len(chosen)})", *(_wrong(one, one.question.id in shown.new) for one in chosen)]
    return "\n\n".join(parts) + "\n"


def line(text: str) -> str:
    """Return text on one line, with what Markdown or HTML would act on made harmless: corpus text is not ours."""
    flat = " ".join(text.split())
    for character, harmless in (("\\", "\\\\"), ("&", "&amp;"), ("<", "&lt;"), ("`", "'"), ("[", "\\["), ("|", "\\|")):
        flat = flat.replace(character, harmless)
    return flat.replace("*", "\\*")


def cell_text(value: Value | None) -> str:
    """Return a figure as ``mean % [low, high] n=count``, as much of it as there is; a dash for none."""
    if value is None:
        return "-"
    bounds = "" if value.low is None or value.high is None else f" [{100 * value.low:.0f}, {100 * value.high:.0f}]"
    return f"{100 * value.mean:.1f} %{bounds}" + ("" if value.n is None else f" n={value.n}")


def aligned(lines: Iterable[Sequence[str]]) -> str:
    """Return rows as a Markdown table whose columns are as wide as their widest cell; the first row is the head."""
    cells = [list(row) for row in lines]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    cells.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    )


def _held(row: Row, cell: Cell | None, beside: Sequence[str]) -> list[str]:
    held = {
        ("last" if name == "last" else "floor"): f"{100 * reference:.1f} {MARKS[trend]}"
        for name, reference, trend in comparisons(row, cell or Cell(None))
    }
    return [held.get(name, "-") for name in beside]


def _sureness(one: Bin | None) -> str:
    return "-" if one is None else f"{100 * one.confidence:.0f} % said, {100 * one.right:.0f} % right n={one.n}"


def _wrong(wrong: Wrong, new: bool) -> str:
    question, record = wrong.question, wrong.record
    marks = " · ".join([wrong.fault, question.kind, question.split, *(["new"] if new else [])])
    lines = [f"#### {line(question.id)} · {marks}", "", f"{FAULTS[wrong.fault].capitalize()}.", ""]
    lines += [f"- before: {_quoted(turn.question)}" for turn in question.history]
    lines.append(f"- asked: {_quoted(question.question)}")
    for expected in wrong.expected:
        choices = " *or* ".join(f"{_quoted(gold.quote)} ({_source(gold)})" for gold in expected.golds)
        lines.append(f"- expected{' (said)' if expected.reached else ''}: {choices}")
    if question.to_refuse:
        lines.append(f"- expected: a refusal. {line(question.why or '')}".rstrip())
    elif not wrong.expected:
        relevant = [article_id for article_id, grade in sorted(question.relevant.items()) if grade]
        lines.append(f"- expected: one of the articles {line(', '.join(relevant))}")
    if record.error is not None:
        lines.append(f"- failed: {_quoted(record.error)}")
    elif record.refused:
        lines.append(f"- said: refused ({record.reason}), confidence {record.confidence:.2f}")
    for said in wrong.said:
        lines.append(
            f"- said{'' if said.right else ' (no answer)'}: {_quoted(said.cited.quote)} ({_source(said.cited)})"
        )
    if record.answered:
        lines.append(f"- confidence: {record.confidence:.2f}")
    if wrong.attribution:
        lines.append(f"- wrong: {', '.join(wrong.attribution)}")
    lines += _passage(wrong)
    return "\n".join(lines)


def _passage(wrong: Wrong) -> list[str]:
    lines = []
    if wrong.expected and wrong.gold_rank is not None:
        lines.append(f"- first passage with an answer: rank {wrong.gold_rank} of {len(wrong.record.ranked)}")
    elif wrong.expected and wrong.record.ranked:
        lines.append(f"- first passage with an answer: none among the {len(wrong.record.ranked)} retrieved")
    if wrong.said:
        places = [said.place for said in wrong.said if said.place is not None]
    else:
        places = [wrong.nearest] if wrong.nearest is not None else []
    name = "around" if wrong.said else "nearest passage"
    return lines + [f"- {name}: {_place(place)} ({line(place.article_id)})" for place in places]


def _place(place: Place) -> str:
    """Return a part of an article with the quote in bold."""
    parts = [
        f"**{inner}**" if stretch.quoted and (inner := line(stretch.text)) else line(stretch.text)
        for stretch in place.stretches
    ]
    shown = " ".join(part for part in parts if part)
    return f"« {'… ' * place.cut_before}{shown}{' …' * place.cut_after} »"


def _source(source: Gold | Cited) -> str:
    known = [source.publisher or "publisher unknown", source.published or "date unknown", source.speaker or ""]
    return ", ".join(line(part) for part in (source.article_id, *known) if part)


def _quoted(text: str) -> str:
    return f"« {line(text)} »"


def _milliseconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"
