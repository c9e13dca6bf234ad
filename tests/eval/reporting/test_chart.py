"""Drawings stay in their frame, say what they show to those who do not see it, and hold no text as markup."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from eval.measures.statistics import Figure
from eval.reporting.chart import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Axis, Dot, bar, dots, lines, top_for

X, Y = Axis("coverage"), Axis("risk", 0.2)


def test_a_point_stands_where_its_numbers_say() -> None:
    drawing = ElementTree.fromstring(lines({"all": [(0.0, 0.0), (0.5, 0.1), (1.0, 0.2)]}, x=X, y=Y, describes="risk"))
    (line,) = drawing.iter("polyline")
    points = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
    left, foot = LEFT, HEIGHT - BOTTOM
    assert points[0] == (left, foot)
    assert points[1] == ((left + WIDTH - RIGHT) / 2, (foot + TOP) / 2)
    assert points[2] == (WIDTH - RIGHT, TOP)


def test_what_is_above_the_axis_is_drawn_at_its_top() -> None:
    drawing = lines({"all": [(1.0, 0.9)]}, x=X, y=Y, describes="risk")
    assert f'points="{WIDTH - RIGHT:.1f},{TOP:.1f}"' in drawing


def test_the_first_series_is_drawn_last_so_that_it_lies_on_top() -> None:
    drawing = lines({"all": [(0, 0)], "dev": [(0, 0)]}, x=X, y=Y, describes="risk")
    assert re.findall(r'class="series (s\d)"', drawing) == ["s1", "s0"]


def test_the_area_of_a_dot_is_its_weight() -> None:
    drawing = dots([Dot((0.5, 0.5), 4, "four"), Dot((0.6, 0.6), 1, "one")], x=X, y=Axis("right"), describes="bins")
    large, small = (float(radius) for radius in re.findall(r' r="([\d.]+)"', drawing))
    assert large == pytest.approx(2 * small)
    assert dots([], x=X, y=Y, describes="none").count("<circle") == 0


@pytest.mark.parametrize(("highest", "top"), [(0.0, 0.1), (0.1, 0.1), (0.11, 0.2), (0.4, 0.4), (0.41, 1.0)])
def test_the_axis_is_the_lowest_round_one_that_holds_all(highest: float, top: float) -> None:
    assert top_for([0.0, highest]) == top


def test_a_bar_is_as_long_as_its_mean_and_its_line_as_its_interval() -> None:
    drawing = ElementTree.fromstring(bar(Figure(mean=0.8, low=0.7, high=0.95, n=9)))
    rail, fill, interval = drawing.iter("rect")
    assert (rail.attrib["width"], fill.attrib["width"]) == ("100", "80.0")
    assert (interval.attrib["x"], interval.attrib["width"]) == ("70.0", "25.0")


def test_names_are_text_and_the_drawing_is_described() -> None:
    hostile = "</title><script>alert(1)</script>"
    drawing = lines({hostile: [(0, 0)]}, x=Axis(hostile), y=Axis(hostile), describes=hostile)
    parsed = ElementTree.fromstring(drawing)
    assert list(parsed.iter("script")) == []
    assert parsed.attrib["role"] == "img"
    assert parsed[0].tag == "title"
    assert parsed[0].text == hostile
