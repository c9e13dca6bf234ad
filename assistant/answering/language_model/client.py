"""A language model's reply as it arrives, within a time and a size that hold whatever the other end does.

The request goes through ``huggingface_hub.InferenceClient``. It runs in a thread of its own, because no timeout of a
socket bounds a name that does not resolve or a reply that drips: the caller waits on the clock instead. Inside the
thread a hook of the session refuses redirects and counts the bytes.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from queue import Empty, SimpleQueue
from typing import Any

from assistant.answering.language_model.endpoint import Endpoint
from assistant.errors import LanguageModelError

MAX_BYTES = 200_000
"""Longest reply read, as sent: a reply of six sentences is under 20 kB."""
_MOST_AT_ONCE = 8
"""Requests under way in one process; one that the other end keeps open past its time counts until it closes."""

_slots = threading.BoundedSemaphore(_MOST_AT_ONCE)
_in_this_thread = threading.local()
_hooking = threading.Lock()


class _Limits:
    """What a reply may still cost.

    Args:
        deadline: on the monotonic clock, in seconds.
        max_bytes: read at most.
    """

    def __init__(self, deadline: float, max_bytes: int) -> None:
        self.deadline = deadline
        self._bytes_left = max_bytes

    def spend(self, count: int) -> None:
        """Count bytes that were read.

        Raises:
            LanguageModelError: if there are too many, or the time is over.
        """
        self._bytes_left -= count
        if self._bytes_left < 0:
            raise LanguageModelError("its reply is too long")
        if time.monotonic() > self.deadline:
            raise LanguageModelError("it did not finish in time")


def chat(endpoint: Endpoint, messages: Sequence[dict[str, str]], *, max_bytes: int = MAX_BYTES) -> Iterator[str]:
    """Yield a model's reply in pieces, as they arrive.

    Args:
        endpoint: the model.
        messages: in OpenAI's form, ``role`` and ``content``.
        max_bytes: of the reply as sent.

    Raises:
        LanguageModelError: if there is no whole reply within the endpoint's time; its message has nothing of what
            the other end sent.
    """
    if not _slots.acquire(blocking=False):
        raise LanguageModelError(f"{_MOST_AT_ONCE} requests are under way already")
    limits = _Limits(time.monotonic() + endpoint.timeout_s, max_bytes)
    outcome: SimpleQueue[str | LanguageModelError | None] = SimpleQueue()
    worker = threading.Thread(target=_receive, args=(endpoint, messages, limits, outcome), daemon=True)
    try:
        worker.start()
    except RuntimeError as error:  # no thread can be started
        _slots.release()
        raise LanguageModelError("this machine cannot start a request") from error
    try:
        while True:
            piece = outcome.get(timeout=max(0.0, limits.deadline - time.monotonic()))
            if piece is None:
                return
            if isinstance(piece, LanguageModelError):
                raise piece
            yield piece
    except Empty:
        raise LanguageModelError(f"it did not finish within {endpoint.timeout_s:g} s") from None
    finally:
        limits.deadline = 0.0  # a reply that nobody waits for ends at its next byte


def _receive(
    endpoint: Endpoint,
    messages: Sequence[dict[str, str]],
    limits: _Limits,
    outcome: SimpleQueue[str | LanguageModelError | None],
) -> None:
    """Put the pieces of a reply, then None when it is whole or the error when it is not."""
    end: LanguageModelError | None = LanguageModelError("it failed")
    try:
        _in_this_thread.limits = limits
        for piece in _pieces(endpoint, messages):
            outcome.put(piece)
        end = None
    except LanguageModelError as error:
        end = error
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RuntimeError) as error:
        # What a reply of the wrong form makes of a client that expects the right one; OSError has the HTTP statuses.
        end = LanguageModelError(_what_happened(error))
    finally:
        outcome.put(end)
        _slots.release()


def _pieces(endpoint: Endpoint, messages: Sequence[dict[str, str]]) -> Iterator[str]:
    from huggingface_hub import InferenceClient, get_session
    from huggingface_hub.errors import HfHubHTTPError

    _hook(get_session())
    headers = {"Accept-Encoding": "identity"}
    transport_error: type[Exception] = HfHubHTTPError.__mro__[1]  # httpx's own, whichever it is
    try:
        with InferenceClient(
            base_url=endpoint.base_url, api_key=endpoint.api_key, timeout=endpoint.timeout_s, headers=headers
        ) as client:
            whole = False
            for part in client.chat_completion(list(messages), model=endpoint.model, stream=True):
                for choice in part.choices[:1]:
                    if choice.delta.content:
                        yield str(choice.delta.content)
                    whole = whole or choice.finish_reason is not None
    except transport_error as error:
        raise LanguageModelError(_what_happened(error)) from None
    if not whole:
        raise LanguageModelError("its reply was cut")


def _hook(session: Any) -> None:  # noqa: ANN401  # httpx.Client, or the httpx2.Client of later huggingface_hubs
    """Make a session obey the limits of the thread that calls, where it has any; once for each session."""
    with _hooking:
        hooks = session.event_hooks
        if _limit not in hooks["response"]:
            session.event_hooks = {**hooks, "response": [*hooks["response"], _limit]}


def _limit(response: Any) -> None:  # noqa: ANN401  # an httpx.Response
    """Refuse a redirect and a packed reply, and count the bytes of the rest; other threads' replies are left alone."""
    limits = getattr(_in_this_thread, "limits", None)
    if not isinstance(limits, _Limits):
        return
    if 300 <= response.status_code < 400:
        raise LanguageModelError("its address redirects elsewhere")
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise LanguageModelError("its reply is packed")  # a small one can unpack to gigabytes
    if response.status_code != 200:
        raise LanguageModelError(f"HTTP status {response.status_code}")
    base: type[Any] = import_module(type(response).__module__.partition(".")[0]).SyncByteStream
    stream, spend = response.stream, limits.spend

    class Limited(base):  # type: ignore[misc]  # known at run time only: httpx's or httpx2's
        def __iter__(self) -> Iterator[bytes]:
            for chunk in stream:
                spend(len(chunk))
                yield chunk

        def close(self) -> None:
            stream.close()

    response.stream = Limited()


def _what_happened(error: BaseException) -> str:
    """Return the kind of an error: its own message may hold what the other end sent."""
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return "its reply is no JSON"
    return type(error).__name__
