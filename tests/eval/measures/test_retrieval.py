"""Ranking measures: equal to ir_measures, and what stands for a unit of ranking."""

from __future__ import annotations

from dataclasses import replace

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ir_measures import RR, R, nDCG

from eval.asking.records import Ranked
from eval.measures.metrics import MEASURES
from eval.measures.retrieval import ndcg, ranked_units, recall_at, reciprocal_rank, relevant_units, trec_lines
from tests.eval.made import AGAIN, BOTH_ASKED, DAM, DAM_ASKED, MOON_ASKED, OTHER, TEXTS, TOLL, TOLL_ASKED, answer

UNITS = [f"d{number}" for number in range(30)]
RUNS = st.lists(st.sampled_from(UNITS), max_size=25, unique=True)
QRELS = st.dictionaries(st.sampled_from(UNITS), st.integers(0, 4), min_size=1, max_size=20).filter(
    lambda grades: any(grades.values())
)


def at(article_id: str, text: str, *, before: int = 0, after: int = 0) -> Ranked:
    """Return the passage that is this text in its article, moved at either end."""
    start = TEXTS[article_id].index(text)
    return Ranked(article_id, start + before, start + len(text) + after)


def value(result: float | None) -> float:
    assert result is not None
    return result


@given(RUNS, QRELS)
def test_equal_to_ir_measures(run: list[str], qrels: dict[str, int]) -> None:
    lines = (line.split() for line in trec_lines("q", run, tag="t"))
    scored = [ir_measures.ScoredDoc(line[0], line[2], float(line[4])) for line in lines]
    judged = [ir_measures.Qrel("q", unit, grade) for unit, grade in qrels.items()]
    wanted = [R @ 1, R @ 5, R @ 10, RR @ 10, nDCG @ 10]
    # A question without anything retrieved is absent from a run: ir_measures then counts 0.
    theirs = ir_measures.calc_aggregate(wanted, judged, scored) if scored else dict.fromkeys(wanted, 0.0)
    for k in (1, 5, 10):
        assert value(recall_at(k, run, qrels)) == pytest.approx(theirs[R @ k], abs=1e-9)
    assert value(reciprocal_rank(10, run, qrels)) == pytest.approx(theirs[RR @ 10], abs=1e-9)
    assert value(ndcg(10, run, qrels)) == pytest.approx(theirs[nDCG @ 10], abs=1e-9)


@pytest.mark.parametrize("formula", [recall_at, reciprocal_rank, ndcg])
@pytest.mark.parametrize("qrels", [{}, {"d1": 0}])
def test_nothing_relevant_is_no_figure(formula: object, qrels: dict[str, int]) -> None:
    assert callable(formula)
    assert formula(10, ["d1"], qrels) is None


def test_where_articles_were_judged_a_passage_stands_for_its_article() -> None:
    judged = replace(MOON_ASKED, kind="fact", relevant={"gazette": 2, "courrier": 0})
    record = replace(answer("moon"), ranked=(at("courrier", DAM), at("courrier", TOLL), at("gazette", AGAIN)))
    assert ranked_units(judged, record, TEXTS) == ("courrier", "gazette")
    assert relevant_units(judged) == {"gazette": 2, "courrier": 0}
    assert MEASURES["retrieval.mrr@10"](judged, record, TEXTS) == 1 / 2


def test_a_group_is_reached_once_by_any_of_its_sentences() -> None:
    ranked = (at("courrier", OTHER), at("gazette", AGAIN), at("courrier", TOLL))
    units = ranked_units(TOLL_ASKED, replace(answer("toll"), ranked=ranked), TEXTS)
    assert units[1] == "gold-1"
    assert len(set(units)) == 3  # the second sentence of the group takes a rank and is not relevant
    assert relevant_units(TOLL_ASKED) == {"gold-1": 1}
    assert ndcg(10, units, relevant_units(TOLL_ASKED)) == pytest.approx(0.6309297535714574)  # 1 / log2(3)


def test_a_passage_that_reaches_two_groups_stands_for_both() -> None:
    asked = replace(BOTH_ASKED, gold=(DAM_ASKED.gold[0], (TOLL_ASKED.gold[0][0],)))
    whole = Ranked("courrier", 0, len(TEXTS["courrier"]))
    record = replace(answer("both"), ranked=(at("gazette", OTHER), whole))
    assert ranked_units(asked, record, TEXTS)[1:] == ("gold-1", "gold-2")
    assert MEASURES["retrieval.recall@10"](asked, record, TEXTS) == 1.0
    assert MEASURES["retrieval.recall@1"](asked, replace(record, ranked=(whole,)), TEXTS) == 1 / 2


@pytest.mark.parametrize(("cut", "reached"), [(0, True), (19, True), (20, False)])
def test_half_of_a_quote_is_enough(cut: int, reached: bool) -> None:
    assert len(DAM) == 39
    record = replace(answer("dam"), ranked=(at("courrier", DAM, after=-cut),))
    assert (ranked_units(DAM_ASKED, record, TEXTS) == ("gold-1",)) is reached


def test_the_same_passage_again_takes_a_rank_again() -> None:
    beside = at("courrier", OTHER)
    record = replace(answer("dam"), ranked=(beside, beside, beside, at("courrier", DAM)))
    assert MEASURES["retrieval.mrr@10"](DAM_ASKED, record, TEXTS) == 1 / 4
    assert len(ranked_units(DAM_ASKED, record, TEXTS)) == 4


@given(st.lists(st.sampled_from([at("courrier", DAM), at("courrier", OTHER), at("gazette", AGAIN)]), max_size=8))
def test_looking_no_deeper_gives_the_same_first_units(ranked: list[Ranked]) -> None:
    record = replace(answer("both"), ranked=tuple(ranked))
    whole = ranked_units(BOTH_ASKED, record, TEXTS)
    assert len(set(whole)) == len(whole)
    for depth in range(9):
        assert ranked_units(BOTH_ASKED, record, TEXTS, depth=depth) == whole[:depth]


def test_nothing_retrieved_is_zero_where_something_is_known_and_nothing_otherwise() -> None:
    assert MEASURES["retrieval.recall@10"](DAM_ASKED, answer("dam"), TEXTS) == 0.0
    assert MEASURES["retrieval.recall@10"](MOON_ASKED, answer("moon"), TEXTS) is None


def test_the_lines_of_a_run_have_six_columns_and_falling_scores() -> None:
    assert list(trec_lines("q 1", ["a b", "c"], tag="ours")) == ["q_1 Q0 a_b 1 2 ours", "q_1 Q0 c 2 1 ours"]
