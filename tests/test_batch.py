"""Batch lines become requests, and a line that is none costs only itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.batch import Request, Unusable, read_batch
from assistant.types import Turn


def _read(*lines: str) -> list[Request | Unusable]:
    return list(read_batch(lines))


def test_a_line_carries_its_id_and_options() -> None:
    line = {
        "id": "q1",
        "question": "Et le lendemain ?",
        "as_of": "2020-10-05",
        "publishers": ["Euronews"],
        "history": [{"question": "Que s'est-il passé ?", "answer": "…"}, "Où ?", {"question": "Qui ?"}],
    }
    assert _read(json.dumps(line)) == [
        Request(
            "q1",
            "Et le lendemain ?",
            "2020-10-05",
            ("Euronews",),
            (Turn("Que s'est-il passé ?", "…"), Turn("Où ?"), Turn("Qui ?")),
        )
    ]


@pytest.mark.parametrize("identity", ["q1", "", 7, 0, None])
def test_an_id_comes_back_as_it_was_given(identity: str | int | None) -> None:
    [request] = _read(json.dumps({"id": identity, "question": "Qui ?"}))
    assert request.id == identity
    assert type(request.id) is type(identity)


def test_blank_lines_are_skipped_but_counted() -> None:
    first, second = _read("\n", '{"question": "Qui ?"}\n', "   \n", "non\n")
    assert first == Request(None, "Qui ?")
    assert isinstance(second, Unusable)
    assert second.error.startswith("line 4: not JSON")


def test_a_byte_order_mark_is_no_content() -> None:
    assert _read('\ufeff{"question": "Qui ?"}') == [Request(None, "Qui ?")]
    assert _read("\ufeff\n", '{"question": "Qui ?"}') == [Request(None, "Qui ?")]


@pytest.mark.parametrize(
    ("line", "identity", "told"),
    [
        ("{", None, "not JSON"),
        ("[" * 100_000, None, "not JSON"),
        ("[1]", None, "question"),
        ('"Qui ?"', None, "question"),
        ('{"id": "a"}', "a", "question"),
        ('{"id": "a", "question": 3}', "a", "question"),
        ('{"id": {"a": 1}, "question": "Qui ?"}', None, "id"),
        ('{"id": true, "question": "Qui ?"}', None, "id"),
        ('{"id": "a", "question": "Qui ?", "as_of": 2020}', "a", "as_of"),
        ('{"id": "a", "question": "Qui ?", "since": 2020}', "a", "since"),
        ('{"id": "a", "question": "Qui ?", "until": ["2020"]}', "a", "until"),
        ('{"id": "a", "question": "Qui ?", "publishers": 3}', "a", "publishers"),
        ('{"id": "a", "question": "Qui ?", "publishers": [3]}', "a", "publishers"),
        ('{"id": "a", "question": "Qui ?", "history": 3}', "a", "history"),
        ('{"id": "a", "question": "Qui ?", "history": {"question": "Où ?"}}', "a", "history"),
        ('{"id": "a", "question": "Qui ?", "history": [["Où ?"]]}', "a", "history"),
        ("\udcff\udcfe", None, "UTF-8"),
    ],
)
def test_a_line_that_is_no_request_says_why_and_keeps_its_id(line: str, identity: str | None, told: str) -> None:
    [unusable] = _read(line)
    assert isinstance(unusable, Unusable)
    assert unusable.id == identity
    assert unusable.error.startswith("line 1: ")
    assert told in unusable.error
    assert "\n" not in unusable.error


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "question", "as_of", "publishers", "history", "answer"]), inner)
    ),
    max_leaves=8,
)


@given(st.lists(st.text(max_size=40).map(lambda text: text.replace("\n", " ")) | _JSON.map(json.dumps), max_size=4))
def test_every_line_that_is_not_blank_gives_one_result(lines: list[str]) -> None:
    kept = [line for place, line in enumerate(lines) if (line.lstrip("\ufeff") if place == 0 else line).strip()]
    assert len(_read(*lines)) == len(kept)
