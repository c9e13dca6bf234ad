"""The sides of a conflict as words name them: countries, peoples, and "côté séparatiste"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from assistant.language.folding import fold, word_list
from assistant.language.names import gazetteer, merge_names
from assistant.language.words import terms

_SIDE = re.compile(
    r"^[^,;.:()]{0,40}?(?:\sd[ue]|\sau)?\scôté (?:d[eu] |des |de la |de l[’'])?((?:[\w-]+ ?){1,3})", re.IGNORECASE
)
NO_PARTY = frozenset(
    "@onu @oms @osce @fmi @croix_rouge @union_europeenne @europe @afrique @otan @otsc @vatican".split()
)
"""Organisations and continents: they count the dead of others."""
_GOVERNS = re.compile(
    r"(?:^|\b(?:gouvernement|autorités|régime|pouvoir|armée|présidence|porte-parole|ministères?(?: \w+){0,4}) )"
    r"\W*(?:d[e’'] ?|l[’']|la |le |les |à |pour |selon )*$"
)
_SIDE_BEFORE = re.compile(r"côté ([\w-]+)(?: [\w-]+)?,?\s+(?:\S+\s+){0,4}$", re.IGNORECASE)


def sides_of(counted: str, *, before: str, after: str) -> frozenset[str]:
    """Return whose a figure is by the words around it: "soldats géorgiens", "25 morts côté séparatiste".

    Args:
        counted: what is counted.
        before: the sentence up to the number.
        after: the sentence from the number on.

    Returns:
        Keys of countries, or the term of another word for a side; empty where none is named.
    """
    return sides_in(counted) | _side_after(after, counted) | _side_before(before)


def _side_after(after: str, counted: str) -> frozenset[str]:
    match = _SIDE.match(after[after.find(counted) + len(counted) :] if counted else after)
    match = match or re.search(r"(?<!\w)côté ((?:[\w-]+ ?){1,2})", counted)
    return _words_of_side(match.group(1)) if match else frozenset()


def _side_before(before: str) -> frozenset[str]:
    match = _SIDE_BEFORE.search(before)
    return _words_of_side(match.group(1)) if match else frozenset()


def _words_of_side(words: str) -> frozenset[str]:
    return sides_in(words) or frozenset(terms(words)[:1])


@lru_cache(maxsize=4096)
def sides_in(words: str) -> frozenset[str]:
    """Return the countries and peoples named in words, by the key of the country also for its capital."""
    metonyms = gazetteer().metonyms
    names = [name for name, _ in merge_names([fold(word) for word in word_list(words)]) if name.startswith("@")]
    return frozenset(metonyms.get(name, name) for name in names)


def party_in(words: str, known: Mapping[str, str] = MappingProxyType({})) -> frozenset[str]:
    """Return the country or armed party that words for a speaker stand for, the first named; empty for nobody.

    A capital is a government only where it opens the words or follows one: « l'institut de Nairobi » is no party.

    Args:
        words: of the article.
        known: names that no list has, see :func:`assistant.answering.figures.unlisted.unlisted`.
    """
    metonyms = gazetteer().metonyms
    plain = word_list(words)
    folded = [fold(word) for word in plain]
    position = 0
    for name, length in merge_names(folded):
        before = " ".join(plain[:position])
        position += length
        if name in known:
            return frozenset({known[name]})
        if not name.startswith("@") or metonyms.get(name, name) in NO_PARTY:
            continue
        if name not in metonyms or _GOVERNS.search(f"{before} " if before else ""):
            return frozenset({metonyms.get(name, name)})
    return frozenset()
