"""Lines to paragraphs: one a line as a rule, several where the text was wrapped at a column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.corpus.line_form import MAX_PATTERN_CHARS, is_sentence, normal_form

_INNER_STOP = re.compile(r"[.!?…][»”\"'’)\]\u00a0\u202f ]*\s+(?=[«“\"A-ZÀ-Þ\d])")
_CUT = re.compile(r"(?:…|\.\.\.)\W*$")
_BULLET = re.compile(r"\s*(?:[-–—•*·▪►]|\d{1,2}[.)])\s+\S")
_MIN_WRAP, _MAX_WRAP = 50, 110  # characters of a line that was broken at a column


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines ``[start, end)`` that are judged as one.

    Attributes:
        start: index of its first line, from 0.
        end: index after its last line.
        text: its lines joined with a space.
        plain: the form patterns are tried on; empty for a paragraph too long to be page furniture.
        words: number of words.
        sentences: number of sentences, roughly.
        sentence: it ends as a sentence does, or is too long to be a label.
        cut: it ends in an ellipsis, as teasers do.
        bullet: it is an item of a list.
    """

    start: int
    end: int
    text: str
    plain: str
    words: int
    sentences: int
    sentence: bool
    cut: bool
    bullet: bool

    @property
    def strong(self) -> bool:
        """True for what is surely running text: a sentence of ten words or more; a headline may ask, or cry."""
        return self.sentence and self.words >= (20 if self.text.rstrip().endswith(("?", "!")) else 10)


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, without their ends: LF, CRLF or CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def paragraphs(lines: Sequence[str]) -> list[Paragraph]:
    """Group lines into paragraphs; blank lines belong to none.

    Args:
        lines: the lines of a saved page, without line ends.
    """
    wrapped = _is_wrapped(lines)
    units: list[Paragraph] = []
    start = 0
    while start < len(lines):
        if not lines[start].strip():
            start += 1
            continue
        end = start + 1
        while wrapped and end < len(lines) and _runs_on(lines[end - 1], lines[end]):
            end += 1
        units.append(_paragraph(lines, start, end))
        start = end
    return units


def _paragraph(lines: Sequence[str], start: int, end: int) -> Paragraph:
    text = " ".join(line.strip() for line in lines[start:end])
    count = len(text.split())
    stop = is_sentence(text) or (count >= 8 and text.rstrip().endswith((":", ",", ";")))
    return Paragraph(
        start=start,
        end=end,
        text=text,
        plain=normal_form(text) if len(text) <= MAX_PATTERN_CHARS else "",
        words=count,
        sentences=1 + len(_INNER_STOP.findall(text[:MAX_PATTERN_CHARS])),
        sentence=stop or count >= 40,
        cut=bool(_CUT.search(text[-20:])),
        bullet=bool(_BULLET.match(text[:80])),
    )


def _runs_on(line: str, following: str) -> bool:
    return (
        bool(following.strip()) and _MIN_WRAP <= len(line.rstrip()) <= _MAX_WRAP and not _BULLET.match(following[:80])
    )


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether the text was broken at a column: many lines go on in lower case on the next."""
    pairs = [(line, following) for line, following in pairwise(lines) if line.strip()]
    running = [following for line, following in pairs if _runs_on(line, following) and not is_sentence(line)]
    lower = sum(following.lstrip()[:1].islower() for following in running)
    return lower >= 3 and lower >= 0.4 * len(running)
