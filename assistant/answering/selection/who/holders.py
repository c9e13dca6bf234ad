"""Who a sentence says holds which office: every name in it beside which an office stands.

"Le président azerbaïdjanais Aliev", "Anne Rey, maire de Brast", "les ministres de la Défense russe et turc, A et B",
"le ministre russe, A, et son homologue turc, B", "une réunion présidée par Anne Rey".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.attribution.offices import HUMAN, offices_beside
from assistant.answering.selection.who.office_words import canonical, head_of
from assistant.language.folding import fold
from assistant.language.words import terms

_CAPITAL = r"[A-ZÉÈÊÎÂÔÇÖÜŠŽÁ][\wà-ÿ’'-]*[\wà-ÿ]"
_SMALL = r"(?:d[eu]\s|d[’']|van\s|von\s|al-|el-|ben\s|bin\s|da\s|di\s)"
_NAME = re.compile(rf"(?<![\w’'-])(?:(?:MM?\.|Mmes?|Mlle|Me|Dr|Pr)\s)?(?P<name>{_CAPITAL}(?:\s{_SMALL}?{_CAPITAL})*)")
_HOMOLOGUE = "homologu"
_OPENING = re.compile(
    r"^(?:(?:Pour|Selon|Avec|Contre|Chez|Interrogée?|Interviewée?|Dès|Et|Mais|Si|Quand|Depuis|Comme|Le|La|Les|Un|Une"
    r"|Monsieur|Madame|Son|Sa|Ancien(?:ne)?|Joint|Jointe)\s|D[’']après\s)+"
)
_OPENS = re.compile(r"(?:^|[.!?…:«“\"»]\s?|\n)\s*$")
_OF = re.compile(r"(?:\b(?:de|du|des|la|le|les|à|au|aux|en|chez|par|sur|et|of|the)\s|[’'])$", re.IGNORECASE)
_LIST = re.compile(
    rf"\b(?i:les|des|aux|ses|leurs|deux)\s(?P<office>(?:{HUMAN})s?\s[^;:.!?«»()\n]{{3,90}}?),?\s"
    rf"(?P<one>{_CAPITAL}(?:\s{_SMALL}?{_CAPITAL})+)\s(?:et|and)\s(?P<two>{_CAPITAL}(?:\s{_SMALL}?{_CAPITAL})+)"
)
_BY = re.compile(
    rf"(?P<body>(?:[\w’'-]+,?\s){{1,8}}?)(?P<verb>dirigée?s?|présidée?s?|commandée?s?|emmenée?s?)\spar\s"
    rf"(?:M\.\s|Mme\s)?(?P<name>{_CAPITAL}(?:\s{_SMALL}?{_CAPITAL})+)"
)
_HEADS = re.compile(
    rf"(?P<name>{_CAPITAL}(?:\s{_SMALL}?{_CAPITAL})+)(?:,\s[^,;:.!?«»()\n]{{2,50}})?,?\s(?:qui\s)?"
    r"(?P<verb>dirige|dirigeait|préside|présidait|commande)\s(?P<body>[^,;:.!?«»()\n]{2,60})"
)
_BECOMES = re.compile(
    rf"(?P<name>{_CAPITAL}(?:\s{_SMALL}?{_CAPITAL})+)(?:\s\([^()\n]{{2,40}}\))?,?\s(?:qui\s)?(?:(?:est|était|sera|devient"
    r"|deviendra|est devenue?|(?:a|est|avait) (?:été )?(?:élue?|nommée?|désignée?|choisie?|réélue?)(?: comme)?)\s"
    r"(?:officiellement\s|désormais\s)?)(?:l[ea]\s|l[’'])?(?P<office>[^,;:.!?«»()\n]{3,80})"
)
_ELECTED = re.compile(
    rf"(?P<name>{_CAPITAL}(?:\s{_SMALL}?{_CAPITAL})+)(?:\s\([^()\n]{{2,40}}\))?,?\s(?:a\s|avait\s)?(?:remport|gagn|emport)\w+\s"
    r"[^,;:.!?«»()\n]{0,70}?\b(?P<vote>municipale|présidentielle|élection présidentielle)s?\b"
    r"(?P<body>[^,;:.!?«»()\n]{0,60})"
)
_VOTES = {"municipale": "maire", "présidentielle": "président", "élection présidentielle": "président"}
_NEW = re.compile(
    r"\b(?:nouv(?:eau|elle)|prochaine?|futur|sera|deviend\w+|devient|élue?|nommée?|désignée?|succède\w*|remplac\w+"
    r"|remport\w+|prend la tête|entre en fonction)\b"
)
_LED = {"dirig": "dirigeant", "presid": "president", "command": "commandant", "emmene": "dirigeant"}


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody of whom a sentence says an office.

    Attributes:
        name: as written there.
        start: where the name stands in the article's text.
        end: where it ends.
        head: root of the office's noun.
        office: the office in its one form, in the article's words else.
        said: its index terms.
    """

    name: str
    start: int
    end: int
    head: str
    office: str
    said: frozenset[str]


