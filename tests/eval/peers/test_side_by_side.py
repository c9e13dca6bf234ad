"""Every peer hears every question, in turn, and the table divides what they got."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.assistant import Assistant
from assistant.errors import RequestError
from assistant.types import Answer, Turn
from eval.asking.records import Record
from eval.datasets.dataset import Question
from eval.measures.summary import pair, summarise
from eval.peers.side_by_side import side_by_side
from eval.peers.table import peers_json, peers_table
from tests.eval.made import ASKED, DAM, DAM_ASKED, MOON_ASKED, RIGHT, TEXTS, TOLL_ASKED, cite, refusal
from tests.eval.made import answer as record

ALL = (DAM_ASKED, TOLL_ASKED, MOON_ASKED)


class Heard:
    """Writes down in a common book who was asked what, and refuses; or fails, where it is told to."""

    def __init__(self, name: str, book: list[tuple[str, str]], *, fails: bool = False) -> None:
        self.name, self.book, self.fails = name, book, fails

    def ask(self, question: str, *, history: Sequence[Turn] = (), top_k: int | None = None) -> Answer:
        """Refuse."""
        self.book.append((self.name, question))
        if self.fails:
            raise RequestError("no")
        return Answer(question, question, "fr", "", (), (), "off_topic", 0.1, ())


def test_a_question_goes_to_all_before_the_next_and_another_is_asked_first_each_time() -> None:
    book: list[tuple[str, str]] = []
    done: list[int] = []
    names = ("a", "b")
    records = side_by_side(ALL, {name: Heard(name, book) for name in names}, on_progress=done.append)
    assert book[:2] == [("a", DAM_ASKED.question), ("b", DAM_ASKED.question)]  # before the clock counts
    asked = book[2:]
    assert [question for _, question in asked] == [one.question for one in ALL for _ in names]
    assert [name for name, _ in asked] == ["b", "a", "a", "b", "b", "a"]
    assert done == [1, 2, 3]
    assert {name: [one.question_id for one in kept] for name, kept in records.items()} == {
        name: [one.id for one in ALL] for name in names
    }


def test_a_peer_that_fails_leaves_the_others_alone() -> None:
    records = side_by_side(ALL, {"a": Heard("a", [], fails=True), "b": Heard("b", [])})
    assert [one.error for one in records["a"]] == ["no"] * 3
    assert all(one.refused for one in records["b"])


def test_what_is_retrieved_is_kept_for_the_ranking_measures(assistant: Assistant) -> None:
    (kept,) = side_by_side((DAM_ASKED,), {"ours": assistant})["ours"]
    assert [one.article_id for one in kept.ranked] == ["barrage", "musee"]


def _table(worse: tuple[Record, ...], questions: Sequence[Question] = ASKED) -> dict[str, list[str]]:
    """Return the cells of each row, by label, of a table with one right peer and one worse one."""
    right = tuple(one for one in RIGHT if one.question_id in {question.id for question in questions})
    summaries = {
        name: summarise(pair(questions, records), TEXTS) for name, records in (("usual", worse), ("ours", right))
    }
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in peers_table(summaries, ours="ours", usual="usual").splitlines()
    ]
    assert rows[0] == ["measure", "usual", "ours", "ours / usual"]
    return {row[0]: row[1:] for row in rows[2:]}


def test_the_table_divides_ours_by_the_usual() -> None:
    rows = _table((record("dam", cite("courrier", DAM)), *(refusal(one) for one in ("toll", "both", "moon", "year"))))
    assert rows["answer found"][0].startswith("33.3 %")
    assert rows["answer found"][1].startswith("100.0 %")
    assert rows["answer found"][2] == "× 3.00"
    assert rows["refused of what had to be"][2] == "× 1.00"
    assert rows["latency p50 (ms) ↓"] == ["1.0", "1.0", "× 1.00"]
    assert rows["answered"] == ["1", "3", ""]


def test_nothing_is_divided_by_nothing() -> None:
    rows = _table(tuple(refusal(one.id) for one in ASKED))
    assert rows["answer found"][2] == "-"
    assert rows["citation precision"][0] == "-"


def test_what_no_question_counts_for_has_no_row() -> None:
    rows = _table((refusal("dam"), refusal("toll")), (DAM_ASKED, TOLL_ASKED))
    assert "refused of what had to be" not in rows
    assert "answer found" in rows


def test_the_json_has_each_peer_in_the_form_of_a_run() -> None:
    pairs = {"ours": pair(ASKED, RIGHT)}
    written = peers_json({"ours": summarise(pairs["ours"], TEXTS)}, pairs, TEXTS)
    assert written["ours"]["answers"]["found"] == 1.0
    assert written["ours"]["counts"]["questions"] == len(ASKED)
