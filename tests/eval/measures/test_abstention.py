"""Wrong, undue and incomplete are three faults; near misses and false premises are counted by themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.asking.records import Record
from eval.datasets.dataset import Question
from eval.measures.abstention import ABSTENTION
from tests.eval.made import (
    BOTH_ASKED,
    DAM,
    DAM_ASKED,
    MOON_ASKED,
    OTHER,
    TEXTS,
    YEAR_ASKED,
    answer,
    cite,
    question,
    refusal,
)

PREMISE_ASKED = question("premise", "false_premise")
RIGHT, BESIDE = answer("", cite("courrier", DAM)), answer("", cite("courrier", OTHER))


def measured(asked: Question, record: Record) -> dict[str, float]:
    """Return the measures that count for a question, by their short names."""
    values = {name: measure(asked, record, TEXTS) for name, measure in ABSTENTION.items()}
    return {name.removeprefix("silence."): value for name, value in values.items() if value is not None}


@pytest.mark.parametrize(
    ("asked", "record", "expected"),
    [
        (DAM_ASKED, RIGHT, {"coverage": 1, "wrong_of_answerable": 0, "wrong": 0, "incomplete": 0}),
        (DAM_ASKED, BESIDE, {"coverage": 1, "wrong_of_answerable": 1, "wrong": 1, "incomplete": 0}),
        (BOTH_ASKED, RIGHT, {"coverage": 1, "wrong_of_answerable": 0, "wrong": 0, "incomplete": 1}),
        (DAM_ASKED, refusal(""), {"coverage": 0}),
        (DAM_ASKED, Record("", (), reason=None, said="", error="down"), {"coverage": 0}),
        (MOON_ASKED, BESIDE, {"wrong": 1}),
        (MOON_ASKED, refusal(""), {}),
        (YEAR_ASKED, refusal(""), {"near_misses": 1}),
        (YEAR_ASKED, BESIDE, {"near_misses": 0, "wrong": 1}),
        (PREMISE_ASKED, BESIDE, {"near_misses": 0, "false_premises": 1, "wrong": 1}),
        (PREMISE_ASKED, refusal(""), {"near_misses": 1, "false_premises": 0}),
    ],
)
def test_each_fault_is_its_own(asked: Question, record: Record, expected: dict[str, float]) -> None:
    assert measured(asked, record) == expected


def test_what_has_only_judged_articles_does_not_count() -> None:
    judged = replace(DAM_ASKED, gold=(), relevant={"courrier": 1})
    assert measured(judged, BESIDE) == {}
