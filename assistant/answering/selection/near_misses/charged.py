"""Does a sentence say nothing of the charge that somebody is taken to face: "pourquoi a-t-il été inculpé"?

What he is charged with may be told by the sentence after, of "him"; a sentence that has neither the charge nor such a
word tells of something else, and whoever was heard as a witness was not charged.
"""

from __future__ import annotations

import re

from assistant.answering.selection.near_misses.deed import places_met
from assistant.answering.selection.near_misses.told_words import told_words
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.tense import asks_ahead
from assistant.retrieval.query import Query

_CHARGED = re.compile(r"\b(?:été|sont|est) (?:mise?s? en examen|inculpée?s?|écrouée?s?)", re.IGNORECASE)
_CHARGES = frozenset({"inculp", "ecrou"})
_POINTS_BACK = frozenset("il elle ils elles son sa ses leur leurs lui eux celui celle ceux".split())
_CHARGE_WORDS = re.compile(r"(?:reproch|accus|soupconn|poursui|chef|charg|inculp|prevention|delit|crime|infraction)\w*")


def charge_untold(query: Query, sentence: Sentence) -> float:
    """Return 1 when it is asked why or when somebody was charged, and a sentence tells of something else; else 0."""
    if query.answer_type == "yes_no" or asks_ahead(query.text) or not _CHARGED.search(query.text):
        return 0.0
    charge = next((term for term in query.terms if term.term in _CHARGES), None)
    if charge is None or places_met(charge, sentence):
        return 0.0
    words = told_words(sentence.text)
    return float(not any(one.word in _POINTS_BACK or _CHARGE_WORDS.fullmatch(one.plain) for one in words))
