"""A file of questions, one JSON object a line, read into requests."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.errors import RequestError
from assistant.types import Turn

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Request:
    """One question of a batch, with its options; ``id`` is as the line gives it, None when it gives none."""

    id: str | int | None
    question: str
    as_of: str | None = None
    publishers: tuple[str, ...] = ()
    history: tuple[Turn, ...] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Unusable:
    """A line that is no request: its ``id`` where that much can be read, and what is wrong with it."""

    id: str | int | None
    error: str


def read_batch(lines: Iterable[str]) -> Iterator[Request | Unusable]:
    """Read requests in order; a line that is not one is told as such in its place. Blank lines are skipped.

    Args:
        lines: of a file in UTF-8, read with ``errors="surrogateescape"``, so that one bad byte costs one line.
    """
    for number, line in enumerate(lines, 1):
        content = line.lstrip("\ufeff") if number == 1 else line  # the mark some editors put before UTF-8
        if content.strip():
            identity: str | int | None = None
            try:
                data = _object(content)
                identity = _identity(data.get("id"))
                yield _request(data, identity)
            except RequestError as error:
                yield Unusable(identity, f"line {number}: {error}")


def _object(line: str) -> dict[str, Any]:
    if _SURROGATE.search(line):
        raise RequestError("not UTF-8")
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:  # brackets can nest deeper than the parser goes
        raise RequestError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise RequestError('expected an object with a "question", a string')
    return data


def _identity(value: Any) -> str | int | None:  # noqa: ANN401 - JSON from outside, checked here
    if value is None or isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise RequestError(f'"id" is {value!r}; expected a string or a whole number')


def _request(data: dict[str, Any], identity: str | int | None) -> Request:
    if not isinstance(data.get("question"), str):
        raise RequestError('expected an object with a "question", a string')
    history = data.get("history")
    if history is not None and not isinstance(history, list):
        raise RequestError(f'"history" is {history!r}; expected a list of turns')
    return Request(
        id=identity,
        question=data["question"],
        as_of=_date(data, "as_of"),
        publishers=_strings(data.get("publishers")),
        since=_date(data, "since"),
        until=_date(data, "until"),
        history=tuple(_turn(turn) for turn in history or ()),
    )


def _date(data: dict[str, Any], name: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise RequestError(f'"{name}" is {value!r}; expected "YYYY-MM-DD" or null')
    return value


def _strings(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - JSON from outside, checked here
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise RequestError(f'"publishers" is {value!r}; expected a list of names')
    return tuple(value)


def _turn(value: Any) -> Turn:  # noqa: ANN401 - JSON from outside, checked here
    if isinstance(value, str):
        return Turn(question=value)
    if isinstance(value, dict) and isinstance(value.get("question"), str):
        return Turn(question=value["question"], answer=str(value.get("answer") or ""))
    raise RequestError(f'"history" holds {value!r}; expected objects with "question" and "answer"')
