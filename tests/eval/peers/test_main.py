"""The command from end to end, where the tutorials' model is installed, and what it says where it is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.peers.__main__ import main
from tests.eval.datasets.test_jsonl import REFUSED, written
from tests.eval.peers.test_tutorial import needs_minilm
from tests.eval.test_main import ARTICLES, QUESTION


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """Return the options for a folder of two articles and a file of two questions."""
    corpus = tmp_path / "articles"
    corpus.mkdir()
    for name, text in ARTICLES.items():
        (corpus / name).write_text(text, encoding="utf-8")
    questions = written(tmp_path, QUESTION, REFUSED)
    return ["--dataset", str(questions), "--corpus", str(corpus), "--report", str(tmp_path / "report")]


@needs_minilm
def test_all_are_asked_and_the_table_is_written(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(options) == 0
    shown = capsys.readouterr().out
    assert "questions: 2 questions over 2 articles" in shown
    (table,) = (tmp_path / "report").glob("peers-questions-*.md")
    (figures,) = (tmp_path / "report").glob("peers-questions-*.json")
    assert shown.split("\n\n")[1] in table.read_text(encoding="utf-8")
    peers = json.loads(figures.read_text(encoding="utf-8"))
    assert list(peers) == ["BM25", "tutorial", "our dense", "our hybrid", "our hybrid, sentence", "ours"]
    assert {name: found["counts"]["questions"] for name, found in peers.items()} == dict.fromkeys(peers, 2)
    assert peers["BM25"]["answers"]["found"] == 1.0
    assert peers["tutorial"]["refusals"]["recall"] == 0.0


def test_questions_that_cannot_be_read_are_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dataset", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err


def test_a_limit_below_one_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--limit", "0"])
    assert stopped.value.code == 2
    assert "expected 1 or more" in capsys.readouterr().err
