"""SQuAD's form: offsets hold or the question is named, gold is the sentence, paragraphs become articles."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from eval.datasets.dataset import DatasetError
from eval.datasets.squad import read_squad

DAM = (
    "Le barrage de Roche-Noire a cédé mardi.\nLa préfecture compte 12 disparus.  Selon M. Vidal, la route est coupée. "
)
MUSEUM = "Le musée des tisserands a rouvert. L'entrée est gratuite en avril."


def asked(identity: str, question: str, context: str, *answers: str, **more: object) -> dict[str, Any]:
    """Return a question; each answer starts where the context has it first."""
    placed = [{"text": answer, "answer_start": context.index(answer)} for answer in answers]
    return {"id": identity, "question": question, "answers": placed, **more}


def file(folder: Path, *entries: object, name: str = "press.json") -> Path:
    """Write a SQuAD file and return its path."""
    path = folder / name
    path.write_text(json.dumps({"version": "v2.0", "data": entries}), encoding="utf-8")
    return path


def entry(title: str, *paragraphs: tuple[str, list[dict[str, Any]]]) -> dict[str, Any]:
    return {"title": title, "paragraphs": [{"context": context, "qas": qas} for context, qas in paragraphs]}


MISSING = asked("q1", "Combien de disparus ?", DAM, "12")
ROAD = asked("q2", "Who says the road is cut?", DAM, "M. Vidal", "Vidal")
OWNER = asked("q3", "À qui est le barrage ?", DAM, is_impossible=True, plausible_answers=[])
FREE = asked("q4", "Quand est-ce gratuit ?", MUSEUM, "avril")


def test_a_paragraph_is_an_article_to_the_letter_and_gold_its_sentence(tmp_path: Path) -> None:
    dataset = read_squad(file(tmp_path, entry("Roche Noire", (DAM, [MISSING, ROAD]), (MUSEUM, [FREE]))))
    assert dataset.articles is not None
    assert [(one.id, one.title, one.text) for one in dataset.articles] == [
        ("Roche_Noire/1", "Roche Noire", DAM),
        ("Roche_Noire/2", "Roche Noire", MUSEUM),
    ]
    assert {(one.publisher, one.published.date) for one in dataset.articles} == {(None, None)}
    missing, road, free = dataset.questions
    assert missing.gold[0][0].quote == "La préfecture compte 12 disparus."
    assert (missing.answers, missing.relevant) == (("12",), {"Roche_Noire/1": 1})
    assert (missing.answerable, missing.to_refuse, missing.language) == (True, False, "fr")
    assert [[gold.quote for gold in group] for group in road.gold] == [["Selon M. Vidal, la route est coupée."]]
    assert (road.answers, road.language) == (("M. Vidal", "Vidal"), "en")
    assert free.family != missing.family == road.family
    assert (dataset.name, dataset.problems) == ("press", ())


def test_an_answer_over_two_sentences_has_both_as_one_gold(tmp_path: Path) -> None:
    both = asked("q1", "Que s'est-il passé ?", DAM, "cédé mardi.\nLa préfecture")
    (question,) = read_squad(file(tmp_path, entry("A", (DAM, [both])))).questions
    assert question.golds[0].quote == "Le barrage de Roche-Noire a cédé mardi.\nLa préfecture compte 12 disparus."


def test_an_impossible_question_is_to_be_refused_whatever_stands_under_it(tmp_path: Path) -> None:
    blank = {**OWNER, "id": "q5", "answers": [{"text": "", "answer_start": -1}]}
    questions = read_squad(file(tmp_path, entry("A", (DAM, [OWNER, blank])))).questions
    assert [(one.to_refuse, one.kind, one.gold, one.answers) for one in questions] == [
        (True, "not_enough_evidence", (), ())
    ] * 2


def test_identical_paragraphs_are_one_article(tmp_path: Path) -> None:
    dataset = read_squad(file(tmp_path, entry("A", (DAM, [MISSING])), entry("B", (DAM, [ROAD]), (MUSEUM, [FREE]))))
    assert [one.id for one in dataset.articles or ()] == ["A/1", "B/1"]
    assert [question.family for question in dataset.questions] == ["A/1", "A/1", "B/1"]


def test_titles_that_become_one_name_do_not_share_an_id(tmp_path: Path) -> None:
    dataset = read_squad(file(tmp_path, entry("A B", (DAM, [MISSING])), entry("A_B", (MUSEUM, [FREE]))))
    assert [one.id for one in dataset.articles or ()] == ["A_B/1", "A_B/2"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({**MISSING, "id": "x", "answers": [{"text": "12", "answer_start": 3}]}, 'answer "12" is not at 3'),
        ({**MISSING, "id": "x", "answers": [{"text": "12", "answer_start": -4}]}, 'answer "12" is not at -4'),
        ({**MISSING, "id": "x", "answers": [{"text": "", "answer_start": 3}]}, 'answer "" is not at 3'),
        ({**MISSING, "id": "x", "answers": []}, "no answer"),
        ({**MISSING, "id": "x", "question": " "}, "question is empty"),
        ({**MISSING, "id": "q2"}, "earlier question has its id"),
    ],
)
def test_what_cannot_be_used_is_named_and_not_mended(tmp_path: Path, wrong: dict[str, Any], said: str) -> None:
    dataset = read_squad(file(tmp_path, entry("A", (DAM, [ROAD, OWNER, wrong]))))
    assert [question.id for question in dataset.questions] == ["q2", "q3"]
    (problem,) = dataset.problems
    assert problem.startswith("data[0].paragraphs[0].qas[2]: ")
    assert said in problem


def test_one_answer_in_place_is_enough(tmp_path: Path) -> None:
    wrong = {**ROAD, "answers": [{"text": "Vidal", "answer_start": 0}, *ROAD["answers"]]}
    (question,) = read_squad(file(tmp_path, entry("A", (DAM, [wrong])))).questions
    assert question.answers == ("M. Vidal", "Vidal")


def test_offsets_in_other_units_make_the_file_unusable(tmp_path: Path) -> None:
    start = len(DAM[: DAM.index("12")].encode("utf-8"))
    with pytest.raises(DatasetError, match=r'1 questions cannot be used, 0 can\n.*answer "12" is not at'):
        read_squad(file(tmp_path, entry("A", (DAM, [{**MISSING, "answers": [{"text": "12", "answer_start": start}]}]))))


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        ([], r"press.json is \[\]; expected an object with 'data'"),
        ({"data": {}}, "press.json: 'data' is {}; expected a list"),
        ({"data": [{"title": "A"}]}, r"press.json: data\[0\] has no 'paragraphs'"),
        ({"data": [{"title": 3, "paragraphs": []}]}, r"data\[0\]: 'title' is 3; expected a string"),
        ({"data": [{"paragraphs": [{"qas": []}]}]}, r"data\[0\].paragraphs\[0\] has no 'context'"),
        ({"data": [{"paragraphs": [{"context": "a", "qas": ["q"]}]}]}, r'qas\[0\] is "q"; expected an object'),
        (
            {"data": [{"paragraphs": [{"context": "a", "qas": [{"question": "q", "answers": [{"text": "a"}]}]}]}]},
            r"qas\[0\].answers\[0\] has no 'answer_start'; expected a whole number",
        ),
        ({"data": [{"paragraphs": [{"context": "\ud83d", "qas": []}]}]}, "half a surrogate pair"),
        ({"data": []}, "no question in the file"),
    ],
)
def test_another_form_is_refused_with_the_place(tmp_path: Path, whole: object, said: str) -> None:
    path = tmp_path / "press.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(DatasetError, match=said):
        read_squad(path)


def test_one_question_a_line_is_the_same_dataset(tmp_path: Path) -> None:
    nested = read_squad(file(tmp_path, entry("A", (DAM, [MISSING, ROAD])), entry("B", (MUSEUM, [FREE]))))
    rows = [
        {"id": "q1", "title": "A", "context": DAM, "question": MISSING["question"], "answers": ["12"]},
        {"id": "q2", "title": "A", "context": DAM, "question": ROAD["question"]},
        {"id": "q4", "title": "B", "context": MUSEUM, "question": FREE["question"], "answers": ["avril"]},
    ]
    rows[0]["answer_start"] = [DAM.index("12")]
    rows[1]["answers"] = {"text": ["M. Vidal", "Vidal"], "answer_start": [DAM.index("M. Vidal"), DAM.index("Vidal")]}
    rows[2]["answer_start"] = [MUSEUM.index("avril")]
    path = tmp_path / "press.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode("utf-8")))
    flat = read_squad(path, flat=True)
    assert [(one.id, one.text) for one in flat.articles or ()] == [(one.id, one.text) for one in nested.articles or ()]
    assert [(q.id, q.gold, q.answers) for q in flat.questions] == [(q.id, q.gold, q.answers) for q in nested.questions]
    assert flat.name == "press"


def test_answers_and_offsets_side_by_side_have_to_be_as_many(tmp_path: Path) -> None:
    row = {"context": DAM, "question": "?", "answers": ["12", "douze"], "answer_start": [0]}
    path = tmp_path / "press.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(DatasetError, match=r"line 1: answers .* at \[0\]; expected as many numbers as texts"):
        read_squad(path, flat=True)
