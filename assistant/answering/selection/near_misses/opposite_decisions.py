"""Is it told that the opposite was decided: "par combien de voix l'a-t-il rejetée ?" and "la loi a été adoptée"?

Only of decisions, where one thing was put and either answer excludes the other: prices that fell here may have risen
there, and who lost tells who won.
"""

from __future__ import annotations

import re

from assistant.answering.selection.folded import folded
from assistant.answering.selection.near_misses.deed import HAVE, PARTICIPLE, done_asked, helper_of, places_met
from assistant.answering.selection.near_misses.told_words import told_words
from assistant.answering.selection.premises import denies
from assistant.answering.selection.sentences import Sentence
from assistant.language import lexicon
from assistant.retrieval.query import Query

_DECISIONS = re.compile(r"(?:adopt|vote|ratifi|rejet|approuv|valid|autoris|interdi|accept|retoqu)")
_BEFORE_THAT = frozenset("avait avaient aurait auraient serait seraient".split())
"""What had been decided before, or would be, leaves room for another decision."""


def opposite_decided(query: Query, sentence: Sentence) -> float:
    """Return 1 when a question takes a decision for made, and a sentence only tells the opposite as decided; else 0."""
    deed = done_asked(query)
    if deed is None or query.answer_type == "yes_no" or denies(query.text) or not _DECISIONS.match(folded(deed.word)):
        return 0.0
    opposites = lexicon.opposites(deed.term)
    said = {place for term, place in sentence.terms if term in opposites}
    alike = set(places_met(deed, sentence)) - said
    return float(bool(said) and not alike and all(_decided(sentence, place) for place in said))


def _decided(sentence: Sentence, place: int) -> bool:
    words = told_words(sentence.text)
    if place >= len(words) or not PARTICIPLE.fullmatch(words[place].word):
        return False
    at, helper = helper_of(words, place)
    negated = any(one.word in ("pas", "jamais") for one in words[at + 1 : place])
    return helper in HAVE - _BEFORE_THAT and not negated
