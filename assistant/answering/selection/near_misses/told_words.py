"""The words of a sentence, folded and as written, with the marks between them: what a clause is read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.folding import fold

_WORD = re.compile(r"(?<!\w)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|[^\W_]+")
_STOPS = frozenset('.,;:!?()«»“”"–—[]')


@dataclass(frozen=True, slots=True)
class ToldWord:
    """One word of a sentence.

    Attributes:
        word: in lower case, with its accents: "à" is not "a".
        plain: folded.
        cut: whether a mark of punctuation stands between it and the word before.
    """

    word: str
    plain: str
    cut: bool


@lru_cache(maxsize=4096)
def told_words(text: str) -> tuple[ToldWord, ...]:
    """Return the words of a text, in the places in which index terms count them."""
    found = []
    last = 0
    for match in _WORD.finditer(text):
        cut = not _STOPS.isdisjoint(text[last : match.start()])
        word = match.group().lower().replace("\u2019", "'")
        found.append(ToldWord(word, fold(word), cut))
        last = match.end()
    return tuple(found)
