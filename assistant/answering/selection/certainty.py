"""How sure a question wants to be, and with what reserve a sentence tells a thing.

"Est-il prouvé que le pont a cédé ?" is answered by whoever writes "le pont aurait cédé".
"""

from __future__ import annotations

import re

from assistant.answering.selection.folded import folded
from assistant.retrieval.query import Query

_ASKS_CERTAINTY = re.compile(
    r"\b(?:est-(?:ce|il)|c'est|c est|est-on|etait-ce)\s(?:bien |vraiment |deja |donc )?"
    r"(?:surs?|certain|etabli|prouve|confirme|avere|vrai|exact|acquis)\b"
    r"|\b(?:a-t-on|y a-t-il|existe-t-il|a t on)\s(?:\w+ ){0,2}(?:preuves?|certitude|confirmation)\b"
    r"|\bvraiment\b|\bpour de vrai\b|\bavec certitude\b|\b(?:sur|certain) ou (?:juste|seulement|pas)\b"
    r"|\b(?:is|was) it (?:certain|proven|confirmed|true|established)\b|\breally\b|\bfor (?:sure|certain)\b"
)
_HEDGED = re.compile(
    r"\b(?!retrait|portrait|extrait|attrait)\w{2,}r(?:ait|aient)\b"
    r"|\b(?:presume|suppose|soupconne|suspecte)\w*\b|\bprobable\w*\b|\bsemble\w*\b"
    r"|\ba l'en croire\b|\bcroit savoir\b|\bsous reserve\b|\ba confirmer\b|\bpeut-etre\b|\brumeur\b"
    r"|\bpas (?:encore )?(?:ete )?(?:confirme|etabli|prouve|verifie)\w*\b"
    r"|\bselon (?:une|des) (?:sources?|temoins?)\b"
)


def hedged(query: Query, sentence: str) -> float:
    """Return 1 when a question asks how sure a thing is and a sentence tells it with reserve, else 0.

    Args:
        query: the question.
        sentence: text of the sentence.
    """
    asked = _ASKS_CERTAINTY.search(folded(query.text)) is not None
    return float(asked and _HEDGED.search(folded(sentence)) is not None)
