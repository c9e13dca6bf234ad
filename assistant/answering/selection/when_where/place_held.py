"""Does a sentence tell where something is: in or at a place or a building, and not merely what is of one?"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.when_where.place_complement import place_complements
from assistant.language.folding import fold, word_list
from assistant.language.words import is_stop_word
from assistant.retrieval.query import Query

_HALF = 0.5
_PLACE = re.compile(
    r"\b(?P<how>à|au|aux|en|dans|vers|depuis|sur|près d[eu’']|ville d[eu’']|capitale|région d?[eu’']?|chez|de"
    r"|du|d[’'])\s?(?:l[ea]s?\s|l[’']\s?)?(?:\w+\s)?(?P<where>(?:[A-ZÉÈÎ][\w’'-]*\s?)+)"
)
_A_BUILDING = re.compile(
    r"(?<!\w)(?:gymnase|école|collège|lycée|salle|hôpital|clinique|stade|église|mosquée|temple|tentes?|camp|hangar"
    r"|caserne|mairie|gare|port|appartement|hôtel|immeuble|rue|avenue|quartier|entrepôt|chapelle|laverie|cave|grange"
    r"|ferme|centre|foyer|campement|internat|auberge|théâtre|usine|atelier|bureaux?|palais|tribunal|prison)(?!\w)"
)
_SOMEWHERE = re.compile(
    r"\b(?:dans (?!(?:une?|l[ae]s?|l[’']|ce(?:tte|t)?|s(?:a|on|es)|leurs?)?\s?(?:\w+ )?(?:délai|cadre|nuit|journée"
    r"|matinée|soirée|mesure|ensemble|espoir|but|intérêt|conflit|communiqué|déclaration|entretien|interview|rapport|texte|lettre"
    r"|foulée|heures?|minutes?|jours?|semaines?|mois|ans|années?|presse|guerre|cas|sens|doute|état|affaire|monde)(?!\w))"
    r"|devant|derrière|près d|au bord|au large|au (?:nord|sud|centre)|à l[’'](?:est|ouest|intérieur)"
    r"|situ[ée]+s?|bas[ée]+s?|à \w+ (?:km|kilomètres|mètres))\b"
)
_WHERE = re.compile(r"\bwhere\b|\b(?:dans|à|au|de|en|vers|sur|depuis|par|in|from|to) (?:quel(?:le)?s?|which|what)\b")
_ORIGIN = re.compile(
    r"\b(?:d[’']où|depuis où|par où|(?:de|depuis) quel(?:le)?s?|from (?:where|which|what)|where\b.*\bfrom)\b"
)


def content_words(name: str) -> set[str]:
    """Return the words of a folded name that are no grammar words."""
    return {word for word in word_list(name) if not is_stop_word(word)}


@lru_cache(maxsize=256)
def asks_place(question: str) -> bool:
    """Tell whether a question asks where something is or happens, not which place did or suffered something."""
    said = question.lower()
    return "où" in re.findall(r"[\w]+", said) or fold(said).startswith("ou ") or _WHERE.search(said) is not None


@lru_cache(maxsize=256)
def asks_origin(question: str) -> bool:
    """Tell whether a question asks from where something comes."""
    return _ORIGIN.search(question.lower()) is not None


def place_held(query: Query, sentence: Sentence, *, already: frozenset[str]) -> float:
    """Return how surely a sentence tells where something is or happens.

    Args:
        query: the question.
        sentence: the sentence.
        already: folded words of the question: a place that was asked with is not the answer.

    Returns:
        1 where it stands in or at a place, a half where it only has the name of one, or of what it is of; else 0.
    """
    asked = {other for term in query.terms for other in term.alternatives}
    text = sentence.text
    named = any(term.startswith("@") and term not in asked for term, _ in sentence.terms)
    if named and not asks_place(query.text):
        return 1.0
    new = [one for one in place_complements(text) if not content_words(fold(text[one.start : one.end])) <= already]
    if any(one.sure == 1.0 and (one.kind == "at" or asks_origin(query.text)) for one in new):
        return 1.0
    mentioned = any(
        (words := content_words(fold(match["where"]))) and not words <= already for match in _PLACE.finditer(text)
    )
    return _HALF * bool(named or new or mentioned or _SOMEWHERE.search(text) or _A_BUILDING.search(text))
