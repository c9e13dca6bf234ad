"""Who "il" or "elle" is when it speaks: the speaker of the sentences before, or else whom they are about.

The rules are shallow: agreement in number and, where an article or a title tells it, in gender; the nearest that
agrees is taken, and only a name, an office or a body that can speak.
"""

from __future__ import annotations

import re

from assistant.answering.attribution.subjects import clean, is_subject

_SEVERAL = re.compile(r"(?:les|des|plusieurs|certaine?s|deux|trois|ces|ses|leurs)\s", re.IGNORECASE)
_JOINED = re.compile(r"\s(?:et|ou)\s(?=l[ea’']|[A-ZÉ])")
_NOT_IL = re.compile(r"(?:la|une|cette|mme|sa|ma)\s", re.IGNORECASE)
_NOT_ELLE = re.compile(r"(?:le|un|ce|m\.|son (?:frère|père|fils|mari))\s", re.IGNORECASE)
_VERB = re.compile(
    r"\s(?:ne|n[’']|s[’']|se|a|ont|est|sont|était|étaient|avait|avaient|fait|vient|va|dresse|lance|prend|quitte"
    r"|rejoint|reste"
    r"|\w{3,}(?:ait|aient|erait))(?=[\s’']|$)|\s[ns][’']"
)
_AGENT = re.compile(r"\spar (l[ea’'] ?[^,;:.«»()]*?[A-ZÉ][\w’-]+(?: [^,;:.«»()]*)?)")
_CAN_SPEAK = re.compile(
    r"(?:\w(?:eur|euse|trice|iste|ienne?|logue|crate|aire|tant|tante|dent|dente)s?|ministre|ministère|maire|chef"
    r"|veuve"
    r"|femme|homme|roi|reine|pape|évêque|prêtre|témoin|avocate?|policiers?|pompiers?|syndicats?|gouvernement|ONG"
    r"|parti"
    r"|groupe|entreprise|société|police|armée|porte-parole|élue?|députée?|général|colonel|capitaine|athlète|artiste"
    r"|candidate?s?|sénat\w+|présidente?|associations?|organisation|collectif|autorités|préfecture|mairie|État|pays"
    r"|frère|sœur|père|mère|fils|fille)(?!\w)",
)
_MOST_WORDS = 14


def agrees(pronoun: str, speaker: str) -> bool:
    """Tell whether a pronoun can stand for a speaker, by number and gender."""
    several = _SEVERAL.match(speaker) or _JOINED.search(speaker)
    if bool(several) != pronoun.endswith("s"):
        return False
    other = {"il": _NOT_IL, "elle": _NOT_ELLE}.get(pronoun)
    return other is None or other.match(speaker) is None


def spoken_of(sentence: str, pronoun: str) -> str | None:
    """Return whom a sentence is about that a pronoun after it can stand for: its subject, or the doer in a passive."""
    agents = (match.group(1) for match in _AGENT.finditer(sentence))
    for found in (_subject(sentence), *agents):
        name = clean(found) if found else None
        if name and _is_somebody(name) and agrees(pronoun, name):
            return name
    return None


def _subject(sentence: str) -> str | None:
    """Return the first noun phrase that a verb follows, or that a comma and a name follow."""
    for part in re.split(r",\s", sentence)[:3]:
        cut = _VERB.search(part)
        subject = part[: cut.start()] if cut else part
        if is_subject(subject) and len(subject.split()) <= _MOST_WORDS:
            return subject
    return None


def _is_somebody(name: str) -> bool:
    return re.search(r"(?:\s|[’'])[A-ZÉÈ]", name) is not None or _CAN_SPEAK.search(name) is not None
