"""The command from end to end: a folder of articles and a file of questions in, figures and a report out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.__main__ import main
from tests.eval.test_jsonl import REFUSED, written

ARTICLES = {
    "barrage.md": (
        "---\ntitle: Le barrage de Roche-Noire cède\npublisher: Le Courrier\npublished: 2019-03-12\n---\n"
        "Le barrage de Roche-Noire a cédé mardi matin après trois semaines de pluie. "
        "La préfecture compte douze disparus dans la vallée.\n\n"
        "Les écoles de la commune resteront fermées jusqu'à lundi, a annoncé la maire.\n"
    ),
    "musee.md": (
        "---\ntitle: Le musée rouvre\npublisher: La Gazette\npublished: 2019-04-02\n---\n"
        "Le musée des tisserands a rouvert samedi après deux ans de travaux. "
        "L'entrée est gratuite tout le mois d'avril.\n"
    ),
}
QUESTION = {
    "id": "q1",
    "kind": "fact",
    "question": "Combien de disparus la préfecture compte-t-elle dans la vallée ?",
    "answerable": True,
    "gold": [
        [
            {
                "article_id": "barrage",
                "quote": "La préfecture compte douze disparus dans la vallée.",
                "publisher": "Le Courrier",
                "published": "2019-03-12",
            }
        ]
    ],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a folder of two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_another_question_set_over_another_folder(
    tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = written(tmp_path, QUESTION, REFUSED)
    figures, report = tmp_path / "figures.json", tmp_path / "report"
    status = main(
        ["--questions", str(questions), "--corpus", str(corpus), "--json", str(figures), "--report", str(report)]
    )
    captured = capsys.readouterr()
    assert status == 0, captured.err
    assert "answer found" in captured.out
    result = json.loads(figures.read_text(encoding="utf-8"))
    assert result["counts"] == {**result["counts"], "questions": 2, "answerable": 1, "to_refuse": 1, "failed": 0}
    assert result["citations"]["quote_exact"] in (None, 1.0)  # whether it answers is the product's test, not this one
    assert result["answers"]["found"] in (0.0, 1.0)
    assert set(result["splits"]) == {"test"}
    assert json.loads((report / "report.json").read_text(encoding="utf-8")) == result
    assert "# Evaluation: questions.jsonl" in (report / "report.md").read_text(encoding="utf-8")


def test_gold_from_another_corpus_is_an_error_and_not_a_bad_score(
    tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = {**QUESTION["gold"][0][0], "quote": "Il neige."}  # type: ignore[index]
    questions = written(tmp_path, {**QUESTION, "gold": [[gold]]})
    assert main(["--questions", str(questions), "--corpus", str(corpus), "--report", str(tmp_path / "report")]) == 2
    assert "line 1 (q1): barrage does not have the quote" in capsys.readouterr().err
    assert not (tmp_path / "report").exists()


def test_the_gate_is_not_passed_by_other_data(tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = written(tmp_path, QUESTION)
    options = ["--questions", str(questions), "--corpus", str(corpus), "--report", str(tmp_path / "report")]
    assert main([*options, "--gate"]) == 1
    assert "gate: " in capsys.readouterr().err
