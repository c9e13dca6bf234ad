"""Words that say the same, written by hand: the everyday word beside the press's, and opposites.

The files are ``thesaurus/*.txt``, one for each field, lower case, any form of a word:

* ``mort décès disparition``: each says the others;
* ``guerre conflit != paix``: and what is after ``!=`` says the opposite;
* ``flic > policier police``: who asks with the first may be answered with the others, or in part with what
  says them, not the other way;
* ``juge ~ tribunal``: they may stand for each other, less surely;
* ``engin ~> drone missile``: who asks with the first may be answered with the others, less surely.

``apart.txt`` has the words that share a stem and nothing else: "courant" and "cour", "vente" and "vent".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from assistant.language.forms import forms
from assistant.language.words import stems

FORM = 0.95
"""How well another form of an irregular word says it."""
SAME = 0.8
"""How well a synonym says a word."""
LOOSE = 0.3
"""How well a looser relation does: it counts in part."""

_FOLDER = Path(__file__).with_name("thesaurus")
_APART = Path(__file__).with_name("apart.txt")
_WORD = "="
"""Stands before a word where one is related, not its stem."""
_SIGN = re.compile(r" (!=|>|~|~>) ")


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The files, ready for look-up.

    Attributes:
        ways: index term to the terms that may say it, each with how well, in (0, 1).
        ways_of_word: the same for the words that share their stem with another word.
        opposites: index term to the terms that say the opposite.
    """

    ways: Mapping[str, Mapping[str, float]]
    ways_of_word: Mapping[str, Mapping[str, float]]
    opposites: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def thesaurus() -> Thesaurus:
    """Return the thesaurus, read once."""
    ways: dict[str, dict[str, float]] = {}
    opposites: dict[str, set[str]] = {}
    aliases: list[tuple[str, list[str]]] = []
    for left, sign, right in _groups():
        terms, others = [term for term, _ in left], [term for term, _ in right]
        # The words that share their stem with another are related under their own name besides.
        asked = [*terms, *(word for _, one in left for word in _namesakes(one))]
        meant = [*others, *(word for _, one in right for word in _namesakes(one))]
        if sign in ("", "!="):
            _relate(ways, asked, terms, SAME)
        else:
            _relate(ways, asked, others, LOOSE if "~" in sign else SAME)
        if sign == ">":
            aliases += [(term, others) for term in asked]
        if sign == "~":
            _relate(ways, meant, terms, LOOSE)
        if sign == "!=":
            for term, against in [*((one, others) for one in terms), *((one, terms) for one in others)]:
                opposites.setdefault(term, set()).update(against)
    for term, meanings in aliases:
        said = {other for one in meanings for other, weight in ways.get(one, {}).items() if weight >= SAME}
        _relate(ways, [term], sorted(said), SAME * SAME)
    of_word: dict[str, dict[str, float]] = {word: {} for words in apart().values() for word in words}
    return Thesaurus(
        {term: said for term, said in ways.items() if not term.startswith(_WORD)},
        {**of_word, **{term[len(_WORD) :]: said for term, said in ways.items() if term.startswith(_WORD)}},
        {term: frozenset(against) for term, against in opposites.items()},
    )


def ways_to_say(term: str, word: str | None = None) -> Mapping[str, float]:
    """Return the index terms that may say a French index term, itself left out, each with how well, in (0, 1).

    Args:
        term: the index term.
        word: the word in small letters, where it is known: of words that share a stem only its own ways count.
    """
    own = thesaurus().ways_of_word.get(word) if word is not None else None
    said = thesaurus().ways.get(term, {}) if own is None else own
    # The participle of what says it, too: "céder" is said by "rompu".
    found = {form: FORM * weight for other, weight in said.items() if weight >= SAME for form in forms(other)}
    found = {**found, **said}
    found.update(dict.fromkeys(forms(term), FORM))
    return found


@lru_cache(maxsize=1)
def apart() -> Mapping[str, frozenset[str]]:
    """Return the words that share their stem with another word, each with the forms that are the same word."""
    found: dict[str, frozenset[str]] = {}
    for line in _APART.read_text(encoding="utf-8").splitlines():
        if line[:1] not in ("", "#"):
            groups = [frozenset(group.split()) for group in line.split(" | ")]
            alone = {word: group for group in groups for word in group if sum(word in one for one in groups) == 1}
            found.update({word: frozenset(group & alone.keys()) for word, group in alone.items()})
    return found


def _namesakes(word: str) -> list[str]:
    """Return the keys of the words that a written word is a form of, if it shares its stem with another word."""
    return [_WORD + form for form in sorted(apart().get(word, ()))]


def written_lines() -> Iterator[str]:
    """Yield the lines of all files that relate words, file by file in alphabetical order."""
    for path in sorted(_FOLDER.glob("*.txt")):
        yield from (line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#"))


def _groups() -> Iterator[tuple[list[tuple[str, str]], str, list[tuple[str, str]]]]:
    """Yield of each line the index terms before the sign, the sign, and those after it, each term with its word."""
    lines = [(*_SIGN.split(line, maxsplit=1), "", "")[:3] for line in written_lines()]
    sides = [side.split() for line in lines for side in (line[0], line[2])]
    found = iter(stems([word for side in sides for word in side]))
    read = [list(zip(islice(found, len(side)), side, strict=True)) for side in sides]
    yield from ((read[2 * n], line[1], read[2 * n + 1]) for n, line in enumerate(lines))


def _relate(ways: dict[str, dict[str, float]], terms: Iterable[str], others: Sequence[str], weight: float) -> None:
    for term in terms:
        found = ways.setdefault(term, {})
        for other in others:
            if other != term and found.get(other, 0.0) < weight:
                found[other] = weight
