"""The measures as a picture: four panels over the number of articles, both axes logarithmic, plain SVG."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from html import escape

from eval.bench.measure import Costs

_COLOURS: Mapping[str, str] = {"ours": "#0b5cad", "tutorial": "#b8500c", "bm25s": "#3a7d34"}
_PANELS: Sequence[tuple[str, Callable[[Costs], float]]] = (
    ("build, seconds", lambda one: one.build_s),
    ("search, 95th percentile, ms", lambda one: one.search_ms[1]),
    ("memory while serving, MB", lambda one: one.serve_mb),
    ("index on disk, MB", lambda one: one.index_mb),
)
_WIDTH, _HEIGHT = 330, 230
_LEFT, _TOP, _RIGHT, _BOTTOM = 52, 30, 14, 30


def svg(costs: Sequence[Costs]) -> str:
    """Return the picture."""
    systems = list(dict.fromkeys(one.system for one in costs))
    panels = []
    for place, (title, value) in enumerate(_PANELS):
        corner = f"{place % 2 * _WIDTH} {place // 2 * _HEIGHT}"
        panels.append(f'<g transform="translate({corner})">{_panel(title, costs, systems, value)}</g>')
    legend = [
        f'<text x="{_LEFT + place * 110}" y="{2 * _HEIGHT + 18}" fill="{_colour(name)}">● {escape(name)}</text>'
        for place, name in enumerate(systems)
    ]
    size = f'width="{2 * _WIDTH}" height="{2 * _HEIGHT + 28}"'
    style = 'font-family="sans-serif" font-size="11"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}><rect width="100%" height="100%" fill="#fff"/>'
    return "\n".join([head, *panels, *legend, "</svg>", ""])


def _panel(title: str, costs: Sequence[Costs], systems: Sequence[str], value: Callable[[Costs], float]) -> str:
    across = _axis([one.articles for one in costs])
    up = _axis([value(one) for one in costs])

    def x(number: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * _share(number, across)

    def y(number: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * _share(number, up)

    parts = [f'<text x="{_LEFT}" y="18" font-weight="bold">{escape(title)}</text>']
    for mark in _marks(up):
        parts.append(f'<path d="M{_LEFT} {y(mark):.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 5}" y="{y(mark) + 4:.1f}" text-anchor="end" fill="#555">{mark:,g}</text>')
    for articles in dict.fromkeys(one.articles for one in costs):
        parts.append(
            f'<text x="{x(articles):.1f}" y="{_HEIGHT - 12}" text-anchor="middle" fill="#555">{articles:,}</text>'
        )
    for name in systems:
        points = [(x(one.articles), y(value(one))) for one in costs if one.system == name]
        line = " ".join(f"{left:.1f},{top:.1f}" for left, top in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{_colour(name)}" stroke-width="2"/>')
        parts += [f'<circle cx="{left:.1f}" cy="{top:.1f}" r="3" fill="{_colour(name)}"/>' for left, top in points]
    return "".join(parts)


def _axis(values: Sequence[float]) -> tuple[float, float]:
    """Return the powers of ten, as logarithms, between which all values lie, at least one apart."""
    low = math.floor(math.log10(max(min(values), 1e-6)) + 1e-9)
    high = math.ceil(math.log10(max(*values, 1e-6)) - 1e-9) if len(values) > 1 else low + 1
    return float(low), float(max(high, low + 1))


def _share(value: float, axis: tuple[float, float]) -> float:
    return (math.log10(max(value, 1e-6)) - axis[0]) / (axis[1] - axis[0])


def _marks(axis: tuple[float, float]) -> list[float]:
    return [10.0**power for power in range(int(axis[0]), int(axis[1]) + 1)]


def _colour(system: str) -> str:
    return _COLOURS.get(system, "#555")
