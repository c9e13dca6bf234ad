"""The people an article names, each with the offices it gives them and the bodies these are of.

The one place that reads who people are: who speaks, whose a figure is and who is asked for his words all look here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.attribution.first_names import MEN, WOMEN
from assistant.answering.attribution.offices import Gender, Office, offices_beside
from assistant.language.folding import fold, word_list
from assistant.language.words import terms

_TITLE = r"(?:MM?\.|Mmes?|Mlle|Me|Dr|Pr)"
_WORD = r"[A-ZÉÈÊÎÂÔÇÖÜ][\wà-ÿ’'-]*[\wà-ÿ]"
_NAME = re.compile(
    rf"(?<![\w’'-])(?:(?P<title>{_TITLE})\s)?(?P<name>{_WORD}(?:\s(?:d[eu]\s|d[’']|van\s|von\s|al-|el-|ben\s"
    rf"|bin\s)?{_WORD})+)"
)
_NO_FIRST = frozenset(
    "le la les l un une des du de selon pour en dans chez à au aux sur par avec et mais ou si quand comme son sa ses ce"
    " cet cette ces interrogé interrogée joint jointe sollicité d'après d’après depuis après avant hier selon seul"
    " monsieur madame mme me".split()
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom an article calls by first and last name.

    Attributes:
        name: as first written in full.
        places: where the name stands, in order.
        offices: what the article calls that person beside the name.
        gender: by a title, an article or a first name; None where none tells.
    """

    name: str
    places: tuple[int, ...]
    offices: tuple[Office, ...]
    gender: Gender


@lru_cache(maxsize=512)
def people_of(text: str) -> tuple[Person, ...]:
    """Return the people that a text names in full, in the order in which it first does."""
    names: dict[str, str] = {}
    places: dict[str, list[int]] = {}
    offices: dict[str, list[Office]] = {}
    genders: dict[str, Gender] = {}
    for match in _NAME.finditer(text):
        name, start = _name(match)
        if name is None:
            continue
        key = fold(name)
        told = list(offices_beside(text, start if name != match.group("name") else match.start(), match.end()))
        names.setdefault(key, name)
        places.setdefault(key, []).append(start)
        offices.setdefault(key, []).extend(office for office, _ in told)
        known = [gender for _, gender in told if gender]
        genders[key] = genders.get(key) or _gender_of(match.group("title"), name) or (known[0] if known else None)
    return tuple(Person(names[key], tuple(places[key]), tuple(offices[key]), genders[key]) for key in names)


def _name(match: re.Match[str]) -> tuple[str | None, int]:
    """Return the name a match holds, less a word that only opens its sentence, and where it starts."""
    words, start = match.group("name").split(), match.start("name")
    while words and fold(words[0].split("’")[0].split("'")[0]) in _NO_FIRST:
        start += len(words.pop(0)) + 1
    while len(words) > 2 and _gender_of(None, words[0]) is None and any(_gender_of(None, word) for word in words[1:-1]):
        start += len(words.pop(0)) + 1  # "des États-Unis Donald Trump"
    return (" ".join(words), start) if len(words) > 1 else (None, start)


def _gender_of(title: str | None, name: str) -> Gender:
    first = fold(re.split(r"[\s-]", name, maxsplit=1)[0])
    if title in ("Mme", "Mlle") or first in _FOLDED_WOMEN:
        return "f"
    return "m" if title == "M." or first in _FOLDED_MEN else None


_FOLDED_MEN, _FOLDED_WOMEN = (frozenset(fold(name) for name in names) for names in (MEN, WOMEN))


def offices_by_name(texts: Iterable[str]) -> Mapping[str, tuple[Office, ...]]:
    """Return what some texts call the people they name, by last name, folded; those of whom none tells are left out."""
    found: dict[str, dict[Office, None]] = {}
    for text in texts:
        for person in people_of(text):
            if person.offices:
                found.setdefault(word_list(fold(person.name))[-1], {}).update(dict.fromkeys(person.offices))
    return {name: tuple(offices) for name, offices in found.items()}


def introduced(texts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return for whom the people of some texts can speak: "Marko Telline, porte-parole de la Garde".

    Args:
        texts: of the articles.

    Returns:
        Index term of a last name to the terms of the offices held and their bodies.
    """
    found: dict[str, frozenset[str]] = {}
    for name, offices in offices_by_name(texts).items():
        held = [office for office in offices if office.is_held]
        for last in terms(name) if held else ():
            found[last] = frozenset(term for office in held for term in terms(office.text))
    return found
