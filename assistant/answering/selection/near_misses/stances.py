"""Does the one whom a question has for a thing stand against it in the sentence, or the other way round?

"Pourquoi la maire s'oppose-t-elle au projet ?" is not answered by "la maire y est favorable, le collectif s'y oppose".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.selection.near_misses.deed import HAVE, helper_of
from assistant.answering.selection.near_misses.finite_verbs import is_finite
from assistant.answering.selection.near_misses.told_words import ToldWord, told_words
from assistant.answering.selection.premises import denies
from assistant.answering.selection.sentences import Sentence
from assistant.retrieval.query import Query, QueryTerm

_FOR = re.compile(
    r"favorables?|soutien(?:t|nent)|soutena(?:it|ient)|soutenu|defend(?:ent|ait|aient|u)?|salu(?:e|ent|ait)"
    r"|approuv(?:e|ent|ait|aient)|appuie(?:nt)?|appuye|applaudi(?:t|ssent)?|felicit(?:e|ent)|plaid(?:e|ent)"
)
_AGAINST = re.compile(
    r"oppos(?:e|es|ee|ees|ent|ait|aient)|hostiles?|denonc(?:e|ent|ait|aient)|critiqu(?:e|ent|ait|aient)"
    r"|fustig(?:e|ent|eait)|deplor(?:e|ent|ait|aient)|rejet(?:te|tent|e|ait)|desapprouv(?:e|ent)|combat(?:tent)?|blam(?:e|ent)"
)
_STATES = re.compile(r"favorables?|hostiles?|oppos(?:é|és|ée|ées)")
_CLASHES = re.compile(r"oppos(?:e|ent|ait|aient)")
"""A stance when reflexive: "le maire s'y oppose", but not "le match oppose"."""
_PARTICIPLE = re.compile(r"\w+(?:é|és|ée|ées)|défendu|soutenu|applaudi")
_BEING = frozenset("est sont était étaient fut furent être été reste restent demeure demeurent".split())
_DETERMINER = frozenset("le la les l un une des du cet cette ces ce son sa ses leur leurs".split())
_PLACED = frozenset("à au aux en de du d des par dans sur contre vers pour avec selon".split())
_SELF = frozenset({"s", "se", "y", "en"})
_NOT = frozenset("ne n pas jamais sans plus qui que qu dont si".split())
"""What may turn a stance, or give it to another."""
_FAR = 7
"""Words after one among which stands the stance that one takes."""


def stance_opposed(query: Query, sentence: Sentence) -> float:
    """Return 1 when who takes a stance in a question takes the opposite one in a sentence, and only that; else 0."""
    if query.answer_type == "yes_no" or denies(query.text):
        return 0.0
    asked = told_words(query.text)
    stances = [(at, side) for at in range(len(asked)) if (side := _side(asked, at)) is not None]
    holder = _holder(query, asked, stances[0][0]) if len(stances) == 1 else None
    if holder is None:
        return 0.0
    asked_side = stances[0][1]
    words = told_words(sentence.text)
    places = [at for term, at in sentence.terms if term == holder.term and at < len(words) and _is_agent(words, at)]
    taken = [side for place in places if (side := _taken(words, place)) is not None]
    if not taken or asked_side in taken:
        return 0.0
    alike = [at for at in range(len(words)) if _side(words, at) is asked_side]
    return float(all(_has_own_subject(words, at, places) for at in alike))


def _side(words: Sequence[ToldWord], at: int) -> bool | None:
    """Return True for a word by which somebody is for a thing, False for one against it, None for any other."""
    one = words[at]
    found = True if _FOR.fullmatch(one.plain) else False if _AGAINST.fullmatch(one.plain) else None
    if found is None or _STATES.fullmatch(one.word):
        return found if found is None or helper_of(words, at)[1] in _BEING else None
    before = words[at - 1].word if at else ""
    if _PARTICIPLE.fullmatch(one.word):
        return found if helper_of(words, at)[1] in HAVE - _BEING else None
    if _CLASHES.fullmatch(one.word) and before not in _SELF:
        return None
    return None if before in _DETERMINER | _PLACED else found


def _holder(query: Query, words: Sequence[ToldWord], stance: int) -> QueryTerm | None:
    """Return who takes the stance at a place of a question: the last name before it, or the first noun."""
    before = [term for term in query.terms if term.position < stance and not term.given]
    names = [term for term in before if term.is_name and words[term.position - 1].word not in _PLACED]
    if names:
        return names[-1]
    nouns = [term for term in before if not term.is_name and words[term.position - 1].word in _DETERMINER - _PLACED]
    return nouns[0] if nouns else None


def _is_agent(words: Sequence[ToldWord], place: int) -> bool:
    before = [one.word for one in words[max(0, place - 2) : place]]
    return not before or (before[-1] not in _PLACED and (before[-1] not in _DETERMINER or before[0] not in _PLACED))


def _taken(words: Sequence[ToldWord], place: int) -> bool | None:
    """Return the stance of the one named at a place: the first verb after it; None without any or a plain one."""
    for at in range(place + 1, min(place + 1 + _FAR, len(words))):
        if words[at].cut or words[at].word in _NOT:
            return None
        side = _side(words, at)
        if side is not None:
            return side
        if is_finite(words[at].word) and words[at].word not in HAVE | _BEING and words[at - 1].word not in _DETERMINER:
            return None
    return None


def _has_own_subject(words: Sequence[ToldWord], at: int, holders: Sequence[int]) -> bool:
    """Tell whether the stance at a place is that of one named right before it who is none of the holders."""
    while at and (words[at - 1].word in _SELF | HAVE | _BEING):
        at -= 1
    return at > 1 and at - 1 not in holders and words[at - 2].word in _DETERMINER - _PLACED and not words[at].cut
