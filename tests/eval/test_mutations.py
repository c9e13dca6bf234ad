"""Faults planted into right answers: the figure that should fall falls, so the stick cannot be fooled by them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from eval.metrics import MEASURES
from eval.records import Cited, Record
from eval.summary import Summary, pair, summarise
from tests.eval.made import ASKED, OTHER, RIGHT, TEXTS, cite, refusal

PERFECT = dict.fromkeys(MEASURES, 1.0)


def means(records: tuple[Record, ...]) -> dict[str, float | None]:
    """Return measure name to mean."""
    summary: Summary = summarise(pair(ASKED, records), TEXTS)
    return {name: None if value is None else value.mean for name, value in summary.figures.items()}


def planted(fault: Callable[[Cited], Cited], position: int) -> tuple[Record, ...]:
    """Return the right answers with a fault in the first citation of one of them."""
    record = RIGHT[position]
    faulty = replace(record, cited=(fault(record.cited[0]), *record.cited[1:]))
    return (*RIGHT[:position], faulty, *RIGHT[position + 1 :])


def elsewhere(cited: Cited) -> Cited:
    """Cite the other article, to the letter and with its own publisher and date."""
    return cite("gazette" if cited.article_id == "courrier" else "courrier", OTHER)


def shifted(cited: Cited) -> Cited:
    """Shift the span by three quarters of its length, the quote with it."""
    step = 3 * (cited.end - cited.start) // 4
    step = step if cited.end + step <= len(TEXTS[cited.article_id]) else -step
    start, end = cited.start + step, cited.end + step
    return replace(cited, start=start, end=end, quote=TEXTS[cited.article_id][start:end])


FAULTS: tuple[tuple[str, Callable[[Cited], Cited], tuple[str, ...]], ...] = (
    ("wrong article", elsewhere, ("answers.found", "answers.sentence@1", "citations.precision", "citations.recall")),
    ("wrong publisher", lambda cited: replace(cited, publisher="Un autre"), ("citations.publisher",)),
    ("publisher lost", lambda cited: replace(cited, publisher=""), ("citations.publisher",)),
    ("wrong date", lambda cited: replace(cited, published="2018-03-12"), ("citations.date",)),
    ("date lost", lambda cited: replace(cited, published=None), ("citations.date",)),
    ("span moved on", shifted, ("answers.found", "citations.precision", "citations.recall", "citations.on_gold")),
    ("offsets off by one", lambda c: replace(c, start=c.start + 1, end=c.end + 1), ("citations.quote_exact",)),
    ("letter altered", lambda c: replace(c, quote=c.quote[:-1] + "!"), ("citations.quote_exact",)),
    (
        "whole article quoted",
        lambda c: replace(c, start=0, end=len(TEXTS[c.article_id]), quote=TEXTS[c.article_id]),
        ("citations.on_gold",),
    ),
)


def test_right_answers_have_every_figure_at_one() -> None:
    assert means(RIGHT) == PERFECT


@pytest.mark.parametrize("position", [0, 1, 2])
@pytest.mark.parametrize(("fault", "falling"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_planted_fault_lowers_what_it_should(
    fault: Callable[[Cited], Cited], falling: tuple[str, ...], position: int
) -> None:
    result = means(planted(fault, position))
    for name in falling:
        value = result[name]
        assert value is not None
        assert value < 1.0, name


@pytest.mark.parametrize("fault", ["wrong publisher", "wrong date", "letter altered"])
def test_a_fault_of_one_field_leaves_the_others_alone(fault: str) -> None:
    _, plant, falling = next(row for row in FAULTS if row[0] == fault)
    result = means(planted(plant, 0))
    assert {name for name, value in result.items() if value != 1.0} == set(falling)


def test_an_answer_where_a_refusal_was_due_lowers_refusal_recall() -> None:
    answered = (*RIGHT[:3], replace(RIGHT[0], question_id="moon"), RIGHT[4])
    result = means(answered)
    assert result["refusals.recall"] == 1 / 2
    assert result["refusals.precision"] == 1.0
    assert result["citations.precision"] == 1.0


def test_a_refusal_where_an_answer_was_due_lowers_refusal_precision_and_found() -> None:
    result = means((refusal("dam"), *RIGHT[1:]))
    assert result["refusals.precision"] == 2 / 3
    assert result["answers.found"] == 2 / 3
    assert result["refusals.recall"] == 1.0


def test_an_added_citation_beside_the_point_lowers_precision_alone() -> None:
    padded = (replace(RIGHT[0], cited=(*RIGHT[0].cited, cite("courrier", OTHER))), *RIGHT[1:])
    result = means(padded)
    assert result["citations.precision"] == (1 / 2 + 1 + 1) / 3
    assert result["answers.found"] == 1.0
