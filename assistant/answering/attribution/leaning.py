"""Sentences that point at the one before them, as « Ces accusations visent … » and « Il a été relâché » do.

Cut from it, such a quote says something of nobody knows what or whom. It is then quoted with the sentence before.
"""

from __future__ import annotations

import re

from assistant.language.sentences import sentences

_TIMES = (
    r"(?:jours?|matin|soir|nuit|midi|après-midi|week-end|fin|début|semaines?|mois|années?|ans?|saison|été|hiver|automne"
    r"|printemps|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d+|dern\w+|prochain\w*)"
)
_OPENING = r"^[«“\"\s–—-]*"
_POINTS = re.compile(
    rf"{_OPENING}(?:(?:ces|cette|cet|ce)\s(?!{_TIMES}(?!\w)|sont|serait|sera|n['’]|qui|que|qu['’]"
    r"|dont|fut|à quoi)[a-zéèêà]"
    r"|(?:cela|ça|celui-ci|celle-ci|ceux-ci|celles-ci)(?!\w)|c['’]est ce qu)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(rf"{_OPENING}(?:ils?|elles?)\s(?P<next>\S+(?:\s\S+)?)", re.IGNORECASE)
# "Il faut", "il est possible que": nobody is meant.
_IMPERSONAL = re.compile(
    r"(?:y|en|faut|faudra\w*|fallait|a fallu|fait|pleut|neige|reste|semble|suffit|suffira|convient|importe|vaut|manque"
    r"|s['’]agi\w+|s['’]est|arrive"
    r"|est (?:(?:im)?possible|(?:im)?probable|(?:in)?certain|clair|vrai|temps|urgent"
    r"|question|difficile|prévu|interdit|trop|tôt|tard|\d+)"
    r"|était (?:temps|question|tard|tôt|\d+)|n['’]y|ne (?:faut|reste"
    r"|suffit|manque|s['’]agi\w*))(?!\w)",
    re.IGNORECASE,
)


def pointed_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the sentence stands that a sentence points back at.

    Args:
        text: the article's text.
        start: where the sentence starts in it.
        end: where it ends.

    Returns:
        The sentence before, half-open, of the same paragraph; None where the sentence stands alone.
    """
    if not _leans(text[start:end]):
        return None
    line = text.rfind("\n", 0, start) + 1
    return next(((line + first, line + last) for first, last in sentences(text[line:start])[-1:]), None)


def _leans(sentence: str) -> bool:
    pronoun = _PRONOUN.match(sentence)
    return _POINTS.match(sentence) is not None or (pronoun is not None and _IMPERSONAL.match(pronoun["next"]) is None)
