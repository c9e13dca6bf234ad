"""The words that two sentences are compared by, and whether one says the opposite of the other."""

from __future__ import annotations

import re
from collections.abc import Set

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
_LIGHT = frozenset("selon apres avoir etre fait faire dire dit declar annonc".split())


def content(sentence: str, speaker: str | None) -> frozenset[str]:
    """Return the index terms of what a sentence says, without who says it and the verb of saying."""
    said = sentence.replace(speaker, " ") if speaker else sentence
    said = REPORTING.sub(" ", _DENY.sub(" ", said))
    return frozenset(terms(said)) - _LIGHT


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
    return negated != opposite
