"""The places that words put something in: "à Suspa", "dans le district de Nafadi"."""

from __future__ import annotations

import re

from assistant.answering.figures.sides import sides_in
from assistant.language.folding import fold
from assistant.language.words import terms

_PLACED = re.compile(
    r"(?<!\w)(?<!commissaire )(?<!ministre )(?<!délégué )(?<!déléguée )(?<!secrétaire )"
    r"(?i:à|a(?=\s[A-ZÀ-Þ])|au|aux|en|dans (?:la|le|les|l[’'])"
    r"|(?:près|district|province|région|ville|département|hameau|village|bourg|commune|camp|quartier|port|marché|gare"
    r"|école|base|aéroport|île|vallée|faubourg) d[eu’'])\s?"
    r"(?:l[’']|la |le )?(?P<name>[A-ZÉÈÎ][\w’'-]+(?:\s[A-ZÉÈÎ][\w’'-]+)*)"
)
_MONTHS = frozenset("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split())


def placed_in(words: str) -> frozenset[str]:
    """Return the index terms and the keys of the places named after a preposition, months left out."""
    named = [match["name"] for match in _PLACED.finditer(words)]
    return frozenset(term for name in named for term in (*terms(name), *sides_in(name)) if fold(name) not in _MONTHS)
