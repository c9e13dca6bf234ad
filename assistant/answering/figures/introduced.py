"""What the people of some articles are, as the words beside their names say: « la maire, Ana Belmor »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from assistant.language.words import terms

_INTRODUCED = re.compile(
    r"(?P<office>(?<!\w)(?:l[ea]s?\s|l[’']|son\s|sa\s|un\s|une\s)?[a-zà-ÿ][\w’'-]*(?:\s[\w’'-]+){0,9}?),?\s"
    r"(?P<name>[A-ZÀ-Þ][\w’-]+(?:\s(?:de\s|du\s|d[’'])?[A-ZÀ-Þ][\w’-]+)+)(?=[,.;:]|\s[a-zà-ÿ(])"
)
_APPOSED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w’-]+(?:\s(?:de\s|du\s|d[’'])?[A-ZÀ-Þ][\w’-]+)+),\s"
    r"(?P<office>(?:l[ea]\s|l[’'])?[a-zà-ÿ][\w’'-]*(?:\s[\w’'-]+){0,9}?)(?=[,.;:)])"
)
_OFFICE = re.compile(
    r"(?<!\w)(?:porte-parole|président\w*|directeur|directrice|secrétaire|ministre|commissaire|préfète?|maire|chefs?"
    r"|patronn?e?"
    r"|délégué\w*|responsable|représentante?|coordinat\w+|général\w*|colonelle?|commandante?|capitaine|procureure?"
    r"|gouverneure?"
    r"|médecin|docteure?|avocate?|fondat\w+|dirigeante?|cheffe|conseill\w+|adjointe?|députée?|sénat\w+|leader)(?!\w)",
    re.IGNORECASE,
)


def introduced(texts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return what the people of some texts are: "Marko Telline, porte-parole de la Garde".

    Args:
        texts: of the articles.

    Returns:
        Index term of a last name to the terms of the office and the body that articles give beside the name.
    """
    found: dict[str, set[str]] = {}
    for text in texts:
        for name, office in _introductions(text):
            found.setdefault(name, set()).update(office)
    return {name: frozenset(office) for name, office in found.items()}


@lru_cache(maxsize=512)
def _introductions(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    pairs = [(match["name"], match["office"]) for form in (_INTRODUCED, _APPOSED) for match in form.finditer(text)]
    return tuple(
        (last, frozenset(terms(office)))
        for name, office in pairs
        if _OFFICE.search(office) and (last := next(iter(terms(name.split()[-1])), ""))
    )
