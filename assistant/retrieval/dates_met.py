"""Whether a passage is of the dates a question names: written in it, or its article's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.dates import DateMention
from assistant.types import Published


def dates_met(dates: Sequence[DateMention], text: str, published: Published) -> float:
    """Return the share, in [0, 1], of the parts of dates (year, month, day) that a passage agrees with.

    Args:
        dates: of the question; without any the share is 0.
        text: of the passage.
        published: of its article.
    """
    parts = [part for date in dates for part in _parts(date)]
    own = (published.date or "").split("-")
    return sum(_agrees(kind, value, text, own) for kind, value in parts) / len(parts) if parts else 0.0


def _parts(date: DateMention) -> list[tuple[int, int]]:
    """Return ``(0 for a year, 1 for a month, 2 for a day, value)``."""
    found = ((0, date.year), (1, date.month), (2, date.day))
    return [(kind, value) for kind, value in found if value is not None]


def _agrees(kind: int, value: int, text: str, own: Sequence[str]) -> bool:
    if len(own) > kind and own[kind] and int(own[kind]) == value:
        return True
    if kind == 1:
        return _MONTHS[value - 1].search(text) is not None
    ending = r"(?:er)?" if kind == 2 else ""
    return re.search(rf"(?<!\d){value}{ending}(?!\d)", text) is not None


_MONTHS = tuple(
    re.compile(rf"\b(?:{name})\b", re.IGNORECASE)
    for name in (
        "janvier|january", "f[ée]vrier|february", "mars|march", "avril|april", "mai|may", "juin|june",
        "juillet|july", "ao[ûu]t|august", "septembre|september", "octobre|october", "novembre|november",
        "d[ée]cembre|december",
    )
)  # fmt: skip
