"""The Markdown shows the figures and every wrong answer, and lets no corpus text act as markup."""

from __future__ import annotations

import re
from dataclasses import replace

from eval.measures.statistics import Figure
from eval.measures.summary import Measured, pair, summarise
from eval.reporting.headline import LABELS, SILENCE
from eval.reporting.markdown import answers_table, kinds_table, latency, line, markdown, said_table, table
from eval.reporting.shown import Shown
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


def test_silence_has_its_own_table_and_no_counts() -> None:
    rows = rows_of(table(SUMMARIES, labels=SILENCE))[2:]
    assert [row[0] for row in rows] == [label for name, label in SILENCE.items() if name != "silence.false_premises"]
    assert {row[0]: row[1] for row in rows}["near misses refused"] == "100.0 % [100, 100] n=1"


def test_what_is_said_stands_beside_its_floor_in_parts() -> None:
    said = [Measured("said.as_fact", over, Figure(0.25, 0.2, 0.3, 8)) for over in ("dev", "test")]
    text = said_table(said, floors={"dev.said.as_fact": 0.5})
    assert [row for row in rows_of(text) if row[0] != "-" * len(row[0])] == [
        ["measure", "over", "figure", "floor"],
        ["**Who says what**", "", "", ""],
        ["a party's words given as the publisher's", "labelled sentences, dev", "25.0 % [20, 30] n=8", "50.0 ▲"],
        ["a party's words given as the publisher's", "labelled sentences, test", "25.0 % [20, 30] n=8", "-"],
    ]
    whole = markdown(Shown("Run", SUMMARIES, said=said))
    assert "## What is said, by whom, as of when" in whole
    assert "## What is said" not in markdown(Shown("Run", SUMMARIES))


def test_confidence_and_share_right_are_told_by_kind_of_answer() -> None:
    made = [replace(record, kind="sentence" if record.answered else None) for record in WRONG]
    [_, _, row] = rows_of(answers_table({"all": summarise(pair(ASKED, made), TEXTS)}))
    assert row == ["sentence", "90 % said, 67 % right n=3"]


def test_kinds_are_shown_in_the_order_of_their_definition() -> None:
    rows = rows_of(kinds_table(SUMMARIES))[2:]
    assert [row[0] for row in rows] == ["fact", "figure", "comparison", "off_topic", "off_period"]
    assert [row[1].split(" %")[0] for row in rows] == ["0.0", "100.0", "100.0", "0.0", "100.0"]


def test_every_wrong_answer_is_written_down_with_what_was_expected_and_said() -> None:
    text = markdown(Shown("Run", SUMMARIES, wrong_answers(PAIRS, TEXTS), new=frozenset({"moon"})))
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
    text = markdown(Shown("Run", SUMMARIES, wrong_answers([(DAM_ASKED, record)], TEXTS)))
    assert f"- said (no answer): « {OTHER} »" in text
    assert f"**{OTHER}** » (courrier)" in text
    assert "- first passage with an answer: none among the 1 retrieved" in text


def test_what_only_articles_answer_expects_an_article() -> None:
    judged = replace(DAM_ASKED, gold=(), relevant={"gazette": 0, "courrier": 2})
    text = markdown(Shown("Run", SUMMARIES, wrong_answers([(judged, refusal("dam"))], TEXTS)))
    assert "- expected: one of the articles courrier\n" in text
    assert "expected: a refusal" not in text


def test_timings_stand_on_one_line() -> None:
    slow = {"all": summarise(pair(ASKED, [replace(record, latency_ms=123456.0) for record in WRONG]), TEXTS)}
    wrong = wrong_answers(PAIRS, TEXTS)
    quick_lines, slow_lines = (markdown(Shown("Run", s, wrong)).splitlines() for s in (SUMMARIES, slow))
    differing = [(a, b) for a, b in zip(quick_lines, slow_lines, strict=True) if a != b]
    assert differing == [(latency(SUMMARIES), latency(slow))]
    assert "p50 123456.0, p95 123456.0" in latency(slow)


def test_markup_in_questions_and_quotes_stays_text() -> None:
    hostile = replace(ASKED[3], question="<script>alert(1)</script> ![x](http://x) `a` | b\n# c **d** \\[e](http://e)")
    pairs = ((hostile, replace(RIGHT[0], question_id="moon")),)
    text = markdown(Shown("<b>Run</b>", {"all": summarise(pairs, TEXTS)}, wrong_answers(pairs, TEXTS)))
    assert "<script" not in text
    assert "<b>" not in text
    assert "\n# c" not in text
    assert not re.search(r"(?<!\\)(?:\\\\)*\[[xe]\]", text), "every bracket of a link is escaped"
    assert line("a\n\nb\tc") == "a b c"
