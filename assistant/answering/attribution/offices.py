"""The offices that an article gives somebody beside the name: "Anne Rey, 54 ans, porte-parole du port"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.language.folding import fold, word_list

Gender = Literal["m", "f"] | None

# The office a person holds or the kind of person: what a description begins with.
HUMAN = (
    r"(?:\w+(?:teur|trice|seur|leur|neur|reur|deur|geur|veur|euse|iste|ien|ienne|logue|crate|naire|taire|dente?"
    r"|iatre|ant"
    r"|ante)|porte-parole|ministre|maire|chef|cheffe|préf[eè]te?|députée?|élue?|avocate?|docteure?|professeure?|médecin"
    r"|juge|procureure?|magistrate?|officier|officière|capitaine|commandante?|colonel(?:le)?|générale?|lieutenante?"
    r"|brigadier|commissaire|patron(?:ne)?|pdg|déléguée?|premier|première|roi|reine|pape|évêque|prêtre|imam|père|mère"
    r"|frère|sœur|fils|fille|veuve|veuf|époux|épouse|mari|femme|homme|oncle|tante|cousine?|boulanger|boulangère"
    r"|infirmi(?:er|ère)|ouvri(?:er|ère)|pêcheur|berger|bergère|mareyeuse|coutur\w+|retraitée?|juriste|analyste|poète"
    r"|économiste|hydrologue|historienn?e?|secrétaire|propriétaire|locataire|rapporteure?|témoin|riveraine?|voisine?"
    r"|entraîneure?|entraîneuse|joueur|joueuse|coach|artiste|peintre|syndicaliste|opposante?|candidate?|adjointe?"
    r"|conseill(?:er|ère)|gouverneure?|notaire|géomètre|ingénieure?|technicienn?e?|pilote|curé|principale?|recteur"
    r"|rectrice|doyenn?e?|bâtonni(?:er|ère)|greffi(?:er|ère)|préposée?|employée?|salariée?|cadre|chargée?|responsable"
    r"|leader|vainqueur|émissaire|envoyée?|homologue|souverain\w*|monarque|sergente?|caporale?|major|adjudante?)"
)
_BEFORE_HEAD = r"(?:(?:vice|ex|sous|co)-|(?:ancien|actuel)(?:ne|le)?\s|nouve(?:au|lle)\s|jeune\s|futur\w?\s)?"
_OFFICE = re.compile(
    rf"(?<![\w’'-])(?P<det>(?:[Ll][ea]|[Ss]on|[Ss]a|[Ll]eur|[Uu]ne?|[Cc]e|[Cc]ette|[Nn]otre|[Dd]u|[Aa]u)\s|[Ll][’'])?"
    rf"(?P<office>{_BEFORE_HEAD}(?P<head>{HUMAN})(?![\w’'-])[^,;:.!?«»()\n]{{0,90}})$",
    re.IGNORECASE,
)
# What needs no "le" before it to be an office: "Ministre de la Santé, Marc Vial ..." but not "Répondant à tous, ...".
_POST = (
    r"(?:(?:vice-|co)?présidente?|ministre|premi(?:er|ère) ministre|maire|préf[eè]te?|députée?|sénat(?:eur|rice)"
    r"|porte-parole|(?:co)?direct(?:eur|rice)|secrétaire|cheffe?|procureure?|commissaire|capitaine|colonel(?:le)?"
    r"|commandante?|médecin|avocate?|professeure?|pdg|patronne?|responsable|déléguée?|conseill(?:er|ère)|gouverneure?"
    r"|(?:co)?fondat(?:eur|rice)|coordinat(?:eur|rice)|adjointe?|juge|doyenne?|recteur|rectrice|rapporteure?"
    r"|économiste|historienne?|chercheu(?:r|se)|ingénieure?|évêque|ambassad(?:eur|rice))"
)
_BODIES = (
    r"(?:association|syndicat|ligue|collectif|comité|parti|ong|fédération|confédération|union|agence|institut"
    r"|université|hôpital|ministère|parquet|préfecture|mairie|police|gendarmerie|cabinet|société|groupe|compagnie"
    r"|entreprise|direction|fondation|observatoire|centre)"
)
_REST = r"(?![\w’'-])(?:\s\([^()\n]{1,20}\))?[^,;:.!?«»()\n]{0,90}"
_DASH = r"(?:,\s|\s\(|\s[–—]\s)"
_ASIDE = (
    r"(?:\d{1,3}\sans,\s)?(?:(?:alors|lui-même|elle-même|aussi|également|désormais|longtemps|qui (?:est|était))\s)?"
)
_BESIDE = re.compile(
    rf"{_DASH}{_ASIDE}(?P<det>(?:le|la|un|une)\s|l[’'])?(?P<office>{_BEFORE_HEAD}(?P<head>{HUMAN}){_REST})",
    re.IGNORECASE,
)
_ALSO = re.compile(rf",\s(?P<det>)(?P<office>{_BEFORE_HEAD}(?P<head>{_POST}){_REST})(?=[,.)])", re.IGNORECASE)
_IS = re.compile(
    rf"\s(?:est|était|devient|est devenue?|a été (?:nommée?|élue?|désignée?))\s(?:alors\s|désormais\s|aussi\s)?"
    rf"(?P<det>(?:le|la)\s|l[’'])?(?P<office>{_BEFORE_HEAD}(?P<head>(?!responsable){_POST})(?=[,.]|\s(?:d[eu]s?\s|d[’']|adjoint"
    rf"|général|délégué|national|depuis)){_REST})",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    rf"\W*(?:(?:nommée?|élue?|devenue?)\s)?(?P<det>)(?P<office>{_BEFORE_HEAD}(?P<head>{_POST}){_REST}),\s*$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    rf",\s(?:du\s|des\s|de\s(?:l[ae]\s|l[’'])?)(?P<body>(?:{_BODIES}(?![\w-])|[A-Z]{{2,}}(?!\w))[^,;:.!?«»()\n]{{0,60}})"
)
_LEADS = re.compile(
    r",\s(?:(?P<verb>qui\s(?:dirige|préside|représente))|à la tête d(?:e|u|es))(?P<of>\s[^,;:.!?«»()\n]{1,60})"
)
_LED = {"qui préside": "president", "qui représente": "representant"}
_ANOTHER = re.compile(rf"(?i:{_BEFORE_HEAD}{HUMAN})\s[A-ZÀ-Þ][\w’-]+\s[A-ZÀ-Þ]")  # ", le préfet Paul Roux": not he
_HEAD = re.compile(rf"{_BEFORE_HEAD}(?P<head>{HUMAN})(?![\w’'-])", re.IGNORECASE)
_JOINT = re.compile(rf"\set\s(?={_BEFORE_HEAD}{_POST}(?![\w’'-]))", re.IGNORECASE)
_CUT = re.compile(
    r"\s(?:a|ont|est|sont|avait|était|qui|que|dont|se|ne|s[’']est|n[’']\w+|depuis|et (?:l[ea]|l[’']|son|sa|une?"
    r"|M\.|Mme)|à la retraite|où|lors|devant|en (?:\d{4}|janvier|février|mars|avril|mai|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre))(?!\w)"
)
_BODY = re.compile(r"\s(?:de\sl[’']|d[’']|de\s(?:la\s)?|des?\s|du\s|aux?\s|chez\s|en\s|pour\s)(?P<body>.+)$")
_AND = re.compile(r"\s(?:et|ou)\s*$")
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
        head: the root of its first noun; empty where only the body is told ("Anne Rey, de la ligue des bergers").
        words: all its words that mean something, folded.
        text: in the article's words, without an article before.
    """

    head: str
    words: frozenset[str]
    text: str

    @property
    def body(self) -> str | None:
        """What the office is of, in the article's words: "Ligue"; None where that is not said."""
        if _HEAD.match(self.text) is None:
            return self.text
        found = _BODY.search(self.text)
        return found["body"] if found else None

    @property
    def body_words(self) -> frozenset[str]:
        """The words of its body that mean something, folded."""
        return _body_words(self)

    @property
    def is_held(self) -> bool:
        """Whether one holds it, as a mayor does; a neighbour or a widow speaks for nobody else."""
        return self.head not in _PRIVATE


