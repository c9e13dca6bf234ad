"""What kind of thing a question asks for: a person, a number, a date, a place, a reason."""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.folding import fold

AnswerType = Literal["who", "how_many", "when", "where", "why", "yes_no", "what"]

_PEOPLE = "ministre|president|presidente|premier|dirigeant|dirigeante|chef|secretaire|personne|personnes|responsable"
_PLACES = "villes?|pays|regions?|lieux?|endroits?|capitales?|city|cities|countr(y|ies)|places?"
_SPOTS = "rues?|ports?|quartiers?|villages?|iles?|montagnes?|departements?|provinces?|aeroports?|gares?|prisons?"
_NOUN = r"(\b(le|la|les|un|une|des|du|au|aux|ce|cet|cette|ces|sa|ses|leurs?) |\bl')[a-z-]+"
_WHAT = r"(what|which|quel(le)?s?)"
_IS = "(est |sont |etait |etaient |sera |a ete |ont ete )?"
# In order: the first pattern found decides. Patterns are over folded text, but for the accent of "où".
_PATTERNS: tuple[tuple[AnswerType, str], ...] = (
    ("yes_no", r"^est-ce qu"),
    ("when", rf"\bquand\b|\bwhen\b|\b{_WHAT} (jour|date|annee|mois|moment|heure|day|date|year|month|time)\b"),
    ("when", r"\bdepuis combien de (temps|jours|semaines|mois)|\bhow long\b"),
    ("how_many", rf"\bcombien\b|\bhow (many|much)\b|\bquel(le)? {_IS}(le |la )?(bilan|nombre|montant)\b"),
    ("how_many", r"\bquel(le)?s (sont )?(les )?(bilans?|pertes?|chiffres?)\b|\b(death toll|casualties)\b"),
    # Not the relative: "les villages où vivent les réfugiés sont-ils détruits ?"
    ("where", rf"^(?!.*{_NOUN} où\b).*\boù\b"),
    ("where", rf"^(d')?ou\b|\bwhere\b|\b{_WHAT} (est la )?({_PLACES})\b"),
    ("where", rf"\b(dans|sur|a|au|vers|depuis) quel(le)?s? ({_SPOTS})\b"),
    ("how_many", r"\bquoi l[ea] bilan\b|\bbilan\b.*\b(est|etait|quoi)\b|\bnombre d[e']|\bnumber of\b"),
    ("why", rf"\bpourquoi\b|\bwhy\b|\bpour quelles? raisons?|\bquelles? {_IS}(la |les )?(cause|raison)s?\b"),
    ("why", r"\bwhat (is|was|are|were) the (causes?|reasons?)\b"),
    ("who", r"\bc'est qui\b|(^|\b(a|avec|par|selon|contre|pour|de|chez|sur|et) )qui\b|\bwho(m|se)?\b"),
    ("who", rf"\bquel(le)?s? (est |sont |etait )?(le |la |les )?({_PEOPLE})s?\b"),
    ("who", r"\bcomment s'appelle|\bnoms? d(e|u|es)\b|\bnames? of\b"),
    ("what", r"\b(que|qu|quoi|quel(le)?s?|comment|what|which|how)\b"),
    ("yes_no", r"\b\w+-(il|elle|on)s?\b|^(did|does|do|is|are|was|were|has|have|had|can|could|will|would|should)\b"),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)


def answer_type(question: str) -> AnswerType:
    """Return what a question asks for; "what" when nothing says otherwise."""
    # fold() would merge "où" (where) and "ou" (or), which only the accent tells apart.
    folded = "où".join(fold(part) for part in re.split(r"\b[oO]ù\b", question.strip()))
    return next((kind for kind, pattern in _COMPILED if pattern.search(folded)), "what")
