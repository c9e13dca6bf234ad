"""What a run says of who speaks and as of when: over the labels in each run, over the articles where gold is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from eval.datasets.jsonl import read_questions
from eval.measures.summary import Measured
from eval.reporting.headline import OVER, SAID
from eval.reporting.names import ROOT
from eval.said import are_shipped, later_than_asked, measured
from tests.answering.made import made_assistant
from tests.eval.made import DAM_ASKED, MOON_ASKED

QUESTIONS = read_questions(ROOT / "eval" / "questions.jsonl")


@pytest.fixture(scope="module")
def shipped() -> Assistant:
    return Assistant.load(ROOT / "index")


@pytest.fixture(scope="module")
def of_shipped(shipped: Assistant) -> tuple[Measured, ...]:
    return measured(shipped, QUESTIONS, quotes=20, days=20)


def test_every_figure_of_the_report_is_measured_over_the_shipped_articles(of_shipped: tuple[Measured, ...]) -> None:
    assert {one.name for one in of_shipped} == {name for part in SAID.values() for name in part}
    assert {one.over for one in of_shipped} == set(OVER)
    assert len({(one.name, one.over) for one in of_shipped}) == len(of_shipped)


def test_what_may_not_happen_does_not(of_shipped: tuple[Measured, ...]) -> None:
    figures = {(one.name, one.over): one.figure.mean for one in of_shipped}
    assert figures["said.stale", "corpus"] == 0.0
    assert figures["said.later_than_asked", "corpus"] == 0.0
    assert figures["said.untrue_refused", "corpus"] == 1.0
    assert figures["said.true_refused", "corpus"] <= 0.005
    assert figures["said.conditional_kept", "test"] == 1.0
    assert figures["said.found_again", "corpus"] == figures["said.edit_told", "corpus"] == 1.0


def test_over_other_articles_the_labels_and_what_needs_no_gold_are_measured(tmp_path: Path) -> None:
    other = made_assistant(tmp_path)
    assert not are_shipped(other.index.articles)
    found = {(one.name, one.over) for one in measured(other, (DAM_ASKED, MOON_ASKED), quotes=20, days=2)}
    assert {("said.speaker_f1", "test"), ("said.origins", "invented"), ("said.untrue_refused", "corpus")} <= found
    assert not {("said.value_recall", "corpus"), ("said.publishers", "corpus")} & found


def test_the_shipped_articles_are_known_by_their_ids(shipped: Assistant) -> None:
    assert are_shipped(shipped.index.articles)
    assert not are_shipped(dict(list(shipped.index.articles.items())[1:]))


def test_days_are_drawn_the_same_each_time_and_where_nothing_is_asked_there_is_no_figure(shipped: Assistant) -> None:
    few = [later_than_asked(shipped, QUESTIONS, pairs=10) for _ in range(2)]
    assert few[0] == few[1]
    assert later_than_asked(shipped, ()) == {"said.later_than_asked": None}
