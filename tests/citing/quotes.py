"""Quotes of the shipped corpus for these tests, taken in a fixed order: sentences, then neighbours together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.language.sentences import sentences
from assistant.types import Article
from tests.citing.mutations import Taken


def quotes_of(articles: Mapping[str, Article], *, count: int) -> list[Taken]:
    """Return the first ``count`` of: every sentence of four words or more, every two in a row, three, and so on."""
    spans = {name: sentences(one.text) for name, one in sorted(articles.items())}
    taken: list[Taken] = []
    for together in range(1, 10):
        for name, of_article in spans.items():
            for first, last in _runs(of_article, together):
                one = Taken(articles[name], first, last)
                taken += [one] if len(one.text.split()) >= 4 else []
    assert len(taken) >= count
    return taken[:count]


def _runs(spans: Sequence[tuple[int, int]], together: int) -> list[tuple[int, int]]:
    return [(spans[n][0], spans[n + together - 1][1]) for n in range(len(spans) - together + 1)]
