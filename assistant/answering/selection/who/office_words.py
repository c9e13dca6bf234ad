"""Offices in one form, whatever the words: who heads the diplomacy is the minister of foreign affairs.

English offices are read as French ones, and what is written in two words or with a hyphen is one word here.
"""

from __future__ import annotations

import re

from assistant.answering.attribution.offices import HUMAN, root
from assistant.language.folding import fold

HEAD = re.compile(
    rf"(?P<other>(?:ancien|ex-|vice-|co-|sous-|previous\s|former\s)(?:ne|e)?\s?)?"
    rf"(?:(?P<new>nouv(?:eau|elle)|prochaine?|future?)\s)?(?:(?:actuel(?:le)?|jeune|grand)[\s-])?"
    rf"(?P<head>premierministre|porteparole|chefétatmajor|maître(?:sse)?|{HUMAN})(?![\w’'-])",
    re.IGNORECASE,
)
"""What an office begins with, in its one form."""
_SAME = (
    (
        re.compile(r"\b(?:chef(?:fe)?|patron(?:ne)?) de la diplomatie\b", re.IGNORECASE),
        "ministre des affaires étrangères",
    ),
    (re.compile(r"\bchef(?:fe)? de l['’]état(?!-major)\b", re.IGNORECASE), "président"),
    (re.compile(r"\bchef(?:fe)? (?:du gouvernement|de l['’]exécutif)\b", re.IGNORECASE), "premierministre"),
    (re.compile(r"\bpremi(?:er|ère)[ -]ministre\b", re.IGNORECASE), "premierministre"),
    (re.compile(r"\b(?:chef(?:fe)?|patron(?:ne)?) de l['’]entreprise\b", re.IGNORECASE), "patron"),
    (re.compile(r"\bporte-parole\b", re.IGNORECASE), "porteparole"),
    (re.compile(r"\bchef(?:fe)? d['’]état-major\b", re.IGNORECASE), "chefétatmajor"),
)
_ENGLISH = (
    (r"prime minister", "premierministre"),
    (r"foreign (?:affairs )?minister|top diplomat|minister of foreign affairs", "ministre des affaires étrangères"),
    (r"(?:defence|defense) minister|minister of defen[cs]e", "ministre de la défense"),
    (r"interior minister|minister of the interior", "ministre de l'intérieur"),
    (r"(?:finance|economy) minister", "ministre des finances"),
    (r"health minister|minister of health", "ministre de la santé"),
    (r"justice minister|minister of justice", "ministre de la justice"),
    (r"secretary[- ]general", "secrétaire général"),
    (r"secretary of state", "secrétaire d'état"),
    (r"mayor", "maire"),
    (r"spokes(?:man|woman|person)", "porteparole"),
    (r"chief of staff", "chefétatmajor"),
    (r"ceo|chief executive(?: officer)?|managing director", "pdg"),
    (r"chair(?:man|woman|person)?|president", "président"),
    (r"head|leader|boss|chief", "chef"),
    (r"director", "directeur"),
    (r"governor", "gouverneur"),
    (r"minister", "ministre"),
    (r"king", "roi"),
    (r"queen", "reine"),
    (r"pope", "pape"),
    (r"captain", "capitaine"),
    (r"prosecutor", "procureur"),
    (r"lawyer", "avocat"),
    (r"coach", "entraîneur"),
    (r"ambassador", "ambassadeur"),
    (r"prefect", "préfet"),
)


_OTHER = re.compile(
    r"(?:ancien|ex-|vice-|futur|sous-|candidat)"
    r"|.*\b(?:adjointe?s?|par interim|demissionnaire|de l.epoque|d.alors|d.antan)\b"
)


def canonical(office: str) -> str:
    """Return an office in its one form: "chef de la diplomatie" is the minister of foreign affairs."""
    for pattern, same in _SAME:
        office = pattern.sub(same, office)
    return office


def in_french(phrase: str) -> str:
    """Return an English phrase with its office before what it is of, in French: "ministre de la défense of Turkey"."""
    for english, french in _ENGLISH:
        found = re.search(rf"\b(?:{english})\b", phrase, re.IGNORECASE)
        if found:
            return f"{french} {phrase[: found.start()]} {phrase[found.end() :]}"
    return phrase


def head_of(office: str) -> str:
    """Return the root of the noun of an office in its one form; empty where it has none."""
    found = HEAD.match(office)
    return root(found["head"]) if found else ""


def is_other(office: str) -> bool:
    """Tell whether an office as an article has it is a former one, a deputy's or one that is to come."""
    said = fold(office)
    return _OTHER.match(said) is not None
