"""The gate holds: nothing falls unseen, other data is another gate, floors fall only with a reason that is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.asking.records import Record
from eval.gate import (
    CORPUS,
    FLOORED,
    QUESTIONS,
    GateError,
    check,
    digest,
    floors,
    pinned,
    read,
    require_shipped,
    updated,
)
from eval.measures.statistics import Figure
from eval.measures.summary import Measured, Summary, pair, summarise
from eval.reporting.headline import figures
from tests.eval.made import ASKED, RIGHT, TEXTS, refusal


def summary(records: tuple[Record, ...]) -> Summary:
    return summarise(pair(ASKED, records), TEXTS)


REACHED = floors({"dev": summary(RIGHT)})
FALLEN = floors({"dev": summary((refusal("dam"), *RIGHT[1:]))})
TIMID = floors({"dev": summary((*RIGHT[:3], replace(RIGHT[0], question_id="moon", confidence=0.95), RIGHT[4]))})


def test_floors_are_the_means_of_measures_that_exist() -> None:
    measured = figures(summary(RIGHT))
    assert set(FLOORED) <= set(measured)
    said = [Measured("said.stale", "corpus", Figure(0.25, 0.0, 0.5, 4))]
    assert floors({"dev": summary(RIGHT)}, said) == {**REACHED, "corpus.said.stale": 0.25}
    expected = {name: value.mean for name in FLOORED if (value := measured[name]) is not None}
    assert {f"dev.{name}": mean for name, mean in expected.items()} == REACHED
    assert {"dev.retrieval.recall@5", "dev.citations.speaker", "dev.risk.aurc"} <= set(REACHED)
    assert "dev.answers.f1" not in REACHED, "no question of the set has a short answer"


def test_the_same_or_better_passes_and_worse_does_not() -> None:
    check(updated(None, REACHED, "d"), REACHED, "d")
    check(updated(None, FALLEN, "d"), REACHED, "d")
    with pytest.raises(GateError, match=r"dev\.answers\.found: 0\.6667, floor 1\.0000"):
        check(updated(None, REACHED, "d"), FALLEN, "d")


def test_what_should_be_low_has_a_ceiling() -> None:
    one = "dev.risk.aurc"
    assert TIMID[one] > REACHED[one], "a wrong answer more certain than the right ones is a larger area"
    check(updated(None, {one: TIMID[one]}, "d"), {one: REACHED[one]}, "d")
    with pytest.raises(GateError, match=r"dev\.risk\.aurc: \d\.\d{4}, ceiling \d\.\d{4}"):
        check(updated(None, {one: REACHED[one]}, "d"), {one: TIMID[one]}, "d")
    with pytest.raises(GateError, match="--allow-regression"):
        updated(updated(None, {one: REACHED[one]}, "d"), {one: TIMID[one]}, "d")


def test_what_is_said_is_held_too() -> None:
    for name, worse, kind in (("said.stale", 0.6, "ceiling"), ("said.origins", 0.4, "floor")):
        baseline = updated(None, {f"corpus.{name}": 0.5}, "d")
        check(baseline, {f"corpus.{name}": 0.5}, "d")
        with pytest.raises(GateError, match=rf"corpus\.{name}: {worse}000, {kind} 0\.5000"):
            check(baseline, {f"corpus.{name}": worse}, "d")


def test_the_order_of_a_sum_is_no_regression() -> None:
    baseline = updated(None, {"dev.answers.found": 0.7, "dev.risk.aurc": 0.2}, "d")
    check(baseline, {"dev.answers.found": 0.7 - 1e-12, "dev.risk.aurc": 0.2 + 1e-12}, "d")


def test_a_figure_that_is_no_longer_measured_has_fallen() -> None:
    for name, bound in (("dev.citations.date", "floor"), ("dev.risk.aurc", "ceiling")):
        fewer = {kept: value for kept, value in REACHED.items() if kept != name}
        with pytest.raises(GateError, match=rf"{name}: not measured, {bound}"):
            check(updated(None, REACHED, "d"), fewer, "d")


def test_other_data_needs_another_baseline() -> None:
    with pytest.raises(GateError, match="--update-baseline"):
        check(updated(None, REACHED, "one"), REACHED, "other")


def test_the_digest_sees_questions_texts_and_which_article_has_which(tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text("{}", encoding="utf-8")
    before = digest(questions, TEXTS)
    assert digest(questions, dict(reversed(TEXTS.items()))) == before
    swapped = {"courrier": TEXTS["gazette"], "gazette": TEXTS["courrier"]}
    assert digest(questions, swapped) != before
    assert digest(questions, {**TEXTS, "courrier": TEXTS["courrier"] + "."}) != before
    questions.write_text("{} ", encoding="utf-8")
    assert digest(questions, TEXTS) != before


def test_only_what_is_shipped_can_be_held_or_pinned(tmp_path: Path) -> None:
    require_shipped(QUESTIONS)
    require_shipped(QUESTIONS, corpus=CORPUS)
    with pytest.raises(GateError, match=r"--dataset .*questions_wikinews\.jsonl: floors are pinned for"):
        require_shipped(QUESTIONS.with_name("questions_wikinews.jsonl"))
    with pytest.raises(GateError, match=r"--corpus .*: floors are pinned for eval/questions\.jsonl"):
        require_shipped(QUESTIONS, corpus=tmp_path)
    with pytest.raises(GateError, match="leave out --index"):
        require_shipped(QUESTIONS, index=tmp_path)
    with pytest.raises(GateError, match="--encoder another/encoder"):
        require_shipped(QUESTIONS, encoder="another/encoder")


def test_floors_are_shown_for_the_data_they_were_reached_on_alone(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert pinned("d", path) is None
    path.write_text(json.dumps(updated(None, REACHED, "d")), encoding="utf-8")
    assert pinned("d", path) == updated(None, REACHED, "d")
    assert pinned("e", path) is None


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_floor_does_not_fall_without_a_reason(reason: str | None) -> None:
    with pytest.raises(GateError, match="--allow-regression"):
        updated(updated(None, REACHED, "d"), FALLEN, "d", reason=reason)


def test_the_reason_is_kept_also_after_the_floors_rise_again() -> None:
    lowered = updated(updated(None, REACHED, "d"), FALLEN, "e", reason="harder questions")
    assert lowered["floors"] == FALLEN
    raised = updated(lowered, REACHED, "e")
    assert raised["floors"] == REACHED
    assert [entry["reason"] for entry in raised["regressions"]] == ["harder questions"]


def test_a_missing_or_broken_baseline_says_how_to_make_one(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    for text in (None, "{", '{"digest": "d", "floors": {}}'):
        if text is not None:
            path.write_text(text, encoding="utf-8")
        with pytest.raises(GateError, match="--update-baseline"):
            read(path)
