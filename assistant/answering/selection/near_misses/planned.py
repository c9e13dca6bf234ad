"""Does a sentence tell nothing but what somebody asks for or plans: "six ans ont été requis", "il propose une taxe"?"""

from __future__ import annotations

import re

from assistant.answering.selection.near_misses.deed import HAVE, PLANS, done_asked, places_met
from assistant.answering.selection.near_misses.finite_verbs import is_finite
from assistant.answering.selection.near_misses.told_words import told_words
from assistant.answering.selection.sentences import Sentence
from assistant.retrieval.query import Query

_SEVERAL = re.compile(r"[;:«»\"“”]")
"""Marks of a sentence that tells more than one thing, or lets somebody speak."""
_NEAR = 4
"""Words after an auxiliary among which its participle stands."""


def only_planned(query: Query, sentence: Sentence) -> float:
    """Return 1 when it is asked whether something was done, and a sentence only tells a plan; else 0."""
    deed = done_asked(query) if query.answer_type == "yes_no" else None
    if deed is None or places_met(deed, sentence) or _SEVERAL.search(sentence.text):
        return 0.0
    words = told_words(sentence.text)
    plans = [one for one in words if PLANS.fullmatch(one.plain)]
    told = [
        one
        for at, one in enumerate(words)
        if is_finite(one.word)
        and one not in plans
        and not (one.word in HAVE and any(after in plans for after in words[at + 1 : at + 1 + _NEAR]))
    ]
    return float(bool(plans) and not told)
