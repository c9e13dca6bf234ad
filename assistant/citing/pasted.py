"""What somebody who pastes a quote means by it: the quote without what a page, a program or the quoter put around it.

Each reading is tried only where the quote as it stands is found nowhere. None changes a word: what goes is markup,
line ends, a source beside the quotation marks, the quoter's own last stop, and words in square brackets, which by
convention are the quoter's and are reported as such.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.citing.fold import fold
from assistant.citing.guards import changes_meaning

_LINE_MARK = re.compile(r"(?m)^[ \t]*(?:>+|[-–—•*·▪]|\d{1,2}[.)])[ \t]+")
_PAGE = re.compile(r"\n[ \t]*(?:[-–—][ \t]*)?(?:p\.[ \t]*)?\d{1,4}(?:[ \t]*[-–—])?[ \t]*(?=\n)")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
_HYPHENATED = re.compile(r"([^\W\d_]+)[-‐\u00ad][ \t]*\r?\n\s*([^\W\d_]+)")
_SIC = re.compile(r"\s?[\[(]sic[\])]", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\s*\[\d{1,3}\])+\s*$")
_BRACKETS = re.compile(r"\[([^\[\]…]*[^\W\d_][^\[\]…]*)\]")
# What follows the closing mark: "(Euronews, 2 octobre 2020)", "— Euronews".
_AFTER = re.compile(r"(?<=[\"'])\s*(?:\([^()]{3,120}\)|- ?[^\"]{3,120})\s*[.,;]?\s*$")
# Our own line: publisher, date, whose words, then the quote.
_OURS = re.compile(r"^(?P<source>[^\":]{3,160}(?:\d{4}|date inconnue|date unknown)[^\":]{0,160}): ?(?=\")")
_WITH = re.compile(r"\s(?:avec|with)\s")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take what was pasted.

    Attributes:
        text: folded.
        inserted: words in square brackets that are left out of it, the quoter's own.
        publisher: whom the line it stood in names; None without one.
    """

    text: str
    inserted: tuple[str, ...] = ()
    publisher: str | None = None


def readings(quote: str, texts: Iterable[str] = (), *, as_written: bool = False) -> Iterator[Reading]:
    """Yield what a pasted quote may mean, as it stands first, each once.

    Args:
        quote: as pasted.
        texts: of the articles; they tell how a word that a line end parts is written.
        as_written: whether only the quote itself is meant, with or without its quotation marks.
    """
    seen: set[str] = set()
    for reading in _all(quote, texts, as_written=as_written):
        if reading.text not in seen and any(char.isalnum() for char in reading.text):
            seen.add(reading.text)
            yield reading


def _all(quote: str, texts: Iterable[str], *, as_written: bool) -> Iterator[Reading]:
    folded = fold(quote).strip()
    yield Reading(folded)
    yield Reading(_unquoted(folded))
    if as_written:
        return
    publisher, bare = _beside(fold(_cleaned(quote, texts)).strip())
    for text in (bare, _unquoted(bare), _unstopped(bare), _unstopped(_unquoted(bare)), _unquoted(_unstopped(bare))):
        yield Reading(text, publisher=publisher)
        yield from _without_brackets(text, publisher)


def _cleaned(quote: str, texts: Iterable[str]) -> str:
    """Return a quote without markup, page numbers and the hyphens of line ends."""
    text = _PAGE.sub("", html.unescape(quote))
    text = _LINE_MARK.sub("", text)
    while (plain := _EMPHASIS.sub(r"\2", text)) != text:
        text = plain
    known = list(texts) if _HYPHENATED.search(text) else []

    def rejoined(parted: re.Match[str]) -> str:
        first, second = parted.groups()
        whole = first + second
        return whole if any(whole in one for one in known) else f"{first}-{second}"

    return _SIC.sub("", _HYPHENATED.sub(rejoined, text))


def _beside(text: str) -> tuple[str | None, str]:
    """Return the publisher of the line a quote stands in, and the quote without its source and its number."""
    text = _AFTER.sub("", _NUMBER.sub("", text))
    ours = _OURS.match(text)
    if ours is None or not text.endswith('"'):
        return None, text
    publisher = _WITH.split(ours["source"].split(",")[0])[0].strip()
    return publisher, text[ours.end() :]


def _unquoted(text: str) -> str:
    return text[1:-1].strip() if len(text) > 2 and text[0] == text[-1] and text[0] in "\"'" else text


def _unstopped(text: str) -> str:
    """Return a text without the one stop that its quoter set at its end; a question stays one."""
    return text[:-1].rstrip() if text[-1:] in {".", ",", ";", ":"} and not text.endswith("..") else text


def _without_brackets(text: str, publisher: str | None) -> Iterator[Reading]:
    """Yield a quote with its bracketed words taken for the article's, then for the quoter's, then for an omission."""
    if not _BRACKETS.search(text):
        return
    kept = _BRACKETS.sub(r"\1", text)
    for whole in (kept, kept[:1].swapcase() + kept[1:]) if text[:1] == "[" else (kept,):
        yield Reading(whole, publisher=publisher)
    inserted = tuple(found.strip() for found in _BRACKETS.findall(text))
    if not any(changes_meaning(words) for words in inserted):
        yield Reading(" ".join(_BRACKETS.sub(" ", text).split()), inserted, publisher)
        yield Reading(_BRACKETS.sub("[…]", text), inserted, publisher)
