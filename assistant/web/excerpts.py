"""Where to cut an article around a quote: by whole sentences for a card, by paragraphs for reading it whole."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.sentences import sentences

REACH = 320  # characters of context on each side of a quote
READING_REACH = 20_000  # an article longer than this on each side of the passage is cut: a page must stay light


def around(text: str, start: int, end: int, *, reach: int = REACH) -> tuple[int, int]:
    """Return the span of ``text[start:end]`` and the whole sentences beside it, at most ``reach`` characters away."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    spans = [(first + a, first + b) for a, b in sentences(text[first:last])]
    if first > 0:  # the window may have cut the sentence at either of its ends
        del spans[:1]
    if last < len(text):
        del spans[-1:]
    return min([start, *(a for a, _ in spans)]), max([end, *(b for _, b in spans)])


def reading_window(text: str, start: int, end: int, *, reach: int = READING_REACH) -> tuple[int, int]:
    """Return the span of the article to read around ``text[start:end]``: all of it unless it is very long."""
    return max(0, start - reach), min(len(text), end + reach)


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the non-blank lines of ``text[start:end]``, as offsets in ``text``."""
    position = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield position, position + len(line)
        position += len(line) + 1
