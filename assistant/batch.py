"""A file of questions, one JSON object a line, read into requests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assistant.errors import RequestError
from assistant.types import Turn


@dataclass(frozen=True, slots=True)
class Request:
    """One question of a batch, with its options."""

    id: str | None
    question: str
    as_of: str | None = None
    publishers: tuple[str, ...] = ()
    history: tuple[Turn, ...] = ()


def read_batch(lines: Iterable[str]) -> Iterator[Request | RequestError]:
    """Read requests in order; a line that is not one gives its error in its place. Blank lines are skipped."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _request(line)
            except RequestError as error:
                yield RequestError(f"line {number}: {error}")


def _request(line: str) -> Request:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise RequestError(f"not JSON: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("question"), str):
        raise RequestError('expected an object with a "question", a string')
    as_of = data.get("as_of")
    if as_of is not None and not isinstance(as_of, str):
        raise RequestError(f'"as_of" is {as_of!r}; expected "YYYY-MM-DD" or null')
    identity = data.get("id")
    return Request(
        id=None if identity is None else str(identity),
        question=data["question"],
        as_of=as_of,
        publishers=_strings(data.get("publishers")),
        history=tuple(_turn(turn) for turn in data.get("history") or ()),
    )


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
