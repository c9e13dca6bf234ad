"""Numbers in French text and English questions, in figures and in words: place, value, and how firmly it is given."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.number_bounds import bound_around
from assistant.language.number_words import ENGLISH, FRENCH, NumberWords
from assistant.types import Bound, Language

# No count: "Covid-19", "747-400F", "le 21e siècle", "la 61 e édition".
_FIGURES = re.compile(
    r"(?<![\w,.])(?<![^\W\d]-)(\d{1,3}(?:[ .\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+)(?:[.,](\d+))?"
    r"(?:[ \u00a0\u202f]?(mille|millions?|milliards?|M(?=[ \u00a0\u202f]?€)|Mds?)(?:\set\s(demie?))?)?"
    r"(?![\w]|-\d*[^\W\d])(?![ \u00a0](?:e|er|ère|ème|nde?)(?!\w))",
    re.IGNORECASE,
)
_ENGLISH_FIGURES = re.compile(
    r"(?<![\w,.])(?<![^\W\d]-)(\d{1,3}(?:[ ,\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+)(?:\.(\d+))?"
    r"(?:[ \u00a0\u202f]?(thousand|million|billion|m|bn)s?()\b)?(?![\w]|-\d*[^\W\d])",
    re.IGNORECASE,
)
_SCALES = {
    "mille": 10**3, "thousand": 10**3, "million": 10**6, "m": 10**6, "milliard": 10**9, "md": 10**9,
    "billion": 10**9, "bn": 10**9,
}  # fmt: skip
# "Un" and "une" alone are articles, not counts; "flambant neuf" and "pour cent" count nothing.
_ARTICLES = frozenset({"un", "une", "a", "an", "one"})
_NO_COUNT = {
    "neuf": re.compile(r"(?:flambant|tout|remis à|quoi de|du)\s+$", re.IGNORECASE),
    "cent": re.compile(r"pour[ \u00a0\u202f]$", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text.

    Attributes:
        start: offset of the number itself.
        end: offset, exclusive.
        value: what it says; of a plural without a number ("des centaines"), the unit it counts in.
        approximate: whether the number is itself a round one: "une centaine".
        bound: whether the words around it make it a least, a most or an estimate: "plus de", "environ".
        phrase: span of the number with those words; None where there are none.
    """

    start: int
    end: int
    value: float
    approximate: bool = False
    bound: Bound = "exactly"
    phrase: tuple[int, int] | None = None

    @property
    def said(self) -> tuple[int, int]:
        """The span to show: the number with the words that bound it."""
        return self.phrase or (self.start, self.end)


def find_numbers(text: str, *, language: Language = "fr") -> list[Number]:
    """Find the numbers of a text, in order, not overlapping.

    Args:
        text: any text; offsets are its string indices.
        language: in which numbers are written: "1,5" is one and a half in French only.

    Returns:
        Numbers in figures ("1 200", "120.000", "1,5 million"), in words ("treize", "deux mille") and round
        ones ("une vingtaine"), each with its bound. The articles "un" and "une" are not numbers, nor are
        ordinals; years and days are, since only their place in a date says otherwise.
    """
    words = FRENCH if language == "fr" else ENGLISH
    found = _collectives(text, words)
    for more in (_figures(text, _FIGURES if language == "fr" else _ENGLISH_FIGURES), _in_words(text, words)):
        found += [one for one in more if not any(one.start < other.end and other.start < one.end for other in found)]
    return [_bounded(text, number) for number in sorted(found, key=lambda number: number.start)]


def _bounded(text: str, number: Number) -> Number:
    bound, start, end = bound_around(text, number.start, number.end)
    if bound == "exactly" and number.approximate:
        bound = number.bound
    phrase = (start, end) if (start, end) != (number.start, number.end) else None
    return Number(number.start, number.end, number.value, number.approximate, bound, phrase)


def _figures(text: str, form: re.Pattern[str]) -> list[Number]:
    found = []
    for match in form.finditer(text):
        value = float(f"{re.sub(r'[^0-9]', '', match.group(1))}.{match.group(2) or 0}")
        scale = (match.group(3) or "").lower().rstrip("s")
        value = (value + (0.5 if match.group(4) else 0)) * _SCALES.get(scale, 1)
        found.append(Number(match.start(), match.end(), round(value, 4)))
    return found


def _collectives(text: str, words: NumberWords) -> list[Number]:
    found = []
    for match in words.collective.finditer(text):
        times = (match["times"] or "").lower()
        half = 0.5 if match["half"] else 1.0
        value = float(times) if times.isdigit() else float(words.units.get(times, 1))
        value *= words.round_ones[match["about"].lower()] * half
        value *= _SCALES.get((match["scale"] or "").lower().rstrip("s").replace("millier", "mille"), 1)
        several = match["plural"] and times not in words.units and not times.isdigit()
        found.append(Number(match.start(), match.end(), value, True, "at_least" if several else "about"))
    return found


def _in_words(text: str, words: NumberWords) -> list[Number]:
    found = []
    for match in words.in_words.finditer(text):
        parts = words.split(match.group())
        other_sense = _NO_COUNT.get(" ".join(parts))
        if set(parts) <= _ARTICLES or (other_sense and other_sense.search(text, 0, match.start())):
            continue
        found.append(Number(match.start(), match.end(), words.value(parts)))
    return found
