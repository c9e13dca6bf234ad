"""Split an article into passages: whole sentences, packed up to a number of tokens, as exact spans.

langchain-text-splitters does the packing. Given text, it strips white space, joins with separators of
its own and looks for its chunks afterwards, and a third of the offsets it found were wrong when length
was counted in tokens. So it is not given the text: each sentence is handed over as one private
character, and what comes back is read as a run of sentences. A character has no inside to spoil.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.indexing.tokens import count_tokens
from assistant.language.sentences import sentences
from assistant.types import Article, Passage

SPLITTER_VERSION = 1
"""Raised when the same text and parameters give other passages, so that an older index is refused."""

_FIRST_CODE = 0x10000
_MOST_CODES = 0x110000 - _FIRST_CODE
_MOST_TOKENS_OF_A_CHARACTER = 4  # byte-level tokens, UTF-8


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is never cut: a sentence, or a piece of one that is too long; ``tokens`` counts it and the space before."""

    start: int
    end: int
    tokens: int


def split_article(article: Article, *, max_tokens: int, overlap_sentences: int) -> tuple[Passage, ...]:
    """Split an article into passages, in order.

    Every sentence is whole in at least one passage, unless it is alone longer than ``max_tokens``: then
    it is cut between words, and a word that is still too long between characters.

    Args:
        article: what to split; offsets are into ``article.text``.
        max_tokens: the most tokens a passage may have, at least 4.
        overlap_sentences: how many sentences at the end of a passage the next one repeats, as far as
            they fit in its first third for one (half for two, ...); 0 for none.

    Returns:
        Passages ``<article id>#<n>``, n from 0; none for a text of white space only.

    Raises:
        ValueError: if a parameter is out of range, or a passage is not found where it must be.
    """
    if max_tokens < _MOST_TOKENS_OF_A_CHARACTER:
        raise ValueError(f"max_tokens is {max_tokens}; expected at least {_MOST_TOKENS_OF_A_CHARACTER}")
    if overlap_sentences < 0:
        raise ValueError(f"overlap_sentences is {overlap_sentences}; expected 0 or more")
    units = _units(article.text, max_tokens=max_tokens)
    runs = _pack(article.text, units, max_tokens=max_tokens, overlap=overlap_sentences)
    return tuple(
        Passage(id=f"{article.id}#{number}", article_id=article.id, start=units[first].start, end=units[last].end)
        for number, (first, last) in enumerate(runs)
    )


def _units(text: str, *, max_tokens: int) -> list[_Unit]:
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text):
        fits = count_tokens(text[start:end]) <= max_tokens
        spans.extend([(start, end)] if fits else _pieces(text, start, end, max_tokens=max_tokens))
    return _measured(text, spans)


def _measured(text: str, spans: Sequence[tuple[int, int]]) -> list[_Unit]:
    """Count each span with the white space before it, where the tokens' own borders are: so counts can be added."""
    begins = [*(start for start, _ in spans[:1]), *(end for _, end in spans[:-1])]
    return [
        # Without that white space, as at the head of a passage, some words take a token more.
        _Unit(start, end, max(count_tokens(text[start:end]), count_tokens(text[begin:end])))
        for begin, (start, end) in zip(begins, spans, strict=True)
    ]


def _pieces(text: str, first: int, last: int, *, max_tokens: int) -> list[tuple[int, int]]:
    """Cut a sentence that is too long between words; a word of any length between characters."""
    widest = max_tokens // _MOST_TOKENS_OF_A_CHARACTER
    spans = [
        (start, min(start + widest, word.end()))
        for word in re.compile(r"\S+").finditer(text, first, last)
        for start in range(word.start(), word.end(), widest)
    ]
    parts = _measured(text, _whole_words(text, spans, max_tokens=max_tokens))
    return [(parts[low].start, parts[high].end) for low, high in _pack(text, parts, max_tokens=max_tokens, overlap=0)]


def _whole_words(text: str, spans: Sequence[tuple[int, int]], *, max_tokens: int) -> list[tuple[int, int]]:
    """Put back together the words that fit: ``spans`` are slices of words, side by side when of the same word."""
    words: list[tuple[int, int]] = []
    for start, end in spans:
        if words and words[-1][1] == start and count_tokens(text[words[-1][0] : end]) <= max_tokens:
            words[-1] = (words[-1][0], end)
        else:
            words.append((start, end))
    return words


def _pack(text: str, units: Sequence[_Unit], *, max_tokens: int, overlap: int) -> list[tuple[int, int]]:
    """Return runs of units, first and last of each, that hold at most ``max_tokens`` together.

    Where units touch, as pieces of one word do, together they may count more than their sum. That is
    seldom, and then the last one is counted for what it adds, and all are packed again.
    """
    units = list(units)
    while True:
        runs = _pack_once(units, max_tokens=max_tokens, overlap=overlap)
        over = {
            last: excess
            for first, last in runs
            if first < last and (excess := count_tokens(text[units[first].start : units[last].end]) - max_tokens) > 0
        }
        if not over:
            return runs
        for last, excess in over.items():
            units[last] = replace(units[last], tokens=units[last].tokens + excess)


def _pack_once(units: Sequence[_Unit], *, max_tokens: int, overlap: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for low in range(0, len(units), _MOST_CODES):
        block = units[low : low + _MOST_CODES]
        runs.extend((low + first, low + last) for first, last in _pack_block(block, max_tokens, overlap))
    return runs


def _pack_block(units: Sequence[_Unit], max_tokens: int, overlap: int) -> list[tuple[int, int]]:
    codes = "".join(chr(_FIRST_CODE + number) for number in range(len(units)))
    split = _splitter(units, max_tokens=max_tokens, overlap=overlap)
    runs: list[tuple[int, int]] = []
    begin, reached = -1, -1  # of the chunk before: its first unit and its last
    for chunk in split(codes):
        begin = codes.find(chunk, begin + 1)
        if not 0 <= begin <= reached + 1:
            raise ValueError(f"passage {len(runs)} of {len(units)} sentences is not found after the one before it")
        # The library was given the overlap in tokens, as it counts; here it is held to the number of sentences.
        first = max(begin, reached + 1 - overlap)
        reached = begin + len(chunk) - 1
        runs.append((first, reached))
    return runs


def _splitter(units: Sequence[_Unit], *, max_tokens: int, overlap: int) -> Callable[[str], list[str]]:
    from langchain_text_splitters import CharacterTextSplitter  # takes half a second; only a build needs it

    def length(codes: str) -> int:
        return sum(min(units[ord(code) - _FIRST_CODE].tokens, max_tokens) for code in codes)

    splitter = CharacterTextSplitter(
        separator="",  # every character is a piece of its own
        chunk_size=max_tokens,
        chunk_overlap=max_tokens * overlap // (overlap + 2),
        length_function=length,
        strip_whitespace=False,
    )
    split: Callable[[str], list[str]] = splitter.split_text
    return split
