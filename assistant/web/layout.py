"""The page in Gradio: which parts there are and what each event does. What they show is made in ``render``.

Gradio is imported here and nowhere below ``app.py``: no other path of the program pays for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import gradio as gr

from assistant.answering.serialise import answer_to_json
from assistant.errors import RequestError
from assistant.settings import DEFAULTS
from assistant.types import Answer, Article, Language, Passage
from assistant.web import render
from assistant.web.examples import MOST
from assistant.web.session import Session
from assistant.web.sources import corpus_html, sources_html
from assistant.web.texts import TEXTS

Ask = Callable[..., Answer]  # as Assistant.ask: (question, *, history) -> Answer
AskStream = Callable[..., Iterator[Answer]]  # as Assistant.ask_stream
Update = dict[Any, Any]  # component to its new value
STEPS = 24  # an answer is shown in at most this many pieces
_LANGUAGES: tuple[tuple[str, Language], ...] = (("FR", "fr"), ("EN", "en"))


class Page:
    """The components of the page and the handlers of its events.

    Args:
        ask: answers a question; called with ``history``.
        articles: by id.
        examples: questions offered on an empty page, by language.
        pause_s: between two pieces of a streamed answer.
        stream: yields the answer as it grows; None when ``ask`` has it at once.
    """

    def __init__(
        self,
        ask: Ask,
        articles: Mapping[str, Article],
        examples: Mapping[Language, Sequence[str]],
        *,
        pause_s: float,
        stream: AskStream | None = None,
    ) -> None:
        self._stream = stream or (lambda question, *, history: iter([ask(question, history=history)]))
        self._ask, self._articles, self._examples, self._pause_s = ask, articles, examples, pause_s
        everything = tuple(articles.values())
        self._mastheads = {language: render.masthead_html(everything, language) for language in TEXTS}
        self._listings = {language: corpus_html(everything, language) for language in TEXTS}
        self._draw(Session())

    def _draw(self, session: Session) -> None:
        """Put every component on the page, then what each event does."""
        texts = TEXTS[session.language]
        self.state = gr.State(session)
        with gr.Row(elem_id="top"):
            self.masthead = gr.HTML(elem_id="masthead", apply_default_css=False)
            self.language = gr.Radio(list(_LANGUAGES), value="fr", elem_id="language", label=texts.language_label)
        with gr.Row(elem_id="desk", equal_height=False):
            with gr.Column(elem_id="chat"):
                self.conversation = gr.HTML(elem_id="conversation", apply_default_css=False)
                with gr.Column(elem_id="examples") as self.example_group:
                    self.example_title = gr.HTML(apply_default_css=False)
                    self.examples = [gr.Button(elem_classes="example") for _ in range(MOST)]
                with gr.Column(elem_id="composer"):
                    self.notice = gr.HTML(elem_id="notice", apply_default_css=False)
                    with gr.Row(elem_id="ask-row", equal_height=True):
                        self.box = gr.Textbox(
                            elem_id="question", container=False, lines=1, max_lines=5, scale=1,
                            label=texts.question_label,
                        )  # fmt: skip
                        self.send = gr.Button(elem_id="send", variant="primary", scale=0, min_width=96)
                    self.new = gr.Button(elem_id="new", size="sm")
            with gr.Column(elem_id="side"):
                self.sources = gr.HTML(elem_id="sources", apply_default_css=False)
        self.footer = gr.HTML(elem_id="footer", apply_default_css=False)
        for component, value in self.view(session).items():
            _set(component, value)
        self._wire()

    def _wire(self) -> None:
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        parts = list(self.view(Session()))
        asking = {"outputs": [self.state, *parts], "concurrency_limit": 8, **quiet}
        typed = [self.box, self.state]
        # What is sent while an answer is being written waits for its end.
        gr.on([self.box.submit, self.send.click], self.converse, inputs=typed, trigger_mode="always_last", **asking)
        for button in self.examples:
            button.click(self.converse, inputs=[button, self.state], trigger_mode="once", **asking)
        self.new.click(self.restart, inputs=self.state, outputs=[self.state, *parts], **quiet)
        self.language.input(self.switch, inputs=[self.language, self.state], outputs=[self.state, *parts], **quiet)
        gr.api(self.answer_json, api_name="ask", concurrency_limit=8)

    def view(self, session: Session) -> Update:
        """Return what every part of the page shows for a session, except what is being typed."""
        language = session.language
        texts, offered, fresh = TEXTS[language], self._examples[language], not session.exchanges
        view: Update = {
            self.masthead: self._mastheads[language],
            self.conversation: render.conversation_html(session),
            self.sources: sources_html(session, self._articles, self._listings[language]),
            self.footer: render.footer_html(language),
            self.notice: "",
            self.language: gr.update(label=texts.language_label),
            self.box: gr.update(label=texts.question_label, placeholder=texts.question_placeholder),
            self.send: gr.update(value=texts.send),
            self.new: gr.update(value=texts.new_conversation, visible=not fresh),
            self.example_group: gr.update(visible=fresh and bool(offered)),
            self.example_title: f'<h3 class="examples-title" lang="{language}">{texts.examples}</h3>',
        }
        for number, button in enumerate(self.examples):
            shown = number < len(offered)
            view[button] = gr.update(value=offered[number] if shown else "", visible=shown)
        return view

    def converse(self, question: object, session: Session) -> Iterator[Update]:
        """Answer a question bit by bit; one that cannot be asked leaves the page as it is, with a word on why."""
        problem = problem_of(question, session.language)
        if problem or not isinstance(question, str):
            twice = session.exchanges and not str(question or "").strip()  # Enter pressed again, the box emptied
            yield {self.notice: "" if twice else render.notice_html(problem, session.language)}
            return
        waiting = session.asking(question.strip())
        yield {
            self.conversation: render.conversation_html(waiting),
            self.notice: "",
            self.box: gr.update(value=""),
            self.example_group: gr.update(visible=False),
        }
        try:
            answers = self._stream(question.strip(), history=session.history)
            first = next(answers)
        except RequestError:
            yield self.view(session) | {
                self.notice: render.notice_html(TEXTS[session.language].unusable_question, session.language),
                self.box: gr.update(value=question),
            }
            return
        answered = waiting.answered(first)
        length = render.answer_length(first)
        for step in range(1, STEPS):
            yield {self.conversation: render.conversation_html(answered, shown=length * step // STEPS)}
            time.sleep(self._pause_s)
        if first.note:  # more is to come
            yield self.view(answered)
        for answer in answers:
            answered = waiting.answered(answer)
            yield self.view(answered)
        yield {self.state: answered} | self.view(answered)

    def switch(self, language: object, session: Session) -> Update:
        """Put the whole page, answers' surroundings included, in the other language."""
        turned = session.in_language("en" if language == "en" else "fr")
        return {self.state: turned} | self.view(turned)

    def restart(self, session: Session) -> Update:
        """Forget the conversation; the language stays."""
        fresh = Session(session.language)
        return {self.state: fresh} | self.view(fresh)

    def answer_json(self, question: str) -> dict[str, Any]:
        """Answer one question as JSON, as ``assistant ask --json`` does.

        Raises:
            gradio.Error: if the question cannot be asked; its message says why, in French.
        """
        problem = problem_of(question, "fr")
        if problem:
            raise gr.Error(problem)
        return answer_to_json(self._ask(question.strip(), history=()), text_of=self._text)

    def _text(self, passage: Passage) -> str:
        return self._articles[passage.article_id].text[passage.start : passage.end]


