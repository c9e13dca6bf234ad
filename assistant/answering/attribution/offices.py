"""The offices that an article gives somebody beside the name: "Anne Rey, porte-parole du port", "la maire Odile Roux"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.language.folding import fold, word_list

Gender = Literal["m", "f"] | None

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
    r"|leader|vainqueur|émissaire|envoyée?|homologue|souverain\w*|monarque|sergente?|caporale?|major|adjudante?)"
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
_BODY = re.compile(r"\s(?:de\sl[’']|d[’']|de\s(?:la\s)?|des?\s|du\s|aux?\s|chez\s|en\s|pour\s)(?P<body>.+)$")
_REACH = 130
_SMALL = frozenset("de du des d la le les l et à au aux en pour sur un une son sa".split())
_PRIVATE = frozenset(
    "voisin riverain temoin veuv veuf epou epous mari femm homm oncl tant cousin fils fill per mer frer soeur locatair"
    " proprietair retrait vainqueur".split()
)


@dataclass(frozen=True, slots=True)
class Office:
    """What an article calls a person: "porte-parole de la Ligue".

    Attributes:
        head: the root of its first noun.
        words: all its words that mean something, folded.
        text: in the article's words, without an article before.
    """

    head: str
    words: frozenset[str]
    text: str

    @property
    def body(self) -> str | None:
        """What the office is of, in the article's words: "Ligue"; None where that is not said."""
        found = _BODY.search(self.text)
        return found["body"] if found else None

    @property
    def is_held(self) -> bool:
        """Whether one holds it, as a mayor does; a neighbour or a widow speaks for nobody else."""
        return self.head not in _PRIVATE


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


def offices_beside(text: str, start: int, end: int) -> Iterator[tuple[Office, Gender]]:
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
    return Office(root(found.group("head")), content(words), words), gender
