"""Is what a question asks about still to come, and does a sentence speak of what is?"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.selection.folded import folded
from assistant.retrieval.query import Query

_FUTURE = r"(?!para|opera|camera|cobra|cholera|extra|contra)\w*(?:[eiauo]|[dtv])(?:ra|ront|rons|rez)"
_AHEAD = re.compile(
    rf"\b{_FUTURE}\b|\b(?:va(?:-t-(?:il|elle|on))?|vont(?:-ils|-elles)?) (?:\w+ )?\w+(?:er|ir|re)\b"
    r"|\bwill\b|\b(?:is|are) going to\b"
)
_TO_COME = re.compile(
    rf"\b{_FUTURE}\b|\b(?:doi(?:t|vent)|devrai(?:t|ent)|pourrai(?:t|ent)|prevue?s?|attendue?s?|promet\w*|promis\w*|annonc\w+"
    r"|prochaine?s?|bientot|d'ici|au plus tard|demain|a partir d|vise\w*|menac\w*|exclu\w*|espere\w*|compte(?:nt)?)\b"
    r"|\b(?:va|vont) (?:\w+ )?\w+(?:er|ir|re)\b"
)


@lru_cache(maxsize=256)
def asks_ahead(question: str) -> bool:
    """Tell whether a question asks about what is to come."""
    return _AHEAD.search(folded(question)) is not None


def future_missing(query: Query, sentence: str) -> float:
    """Return 1 when a question asks about what is to come, and a sentence has no word of anything that is, else 0.

    Args:
        query: the question.
        sentence: text of the sentence.
    """
    return float(asks_ahead(query.text) and not _TO_COME.search(folded(sentence)))
