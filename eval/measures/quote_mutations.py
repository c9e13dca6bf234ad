"""Eight ways to make a true quote untrue, and six that leave it as true as it was.

Each takes a quote and its neighbour, a quote of another article, and returns what is claimed: the changed quote, and
what it is said to be from. None where the quote has nothing to change in that way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from assistant.answering.attribution.attribution import attribute
from assistant.answering.attribution.reporting_verbs import REPORTING
from assistant.citing.ledger import Claim
from assistant.language.dates import find_dates
from assistant.language.numbers import find_numbers
from assistant.types import Article

_HAVE = re.compile(
    r"(?<![\w’'-])(?P<l>[Nn][’']|l[’']|s[’'])?(?P<verb>avaient|avait|ont|a|est|sont|était|étaient)(?= \w)"
)
_NOT = re.compile(r"(?<!\w)(?P<ne>ne |n[’'])(?P<verb>[\w’']+ )(?P<pas>pas |plus |aucune? |jamais )")
_PRESENT = re.compile(
    r"(?<= )(?P<verb>\w{4,}(?:e|ent|it|nt))(?= (?:de|à|que|les?|la|un|une|des|au|l[’']|sur|dans|par)\b)"
)
_WOULD = {"aurait": "a", "auraient": "ont", "serait": "est", "seraient": "sont", "avait": "a", "avaient": "ont"}
_HAS = {"a": "aurait", "ont": "auraient", "est": "serait", "sont": "seraient", "était": "serait", "étaient": "seraient"}
_OTHER_WORD = {"un": "deux", "une": "deux", "deux": "trois", "six": "sept", "treize": "quatorze", "quatre": "cinq"}
_OTHER_ROUND = {"vingtaine": "trentaine", "centaine": "dizaine"}
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@dataclass(frozen=True, slots=True)
class Taken:
    """A quote as the corpus has it: ``article.text[start:end]``."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        """The quote, to the letter."""
        return self.article.text[self.start : self.end]


Claimed = tuple[str, Claim]
Mutation = Callable[[Taken, Taken], Claimed | None]


def digit(one: Taken, other: Taken) -> Claimed | None:
    """Another figure: "1 200" to "1 201", "treize" to "quatorze"; where there is none, one put in."""
    for number in find_numbers(one.text):
        written = one.text[number.start : number.end]
        if written[-1].isdigit():
            changed = written[:-1] + str((int(written[-1]) + 1) % 10)
        else:
            words = re.split(r"(\W)", written)
            changed = "".join(_OTHER_WORD.get(word, _OTHER_ROUND.get(word, word)) for word in words)
        if changed != written:
            return one.text[: number.start] + changed + one.text[number.end :], Claim()
    counted = re.sub(r"(?<= )(?:les|des|ses|plusieurs|certains)(?= \w)", "trois", one.text, count=1)
    return (counted, Claim()) if counted != one.text else None


def negation(one: Taken, other: Taken) -> Claimed | None:
    """A negation dropped, or added where there is none."""
    dropped = _NOT.sub(lambda found: found["verb"], one.text, count=1)
    if dropped != one.text:
        return dropped, Claim()
    added = _HAVE.sub(lambda found: f"{'n’' if found['verb'][0] in 'aoeé' else 'ne '}{found[0]} pas", one.text, count=1)
    if added != one.text:
        return added, Claim()
    added = _PRESENT.sub(lambda found: f"ne {found['verb']} pas", one.text, count=1)
    return (added, Claim()) if added != one.text else None


def speaker(one: Taken, other: Taken) -> Claimed | None:
    """Another speaker, in the quote when it names its own, else in what is claimed."""
    said = attribute(one.article.text, one.start, one.end).speaker
    if said is None:
        return one.text, Claim(speaker="Ursula von der Leyen")
    if said in one.text:
        return one.text.replace(said, "Ursula von der Leyen", 1), Claim()
    return one.text, Claim(speaker="Ursula von der Leyen")


def verb(one: Taken, other: Taken) -> Claimed | None:
    """What was stated is denied: "a indiqué" to "a démenti"."""
    found = REPORTING.search(one.text)
    if found is None:
        return None
    changed = "démenti" if found["participle"] else "démentent" if found[0].endswith("nt") else "dément"
    return one.text[: found.start()] + changed + one.text[found.end() :], Claim()


def conditional(one: Taken, other: Taken) -> Claimed | None:
    """A conditional made a fact, or a fact a conditional."""
    for table in (_WOULD, _HAS):
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(table)})(?= \w)")
        changed = pattern.sub(lambda found, table=table: table[found[0]], one.text, count=1)  # type: ignore[misc]
        if changed != one.text:
            return changed, Claim()
    return None


def date(one: Taken, other: Taken) -> Claimed | None:
    """Another day or year in the quote when it has one, else another publication date."""
    for mention in find_dates(one.text):
        figures = re.search(r"\d+", mention.text)
        if figures:
            changed = mention.text.replace(figures[0], str(int(figures[0]) + 1), 1)
            return one.text[: mention.start] + changed + one.text[mention.end :], Claim()
    for day, next_day in pairwise(_DAYS):
        if re.search(rf"\b{day}\b", one.text):
            return re.sub(rf"\b{day}\b", next_day, one.text, count=1), Claim()
    return one.text, Claim(date="2021-06")


def ellipsis(one: Taken, other: Taken) -> Claimed | None:
    """An ellipsis over "ne ... pas", else over a figure or over who says it."""
    found = _NOT.search(one.text)
    if found is not None:
        return f"{one.text[: found.start()]}[…] {found['verb']}(…) {one.text[found.end() :]}", Claim()
    spans = [(number.start, number.end) for number in find_numbers(one.text)]
    spans += [found.span() for found in REPORTING.finditer(one.text)]
    spans += [found.span() for found in re.finditer(r"(?<=\w )[A-ZÉ][\w-]+", one.text)]
    spans = [(start, end) for start, end in spans if start > 3 and end < len(one.text) - 3]
    if not spans:
        return None
    start, end = spans[0]
    return f"{one.text[:start].rstrip()} […] {one.text[end:].lstrip()}", Claim()


def splice(one: Taken, other: Taken) -> Claimed | None:
    """The beginning of one article's sentence with the end of another's, with an ellipsis every other time."""
    first, second = one.text.split(), other.text.split()
    joint = " " if one.start % 2 else " […] "
    return " ".join(first[: len(first) // 2 + 1]) + joint + " ".join(second[len(second) // 2 :]), Claim()


MUTATIONS: Mapping[str, Mutation] = {
    "digit changed": digit,
    "negation dropped or added": negation,
    "speaker swapped": speaker,
    "stated made denied": verb,
    "conditional and fact exchanged": conditional,
    "date shifted": date,
    "ellipsis over what it may not drop": ellipsis,
    "two articles spliced": splice,
}

HARMLESS: Mapping[str, Callable[[str], str]] = {
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "straight marks": lambda text: re.sub("« ?| ?»|[“”]", '"', text).replace("’", "'"),
    "curly marks": lambda text: re.sub(r'"([^"]*)"', "“\\1”", text).replace("'", "’"),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "spaces doubled and trailing": lambda text: text.replace(" ", "  ") + " \n",
    "in quotation marks": lambda text: f"« {text} »",
}
