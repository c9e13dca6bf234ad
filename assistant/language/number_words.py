"""The number words of French and English, and how they add up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

_GAP = "[ \\u00a0\\u202f-]"


@dataclass(frozen=True)
class NumberWords:
    """The number words of a language.

    Attributes:
        units: words that add.
        scales: words that multiply what stands before them.
        round_ones: words for about that many: "vingtaine", "dozen".
        joins: the word that may stand between two: "vingt et un", "two hundred and five".
        some: words for an untold number of a round one: "des centaines", "several hundred".
        of: what stands between a round one and its scale: "dizaines de milliers".
    """

    units: Mapping[str, int]
    scales: Mapping[str, int]
    round_ones: Mapping[str, int]
    joins: str
    some: str
    of: str

    @cached_property
    def in_words(self) -> re.Pattern[str]:
        """Matches a run of number words."""
        word = self._one_of([*self.units, *self.scales])
        join = rf"(?:{self.joins}{_GAP})?"
        half = rf"(?:{_GAP}et{_GAP}demie?)?"
        return re.compile(rf"(?<![\w-])(?:{word})(?:{_GAP}{join}(?:{word}))*{half}(?!\w)", re.IGNORECASE)

    @cached_property
    def collective(self) -> re.Pattern[str]:
        """Matches a round number; groups times, half, about, plural and scale."""
        times = rf"(?:(?P<times>{self._one_of(self.units)}|\d+|{self.some}){_GAP}+)?(?P<half>demi-|half a )?"
        scale = rf"(?:\s+{self.of}\s*(?P<scale>milliers?|millions?|milliards?|thousands?|billions?))?"
        about = self._one_of(self.round_ones)
        return re.compile(rf"(?<!\w){times}(?P<about>{about})(?P<plural>s)?{scale}(?!\w)", re.IGNORECASE)

    def split(self, run: str) -> list[str]:
        """Return the words of a run, lower case."""
        return re.split(rf"{_GAP}+", run.lower())

    def value(self, words: list[str]) -> float:
        """Add up number words: units add, "cent" and "quatre-vingt" multiply, "mille" and above close a group."""
        total, group, last = 0.0, 0.0, 1
        for word in words:
            if word in ("cent", "cents", "hundred"):
                group = max(group, 1) * 100
            elif word in self.scales:
                last = self.scales[word]
                total += max(group, 1) * last
                group = 0
            elif word in ("vingt", "vingts") and group % 100 == 4:
                group += 76
            elif word in ("demi", "demie"):
                total += last / 2
            elif word in self.units:
                group += self.units[word]
        return total + group

    @staticmethod
    def _one_of(words: Mapping[str, int] | list[str]) -> str:
        return "|".join(sorted(words, key=len, reverse=True))


FRENCH = NumberWords(
    units={
        "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
        "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
        "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
        "huitante": 80, "octante": 80, "nonante": 90,
    },
    scales={
        "cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9,
        "milliards": 10**9,
    },
    round_ones={
        "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
        "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
    },
    joins="et",
    some="quelques|plusieurs|des|de",
    of="de",
)  # fmt: skip
"""« vingt et un », « deux mille », « une vingtaine », « des dizaines de milliers »."""

ENGLISH = NumberWords(
    units={
        "zero": 0, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
        "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    },
    scales={"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9},
    round_ones={"dozen": 12, "score": 20},
    joins="and",
    some="some|several|many",
    of="of",
)  # fmt: skip
"""Questions may be in English: "two hundred and five", "1,200", "dozens"."""
