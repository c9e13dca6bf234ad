"""The people an article names, each with the offices and titles it gives them: "Anne Rey, porte-parole du port"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.answering.attribution.first_names import MEN, WOMEN
from assistant.language.folding import fold, word_list

Gender = Literal["m", "f"] | None

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
# The office a person holds or the kind of person: what a description begins with.
HUMAN = (
    r"(?:\w+(?:teur|trice|seur|leur|neur|reur|deur|geur|veur|euse|iste|ien|ienne|logue|crate|naire|taire|dente?"
    r"|iatre|ant"
    r"|ante)|porte-parole|ministre|maire|chef|cheffe|préf[eè]te?|députée?|élue?|avocate?|docteure?|professeure?|médecin"
    r"|juge|procureure?|magistrate?|officier|officière|capitaine|commandante?|colonelle?|générale?|lieutenante?"
    r"|brigadier|commissaire|patron(?:ne)?|pdg|déléguée?|premier|première|roi|reine|pape|évêque|prêtre|imam|père|mère"
    r"|frère|sœur|fils|fille|veuve|veuf|époux|épouse|mari|femme|homme|oncle|tante|cousine?|boulanger|boulangère"
    r"|infirmi(?:er|ère)|ouvri(?:er|ère)|pêcheur|berger|bergère|mareyeuse|coutur\w+|retraitée?|juriste|analyste|poète"
    r"|économiste|hydrologue|historienn?e?|secrétaire|propriétaire|locataire|rapporteure?|témoin|riveraine?|voisine?"
    r"|entraîneure?|entraîneuse|joueur|joueuse|coach|artiste|peintre|syndicaliste|opposante?|candidate?|adjointe?"
    r"|conseill(?:er|ère)|gouverneure?|notaire|géomètre|ingénieure?|technicienn?e?|pilote|curé|principale?|recteur"
    r"|rectrice|doyenn?e?|bâtonni(?:er|ère)|greffi(?:er|ère)|préposée?|employée?|salariée?|cadre|chargée?|responsable"
    r"|vainqueur|émissaire|envoyée?|homologue|souverain\w*|monarque|sergente?|caporale?|major|adjudante?)"
)
_BEFORE_HEAD = r"(?:(?:vice|ex|sous|co)-|ancien(?:ne)?\s|nouve(?:au|lle)\s|jeune\s|futur\w?\s)?"
_OFFICE = re.compile(
    rf"(?<![\w’'-])(?P<det>(?:[Ll][ea]|[Ss]on|[Ss]a|[Ll]eur|[Uu]ne?|[Cc]e|[Cc]ette|[Nn]otre|[Dd]u|[Aa]u)\s|[Ll][’'])?"
    rf"(?P<office>{_BEFORE_HEAD}(?P<head>{HUMAN})(?![\w’'-])[^,;:.!?«»()\n]{{0,90}})$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf",\s(?:(?P<det>(?:le|la|un|une)\s"
    rf"|l[’'])?(?P<office>{_BEFORE_HEAD}(?P<head>{HUMAN})(?![\w’'-])[^,;:.!?«»()\n]{{0,90}}))",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s(?:a|ont|est|sont|avait|était|qui|que|dont|se|ne|s[’']est|n[’']\w+|depuis|et (?:l[ea]|l[’']|son|sa|une?"
    r"|M\.|Mme)|à la retraite|où|lors|devant)(?!\w)"
)
_REACH = 130
_SMALL = frozenset("de du des d la le les l et à au aux en pour sur un une son sa".split())


@dataclass(frozen=True, slots=True)
class Office:
    """What an article calls a person: the root of its first noun, and all its words, folded."""

    head: str
    words: frozenset[str]


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


def root(noun: str) -> str:
    """Return a noun for a person without what tells a woman from a man: "directrice" and "directeur" are one."""
    folded = fold(noun)
    for ending, other in (("trice", "teur"), ("euse", "eur"), ("ienne", "ien"), ("iere", "ier"), ("eure", "eur")):
        if folded.endswith(ending):
            return folded.removesuffix(ending) + other
    return folded.rstrip("e")


def content(words: str) -> frozenset[str]:
    """Return the words of a description that mean something, folded."""
    return frozenset(word_list(fold(words.replace("’", " ").replace("'", " ")))) - _SMALL


@lru_cache(maxsize=64)
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
        told = list(_offices(text, start if name != match.group("name") else match.start(), match.end()))
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


def _offices(text: str, start: int, end: int) -> Iterator[tuple[Office, Gender]]:
    """Yield what stands beside a name and says who bears it, with the gender that its article tells."""
    before = re.split(r"[.!?;:«»()\n]\s", text[max(0, start - _REACH) : start])[-1]
    longest = before.rstrip().endswith(
        ","
    )  # "le porte-parole du maire, Hugo Blin", but "le porte-parole du maire Hugo Blin"
    for part in reversed(re.split(r",\s", before.rstrip(" ,"))[-2:]):
        tails = list(_tails(part))
        if not tails:
            break
        yield _office(tails[0 if longest else -1])
        longest = True
    if (beside := _BESIDE.match(text, end)) is not None:
        yield _office(beside)


def _tails(part: str) -> Iterator[re.Match[str]]:
    """Yield the descriptions that a stretch ends with, the longest that begins with an office first."""
    for place in [0, *(space.end() for space in re.finditer(r"[\s’']", part))]:
        found = _OFFICE.match(part, place)
        if found and found.group("det") and not _CUT.search(found.group("office")):
            yield found


def _office(found: re.Match[str]) -> tuple[Office, Gender]:
    words = _CUT.split(found.group("office"))[0]
    determiner = (found.group("det") or "").strip().lower()
    gender: Gender = (
        "f"
        if determiner in ("la", "une", "sa", "cette")
        else "m"
        if determiner in ("le", "un", "ce", "du", "au")
        else None
    )
    return Office(root(found.group("head")), content(words)), gender
