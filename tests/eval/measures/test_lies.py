"""Lies are dropped and what the quote itself says is kept: the measure sees both."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from eval.measures.lies import LIES, first_clause, lies_figures
from eval.measures.quotes import quotes_of


@pytest.fixture(scope="module")
def shipped() -> Assistant:
    return Assistant.load(Path(__file__).parents[3] / "index")


def test_no_lie_is_shown_and_some_of_an_honest_model_is(shipped: Assistant) -> None:
    found = lies_figures(quotes_of(shipped.index.articles, count=30))
    dropped, kept = found["said.lies_dropped"], found["said.honest_kept"]
    assert dropped is not None and kept is not None
    assert (dropped.mean, dropped.n) == (1.0, 27 * len(LIES))
    assert 0 < kept.mean <= 1


def test_each_lie_says_something_else_than_its_quote() -> None:
    quote = {"number": 1, "quote": "Le 3 mai, la Turquie n’a pas répondu à la France.", "speaker": None}
    others = [{"number": 2, "quote": "Le maire a promis douze lits de plus.", "speaker": "le maire"}]
    for lie in LIES:
        assert lie(quote, others, random.Random(1)) != "Le 3 mai, la Turquie n’a pas répondu à la France. [1]", lie
    assert first_clause(quote) == "Le 3 mai."


def test_too_few_quotes_give_no_figure() -> None:
    assert lies_figures([]) == {"said.lies_dropped": None, "said.honest_kept": None}
