"""Names of one thing brought together: countries and their peoples, places with two names, organisations.

"Haut-Karabakh", "Nagorny-Karabakh" and "Artsakh" are one place; "azéri", "azerbaïdjanais" and
"Azerbaijan" one country; "NATO" is the OTAN. A capital stands for its government in the press
("Moscou appelle..."): it keeps its own key and is linked to its country as a metonym.

The table is ``names.tsv``, general knowledge in French and English; add a line to add a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.language.folding import fold, word_list

_TABLE = Path(__file__).with_name("names.tsv")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The table, ready for look-up.

    Attributes:
        keys: a name as a tuple of folded words, to its key, which starts with ``@``.
        metonyms: key of a capital or seat of power, to the key of its country.
        longest: the number of words of the longest name that begins with a word.
    """

    keys: Mapping[tuple[str, ...], str]
    metonyms: Mapping[str, str]
    longest: Mapping[str, int]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the table of names, read once."""
    keys: dict[tuple[str, ...], str] = {}
    metonyms: dict[str, str] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        key, names, demonyms, seats = line.split("\t")
        for name in _variants(names, demonyms):
            keys.setdefault(name, f"@{key}")
        for seat in filter(None, seats.split("|")):
            spellings = [tuple(word_list(fold(spelling))) for spelling in seat.split("=")]
            seat_key = "@" + "_".join(spellings[0])
            metonyms[seat_key] = f"@{key}"
            for spelling in spellings:
                keys.setdefault(spelling, seat_key)
    longest: dict[str, int] = {}
    for name in keys:
        longest[name[0]] = max(len(name), longest.get(name[0], 0))
    return Gazetteer(keys=keys, metonyms=metonyms, longest=longest)


def merge_names(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Replace each run of words that is a known name by its key.

    Args:
        words: folded words in order, as :func:`word_list` gives them.

    Yields:
        ``(word or key, number of words it stands for)``, in order; keys start with ``@``.
    """
    table = gazetteer()
    position = 0
    while position < len(words):
        for length in range(min(table.longest.get(words[position], 0), len(words) - position), 0, -1):
            key = table.keys.get(tuple(words[position : position + length]))
            if key is not None:
                yield key, length
                position += length
                break
        else:
            yield words[position], 1
            position += 1


def _variants(names: str, demonyms: str) -> Iterator[tuple[str, ...]]:
    for name in filter(None, names.split("|")):
        yield tuple(word_list(fold(name)))
    for demonym in filter(None, demonyms.split("|")):
        words = word_list(fold(demonym))
        yield tuple(words)
        if not words[-1].endswith(("s", "x")):
            yield (*words[:-1], words[-1] + "s")
