"""The folders of invented articles: whole, labelled over what is read of them, three of them only measured."""

from __future__ import annotations

import json

import pytest

from assistant.corpus.reader import read_corpus
from eval import figures as series
from eval import sides
from eval.asking.records import Record
from eval.datasets.jsonl import check_gold, read_questions
from eval.folders import FOLDERS, LEARNT, NAMES, UNSEEN, Told, figures, wrong
from tests.eval.made import DAM_ASKED, MOON_ASKED


def test_five_of_sixteen_folders_are_only_measured() -> None:
    assert len(NAMES) == 16 and len(UNSEEN) == 5
    assert not set(LEARNT) & set(UNSEEN)


@pytest.mark.parametrize("name", NAMES)
def test_every_gold_sentence_and_publisher_is_in_the_folder(name: str) -> None:
    reading = read_corpus(FOLDERS / name / "articles")
    assert not reading.problems
    texts = {article.id: article.text for article in reading.articles}
    questions = read_questions(FOLDERS / name / "questions.jsonl")
    check_gold(questions, texts)
    assert len(questions) == 44 and sum(question.to_refuse for question in questions) == 18
    for asked in series.read_questions(FOLDERS / name / "figures.jsonl"):
        assert asked.corpus == name and asked.gold
        assert all(quote in texts[article] for point in asked.gold for article, quote in point.quotes)
    publishers_there = {article.publisher for article in reading.articles}
    for one in sides.read(FOLDERS / name / "sides.jsonl"):
        assert one.corpus == name and one.have | one.silent <= publishers_there


def test_ids_are_of_one_question_only() -> None:
    files = [path for name in NAMES for path in sorted((FOLDERS / name).glob("*.jsonl"))]
    rows = [json.loads(line)["id"] for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len(set(rows))


def test_what_is_said_is_measured_over_the_folders_together() -> None:
    refused = [Record(one.id, cited=(), reason="off_topic", said="", latency_ms=1.0) for one in (DAM_ASKED, MOON_ASKED)]
    told = Told("made", {}, ((DAM_ASKED, refused[0]), (MOON_ASKED, refused[1])), (), ())
    measured = figures([told])
    assert {name: value.mean for name, value in measured.items() if value} == {
        "said.folder_found": 0.0, "said.folder_refused": 1.0
    }  # fmt: skip
    assert [line.split()[0] for line in wrong(told)] == [DAM_ASKED.id]
