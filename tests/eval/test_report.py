"""The report shows the figures and every wrong answer, and lets no corpus text act as markup."""

from __future__ import annotations

import json
from dataclasses import replace

from eval.report import LABELS, contract, kinds_table, markdown, table
from eval.summary import is_wrong, pair, summarise
from tests.eval.made import ASKED, DAM, RIGHT, TEXTS, TOLL, cite, refusal

WRONG = (refusal("dam"), *RIGHT[1:3], replace(RIGHT[1], question_id="moon"), RIGHT[4])


def test_the_table_has_a_row_for_each_measure_and_a_column_for_each_split() -> None:
    summary = summarise(pair(ASKED, RIGHT), TEXTS)
    lines = table({"dev": summary, "test": summary}).splitlines()
    assert [cell.strip() for cell in lines[0].split("|")[1:-1]] == ["measure", "dev", "test"]
    assert len({len(line) for line in lines}) == 1
    labels = [line.split("|")[1].strip() for line in lines]
    assert set(LABELS.values()) <= set(labels)
    assert "100.0 % [100, 100] n=3" in lines[2]


def test_kinds_are_shown_in_the_order_of_their_definition() -> None:
    lines = kinds_table({"all": summarise(pair(ASKED, WRONG), TEXTS)}).splitlines()[2:]
    assert [line.split("|")[1].strip() for line in lines] == ["fact", "figure", "comparison", "off_topic", "off_period"]
    assert "0.0 %" in lines[0]
    assert "100.0 %" in lines[1]
    assert "0.0 %" in lines[3]


def test_every_wrong_answer_is_written_down_with_what_was_expected_and_said() -> None:
    pairs = pair(ASKED, WRONG)
    wrong = [question.id for question, record in pairs if is_wrong(question, record, TEXTS)]
    assert wrong == ["dam", "moon"]
    text = markdown({"all": summarise(pairs, TEXTS)}, pairs, TEXTS, title="Run")
    assert "Wrong answers (2 of 5)" in text
    assert f"- expected: « {DAM} » (courrier)" in text
    assert "- said: refused (not_enough_evidence)" in text
    assert "- expected: a refusal. made to be refused" in text
    assert "### toll" not in text


def test_an_answer_that_is_padded_is_worth_a_look() -> None:
    padded = replace(RIGHT[0], cited=(*RIGHT[0].cited, cite("courrier", TOLL)))
    assert is_wrong(ASKED[0], padded, TEXTS)
    assert not is_wrong(ASKED[0], RIGHT[0], TEXTS)


def test_markup_in_questions_and_quotes_stays_text() -> None:
    hostile = replace(ASKED[3], question="<script>alert(1)</script> ![x](http://x) `a` | b\n# c")
    pairs = ((hostile, replace(RIGHT[0], question_id="moon")),)
    text = markdown({"all": summarise(pairs, TEXTS)}, pairs, TEXTS, title="Run")
    assert "<script" not in text
    assert "![x]" not in text
    assert "\n# c" not in text


def test_the_json_has_every_part_of_the_contract_and_null_for_what_is_not_measured() -> None:
    pairs = pair(ASKED, WRONG)
    summary = summarise(pairs, TEXTS)
    written = json.loads(json.dumps(contract({"dev": summary, "all": summary}, pairs, TEXTS), allow_nan=False))
    assert {"retrieval", "answers", "citations", "refusals", "risk", "latency_ms", "counts"} <= set(written)
    assert written["answers"]["found"] == 2 / 3
    assert written["answers"]["f1"] is None
    assert set(written["retrieval"].values()) == {None}
    assert written["citations"]["quote_exact"] == 1.0
    assert written["refusals"]["by_class"] == {"off_topic": 0.0, "off_period": 1.0}
    assert written["counts"] == {
        "questions": 5,
        "answerable": 3,
        "to_refuse": 2,
        "answered": 3,
        "refused": 2,
        "failed": 0,
    }
    assert written["splits"]["dev"]["answers"] == written["answers"]
    assert written["wrong"] == ["dam", "moon"]
