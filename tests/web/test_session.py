"""One visitor's conversation."""

from __future__ import annotations

import pytest

from assistant.types import Turn
from assistant.web.session import MAX_EXCHANGES, Session
from tests.web.fake_assistant import ask


def talked(questions: int) -> Session:
    session = Session()
    for number in range(questions):
        session = session.asking(f"port {number}").answered(ask(f"port {number}"))
    return session


def test_the_history_is_what_was_answered_oldest_first() -> None:
    session = talked(2).asking("et après ?")
    assert [turn.question for turn in session.history] == ["port 0", "port 1"]
    assert session.history[0] == Turn("port 0", ask("port 0").text)


def test_a_question_that_never_got_its_answer_is_replaced() -> None:
    session = Session().asking("perdue").asking("port")
    assert [(one.number, one.question) for one in session.exchanges] == [(1, "port")]


def test_a_long_talk_keeps_its_last_exchanges_and_their_numbers() -> None:
    session = talked(MAX_EXCHANGES + 3)
    assert [one.number for one in session.exchanges] == list(range(4, MAX_EXCHANGES + 4))


def test_an_answer_needs_a_question() -> None:
    with pytest.raises(ValueError, match="no question waits"):
        Session().answered(ask("port"))


def test_the_language_of_the_page_leaves_the_talk_as_it_is() -> None:
    assert talked(1).in_language("en").exchanges == talked(1).exchanges