@lru_cache(maxsize=4096)
def holders_in(text: str, start: int, end: int) -> tuple[Holder, ...]:
    """Return the names of a sentence that have an office beside them, in order, one entry for each office.

    Args:
        text: the article's text.
        start: where the sentence starts in it.
        end: where it ends.
    """
    listed = list(_listed(text, start, end))
    own = [one for one in _beside(text, start, end) if one.start not in {other.start for other in listed}]
    return tuple(sorted([*listed, *own, *_led(text, start, end)], key=lambda one: one.start))


def _beside(text: str, start: int, end: int) -> Iterator[Holder]:
    last = ""
    for found in _NAME.finditer(text, start, end):
        name = _OPENING.sub("", found["name"])
        first = found.end() - len(name)
        whole = len(name.split()) > 1
        if _OF.search(text[max(0, found.start() - 8) : found.start()]):
            continue
        if not whole and (_OPENS.search(text[max(start, first - 4) : first]) or first == start):
            continue
        if all(term.startswith("@") for term in terms(name)):
            continue
        offices = [canonical(office.text) for office, _ in offices_beside(text, found.start(), found.end())]
        likened = [said for said in offices if head_of(said) == _HOMOLOGUE]
        if likened and last:
            offices = [f"{_less_names(last)} {likened[0]}"]
        for said in offices:
            if head := head_of(said):
                yield Holder(name, first, found.end(), head, said, frozenset(terms(said)))
                last = said


def _less_names(office: str) -> str:
    """Return an office without the country it is of: "ministre des affaires étrangères"."""
    return " ".join(word for word in office.split() if not any(term.startswith("@") for term in terms(word)))


def _listed(text: str, start: int, end: int) -> Iterator[Holder]:
    """Yield two who hold the same office of two bodies: the first name goes with the first body."""
    for found in _LIST.finditer(text, start, end):
        said = canonical(re.sub(r"(?<=\w)s\b", "", found["office"]))
        own = terms(said)
        bodies = [term for term in own if term.startswith("@")]
        for place, group in enumerate(("one", "two")):
            if len(bodies) == 2:
                kept = frozenset(term for term in own if term != bodies[1 - place])
                yield Holder(found[group], *found.span(group), head_of(said), said, kept)


def _led(text: str, start: int, end: int) -> Iterator[Holder]:
    for pattern in (_BY, _HEADS):
        for found in pattern.finditer(text, start, end):
            verb = next(head for stem, head in _LED.items() if fold(found["verb"]).startswith(stem))
            yield Holder(
                found["name"], *found.span("name"), verb, found["body"].strip(), frozenset(terms(found["body"]))
            )
    for found in _BECOMES.finditer(text, start, end):
        said = canonical(found["office"])
        if head := head_of(said):
            yield Holder(found["name"], *found.span("name"), head, said, frozenset(terms(said)))
    for found in _ELECTED.finditer(text, start, end):
        said = f"{_VOTES[found['vote']]} {found['body']}"
        yield Holder(found["name"], *found.span("name"), head_of(said), said, frozenset(terms(said)))


def is_new(text: str) -> bool:
    """Tell whether a sentence says that somebody comes to an office."""
    return _NEW.search(text) is not None
