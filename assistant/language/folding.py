"""Text brought to one form for comparison: case, accents, ligatures, apostrophes, thousands."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "’": "'", "ʼ": "'"}
)
_THOUSANDS = re.compile(r"(?<=\d)[  \u00a0\u202f\u2009](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text in lower case, without accents, ligatures or typographic apostrophes.

    The number of characters may change: offsets into the result are not offsets into ``text``.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def word_list(text: str) -> list[str]:
    """Split text into words, as written; "l'Otan" is two, "1 200" is one, hyphens separate."""
    return _WORD.findall(_THOUSANDS.sub("", text))


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
