"""How an answer is made is read off its form."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from eval.asking.records import KindOfAnswer, record_answer


@pytest.fixture(scope="module")
def shipped() -> Assistant:
    return Assistant.load(Path(__file__).parents[3] / "index")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Que demande l'OTAN à la Turquie ?", "sentence"),
        ("Combien de morts côté arménien ?", "series"),
        ("Chronologie du conflit", "overview"),
        ("Quelles sont les positions de chaque pays ?", "overview"),
        ("Que disent les journaux de la Turquie ?", "side by side"),
        ("Qui a gagné la Coupe du monde ?", None),
    ],
)
def test_the_kind_of_an_answer(shipped: Assistant, question: str, kind: KindOfAnswer | None) -> None:
    assert record_answer("q", shipped.ask(question), latency_ms=1.0).kind == kind