def problem_of(question: object, language: Language) -> str:
    """Return why a question cannot be asked, in the page's language; empty when it can."""
    texts, limit = TEXTS[language], DEFAULTS.max_question_chars
    if not isinstance(question, str):
        return texts.unusable_question
    if not question.strip():
        return texts.empty_question
    if len(question.strip()) > limit:
        return texts.long_question.format(count=_grouped(len(question), language), limit=_grouped(limit, language))
    return ""


def _grouped(number: int, language: Language) -> str:
    return f"{number:,}".replace(",", "\u202f" if language == "fr" else ",")


def _set(component: Any, value: Any) -> None:  # noqa: ANN401  # a component and its value, of any kind
    """Give a component its first value, in the same form as an update."""
    changes = value if isinstance(value, dict) else {"value": value}
    for name, content in changes.items():
        if not name.startswith("__"):
            setattr(component, name, content)


def build_page(
    ask: Ask,
    articles: Mapping[str, Article],
    examples: Mapping[Language, Sequence[str]],
    *,
    pause_s: float = 0.025,
    stream: AskStream | None = None,
) -> gr.Blocks:
    """Return the chat page over these articles.

    Args:
        ask: answers a question, as :meth:`assistant.assistant.Assistant.ask`.
        articles: by id.
        examples: questions offered on an empty page, by language.
        pause_s: between two pieces of a streamed answer.
        stream: yields the answer as it grows, as :meth:`assistant.assistant.Assistant.ask_stream`; None when
            ``ask`` has it at once.
    """
    with gr.Blocks(title=TEXTS["fr"].name, analytics_enabled=False, fill_width=True) as blocks:
        Page(ask, articles, examples, pause_s=pause_s, stream=stream)
    return blocks


def build_unavailable_page(command: str, detail: str) -> gr.Blocks:
    """Return the page that stands in when the articles cannot be served, in both languages.

    Args:
        command: what mends it.
        detail: the error's own message.
    """
    with gr.Blocks(title=TEXTS["fr"].name, analytics_enabled=False, fill_width=True) as blocks:
        gr.HTML(render.masthead_html((), "fr"), elem_id="masthead", apply_default_css=False)
        for language in TEXTS:
            gr.HTML(render.unavailable_html(command, detail, language), apply_default_css=False)
    return blocks
