"""Small drawings as inline SVG: numbers in, markup out, nothing loaded and nothing that runs.

Colours are classes of ``report.css``, so that a drawing follows the light or dark theme of its page.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.measures.statistics import Figure

Point = tuple[float, float]

# Units of the view box; the page scales it. The margins hold the tick labels and the names of the axes.
WIDTH, HEIGHT = 400, 300
LEFT, RIGHT, TOP, BOTTOM = 66, 24, 18, 46
TICKS = 4


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis, from 0 to ``top`` (1 is 100 %)."""

    name: str
    top: float = 1.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One round mark: where, how large (its area is proportional to ``weight``), and what it says when pointed at."""

    at: Point
    weight: float
    tip: str


def top_for(values: Iterable[float]) -> float:
    """Return the lowest of 10, 20, 40 and 100 % that all values fit below, so that a low curve is not a flat line."""
    highest = max(values, default=1.0)
    return next((top for top in (0.1, 0.2, 0.4) if highest <= top), 1.0)


def lines(series: Mapping[str, Sequence[Point]], *, x: Axis, y: Axis, describes: str) -> str:
    """Return a line chart.

    Args:
        series: name to its points, from left to right; the first is drawn on top and boldest.
        x: the horizontal axis.
        y: the vertical axis.
        describes: what a reader who does not see it is told.
    """
    drawn = []
    for number, (name, points) in reversed(list(enumerate(series.items()))):
        path = " ".join(_at(point, x, y) for point in points)
        drawn.append(
            f'<polyline class="series s{number}" points="{path}"><title>{html.escape(name)}</title></polyline>'
        )
    return _frame(drawn, x, y, describes)


def dots(marks: Sequence[Dot], *, x: Axis, y: Axis, describes: str) -> str:
    """Return dots beside the diagonal on which both axes say the same."""
    heaviest = max((mark.weight for mark in marks), default=1.0) or 1.0
    drawn = [f'<polyline class="diagonal" points="{_at((0, 0), x, y)} {_at((x.top, y.top), x, y)}"/>']
    for mark in marks:
        across, down = _at(mark.at, x, y).split(",")
        radius = max(3.0, 12 * (mark.weight / heaviest) ** 0.5)
        tip = f"<title>{html.escape(mark.tip)}</title>"
        drawn.append(f'<circle class="dot" cx="{across}" cy="{down}" r="{radius:.1f}">{tip}</circle>')
    return _frame(drawn, x, y, describes)


def bar(figure: Figure) -> str:
    """Return a mean as a bar over its whole scale, its interval as a thin line on it."""
    low, high = 100 * figure.low, 100 * figure.high
    return (
        '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="rail" width="100" height="10"/>'
        f'<rect class="fill" width="{100 * figure.mean:.1f}" height="10"/>'
        f'<rect class="range" x="{low:.1f}" y="4" width="{max(high - low, 0.5):.1f}" height="2"/></svg>'
    )


def _at(point: Point, x: Axis, y: Axis) -> str:
    across = LEFT + (WIDTH - LEFT - RIGHT) * min(point[0] / x.top, 1.0)
    down = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * min(point[1] / y.top, 1.0)
    return f"{across:.1f},{down:.1f}"


def _frame(drawn: Iterable[str], x: Axis, y: Axis, describes: str) -> str:
    grid = []
    for step in range(TICKS + 1):
        side, below = _tick(y.top * step / TICKS), _tick(x.top * step / TICKS)
        across, foot = _at((x.top * step / TICKS, 0), x, y).split(",")
        start, down = _at((0, y.top * step / TICKS), x, y).split(",")
        grid += [
            f'<line class="grid" x1="{start}" y1="{down}" x2="{WIDTH - RIGHT}" y2="{down}"/>',
            f'<text class="tick" x="{LEFT - 6}" y="{float(down) + 4:.1f}" text-anchor="end">{side}</text>',
            f'<text class="tick" x="{across}" y="{float(foot) + 16:.1f}" text-anchor="middle">{below}</text>',
        ]
    middle = LEFT + (WIDTH - LEFT - RIGHT) / 2
    height = TOP + (HEIGHT - TOP - BOTTOM) / 2
    names = (
        f'<text class="axis" x="{middle:.1f}" y="{HEIGHT - 8}" text-anchor="middle">{html.escape(x.name)}</text>'
        f'<text class="axis" transform="translate(13 {height:.1f}) rotate(-90)" text-anchor="middle">'
        f"{html.escape(y.name)}</text>"
    )
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"><title>{html.escape(describes)}</title>'
        + "".join((*grid, names, *drawn))
        + "</svg>"
    )


def _tick(share: float) -> str:
    return f"{100 * share:.3g} %"
