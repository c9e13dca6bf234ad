"""What an article truly says where a quote differs: the nearest stretch of text, and the differences named."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from assistant.citing.guards import Guard, kind_of
from assistant.citing.places import Place, folded_text, occurrences
from assistant.types import Article

DifferenceKind = Guard | Literal["case", "punctuation", "word"]

_TOKEN = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+'?|\w+|[^\w\s]")
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_MOST_ARTICLES = 12
_MOST_WINDOWS = 3
_LEAST_PIECE = 3  # words: a shorter one is found everywhere
_MOST_PIECES = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a quote and its article part: the words of each (empty where one has none) and what they are about."""

    kind: DifferenceKind
    written: str
    true: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """The stretch of text most like a quote.

    Attributes:
        place: where it is.
        share: of the quote's words, those that are there in the same order, in [0, 1].
        differences: in order of the text.
    """

    place: Place
    share: float
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Tokens:
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Aligned:
    """A stretch laid beside a quote, with the words of each where they part."""

    place: Place
    share: float
    parted: tuple[tuple[str, str], ...]


def likely(quote: str, articles: Iterable[Article], *, most: int = _MOST_ARTICLES) -> list[Article]:
    """Return the articles that have most of a quote's words, rare ones counting more, best first."""
    words = sorted(set(_WORD.findall(quote)))
    everything = list(articles)
    held = [[word in article.text for word in words] for article in everything]
    weights = [math.log(1 + len(everything) / (1 + sum(row[column] for row in held))) for column in range(len(words))]
    scores = [sum(weight for weight, has in zip(weights, row, strict=True) if has) for row in held]
    ranked = sorted(range(len(everything)), key=lambda number: (-scores[number], everything[number].id))
    return [everything[number] for number in ranked[:most] if scores[number] > 0]


def nearest(quote: str, articles: Iterable[Article]) -> Nearest | None:
    """Return the stretch of these articles most like a folded quote; None when no word is shared."""
    wanted = _tokens(quote)
    found = [
        one
        for article in articles
        for low, high in _windows(wanted, _tokens(folded_text(article.text).text))
        if (one := _aligned(quote, wanted, article, low, high)) is not None
    ]
    if not found:
        return None
    best = min(found, key=lambda one: (-round(one.share, 3), len(one.parted), one.place.article.id, one.place.start))
    differences = tuple(Difference(kind_of(written, true), written, true) for written, true in best.parted)
    return Nearest(best.place, best.share, differences)


def cut_into(quote: str, articles: Iterable[Article]) -> Nearest | None:
    """Return the words that a folded quote cuts into ("200 morts" of "1 200 morts"); None when it cuts into none."""
    for article in articles:
        folded = folded_text(article.text)
        at = folded.text.find(quote)
        if at >= 0:
            spans = [span for span in _tokens(folded.text).spans if span[0] < at + len(quote) and at < span[1]]
            low, high = min(at, spans[0][0]), max(at + len(quote), spans[-1][1])
            parts = ((folded.text[low:at], spans[0]), (folded.text[at + len(quote) : high], spans[-1]))
            differences = [
                Difference(
                    kind_of(cut, folded.text[a:b]), folded.text[max(a, at) : min(b, at + len(quote))], folded.text[a:b]
                )
                for cut, (a, b) in parts
                if cut
            ]
            return Nearest(Place(article, *folded.original(low, high)), 1.0, tuple(differences))
    return None


def stitched_from(quote: str, articles: Sequence[Article]) -> list[Place]:
    """Return the places that a folded quote was put together from, in its order; empty when it was not.

    Each piece is as long as any article allows; a quote of more than four pieces, or of pieces of a word or two,
    is not called put together.
    """
    tokens = _tokens(quote)
    places: list[Place] = []
    first = 0
    while first < len(tokens.words):
        piece = _longest(quote, tokens, first, articles)
        if piece is None or len(places) == _MOST_PIECES:
            return []
        place, length = piece
        words = [word for word in tokens.words[first : first + length] if word[0].isalnum()]
        if len(words) < _LEAST_PIECE and first + length < len(tokens.words):
            return []
        places += [place] if words else []
        first += length
    return places if len(places) > 1 else []


