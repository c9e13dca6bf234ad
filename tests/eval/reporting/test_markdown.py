"""The Markdown shows the figures and every wrong answer, and lets no corpus text act as markup."""

from __future__ import annotations

import re
from dataclasses import replace

from eval.measures.summary import pair, summarise
from eval.reporting.headline import LABELS
from eval.reporting.markdown import kinds_table, latency, line, markdown, table
from eval.reporting.wrong import wrong_answers
from tests.eval.made import ASKED, DAM, DAM_ASKED, OTHER, RIGHT, TEXTS, answer, cite, refusal

WRONG = (refusal("dam"), *RIGHT[1:3], replace(RIGHT[1], question_id="moon"), RIGHT[4])
PAIRS = pair(ASKED, WRONG)
SUMMARIES = {"all": summarise(PAIRS, TEXTS)}


def rows_of(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in text.splitlines() if row.startswith("|")]


def test_the_table_has_a_row_for_each_measure_and_a_column_for_each_split() -> None:
    summary = summarise(pair(ASKED, RIGHT), TEXTS)
    text = table({"dev": summary, "test": summary})
    head, _, first, *_ = rows_of(text)
    assert head == ["measure", "dev", "test"]
    assert len({len(row) for row in text.splitlines()}) == 1
    labels = {row[0] for row in rows_of(text)}
    assert labels > set(LABELS.values()) - {LABELS["answers.exact_match"], LABELS["answers.f1"]}
    assert first == ["answer found", "100.0 % [100, 100] n=3", "100.0 % [100, 100] n=3"]


def test_floor_and_last_run_stand_beside_all() -> None:
    text = table(SUMMARIES, floors={"all.answers.found": 0.5}, last={"answers": {"found": 0.75}})
    found = next(row for row in rows_of(text) if row[0] == "answer found")
    assert rows_of(text)[0] == ["measure", "all", "floor (all)", "last (all)"]
    assert found[2:] == ["50.0 ▲", "75.0 ▼"]


def test_kinds_are_shown_in_the_order_of_their_definition() -> None:
    rows = rows_of(kinds_table(SUMMARIES))[2:]
    assert [row[0] for row in rows] == ["fact", "figure", "comparison", "off_topic", "off_period"]
    assert [row[1].split(" %")[0] for row in rows] == ["0.0", "100.0", "100.0", "0.0", "100.0"]


def test_every_wrong_answer_is_written_down_with_what_was_expected_and_said() -> None:
    text = markdown(SUMMARIES, wrong_answers(PAIRS, TEXTS), title="Run", new=frozenset({"moon"}))
    assert "## Wrong answers (2 of 5)" in text
    assert "#### dam · refused · fact · dev\n" in text
    assert f"- expected: « {DAM} » (courrier, Le Courrier, 2019-03-12)" in text
    assert "- said: refused (not_enough_evidence), confidence 0.10" in text
    assert "#### moon · answered · off_topic · dev · new\n" in text
    assert "- expected: a refusal. made to be refused" in text
    assert "- confidence: 0.90" in text
    assert "#### toll" not in text


def test_a_quote_is_shown_where_it_stands() -> None:
    record = answer("dam", cite("courrier", OTHER))
    text = markdown(SUMMARIES, wrong_answers([(DAM_ASKED, record)], TEXTS), title="Run")
    assert f"- said (no answer): « {OTHER} »" in text
    assert f"**{OTHER}** » (courrier)" in text
    assert "- first passage with an answer: none among the 1 retrieved" in text


def test_what_only_articles_answer_expects_an_article() -> None:
    judged = replace(DAM_ASKED, gold=(), relevant={"gazette": 0, "courrier": 2})
    text = markdown(SUMMARIES, wrong_answers([(judged, refusal("dam"))], TEXTS), title="Run")
    assert "- expected: one of the articles courrier\n" in text
    assert "a refusal" not in text


def test_timings_stand_on_one_line() -> None:
    slow = {"all": summarise(pair(ASKED, [replace(record, latency_ms=123456.0) for record in WRONG]), TEXTS)}
    wrong = wrong_answers(PAIRS, TEXTS)
    quick_lines, slow_lines = (markdown(s, wrong, title="Run").splitlines() for s in (SUMMARIES, slow))
    differing = [(a, b) for a, b in zip(quick_lines, slow_lines, strict=True) if a != b]
    assert differing == [(latency(SUMMARIES), latency(slow))]
    assert "p50 123456.0, p95 123456.0" in latency(slow)


def test_markup_in_questions_and_quotes_stays_text() -> None:
    hostile = replace(ASKED[3], question="<script>alert(1)</script> ![x](http://x) `a` | b\n# c **d** \\[e](http://e)")
    pairs = ((hostile, replace(RIGHT[0], question_id="moon")),)
    text = markdown({"all": summarise(pairs, TEXTS)}, wrong_answers(pairs, TEXTS), title="<b>Run</b>")
    assert "<script" not in text
    assert "<b>" not in text
    assert "\n# c" not in text
    assert not re.search(r"(?<!\\)(?:\\\\)*\[[xe]\]", text), "every bracket of a link is escaped"
    assert line("a\n\nb\tc") == "a b c"
