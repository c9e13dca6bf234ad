"""Exact match and F1 over short answers: what the normalisation forgives, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.asking.records import Record
from eval.measures.answer_text import answer_f1, exact_match, f1, normalise, predicted
from tests.eval.made import DAM, DAM_ASKED, TEXTS, answer, cite, refusal

ASKED = replace(DAM_ASKED, answers=("Le barrage de Roche-Noire", "un barrage"))
QUOTED = answer("dam", cite("courrier", DAM))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’Office des forêts", "office forêts"),
        ("d'un « barrage »", "barrage"),
        ("The dam, a dam", "dam dam"),
        ("  Aujourd’hui\u00a0! ", "aujourd'hui"),
        ("12\u202f% des élus", "12 élus"),
        ("E\u0301vian", "évian"),
        ("3,5 millions", "3.5 millions"),
    ],
)
def test_forgiven(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("pêche", "péché"), ("3,5", "35"), ("3,5", "5,3"), ("12 €", "12"), ("ne cède pas", "cède"), ("dans", "d'ans")],
)
def test_not_forgiven(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


@pytest.mark.parametrize(
    ("said", "gold", "expected"),
    [
        ("barrage de Roche-Noire", "le barrage", 2 * 1 / (2 + 1)),
        ("mardi mardi", "mardi", 2 * 1 / (2 + 1)),
        ("mardi matin", "matin mardi", 1.0),
        ("lundi", "mardi", 0.0),
        ("les", "des", 1.0),  # no word left in either
        ("les", "mardi", 0.0),
    ],
)
def test_f1_is_written_out(said: str, gold: str, expected: float) -> None:
    assert f1(said, gold) == pytest.approx(expected)


@given(st.text(max_size=30), st.text(max_size=30))
def test_f1_is_symmetric_and_bounded_and_normalising_twice_changes_nothing(one: str, other: str) -> None:
    assert f1(one, other) == f1(other, one)
    assert 0 <= f1(one, other) <= 1
    assert f1(one, one) == 1
    assert normalise(normalise(one)) == normalise(one)


def test_the_marked_words_answer_and_otherwise_the_first_quote() -> None:
    assert predicted(QUOTED) == DAM
    assert predicted(replace(QUOTED, answer="mardi")) == "mardi"
    assert predicted(refusal("dam")) is None


def test_the_best_of_the_short_answers_counts() -> None:
    marked = replace(QUOTED, answer="barrage")
    assert exact_match(ASKED, marked, TEXTS) == 1.0
    assert answer_f1(ASKED, replace(QUOTED, answer="le barrage de Roche"), TEXTS) == pytest.approx(2 / 3)
    assert exact_match(ASKED, QUOTED, TEXTS) == 0.0
    assert answer_f1(ASKED, QUOTED, TEXTS) == pytest.approx(2 * 2 / (4 + 2))


def test_refusing_and_failing_score_zero_and_no_short_answer_scores_nothing() -> None:
    failed = Record("dam", cited=(), reason=None, said="", error="no")
    for record in (refusal("dam"), failed):
        assert exact_match(ASKED, record, TEXTS) == 0.0
        assert answer_f1(ASKED, record, TEXTS) == 0.0
    assert exact_match(DAM_ASKED, QUOTED, TEXTS) is None
    assert answer_f1(DAM_ASKED, QUOTED, TEXTS) is None
