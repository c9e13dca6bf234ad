"""Deeds that only words for them tell: to confess, to sign, to condemn, to resign, to claim an attack.

"Quand a-t-il avoué avoir tiré ?" is not answered by whoever accuses him of it, nor "le tribunal l'a-t-il condamné ?"
by what the prosecutor asks for. Other deeds are told in many ways: "livré", "a reçu des blindés".
"""

from __future__ import annotations

import re

from assistant.answering.selection.deed import done_asked, places_met
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.tense import asks_ahead
from assistant.answering.selection.told_words import told_words
from assistant.retrieval.query import Query

_ACTS = re.compile(
    r"(?:avou|reconnu|admis|confess|excus|felicit|remerci|revendiqu|approuv|condamn|acquitt|innocent|gracie|accepte|signe"
    r"|ratifi|valide|dement|demissionn|abdiqu|limoge|gracie|inculp|extrad|divorc|epous|adopte"
    r"|admitted|confessed|apologi|signed|ratified|condemned|convicted|acquitted|resigned|claimed|accepted|approved)"
)


def act_untold(query: Query, sentence: Sentence) -> float:
    """Return 1 when a question asks of such a deed, and a sentence has no word for it, nor for its refusal; else 0."""
    deed = done_asked(query)
    if deed is None or not _ACTS.match(told_words(deed.word)[0].plain) or asks_ahead(query.text):
        return 0.0
    return float(not places_met(deed, sentence))
