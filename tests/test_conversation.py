"""A conversation as it is had: small talk between questions, follow-ups several turns back, questions on the answer."""

from __future__ import annotations

import pytest

from assistant.answering.wording import understanding
from assistant.assistant import Assistant
from assistant.types import Answer, Turn

ASKED = "Que demande l'OTAN à la Turquie ?"


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.load("index")


def _talk(assistant: Assistant, *questions: str) -> list[Answer]:
    answers: list[Answer] = []
    for place, question in enumerate(questions):
        turns = [Turn(asked, answer.text) for asked, answer in zip(questions[:place], answers, strict=True)]
        answers.append(assistant.ask(question, history=turns))
    return answers


def test_small_talk_gets_a_line_in_its_language_and_no_passages(assistant: Assistant) -> None:
    for said, language in (("Merci beaucoup !", "fr"), ("Thanks a lot!", "en"), ("Qui es-tu ?", "fr")):
        answer = assistant.ask(said)
        assert (answer.reason, answer.language, answer.hits, answer.citations) == ("small_talk", language, (), ())
        assert "corpus" not in answer.text
    thanks, hello = assistant.ask("merci"), assistant.ask("bonjour")
    assert thanks.text != hello.text


def test_ok_is_answered_in_the_language_of_the_conversation(assistant: Assistant) -> None:
    assert _talk(assistant, "What does NATO ask of Turkey?", "ok")[-1].language == "en"
    assert _talk(assistant, ASKED, "ok")[-1].language == "fr"


def test_small_talk_between_does_not_break_the_thread(assistant: Assistant) -> None:
    *_, answer = _talk(assistant, "Que demande la Russie ?", "Merci !", "ok", "Et la France ?")
    assert answer.understood == "Que demande la France ?"


def test_thanks_before_a_question_is_not_all_that_is_heard(assistant: Assistant) -> None:
    *_, answer = _talk(assistant, "Que demande la Russie ?", "Merci, et la France ?")
    assert answer.understood == "Que demande la France ?"
    assert answer.question == "Merci, et la France ?"
    alone = assistant.ask(f"Bonjour, {ASKED}")
    assert alone.citations == assistant.ask(ASKED).citations
    assert understanding(alone) == ""


def test_who_said_it_has_the_citation_again_with_its_speaker(assistant: Assistant) -> None:
    first, *_, who = _talk(assistant, ASKED, "Merci", "Qui l'a dit ?")
    assert who.citations == first.citations
    assert who.text.startswith("L'OTAN — ")
    assert understanding(who) == f"Qui l'a dit ? (à propos de\u00a0: {ASKED})".replace(" ?", "\u00a0?")


def test_is_it_sure_and_where_is_it_from_are_of_the_same_answer(assistant: Assistant) -> None:
    first, sure, source = _talk(assistant, ASKED, "Tu es sûr ?", "Quelle est la source ?")
    assert first.citations == sure.citations == source.citations
    assert str(first.citations[0].article.title) in source.text


def test_more_goes_on_and_on(assistant: Assistant) -> None:
    first, more, then = _talk(assistant, ASKED, "Dis-m'en plus", "Et ensuite ?")
    ends = [answer.citations[-1].end for answer in (first, more, then)]
    assert ends == sorted(set(ends))


def test_asked_about_nothing_it_is_a_question_like_any_other(assistant: Assistant) -> None:
    assert assistant.ask("Tu es sûr ?").reason is not None
    assert _talk(assistant, "Bonjour", "Qui l'a dit ?")[-1].understood == "Qui l'a dit ?"


def test_filters_hold_for_what_is_asked_of_an_answer(assistant: Assistant) -> None:
    question = "Que demande la Russie ?"
    before = assistant.ask(question, as_of="2020-10-01")
    who = assistant.ask("Qui l'a dit ?", history=[Turn(question, before.text)], as_of="2020-10-01")
    assert who.citations == before.citations


def test_eight_turns(assistant: Assistant) -> None:
    answers = _talk(
        assistant,
        "Bonjour !",
        "Résume le conflit",
        "Quelles sont les positions de chaque pays ?",
        "Et la Russie ?",
        "Qui l'a dit ?",
        "Combien de morts du côté arménien ?",
        "Et du côté azerbaïdjanais ?",
        "Merci beaucoup !",
    )
    assert [answer.reason for answer in answers] == ["small_talk", *[None] * 6, "small_talk"]
    assert [understanding(answer) for answer in answers if understanding(answer)] == [
        "Que dit la Russie\u00a0?",
        "Qui l'a dit\u00a0? (à propos de\u00a0: Que dit la Russie\u00a0?)",
        "Combien de morts du côté azerbaïdjanais\u00a0?",
    ]
    assert answers[4].citations == answers[3].citations
    assert "91 civils" in answers[6].text
