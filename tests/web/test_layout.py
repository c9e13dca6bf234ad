"""What each event of the page does, with the handlers called directly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

import gradio as gr
import pytest

from assistant.types import Answer, Language, Turn
from assistant.web.examples import answered_examples
from assistant.web.layout import Ask, Page, build_unavailable_page, problem_of
from assistant.web.session import Session
from assistant.web.texts import TEXTS
from tests.web.fake_assistant import ARTICLES, HOSTILE, ask

EXAMPLES: dict[Language, tuple[str, ...]] = {"fr": ("le port ?",), "en": ("the port?", "port?")}


Made = TypeVar("Made")


def made(make: Callable[[], Made]) -> Made:
    """Return what is made inside a running event loop: outside, Gradio opens loops that nobody closes."""

    async def inside() -> Made:
        return make()

    return asyncio.run(inside())


def page_of(answer: Ask) -> tuple[gr.Blocks, Page]:
    """Return a page over the invented articles that asks this, and the Blocks around it."""
    with gr.Blocks(analytics_enabled=False) as blocks:
        return blocks, Page(answer, ARTICLES, EXAMPLES, pause_s=0)


@pytest.fixture(scope="module")
def page() -> Page:
    return made(lambda: page_of(ask))[1]


def asked(page: Page, question: object, session: Session | None = None) -> tuple[list[str], Session]:
    """Return the conversation after each step of an answer, and the session at its end."""
    end = session = session or Session()
    shown = []
    for update in page.converse(question, session):
        shown.append(str(update.get(page.conversation, "")))
        end = update.get(page.state, end)
    return shown, end


def test_an_answer_streams_and_ends_whole_in_the_session(page: Page) -> None:
    shown, session = asked(page, " le port ? ")
    assert len(shown) > 3
    assert "La mairie annonce la réouverture du port." not in shown[1]
    assert "La mairie annonce la réouverture du port." in shown[-1]
    assert session.exchanges[0].answer == ask("le port ?")


def test_a_follow_up_is_asked_with_the_turns_before() -> None:
    seen: list[tuple[Turn, ...]] = []

    def remembering(question: str, *, history: tuple[Turn, ...]) -> Answer:
        seen.append(history)
        return ask(question)

    page = made(lambda: page_of(remembering))[1]
    _, session = asked(page, "le port ?")
    asked(page, "et la grève ?", session)
    assert seen == [(), (Turn("le port ?", ask("le port ?").text),)]


@pytest.mark.parametrize("question", ["", "  \n", "x" * 5000, {"a": 1}, None, 3])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_cannot_be_asked_gets_a_calm_word_in_the_page_s_language(
    page: Page, question: object, language: str
) -> None:
    session = Session("en" if language == "en" else "fr")
    updates = list(page.converse(question, session))
    assert [list(update) for update in updates] == [[page.notice]]
    assert problem_of(question, session.language) in updates[0][page.notice].replace("&#x27;", "'")


def test_the_notice_on_a_long_question_names_its_length_and_the_limit() -> None:
    assert "5\u202f000 caractères" in problem_of("x" * 5000, "fr")
    assert "5,000 characters" in problem_of("x" * 5000, "en")
    assert problem_of("x" * 1000, "fr") == ""


@pytest.mark.parametrize("question", ["?", "🤷", HOSTILE])
def test_odd_questions_are_asked_like_any_other(page: Page, question: str) -> None:
    _, session = asked(page, question)
    assert session.exchanges[0].question == question


def test_switching_language_redraws_the_page_and_keeps_the_talk(page: Page) -> None:
    _, session = asked(page, "le port ?")
    update = page.switch("en", session)
    assert update[page.state].exchanges == session.exchanges
    assert TEXTS["en"].read_article in update[page.sources]
    assert update[page.send]["value"] == TEXTS["en"].send


def test_a_new_conversation_forgets_and_keeps_the_language(page: Page) -> None:
    _, session = asked(page, "le port ?", Session("en"))
    assert page.restart(session)[page.state] == Session("en")


def test_an_answer_as_json_has_the_text_of_its_near_passages(page: Page) -> None:
    answer = page.answer_json("la météo ?")
    assert answer["abstained"] is True
    assert answer["hits"][1]["text"] == "Une dépêche sans titre ni éditeur."


def test_a_question_that_cannot_be_asked_is_a_clear_error_as_json(page: Page) -> None:
    with pytest.raises(gr.Error, match="la limite est de 1"):
        page.answer_json("x" * 5000)


def test_examples_that_lead_to_a_refusal_are_not_offered() -> None:
    examples: dict[Language, tuple[str, ...]] = {"fr": ("la météo ?", "le port ?"), "en": ("weather?",)}
    assert answered_examples(ask, examples=examples) == {"fr": ("le port ?",), "en": ()}


def test_only_asking_is_open_to_programs() -> None:
    blocks = made(lambda: page_of(ask))[0]
    assert list(blocks.get_api_info()["named_endpoints"]) == ["/ask"]


def test_the_page_without_an_index_is_a_page() -> None:
    blocks = made(lambda: build_unavailable_page("python -m assistant index", "there is no index at index/"))
    shown = str(blocks.get_config_file()["components"])
    assert "python -m assistant index" in shown
    assert "there is no index at index/" in shown


def test_an_answer_that_grows_shows_each_of_its_forms_and_keeps_the_last() -> None:
    first, last = replace(ask("le port ?"), note="Le modèle rédige…"), ask("la grève ?")

    def stream(question: str, *, history: Sequence[Turn]) -> Iterator[Answer]:
        yield first
        yield last

    def page_that_streams() -> Page:
        with gr.Blocks(analytics_enabled=False):
            return Page(ask, ARTICLES, EXAMPLES, pause_s=0, stream=stream)

    shown, session = asked(made(page_that_streams), "le port ?")
    grown = [html for html in shown if "Le modèle rédige…" in html]
    assert grown and "La mairie annonce la réouverture du port." in grown[-1]
    assert "Elle parle de la grève." in shown[-1]
    assert "Le modèle rédige…" not in shown[-1]
    assert session.exchanges[0].answer == last
