"""A language model's server on this machine: a real HTTP server, whose replies a test writes."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from assistant.answering.language_model.endpoint import Endpoint

KEY = "sk-a-secret-that-nobody-may-see"


@dataclass(frozen=True)
class Asked:
    """One request as it arrived: its headers in lower case, its messages, and the quotes and question in them."""

    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def quotes(self) -> list[dict[str, Any]]:
        """The numbered quotes, as a model reads them."""
        return [one for one in self._objects() if "quote" in one]

    @property
    def question(self) -> str:
        """What is asked."""
        return next(str(one["question"]) for one in self._objects() if "question" in one)

    def _objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.body["messages"][-1]["content"].splitlines()]


Reply = Callable[[BaseHTTPRequestHandler, Asked], None]


@dataclass
class ModelServer:
    """What the server was asked, where it is, and how it replies: ``reply`` may be changed between two requests."""

    address: str
    reply: Reply
    requests: list[Asked] = field(default_factory=list)

    def endpoint(self, *, timeout_s: float = 5.0) -> Endpoint:
        """Return the endpoint that leads here."""
        return Endpoint("a/model", self.address, KEY, timeout_s)


@contextmanager
def served(reply: Reply) -> Iterator[ModelServer]:
    """Serve on a free port of this machine until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet: two wait 40 ms for each other

        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(headers, json.loads(self.rfile.read(length)))
            server.requests.append(asked)
            try:
                server.reply(self, asked)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # who asked has gone

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            pass

    http = Server(("127.0.0.1", 0), Handler)
    server = ModelServer(f"http://127.0.0.1:{http.server_port}/v1", reply)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def event(text: str | None, *, end: bool = False) -> bytes:
    """Return one piece of a streamed reply."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": "stop" if end else None}
    chunk = {"id": "x", "created": 0, "model": "m", "system_fingerprint": "", "choices": [choice]}
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"


def opened(handler: BaseHTTPRequestHandler, *, status: int = 200, kind: str = "text/event-stream") -> None:
    """Send the head of a reply that ends when the connection does."""
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Connection", "close")
    handler.end_headers()


def tokens(text: str, *, size: int = 7) -> list[str]:
    """Cut a text as a model sends it."""
    return [text[place : place + size] for place in range(0, len(text), size)]


def says(write: Callable[[Asked], str]) -> Reply:
    """Return the reply of a model that is well in form, whatever it writes."""

    def reply(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        body = b"".join(event(piece) for piece in tokens(write(asked))) + event(None, end=True) + b"data: [DONE]\n\n"
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def cut_after(pieces: Sequence[bytes], count: int) -> Reply:
    """Return the reply of a stream that is cut after some of its pieces."""

    def reply(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
        opened(handler)
        for piece in pieces[:count]:
            handler.wfile.write(piece)
        handler.wfile.flush()
        handler.close_connection = True

    return reply


def drip(handler: BaseHTTPRequestHandler, asked: Asked) -> None:
    """Send a letter now and then, for ever."""
    opened(handler)
    while True:
        handler.wfile.write(event("a"))
        handler.wfile.flush()
        time.sleep(0.02)
