"""What the ledger refuses and finds again: quotes made untrue, quotes typeset otherwise, citations kept in a file.

Quotes are sentences of the articles that are asked, and neighbours together. Each is made untrue in eight ways, typeset
in six, and saved as a citation, which is read again over the same articles and over articles of which each was edited.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain, islice

from assistant.answering.serialise import citation_to_json
from assistant.citing.fold import fold
from assistant.citing.ledger import Claim, verify
from assistant.citing.saved import SavedCitation, read_saved, resolve
from assistant.types import Article, Citation
from eval.measures.quote_mutations import HARMLESS, MUTATIONS, Taken
from eval.measures.quotes import quotes_of, some_of
from eval.measures.statistics import Figure, figure

QUOTES = 200
_EDIT = "Rectificatif du lendemain.\n\n"


def ledger_figures(articles: Mapping[str, Article], *, count: int = QUOTES) -> dict[str, Figure | None]:
    """Return the figures of the ledger; all None where fewer than two articles are there.

    - ``said.untrue_refused``: of the quotes made untrue, the share refused.
    - ``said.true_refused``: of the quotes typeset otherwise, the share refused. Lower is better.
    - ``said.found_again``: of the saved citations, the share found at their place.
    - ``said.edit_told``: of those whose article was edited, the share that says so and still finds the quote.

    Args:
        articles: by id.
        count: quotes taken at most.
    """
    some = some_of(articles)
    quotes = quotes_of(some, count=count) if len(some) > 1 else []
    return {
        "said.untrue_refused": _figure(untrue_refused(quotes, some)),
        "said.true_refused": _figure(true_refused(quotes, some)),
        **_saved_figures(quotes, some),
    }


def untrue_refused(quotes: Sequence[Taken], articles: Mapping[str, Article]) -> list[tuple[str, float]]:
    """Return article id and 1 for each quote made untrue and refused, 0 for one found; changes of nothing left out."""
    found = []
    for number, one in enumerate(quotes):
        others = (two for two in chain(quotes[number:], quotes) if two.article.id != one.article.id)
        claims = (change(one, other) for other in islice(others, 1) for change in MUTATIONS.values())
        for claimed in claims:
            if claimed is not None and (fold(claimed[0]) != fold(one.text) or claimed[1] != Claim()):
                found.append((one.article.id, float(not verify(claimed[0], articles, claimed=claimed[1]).found)))
    return found


def true_refused(quotes: Sequence[Taken], articles: Mapping[str, Article]) -> list[tuple[str, float]]:
    """Return article id and 1 for each quote that typography alone changed and that is refused, else 0."""
    return [
        (one.article.id, float(not verify(change(one.text), articles, claimed=Claim(article=one.article.id)).found))
        for one in quotes
        for change in HARMLESS.values()
    ]


def _saved_figures(quotes: Sequence[Taken], articles: Mapping[str, Article]) -> dict[str, Figure | None]:
    edited = {name: _edited(one) for name, one in articles.items()}
    same, told = [], []
    for one in quotes:
        [saved] = read_saved(_written(one))
        same.append((one.article.id, float(resolve(saved, articles).state == "same_place")))
        told.append((one.article.id, float(_says_edited(saved, edited))))
    return {"said.found_again": _figure(same), "said.edit_told": _figure(told)}


def _written(one: Taken) -> str:
    return json.dumps(citation_to_json(Citation(1, one.article, one.text, one.start, one.end)), ensure_ascii=False)


def _says_edited(saved: SavedCitation, articles: Mapping[str, Article]) -> bool:
    now = resolve(saved, articles)
    again = articles[saved.article_id].text[now.start : now.end] if now.start is not None else ""
    return now.state == "text_changed" and again == saved.quote


def _edited(article: Article) -> Article:
    text = _EDIT + article.text
    return replace(article, text=text, sha256=sha256(text.encode("utf-8")).hexdigest())


def _figure(judged: Sequence[tuple[str, float]]) -> Figure | None:
    return figure([value for _, value in judged], [article_id for article_id, _ in judged])
