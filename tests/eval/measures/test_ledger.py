"""The figures of the ledger are over any articles, and fall when it accepts what is untrue."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Article, Published
from eval.measures.ledger import ledger_figures, true_refused, untrue_refused
from eval.measures.quotes import quotes_of

TEXTS = {
    "courrier": "Le barrage de Roche-Noire a cédé mardi, selon la préfecture. Douze personnes sont portées disparues.",
    "gazette": "La route de la vallée n’a pas rouvert. Le maire a indiqué que 1 200 foyers étaient privés d’eau.",
}


def made(texts: Mapping[str, str]) -> dict[str, Article]:
    """Return articles of which only the text is known."""
    return {
        name: Article(name, None, None, None, (), Published(), None, "fr", text, f"{name}.txt",
                      sha256(text.encode()).hexdigest())
        for name, text in texts.items()
    }  # fmt: skip


def test_over_the_shipped_articles_each_untrue_quote_is_refused_and_each_true_one_found() -> None:
    articles = Assistant.load(Path(__file__).parents[3] / "index").index.articles
    found = ledger_figures(articles, count=20)
    means = {name: value.mean for name, value in found.items() if value is not None}
    assert means == {
        "said.untrue_refused": 1.0,
        "said.true_refused": 0.0,
        "said.found_again": 1.0,
        "said.edit_told": 1.0,
    }
    counted = {name: value.n for name, value in found.items() if value is not None}
    assert (counted["said.true_refused"], counted["said.found_again"]) == (120, 20)
    assert counted["said.untrue_refused"] > 100


def test_what_is_changed_is_looked_for_in_the_articles_that_are_given() -> None:
    articles = made(TEXTS)
    quotes = quotes_of(articles, count=100)
    assert {one.article.id for one in quotes} == set(TEXTS)
    assert {value for _, value in untrue_refused(quotes, articles)} == {1.0}
    # An article that prints the untrue form makes it true: the measure sees that it is found.
    lying = {**articles, **made({"autre": TEXTS["gazette"].replace("1 200", "1 201")})}
    assert 0.0 in {value for _, value in untrue_refused(quotes, lying)}
    gone = {name: one for name, one in articles.items() if name == "gazette"}
    assert 1.0 in {value for _, value in true_refused(quotes, gone)}


@pytest.mark.parametrize("texts", [{}, {"courrier": TEXTS["courrier"]}])
def test_one_article_is_too_few_for_a_figure(texts: dict[str, str]) -> None:
    assert set(ledger_figures(made(texts)).values()) == {None}
