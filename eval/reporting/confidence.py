"""What the confidence is worth, drawn: risk against coverage, and the share right against what was stated."""

from __future__ import annotations

import html
from collections.abc import Mapping

from eval.asking.records import KINDS_OF_ANSWER
from eval.measures.risk import Bin
from eval.measures.summary import Summary
from eval.reporting import chart

SETTLED = 0.05
"""Coverage below which the risk jumps with every question: the axis is not made for it, and cuts it off."""


def confidence(summaries: Mapping[str, Summary]) -> str:
    """Return the section as HTML, empty where nothing was answered.

    Args:
        summaries: set of questions to its figures; ``all`` is drawn first, a set that is all of it only once.
    """
    everything = summaries["all"]
    sets = {
        name: summary
        for name, summary in sorted(summaries.items())
        if name == "all" or summary.curve != everything.curve
    }
    if not any(summary.reliability for summary in sets.values()):
        return ""
    plots = [_curve(sets), *(_reliability(name, summary) for name, summary in sets.items() if summary.reliability)]
    return (
        '<section id="confidence"><h2>Confidence</h2>\n<p class="soft">Answering only the most confident: each line '
        "ends where the rest is refused. Beside it the share right against the confidence stated, in ten bins: above "
        "the diagonal it is too modest, below it too sure; larger dots hold more answers.</p>\n"
        f'<div class="charts plots">\n{chr(10).join(plots)}\n</div>\n{_by_answer(summaries)}</section>'
    )


def _curve(sets: Mapping[str, Summary]) -> str:
    answered = {
        name: [(point.coverage, point.risk) for point in summary.curve if point.confidence is not None]
        for name, summary in sets.items()
    }
    top = chart.top_for(risk for points in answered.values() for coverage, risk in points if coverage >= SETTLED)
    drawn = chart.lines(
        answered,
        x=chart.Axis("coverage: questions answered"),
        y=chart.Axis("risk: of those, wrong", top),
        describes="Risk against coverage, most confident answers first",
    )
    key = " ".join(f'<span class="key s{number}">{html.escape(name)}</span>' for number, name in enumerate(answered))
    return f"<figure>{drawn}<figcaption>{key}</figcaption></figure>"


def _reliability(name: str, summary: Summary) -> str:
    drawn = chart.dots(
        [
            chart.Dot(
                (one.confidence, one.right),
                one.n,
                f"{one.n} answers: said {_percent(one.confidence)}, right {_percent(one.right)}",
            )
            for one in summary.reliability
        ],
        x=chart.Axis("confidence stated"),
        y=chart.Axis("share right"),
        describes=f"Share of right answers against the confidence stated, in ten bins: {name}",
    )
    answers = sum(one.n for one in summary.reliability)
    return f"<figure>{drawn}<figcaption><b>{html.escape(name)}</b>, {answers} answers</figcaption></figure>"


def _by_answer(summaries: Mapping[str, Summary]) -> str:
    """Return, for each way an answer is made, its confidence and the share right, in each set."""
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in summaries)
    lines = []
    for kind in KINDS_OF_ANSWER:
        bins = {name: summary.by_answer.get(kind) for name, summary in summaries.items()}
        if any(bins.values()):
            cells = "".join(f'<td data-set="{html.escape(name)}">{_sureness(one)}</td>' for name, one in bins.items())
            lines.append(f'<tr><th scope="row">{kind}</th>{cells}</tr>')
    return (
        '<table class="headline answers"><caption>By kind of answer, whose confidences come from different places'
        f'</caption><thead><tr><th scope="col">kind of answer</th>{head}</tr></thead>\n'
        f"<tbody>{chr(10).join(lines)}</tbody></table>"
    )


def _sureness(one: Bin | None) -> str:
    if one is None:
        return '<span class="soft">–</span>'
    said = f'<span class="soft n">said {_percent(one.confidence)}</span>'
    return f'<b>{100 * one.right:.0f}</b> {said} <span class="soft n">n {one.n}</span>'


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
