"""Risk against coverage: written out, independent of order, and not to be improved by refusing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.asking.records import KindOfAnswer, Record
from eval.datasets.dataset import Question
from eval.measures.risk import Bin, Point, by_answer, reliability, risk_coverage, risk_figures, risk_intervals
from tests.eval.made import BOTH_ASKED, DAM, DAM_ASKED, MOON_ASKED, OTHER, TEXTS, answer, cite, refusal

COVERAGES = ("coverage_at_5_percent", "coverage_wrong", "coverage_wrong_of_answerable")
Pairs = list[tuple[Question, Record]]


def asked(number: int, *, right: bool, confidence: float, moon: bool = False) -> tuple[Question, Record]:
    """Return an answered question, rightly or wrongly; one to be refused can only be answered wrongly."""
    identity = f"q{number}"
    question = replace(MOON_ASKED if moon else DAM_ASKED, id=identity, family=identity)
    record = answer(identity, cite("courrier", DAM if right else OTHER))
    return question, replace(record, confidence=confidence)


def refused(number: int, *, moon: bool) -> tuple[Question, Record]:
    """Return a refused question."""
    identity = f"q{number}"
    return replace(MOON_ASKED if moon else DAM_ASKED, id=identity, family=identity), refusal(identity)


MIXED: Pairs = [
    asked(1, right=True, confidence=0.9),
    asked(2, right=True, confidence=0.8),
    asked(3, right=False, confidence=0.8),
    asked(4, right=True, confidence=0.3, moon=True),
    refused(5, moon=True),
]
ANSWERS = st.lists(
    st.tuples(st.booleans(), st.sampled_from([0.25, 0.5, 0.75, 1.0]), st.booleans(), st.booleans()),
    min_size=1,
    max_size=12,
).map(
    lambda rows: [
        refused(number, moon=moon) if silent else asked(number, right=right, confidence=confidence, moon=moon)
        for number, (right, confidence, moon, silent) in enumerate(rows)
    ]
)


def aurc_by_hand(pairs: Sequence[tuple[Question, Record]]) -> float:
    """Return the mean over all questions of the risk among those at least as confident."""

    def level(record: Record) -> float:
        return record.confidence if record.answered else -1.0

    def wrong(question: Question, record: Record) -> bool:
        return not record.answered or not question.answerable or record.cited[0].quote != DAM

    risks = []
    for _, this in pairs:
        above = [wrong(question, record) for question, record in pairs if level(record) >= level(this)]
        risks.append(sum(above) / len(above))
    return sum(risks) / len(risks)


def test_the_curve_is_written_out_and_refusals_come_last_as_wrong() -> None:
    assert risk_coverage(MIXED, TEXTS) == (
        Point(0.9, 1 / 5, 0.0),
        Point(0.8, 3 / 5, 1 / 3),
        Point(0.3, 4 / 5, 2 / 4),
        Point(None, 1.0, 3 / 5),
    )
    figures = risk_figures(MIXED, TEXTS)
    assert figures["aurc"] == pytest.approx((0 + 2 / 3 + 2 / 4 + 3 / 5) / 5)
    assert figures["coverage_at_5_percent"] == 1 / 3


@given(ANSWERS)
def test_the_area_is_the_mean_risk_over_the_prefixes(pairs: Pairs) -> None:
    figures = risk_figures(pairs, TEXTS)
    assert figures["aurc"] == pytest.approx(aurc_by_hand(pairs))
    assert risk_coverage(pairs, TEXTS)[-1].coverage == 1.0


@given(ANSWERS, st.data())
def test_the_order_of_questions_does_not_matter(pairs: Pairs, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(pairs))
    assert risk_coverage(shuffled, TEXTS) == risk_coverage(pairs, TEXTS)
    assert risk_figures(shuffled, TEXTS) == pytest.approx(risk_figures(pairs, TEXTS))


@given(ANSWERS, st.data())
def test_refusing_is_never_better_than_answering_without_confidence(pairs: Pairs, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(pairs) - 1))
    question, record = pairs[position]
    areas = [
        risk_figures([*pairs[:position], (question, said), *pairs[position + 1 :]], TEXTS)["aurc"]
        for said in (replace(record, confidence=0.0), refusal(question.id))
    ]
    assert areas[0] is not None
    assert areas[1] is not None
    assert areas[1] >= areas[0] - 1e-12


def test_the_longest_prefix_with_little_risk_counts_not_the_first() -> None:
    pairs = [asked(0, right=False, confidence=0.99)]
    pairs += [asked(number, right=True, confidence=0.9 - number / 100) for number in range(1, 20)]
    assert risk_figures(pairs, TEXTS)["coverage_at_5_percent"] == 1.0  # 1 wrong of 20
    assert risk_figures(pairs[:-1], TEXTS)["coverage_at_5_percent"] == 0.0  # 1 wrong of 19


def test_an_incomplete_answer_is_not_wrong_and_an_undue_one_is_none_of_the_answerable() -> None:
    sure = [asked(number, right=True, confidence=0.9) for number in range(19)]
    part = (BOTH_ASKED, replace(answer("both", cite("courrier", DAM)), confidence=0.8))
    undue = [asked(number, right=True, confidence=0.7, moon=True) for number in (30, 31)]
    figures = risk_figures([*sure, part, *undue, asked(40, right=True, confidence=0.6)], TEXTS)
    assert figures["coverage_wrong_of_answerable"] == 1.0
    assert figures["coverage_wrong"] == 20 / 21, "two undue of 23 are too many, none of the first 20"
    strict = risk_figures([*sure[:18], part, *sure[18:]], TEXTS)
    assert strict["coverage_at_5_percent"] == 1.0, "one incomplete of 20"
    assert risk_figures([*sure[:18], part], TEXTS)["coverage_at_5_percent"] == 18 / 19


def test_answers_are_judged_by_the_way_they_are_made() -> None:
    kinds: list[KindOfAnswer] = ["sentence", "series", "series", "overview"]
    made = [(question, replace(record, kind=kind)) for (question, record), kind in zip(MIXED, kinds, strict=False)]
    assert by_answer([*made, MIXED[4]], TEXTS) == {
        "sentence": Bin(0.9, 1.0, 1),
        "series": Bin(0.8, 0.5, 2),
        "overview": Bin(0.3, 0.0, 1),
    }


def test_refusing_everything_covers_nothing_and_is_all_risk() -> None:
    pairs = [refused(1, moon=False), refused(2, moon=True)]
    assert risk_figures(pairs, TEXTS) == {"aurc": 1.0, "ece": None, **dict.fromkeys(COVERAGES, 0.0)}
    assert risk_coverage(pairs, TEXTS) == (Point(None, 1.0, 1.0),)
    assert reliability(pairs, TEXTS) == ()


def test_calibration_compares_confidence_with_what_is_right_bin_by_bin() -> None:
    bins = reliability(MIXED, TEXTS)
    assert [one.n for one in bins] == [1, 2, 1]
    assert bins[1] == Bin(0.8, 0.5, 2)
    assert risk_figures(MIXED, TEXTS)["ece"] == pytest.approx((0.3 + 2 * 0.3 + 0.1) / 4)


@pytest.mark.parametrize(("confidence", "other", "together"), [(0.7, 0.61, True), (0.7, 0.71, False), (0, 0.1, True)])
def test_a_bin_includes_its_upper_bound(confidence: float, other: float, together: bool) -> None:
    pairs = [asked(1, right=True, confidence=confidence), asked(2, right=True, confidence=other)]
    assert (len(reliability(pairs, TEXTS)) == 1) is together


def test_what_has_only_judged_articles_is_left_out() -> None:
    judged = (replace(MOON_ASKED, kind="fact", relevant={"courrier": 1}), answer("moon", cite("courrier", DAM)))
    assert risk_figures([*MIXED, judged], TEXTS) == risk_figures(MIXED, TEXTS)
    assert risk_figures([judged], TEXTS) == dict.fromkeys(("aurc", "ece", *COVERAGES))
    assert risk_intervals([judged], TEXTS) == dict.fromkeys(("aurc", "ece", *COVERAGES))
    assert risk_coverage([judged], TEXTS) == ()


def test_intervals_lie_around_the_figures_and_are_the_same_each_time() -> None:
    pairs = [asked(number, right=number % 3 > 0, confidence=number / 40) for number in range(40)]
    figures, bounds = risk_figures(pairs, TEXTS), risk_intervals(pairs, TEXTS)
    for name in ("aurc", *COVERAGES):
        value, interval = figures[name], bounds[name]
        assert value is not None
        assert interval is not None
        assert interval[0] <= value <= interval[1]
        assert interval[0] < interval[1]
    assert bounds["ece"] is None
    assert risk_intervals(pairs[::-1], TEXTS) == bounds
