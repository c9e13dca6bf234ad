"""What tells a false premise from a question to which the articles just have no answer.

"Pourquoi X a-t-il démissionné ?" takes for granted what the articles do not say, or deny; "quelle est la portée
du missile ?" takes nothing wrong for granted. The weights are fitted on refused questions with their reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.feature_names import SENTENCE_FEATURES, Features
from assistant.answering.selection.folded import folded

# Name to the sign its weight must have (0: any). Measured of the sentence that comes nearest to an answer.
_MEASURED: Mapping[str, int] = {
    "verb_missing": 1,  # what is said to have been done is not said
    "verb_missing_window": 1,
    "premise_unmet": 1,
    "negated": 1,
    "denied": 1,
    "opposed": 1,
    "denial_missing": 1,
    "binding_broken": 1,
    "role_opposes": 1,
    "agent_replaced": 1,
    "agent_opposes": 1,
    "name_swapped": 1,
    "type_held": 1,  # what is asked for is there, of something else
    "head_missing": -1,  # what is asked for is not there
    "head_missing_article": -1,
    "attribute_missing": -1,
    "unit_missing": -1,
    "uncounted": -1,
    "coverage_window": 0,
    "coverage_article": 0,
    "names_unresolved": 0,
}
_KINDS = ("who", "how_many", "when", "where", "why", "yes_no")
_HOW = re.compile(r"^(?:et |mais )?(?:comment|how)\b(?! (?:many|much|long))")
_WHICH = re.compile(r"\b(?:quel(?:le)?s?|which|what)\b")
REFUSED_SIGNS: Mapping[str, int] = {
    **_MEASURED,
    **{f"asks_{kind}": 0 for kind in _KINDS},
    "asks_how": 0,
    "asks_which": 0,
    "tells": 0,  # a finite verb with its subject stands in the question: "a-t-il", "après avoir"
}
REFUSED_FEATURES = tuple(REFUSED_SIGNS)
_PLACES = [SENTENCE_FEATURES.index(name) for name in _MEASURED]
_TELLS = re.compile(r"-(?:t-)?(?:ils?|elles?)\b|\bapres\b|\b(?:did|does|was|were)\b")


def refused_features(asked: Asked, best: Features) -> Features:
    """Measure a question that is refused.

    Args:
        asked: the question.
        best: the sentence features of the nearest sentence.

    Returns:
        ``(len(REFUSED_FEATURES),)`` float64, in that order.
    """
    question = folded(asked.query.text)
    return np.array(
        [
            *best[_PLACES],
            *(float(asked.query.answer_type == kind) for kind in _KINDS),
            float(_HOW.search(question) is not None),
            float(_WHICH.search(question) is not None),
            float(_TELLS.search(question) is not None),
        ]
    )
