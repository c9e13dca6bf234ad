"""The words that two sentences are compared by, and whether one says the opposite of the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import lru_cache

from assistant.answering.attribution.reporting_verbs import REPORTING
from assistant.language import lexicon
from assistant.language.words import terms

_NOT = re.compile(
    r"(?<!\w)(?:n[’']|ne\s)[^.;:]{0,40}?(?<!\w)(?:pas|jamais|aucune?|plus|guère|rien|personne|nul(?:le)?)(?!\w)"
    r"|(?<!\w)(?:aucune?|nul(?:le)?|jamais|personne)\s(?:\S+\s){0,4}?(?:ne\s|n[’'])|(?<!\w)sans (?:avoir|être|que)",
    re.IGNORECASE,
)
_DENY = re.compile(
    r"(?<!\w)(?:dément\w*|nie|nient|nié|niait|réfut\w+|contest\w+|rejett?\w+|accus\w+|soupçonn\w+|affirm\w+)(?!\w)",
    re.IGNORECASE,
)
# Beside those of the thesaurus: what two reports of one thing say against each other.
_OPPOSITES = """
ouvert ouverte ouvrir rouvrir rouvert ouverture != fermé fermée fermer fermeture
adopté adopter adoption voté approuvé ratifié != rejeté rejeter rejet repoussé retoqué
acquitté relaxé innocent innocenté blanchi != condamné coupable
vivant survécu survivant indemne sauf sauvé != mort tué décédé péri
libéré relâché libre libération != détenu retenu emprisonné incarcéré captif
présent présence != absent absence
maintenu maintenir maintien lieu != annulé annuler annulation reporté suspendu
autorisé autoriser != interdit interdire interdiction
intact debout épargné != détruit effondré rasé ravagé
potable sain propre != pollué contaminé impropre
accepté accepter signé signer != refusé refuser refus
gagné remporté vainqueur victoire != perdu battu défaite
repris conquis pris contrôlé occupé != repoussé abandonné évacué perdu
titulaire sélectionné engagé != forfait écarté blessé
"""
_LIGHT = frozenset("selon apres avoir etre fait faire dire dit declar annonc".split())


@lru_cache(maxsize=1)
def _opposites() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _OPPOSITES.strip().splitlines():
        left, right = (terms(side) for side in line.split("!="))
        for term in left:
            found.setdefault(term, set()).update(right)
        for term in right:
            found.setdefault(term, set()).update(left)
    return {term: frozenset(others) for term, others in found.items()}


@lru_cache(maxsize=4096)
def content(sentence: str, speaker: str | None) -> frozenset[str]:
    """Return the index terms of what a sentence says, without who says it and the verb of saying."""
    said = sentence.replace(speaker, " ") if speaker else sentence
    said = REPORTING.sub(" ", _DENY.sub(" ", said))
    return frozenset(terms(said)) - _LIGHT


@lru_cache(maxsize=4096)
def _all_terms(sentence: str) -> frozenset[str]:
    return frozenset(terms(sentence))


def differ_in_polarity(left: str, right: str, left_words: Set[str], right_words: Set[str]) -> bool:
    """Tell whether one sentence negates what the other says, or has a word for the opposite.

    Args:
        left: a sentence.
        right: another.
        left_words: its :func:`content`.
        right_words: that of the other.
    """
    negated = (_NOT.search(left) is not None) != (_NOT.search(right) is not None)
    own, other = left_words - right_words, right_words - left_words
    opposite = any(word in other for term in own for word in lexicon.opposites(term))
    # "Rejeté" may be a verb of saying, and what an article lets nobody say is still said.
    raw, against = _all_terms(left) - right_words, _all_terms(right) - left_words
    opposite = opposite or any(not against.isdisjoint(_opposites().get(term, ())) for term in raw)
    return negated != opposite
