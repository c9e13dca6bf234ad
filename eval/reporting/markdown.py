"""A run as Markdown tables, for the terminal and for ``<name>-<commit>.md``, with every wrong answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from eval.asking.records import Cited
from eval.datasets.dataset import Gold
from eval.measures.summary import Summary
from eval.reporting.headline import Cell, Row, Value, comparisons, rows, value_of
from eval.reporting.wrong import FAULTS, Place, Wrong, grouped

MARKS = {"better": "▲", "worse": "▼", "same": "="}


def table(
    summaries: Mapping[str, Summary],
    *,
    floors: Mapping[str, float] | None = None,
    last: Mapping[str, Any] | None = None,
) -> str:
    """Return the headline figures as a Markdown table: a column for each set of questions, and what they are held to.

    Args:
        summaries: set of questions to its figures.
        floors: ``<set>.<measure>`` to the pinned floor; the table shows those of ``all``.
        last: the run before, as ``eval.reporting.report.contract`` wrote it; the table shows its ``all``.
    """
    measures = rows(summaries, floors=floors, last=last)
    beside = [name for name, given in (("floor", floors), ("last", last)) if given is not None]
    lines = [["measure", *summaries, *(f"{name} (all)" for name in beside)]]
    lines += [
        [row.label, *(cell_text(cell.value) for cell in row.cells.values()), *_held(row, beside)] for row in measures
    ]
    for count in ("questions", "answerable", "to_refuse", "failed"):
        numbers = [str(summary.counts[count]) for summary in summaries.values()]
        lines.append([count.replace("_", " "), *numbers, *("" for _ in beside)])
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


def markdown(
    summaries: Mapping[str, Summary],
    wrong: Sequence[Wrong],
    *,
    title: str,
    floors: Mapping[str, float] | None = None,
    last: Mapping[str, Any] | None = None,
    last_name: str | None = None,
    new: frozenset[str] = frozenset(),
) -> str:
    """Return the report: headline, kinds, and every wrong answer with what was expected and what was said.

    Args:
        summaries: set of questions to its figures.
        wrong: the answers to look at.
        title: of the page.
        floors: as ``table`` takes them.
        last: as ``table`` takes it.
        last_name: what that run is called.
        new: ids of the questions that the run before had right.
    """
    total = summaries["all"].counts["questions"]
    parts = [
        f"# {line(title)}",
        "Mean with its 95 % bootstrap interval (families resampled) and the number of questions that count."
        + (f" The run before is {line(last_name)}." if last_name else ""),
        table(summaries, floors=floors, last=last),
        latency(summaries),
        "## By kind\n\nAnswer found for the answerable kinds, refused for the classes of refusal.",
        kinds_table(summaries),
        f"## Wrong answers ({len(wrong)} of {total})",
    ]
    for kind, chosen in grouped(wrong).items():
        parts += [f"### {kind} ({len(chosen)})", *(_wrong(one, one.question.id in new) for one in chosen)]
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


def _held(row: Row, beside: Sequence[str]) -> list[str]:
    cell = row.cells.get("all", Cell(None))
    held = {
        ("last" if name == "last" else "floor"): f"{100 * reference:.1f} {MARKS[trend]}"
        for name, reference, trend in comparisons(row, cell)
    }
    return [held.get(name, "-") for name in beside]


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