def _longest(quote: str, tokens: _Tokens, first: int, articles: Sequence[Article]) -> tuple[Place, int] | None:
    """Return where the longest run of a quote's words from one on stands, and how many they are."""
    best: tuple[Place, int] | None = None
    for article in articles:
        folded = folded_text(article.text)
        length = best[1] + 1 if best else 1
        while first + length <= len(tokens.words):
            start, end = tokens.spans[first][0], tokens.spans[first + length - 1][1]
            if quote[start:end] not in folded.text:
                break
            at = next(occurrences(folded.text, quote[start:end]), None)  # None inside "cessez-le-feu"
            if at is not None:
                best = Place(article, *folded.original(at, at + end - start)), length
            length += 1
    return best


@lru_cache(maxsize=64)
def _tokens(text: str) -> _Tokens:
    matches = list(_TOKEN.finditer(text))
    return _Tokens(tuple(one.group() for one in matches), tuple(one.span() for one in matches))


def _windows(wanted: _Tokens, having: _Tokens) -> list[tuple[int, int]]:
    """Return the few stretches of an article, as token numbers, that share most with the quote."""
    size = min(len(having.words), len(wanted.words) + len(wanted.words) // 2 + 8)
    if not wanted.words or not size:
        return []
    looked_for = set(wanted.words)
    weights = [(1.0 if len(word) > 3 else 0.2) if word in looked_for else 0.0 for word in having.words]
    sums = [0.0, *accumulate(weights)]
    starts = range(len(having.words) - size + 1)
    ranked = sorted(starts, key=lambda start: (-round(sums[start + size] - sums[start], 6), start))
    chosen: list[int] = []
    for start in ranked:
        if len(chosen) == _MOST_WINDOWS:
            break
        if sums[start + size] > sums[start] and all(abs(start - other) >= size // 2 for other in chosen):
            chosen.append(start)
    return [(start, start + size) for start in chosen]


def _aligned(quote: str, wanted: _Tokens, article: Article, low: int, high: int) -> _Aligned | None:
    folded = folded_text(article.text)
    having = _tokens(folded.text)
    window = having.words[low:high]
    matcher = SequenceMatcher(None, wanted.words, window, autojunk=False)
    blocks = _kept([(one.a, one.b, one.size) for one in matcher.get_matching_blocks() if one.size])
    if not blocks:
        return None
    # What stands before the first shared word, and after the last, as far as the quote has words there.
    first = max(0, blocks[0][1] - blocks[0][0])
    last = min(len(window), blocks[-1][1] + len(wanted.words) - blocks[-1][0])
    true, spans = having.words[low + first : low + last], having.spans[low + first : low + last]
    parted = []
    matched = 0
    for tag, a, b, c, d in SequenceMatcher(None, wanted.words, true, autojunk=False).get_opcodes():
        if tag == "equal":
            matched += sum(word[0].isalnum() for word in wanted.words[a:b])
        else:
            written = quote[wanted.spans[a][0] : wanted.spans[b - 1][1]] if b > a else ""
            parted.append((written, folded.text[spans[c][0] : spans[d - 1][1]] if d > c else ""))
    words = sum(word[0].isalnum() for word in wanted.words)
    place = Place(article, *folded.original(spans[0][0], spans[-1][1]))
    return _Aligned(place, matched / max(words, 1), tuple(parted))


def _kept(blocks: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Leave out matches (place in the quote, place in the text, length) at either end: lone words far from the rest."""
    kept = list(blocks)
    while len(kept) > 1 and kept[0][2] == 1 and _strays(kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and kept[-1][2] == 1 and _strays(kept[-2], kept[-1]):
        kept.pop()
    return kept


def _strays(left: tuple[int, int, int], right: tuple[int, int, int]) -> bool:
    skipped = right[1] - left[1] - left[2]
    return skipped > 3 and skipped > right[0] - left[0] - left[2]
