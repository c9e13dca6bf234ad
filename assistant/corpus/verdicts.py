"""The judgement on one line of a saved page, and the reasons it can have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "text", "blank", "title", "navigation", "interface", "related", "related-inline", "related-heading",
    "comments-heading", "footer-heading", "tags-heading", "invitation", "cookies", "paywall", "credit", "caption",
    "byline", "date", "media", "template", "teaser", "repeated",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """The judgement on one line: its number from 1, the line as saved, whether it stays, and why."""

    number: int
    text: str
    keep: bool
    reason: Reason
