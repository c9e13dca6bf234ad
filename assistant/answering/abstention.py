"""Whether to stay silent, and why: the reason a reader is given."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.confidence import known_terms
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.feature_names import SENTENCE_FEATURES
from assistant.answering.selection.refused import refused_features
from assistant.retrieval.logistic_model import LogisticModel
from assistant.retrieval.query import Query
from assistant.types import Reason

_COVERAGE_ARTICLE = SENTENCE_FEATURES.index("coverage_article")
_ON_TOPIC = 0.45
_FALSE = 0.5


def unknown_names(query: Query, vocabulary: Collection[str]) -> tuple[str, ...]:
    """Return the names of a question, as typed, that the corpus has in no spelling."""
    known = known_terms(query, vocabulary)
    return tuple(term.word for term, is_known in zip(query.terms, known, strict=True) if term.is_name and not is_known)


def reason_to_abstain(
    asked: Asked, found: Sequence[Candidate], *, missing_names: Sequence[str], premise: LogisticModel
) -> Reason:
    """Return why a question is not answered, the most telling reason first.

    Args:
        asked: the question.
        found: candidates, best first; none when nothing is near.
        missing_names: what :func:`unknown_names` gives.
        premise: tells a false premise from what the articles do not tell, over ``refused.REFUSED_FEATURES``.
    """
    if not asked.query.terms:
        return "empty_question" if not asked.query.dates else "off_period"
    covered = max((one.features[_COVERAGE_ARTICLE] for one in found), default=0.0)
    if missing_names and (covered > 0 or all(term.is_name for term in asked.query.terms)):
        return "unknown_entity"
    if covered < _ON_TOPIC:
        return "off_topic"
    if asked.query.dates and breaks_date(asked.query, found[0].sentence):
        return "off_period"  # what comes nearest is of another time
    bare = all(term.given for term in asked.query.terms)  # "Pourquoi ?": what it takes for granted was just quoted
    if not bare and premise.probability(refused_features(asked, found[0].features)) > _FALSE:
        return "false_premise"
    return "not_enough_evidence"
