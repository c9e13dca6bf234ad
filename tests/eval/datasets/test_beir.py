"""BEIR's form: articles and grades are kept, only judged queries are asked, what does not fit is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.datasets.beir import read_beir
from eval.datasets.dataset import DatasetError

CORPUS = (
    {"_id": "b", "title": "Le barrage", "text": "Le barrage de Roche-Noire a cédé mardi."},
    {"_id": "a", "title": "", "text": "Le musée a rouvert."},
    {"_id": "c", "title": "La route est coupée", "text": ""},
)
QUERIES = ({"_id": "1", "text": "Quel barrage a cédé ?"}, {"_id": "2", "text": "When does the museum open?"})
QRELS = "query-id\tcorpus-id\tscore\n1\tb\t2\n1\tc\t1\n1\ta\t0\n"


def folder(
    at: Path, *, corpus: tuple[object, ...] = CORPUS, queries: tuple[object, ...] = QUERIES, **qrels: str
) -> Path:
    """Write a BEIR folder and return it; ``qrels`` are the files of judgements by name."""
    (at / "qrels").mkdir(parents=True)
    for name, rows in (("corpus", corpus), ("queries", queries)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (at / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    for name, text in (qrels or {"test": QRELS}).items():
        (at / "qrels" / f"{name}.tsv").write_text(text, encoding="utf-8")
    return at


def test_judged_queries_are_asked_of_all_the_articles(tmp_path: Path) -> None:
    dataset = read_beir(folder(tmp_path / "presse"))
    assert [(one.id, one.title, one.text) for one in dataset.articles or ()] == [
        ("a", None, "Le musée a rouvert."),
        ("b", "Le barrage", "Le barrage de Roche-Noire a cédé mardi."),
        ("c", "La route est coupée", "La route est coupée"),
    ]
    (question,) = dataset.questions
    assert (question.id, question.question, dict(question.relevant)) == ("1", QUERIES[0]["text"], {"b": 2, "c": 1})
    assert (question.answerable, question.to_refuse, question.gold) == (False, False, ())
    assert (dataset.name, dataset.problems) == ("presse", ())


def test_test_is_preferred_and_another_set_is_asked_for_by_name(tmp_path: Path) -> None:
    other = QRELS.replace("1\tb", "2\tb")
    path = folder(tmp_path / "presse", train=other, test=QRELS, dev=other)
    assert [(one.id, one.split) for one in read_beir(path).questions] == [("1", "test")]
    assert {(one.id, one.split) for one in read_beir(path, split="dev").questions} == {("1", "dev"), ("2", "dev")}
    with pytest.raises(DatasetError, match=r"no qrels/valid.tsv \(qrels/dev.tsv, qrels/test.tsv, qrels/train.tsv\)"):
        read_beir(path, split="valid")


def test_judgements_beside_the_corpus_do(tmp_path: Path) -> None:
    path = folder(tmp_path / "presse")
    (path / "qrels" / "test.tsv").rename(path / "qrels.tsv")
    assert [one.id for one in read_beir(path).questions] == ["1"]


def test_what_the_judgements_name_and_the_files_lack_is_told(tmp_path: Path) -> None:
    dataset = read_beir(folder(tmp_path / "presse", test=f"{QRELS}1\tz\t1\n9\tb\t1\n"))
    assert [dict(one.relevant) for one in dataset.questions] == [{"b": 2, "c": 1, "z": 1}]
    assert len(dataset.problems) == 2
    assert 'query "9" is not in queries.jsonl' in dataset.problems[0]
    assert 'article "z" is not in corpus.jsonl' in dataset.problems[1]


@pytest.mark.parametrize(
    ("corpus", "qrels", "said"),
    [
        (({"_id": "a", "text": 3},), QRELS, r"corpus.jsonl: line 1: 'text' is 3; expected a string"),
        (({"_id": "a"},), QRELS, r"corpus.jsonl: line 1 has no 'text'"),
        ((["a"],), QRELS, r'corpus.jsonl: line 1 is \["a"\]; expected'),
        ((CORPUS[0], CORPUS[0]), QRELS, r'line 2: an earlier line has the _id "b"'),
        (CORPUS, "1\tb\n", r'test.tsv: line 1 is "1\\tb"; expected query id, article id and a whole number'),
        (CORPUS, f"{QRELS}1\tb\tgood\n", "test.tsv: line 5"),
        (CORPUS, "1\tz\t1\n", "judges no query and article of the folder together"),
        (CORPUS, "1\tb\t0\n", "judges no query and article of the folder together"),
    ],
)
def test_what_is_malformed_is_refused_with_its_line(
    tmp_path: Path, corpus: tuple[object, ...], qrels: str, said: str
) -> None:
    path = folder(tmp_path / "presse", corpus=corpus, test=qrels)
    with pytest.raises(DatasetError, match=said):
        read_beir(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = folder(tmp_path / "presse")
    (path / "queries.jsonl").unlink()
    with pytest.raises(DatasetError, match=r"there is no queries.jsonl; expected a BEIR folder"):
        read_beir(path)
