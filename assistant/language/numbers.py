"""Numbers in French text, in figures and in words, as spans with their value."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIGURES = re.compile(
    r"(?<![\w,.])(\d{1,3}(?:[ .\u00a0\u202f\u2009]\d{3})+|\d+)(?:[.,](\d+))?"
    r"(?:[ \u00a0\u202f](mille|millions?|milliards?|million|billion|thousand))?(?![\w])",
    re.IGNORECASE,
)
_UNITS = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "nonante": 90,
}  # fmt: skip
_ABOUT = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
_SCALES = {
    "cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9,
    "milliards": 10**9,
}  # fmt: skip
_ENGLISH_SCALES = {"thousand": 10**3, "billion": 10**9}
_WORDS = "|".join(sorted([*_UNITS, *_SCALES], key=len, reverse=True))
_GAP = "[ \\u00a0\\u202f-]"
_IN_WORDS = re.compile(rf"(?<!\w)(?:{_WORDS})(?:{_GAP}(?:et{_GAP})?(?:{_WORDS}))*(?!\w)", re.IGNORECASE)
_COLLECTIVE = re.compile(
    rf"(?<!\w)(?:(?P<times>{_WORDS}|\d+|quelques|plusieurs|des)\s+)?(?P<about>{'|'.join(_ABOUT)})s?"
    r"(?:\s+de\s+(?P<scale>milliers|millions|milliards))?(?!\w)",
    re.IGNORECASE,
)
# "un" and "une" alone are articles, not counts.
_ARTICLES = frozenset({"un", "une"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text: half-open span, value, and whether it is a round "une centaine"."""

    start: int
    end: int
    value: float
    approximate: bool = False


def find_numbers(text: str) -> list[Number]:
    """Find the numbers of a text, in order, not overlapping.

    Args:
        text: French text; offsets are its string indices. Of English only figures are read ("2.5 million").

    Returns:
        Numbers in figures ("1 200", "1,5 million"), in words ("treize", "deux mille") and round
        ones ("une vingtaine"). The articles "un" and "une" are not numbers; years and days are,
        since only their place in a date says otherwise.
    """
    found = _collectives(text)
    taken = {position for number in found for position in range(number.start, number.end)}
    figures = [number for number in _figures(text) if number.start not in taken]
    found += figures
    taken |= {position for number in figures for position in range(number.start, number.end)}
    for match in _IN_WORDS.finditer(text):
        words = re.split(rf"{_GAP}+", match.group().lower())
        if set(words) <= _ARTICLES or taken.intersection(range(*match.span())):
            continue
        found.append(Number(match.start(), match.end(), _value(words)))
    return sorted(found, key=lambda number: number.start)


def _figures(text: str) -> list[Number]:
    found = []
    for match in _FIGURES.finditer(text):
        whole = re.sub(r"\D", "", match.group(1))
        value = float(f"{whole}.{match.group(2) or 0}")
        scale = (match.group(3) or "").lower()
        value *= _SCALES.get(scale) or _ENGLISH_SCALES.get(scale, 1)
        found.append(Number(match.start(), match.end(), value))
    return found


def _collectives(text: str) -> list[Number]:
    found = []
    for match in _COLLECTIVE.finditer(text):
        times = (match["times"] or "").lower()
        value = float(times) if times.isdigit() else float(_UNITS.get(times, 1))
        value *= _ABOUT[match["about"].lower()]
        value *= {"milliers": 10**3, "millions": 10**6, "milliards": 10**9}.get((match["scale"] or "").lower(), 1)
        found.append(Number(match.start(), match.end(), value, approximate=True))
    return found


def _value(words: list[str]) -> float:
    """Add up number words: units add, "cent" and "quatre-vingt" multiply, "mille" and above close a group."""
    total, group = 0.0, 0.0
    for word in words:
        if word in ("cent", "cents"):
            group = max(group, 1) * 100
        elif word in _SCALES:
            total += max(group, 1) * _SCALES[word]
            group = 0
        elif word in ("vingt", "vingts") and group % 100 == 4:
            group += 76
        elif word in _UNITS:
            group += _UNITS[word]
    return total + group
