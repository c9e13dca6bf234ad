"""Forms of irregular words."""

from __future__ import annotations

import pytest

from assistant.language.forms import base, forms
from assistant.language.words import stem


@pytest.mark.parametrize(
    "words",
    [
        ("prendre", "pris", "prennent", "prend"),
        ("mettre", "mise", "met"),
        ("faire", "fait", "font"),
        ("donner", "donné", "donnent", "donne"),
        ("tomber", "tombent", "tombée"),
    ],
)
def test_all_forms_have_one_base(words: tuple[str, ...]) -> None:
    assert len({base(word) for word in words}) == 1


def test_words_apart_stay_apart() -> None:
    assert base("prendre") != base("mettre") != base("feu")


def test_forms_are_the_others_of_their_word_and_no_grammar_words() -> None:
    assert stem("pris") in forms(stem("prendre"))
    assert stem("prendre") not in forms(stem("prendre"))
    assert forms(stem("donner")) == frozenset()
    assert "fait" not in forms(stem("faire"))
