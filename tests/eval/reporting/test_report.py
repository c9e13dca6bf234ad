"""A run is written down whole, twice the same, and beside the run before it."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.asking.records import Record
from eval.measures.statistics import Figure
from eval.measures.summary import Measured, pair, summarise
from eval.reporting.report import contract, json_text, last_run, write_report
from tests.eval.made import ASKED, RIGHT, TEXTS, refusal

WRONG = (refusal("dam"), *RIGHT[1:3], replace(RIGHT[1], question_id="moon"), RIGHT[4])
CONTRACT = {
    "retrieval": {"recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10"},
    "answers": {"found", "exact_match", "f1", "sentence@1"},
    "citations": {"precision", "recall", "publisher", "date", "speaker", "quote_exact"},
    "refusals": {"precision", "recall", "by_class"},
    "silence": {"near_misses", "false_premises", "coverage", "wrong_of_answerable", "incomplete", "wrong"},
    "risk": {"aurc", "ece", "coverage_at_5_percent", "coverage_wrong", "coverage_wrong_of_answerable"},
    "latency_ms": {"p50", "p95"},
    "counts": {"questions", "answerable", "to_refuse", "answered", "refused", "failed"},
}


def report(folder: Path, name: str, records: tuple[Record, ...] = WRONG) -> tuple[str, str, dict[str, Any]]:
    """Write a run and return its page, its Markdown and its JSON."""
    pairs = pair(ASKED, records)
    summary = summarise(pairs, TEXTS)
    paths = write_report(
        folder, name=name, summaries={"dev": summary, "all": summary}, pairs=pairs, texts=TEXTS, baseline=None
    )
    assert paths == (folder / "index.html", folder / f"{name}.md", folder / f"{name}.json")
    page, prose, data = (path.read_text(encoding="utf-8") for path in paths)
    return page, prose, json.loads(data)


def test_the_json_has_every_part_of_the_contract_and_null_for_what_is_not_measured() -> None:
    pairs = pair(ASKED, WRONG)
    summary = summarise(pairs, TEXTS)
    written = json.loads(json_text(contract({"dev": summary, "all": summary}, pairs, TEXTS)))
    for group, names in CONTRACT.items():
        assert names <= set(written[group]), group
    assert written["answers"]["found"] == 2 / 3
    assert written["answers"]["f1"] is None, "no question of the set has a short answer"
    assert written["retrieval"]["recall@1"] == 0.5, "all of one, half of another, nothing of the third"
    assert written["citations"]["quote_exact"] == 1.0
    assert written["refusals"]["by_class"] == {"off_topic": 0.0, "off_period": 1.0}
    assert 0 < written["risk"]["aurc"] < 1
    assert written["counts"]["questions"] == 5
    assert written["splits"]["dev"]["answers"] == written["answers"]
    assert written["intervals"]["answers.f1"] is None
    low, high = written["intervals"]["answers.found"]
    assert low <= written["answers"]["found"] <= high
    assert written["wrong"] == ["dam", "moon"]


def test_what_is_said_is_in_the_json_with_what_it_is_over(tmp_path: Path) -> None:
    pairs = pair(ASKED, WRONG)
    summaries = {"all": summarise(pairs, TEXTS)}
    said = [Measured("said.origins", "invented", Figure(0.5, 0.25, 0.75, 19))]
    written = contract(summaries, pairs, TEXTS, said=said)
    assert written["said"] == {"origins": {"invented": 0.5}}
    assert written["said_intervals"] == {"origins": {"invented": {"low": 0.25, "high": 0.75, "n": 19}}}
    for name in ("made-abc1111", "made-abc2222"):
        page, *_ = write_report(tmp_path, name=name, summaries=summaries, pairs=pairs, texts=TEXTS, said=said)
    assert "last 50.0 =" in page.read_text(encoding="utf-8").split('<section id="said">')[1]


def test_a_figure_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text({"answers": {"found": float("nan")}})


def test_two_runs_differ_in_nothing_but_their_timings(tmp_path: Path) -> None:
    slow = tuple(replace(record, latency_ms=1e6 + number) for number, record in enumerate(WRONG))
    page, prose, data = report(tmp_path, "made-abc1234")
    slow_page, slow_prose, slow_data = report(tmp_path, "made-abc1234", slow)
    assert _without(page, '<p id="latency">') == _without(slow_page, '<p id="latency">')
    assert _without(prose, "Latency in ms: ") == _without(slow_prose, "Latency in ms: ")
    assert data.pop("latency_ms") != slow_data.pop("latency_ms")
    assert json_text(data) == json_text(slow_data)


def test_the_run_before_is_the_newest_of_the_same_name_at_another_commit(tmp_path: Path) -> None:
    for age, name in enumerate(
        ("made-abc1234", "made-abc1234-changed", "made-abc0000", "made-dev-abc9999", "other-abc8888", "notes"), 1
    ):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps({"answers": {"found": age}}), encoding="utf-8")
        os.utime(path, ns=(10**18 - age, 10**18 - age))
    assert _name(tmp_path, "made-abc1234") == "made-abc1234-changed"
    assert _name(tmp_path, "made-abc1234-changed") == "made-abc1234"
    assert _name(tmp_path, "made-fff1234") == "made-abc1234"
    assert _name(tmp_path, "made-dev-fff1234") == "made-dev-abc9999"
    assert _name(tmp_path, "new-uncommitted") is None


def test_a_file_that_is_no_report_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "made-abc1111.json").write_text("{", encoding="utf-8")
    (tmp_path / "made-abc2222.json").write_text("[]", encoding="utf-8")
    assert last_run(tmp_path, "made-abc1234") is None
    page, *_ = report(tmp_path, "made-abc1234")
    assert "There is no run before" in page


def test_what_the_run_before_had_right_is_new(tmp_path: Path) -> None:
    report(tmp_path, "made-abc1111", (refusal("dam"), *RIGHT[1:]))
    page, prose, data = report(tmp_path, "made-abc2222")
    assert data["wrong"] == ["dam", "moon"]
    assert "#### moon · answered · off_topic · dev · new\n" in prose
    assert "#### dam · refused · fact · dev\n" in prose
    assert page.count(">new<") == 1
    assert "The run before is made-abc1111." in page
    assert "last 100.0 ▼" in page


def test_a_run_before_over_other_questions_is_said_to_be_that(tmp_path: Path) -> None:
    *_, data = report(tmp_path, "made-abc1111")
    path = tmp_path / "made-abc1111.json"
    path.write_text(json_text({**data, "data": "0"}), encoding="utf-8")
    page, *_ = report(tmp_path, "made-abc2222")
    assert "made-abc1111 (over other questions or articles)" in page


def _name(folder: Path, name: str) -> str | None:
    last = last_run(folder, name)
    return None if last is None else last.name


def _without(text: str, start: str) -> list[str]:
    """Return the lines of a text but the one that starts so; there has to be exactly one."""
    lines = text.splitlines()
    kept = [line for line in lines if not line.startswith(start)]
    assert len(kept) == len(lines) - 1
    return kept
