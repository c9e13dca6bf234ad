"""Who reacted: a question without any other word is answered by what each of several speakers says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.selection.by_rule import MOST_STATEMENTS
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.folded import folded
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.speakers.asked_speaker import speaker_of
from assistant.language.folding import fold
from assistant.retrieval.query import Query

_ASKS = re.compile(
    r"^(?:et |mais )?(?:qui (?:a|ont|avait) (?:donc |deja )?(?:reagi|repondu|commente|pris la parole|parle)"
    r"|qui reagit|who (?:has |have )?(?:reacted|responded|commented|spoke))"
    r"(?: (?:a|au|aux) (?:l'|la )?(?:crise|conflit|guerre|drame|nouvelle|annonce|evenements?))?$"
)
_REACTS = re.compile(
    r"\b(?:reagi|condamn|appel|denonc|salu|regrett|exhort|deplor|inquiet|preoccup|rejet|dement|critiqu|soutien|soutenu"
    r"|apport|demand|accus|felicit|indign|promis|promet|reclam|exig)"
)


def asks_reactions(query: Query) -> bool:
    """Tell whether a question asks who reacted, and no more."""
    return _ASKS.match(folded(query.text).strip(" ?!.")) is not None


def reactions(query: Query, ranked: Sequence[Candidate]) -> list[Sentence]:
    """Return of each speaker the best sentence in which he condemns, calls for or welcomes something; at most four.

    Empty for a question that asks for anything but who reacted.
    """
    if not asks_reactions(query):
        return []
    found: dict[str, Candidate] = {}
    for one in ranked:
        speaker = speaker_of(one.sentence)
        if speaker and _REACTS.search(folded(one.sentence.text)):
            found.setdefault(fold(speaker).split()[-1], one)
    return [one.sentence for one in found.values()][:MOST_STATEMENTS]
