"""The figure questions: gold stands in the articles, the measure sees what is missing and stale, the floors hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer
from eval.figures import SHIPPED, figures, over, read_questions, report, score

_INDEX = Path(__file__).parents[2] / "index"
_TOLL = "Combien de morts côté arménien ?"


@pytest.fixture(scope="module")
def shipped() -> Assistant:
    return Assistant.load(_INDEX)


@pytest.fixture(scope="module")
def series(shipped: Assistant) -> Answer:
    return shipped.ask(_TOLL)


def test_every_shipped_gold_sentence_is_in_its_article(shipped: Assistant) -> None:
    asked = [one for one in read_questions() if one.corpus == SHIPPED]
    quotes = [quote for one in asked for point in one.gold for quote in point.quotes]
    assert len(read_questions()) == 40 and len(asked) == 20
    assert [quote for article, quote in quotes if quote not in shipped.index.articles[article].text] == []


def test_gold_is_newest_first() -> None:
    for question in read_questions():
        dates = [point.date for point in question.gold]
        assert dates == sorted(dates, reverse=True), question.id


def test_a_figure_is_told_only_by_its_sentence_and_its_value(series: Answer) -> None:
    [question] = [one for one in read_questions() if one.question == _TOLL]
    assert [point.is_told(series) for point in question.gold] == [True, True, True]
    other = replace(question.gold[0], value=26.0)
    elsewhere = replace(question.gold[0], quotes=(("2020-10-02-euronews-pas-de-repit", "Autre chose."),))
    assert not other.is_told(series) and not elsewhere.is_told(series)
    assert question.gold[0].comes_first(series) and not question.gold[1].comes_first(series)


def test_the_shipped_series_are_found_and_none_is_stale(shipped: Assistant) -> None:
    scores = score((one for one in read_questions() if one.corpus == SHIPPED), shipped)
    assert scores.value_recall >= 0.95, scores.missed
    assert scores.stale == ()


def test_the_questions_asked_are_those_whose_gold_stands_in_the_articles(shipped: Assistant) -> None:
    texts = {name: article.text for name, article in shipped.index.articles.items()}
    asked = over(texts, read_questions())
    assert {one.corpus for one in asked} == {SHIPPED} and len(asked) == 20
    assert over({}, read_questions()) == ()


def test_the_figures_count_points_and_dated_questions(shipped: Assistant) -> None:
    [question] = [one for one in read_questions() if one.question == _TOLL]
    turned = replace(question, gold=question.gold[::-1])
    missing = replace(question, id="f99", gold=(replace(question.gold[0], value=1.0),))
    measured = figures(score((turned, missing), shipped))
    recall, stale = measured["said.value_recall"], measured["said.stale"]
    assert recall is not None and stale is not None
    assert (recall.mean, recall.n, stale.mean, stale.n) == (0.75, 4, 1.0, 1)


def test_the_report_names_what_is_missed_and_what_is_stale(shipped: Assistant) -> None:
    [question] = [one for one in read_questions() if one.question == _TOLL]
    turned = replace(question, gold=question.gold[::-1])
    missing = replace(question, id="f99", gold=(replace(question.gold[0], value=1.0),))
    text = report({"made": score((turned, missing), shipped)})
    assert "value recall 75.0% (3 of 4)" in text
    assert "f99: 1.0 not told" in text and f"{turned.id}: an old figure comes first" in text
