"""Which line above the text is the headline, when no header and no tag says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.corpus.paragraphs import Paragraph

_FUNCTION_WORDS = frozenset(
    "le la les l de des du d un une et a au aux en dans par pour sur que qui se s ne est sont the of in to and"
    " an is son sa ses leur leurs avec quand comment pourquoi ce cet cette ces sans apres avant contre entre"
    " face".split()
)
_NEWS_MARKS = re.compile(r"\S ?[:,?!] ?\S|[«“\"\d]")


def reads_as_text(unit: Paragraph) -> bool:
    """Tell whether a line without a full stop reads as language, not as a list of labels."""
    tokens = unit.plain.replace("'", " ").split()
    grammar = sum(token in _FUNCTION_WORDS for token in tokens)
    return len(tokens) >= 6 and grammar >= max(1, 0.12 * len(tokens))


def reads_as_news(unit: Paragraph) -> bool:
    """Tell whether a line may well be a headline: it reads as language, or has a headline's marks and length."""
    return reads_as_text(unit) or (unit.words >= 5 and could_be_headline(unit) and _weight(unit) >= 2)


def could_be_headline(unit: Paragraph) -> bool:
    """Tell whether a line has the length and the ending of a headline."""
    label = unit.text.rstrip().endswith((".", ":", ",", ";")) and not unit.cut
    return 3 <= unit.words <= 35 and len(unit.text) <= 250 and not label and not unit.bullet


def headline(units: Sequence[Paragraph]) -> Paragraph | None:
    """Choose the headline among lines that stand above the text and are no menu.

    The first line that reads as news wins (grammar words, or a colon, a figure, quotation marks); where
    none does, the one that comes nearest to it. A standfirst reads as news too, but comes second.

    Args:
        units: the candidates, in order.

    Returns:
        One of ``units``; None when none could be a headline.
    """
    candidates = [unit for unit in units if could_be_headline(unit)]
    sure = next((unit for unit in candidates if _weight(unit) >= 2), None)
    return sure or max(candidates, key=_weight, default=None)


def _weight(unit: Paragraph) -> int:
    return 2 * reads_as_text(unit) + bool(_NEWS_MARKS.search(unit.text)) + (unit.words >= 5)
