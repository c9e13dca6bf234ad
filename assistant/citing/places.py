"""Where a quote stands, to the letter under the fold: the places of an article, whole words and whole figures only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.citing.fold import Folded, fold_with_offsets
from assistant.citing.guards import Held, dropped
from assistant.language.numbers import find_numbers
from assistant.language.sentences import sentences
from assistant.types import Article

_ELLIPSIS = re.compile(r"\s*(?:\[\s?…\s?\]|\(\s?…\s?\)|…)\s*")
_UNIT = re.compile(r"\s?[%€$£‰°]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_OPENING = re.compile(r"[\s«“\"'’(\[–—-]*")
# What a sentence before is needed to understand.
_TAKES_UP = re.compile(
    r"(?:\W*)(?:ils?|elles?|celui-ci|celle-ci|ceux-ci|celles-ci|ce(?:tte|s)? derni(?:er|ère)s?|lui|leur|cela"
    r"|selon (?:lui|elle|eux)"
    r"|pour (?:lui|elle|eux)|le (?:premier|second)|la (?:première|seconde)|he|she|they|it)(?!\w)",
    re.IGNORECASE,
)
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_AROUND = 40  # characters each side of a border within which a figure is read
_MOST_LEFT_OUT = 2  # whole sentences that an ellipsis may stand for
_MOST = 20  # occurrences of one piece that are tried


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article: ``article.text[start:end]``."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        """The exact characters."""
        return self.article.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Chain:
    """The pieces of a quote with ellipses, in their order in one article, and what its ellipses drop.

    Attributes:
        places: of the pieces.
        dropped: what must not be dropped and is; empty when the quote holds.
        apart: whether two pieces are too far apart, or cut sentences into each other.
    """

    places: tuple[Place, ...]
    dropped: tuple[Held, ...]
    apart: bool


@lru_cache(maxsize=64)
def folded_text(text: str) -> Folded:
    """Return an article's text folded; the latest are remembered."""
    return fold_with_offsets(text)


def may_hold(quote: str, articles: Iterable[Article]) -> Iterator[Article]:
    """Yield the articles that can have a folded quote: a quick look at its longest words, nothing missed."""
    words = sorted(set(_WORD.findall(quote)), key=lambda word: (-len(word), word))[:6]
    for article in articles:
        if not _is_plain(article.text) or all(word in article.text for word in words):
            yield article


def _is_plain(text: str) -> bool:
    """Tell whether each word of the folded text is written the same in the text."""
    return unicodedata.is_normalized("NFC", text) and not any(char in text for char in _INVISIBLE)


def places_of(quote: str, article: Article) -> list[Place]:
    """Return every place where an article has a folded quote, in order."""
    folded = folded_text(article.text)
    return [_place(article, folded, start, start + len(quote)) for start in occurrences(folded.text, quote)]


def occurrences(text: str, quote: str) -> Iterator[int]:
    """Yield where a folded text has a folded quote that starts and ends between words, and inside no figure."""
    start = text.find(quote) if quote else -1
    while start >= 0:
        if not _cuts(text, start) and not _cuts(text, start + len(quote)):
            yield start
        start = text.find(quote, start + 1)


def _cuts(text: str, at: int) -> bool:
    """Tell whether a border falls inside a word ("cessez-le-feu" is one) or a figure ("1 200", "50 %", "-3")."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    if after == "-" and before.isalnum() and text[at + 1 : at + 2].isalnum():
        return True
    if before == "-" and after.isalnum() and text[max(0, at - 2) : at - 1].isalnum():
        return True
    if before in "+-" and after.isdigit() and not text[max(0, at - 2) : at - 1].strip(" (:;,"):
        return True  # the sign of a figure: "-0,7 %"
    if before.isdigit() and _UNIT.match(text, at):
        return True
    low = max(0, at - _AROUND)
    return any(low + one.start < at < low + one.end for one in find_numbers(text[low : at + _AROUND]))


def pieces_of(quote: str) -> list[str]:
    """Split a folded quote at its ellipses; those at its ends only say that it was cut there."""
    return [piece for piece in _ELLIPSIS.split(quote) if piece.strip()]


def chains_of(pieces: Sequence[str], article: Article) -> list[Chain]:
    """Return how an article may have the pieces in their order, best first; empty when it has not.

    Those that hold come first, then those with the fewest characters left out.
    """
    folded = folded_text(article.text)
    found = [[*occurrences(folded.text, piece)][:_MOST] for piece in pieces]
    chains: list[tuple[int, ...]] = [(start,) for start in found[0]]
    for number, starts in enumerate(found[1:], 1):
        length = len(pieces[number - 1])
        # Of later places of a piece the nearest leaves out least; a farther one never holds where it does not.
        following = ((chain, next((one for one in starts if one >= chain[-1] + length), None)) for chain in chains)
        chains = [(*chain, start) for chain, start in following if start is not None]
    judged = [
        _chain(article, folded, [(start, start + len(piece)) for start, piece in zip(chain, pieces, strict=True)])
        for chain in chains[:_MOST]
    ]
    return sorted(judged, key=lambda one: (bool(one.dropped) + one.apart, one.places[-1].end - one.places[0].start))


def _chain(article: Article, folded: Folded, spans: Sequence[tuple[int, int]]) -> Chain:
    places = tuple(_place(article, folded, start, end) for start, end in spans)
    lost: list[Held] = []
    apart = False
    for left, right in pairwise(places):
        far = _is_apart(article.text, left.end, right.start)
        apart = apart or far
        lost += [] if far else dropped(article.text, left.end, right.start)
    return Chain(places, tuple(dict.fromkeys(lost)), apart)


def _is_apart(text: str, end: int, start: int) -> bool:
    """Tell whether two pieces are further apart than a few sentences, or run one sentence into another.

    Across the end of a sentence the second piece must open its own: else it gets another subject. So it does where
    whole sentences are left out, of the same paragraph, and the second opens with a pronoun.
    """
    low, high = text.rfind("\n", 0, end) + 1, text.find("\n", start)
    region = text[low : len(text) if high < 0 else high]
    spans = [(low + first, low + last) for first, last in sentences(region)]
    first = next((number for number, span in enumerate(spans) if span[1] >= end), 0)
    second = next((number for number, span in enumerate(spans) if span[1] > start), 0)
    if first == second:
        return False
    if _OPENING.sub("", text[spans[second][0] : start], count=1):
        return True
    ends = not text[end : spans[first][1]].strip(".!?…»” ")
    whole = ends and "\n" not in text[end:start] and not _TAKES_UP.match(text, start)
    return second > first + (_MOST_LEFT_OUT + 1 if whole else 1)


def _place(article: Article, folded: Folded, start: int, end: int) -> Place:
    return Place(article, *folded.original(start, end))
