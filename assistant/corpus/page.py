"""One saved page under judgement: its paragraphs, each with the reason reached so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.corpus.boilerplate import line_reason
from assistant.corpus.paragraphs import Paragraph
from assistant.corpus.verdicts import Reason


@dataclass(slots=True)
class Page:
    """Paragraphs of one page with the verdicts as they are reached."""

    units: Sequence[Paragraph]
    reasons: list[Reason] = field(default_factory=list)
    first: int = 0  # the first paragraph of the article
    last: int = -1  # its last, as far as single lines tell

    def drop(self, index: int, reason: Reason) -> None:
        """Give a paragraph its reason to go; the first reason found stands."""
        if self.reasons[index] == "text":
            self.reasons[index] = reason


def judge(page: Page, title: str) -> None:
    """Judge each paragraph by itself, strictly between the first and the last paragraph of the article."""
    strict = [line_reason(unit.text, outside_body=False) for unit in page.units]
    prose = [
        index
        for index, unit in enumerate(page.units)
        if strict[index] == "text" and unit.strong and unit.plain != title
    ]
    page.first, page.last = (prose[0], prose[-1]) if prose else (0, len(page.units) - 1)
    page.reasons = [
        strict[index] if page.first <= index <= page.last else line_reason(unit.text, outside_body=True)
        for index, unit in enumerate(page.units)
    ]


def prose_words(page: Page, start: int) -> int:
    """Count the words of the sentences that stay, from one paragraph on."""
    pairs = zip(page.units[start:], page.reasons[start:], strict=True)
    return sum(unit.words for unit, reason in pairs if reason == "text" and unit.sentence)
