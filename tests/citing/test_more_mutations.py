"""Two hundred sentences of other papers and all quotes of the corpus, made untrue in more ways: none is found."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.citing.fold import fold
from assistant.citing.ledger import Claim, verify
from assistant.types import Article
from eval.attribution import read
from eval.measures.quote_mutations import HARMLESS, MUTATIONS, Taken
from eval.measures.quotes import quotes_of
from tests.citing.made import made
from tests.citing.more_mutations import MORE

# Of 200 sentences of Wikinews, how many each applies to at least.
APPLIES = {
    "digit changed": 120,
    "negation dropped or added": 120,
    "speaker swapped": 200,
    "stated made denied": 100,
    "conditional and fact exchanged": 140,
    "date shifted": 200,
    "ellipsis over what it may not drop": 180,
    "two articles spliced": 200,
    "unit exchanged": 20,
    "bound turned round": 35,
    "tense changed": 130,
    "month changed": 8,
    "limit dropped": 20,
    "limit dropped by ellipsis": 2,
    "no more, never, only dropped": 1,
    "two names exchanged": 60,
    "given to another article": 200,
    "subject dropped by ellipsis": 12,
    "subject and its conjunction dropped by ellipsis": 8,
    "sign cut off": 0,
}


def _wikinews() -> list[Taken]:
    """Return 200 sentences of as many articles, among their neighbours where the file has them."""
    found: dict[str, Taken] = {}
    for label in read():
        before = label.before and label.before + ("" if label.before.endswith("\n") else " ")
        text = f"{before}{label.sentence}{label.after}"
        if label.source not in found and label.source[:2] == "20" and len(label.sentence) > 60:
            found[label.source] = Taken(
                made(label.source, text, publisher="Wikinews"), len(before), len(before) + len(label.sentence)
            )
    return list(found.values())[-200:]


WIKINEWS = _wikinews()


def _accepted(name: str, quotes: list[Taken], articles: Mapping[str, Article]) -> tuple[int, list[str]]:
    """Return how many quotes a mutation applies to, and what of it the ledger finds."""
    accepted, tried = [], 0
    for number, one in enumerate(quotes):
        other = next(two for two in [*quotes[number:], *quotes] if two.article.id != one.article.id)
        claimed = {**MUTATIONS, **MORE}[name](one, other)
        if claimed is not None and (fold(claimed[0]) != fold(one.text) or claimed[1] != Claim()):
            tried += 1
            verdict = verify(claimed[0], articles, claimed=claimed[1])
            accepted += [claimed[0]] if verdict.found else []
    return tried, accepted


@pytest.mark.parametrize("name", APPLIES)
def test_no_untrue_sentence_of_other_papers_is_found(name: str) -> None:
    tried, accepted = _accepted(name, WIKINEWS, {one.article.id: one.article for one in WIKINEWS})
    assert accepted == []
    assert tried >= APPLIES[name]


@pytest.mark.parametrize("name", MORE)
def test_no_untrue_quote_of_the_corpus_is_found(articles: Mapping[str, Article], name: str) -> None:
    assert _accepted(name, quotes_of(articles, count=200), articles)[1] == []


def test_typography_is_no_reason_to_refuse_other_papers() -> None:
    articles = {one.article.id: one.article for one in WIKINEWS}
    refused = [
        one.text
        for change in HARMLESS.values()
        for one in WIKINEWS
        if not verify(change(one.text), articles, claimed=Claim(article=one.article.id)).found
    ]
    assert len(refused) <= 0.005 * len(WIKINEWS) * len(HARMLESS), refused
