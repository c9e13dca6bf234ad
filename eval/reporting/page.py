"""A run as one HTML page that loads nothing and that can be read without its script.

The page is opened from a disk, so it carries its own Content-Security-Policy: only the style and the script whose
hashes it names, no image, no connection, no form.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.measures.statistics import Figure
from eval.measures.summary import Summary
from eval.reporting import chart
from eval.reporting.cards import card
from eval.reporting.confidence import confidence
from eval.reporting.headline import OVER, SILENCE, Cell, Row, comparisons, rows, said_rows
from eval.reporting.markdown import ABOUT_SILENCE, MARKS, latency
from eval.reporting.shown import Shown
from eval.reporting.wrong import FAULTS, Wrong, grouped

HERE = Path(__file__).parent
STYLE = (HERE / "report.css").read_text(encoding="utf-8")
SCRIPT = (HERE / "report.js").read_text(encoding="utf-8")


def page(shown: Shown) -> str:
    """Return the report as one HTML document."""
    summaries, wrong = shown.summaries, shown.wrong
    counts = summaries["all"].counts
    held: dict[str, Any] = {"floors": shown.floors, "last": shown.last}
    body = [
        f"<header><h1>{html.escape(shown.title)}</h1>",
        f"<p>{counts['questions']} questions: {counts['answerable']} with an answer, {counts['to_refuse']} to refuse. "
        f"{counts['answered']} were answered, {counts['refused']} refused, {counts['failed']} failed. "
        f'<a href="#wrong">{len(wrong)} to look at</a>.</p></header>',
        _headline(rows(summaries, **held), shown),
        f'<p id="latency">{html.escape(latency(summaries))}</p>',
        _silence(rows(summaries, labels=SILENCE, **held)),
        confidence(summaries),
        _said(said_rows(shown.said, **held)),
        _kinds(summaries, wrong),
        _wrong(wrong, counts["questions"], shown.new),
    ]
    return _document(shown.title, "\n".join(part for part in body if part))


def _document(title: str, body: str) -> str:
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(STYLE)}'",
            f"script-src '{_hash(SCRIPT)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _headline(measures: Sequence[Row], shown: Shown) -> str:
    held = "No floor is pinned for these questions."
    if shown.floors is not None:
        held = "Floors are those of eval/baseline.json."
    held += f" The run before is {html.escape(shown.last_name)}." if shown.last_name else ""
    held += "" if shown.last_name else " There is no run before in this folder."
    return (
        '<section id="figures"><h2>Figures</h2>\n<p class="soft">Percentages: mean, 95 % bootstrap interval (families '
        f"resampled), number of questions. {held}</p>\n{_table(measures)}</section>"
    )


def _silence(measures: Sequence[Row]) -> str:
    if not measures:
        return ""
    about = f'<p class="soft">{html.escape(ABOUT_SILENCE)}</p>'
    return f'<section id="silence"><h2>When it stays silent</h2>\n{about}\n{_table(measures)}</section>'


def _table(measures: Sequence[Row]) -> str:
    """Return measures as a table with a column for each set of questions."""
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in (measures[0].cells if measures else ()))
    lines = [
        f'<tr><th scope="row">{html.escape(row.label)}</th>'
        + "".join(f'<td data-set="{html.escape(name)}">{_cell(row, cell)}</td>' for name, cell in row.cells.items())
        + "</tr>"
        for row in measures
    ]
    return (
        f'<table class="headline"><thead><tr><th scope="col">measure</th>{head}</tr></thead>\n'
        f"<tbody>{chr(10).join(lines)}</tbody></table>"
    )


def _said(parts: Mapping[str, Sequence[Row]]) -> str:
    """Return what is said, by whom and as of when: a line for each measure and what it is over."""
    if not parts:
        return ""
    lines = []
    for part, measures in parts.items():
        lines.append(f'<tr class="part"><th colspan="3" scope="colgroup">{html.escape(part)}</th></tr>')
        lines += [line for row in measures for line in _said_lines(row)]
    return (
        '<section id="said"><h2>What is said, by whom, as of when</h2>\n<p class="soft">Percentages of sentences, '
        "figures, quotes, publishers or questions; what each counts stands in eval/README.md.</p>\n"
        '<table class="said"><thead><tr><th scope="col">measure</th><th scope="col">over</th>'
        f'<th scope="col">figure</th></tr></thead>\n<tbody>{chr(10).join(lines)}</tbody></table></section>'
    )


def _said_lines(row: Row) -> Iterator[str]:
    name = f'<th scope="row" rowspan="{len(row.cells)}">{html.escape(row.label)}</th>'
    for over, cell in row.cells.items():
        yield f'<tr>{name}<td class="over">{html.escape(OVER.get(over, over))}</td><td>{_cell(row, cell)}</td></tr>'
        name = ""


def _cell(row: Row, cell: Cell) -> str:
    value = cell.value
    if value is None:
        return '<span class="soft">–</span>'
    parts = [f"<b>{100 * value.mean:.1f}</b>"]
    if value.low is not None and value.high is not None:
        parts.append(f'<span class="soft n">{100 * value.low:.0f}–{100 * value.high:.0f}</span>')
    if value.n is not None:
        parts.append(f'<span class="soft n">n {value.n}</span>')
    held = [
        f'<span class="{trend}">{name} {100 * reference:.1f} {MARKS[trend]}</span>'
        for name, reference, trend in comparisons(row, cell)
    ]
    return " ".join(parts) + (f'<span class="held">{" ".join(held)}</span>' if held else "")


def _kinds(summaries: Mapping[str, Summary], wrong: Sequence[Wrong]) -> str:
    everything = summaries["all"]
    with_wrong = {one.question.kind for one in wrong}
    tables = [
        _shares(name, shares, summaries, with_wrong)
        for name, shares in (("Found, by kind", everything.by_kind), ("Refused, by class", everything.by_class))
        if shares
    ]
    return (
        '<section id="kinds"><h2>By kind</h2>\n<p class="soft">Percentages; the thin line on a bar is the 95 % '
        f'interval over all questions.</p>\n<div class="charts">\n{"".join(tables)}</div></section>'
    )


def _shares(name: str, shares: Mapping[str, Figure], summaries: Mapping[str, Summary], linked: Collection[str]) -> str:
    splits = [split for split in summaries if split != "all"]
    head = "".join(f'<th scope="col">{html.escape(column)}</th>' for column in ("all", *splits, "n"))
    lines = []
    for kind, share in shares.items():
        parts = [summaries[split].by_kind.get(kind) or summaries[split].by_class.get(kind) for split in splits]
        numbers = [
            f"<b>{100 * share.mean:.0f}</b>",
            *("–" if one is None else f"{100 * one.mean:.0f}" for one in parts),
        ]
        cells = "".join(
            f'<td data-set="{html.escape(column)}">{number}</td>'
            for column, number in zip(("all", *splits, "n"), (*numbers, str(share.n)), strict=True)
        )
        bar = chart.bar(share)
        lines.append(f'<tr><th scope="row">{_link(kind, kind in linked)}</th><td class="drawn">{bar}</td>{cells}</tr>')
    return (
        f'<table class="kinds"><caption>{name}</caption><thead><tr><th></th><th></th>{head}</tr></thead>'
        f"<tbody>\n{chr(10).join(lines)}\n</tbody></table>"
    )


def _link(kind: str, linked: bool) -> str:
    name = html.escape(kind.replace("_", " "))
    return f'<a href="#kind-{html.escape(kind)}">{name}</a>' if linked else name


def _wrong(wrong: Sequence[Wrong], total: int, new: frozenset[str]) -> str:
    kinds = grouped(wrong)
    index = " ".join(
        f'<li><a href="#kind-{html.escape(kind)}">{html.escape(kind.replace("_", " "))}</a> {len(chosen)}</li>'
        for kind, chosen in kinds.items()
    )
    found = Counter(one.fault for one in wrong)
    faults = "".join(
        f'<li><b>{found[fault]}</b> <span class="tag fault">{fault}</span> {html.escape(means)}</li>'
        for fault, means in FAULTS.items()
        if found[fault]
    )
    sections = "\n".join(
        f'<section class="kind" id="kind-{html.escape(kind)}"><h3>{html.escape(kind.replace("_", " "))} '
        f'<span class="soft">{len(chosen)}</span></h3>\n'
        + "\n".join(card(one, new=one.question.id in new) for one in chosen)
        + "</section>"
        for kind, chosen in kinds.items()
    )
    return (
        f'<section id="wrong"><h2>To look at <span class="soft">{len(wrong)} of {total}</span></h2>\n'
        '<p class="soft">In the text of an article, <mark>what was quoted</mark> and <ins>what answers</ins>.</p>\n'
        f'<ul class="faults">{faults}</ul>\n<ul class="index">{index}</ul>\n{_filters(wrong, bool(new))}\n'
        f"{sections}</section>"
    )


def _filters(wrong: Sequence[Wrong], new: bool) -> str:
    """Return the controls; hidden until the script that obeys them runs."""
    faults = [fault for fault in FAULTS if any(one.fault == fault for one in wrong)]
    choices = "".join(f'<option value="{fault}">{fault}: {html.escape(FAULTS[fault])}</option>' for fault in faults)
    splits = "".join(
        f'<option value="{split}">{split}</option>' for split in sorted({one.question.split for one in wrong})
    )
    only_new = '<label><input type="checkbox" id="only-new"> new</label>' if new else ""
    return (
        '<div class="filters" hidden><input type="search" id="words" placeholder="words" aria-label="words">'
        f'<select id="fault" aria-label="fault"><option value="">every fault</option>{choices}</select>'
        f'<select id="split" aria-label="split"><option value="">dev and test</option>{splits}</select>'
        f'{only_new}<output id="shown"></output></div>'
    )
