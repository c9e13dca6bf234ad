"""Text brought to one form for comparison: case, accents, ligatures, apostrophes, thousands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "’": "'", "ʼ": "'"}
# Not in "en 2020 300 soldats": the first group has at most three figures.
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)")
_THOUSANDS_SPACE = re.compile(r"[ \u00a0\u202f\u2009]")
_WORD = re.compile(r"[^\W_]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Table(dict[int, str | None]):
    """What ``str.translate`` asks character by character, filled as it asks: a look-up is what it does fastest."""

    def __init__(self, becomes: Callable[[str], str | None]) -> None:
        super().__init__()
        self._becomes = becomes

    def __missing__(self, code: int) -> str | None:
        self[code] = found = self._becomes(chr(code))
        return found


_LETTERS = _Table(lambda char: _LIGATURES.get(char, char))
_BARE = _Table(lambda char: None if unicodedata.combining(char) else char)


def fold(text: str) -> str:
    """Return the text in lower case, without accents, ligatures or typographic apostrophes.

    The number of characters may change: offsets into the result are not offsets into ``text``.
    """
    if text.isascii():
        return text.lower()
    # Decomposed first: "™" and the like turn into capitals.
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFKD", folded).translate(_BARE)


def word_list(text: str) -> list[str]:
    """Split text into words, as written; "l'Otan" is two, "1 200" is one, hyphens separate."""
    return _WORD.findall(_THOUSANDS.sub(lambda number: _THOUSANDS_SPACE.sub("", number.group()), text))


@lru_cache(maxsize=65_536)
def name_key(word: str) -> str:
    """Return a spelling-independent key of a foreign name ("aliyev" and "aliev" have one).

    French and English write Slavic, Turkic and Armenian names differently: ou/u, ch/sh, tch/ch,
    dj/j, y/i, kh/h, double letters. The key drops those differences, and nothing else.

    Args:
        word: one folded word.
    """
    key = word
    for written, sound in _TRANSLITERATIONS:
        key = key.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", key)


# Longest first: "tch" before "ch".
_TRANSLITERATIONS = (
    ("tch", "c"), ("sch", "c"), ("ou", "u"), ("ch", "c"), ("sh", "c"), ("cz", "c"), ("dj", "j"), ("dzh", "j"),
    ("gh", "g"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("ks", "x"), ("iy", "i"), ("yi", "i"), ("ye", "e"),
    ("ya", "ia"), ("y", "i"), ("w", "v"), ("q", "k"),
)  # fmt: skip


def characters(text: str) -> str:
    """Return a text with U+FFFD for each half of a surrogate pair, which no tokenizer and no file takes."""
    return _SURROGATE.sub("\ufffd", text)
