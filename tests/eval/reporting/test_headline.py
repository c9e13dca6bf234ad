"""A figure is held against its floor and against the run before, and better is up only where higher is better."""

from __future__ import annotations

from eval.measures.abstention import ABSTENTION
from eval.measures.metrics import MEASURES
from eval.measures.statistics import Figure
from eval.measures.summary import Measured, pair, summarise
from eval.reporting.headline import (
    LABELS,
    LOWER_IS_BETTER,
    SAID,
    SILENCE,
    Cell,
    Row,
    Value,
    comparisons,
    figures,
    rows,
    said_rows,
)
from tests.eval.made import ASKED, RIGHT, TEXTS, refusal

SUMMARY = summarise(pair(ASKED, RIGHT), TEXTS)


def test_every_measure_has_a_label_and_every_label_a_measure() -> None:
    of_questions = {*LABELS, *SILENCE}
    assert set(figures(SUMMARY)) == of_questions
    assert {name for name in of_questions if not name.startswith("risk.")} == {*MEASURES, *ABSTENTION}
    assert {*of_questions, *(name for part in SAID.values() for name in part)} >= LOWER_IS_BETTER


def test_a_measure_without_questions_has_no_row() -> None:
    only_refusals = summarise(pair(ASKED[3:], RIGHT[3:]), TEXTS)
    names = [row.name for row in rows({"dev": only_refusals})]
    assert "refusals.recall" in names
    assert "answers.found" not in names
    both = {row.name: row for row in rows({"dev": only_refusals, "all": SUMMARY})}
    assert both["answers.found"].cells["dev"].value is None
    assert both["answers.found"].cells["all"].value == Value(1.0, 1.0, 1.0, 3)


def test_what_is_said_has_a_row_for_each_measure_and_a_cell_for_what_it_is_over() -> None:
    half = Figure(0.5, 0.4, 0.6, 10)
    said = [
        Measured("said.stale", "corpus", half),
        *(Measured("said.speaker_f1", one, half) for one in ("dev", "test")),
    ]
    last = {"said": {"speaker_f1": {"test": 0.25}, "stale": 3}}
    parts = said_rows(said, floors={"dev.said.speaker_f1": 0.75}, last=last)
    assert {part: [row.label for row in found] for part, found in parts.items()} == {
        "Who says what": ["speaker-span F1"],
        "Figures and dates": ["old figures shown as current"],
    }
    cells = parts["Who says what"][0].cells
    assert {over: (cell.floor, cell.last) for over, cell in cells.items()} == {
        "dev": (0.75, None),
        "test": (None, 0.25),
    }
    assert parts["Figures and dates"][0].lower_is_better
    assert said_rows([]) == {}


def test_floor_and_last_are_those_of_the_set() -> None:
    last = {"answers": {"found": 0.25}, "splits": {"dev": {"answers": {"found": 0.5}}}}
    table = rows({"dev": SUMMARY, "all": SUMMARY}, floors={"dev.answers.found": 0.75}, last=last)
    (row,) = (row for row in table if row.name == "answers.found")
    assert (row.cells["dev"].floor, row.cells["dev"].last) == (0.75, 0.5)
    assert (row.cells["all"].floor, row.cells["all"].last) == (None, 0.25)


def test_a_run_before_that_wrote_other_fields_is_no_error() -> None:
    for last in ({}, {"answers": None}, {"answers": {"found": "1"}}, {"splits": [], "answers": [1]}):
        assert all(
            cell.last is None
            for row in rows({"all": SUMMARY, "dev": SUMMARY}, last=last)
            for cell in row.cells.values()
        )


def test_better_is_higher_but_for_errors() -> None:
    found, area = Row("answers.found", "found", {}), Row("risk.aurc", "area", {})
    assert [found.trend(Value(0.5), reference) for reference in (0.4, 0.5, 0.6)] == ["better", "same", "worse"]
    assert [area.trend(Value(0.5), reference) for reference in (0.4, 0.5, 0.6)] == ["worse", "same", "better"]


def test_a_bound_is_named_for_what_it_is() -> None:
    cell = Cell(Value(0.5), floor=0.4, last=0.6)
    assert list(comparisons(Row("answers.found", "", {}), cell)) == [("floor", 0.4, "better"), ("last", 0.6, "worse")]
    assert [name for name, _, _ in comparisons(Row("risk.aurc", "", {}), cell)] == ["ceiling", "last"]
    assert list(comparisons(Row("answers.found", "", {}), Cell(None, floor=0.4))) == []


def test_the_figures_follow_what_was_said() -> None:
    worse = figures(summarise(pair(ASKED, (refusal("dam"), *RIGHT[1:])), TEXTS))
    before = figures(SUMMARY)
    for name in ("answers.found", "retrieval.recall@1", "refusals.precision"):
        fallen, reached = worse[name], before[name]
        assert fallen is not None
        assert reached is not None
        assert fallen.mean < reached.mean
