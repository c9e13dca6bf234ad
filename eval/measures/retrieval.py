"""How well passages are ranked: recall@k, reciprocal rank and nDCG, over whatever a dataset has judged.

The measures are trec_eval's, on a list of *units* without repetition and the grade of each relevant one. What a unit
is depends on the gold:

- **Articles**, where articles were judged (``Question.relevant``, as in BEIR): a passage stands for its article, and
  only an article's first passage takes a rank.
- **Gold groups**, where sentences were marked: each group is one unit of grade 1, however many sentences say it. A
  passage reaches a group when it holds at least half of the characters of one of its quotes. A passage that reaches
  several new groups stands for as many successive units; one that reaches none, or only groups reached before it,
  is one irrelevant unit and takes a rank, as it takes a reader's time.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from eval.asking.records import Ranked, Record
from eval.datasets.dataset import Question
from eval.measures.spans import Texts, gold_spans, overlap

_WHITE = re.compile(r"\s+")


def relevant_units(question: Question) -> Mapping[str, int]:
    """Return unit to grade, articles or gold groups as the module says; empty when nothing is known.

    Grades are 1 and above for what is relevant; an article judged irrelevant keeps its 0.
    """
    return question.relevant or {_group(number): 1 for number in range(len(question.gold))}


def ranked_units(question: Question, record: Record, texts: Texts, *, depth: int | None = None) -> tuple[str, ...]:
    """Return what was retrieved as units without repetition, best first.

    Args:
        question: decides what a unit is.
        record: its ``ranked`` passages are read.
        texts: article id to cleaned text.
        depth: how many units are looked at, all when None.
    """
    if question.relevant or not question.gold:
        return tuple(dict.fromkeys(passage.article_id for passage in record.ranked))[:depth]
    places = [
        [(gold.article_id, *span) for gold in group for span in gold_spans(gold, texts)] for group in question.gold
    ]
    units: dict[str, None] = {}
    for passage in record.ranked:
        if depth is not None and len(units) >= depth:
            break
        reached = [_group(number) for number, spans in enumerate(places) if _holds(passage, spans)]
        new = [group for group in reached if group not in units]
        units.update(dict.fromkeys(new or [_beside(passage, units)]))
    return tuple(units)[:depth]


def recall_at(k: int, units: Sequence[str], relevant: Mapping[str, int]) -> float | None:
    """Return the share of relevant units among the first k; None when none is relevant.

    trec_eval's ``recall_k``: ``|relevant ∩ first k| / |relevant|``.
    """
    wanted = {unit for unit, grade in relevant.items() if grade > 0}
    return len(wanted.intersection(units[:k])) / len(wanted) if wanted else None


def reciprocal_rank(k: int, units: Sequence[str], relevant: Mapping[str, int]) -> float | None:
    """Return 1 / the rank of the first relevant unit, 0 when it is not among the first k; None when none is relevant.

    Voorhees 1999, "The TREC-8 Question Answering Track Report", section 3; its mean over questions is MRR@k.
    """
    if not any(grade > 0 for grade in relevant.values()):
        return None
    return next((1 / rank for rank, unit in enumerate(units[:k], 1) if relevant.get(unit, 0) > 0), 0.0)


def ndcg(k: int, units: Sequence[str], relevant: Mapping[str, int]) -> float | None:
    """Return the normalised discounted cumulative gain of the first k units; None when none is relevant.

    Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", as trec_eval's ``ndcg_cut_k``
    computes it: the gain is the grade itself, discounted by ``log2(rank + 1)``, over the gain of the best order.
    """
    best = _gain(sorted((grade for grade in relevant.values() if grade > 0), reverse=True)[:k])
    return _gain([relevant.get(unit, 0) for unit in units[:k]]) / best if best else None


def measured(
    formula: Callable[[int, Sequence[str], Mapping[str, int]], float | None], k: int
) -> Callable[[Question, Record, Texts], float | None]:
    """Return one of the measures at depth k as a function of a question, its record and the texts."""

    def measure(question: Question, record: Record, texts: Texts) -> float | None:
        relevant = relevant_units(question)
        return formula(k, ranked_units(question, record, texts, depth=k), relevant) if relevant else None

    return measure


def trec_lines(question_id: str, units: Sequence[str], *, tag: str) -> Iterator[str]:
    """Yield the lines of a TREC run for one question: ``qid Q0 docid rank score tag``, best first, no line end.

    The score is the number of units from this one to the last, so that a program which sorts by score keeps the
    order. Columns are separated by white space: within a column it becomes ``_``.
    """
    for rank, unit in enumerate(units, 1):
        columns = (question_id, "Q0", unit, str(rank), str(len(units) - rank + 1), tag)
        yield " ".join(_WHITE.sub("_", column) for column in columns)


def _gain(grades: Sequence[int]) -> float:
    return math.fsum(max(0, grade) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))


def _holds(passage: Ranked, spans: Sequence[tuple[str, int, int]]) -> bool:
    return any(
        article_id == passage.article_id and 2 * overlap((passage.start, passage.end), (start, end)) >= end - start
        for article_id, start, end in spans
    )


def _group(number: int) -> str:
    return f"gold-{number + 1}"


def _beside(passage: Ranked, units: Mapping[str, None]) -> str:
    """Return a name for a passage beside the point; the same place retrieved again is another unit."""
    name = f"{passage.article_id}:{passage.start}-{passage.end}"
    return name if name not in units else f"{name}#{len(units) + 1}"
