"""How likely it is that the best sentence answers: what is measured, and the constraints a question sets.

The weights are fitted by ``assistant/training/scorer.py`` on questions whose answer is there and on
questions whose answer was taken away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant.answering.candidates import Candidate
from assistant.answering.features import SENTENCE_FEATURES, Asked, Features
from assistant.language.dates import DateMention
from assistant.retrieval.query import Query

CONFIDENCE_FEATURES = (
    *SENTENCE_FEATURES,
    "score",
    "margin",  # to the best sentence that says something else
    "terms",  # how many the question has
    "unknown_names",  # share of the question's names that the corpus does not have
    "unknown_terms",  # share of its weight that the corpus does not have in any form
    "date_broken",  # the question names a date that neither the sentence nor its article has
    "english",
    *(f"asks_{kind}" for kind in ("who", "how_many", "when", "where", "why", "yes_no")),
)


def confidence_features(asked: Asked, found: Sequence[Candidate], place: int, *, known: Sequence[bool]) -> Features:
    """Measure one of the candidates as the answer.

    Args:
        asked: the question.
        found: candidates, best first.
        place: which one.
        known: for each term of the question, whether the corpus has it in any form.

    Returns:
        ``(len(CONFIDENCE_FEATURES),)`` float64, in that order.
    """
    query = asked.query
    best = found[place]
    others = [one.score for one in found if one is not best and not _repeats(one, best)]
    names = [is_known for term, is_known in zip(query.terms, known, strict=True) if term.is_name]
    weight = sum(asked.background)
    missing = sum(value for value, is_known in zip(asked.background, known, strict=True) if not is_known)
    return np.array(
        [
            *best.features,
            best.score,
            min(best.score - max(others), 5.0) if others else 5.0,
            float(len(query.terms)),
            names.count(False) / len(names) if names else 0.0,
            missing / weight if weight else 0.0,
            float(breaks_date(query, best)),
            float(query.language == "en"),
            *(float(query.answer_type == kind) for kind in ("who", "how_many", "when", "where", "why", "yes_no")),
        ]
    )


def breaks_date(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question names a date that neither the sentence nor its article's date agrees with."""
    return any(not _agrees(date, candidate) for date in query.dates)


def _agrees(asked: DateMention, candidate: Candidate) -> bool:
    sentence = candidate.sentence
    if any(_compatible(asked, date.year, date.month, date.day) for date in sentence.dates):
        return True
    if asked.year and re.search(rf"\b{asked.year}\b", sentence.text):
        return True
    published = sentence.article.published.date
    if published is None:
        return False
    parts = [int(part) for part in published.split("-")]
    year, month, day = (*parts, None, None)[:3]
    return _compatible(asked, year, month, day)


def _compatible(asked: DateMention, year: int | None, month: int | None, day: int | None) -> bool:
    pairs = ((asked.year, year), (asked.month, month), (asked.day, day))
    shared = [(left, right) for left, right in pairs if left is not None and right is not None]
    return bool(shared) and all(left == right for left, right in shared)


def _repeats(one: Candidate, other: Candidate) -> bool:
    """Tell whether two sentences say the same, word for word or nearly (chapo and body, or an agency's copy)."""
    left, right = ({term for term, _ in candidate.sentence.terms} for candidate in (one, other))
    return len(left & right) >= 0.8 * max(1, min(len(left), len(right)))
