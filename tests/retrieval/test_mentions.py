"""Publishers named in a question are heard, and ordinary words that look like them are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.mentions import publishers_mentioned

PUBLISHERS = (
    "Le Phare",
    "L'Éveil",
    "20 Minutes",
    "Vostok Afrique",
    "Nouvelles de Géorgie",
    "gazetteinfo",
    "Le Phare du Soir",
)


@pytest.mark.parametrize(
    ("question", "named", "left"),
    [
        ("Que dit Le Phare de la grève ?", ["Le Phare"], "Que dit ________ de la grève ?"),
        ("Que dit le Phare ?", ["Le Phare"], "Que dit ________ ?"),
        ("Que dit le phare de la mer ?", [], "Que dit le phare de la mer ?"),
        ("Selon L’Éveil, qui a gagné ?", ["L'Éveil"], "Selon _______, qui a gagné ?"),
        ("Selon l'Eveil, qui a gagné ?", ["L'Éveil"], "Selon _______, qui a gagné ?"),
        ("Que disait 20 Minutes hier ?", ["20 Minutes"], "Que disait __________ hier ?"),
        ("Que s'est-il passé en 20 minutes ?", [], "Que s'est-il passé en 20 minutes ?"),
        ("According to Vostok, who won?", ["Vostok Afrique"], "According to ______, who won?"),
        ("Selon Vostok Afrique ?", ["Vostok Afrique"], "Selon ______________ ?"),
        ("Que dit gazetteinfo ?", ["gazetteinfo"], "Que dit ___________ ?"),
        ("Que dit Le Phare du Soir ?", ["Le Phare du Soir"], "Que dit ________________ ?"),
        ("L'article de Nouvelles de Géorgie ?", ["Nouvelles de Géorgie"], "L'_______ de ____________________ ?"),
        ("Quelles nouvelles de Géorgie ?", ["Nouvelles de Géorgie"], "Quelles ____________________ ?"),
        ("Comparez Vostok et Le Phare.", ["Le Phare", "Vostok Afrique"], "Comparez ______ et ________."),
        ("Quel article parle de grève ?", [], "Quel article parle de grève ?"),
        ("Combien selon le Phare-Rouge ?", [], "Combien selon le Phare-Rouge ?"),
        ("", [], ""),
    ],
)
def test_publishers_named(question: str, named: list[str], left: str) -> None:
    assert publishers_mentioned(question, PUBLISHERS) == (tuple(named), left)


def test_a_publisher_without_a_word_is_never_named() -> None:
    assert publishers_mentioned("Qui ? … !", ["…", ""]) == ((), "Qui ? … !")


@given(
    st.lists(st.sampled_from([*PUBLISHERS, "selon", "le", "Afrique", "article", "?", "é"]), max_size=8).map(" ".join)
)
def test_offsets_stay(question: str) -> None:
    _, left = publishers_mentioned(question, PUBLISHERS)

    assert len(left) == len(question)
    assert all(after in (before, "_") for before, after in zip(question, left, strict=True))
