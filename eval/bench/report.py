"""The measures as a Markdown table, with ratios to ours."""

from __future__ import annotations

from collections.abc import Sequence

from eval.bench.measure import Costs

_HEADER = (
    "| articles | system | rows | build s | nothing new s | one new s | index MB | build MB | load s | serve MB "
    "| search p50 ms | search p95 ms | answer p50 ms | answer p95 ms |"
)


def table(costs: Sequence[Costs]) -> str:
    """Return one row for each size and system; figures that rest on a sample carry a ``~``."""
    rows = [_HEADER, "|---:|---|" + "---:|" * 12]
    rows += [_row(one) for one in costs]
    return "\n".join([*rows, "", *_ratios(costs)])


def _row(one: Costs) -> str:
    ask = one.ask_ms or (None, None)
    cells = [
        f"{one.articles:,}",
        one.system,
        f"{one.rows:,}",
        ("~" if one.extrapolated else "") + _number(one.build_s),
        _number(one.same_s),
        _number(one.one_new_s),
        _number(one.index_mb),
        _number(one.build_mb),
        _number(one.load_s),
        _number(one.serve_mb),
        _number(one.search_ms[0]),
        _number(one.search_ms[1]),
        _number(ask[0]),
        _number(ask[1]),
    ]
    return f"| {' | '.join(cells)} |"


def _ratios(costs: Sequence[Costs]) -> list[str]:
    """Say for each size how many times ours the others take."""
    ours = {one.articles: one for one in costs if one.system == "ours"}
    lines = [
        "| articles | others / ours | build | index | serve memory | search p95 |",
        "|---:|---|---:|---:|---:|---:|",
    ]
    for one in costs:
        base = ours.get(one.articles)
        if base is not None and one is not base:
            parts = [
                one.build_s / base.build_s,
                one.index_mb / base.index_mb,
                one.serve_mb / base.serve_mb,
                one.search_ms[1] / base.search_ms[1],
            ]
            lines.append(f"| {one.articles:,} | {one.system} | {' | '.join(f'{part:.2f}' for part in parts)} |")
    return lines


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
