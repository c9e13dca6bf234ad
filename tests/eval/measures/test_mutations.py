"""Faults planted into right answers: every measure that should fall falls, so the stick cannot be fooled by them.

The right answers are those of the shipped questions' own gold, over the real articles; the faults are in
``mutations.py``. A second, tiny corpus shows the same on whole runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.corpus.reader import read_corpus
from eval.asking.records import Record
from eval.datasets.dataset import Question
from eval.datasets.jsonl import read_questions
from eval.measures.abstention import ABSTENTION
from eval.measures.metrics import MEASURES
from eval.measures.risk import risk_figures
from eval.measures.summary import Summary, pair, summarise
from eval.reporting.headline import LOWER_IS_BETTER
from tests.eval.made import ASKED, OTHER, RIGHT, TEXTS, cite, refusal
from tests.eval.measures.mutations import OF_ANSWERS, OF_REFUSALS, Case, Mutation, cases

ROOT = Path(__file__).parents[3]
LEAST = 0.95
"""Least share of faults that the measures which should fall must see: over all faults, and for each of them."""
ALIKE = 1e-12


@pytest.fixture(scope="module")
def real() -> list[Case]:
    """Return the shipped questions with right answers over the shipped articles."""
    texts = {article.id: article.text for article in read_corpus(ROOT / "corpus").articles}
    return list(cases(read_questions(ROOT / "eval" / "questions.jsonl"), texts))


def scores(case: Case, record: Record) -> dict[str, float]:
    """Return every measure of one record; higher is better, and what does not count for it is perfect.

    The risk is that of a small run around it. What is better low is turned, so that it falls as the others.
    """
    every = {**MEASURES, **ABSTENTION}
    found = {name: measure(case.question, record, case.texts) for name, measure in every.items()}
    around = [*pair(ASKED, RIGHT), (case.question, record)]
    found |= {f"risk.{name}": value for name, value in risk_figures(around, {**TEXTS, **case.texts}).items()}
    return {name: 1.0 if value is None else _turned(name, value) for name, value in found.items()}


def _turned(name: str, value: float) -> float:
    return 1 - value if name in LOWER_IS_BETTER else value


def planted(case: Case, mutations: Iterable[Mutation]) -> Iterator[tuple[Mutation, dict[str, float], dict[str, float]]]:
    """Yield each fault that means something for a case, with the measures before and after it."""
    right = scores(case, case.record)
    for mutation in mutations:
        before, after = mutation.before(case), mutation.plant(case)
        if before is not None and after is not None:
            yield mutation, right if before == case.record else scores(case, before), scores(case, after)


def test_a_right_answer_is_right_by_every_measure(real: list[Case]) -> None:
    assert len(real) > 200
    for case in real:
        result = scores(case, case.record)
        groups = max(1, len(case.question.gold))
        assert result.pop("retrieval.recall@1") == pytest.approx(1 / groups), case.question.id
        assert result.pop("risk.aurc") > 0
        assert result.pop("risk.ece") == pytest.approx(0.9)
        assert result == pytest.approx(dict.fromkeys(result, 1.0)), case.question.id


def test_faults_are_seen_by_the_measures_that_should_see_them(real: list[Case]) -> None:
    seen: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    blind: list[str] = []
    for case in real:
        for mutation, before, after in planted(case, OF_ANSWERS if case.question.answerable else OF_REFUSALS):
            fallen = {name for name in before if after[name] < before[name] - ALIKE}
            risen = {name for name in before if after[name] > before[name] + ALIKE}
            tried[mutation.name] += len(mutation.falls)
            seen[mutation.name] += len(fallen.intersection(mutation.falls))
            blind += [f"{mutation.name}, {case.question.id}: {name}" for name in mutation.falls if name not in fallen]
            assert not risen, f"{mutation.name}, {case.question.id}: better by {risen}"
    score = seen.total() / tried.total()
    assert score >= LEAST, f"mutation score {score:.1%} of {tried.total()}; not seen:\n" + "\n".join(blind[:40])
    poor = {name: f"{seen[name]} of {count}" for name, count in tried.items() if seen[name] < LEAST * count}
    assert not poor, f"mutation score {score:.1%}, but {poor}; not seen:\n" + "\n".join(blind[:40])
    assert {mutation.name for mutation in (*OF_ANSWERS, *OF_REFUSALS)} == set(tried), "a fault was planted nowhere"


def test_every_measure_sees_some_fault() -> None:
    watched = {name for mutation in (*OF_ANSWERS, *OF_REFUSALS) for name in mutation.falls}
    risks = {f"risk.{name}" for name in risk_figures([], TEXTS)}
    assert {*MEASURES, *ABSTENTION, *risks} == watched


@pytest.mark.parametrize("name", ["another publisher", "day after", "another speaker", "digit altered", "padded"])
def test_a_fault_of_one_field_leaves_the_others_alone(name: str, real: list[Case]) -> None:
    chosen = [mutation for mutation in OF_ANSWERS if mutation.name == name]
    for case in (case for case in real if case.question.answerable):
        for mutation, before, after in planted(case, chosen):
            assert {key for key in before if before[key] != after[key]} == set(mutation.falls), case.question.id


def means(records: Sequence[Record], asked: Sequence[Question] = ASKED) -> dict[str, float | None]:
    """Return measure name to mean over a run."""
    summary: Summary = summarise(pair(asked, records), TEXTS)
    return {name: None if value is None else value.mean for name, value in summary.figures.items()}


def test_a_right_run_has_every_figure_at_one() -> None:
    result = means(RIGHT)
    unknown = {"answers.exact_match", "answers.f1", "silence.false_premises"}
    assert {name for name, value in result.items() if value is None} == unknown
    assert result.pop("retrieval.recall@1") == pytest.approx((1 + 1 + 1 / 2) / 3)
    assert {_turned(name, value) for name, value in result.items() if value is not None} == {1.0}


def test_an_answer_where_a_refusal_was_due_lowers_refusal_recall() -> None:
    result = means((*RIGHT[:3], replace(RIGHT[0], question_id="moon"), RIGHT[4]))
    assert result["refusals.recall"] == 1 / 2
    assert result["refusals.precision"] == 1.0
    assert result["citations.precision"] == 1.0


def test_a_refusal_where_an_answer_was_due_lowers_refusal_precision_and_found() -> None:
    result = means((refusal("dam"), *RIGHT[1:]))
    assert result["refusals.precision"] == 2 / 3
    assert result["answers.found"] == 2 / 3
    assert result["refusals.recall"] == 1.0


def test_an_added_citation_beside_the_point_lowers_precision() -> None:
    result = means((replace(RIGHT[0], cited=(*RIGHT[0].cited, cite("courrier", OTHER))), *RIGHT[1:]))
    assert result["citations.precision"] == (1 / 2 + 1 + 1) / 3
    assert result["answers.found"] == 1.0


def test_a_set_that_names_no_speaker_does_not_judge_them() -> None:
    silent = [
        replace(one, gold=tuple(tuple(replace(g, speaker=None) for g in group) for group in one.gold)) for one in ASKED
    ]
    assert means(RIGHT)["citations.speaker"] == 1.0
    assert means(RIGHT, silent)["citations.speaker"] is None
    assert means(RIGHT, silent)["citations.date"] == 1.0
