"""What cannot answer where or when: a sentence without any place or time, or that is of another one of its kind.

"La première guerre" is not "le Premier ministre", and what is only planned has not happened.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.context import points_back
from assistant.answering.selection.feature_names import SENTENCE_FEATURES, TOLD_APART
from assistant.answering.selection.folded import folded
from assistant.answering.selection.names_met import ordinals
from assistant.answering.selection.when_where.place_held import asks_place
from assistant.answering.selection.when_where.time_asked import asks_time
from assistant.retrieval.query import Query

_HELD = SENTENCE_FEATURES.index("type_held")
_TOLD = {kind: SENTENCE_FEATURES.index(f"told_{kind}") for kind in TOLD_APART}
_UNTOLD = {kind: SENTENCE_FEATURES.index(f"untold_{kind}") for kind in TOLD_APART}
_PLANNED = SENTENCE_FEATURES.index("planned")
_SWAPPED = SENTENCE_FEATURES.index("name_swapped")
_VERB_MISSING = SENTENCE_FEATURES.index("verb_missing")
_MOST_SWAPPED = 0.5
_LEAST = 0.26
"""How surely a place or time has to go with what is asked."""
_BARELY = 0.2
"""Where it does less than this, a sentence that points back may leave that to the one before."""
_OF_A_VERB = 0.61
"""Where it goes with another word than the verb asked, that verb has to be there: to arrest is not to release."""
_OF_A_SERIES = re.compile(
    r"\b(?:l[ae]|the) (?:premiere?|first|seconde?|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix)ieme|third|fourth"
    r"|fifth) (?!ministre|fois|jour)\w+"
)


def may_tell(query: Query, candidate: Candidate) -> bool:
    """Tell whether a sentence may answer a question, as far as the place or time that it asks for goes.

    Args:
        query: the question.
        candidate: the sentence, measured.
    """
    kind = query.answer_type
    if kind not in TOLD_APART or (kind == "when" and not asks_time(query.text)):
        return True
    measured = candidate.features
    if not measured[_HELD] or measured[_UNTOLD[kind]] or measured[_PLANNED] or not _is_the_one(query, candidate):
        return False
    told = measured[_TOLD[kind]]
    if kind == "when" and (
        measured[_SWAPPED] > _MOST_SWAPPED or (measured[_VERB_MISSING] and _LEAST < told < _OF_A_VERB)
    ):
        return False
    which = kind == "where" and not asks_place(query.text)
    return which or bool(told >= _LEAST) or (bool(told < _BARELY) and points_back(candidate.sentence.text))


def _is_the_one(query: Query, candidate: Candidate) -> bool:
    """Tell whether a sentence has the ordinal by which a question tells one event from others of its kind."""
    wanted = _ordinals(query.text)
    article = candidate.sentence.article
    return wanted <= ordinals(f"{candidate.sentence.text} {article.title or ''}")


@lru_cache(maxsize=256)
def _ordinals(question: str) -> frozenset[int]:
    return frozenset().union(*(ordinals(found.group()) for found in _OF_A_SERIES.finditer(folded(question))))
