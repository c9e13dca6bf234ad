"""The command line, as other programs see it: what it prints, where, and its exit status.

Most tests call ``main`` in this process; what only a process can show (encodings, a closed pipe) runs one.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main

ROOT = Path(__file__).parents[1]
INDEX = str(ROOT / "index")
QUESTION = "Que demande l'OTAN à la Turquie ?"
OFF_TOPIC = "Qui a gagné la Coupe du monde de football ?"


@dataclass(frozen=True)
class Ran:
    """What one command left behind."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        """What was printed, as one JSON value a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Runner = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Return what runs one command on the shipped index, with something on its standard input."""
    monkeypatch.setenv("ASSISTANT_INDEX", INDEX)

    def call(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        status = main(arguments)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


def _process(
    arguments: Sequence[str | bytes], *, environment: dict[str, str] | None = None, stdin: bytes = b""
) -> tuple[int, bytes, str]:
    """Run the command in a process of its own; return its status, its output and its errors."""
    done = subprocess.run(
        [sys.executable, "-m", "assistant", *arguments],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        input=stdin,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def _error(ran: Ran) -> str:
    """Return the one line of an error; nothing else may have been printed."""
    assert ran.status == 2
    assert ran.out == ""
    [line] = ran.err.splitlines()
    assert line.startswith("assistant: ")
    return line


def test_ask_prints_the_answer_with_its_source(run: Runner) -> None:
    ran = run("ask", QUESTION)
    assert ran.status == 0
    assert ran.err == ""
    assert "Euronews avec AFP, 5 octobre 2020" in ran.out
    assert "user de son influence" in ran.out
    assert "[1]" in ran.out


def test_ask_json_prints_one_object(run: Runner) -> None:
    ran = run("ask", QUESTION, "--json", "--top-k", "2")
    [answer] = ran.objects
    assert ran.status == 0
    assert answer["question"] == QUESTION
    assert answer["abstained"] is False
    assert len(answer["hits"]) == 2


def test_a_range_of_dates_is_kept_to(run: Runner) -> None:
    everything = run("search", QUESTION, "--json", "--top-k", "50").objects[0]
    in_range = run(
        "search", QUESTION, "--json", "--top-k", "50", "--since", "2020-10-05", "--until", "2020-10"
    ).objects[0]
    assert 0 < len(in_range) < len(everything)
    assert "later than" in _error(run("ask", QUESTION, "--since", "2021", "--until", "2020"))
    assert run("search", QUESTION, "--since", "2021", "--until", "2022").status == 1


def test_ask_offers_the_nearest_passages_when_it_abstains(run: Runner) -> None:
    ran = run("ask", OFF_TOPIC, "--top-k", "2")
    assert ran.status == 1
    assert "\n  (1) " in ran.out
    assert "\n  (2) " in ran.out
    assert "\n  (3) " not in ran.out
    assert run("ask", OFF_TOPIC, "--json").status == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask",), "--batch"),
        (("ask", QUESTION, "--batch", "-"), "--batch"),
        (("ask", QUESTION, "--top-k", "-1"), "-1"),
        (("ask", QUESTION, "--as-of", "hier"), "hier"),
        (("ask", QUESTION, "--as-of", "2020-02-30"), "2020-02-30"),
        (("ask", QUESTION, "--publisher", "Le Journal"), "Euronews"),
        (("ask", QUESTION, "--index", "/nowhere"), "assistant index"),
        (("search", QUESTION, "--index", "/nowhere"), "assistant index"),
        (("ask", "é" * 5000), "1000"),
        (("search", "é" * 5000), "1000"),
        (("ask", "--batch", "/nowhere.jsonl"), "/nowhere.jsonl"),
        (("ask", "--batch", str(ROOT)), str(ROOT)),
        (("ask", "--batch", "-", "--format", "csl"), "csl"),
        (("verify",), "--citation"),
        (("verify", "un", "--citation", "-"), "--citation"),
        (("verify", "--citation", "-", "--publisher", "Euronews"), "--citation"),
        (("verify", "--citation", "/nowhere.json"), "/nowhere.json"),
        (("verify", "--citation", "-"), "not JSON"),
        (("verify", " … "), "no words"),
        (("verify", "a" * 6000), "5000"),
        (("verify", "un", "--date", "hier"), "hier"),
        (("verify", "un", "--index", "/nowhere"), "assistant index"),
        (("index", "--corpus", "/nowhere"), "/nowhere"),
        (("index", "--corpus", str(ROOT / "README.md")), "README.md"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(run: Runner, arguments: tuple[str, ...], told: str) -> None:
    assert told in _error(run(*arguments))


@pytest.mark.parametrize(
    "question",
    ["", " ", "?", "a", "😀", "<b>Qui</b><script>alert(1)</script>", "a\0b", "\ud800", "qui \udcff ?", "é" * 1000],
)
def test_any_question_gets_a_calm_answer(run: Runner, question: str) -> None:
    text, as_json = run("ask", question), run("ask", question, "--json")
    assert (text.status, as_json.status) == (1, 1)
    assert text.out.strip()
    assert as_json.objects[0]["abstained"] is True
    assert text.err == as_json.err == ""


@pytest.mark.parametrize("question", ["", "?", "😀"])
def test_a_question_without_words_is_asked_for_not_answered_with_leads(run: Runner, question: str) -> None:
    [answer] = run("ask", question, "--json").objects
    assert answer["reason"] == "empty_question"
    assert answer["hits"] == []


def test_batch_answers_in_order_and_an_unusable_line_costs_only_itself(run: Runner, tmp_path: Path) -> None:
    batch = tmp_path / "questions.jsonl"
    requests = [
        json.dumps({"id": "b", "question": QUESTION}),
        "",
        "{",
        json.dumps({"id": 2, "question": OFF_TOPIC}),
        json.dumps({"id": "long", "question": "é" * 5000}),
        json.dumps({"id": "a", "question": "Et la France ?", "history": [{"question": "Que demande la Russie ?"}]}),
        json.dumps({"id": "before", "question": QUESTION, "as_of": "2020-10-01"}),
        json.dumps({"id": "sputnik", "question": "Que demande la Russie ?", "publishers": ["Sputnik Afrique"]}),
    ]
    batch.write_text("\n".join(requests), encoding="utf-8")
    ran = run("ask", "--batch", str(batch))
    b, malformed, second, long, a, before, sputnik = ran.objects
    assert ran.status == 2
    assert [one["id"] for one in ran.objects] == ["b", None, 2, "long", "a", "before", "sputnik"]
    assert [set(one) for one in (malformed, long)] == [{"id", "error"}] * 2
    assert malformed["error"].startswith("line 3: ")
    assert len(ran.err.splitlines()) == 2
    assert b["citations"][0]["publisher"] == "Euronews"
    assert second["abstained"] is True
    assert "France" in a["citations"][0]["quote"]
    assert a["question"] == "Et la France ?"
    assert {one["published"]["date"] for one in before["citations"]} <= {"2020-09-30"}
    assert {one["publisher"] for one in sputnik["citations"]} == {"Sputnik Afrique"}


def test_batch_reads_standard_input_and_options_hold_for_lines_without_their_own(run: Runner) -> None:
    lines = '{"id": "q", "question": "Que demande la Russie ?"}\n\n'
    ran = run("ask", "--batch", "-", "--publisher", "Sputnik Afrique", "--top-k", "1", stdin=lines)
    [answer] = ran.objects
    assert ran.status == 0
    assert {one["publisher"] for one in answer["citations"]} == {"Sputnik Afrique"}
    assert len(answer["hits"]) == 1
    assert run("ask", "--batch", "-", stdin="").out == ""


def test_search_shows_passages_as_text_and_as_json(run: Runner) -> None:
    text, as_json = run("search", QUESTION), run("search", QUESTION, "--json", "--top-k", "3")
    [hits] = as_json.objects
    assert (text.status, as_json.status) == (0, 0)
    assert "2020-10-05-euronews-otan-turquie#" in text.out
    assert [hit["rank"] for hit in hits] == [1, 2, 3]
    assert hits[0]["article_id"] == "2020-10-05-euronews-otan-turquie"
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    nothing = run("search", QUESTION, "--as-of", "1999", "--json")
    assert (nothing.status, nothing.objects) == (1, [[]])


def test_ask_prints_its_citations_in_the_format_asked_for(run: Runner) -> None:
    bibtex, markdown, csl, as_json = (
        run("ask", QUESTION, "--format", form) for form in ("bibtex", "markdown", "csl", "json")
    )
    assert {ran.status for ran in (bibtex, markdown, csl, as_json)} == {0}
    assert bibtex.out.startswith("@article{euronews-2020-10-05,\n")
    assert markdown.out.startswith("> ")
    [[item]] = csl.objects
    assert (item["type"], item["issued"]["date-parts"]) == ("article-newspaper", [[2020, 10, 5]])
    timeless = [{**ran.objects[0], "timings_ms": None} for ran in (as_json, run("ask", QUESTION, "--json"))]
    assert timeless[0] == timeless[1]
    refused = run("ask", OFF_TOPIC, "--format", "bibtex")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.startswith("assistant: ")


def test_verify_says_whether_the_articles_say_a_quote(run: Runner) -> None:
    quote = "plus de 1 200 morts parmi les soldats et civils"
    found, altered = run("verify", quote), run("verify", quote.replace("1 200", "1 300"))
    assert (found.status, altered.status) == (0, 1)
    assert found.out.startswith("Trouvé")
    assert "« 1 300 » au lieu de « 1 200 »" in altered.out
    misattributed = run("verify", quote, "--publisher", "Euronews", "--date", "2020-10", "--json")
    assert misattributed.status == 1
    [verdict] = misattributed.objects
    assert verdict["outcome"] == "misattributed"
    assert [one["field"] for one in verdict["mismatches"]] == ["publisher", "date"]
    claims = ("--speaker", "L'Arménie", "--article", "2020-11-01-nouvelles-d-armenie-aliev-avertissements")
    assert run("verify", quote, *claims).status == 0
    assert run("verify", "the cat sat on the mat").out.startswith("Not found")


def test_verify_takes_what_ask_printed(run: Runner, tmp_path: Path) -> None:
    printed = run("ask", QUESTION, "--json").out
    saved = tmp_path / "citation.json"
    saved.write_text(printed, encoding="utf-8")
    text, as_json = run("verify", "--citation", str(saved)), run("verify", "--citation", "-", "--json", stdin=printed)
    assert (text.status, as_json.status) == (0, 0)
    assert text.out.startswith("Même endroit")
    [[resolution]] = as_json.objects
    assert (resolution["state"], resolution["outcome"]) == ("same_place", "found")
    [citation] = json.loads(printed)["citations"]
    spoilt = json.dumps({**citation, "quote": citation["quote"].replace("Turquie", "Russie")})
    assert run("verify", "--citation", "-", stdin=spoilt).status == 1
    assert run("verify", "--citation", "-", stdin=json.dumps({**citation, "sha256": "0"})).out.startswith("Texte modif")
    assert run("verify", "--citation", "-", stdin="[]").status == 1


def test_index_builds_another_folder_that_ask_then_serves(run: Runner, tmp_path: Path) -> None:
    corpus, index = tmp_path / "articles", str(tmp_path / "index")
    corpus.mkdir()
    (corpus / "pont.txt").write_text(
        "Le pont de Sandres fermera en juin\n\nLe maire de Sandres a annoncé la fermeture du pont en juin.\n\n"
        "Les travaux coûteront 3 millions d'euros et dureront un an, selon la mairie.\n",
        encoding="utf-8",
    )
    build = ("index", "--corpus", str(corpus), "--index", index)
    first, second = run(*build), run(*build)
    assert (first.status, second.status) == (0, 0)
    assert "1 articles" in first.out
    assert "unchanged" not in first.out
    assert "unchanged" in second.out
    answer = run("ask", "Combien coûteront les travaux du pont de Sandres ?", "--json", "--index", index)
    assert answer.status == 0
    assert "3 millions" in answer.objects[0]["citations"][0]["quote"]

    (corpus / "vide.txt").write_text("", encoding="utf-8")
    with_bad_file = run(*build)
    assert with_bad_file.status == 2
    [problem] = with_bad_file.err.splitlines()
    assert "vide.txt" in problem
    assert run("ask", "Combien coûteront les travaux du pont de Sandres ?", "--index", index).status == 0


def test_the_environment_names_the_index_and_the_option_prevails(
    run: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_INDEX", str(tmp_path / "other"))
    assert str(tmp_path / "other") in _error(run("ask", QUESTION))
    assert run("ask", QUESTION, "--index", INDEX).status == 0


@pytest.mark.parametrize(
    "command", [(), ("ask",), ("search",), ("verify",), ("index",), ("model",), ("model", "export")], ids=" ".join
)
def test_every_command_has_help(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    assert "usage: assistant" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [(), ("sing",), ("ask", "--loud"), ("model",), ("search",)], ids=" ".join)
def test_a_command_that_does_not_exist_is_refused_with_status_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: assistant" in capsys.readouterr().err


def test_output_is_utf8_whatever_the_locale() -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    status, out, err = _process(["ask", "Où sont les séparatistes ?", "--json"], environment=ascii_only)
    assert status in {0, 1}, err
    assert json.loads(out.decode("utf-8"))["question"] == "Où sont les séparatistes ?"


def test_bytes_that_are_no_utf8_end_in_no_traceback() -> None:
    status, out, err = _process(["ask", b"\xff\xfe qui ?", "--json"])
    assert (status, err) == (1, "")
    assert json.loads(out.decode("utf-8"))["abstained"] is True
    good = json.dumps({"id": "q", "question": QUESTION}, ensure_ascii=False).encode()
    status, out, err = _process(["ask", "--batch", "-"], stdin=b"\xff\xfe\n" + good + b"\n")
    bad, answered = [json.loads(line) for line in out.decode("utf-8").splitlines()]
    assert (status, "UTF-8" in bad["error"], answered["id"]) == (2, True, "q")
    assert "Traceback" not in err


def test_a_reader_that_stops_reading_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "search", QUESTION],
            cwd=ROOT,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")
