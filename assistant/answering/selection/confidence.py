"""How likely it is that the best sentence answers: what is measured, and the constraints a question sets.

The weights are fitted by ``assistant/training/scorer.py`` on questions whose answer is there and on
questions whose answer was taken away.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.feature_names import SENTENCE_FEATURES, SIGNS, Features
from assistant.retrieval.query import Query

_KINDS = ("who", "how_many", "when", "where", "why", "yes_no")
MULTIPLIED = ("soft_window", "verb_missing")
_MULTIPLIED = [SENTENCE_FEATURES.index(name) for name in MULTIPLIED]
_SOFT, _SOFT_WINDOW = SENTENCE_FEATURES.index("soft_coverage"), SENTENCE_FEATURES.index("soft_window")
_PASSAGE = SENTENCE_FEATURES.index("passage")

_COVERAGE_ARTICLE = SENTENCE_FEATURES.index("coverage_article")
_SAME_SUBJECT = 0.4
# Name to the sign its weight must have (0: any).
CONFIDENCE_SIGNS: Mapping[str, int] = {
    "score": 1,
    "margin": 1,  # to the best sentence that says something else
    "terms": 0,  # how many the question has
    "unknown_names": -1,  # share of the question's names that the corpus does not have
    "unknown_terms": -1,  # share of its weight that the corpus does not have in any form
    "english": 0,
    "english_unknown": -1,  # unknown_terms of an English question: what cannot be translated is not there
    "outdated": -1,  # how much more a sentence of another date scores than the best of the date asked about
    "little_met": -1,  # what is left unmet around the sentence, past four tenths
    "little_said": -1,  # what is left unmet by the sentence, past half
    "share_x_soft": 1,  # share of odds and of weight met: one is worth little without the other
    "share": 1,  # of the best sentence's odds among all that say something else
    "passage_lead": 1,  # the ranker's probability of its passage, less that of the best other article's
    **{f"asks_{kind}": 0 for kind in _KINDS},
    # The kinds of question differ in how much has to be met: a reason is given elsewhere than a number.
    **{f"{kind}_x_{name}": SIGNS[name] for kind in _KINDS for name in MULTIPLIED},
}
CONFIDENCE_FEATURES = (*SENTENCE_FEATURES, *CONFIDENCE_SIGNS)


def on_subject(candidate: Candidate) -> bool:
    """Tell whether a sentence's article has two fifths of what is asked, by weight; else it is on another subject."""
    return bool(candidate.features[_COVERAGE_ARTICLE] >= _SAME_SUBJECT)


def known_terms(query: Query, vocabulary: Collection[str]) -> list[bool]:
    """Tell, for each term of a question, whether the corpus has it in any form."""
    return [any(other in vocabulary for other in term.alternatives) for term in query.terms]


def confidence_features(
    asked: Asked, found: Sequence[Candidate], place: int, *, known: Sequence[bool], ahead: float = -math.inf
) -> Features:
    """Measure one of the candidates as the answer.

    Args:
        asked: the question.
        found: candidates, best first.
        place: which one.
        known: for each term of the question, whether the corpus has it in any form.
        ahead: score of the best sentence that was left out for its date.

    Returns:
        ``(len(CONFIDENCE_FEATURES),)`` float64, in that order.
    """
    query = asked.query
    best = found[place]
    others = [one.score for one in found if one is not best and not _repeats(one, best)]
    share = 1.0 / (1.0 + sum(math.exp(min(score - best.score, 20.0)) for score in others))
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
            float(query.language == "en"),
            missing / weight if weight and query.language == "en" else 0.0,
            min(max(ahead - best.score, 0.0), 5.0),
            max(0.6 - best.features[_SOFT_WINDOW], 0.0),
            max(0.5 - best.features[_SOFT], 0.0),
            share * best.features[_SOFT_WINDOW],
            share,
            _passage_lead(found, best),
            *(float(query.answer_type == kind) for kind in _KINDS),
            *(float(query.answer_type == kind) * best.features[at] for kind in _KINDS for at in _MULTIPLIED),
        ]
    )


def best_outdated(query: Query, ranked: Sequence[Candidate]) -> float:
    """Return the score of the best sentence that breaks a date of the question; minus infinity without any."""
    return next((one.score for one in ranked if breaks_date(query, one.sentence)), -math.inf)


def _passage_lead(found: Sequence[Candidate], best: Candidate) -> float:
    own = best.sentence.article.id
    others = [one.features[_PASSAGE] for one in found if one.sentence.article.id != own]
    return float(best.features[_PASSAGE] - max(others, default=0.0))


def _repeats(one: Candidate, other: Candidate) -> bool:
    """Tell whether two sentences say the same, word for word or nearly (chapo and body, or an agency's copy)."""
    left, right = one.sentence.said, other.sentence.said
    return len(left & right) >= 0.8 * max(1, min(len(left), len(right)))
