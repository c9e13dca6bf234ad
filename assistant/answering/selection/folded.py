"""A question or a sentence folded once: each is looked at in many ways."""

from __future__ import annotations

from functools import lru_cache

from assistant.language.folding import fold, word_list


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return :func:`fold` of a short text."""
    return fold(text)


@lru_cache(maxsize=4096)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a short text."""
    return tuple(word_list(folded(text)))
