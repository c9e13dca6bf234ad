"""Which form a dataset has shows in its content; a sample is the same everywhere."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.datasets.dataset import DatasetError
from eval.datasets.formats import form_of, read_dataset, sample
from tests.eval.datasets.test_beir import folder
from tests.eval.datasets.test_jsonl import ANSWERED, written
from tests.eval.datasets.test_squad import DAM, MISSING, entry, file
from tests.eval.made import DAM_ASKED


def test_our_questions_bring_no_articles(tmp_path: Path) -> None:
    dataset = read_dataset(written(tmp_path, ANSWERED))
    assert (dataset.name, dataset.articles, [one.id for one in dataset.questions]) == ("questions", None, ["q1"])


def test_a_beir_folder_and_a_squad_file_do(tmp_path: Path) -> None:
    beir = read_dataset(folder(tmp_path / "presse"))
    squad = read_dataset(file(tmp_path, entry("A", (DAM, [MISSING]))))
    assert (len(beir.articles or ()), len(squad.articles or ())) == (3, 1)


def test_a_split_says_what_a_squad_file_is(tmp_path: Path) -> None:
    path = file(tmp_path, entry("A", (DAM, [MISSING])))
    assert [read_dataset(path, split=split).questions[0].split for split in (None, "train", "dev", "test")] == [
        "test",
        "dev",
        "dev",
        "test",
    ]


@pytest.mark.parametrize("indent", [None, 2])
def test_squad_is_squad_on_one_line_or_many_gzipped_or_not(tmp_path: Path, indent: int | None) -> None:
    text = json.dumps({"data": [entry("A", (DAM, [MISSING]))]}, indent=indent)
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    (tmp_path / "a.json.gz").write_bytes(gzip.compress(text.encode("utf-8")))
    assert [form_of(path) for path in sorted(tmp_path.iterdir())] == ["squad", "squad"]
    assert read_dataset(tmp_path / "a.json.gz").name == "a"


def test_a_question_a_line_with_its_paragraph_is_squad_too(tmp_path: Path) -> None:
    row = {"context": DAM, "question": "Combien ?", "answers": ["12"], "answer_start": [DAM.index("12")]}
    assert read_dataset(written(tmp_path, row)).questions[0].answers == ("12",)


def test_what_is_no_dataset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="a folder of articles goes with --corpus"):
        read_dataset(tmp_path)
    with pytest.raises(DatasetError, match=r"nothing.jsonl: cannot be read"):
        read_dataset(tmp_path / "nothing.jsonl")
    (tmp_path / "cut.json.gz").write_bytes(gzip.compress(b'{"data": []}')[:-4])
    with pytest.raises(DatasetError, match=r"cut.json.gz: cannot be read"):
        read_dataset(tmp_path / "cut.json.gz")
    (tmp_path / "broken.json").write_text('{"data": [', encoding="utf-8")
    with pytest.raises(DatasetError, match=r"broken.json: no JSON .* \(SQuAD\)"):
        read_dataset(tmp_path / "broken.json")
    with pytest.raises(DatasetError, match="line 1: "):
        read_dataset(written(tmp_path, "not JSON"))


def test_a_sample_keeps_the_order_and_a_larger_one_holds_the_smaller() -> None:
    questions = tuple(replace(DAM_ASKED, id=f"q{number}") for number in range(20))
    five, ten = ([one.id for one in sample(questions, most)] for most in (5, 10))
    assert five == ["q4", "q7", "q15", "q18", "q19"]
    assert set(five) < set(ten)
    assert ten == [one.id for one in questions if one.id in ten]
    assert [one.id for one in sample(questions[::-1], 5)] == five[::-1]
    assert sample(questions, None) == sample(questions, 99) == questions
