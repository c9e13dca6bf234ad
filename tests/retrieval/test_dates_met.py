"""A question's date against what a passage says and when its article appeared."""

from __future__ import annotations

import pytest

from assistant.language.dates import find_dates
from assistant.retrieval.dates_met import dates_met
from assistant.types import Published

UNDATED = Published()
OF_DAY = Published("2021-03-15", "day", "stated")


@pytest.mark.parametrize(
    ("question", "text", "published", "share"),
    [
        ("Qui a gagné en 1998 ?", "La finale de 1998 fut jouée à Paris.", UNDATED, 1.0),
        ("Qui a gagné en 1998 ?", "La finale coûta 19980 francs.", UNDATED, 0.0),
        ("Que s'est-il passé le 15 mars 2021 ?", "Le port a fermé lundi.", OF_DAY, 1.0),
        ("Que s'est-il passé le 15 mars 2021 ?", "Le 15 avril, rien.", UNDATED, 1 / 3),
        ("Que s'est-il passé le 1er mai 2019 ?", "Le 1er mai, des marches.", UNDATED, 2 / 3),
        ("What happened on 3 November 2005?", "L'Aïd fut fêté le 3 novembre 2005.", UNDATED, 1.0),
        ("Qui a gagné ?", "La finale de 1998.", OF_DAY, 0.0),
        ("Qui a gagné en 2020 ?", "La finale.", OF_DAY, 0.0),
    ],
)
def test_share_of_the_parts_of_dates(question: str, text: str, published: Published, share: float) -> None:
    assert dates_met(find_dates(question), text, published) == pytest.approx(share)
