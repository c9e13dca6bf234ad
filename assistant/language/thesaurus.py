"""Words that say the same, written by hand: the everyday word beside the press's, and opposites.

The files are ``thesaurus/*.txt``, one for each field, lower case, any form of a word:

* ``mort décès disparition``: each says the others;
* ``guerre conflit != paix``: and what is after ``!=`` says the opposite;
* ``flic > policier police``: who asks with the first may be answered with the others, or in part with what
  says them, not the other way;
* ``juge ~ tribunal``: they may stand for each other, less surely;
* ``engin ~> drone missile``: who asks with the first may be answered with the others, less surely.
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
_SIGN = re.compile(r" (!=|>|~|~>) ")


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The files, ready for look-up.

    Attributes:
        ways: index term to the terms that may say it, each with how well, in (0, 1).
        opposites: index term to the terms that say the opposite.
    """

    ways: Mapping[str, Mapping[str, float]]
    opposites: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def thesaurus() -> Thesaurus:
    """Return the thesaurus, read once."""
    ways: dict[str, dict[str, float]] = {}
    opposites: dict[str, set[str]] = {}
    aliases: list[tuple[str, list[str]]] = []
    for left, sign, right in _groups():
        if sign in ("", "!="):
            _relate(ways, left, left, SAME)
        else:
            _relate(ways, left, right, LOOSE if "~" in sign else SAME)
        if sign == ">":
            aliases += [(term, right) for term in left]
        if sign == "~":
            _relate(ways, right, left, LOOSE)
        if sign == "!=":
            for term, others in [*((one, right) for one in left), *((one, left) for one in right)]:
                opposites.setdefault(term, set()).update(others)
    for term, meant in aliases:
        said = {other for one in meant for other, weight in ways.get(one, {}).items() if weight >= SAME}
        _relate(ways, [term], sorted(said), SAME * SAME)
    return Thesaurus(ways, {term: frozenset(others) for term, others in opposites.items()})


def ways_to_say(term: str) -> Mapping[str, float]:
    """Return the index terms that may say a French index term, itself left out, each with how well, in (0, 1)."""
    found = dict(thesaurus().ways.get(term, {}))
    found.update(dict.fromkeys(forms(term), FORM))
    return found


def written_lines() -> Iterator[str]:
    """Yield the lines of all files that relate words, file by file in alphabetical order."""
    for path in sorted(_FOLDER.glob("*.txt")):
        yield from (line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#"))


def _groups() -> Iterator[tuple[list[str], str, list[str]]]:
    """Yield the index terms of each line: those before the sign, the sign, those after it."""
    lines = [(*_SIGN.split(line, maxsplit=1), "", "")[:3] for line in written_lines()]
    sides = [side.split() for line in lines for side in (line[0], line[2])]
    found = iter(stems([word for side in sides for word in side]))
    read = [list(islice(found, len(side))) for side in sides]
    yield from ((read[2 * n], line[1], read[2 * n + 1]) for n, line in enumerate(lines))


def _relate(ways: dict[str, dict[str, float]], terms: Iterable[str], others: Sequence[str], weight: float) -> None:
    for term in terms:
        found = ways.setdefault(term, {})
        for other in others:
            if other != term and found.get(other, 0.0) < weight:
                found[other] = weight
