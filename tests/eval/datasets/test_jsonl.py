"""The validator refuses what is malformed, and names the line; the shipped questions pass it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from assistant.corpus.reader import read_corpus
from eval.datasets.dataset import ANSWERABLE_KINDS, REFUSAL_KINDS, DatasetError
from eval.datasets.jsonl import check_gold, read_questions
from eval.datasets.wikinews import article_ids
from tests.eval.made import DAM, TEXTS

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / "eval" / "questions.jsonl"
GOLD: dict[str, Any] = {
    "article_id": "courrier",
    "quote": DAM,
    "publisher": "Le Courrier",
    "published": "2019-03-12",
    "speaker": None,
}
ANSWERED: dict[str, Any] = {
    "id": "q1",
    "family": "dam",
    "split": "dev",
    "kind": "fact",
    "language": "fr",
    "question": "Quel barrage a cédé ?",
    "answerable": True,
    "gold": [[GOLD]],
    "why": None,
}
REFUSED: dict[str, Any] = {
    "id": "q2",
    "family": "moon",
    "split": "test",
    "kind": "off_topic",
    "language": "fr",
    "question": "Quel âge a la Lune ?",
    "answerable": False,
    "gold": [],
    "why": "The Moon is in no article.",
}


def written(folder: Path, *lines: object) -> Path:
    """Write lines, objects as JSON and strings as they are, and return the file."""
    path = folder / "questions.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_a_well_formed_file_is_read(tmp_path: Path) -> None:
    asked = {**ANSWERED, "history": [{"question": "Que s'est-il passé ?", "answer": "Un barrage a cédé."}]}
    first, second = read_questions(written(tmp_path, asked, "", REFUSED))
    assert (first.answerable, second.answerable) == (True, False)
    assert first.gold[0][0].quote == DAM
    assert first.history[0].question == "Que s'est-il passé ?"
    assert (first.line, second.line) == (1, 3)
    check_gold((first, second), TEXTS)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: "),
        ("[]", "line 2: list instead of an object"),
        ({**ANSWERED, "id": "q9", "kind": "riddle"}, "line 2: kind is 'riddle'"),
        ({**ANSWERED, "id": "q9", "kind": "off_topic"}, "line 2: kind is 'off_topic'"),
        ({**ANSWERED, "id": "q9", "split": "train"}, "line 2: split is 'train'"),
        ({**ANSWERED, "id": "q9", "language": "de"}, "line 2: language is 'de'"),
        ({**ANSWERED, "id": "q9", "question": " "}, "line 2: question is ' '"),
        ({**ANSWERED, "id": "q9", "gold": []}, "line 2: answerable, but without gold"),
        ({**ANSWERED, "id": "q9", "gold": [[GOLD], []]}, "line 2: answerable, but without gold"),
        ({**ANSWERED, "id": "q9", "gold": [GOLD]}, "line 2: gold item 'article_id' is no object"),
        ({**ANSWERED, "id": "q9", "gold": [[{**GOLD, "quote": ""}]]}, "line 2: quote is ''"),
        ({**ANSWERED, "id": "q9", "answerable": "yes"}, "line 2: answerable is 'yes'"),
        ({**ANSWERED, "id": "q9", "note": "?"}, "line 2: unknown field(s) note"),
        ({key: value for key, value in ANSWERED.items() if key != "kind"}, "line 2: field 'kind' is missing"),
        ({**REFUSED, "id": "q9", "gold": [[GOLD]]}, "line 2: to be refused, but with gold"),
        ({**REFUSED, "id": "q9", "why": None}, "line 2: why is None"),
        ({**REFUSED, "id": "q2"}, "line 2 (q2): the id is that of line 1"),
        ({**REFUSED, "id": "q9", "family": "f"}, "line 2 (q9): the question 'Quel âge a la Lune ?' is that of line 1"),
        (
            {**REFUSED, "id": "q9", "split": "dev", "question": "La Lune ?"},
            "line 2 (q9): family 'moon' is in dev here and in test on line 1",
        ),
    ],
)
def test_a_malformed_line_is_refused_by_number(tmp_path: Path, line: object, message: str) -> None:
    with pytest.raises(DatasetError) as raised:
        read_questions(written(tmp_path, REFUSED, line))
    assert message in str(raised.value)


def test_every_problem_is_named_at_once(tmp_path: Path) -> None:
    other = {**GOLD, "publisher": "Autre"}
    lines = [ANSWERED, {**ANSWERED, "id": "q8", "question": "?", "gold": [[other]]}, "{", {**REFUSED, "why": ""}]
    with pytest.raises(DatasetError) as raised:
        read_questions(written(tmp_path, *lines))
    for number, words in ((2, "courrier has publisher and date"), (3, ""), (4, "why is ''")):
        assert f"line {number}" in str(raised.value)
        assert words in str(raised.value)


def test_an_empty_or_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no question"):
        read_questions(written(tmp_path, ""))
    with pytest.raises(DatasetError, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quote": DAM.replace("mardi", "lundi")}, "line 1 (q1): courrier does not have the quote"),
        ({"article_id": "gazette"}, "line 1 (q1): gazette does not have the quote"),
        ({"article_id": "journal"}, "line 1 (q1): article 'journal' is not in the corpus (courrier, gazette)"),
    ],
)
def test_gold_that_is_not_in_its_article_is_refused(tmp_path: Path, change: dict[str, str], message: str) -> None:
    questions = read_questions(written(tmp_path, {**ANSWERED, "gold": [[{**GOLD, **change}]]}))
    with pytest.raises(DatasetError) as raised:
        check_gold(questions, TEXTS)
    assert message in str(raised.value)


def test_the_shipped_gold_stands_in_the_cleaned_articles() -> None:
    articles = read_corpus(ROOT / "corpus").articles
    texts = {article.id: article.text for article in articles}
    questions = read_questions(SHIPPED)
    check_gold(questions, texts)
    for gold in (gold for question in questions for gold in question.golds):
        assert not gold.quote[0].isspace()
        assert not gold.quote[-1].isspace()
        assert "\n" not in gold.quote


def test_the_shipped_questions_have_the_size_and_balance_they_claim() -> None:
    questions = read_questions(SHIPPED)
    kinds = Counter(question.kind for question in questions)
    held_out = Counter(question.kind for question in questions if question.split == "test")
    assert set(kinds) <= {*ANSWERABLE_KINDS, *REFUSAL_KINDS}
    assert set(REFUSAL_KINDS) <= set(kinds)
    assert sum(question.answerable for question in questions) >= 75
    assert sum(not question.answerable for question in questions) >= 45
    assert kinds["english"] >= 12
    assert kinds["paraphrase"] >= 10
    assert kinds["follow_up"] >= 6
    assert 0.18 <= sum(held_out.values()) / len(questions) <= 0.25
    assert all(held_out[kind] >= 2 for kind in kinds)


def test_a_paraphrase_shares_no_long_word_with_what_answers_it() -> None:
    def words(text: str) -> set[str]:
        plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
        return set(re.findall(r"[a-z]{4,}", plain)) - {"pour", "dans", "leurs", "elle", "avec"}

    shared = {
        question.id: words(question.question) & words(gold.quote)
        for question in read_questions(SHIPPED)
        if question.kind == "paraphrase"
        for gold in question.golds
        if words(question.question) & words(gold.quote)
    }
    assert shared == {}


ELSEWHERE = [ROOT / "eval" / "questions_wikinews.jsonl", *sorted((ROOT / "eval" / "press").glob("*.jsonl"))]


@pytest.mark.parametrize("path", ELSEWHERE, ids=lambda path: path.stem)
def test_the_questions_over_other_articles_are_well_formed(path: Path) -> None:
    questions = read_questions(path)
    assert {question.answerable for question in questions} == {True, False}
    read = set(path.with_suffix(".ids").read_text(encoding="utf-8").split())
    assert article_ids(path) >= read
    assert {gold.article_id for question in questions for gold in question.golds} <= article_ids(path)


def test_what_is_only_measured_shares_no_article_with_what_is_learnt_from() -> None:
    press = ROOT / "eval" / "press"
    learnt = {one for path in ELSEWHERE if path.stem != "unseen" for one in article_ids(path)}
    assert article_ids(press / "unseen.jsonl").isdisjoint(learnt)
    assert {question.split for question in read_questions(press / "unseen.jsonl")} == {"test"}
