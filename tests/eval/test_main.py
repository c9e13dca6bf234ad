"""The command from end to end: a folder of articles and a file of questions in, figures and a report out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.reporting.names import ROOT, run_name
from tests.eval.datasets import test_beir, test_squad
from tests.eval.datasets.test_jsonl import REFUSED, written

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


@pytest.fixture
def squad(tmp_path: Path) -> Path:
    """Return a SQuAD file of two paragraphs and four questions, one to be refused and one that cannot be used."""
    wrong = {**test_squad.ROAD, "answers": [{"text": "M. Vidal", "answer_start": 0}]}
    asked = [test_squad.MISSING, wrong, test_squad.OWNER]
    entries = [test_squad.entry("Roche-Noire", (test_squad.DAM, asked), (test_squad.MUSEUM, [test_squad.FREE]))]
    return test_squad.file(tmp_path, *entries)


def figures_of(folder: Path, *arguments: object) -> dict[str, Any]:
    """Run the command, which has to succeed, with its report in a folder, and return what ``--json`` wrote."""
    figures = folder / "figures.json"
    assert main([*map(str, arguments), "--json", str(figures), "--report", str(folder / "report")]) == 0
    read: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    return read


def test_another_question_set_over_another_folder(
    tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = figures_of(tmp_path, "--questions", written(tmp_path, QUESTION, REFUSED), "--corpus", corpus)
    printed = capsys.readouterr().out
    for shown in ("answer found", "answerable questions answered", "speaker-span F1", "quotes made untrue refused"):
        assert shown in printed
    assert {"corpus"} == set(result["said"]["untrue_refused"]), "two articles are enough for the ledger"
    assert "corpus" not in result["said"]["value_recall"], "no figure question is about these articles"
    assert result["counts"] == {**result["counts"], "questions": 2, "answerable": 1, "to_refuse": 1, "failed": 0}
    assert result["citations"]["quote_exact"] in (None, 1.0)  # whether it answers is the product's test, not this one
    assert result["answers"]["found"] in (0.0, 1.0)
    assert set(result["splits"]) == {"test"}
    name, report = run_name("questions"), tmp_path / "report"
    assert json.loads((report / f"{name}.json").read_text(encoding="utf-8")) == result
    assert {path.name for path in report.iterdir()} == {
        "index.html",
        *(f"{name}.{kind}" for kind in ("json", "md", "run")),
    }


def test_a_beir_folder_is_measured_by_its_articles_and_by_nothing_else(tmp_path: Path) -> None:
    result = figures_of(tmp_path, "--dataset", test_beir.folder(tmp_path / "presse"))
    assert set(result["retrieval"]) == {"recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10"}
    assert result["retrieval"]["recall@5"] == 1.0  # three articles in all
    without_gold = {**result["answers"], **result["citations"], **result["refusals"], **result["risk"]}
    exact = without_gold.pop("quote_exact")
    assert {name: value for name, value in without_gold.items() if value not in (None, {})} == {}
    assert exact in (None, 1.0)
    lines = (tmp_path / "report" / f"{run_name('presse')}.run").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines]
    assert {(row[0], row[1], row[5]) for row in rows} == {("1", "Q0", run_name("presse"))}
    assert sorted(row[2] for row in rows) == sorted({row[2] for row in rows})
    assert [int(row[3]) for row in rows] == list(range(1, len(rows) + 1))


def test_a_squad_file_is_measured_and_what_it_does_not_say_is_null(
    tmp_path: Path, squad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = figures_of(tmp_path, "--dataset", squad)
    counts = {"questions": 3, "answerable": 2, "to_refuse": 1, "failed": 0, "skipped": 1}
    assert {name: result["counts"][name] for name in counts} == counts
    assert [result["citations"][name] for name in ("publisher", "date", "speaker")] == [None] * 3
    assert result["answers"]["found"] in (0.0, 0.5, 1.0)
    assert result["answers"]["f1"] is not None
    assert result["refusals"]["recall"] in (0.0, 1.0)
    said = capsys.readouterr().err
    assert (
        said
        == 'press: data[0].paragraphs[0].qas[1]: answer "M. Vidal" is not at 0: the paragraph has "Le barra" there\n'
    )


def test_nothing_to_refuse_is_no_wrong_refusal(tmp_path: Path) -> None:
    asked = test_squad.entry("A", (test_squad.MUSEUM, [{**test_squad.FREE, "question": "Qui a gagné la Coupe ?"}]))
    result = figures_of(tmp_path, "--dataset", test_squad.file(tmp_path, asked))
    assert (result["refusals"]["precision"], result["refusals"]["recall"]) == (None, None)


def test_a_limit_asks_fewer_and_writes_beside_the_whole_run(tmp_path: Path, squad: Path) -> None:
    whole = figures_of(tmp_path, "--dataset", squad)
    part = figures_of(tmp_path, "--dataset", squad, "--limit", "1")
    assert (whole["counts"]["questions"], part["counts"]["questions"]) == (3, 1)
    assert whole["said"] == part["said"] == {}, "paragraphs of an encyclopedia have no publishers"
    for name in (run_name("press"), run_name("press-1-questions")):
        assert (tmp_path / "report" / f"{name}.json").is_file()


def test_two_processes_write_the_same_but_for_the_time_it_took(tmp_path: Path, squad: Path) -> None:
    written_by = []
    for seed in ("1", "2"):
        report = tmp_path / seed
        command = [sys.executable, "-m", "eval", "--dataset", str(squad), "--report", str(report)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
        files = {path.name: path.read_text(encoding="utf-8") for path in report.iterdir() if path.suffix != ".html"}
        figures = json.loads(files.pop(f"{run_name('press')}.json"))
        assert figures.pop("latency_ms")["p50"] > 0
        kept = {name: [line for line in text.split("\n") if "Latency" not in line] for name, text in files.items()}
        written_by.append((json.dumps(figures), kept))
    assert written_by[0] == written_by[1]


def test_an_index_that_is_named_is_built_there_and_stays(tmp_path: Path, squad: Path) -> None:
    index = tmp_path / "index"
    built = figures_of(tmp_path, "--dataset", squad, "--index", index)
    before = {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()}
    again = figures_of(tmp_path, "--dataset", squad, "--index", index)
    assert before == {path: path.stat().st_mtime_ns for path in index.rglob("*") if path.is_file()}
    assert built["retrieval"] == again["retrieval"]


def test_gold_from_another_corpus_is_an_error_and_not_a_bad_score(
    tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = {**QUESTION["gold"][0][0], "quote": "Il neige."}  # type: ignore[index]
    questions = written(tmp_path, {**QUESTION, "gold": [[gold]]})
    assert main(["--questions", str(questions), "--corpus", str(corpus), "--report", str(tmp_path / "report")]) == 2
    assert "line 1 (q1): barrage does not have the quote" in capsys.readouterr().err
    assert not (tmp_path / "report").exists()


def test_what_cannot_be_used_is_named(
    tmp_path: Path, squad: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = ["--dataset", str(written(tmp_path, QUESTION)), "--corpus", str(corpus)]
    theirs = ["--dataset", str(squad)]
    for arguments, said in (
        (["--dataset", str(tmp_path / "nothing.json")], "nothing.json: cannot be read"),
        (["--dataset", str(corpus)], "a folder of articles goes with --corpus"),
        ([*theirs, "--corpus", str(corpus)], "press.json: brings its own articles; leave out --corpus"),
        ([*ours, "--split", "dev"], "has no question of --split dev"),
        ([*theirs, "--encoder", str(tmp_path / "none")], "there is no such folder"),
        ([*theirs, "--json", str(tmp_path / "no" / "figures.json")], "figures.json: No such file"),
    ):
        assert main([*arguments, "--report", str(tmp_path / "report")]) == 2, arguments
        assert said in capsys.readouterr().err


def test_a_sample_does_not_pass_the_gate(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--gate", "--limit", "10"])
    assert ended.value.code == 2
    assert "the gate holds all questions: leave out --limit" in capsys.readouterr().err


def test_the_gate_is_not_passed_by_other_data(tmp_path: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = written(tmp_path, QUESTION)
    options = ["--questions", str(questions), "--corpus", str(corpus), "--report", str(tmp_path / "report")]
    assert main([*options, "--gate"]) == 1
    assert "gate: " in capsys.readouterr().err
