"""How likely it is that a whole answer is right: by what chose its sentences, and how sure that was.

A sentence is chosen because it is sure, or by a rule: the figures of a series, the best of each part of a
question, what introduces a name, whoever speaks, what is of a day. The weights are fitted on answers to
questions that were not among those the confidence of a sentence was fitted on.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from assistant.answering.selection.feature_names import Features
from assistant.answering.selection.folded import folded

Route = Literal["sentence", "parts", "series", "defined", "words", "day"]

# Name to the sign its weight must have (0: any).
ANSWER_SIGNS: Mapping[str, int] = {
    "best": 1,  # log-odds of the best sentence, where nothing else chose
    "route_parts": 0,
    "route_series": 0,
    "route_defined": 0,
    "route_words": 0,
    "route_day": 0,
    "parts_best": 1,  # log-odds of the best part
    "parts_least": 1,  # and of the one that is least sure
    "series_best": 1,  # log-odds of the best sentence, whatever the series is
    "series_points": 0,  # log of the number of figures
    "rule_best": 1,  # log-odds of the best sentence where what is defined, the speaker or the day chose
    "statements": -1,  # log of the number of sentences said
    "asks_twice": -1,
    "asks_certainty": -1,  # "est-il établi": who says so and who denies it
    "asks_course": -1,  # "comment a-t-il évolué", "quelles étapes"
}
ANSWER_FEATURES = tuple(ANSWER_SIGNS)
_SUREST = 0.99
_CERTAINTY = re.compile(
    r"\b(?:etabli|prouve|confirme|avere|certain|vrai|contest\w+|forcement|vraiment)e?s?\b(?=.*\?|$)"
    r"|\b(?:proven|confirmed|certain|true|disputed)\b"
)
_COURSE = re.compile(
    r"\b(?:evolu\w+|successi\w+|etapes?|chronologie|au fil|chang\w+|puis|ensuite|d'abord|dernierement)\b"
    r"|\bde .* a .*(?:19|20)\d\d\b|\b(?:evolve|then|steps|over time)\b"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer rests on.

    Attributes:
        route: what chose its sentences.
        best: confidence of the best sentence for the whole question, in [0, 1].
        parts: of the best sentence of each part that was said; empty for another route.
        statements: how many sentences are said.
        twice: whether the question asks for two things or compares.
        question: as understood.
    """

    route: Route
    best: float
    parts: Sequence[float]
    statements: int
    twice: bool
    question: str


def answer_features(evidence: Evidence) -> Features:
    """Return ``(len(ANSWER_FEATURES),)`` float64, in that order."""
    question = folded(evidence.question)
    route, best = evidence.route, _log_odds(evidence.best)
    parts = [_log_odds(one) for one in evidence.parts] or [0.0]
    values = {
        "best": best * (route == "sentence"),
        "route_parts": float(route == "parts"),
        "route_series": float(route == "series"),
        "route_defined": float(route == "defined"),
        "route_words": float(route == "words"),
        "route_day": float(route == "day"),
        "parts_best": max(parts) * (route == "parts"),
        "parts_least": min(parts) * (route == "parts"),
        "series_best": best * (route == "series"),
        "series_points": math.log(evidence.statements) * (route == "series"),
        "rule_best": best * (route in ("defined", "words", "day")),
        "statements": math.log(evidence.statements) * (route != "series"),
        "asks_twice": float(evidence.twice),
        "asks_certainty": float(_CERTAINTY.search(question) is not None),
        "asks_course": float(_COURSE.search(question) is not None),
    }
    return np.array([values[name] for name in ANSWER_FEATURES])


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1.0 - _SUREST), _SUREST)
    return math.log(bounded / (1.0 - bounded))
