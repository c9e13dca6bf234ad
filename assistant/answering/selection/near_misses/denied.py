"""Does a sentence flatly deny the deed or the thing that a question takes for granted?

"Combien l'État a-t-il remboursé ?" is not answered by "des frais que l'État n'a pas encore remboursés", nor "pourquoi
veut-il une solution militaire ?" by "il n'y a pas de solution militaire".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answering.selection.folded import folded
from assistant.answering.selection.near_misses.deed import HAVE, done_asked, helper_of, is_opposite, places_met
from assistant.answering.selection.near_misses.told_words import ToldWord, told_words
from assistant.answering.selection.premises import denies
from assistant.answering.selection.sentences import Sentence
from assistant.retrieval.query import Query

_NOT = frozenset({"pas", "jamais", "nullement"})
_NOT_EITHER = frozenset({"seulement", "uniquement", "que", "qu", "avant", "moins"})
"""What makes of a negation no denial: "n'a pas seulement signé", "n'a pas été signé avant mardi"."""
_NE = frozenset({"ne", "n"})
_BEFORE = 4
_AFTER = 2
_WANTS = re.compile(
    r"\b(?:veu(?:t|lent)|voulait|voulaient|voulu|souhait\w*|soutien\w*|souten\w*|defend\w*|pron\w+|reclam\w*|demand\w*"
    r"|propos\w*|preconis\w*|esper\w*|promet\w*|promis|cherch\w*|prefer\w*|croi(?:t|ent)|exig\w*|favorables?|want\w*)\b"
)
"""Verbs of those who would have a thing: whoever says that there is none is not among them."""
_NONE_OF = re.compile(r"\b(?:aucune?|nulle?|(?:n'y (?:a|avait|aura|aurait)|n'exist\w+) pas (?:une? |de |d')?) ?$")


def deed_denied(query: Query, sentence: Sentence) -> float:
    """Return 1 when a question takes a deed for done, and all that a sentence says of it is that it is not; else 0."""
    deed = done_asked(query)
    if deed is None or query.answer_type == "yes_no" or denies(query.text):
        return 0.0
    words = told_words(sentence.text)
    places = places_met(deed, sentence)
    return float(
        bool(places) and all(_not_done(words, place) and not is_opposite(deed, sentence, place) for place in places)
    )


def _not_done(words: Sequence[ToldWord], place: int) -> bool:
    """Tell whether the participle at a place stands after an auxiliary that is negated."""
    at, helper = helper_of(words, place)
    if helper not in HAVE:
        return False
    between = {one.word for one in words[at + 1 : place]}
    before = [one.word for one in words[max(0, at - _BEFORE) : at]]
    after = {one.word for one in words[place + 1 : place + 1 + _AFTER]}
    return bool(between & _NOT) and not _NE.isdisjoint(before) and _NOT_EITHER.isdisjoint(between | after)


def thing_denied(query: Query, sentence: Sentence) -> float:
    """Return 1 when a question is of somebody's wanting a thing, and a sentence only says that there is none; else 0.

    The thing is told by two words that stand together, "une solution militaire": of one alone, "la solution", there
    may well be another.
    """
    if query.answer_type in ("yes_no", "how_many") or denies(query.text) or not _WANTS.search(folded(query.text)):
        return 0.0
    plain = [term for term in query.terms if not (term.is_name or term.given)]
    said = folded(sentence.text)
    for first, second in pairwise(plain):
        if second.position != first.position + 1 or _WANTS.search(folded(first.word)):
            continue
        pair = re.compile(rf"\b{re.escape(folded(first.word))} {re.escape(folded(second.word))}\b")
        found = [said[: match.start()] for match in pair.finditer(said)]
        if found and all(_NONE_OF.search(before) for before in found):
            return 1.0
    return 0.0
