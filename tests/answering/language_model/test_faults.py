"""Whatever a language model's server does, the answer is there: the extracted one, with a word on why."""

from __future__ import annotations

import gzip
import json
import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from assistant.answering.language_model.client import chat
from assistant.answering.language_model.endpoint import Endpoint
from assistant.answering.serialise import answer_to_json
from assistant.answering.wording import model_note
from assistant.assistant import Assistant
from assistant.errors import LanguageModelError
from assistant.types import Answer
from tests.answering.language_model.model_server import (
    KEY,
    Asked,
    ModelServer,
    Reply,
    cut_after,
    drip,
    event,
    opened,
    says,
    served,
    tokens,
)

ROOT = Path(__file__).parents[3]
QUESTION = "Que demande l'OTAN à la Turquie ?"
HONEST = '[1]\nL\'OTAN appelle la Turquie à "user de son influence" pour calmer les tensions. [1]\n[2]'
SILENT = model_note("silent", "fr")
MEGABYTE = b"x" * 2**20


@pytest.fixture(autouse=True)
def online(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let huggingface_hub speak to this machine: the tests run in its offline mode."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", False)


@pytest.fixture(scope="module")
def plain() -> Answer:
    return Assistant.load(ROOT / "index").ask(QUESTION)


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    with served(says(lambda asked: HONEST)) as running:
        yield running


def status(code: int, **headers: str) -> Reply:
    """Return the reply of a server that refuses, and says the key aloud."""

    def reply(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        body = json.dumps({"error": f"wrong key {asked.headers.get('authorization')}"}).encode()
        handler.send_response(code)
        for name, value in {**headers, "Content-Type": "application/json", "Content-Length": str(len(body))}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def sends(*parts: bytes, kind: str = "text/event-stream") -> Reply:
    """Return the reply that is these bytes and an end."""

    def reply(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        opened(handler, kind=kind)
        for part in parts:
            handler.wfile.write(part)

    return reply


def packed(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
    """Send few bytes that unpack to many."""
    body = gzip.compress(event("a" * 2**22))
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def slow_head(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
    """Send a head that never ends, a letter now and then: no reply that a hook could look at."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while True:
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.02)


def mute(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
    """Say nothing until who asked has gone."""
    handler.rfile.read(1)


FAULTS: dict[str, Reply] = {
    **{str(code): status(code) for code in (400, 401, 403, 404, 422, 429, 500, 503, 204, 301)},
    "empty": sends(),
    "no events": sends(b"<html>Welcome</html>", kind="text/html"),
    "one object": sends(json.dumps({"choices": [{"message": {"content": HONEST}}]}).encode(), kind="application/json"),
    "no JSON": sends(b"data: {nonsense\n\n"),
    "JSON of another form": sends(b'data: {"choices": 3}\n\n'),
    "a list": sends(b"data: [1, 2]\n\n"),
    "a number": sends(b"data: 7\n\n"),
    "null choices": sends(b'data: {"choices": null}\n\n'),
    "nested deep": sends(b"data: " + b"[" * 90_000 + b"\n\n"),
    "no UTF-8": sends(b"data: \xff\xfe\n\n"),
    "an error inside": sends(event(HONEST[:20]), b'data: {"error": "overloaded", "error_type": "overloaded"}\n\n'),
    "50 MB in one line": sends(b"data: ", *[MEGABYTE] * 50),
    "50 MB of pieces": sends(*[event("a" * 10_000)] * 5_000),
    "50 MB of blank lines": sends(*[b"\n" * 2**20] * 50),
    "packed": packed,
    "drip": drip,
    "a slow head": slow_head,
    "mute": mute,
    "cut": cut_after([event(piece) for piece in tokens(HONEST)], 9),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_ends_in_the_extracted_answer(
    fault: str, server: ModelServer, plain: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.reply, asked_before = FAULTS[fault], len(server.requests)
    endpoint = server.endpoint(timeout_s=0.5 if fault in {"drip", "a slow head", "mute"} else 10)
    assistant = Assistant.load(ROOT / "index", model=endpoint)
    answer = assistant.ask(QUESTION)
    assert (answer.text, answer.citations, answer.note) == (plain.text, plain.citations, SILENT)
    assert len(server.requests) == asked_before + 1, "asked once, and not again"
    assert "the language model did not answer" in caplog.text
    written = json.dumps(answer_to_json(answer, text_of=assistant.index.text))
    assert KEY not in caplog.text + repr(assistant) + repr(endpoint) + written


def test_a_server_that_is_not_there_ends_in_the_extracted_answer(plain: Answer) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        endpoint = Endpoint("m", f"http://127.0.0.1:{taken.getsockname()[1]}/v1", KEY, 5)
        answer = Assistant.load(ROOT / "index", model=endpoint).ask(QUESTION)
    assert (answer.citations, answer.note) == (plain.citations, SILENT)


def test_a_server_that_accepts_nothing_ends_in_the_extracted_answer(plain: Answer) -> None:
    with closing(socket.socket()) as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        endpoint = Endpoint("m", f"http://127.0.0.1:{deaf.getsockname()[1]}/v1", KEY, 0.5)
        answer = Assistant.load(ROOT / "index", model=endpoint).ask(QUESTION)
    assert (answer.citations, answer.note) == (plain.citations, SILENT)


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(code: int, server: ModelServer, plain: Answer) -> None:
    with served(says(lambda asked: HONEST)) as elsewhere:
        server.reply = status(code, Location=f"{elsewhere.address}/chat/completions")
        answer = Assistant.load(ROOT / "index", model=server.endpoint()).ask(QUESTION)
        assert elsewhere.requests == []
    assert (answer.citations, answer.note) == (plain.citations, SILENT)


def test_a_stream_cut_anywhere_leaves_a_valid_cited_answer(server: ModelServer, plain: Answer) -> None:
    assistant = Assistant.load(ROOT / "index", model=server.endpoint())
    pieces = [event(piece) for piece in tokens(HONEST, size=3)]
    for count in range(len(pieces) + 1):
        server.reply = cut_after(pieces, count)
        *drafts, answer = assistant.ask_stream(QUESTION)
        assert (answer.citations, answer.note) == (plain.citations, SILENT)
        for draft in drafts:
            assert draft.citations
            assert all(one.article.text[one.start : one.end] == one.quote for one in draft.citations)


def test_a_reply_that_nobody_waits_for_gives_its_place_back(server: ModelServer) -> None:
    server.reply = drip
    for _ in range(20):  # more than are allowed at once
        pieces = chat(server.endpoint(timeout_s=5), [{"role": "user", "content": '{"question": ""}'}])
        assert next(pieces) == "a"
        pieces.close()  # type: ignore[attr-defined]  # a generator
        until = time.monotonic() + 30
        while threading.active_count() > 12 and time.monotonic() < until:
            time.sleep(0.01)
    server.reply = says(lambda asked: "[1]")
    assert "".join(chat(server.endpoint(), [{"role": "user", "content": ""}])) == "[1]"


def test_where_hugging_face_is_offline_the_model_is_not_asked(
    server: ModelServer, plain: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    before = len(server.requests)
    answer = Assistant.load(ROOT / "index", model=server.endpoint()).ask(QUESTION)
    assert (answer.citations, answer.note, len(server.requests)) == (plain.citations, SILENT, before)


def test_an_error_of_the_model_says_nothing_of_what_was_received(server: ModelServer) -> None:
    server.reply = status(401)
    with pytest.raises(LanguageModelError, match=r"^HTTP status 401$"):
        list(chat(server.endpoint(), [{"role": "user", "content": ""}]))
