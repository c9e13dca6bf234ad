"""Deeds that only words for them tell: to confess, to sign, to condemn, to resign, to claim an attack.

"Quand a-t-il avoué avoir tiré ?" is not answered by whoever accuses him of it, nor "le tribunal l'a-t-il condamné ?"
by what the prosecutor asks for. Other deeds are told in many ways: "livré", "a reçu des blindés".
"""

from __future__ import annotations

import re

from assistant.answering.selection.folded import folded
from assistant.answering.selection.near_misses.deed import (
    HAVE,
    WOULD,
    describes,
    done_asked,
    helper_of,
    is_opposite,
    places_met,
    unreal,
)
from assistant.answering.selection.near_misses.told_words import told_words
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.tense import asks_ahead
from assistant.retrieval.query import Query, QueryTerm

_ACTS = re.compile(
    r"(?:avou|reconnu|admis|confess|excus|felicit|remerci|revendiqu|condamn|acquitt|innocent|graci|signe|ratifi|dement"
    r"|demissionn|abdiqu|limog|inculp|extrad|divorc|epous|adopte"
    r"|confessed|apologi|signed|ratified|condemned|convicted|acquitted|resigned|claimed)"
)


def act_untold(query: Query, sentence: Sentence) -> float:
    """Return 1 when a question asks of such a deed, and a sentence has no word for it, nor for its refusal; else 0."""
    deed = done_asked(query)
    if deed is None or not _ACTS.match(folded(deed.word)) or asks_ahead(query.text):
        return 0.0
    return float(not any(_tells(deed, sentence, place) for place in places_met(deed, sentence)))


def _tells(deed: QueryTerm, sentence: Sentence, place: int) -> bool:
    """Tell whether the word at a place is the deed, or its opposite done: "allié" is no deed."""
    if is_opposite(deed, sentence, place):
        words = told_words(sentence.text)
        adjective = helper_of(words, place)[1] not in HAVE and describes(words, place)
        return not (adjective or WOULD.fullmatch(words[place].word) or unreal(words, place, yes_no=True))
    return True
