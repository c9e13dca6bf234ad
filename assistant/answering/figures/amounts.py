"""Questions for an amount or a share: "combien coûte", "à combien s'élèvent les dégâts", "quel pourcentage".

They count nothing: what is asked for is a sum of money or a percentage, and all other words say of what.
"""

from __future__ import annotations

import re

from assistant.language.folding import fold
from assistant.language.words import terms
from assistant.types import Counted

_SHARE = re.compile(
    r"\b(?:quel(?:le)?s? (?:est |etait |a ete )?(?:l[ea] |l')?|combien (?:de |en ))(?:pourcentage|pour ?cents?|part"
    r"|proportion"
    r"|taux|participation|abstention)\b|\b(?:what|which) (?:was the |is the )?(?:percentage|share|proportion|rate"
    r"|turnout)\b"
)
_COSTS = (
    r"cout\w*|vaut|valent|vaudr\w+|pai\w+|pay\w+|vers\w+|debours\w+|factur\w+|depens\w+|invest\w+|rapport\w+|touch\w+"
    r"|recu\w*|recoi\w+|reclam\w+|exig\w+|offr\w+|offert|propos\w+|met|mettr\w+|mis|donn\w+|debloqu\w+|promi\w+|promet\w*"
    r"|alloue\w*"
    r"|finance\w*|pret\w+|doi\w+|gagn\w+|detourn\w+|empoch\w+|perdre|perd|perdu|endett\w+|vol\w+|cost|pay|paid|spend"
    r"|spent|worth"
)
_SUM = (
    r"prix|couts?|montants?|sommes?|factures?|budgets?|deficits?|benefices?|aides?|indemnites?|indemnisations?|amendes?"
    r"|dettes?|dons?|salaires?|loyers?|primes?|subventions?|chiffre d'affaires|degats|dommages|rancons?|cautions?"
    r"|ardoise"
    r"|addition|enveloppe|price|cost|amount|bill|damage|fine|budget|loss"
)
_LOSSES = re.compile(r"\bpertes\b|\blosses\b")
_MONEY = re.compile(
    r"\bcombien (?:d'(?:euros|argent)|de (?:dollars|francs|millions|milliards|livres|sous|fric))\b"
    rf"|\bcombien (?!d[e'])(?:[\w'-]+ ){{0,9}}?(?:{_COSTS})\b|\b(?:{_COSTS}) combien\b(?! d[e'])"
    rf"|\b(?:a|de|pour) combien\b(?! d[e'])|\bcombien (?:s'eleve|se monte|se chiffre)\w*"
    rf"|\bquel(?:le)?s? (?:est |etait |sont |serait |a ete |\w+ )?(?:l[ea]s? |l')?(?:{_SUM})\b"
    rf"|\b(?:a|de) combien (?:[\w'-]+ ){{1,4}}(?:(?:l[ea]s? |l')?(?:{_SUM}|argent))\b"
    rf"|\bhow much\b(?! (?:time|water))"
    rf"|\b(?:what|which) (?:was |is )?(?:the )?(?:\w+ )?(?:{_SUM})\b"
)
_NOT_MONEY = re.compile(
    r"\bcombien (?:de )?(?:temps|fois|jours|mois|ans|annees|heures|minutes|semaines|kilometres|degres|metres)\b"
)
AMOUNTS: frozenset[Counted] = frozenset({"money", "percent"})
WORDS = frozenset(
    """pourcentage part proportion taux pour cent cents prix montant somme combien chiffre chiffrent chiffrer evalue
    evaluer evaluent estime estimer eleve elevent elever monte montent monter combien euros euro dollars argent millions
    milliards francs percentage share much amount sont serait""".split()
)
"""Words of such questions that say nothing of what the amount is of."""


def amount_asked(text: str) -> frozenset[Counted]:
    """Return what kind of amount a question asks for: money, a percentage; empty for neither."""
    folded = fold(text).replace("’", "'")
    if _SHARE.search(folded):
        return frozenset({"percent"})
    if _MONEY.search(folded) and not _NOT_MONEY.search(folded):
        return frozenset({"money", "killed"}) if _LOSSES.search(folded) else frozenset({"money"})
    return frozenset()


_EXTENTS = (
    (r"surface|superficie|etendue", "hectares carrés"),
    (r"distance|longueur", "kilomètres mètres"),
    (r"hauteur|profondeur|largeur|altitude", "mètres centimètres"),
    (r"quantite|volume|tonnage", "tonnes litres cubes barils kilos"),
)
_EXTENT = tuple(
    (re.compile(rf"\b(?:quel(?:le)?s? (?:est |etait |a ete )?(?:l[ea] |l')?|combien de )(?:{of})\b"), units)
    for of, units in _EXTENTS
)


def units_asked(text: str) -> frozenset[str]:
    """Return the index terms of the units in which a question wants something measured: hectares for a surface."""
    folded = fold(text).replace("’", "'")
    return frozenset(term for form, units in _EXTENT if form.search(folded) for term in terms(units))


def is_extent(word: str) -> bool:
    """Tell whether a word says only what is measured, such as "surface"."""
    return any(re.fullmatch(of, fold(word)) for of, _ in _EXTENTS)
