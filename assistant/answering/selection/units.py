"""What a question asks for more narrowly than its first word says: an hour, an age, a sum, a length, a name."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.selection.folded import folded
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.when_where.place_held import content_words
from assistant.language.folding import fold
from assistant.retrieval.query import Query

# What a question asks for, more narrowly than its first word says, and how a text says it. Both over folded text.
_UNITS = tuple(
    (re.compile(asks), re.compile(says))
    for asks, says in (
        (
            r"\b(?:quelle heure|what time)\b",
            r"\b\d{1,2} ?(?:h(?: ?\d\d)?|heures?)\b|\b\d{1,2}:\d\d\b|\bmidi\b|\bminuit\b|\bmatin\b|\bsoir\b"),
        (
            r"\b(?:combien d(?:e |')(?:temps|jours|semaines|mois|annees|heures|minutes)|how long|quelle duree"
            r"|dur(?:e|era)-t)\b",
            r"\b(?:\w+ )?(?:ans?|annees?|jours?|semaines?|mois|heures?|minutes?|secondes?|siecles?|depuis|pendant|jusqu"
            r"|quinzaine|huitaine)\b|\b\d+ ?h\b",
        ),
        (r"\b(?:quel age|how old)\b", r"\b\d+ (?:ans|mois)\b|\bne[e]? en\b|\bage[e]?\b|\w+ ans\b"),
        (
            r"\b(?:combien|how much)\b.*\b(?:coute\w*|cout|pa(?:yer|ye|ie)\w*|argent|gagn\w*|depens\w*|cost|pay|paid"
            r"|money)\b|\bquel(?:le)?s? (?:\w+ )?(?:l[ea] |l')?(?:prix|montant|somme|salaire|budget|cout)\b"
            r"|\bwhat price\b",
            r"[€$£]|\b(?:euros?|dollars?|livres?|francs?|yuans?|roubles?|couronnes?|pesos|yens?|usd|eur|millions?"
            r"|milliards?)\b",
        ),
        (
            r"\b(?:pour ?cent(?:age)?|quelle (?:part|proportion)|quel (?:taux|score|pourcentage)|what share"
            r"|what percentage)\b",
            r"%|\b(?:pour ?cent|pourcent|points?|voix|tiers|quart|moitie)\b",
        ),
        (
            r"\b(?:quelle (?:est |etait )?(?:la |l.)?(?:distance|longueur|hauteur|altitude|profondeur|portee)"
            r"|combien de (?:kilometres|metres|km))\b",
            r"\b\d[\d.,]* ?(?:km|m|cm|milles?)\b|\b(?:kilometres?|metres?|centimetres?)\b",
        ),
        (r"\b(?:quelle magnitude|what magnitude)\b", r"\bmagnitude\b|\brichter\b"),
        (r"\b(?:quelle annee|what year|which year)\b", r"\b\d{3,4}\b|\b(?:annee|ans)\b"),
        (
            r"\b(?:quelle date|quel jour|what day|which day)\b",
            r"\b(?:\w+di|dimanche|hier|veille|lendemain|\d{1,2}(?:er)? \w+|\d{3,4}|janvier|fevrier|mars|avril|mai|juin"
            r"|juillet|aout|septembre|octobre|novembre|decembre)\b",
        ),
        (r"\b(?:quelle vitesse|how fast)\b", r"\bkm ?/ ?h\b|\bkilometres?[- ]heure\b|\bvitesse\b|\bnoeuds\b"),
        (r"\bnoms (?:des?|d'|du)\b|\bs'appellent\b|\bprenoms?\b|\bnames of\b|\bnom d(?:u|e l)\b", r""),
    )
)  # fmt: skip
_NAMED = len(_UNITS) - 1
_NEW_NAME = re.compile(r"(?<!^)(?<![.!?…«\"“] )\b[A-ZÉÈÎ][\w’'-]+")


def unit_missing(query: Query, sentence: Sentence, *, already: frozenset[str]) -> float:
    """Return 1 when a question asks for an hour, an age, a sum or the like and none is there, else 0."""
    if query.answer_type in ("why", "yes_no"):
        return 0.0
    number = _unit(query.text)
    if number < 0:
        return 0.0
    if number == _NAMED:
        new = [fold(match.group()) for match in _NEW_NAME.finditer(sentence.text)]
        return float(not any(not content_words(name) <= already for name in new))
    return float(not _UNITS[number][1].search(folded(sentence.text)))


@lru_cache(maxsize=256)
def _unit(question: str) -> int:
    """Return the row of the table that a question asks for; -1 for none."""
    said = folded(question)
    return next((number for number, (asks, _) in enumerate(_UNITS) if asks.search(said)), -1)
