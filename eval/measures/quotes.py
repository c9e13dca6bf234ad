"""Quotes of articles for the ledger to judge, taken in a fixed order: sentences, then neighbours together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from assistant.language.sentences import sentences
from assistant.types import Article
from eval.measures.quote_mutations import Taken

_ARTICLES = 50
_FEWEST_WORDS = 4
_MOST_TOGETHER = 9


def some_of(articles: Mapping[str, Article]) -> dict[str, Article]:
    """Return the articles that quotes are taken of, the first fifty by id: each quote is looked for in every one."""
    return dict(islice(sorted(articles.items()), _ARTICLES))


def quotes_of(articles: Mapping[str, Article], *, count: int) -> list[Taken]:
    """Return the first ``count`` of: every sentence of four words or more, every two in a row, three, and so on.

    Args:
        articles: by id; taken in the order of their ids.
        count: at most so many; fewer where the articles are few and short.
    """
    spans = {name: sentences(one.text) for name, one in sorted(articles.items())}
    return list(islice(_quotes(articles, spans), count))


def _quotes(articles: Mapping[str, Article], spans: Mapping[str, Sequence[tuple[int, int]]]) -> Iterator[Taken]:
    for together in range(1, _MOST_TOGETHER + 1):
        for name, of_article in spans.items():
            for first, last in _runs(of_article, together):
                one = Taken(articles[name], first, last)
                if len(one.text.split()) >= _FEWEST_WORDS:
                    yield one


def _runs(spans: Sequence[tuple[int, int]], together: int) -> list[tuple[int, int]]:
    return [(spans[n][0], spans[n + together - 1][1]) for n in range(len(spans) - together + 1)]
