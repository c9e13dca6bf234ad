"""The page's words, in both languages."""

from __future__ import annotations

import string
from dataclasses import fields

import pytest

from assistant.web.texts import TEXTS, Texts


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", [field.name for field in fields(Texts) if field.name != "not_asserted"])
def test_a_text_is_there_in_both_languages_with_the_same_blanks(name: str) -> None:
    french, english = getattr(TEXTS["fr"], name), getattr(TEXTS["en"], name)
    assert french.strip()
    assert english.strip()
    assert placeholders(french) == placeholders(english)


def test_each_way_of_not_asserting_has_words_in_both_languages() -> None:
    assert set(TEXTS["fr"].not_asserted) == set(TEXTS["en"].not_asserted) == {"reported", "conditional", "denied"}


def test_french_marks_do_not_wrap_to_the_next_line() -> None:
    texts = [getattr(TEXTS["fr"], field.name) for field in fields(Texts) if field.name != "not_asserted"]
    assert [text for text in texts if any(f" {mark}" in text for mark in "»:;?!")] == []
