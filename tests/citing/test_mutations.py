"""Two hundred quotes of the corpus: made untrue in eight ways all are refused, typeset in six ways all are found."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.citing.fold import fold
from assistant.citing.ledger import Claim, verify
from assistant.types import Article
from eval.measures.quote_mutations import HARMLESS, MUTATIONS
from eval.measures.quotes import quotes_of

QUOTES = 200
# How many of the 200 quotes each mutation applies to at least: a mutation that applies to none refuses nothing.
APPLIES = {
    "digit changed": 100,
    "negation dropped or added": 180,
    "speaker swapped": 200,
    "stated made denied": 140,
    "conditional and fact exchanged": 150,
    "date shifted": 200,
    "ellipsis over what it may not drop": 190,
    "two articles spliced": 200,
}
MOST_HARMLESS_REFUSED = 0.005


@pytest.mark.parametrize("name", MUTATIONS)
def test_no_untrue_quote_is_found(articles: Mapping[str, Article], name: str) -> None:
    quotes = quotes_of(articles, count=QUOTES)
    accepted, tried = [], 0
    for number, one in enumerate(quotes):
        other = next(two for two in [*quotes[number:], *quotes] if two.article.id != one.article.id)
        claimed = MUTATIONS[name](one, other)
        if claimed is not None and (fold(claimed[0]) != fold(one.text) or claimed[1] != Claim()):
            tried += 1
            verdict = verify(claimed[0], articles, claimed=claimed[1])
            accepted += [claimed] if verdict.found else []
            assert verdict.places or verdict.outcome == "not_found"
    assert accepted == []
    assert tried >= APPLIES[name]


def test_typography_is_no_reason_to_refuse(articles: Mapping[str, Article]) -> None:
    quotes = quotes_of(articles, count=QUOTES)
    refused = [
        (name, one.text)
        for name, change in HARMLESS.items()
        for one in quotes
        if not verify(change(one.text), articles, claimed=Claim(article=one.article.id)).found
    ]
    assert len(refused) <= MOST_HARMLESS_REFUSED * len(quotes) * len(HARMLESS), refused


def test_what_is_found_is_the_exact_text_of_its_place(articles: Mapping[str, Article]) -> None:
    for one in quotes_of(articles, count=QUOTES):
        [place] = verify(HARMLESS["accents apart"](one.text), articles, claimed=Claim(article=one.article.id)).places
        assert place.text == one.article.text[place.start : place.end]
        assert fold(place.text) == fold(one.text)
