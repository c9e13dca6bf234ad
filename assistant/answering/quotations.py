"""Quotation marks in a sentence and around it: what lies inside, where a quotation opens, what announces it."""

from __future__ import annotations

import re

OPEN, CLOSE = "«“", "»”"
_ANNOUNCED = re.compile(r"\s?[:;]\s*(?:[«“]|\"(?=\w))")
_CLOSED = re.compile(r"[»”\"]")
# What makes quoted words a saying rather than a title: a verb that is everywhere, a person, an exclamation.
_SAYING = re.compile(
    r"(?<!\w)(?:je|j[’']|nous|vous|on|ils?|elles?|c[’']est|ce n[’']est|est|sont|a|ont|sera|seront|était|faut|peut|va|vont"
    r"|doit|doivent|qu[’']|que)(?!\w)|[!?.…]\s*$|(?<=[ln]ous )\w+ons\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


def inside_quote(sentence: str, position: int) -> bool:
    """Tell whether a place of a sentence lies within quotation marks."""
    before = sentence[:position]
    return is_open(before) or before.count('"') % 2 == 1


def is_open(text: str) -> bool:
    """Tell whether a quotation is still open at the end of a text."""
    return max(text.rfind(mark) for mark in OPEN) > max(text.rfind(mark) for mark in CLOSE)


def is_all_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence lies within a quotation that its paragraph opened before it and that goes on after it."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return is_open(before) and not any(mark in text[start:end] for mark in OPEN + CLOSE)


def announcement(sentence: str) -> str | None:
    """Return what stands before a colon that announces spoken words: "Le maire a réagi : « Nous ... »"; else None."""
    for colon in _ANNOUNCED.finditer(sentence):
        closed = _CLOSED.search(sentence, colon.end())
        words = sentence[colon.end() : closed.start() if closed else len(sentence)]
        spoken = len(words.split()) >= _FEWEST_WORDS and _SAYING.search(words)
        if spoken and not inside_quote(sentence, colon.start()):
            return sentence[: colon.start()]
    return None
