"""What staying silent costs and saves at the threshold that is shipped, and what near misses get through.

A *near miss* is a question whose topic is in the corpus while its answer is not: another period, a name that is not
there, a premise that is not so, a fact that nobody gives. An answer is *wrong* when not one of its quotes answers, and
*incomplete* when something that had to be said is not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eval.asking.records import Record
from eval.datasets.dataset import Question
from eval.measures.metrics import recall, refusal_recall
from eval.measures.spans import Texts

NEAR_MISSES = frozenset({"off_period", "unknown_entity", "false_premise", "not_enough_evidence"})


def near_miss_refused(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when a near miss was refused, otherwise 0; None for any other question."""
    return refusal_recall(question, record, texts) if question.kind in NEAR_MISSES else None


def false_premise_accepted(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when a question with a false premise was answered, otherwise 0; None for any other question."""
    return float(record.answered) if question.to_refuse and question.kind == "false_premise" else None


def covered(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when an answerable question was answered, rightly or not; None for one to be refused."""
    return float(record.answered) if question.answerable else None


def wrong_of_answerable(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when no quote of an answer to an answerable question answers it, otherwise 0; None without an answer."""
    return float(says_nothing_right(question, record, texts)) if question.answerable and record.answered else None


def wrong(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when an answer is wrong or had to be a refusal, otherwise 0; None without an answer.

    Questions of which only relevant articles are known do not count.
    """
    if not record.answered or not (question.answerable or question.to_refuse):
        return None
    return float(says_nothing_right(question, record, texts))


def incomplete(question: Question, record: Record, texts: Texts) -> float | None:
    """Return 1 when an answer to an answerable question says a part of what had to be said; None without an answer."""
    if not question.answerable or not record.answered:
        return None
    return float(0 < (recall(question, record, texts) or 0.0) < 1)


def says_nothing_right(question: Question, record: Record, texts: Texts) -> bool:
    """Tell whether nothing that had to be said is; where nothing had to be, any answer."""
    return not recall(question, record, texts)


ABSTENTION: Mapping[str, Callable[[Question, Record, Texts], float | None]] = {
    "silence.near_misses": near_miss_refused,
    "silence.false_premises": false_premise_accepted,
    "silence.coverage": covered,
    "silence.wrong_of_answerable": wrong_of_answerable,
    "silence.wrong": wrong,
    "silence.incomplete": incomplete,
}
