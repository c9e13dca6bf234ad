"""The one fold under which a quote and its article are compared: typography, and nothing that is said.

It is declared in :data:`FOLDS`, it is the same for quotes and for articles, and it is reversible: each folded
character knows the characters of the original that it stands for. Letters, case, accents, figures, words and their
order are not folded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_GAP = rf"[\s{_INVISIBLE}]"

FOLDS: tuple[tuple[str, str, str], ...] = (
    # what, pattern, what stands for it; the first that matches at a place decides
    ("opening quotation mark, with the space inside it", rf"[«“]{_GAP}*", '"'),
    ("closing quotation mark, with the space inside it", rf"{_GAP}*[»”]", '"'),
    ("other double quotation mark", "[″‟„]", '"'),
    ("space before high punctuation", rf"{_GAP}+(?=[;:!?])", ""),
    ("white space of any kind and number, line breaks too", rf"(?! [^\s{_INVISIBLE}]){_GAP}*\s{_GAP}*", " "),
    ("soft hyphen and what has no width", f"[{_INVISIBLE}]+", ""),
    ("apostrophe or single quotation mark", "[’‘‛ʼ′´`]", "'"),
    ("hyphen or dash of any length", "[‐‑‒–—―−]", "-"),
    ("three full stops", r"\.{3}", "…"),
    ("typographic ligature ﬃ", "ﬃ", "ffi"),
    ("typographic ligature ﬄ", "ﬄ", "ffl"),
    ("typographic ligature ﬀ", "ﬀ", "ff"),
    ("typographic ligature ﬁ", "ﬁ", "fi"),
    ("typographic ligature ﬂ", "ﬂ", "fl"),
)
"""All that the fold does, besides composing accents (Unicode NFC)."""

_FOLDED = re.compile("|".join(f"(?P<f{number}>{pattern})" for number, (_, pattern, _) in enumerate(FOLDS)))
_REPLACEMENTS = {f"f{number}": replacement for number, (_, _, replacement) in enumerate(FOLDS)}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers the original.

    Attributes:
        text: folded.
        starts: for each folded character, where what it stands for starts in the original.
        ends: for each folded character, where that ends, exclusive.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that ``text[start:end]`` stands for; it must not be empty."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> str:
    """Return a text folded, without its offsets: what a search runs over."""
    return _FOLDED.sub(_replacement, _composed(text))


def fold_with_offsets(text: str) -> Folded:
    """Return a text folded, with the way back to each of its characters."""
    places = list(_places(text))
    composed = _composed(text)
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for match in [*_FOLDED.finditer(composed), None]:
        stop = len(composed) if match is None else match.start()
        folded.append(composed[position:stop])
        starts += [places[at][0] for at in range(position, stop)]
        ends += [places[at][1] for at in range(position, stop)]
        if match is not None:
            replacement = _replacement(match)
            folded.append(replacement)
            starts += [places[match.start()][0]] * len(replacement)
            ends += [places[match.end() - 1][1]] * len(replacement)
            position = match.end()
    return Folded("".join(folded), tuple(starts), tuple(ends))


def _replacement(match: re.Match[str]) -> str:
    return _REPLACEMENTS[match.lastgroup or ""]


def _composed(text: str) -> str:
    if unicodedata.is_normalized("NFC", text):
        return text
    return "".join(unicodedata.normalize("NFC", text[start:end]) for start, end in _clusters(text))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield, for each character of the composed text, the span of the original that it stands for."""
    if unicodedata.is_normalized("NFC", text):
        yield from pairwise(range(len(text) + 1))
        return
    for start, end in _clusters(text):
        yield from [(start, end)] * len(unicodedata.normalize("NFC", text[start:end]))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield each character with the accents that follow it: what composes, composes within one."""
    start = 0
    for place in range(1, len(text)):
        if not _is_accent(text[place]):
            yield start, place
            start = place
    if text:
        yield start, len(text)


@lru_cache(maxsize=4096)
def _is_accent(character: str) -> bool:
    return unicodedata.combining(character) != 0
