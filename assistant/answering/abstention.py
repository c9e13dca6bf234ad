"""Whether to stay silent, and why: the reason a reader is given."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.confidence import known_terms
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.features import SENTENCE_FEATURES
from assistant.retrieval.query import Query
from assistant.types import Reason

_COVERAGE_ARTICLE = SENTENCE_FEATURES.index("coverage_article")
_BINDING_BROKEN = SENTENCE_FEATURES.index("binding_broken")
_COVERAGE = SENTENCE_FEATURES.index("coverage")
_ON_TOPIC = 0.45
_NEARLY_SAID = 0.6


def unknown_names(query: Query, vocabulary: Collection[str]) -> tuple[str, ...]:
    """Return the names of a question, as typed, that the corpus has in no spelling."""
    known = known_terms(query, vocabulary)
    return tuple(term.word for term, is_known in zip(query.terms, known, strict=True) if term.is_name and not is_known)


def reason_to_abstain(asked: Asked, found: Sequence[Candidate], *, missing_names: Sequence[str]) -> Reason:
    """Return why a question is not answered, the most telling reason first.

    Args:
        asked: the question.
        found: candidates, best first; none when nothing is near.
        missing_names: what :func:`unknown_names` gives.
    """
    if not asked.query.terms:
        return "empty_question" if not asked.query.dates else "off_period"
    covered = max((one.features[_COVERAGE_ARTICLE] for one in found), default=0.0)
    if missing_names and covered > 0:
        return "unknown_entity"
    if covered < _ON_TOPIC:
        return "off_topic"
    if all(breaks_date(asked.query, one.sentence) for one in found):
        return "off_period"
    best = found[0].features
    if best[_BINDING_BROKEN] or (asked.query.answer_type in ("why", "yes_no") and best[_COVERAGE] > _NEARLY_SAID):
        return "false_premise"
    return "not_enough_evidence"
