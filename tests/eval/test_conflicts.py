"""How two sentences differ: the labelled pairs, and the figures that are held."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from assistant.indexing.static_encoder import StaticEncoder
from eval.conflicts import CLASSES, answer_figures, ask, ask_together, figures, found, read, score, shows_both


def test_there_are_fifteen_pairs_of_each_class() -> None:
    assert Counter(pair.label for pair in read()) == dict.fromkeys(CLASSES, 15)


def test_differences_are_told_as_well_as_they_were() -> None:
    pairs, encoder = read(), StaticEncoder.shipped()
    result = score([pair.label for pair in pairs], [found(pair, encoder) for pair in pairs])
    assert result.macro_f1 >= 0.95
    assert result.precision_of_contradiction >= 0.95


def test_whatever_contradiction_is_answered_is_shown_from_both_sides() -> None:
    answers = [ask(pair) for pair in read() if pair.label == "contradiction"]
    answered = [answer for answer in answers if not answer.abstained]
    assert len(answered) >= 14
    assert all(shows_both(answer) for answer in answered)
    assert all("contradiction" in {remark.kind for remark in answer.remarks} for answer in answered)


def test_what_is_shown_is_counted_of_the_pair_that_was_asked() -> None:
    pairs = [next(pair for pair in read() if pair.label == label) for label in ("contradiction", "later")]
    answers = ask_together(pairs)
    figures_of = {name: value.mean for name, value in answer_figures(pairs, answers).items() if value}
    assert figures_of["said.both_sides_opposed"] == 1.0
    crossed = {name: value.mean for name, value in answer_figures(pairs, answers[::-1]).items() if value}
    assert crossed == dict.fromkeys(figures_of, 0.0), "an answer that shows another pair shows neither side"


def test_what_is_left_open_is_a_miss_and_what_is_called_wrong_costs_precision() -> None:
    result = score(["contradiction", "contradiction", "party"], ["contradiction", None, "contradiction"])
    assert result.precision_of_contradiction == pytest.approx(0.5)
    assert result.confusion["contradiction", "none"] == 1
    assert result.macro_f1 == pytest.approx(0.5 / 5)
    measured = figures(["contradiction", "contradiction", "party"], ["contradiction", None, "contradiction"])
    f1, precision = measured["said.differences_f1"], measured["said.contradictions"]
    assert f1 is not None and precision is not None
    assert f1.mean == pytest.approx(0.5 / 5)
    assert f1.n == 3
    assert (precision.mean, precision.n) == (0.5, 2)


def test_a_label_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text('{}\n{"label": "x"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read(path)
