"""The headers every response carries."""

from __future__ import annotations

import asyncio

from assistant.web.security import HEADERS, Message, Receive, SecurityHeaders, Send


def served(kind: str) -> list[Message]:
    """Return what a client is sent by a small application behind the headers."""

    async def application(scope: Message, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"text/html"), (b"Referrer-Policy", b"unsafe-url")]
        await send({"type": f"{kind}.response.start", "status": 200, "headers": headers})
        await send({"type": f"{kind}.response.body", "body": b"x"})

    async def receive() -> Message:
        return {"type": f"{kind}.request"}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(SecurityHeaders(application)({"type": kind}, receive, send))
    return sent


def test_every_response_carries_the_headers_once() -> None:
    start, body = served("http")
    names = [name.lower() for name, _ in start["headers"]]
    assert {name.encode(): value.encode() for name, value in HEADERS.items()}.items() <= dict(start["headers"]).items()
    assert len(names) == len(set(names))
    assert (b"content-type", b"text/html") in start["headers"]
    assert body["body"] == b"x"


def test_what_is_not_http_passes_as_it_is() -> None:
    assert len(served("websocket")[0]["headers"]) == 2


def test_the_policy_lets_nothing_be_fetched_from_elsewhere() -> None:
    policy = dict(rule.split(" ", 1) for rule in HEADERS["content-security-policy"].split("; "))
    for rule in ("default-src", "script-src", "style-src", "img-src", "connect-src", "form-action"):
        assert "http" not in policy[rule]
        assert "*" not in policy[rule]
    assert "https://huggingface.co" in policy["frame-ancestors"]
