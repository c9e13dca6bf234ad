"""The JSON of an answer is a contract: its keys and types at every level, on real answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from assistant.answering.serialise import answer_to_json
from assistant.assistant import Assistant
from assistant.types import Published

TEXT, NUMBER, MAYBE_TEXT = (str,), (int, float), (str, type(None))
ANSWER: Mapping[str, tuple[type, ...]] = {
    "id": (str, int, type(None)),
    "question": TEXT,
    "understood": TEXT,
    "answer": TEXT,
    "abstained": (bool,),
    "reason": MAYBE_TEXT,
    "statements": (list,),
    "citations": (list,),
    "hits": (list,),
    "timings_ms": (dict,),
    "note": MAYBE_TEXT,
}
STATEMENT = {"text": TEXT, "citations": (list,), "wording": TEXT}
CITATION = {
    "version": (int,),
    "number": (int,),
    "article_id": TEXT,
    "title": MAYBE_TEXT,
    "publisher": MAYBE_TEXT,
    "agency": MAYBE_TEXT,
    "authors": (list,),
    "published": (dict,),
    "url": MAYBE_TEXT,
    "fragment_url": MAYBE_TEXT,
    "sha256": TEXT,
    "quote": TEXT,
    "start": (int,),
    "end": (int,),
    "speaker": MAYBE_TEXT,
    "modality": MAYBE_TEXT,
    "answer_span": (list, type(None)),
}
PUBLISHED = {"date": MAYBE_TEXT, "precision": MAYBE_TEXT, "basis": TEXT, "evidence": MAYBE_TEXT}
HIT = {"rank": (int,), "score": NUMBER, "article_id": TEXT, "start": (int,), "end": (int,), "text": TEXT}


def _holds(value: dict[str, Any], contract: Mapping[str, tuple[type, ...]]) -> None:
    assert list(value) == list(contract)
    assert {key: type(one) for key, one in value.items() if type(one) not in contract[key]} == {}


def _answer(assistant: Assistant, question: str) -> dict[str, Any]:
    written = answer_to_json(assistant.ask(question), text_of=assistant.index.text, id="q1")
    read: dict[str, Any] = json.loads(json.dumps(written, ensure_ascii=False, allow_nan=False))
    assert read == written
    return read


@pytest.mark.parametrize(
    ("question", "abstained"),
    [
        ("Que demande l'OTAN à la Turquie ?", False),
        ("Que demande la France au Conseil de sécurité ?", False),
        ("Qui a gagné la Coupe du monde de football ?", True),
    ],
)
def test_an_answer_has_exactly_the_keys_and_types_of_the_contract(
    shipped: Assistant, question: str, abstained: bool
) -> None:
    answer = _answer(shipped, question)
    _holds(answer, ANSWER)
    assert answer["id"] == "q1"
    assert answer["question"] == question
    assert answer["abstained"] is abstained is (answer["reason"] is not None)
    assert bool(answer["citations"]) is bool(answer["statements"]) is not abstained
    for statement in answer["statements"]:
        _holds(statement, STATEMENT)
        assert statement["citations"] and all(type(number) is int for number in statement["citations"])
    for number, citation in enumerate(answer["citations"], 1):
        _holds(citation, CITATION)
        _holds(citation["published"], PUBLISHED)
        assert citation["number"] == number
        assert citation["modality"] in {"asserted", "reported", "conditional", "denied"}
        assert all(type(name) is str for name in citation["authors"])
        if citation["answer_span"] is not None:
            start, end = citation["answer_span"]
            assert citation["start"] <= start < end <= citation["end"]
    for rank, hit in enumerate(answer["hits"], 1):
        _holds(hit, HIT)
        assert hit["rank"] == rank
        assert shipped.index.articles[hit["article_id"]].text[hit["start"] : hit["end"]] == hit["text"]
    assert answer["hits"]
    assert all(type(one) is float and one >= 0 for one in answer["timings_ms"].values())


def test_what_is_unknown_is_null(shipped: Assistant) -> None:
    [citation] = _answer(shipped, "Combien de localités du Haut-Karabakh ont été évacuées ?")["citations"]
    assert citation["article_id"] == "2023-09-sans-editeur-operation-militaire"
    unknown = ("title", "publisher", "agency", "url", "fragment_url", "speaker")
    assert [citation[key] for key in unknown] == [None] * len(unknown)
    assert citation["authors"] == []
    assert citation["published"]["precision"] == "month"
    assert Published().date is None