@lru_cache(maxsize=4096)
def _body_words(office: Office) -> frozenset[str]:
    return content(office.body or "")


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
    for found in (*_before(text, start), *_after(text, end)):
        yield from _read(found)
    if leads := _LEADS.match(text, end):
        told = _CUT.split(leads["of"])[0]
        yield Office(_LED.get(leads["verb"] or "", "dirigeant"), content(told), told.strip()), None
    if of_body := _OF_BODY.match(text, end):
        told = _CUT.split(of_body["body"])[0]
        yield Office("", content(told), told), None


def _before(text: str, start: int) -> Iterator[re.Match[str]]:
    """Yield the descriptions right before a name, the nearest first."""
    before = re.split(r"[.!?;:«»()\n]\s", text[max(0, start - _REACH) : start])[-1]
    # "le porte-parole du maire, Hugo Blin", but "le porte-parole du maire Hugo Blin"
    longest = before.rstrip().endswith(",")
    found = False
    for part in reversed(re.split(r",\s", before.rstrip(" ,"))[-2:]):
        tails = list(_tails(part))
        if not tails:
            break
        yield tails[0 if longest else -1]
        longest = found = True
    if not found and len(before) < min(start, _REACH) + 1 and (fronted := _FRONTED.match(before)):
        yield fronted


def _after(text: str, end: int) -> Iterator[re.Match[str]]:
    """Yield the descriptions right after a name, one after the other."""
    found = _BESIDE.match(text, end)
    found = None if found and _ANOTHER.match(found["office"]) else found or _IS.match(text, end)
    while found is not None:
        yield found
        found = _ALSO.match(text, found.end())


def _tails(part: str) -> Iterator[re.Match[str]]:
    """Yield the descriptions that a stretch ends with, the longest that begins with an office first."""
    for place in [0, *(space.end() for space in re.finditer(r"[\s’']", part))]:
        found = _OFFICE.match(part, place)
        if found and found.group("det") and not _CUT.search(found.group("office")) and not _AND.search(part):
            yield found


def _read(found: re.Match[str]) -> Iterator[tuple[Office, Gender]]:
    """Yield the offices of one description: "maire de Brast et présidente du port" has two."""
    determiner = (found.group("det") or "").strip().lower()
    gender: Gender = (
        "f"
        if determiner in ("la", "une", "sa", "cette")
        else "m"
        if determiner in ("le", "un", "ce", "du", "au")
        else None
    )
    for words in _JOINT.split(_CUT.split(found.group("office"))[0]):
        head = _HEAD.match(words)
        yield Office(root(head["head"] if head else found["head"]), content(words), words.strip(" –—")), gender
