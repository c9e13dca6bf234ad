"""The gate holds: nothing falls unseen, other data is another gate, floors fall only with a reason that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.gate import FLOORED, GateError, check, digest, floors, read, updated
from eval.metrics import MEASURES
from eval.summary import pair, summarise
from tests.eval.made import ASKED, RIGHT, TEXTS, refusal

REACHED = floors({"dev": summarise(pair(ASKED, RIGHT), TEXTS)})
FALLEN = floors({"dev": summarise(pair(ASKED, (refusal("dam"), *RIGHT[1:])), TEXTS)})


def test_floors_are_the_means_of_measures_that_exist() -> None:
    assert set(FLOORED) <= set(MEASURES)
    assert {f"dev.{name}": 1.0 for name in FLOORED} == REACHED


def test_the_same_or_better_passes_and_worse_does_not() -> None:
    check(updated(None, REACHED, "d"), REACHED, "d")
    check(updated(None, FALLEN, "d"), REACHED, "d")
    with pytest.raises(GateError, match=r"dev\.answers\.found: 0\.6667, floor 1\.0000"):
        check(updated(None, REACHED, "d"), FALLEN, "d")


def test_a_figure_that_is_no_longer_measured_has_fallen() -> None:
    fewer = {name: value for name, value in REACHED.items() if name != "dev.citations.date"}
    with pytest.raises(GateError, match=r"dev\.citations\.date: not measured"):
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
