"""Every answer that a person should look at: what is wrong with it, what was expected, what was said, and where.

Markdown and HTML both write down what ``wrong_answers`` returns, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from eval.asking.records import Cited, Record
from eval.datasets.dataset import REFUSAL_KINDS, Gold, Question
from eval.measures.metrics import MEASURES, precision, recall
from eval.measures.spans import Texts, gold_spans, overlap, supported
from eval.measures.summary import Pair

Fault = Literal["failed", "answered", "refused", "missed", "partial", "padded", "misattributed"]
Span = tuple[int, int]

FAULTS: Mapping[Fault, str] = {
    "failed": "it ended in an error",
    "answered": "it had to be refused and was answered",
    "refused": "the corpus answers and it was refused",
    "missed": "it was answered, by no sentence that answers",
    "partial": "it was answered, and something that had to be said was not",
    "padded": "the answer is there, and beside it a quote that does not answer",
    "misattributed": "the answer is there, with a wrong publisher, date, speaker or quote",
}
"""What can be wrong, the gravest first; an answer has the first that fits it."""

ATTRIBUTION: Mapping[str, str] = {
    "citations.publisher": "publisher",
    "citations.date": "date",
    "citations.speaker": "speaker",
    "citations.quote_exact": "quote",
}
AROUND = 160
"""Characters of the article shown on either side of a quote."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of an article that are alike: quoted or not, marked as an answer or not."""

    text: str
    quoted: bool = False
    gold: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A part of an article; ``cut_before`` and ``cut_after`` say whether the article goes on there."""

    article_id: str
    stretches: tuple[Stretch, ...]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One citation, whether it supports a gold sentence, and its surroundings (None where the quote is nowhere)."""

    cited: Cited
    right: bool
    place: Place | None


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing that had to be said: the sentences any of which says it, and whether one of them was cited."""

    golds: tuple[Gold, ...]
    reached: bool


@dataclass(frozen=True, slots=True)
class Wrong:
    """One answer to look at.

    Attributes:
        question: as asked.
        record: what came of it.
        fault: a key of ``FAULTS``.
        attribution: what is wrong with how quotes are attributed: values of ``ATTRIBUTION``.
        expected: empty when it had to be refused, or when only articles were judged.
        said: the citations in order, empty when there is none.
        nearest: the best passage retrieved, None when nothing was.
        gold_rank: rank of the first passage retrieved that holds a gold sentence or part of one, None when none does.
    """

    question: Question
    record: Record
    fault: Fault
    attribution: tuple[str, ...]
    expected: tuple[Expected, ...]
    said: tuple[Said, ...]
    nearest: Place | None
    gold_rank: int | None


def fault(question: Question, record: Record, texts: Texts, *, judged: Collection[str] = ATTRIBUTION) -> Fault | None:
    """Return the first of ``FAULTS`` that fits, None when there is nothing to look at.

    Where only articles were judged, an answer is missed when it cites none of the relevant ones.

    Args:
        question: as asked.
        record: what came of it.
        texts: article id to cleaned text.
        judged: which of ``ATTRIBUTION`` the dataset has gold for.
    """
    if record.error is not None:
        return "failed"
    if question.to_refuse:
        return "answered" if record.answered else None
    if record.refused:
        return "refused"
    if not question.answerable:
        return None if any(question.relevant.get(cited.article_id) for cited in record.cited) else "missed"
    reached = recall(question, record, texts) or 0.0
    if reached < 1:
        return "partial" if reached else "missed"
    if precision(question, record, texts) != 1.0:
        return "padded"
    return "misattributed" if _attribution(question, record, texts, judged) else None


def wrong_answers(pairs: Iterable[Pair], texts: Texts, *, judged: Collection[str] = ATTRIBUTION) -> tuple[Wrong, ...]:
    """Return every answer with a fault, in the order of the questions.

    Args:
        pairs: each question with its record.
        texts: article id to cleaned text.
        judged: which of ``ATTRIBUTION`` the dataset has gold for.
    """
    return tuple(
        _wrong(question, record, kind, texts, judged)
        for question, record in pairs
        if (kind := fault(question, record, texts, judged=judged)) is not None
    )


def grouped(wrong: Iterable[Wrong]) -> dict[str, tuple[Wrong, ...]]:
    """Return wrong answers by kind: kinds to answer first, then those with most; in each, the gravest fault first."""
    kinds: dict[str, list[Wrong]] = {}
    for one in wrong:
        kinds.setdefault(one.question.kind, []).append(one)
    gravity = list(FAULTS).index
    return {
        kind: tuple(sorted(kinds[kind], key=lambda one: gravity(one.fault)))
        for kind in sorted(kinds, key=lambda kind: (kind in REFUSAL_KINDS, -len(kinds[kind]), kind))
    }


def _wrong(question: Question, record: Record, kind: Fault, texts: Texts, judged: Collection[str]) -> Wrong:
    golds = _spans(question.golds, texts)
    return Wrong(
        question=question,
        record=record,
        fault=kind,
        attribution=_attribution(question, record, texts, judged),
        expected=tuple(
            Expected(group, any(supported(cited, group, texts) for cited in record.cited)) for group in question.gold
        ),
        said=tuple(
            Said(cited, bool(supported(cited, question.golds, texts)), _around(cited, golds, texts))
            for cited in record.cited
        ),
        nearest=_nearest(record, golds, texts),
        gold_rank=_gold_rank(record, golds),
    )


def _attribution(question: Question, record: Record, texts: Texts, judged: Collection[str]) -> tuple[str, ...]:
    measured = {name: MEASURES[name](question, record, texts) for name in ATTRIBUTION if name in judged}
    return tuple(ATTRIBUTION[name] for name, value in measured.items() if value not in (None, 1.0))


def _spans(golds: Iterable[Gold], texts: Texts) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for gold in golds:
        spans.setdefault(gold.article_id, []).extend(gold_spans(gold, texts))
    return spans


def _gold_rank(record: Record, golds: Mapping[str, Sequence[Span]]) -> int | None:
    for rank, passage in enumerate(record.ranked, 1):
        if any(overlap((passage.start, passage.end), span) for span in golds.get(passage.article_id, ())):
            return rank
    return None


def _nearest(record: Record, golds: Mapping[str, Sequence[Span]], texts: Texts) -> Place | None:
    if not record.ranked or record.ranked[0].article_id not in texts:
        return None
    first = record.ranked[0]
    return _place(first.article_id, (first.start, first.end), None, golds, texts)


def _around(cited: Cited, golds: Mapping[str, Sequence[Span]], texts: Texts) -> Place | None:
    text = texts.get(cited.article_id, "")
    if not cited.quote or text[cited.start : cited.end] != cited.quote:
        return None
    start, end = max(0, cited.start - AROUND), min(len(text), cited.end + AROUND)
    if start:
        start = text.find(" ", start, cited.start) + 1 or cited.start
    if end < len(text):
        end = max(text.rfind(" ", cited.end, end), cited.end)
    return _place(cited.article_id, (start, end), (cited.start, cited.end), golds, texts)


def _place(
    article_id: str, shown: Span, quoted: Span | None, golds: Mapping[str, Sequence[Span]], texts: Texts
) -> Place:
    """Cut what is shown wherever a quote or a gold sentence begins or ends."""
    text = texts[article_id]
    marks = golds.get(article_id, ())
    edges = {edge for span in (*marks, *([quoted] if quoted else [])) for edge in span if shown[0] < edge < shown[1]}
    cuts = [shown[0], *sorted(edges), shown[1]]
    stretches = tuple(
        Stretch(
            text=text[start:end],
            quoted=quoted is not None and overlap((start, end), quoted) > 0,
            gold=any(overlap((start, end), span) > 0 for span in marks),
        )
        for start, end in pairwise(cuts)
    )
    return Place(article_id, stretches, cut_before=shown[0] > 0, cut_after=shown[1] < len(text))
