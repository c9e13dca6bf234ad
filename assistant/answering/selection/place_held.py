"""Does a sentence tell where something is: in or at a place or a building, and not merely what is of one?"""

from __future__ import annotations

import re

from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import fold, word_list
from assistant.language.words import is_stop_word
from assistant.retrieval.query import Query

_HALF = 0.5
_PLACE = re.compile(
    r"\b(?P<how>à|au|aux|en|dans|vers|depuis|sur|près d[eu’']|ville d[eu’']|capitale|région d?[eu’']?|chez|de"
    r"|du|d[’'])\s?(?:l[ea]s?\s|l[’']\s?)?(?:\w+\s)?(?P<where>(?:[A-ZÉÈÎ][\w’'-]*\s?)+)"
)
_OF = frozenset({"de", "du", "d’", "d'"})
"""What is of a place need not be there: "la coupe des Plaines", "l'équipe de Torvane"."""
_BUILDING = (
    r"(?:gymnase|école|collège|lycée|salle|hôpital|clinique|stade|église|mosquée|temple|tentes?|camp|hangar|caserne"
    r"|mairie|gare|port|appartement|hôtel|immeuble|rue|avenue|quartier|entrepôt|chapelle|laverie|cave|grange|ferme"
    r"|centre|foyer|campement|internat|auberge|théâtre|usine|atelier|bureaux?|palais|tribunal|prison)(?!\w)"
)
_IN_A_BUILDING = re.compile(
    r"\b(?:à|au|aux|dans|devant|derrière|sous|près d[eu’'])\s?(?:l[ae]s?\s|l[’']|leurs?\s|s(?:a|on|es)\s|ce(?:tte|t)?\s"
    rf")?(?:(?!une?\s|des\s)\w+\s)?{_BUILDING}",
    re.IGNORECASE,
)
_A_BUILDING = re.compile(rf"(?<!\w){_BUILDING}")
_SOMEWHERE = re.compile(
    r"\b(?:dans|devant|derrière|sous|près d|au bord|au large|au (?:nord|sud|centre)|à l[’'](?:est|ouest|intérieur)"
    r"|situ[ée]+s?|bas[ée]+s?|à \w+ (?:km|kilomètres|mètres))\b"
)


def content_words(name: str) -> set[str]:
    """Return the words of a folded name that are no grammar words."""
    return {word for word in word_list(name) if not is_stop_word(word)}


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
    if any(term.startswith("@") and term not in asked for term, _ in sentence.terms):
        return 1.0
    found = [
        match["how"].lower()
        for match in _PLACE.finditer(sentence.text)
        if (words := content_words(fold(match["where"]))) and not words <= already
    ]
    if any(how not in _OF for how in found):
        return 1.0
    built = _IN_A_BUILDING.search(sentence.text)
    if built and not content_words(fold(built.group())) <= already:
        return 1.0
    return _HALF * bool(found or _SOMEWHERE.search(sentence.text) or _A_BUILDING.search(sentence.text))
