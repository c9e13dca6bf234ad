"""Where gold stands in the articles, and which citations reach it: places, judged by characters and without a model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eval.asking.records import Cited
from eval.datasets.dataset import Gold

Texts = Mapping[str, str]
"""Article id to cleaned text."""


def overlap(first: tuple[int, int], second: tuple[int, int]) -> int:
    """Return how many characters two half-open spans share."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def gold_spans(gold: Gold, texts: Texts) -> Iterator[tuple[int, int]]:
    """Yield every place where the gold quote stands in its article; none when the article is unknown."""
    text = texts.get(gold.article_id, "")
    start = text.find(gold.quote)
    while start >= 0:
        yield start, start + len(gold.quote)
        start = text.find(gold.quote, start + 1)


def supports(cited: Cited, gold: Gold, texts: Texts) -> bool:
    """Return whether a citation shares half of the shorter of the two with the gold quote, in the same article.

    ``2 * |citation ∩ gold| >= min(|citation|, |gold|)`` and the two share at least one character, in characters of
    the cleaned text. A clause of the gold sentence supports it, and so does a longer quote around it: what a long
    quote drags along is measured by ``eval.measures.metrics.on_gold``.
    """
    if cited.article_id != gold.article_id:
        return False
    span = (cited.start, cited.end)
    return any(
        (shared := overlap(span, place)) > 0 and 2 * shared >= min(span[1] - span[0], place[1] - place[0])
        for place in gold_spans(gold, texts)
    )


def supported(cited: Cited, golds: Sequence[Gold], texts: Texts) -> tuple[Gold, ...]:
    """Return the gold sentences that a citation supports."""
    return tuple(gold for gold in golds if supports(cited, gold, texts))
