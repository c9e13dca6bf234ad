"""Lists of other articles under their heading, and the evidence that the article goes on after one."""

from __future__ import annotations

import re

from assistant.corpus.page import Page, prose_words
from assistant.corpus.paragraphs import Paragraph
from assistant.corpus.signatures import bare_names
from assistant.corpus.verdicts import Reason

_HEADINGS = frozenset({"related-heading", "comments-heading", "footer-heading", "tags-heading"})
_INLINE = re.compile(r"\W*(?:a |et )?(?:lire|voir|ecouter|relire|revoir|regarder|read|see|notre|nos|pour aller)\b")
_GOES_ON = re.compile(
    r"(?:il|elle|ils|elles|ce dernier|cette derniere|mais|or|selon|pour autant|par ailleurs|en outre"
    r"|de son cote|de leur cote"
    r"|toutefois|cependant|neanmoins|en revanche|ainsi|enfin|interroge\w*|dans (?:la foulee|un communique)"
    r"|quant a|au total"
    r"|pourtant|en effet|de plus|a ce stade|au lendemain|he|she|they|but|however|meanwhile)\b"
)


def drop_lists(page: Page) -> None:
    """Drop what follows a heading that announces other articles, until the article goes on, if it does."""
    total = prose_words(page, 0)
    before = 0
    needed = 0  # evidence needed to come back into the article; 0 while in it
    for index, unit in enumerate(page.units):
        reason = page.reasons[index]
        closing = reason == "byline" and before > 0.8 * total and bare_names(unit.text)
        if closing:
            needed = max(needed, 3)  # who signs under the text closes it
        elif reason in _HEADINGS and index > page.first:
            needed = max(needed, _needed(unit, reason, before=before, after=total - before))
        elif reason == "text" and needed:
            if _evidence(page, index) >= needed:
                needed = 0
            else:
                page.drop(index, "related")
        if page.reasons[index] == "text" and unit.sentence:
            before += unit.words


def _needed(unit: Paragraph, reason: Reason, *, before: int, after: int) -> int:
    """Say how much evidence ends the list under this heading: 1 any paragraph, 3 two running, 9 none."""
    if reason == "comments-heading":
        return 9 if before > 0.4 * (before + after) else 3
    if reason == "tags-heading" or (reason == "related-heading" and _INLINE.match(unit.plain)):
        return 1
    return 3 if before > 0.35 * (before + after) else 2


def _evidence(page: Page, index: int) -> int:
    """Weigh whether a paragraph under such a heading is the article going on."""
    unit = page.units[index]
    if not unit.strong or unit.cut:
        return 0
    weight = 1
    if index + 1 < len(page.units) and page.reasons[index + 1] == "text":
        following = page.units[index + 1]
        weight += 2 if following.sentence and not following.cut and following.words >= 8 else 0
    weight += bool(_GOES_ON.match(unit.plain))
    weight += unit.sentences >= 2 and unit.words >= 40
    return weight
