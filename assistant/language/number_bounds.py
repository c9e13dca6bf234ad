"""The words around a number that make it a least, a most or an estimate: "plus de", "au moins", "quelque"."""

from __future__ import annotations

import re

from assistant.types import Bound

_AT_LEAST = (
    r"au moins|au minimum|pas moins d[e’']|(?<!pas )plus d[e’'](?:\s+quelque)?|bien plus d[e’']|un minimum d[e’']"
    r"|au[- ]delà d[e’']|supérieure?s? à|dépass\w+(?: les| le cap des)?|minimum|at least|more than|over|no fewer than"
    r"|no less than|upwards of"
)
_AT_MOST = (
    r"jusqu[’']à|(?<!pas )(?<!au )moins d[e’']|au plus|au maximum|pas plus d[e’']|tout au plus|un maximum d[e’']"
    r"|inférieure?s? à|at most|up to|fewer than|less than|no more than|under"
)
_ABOUT = (
    r"environ|quelques?|près d[e’']|autour d[e’']|à peu près|approximativement|presque"
    r"|quasi(?:ment)?|à peine|aux alentours de|de l[’']ordre de|avoisin\w+(?: les)?"
    r"|about|around|some|nearly|almost|roughly|approximately|close to|an estimated"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<at_least>{_AT_LEAST})|(?P<at_most>{_AT_MOST})|(?P<about>{_ABOUT}))"
    r"(?:\s+(?:d[eu]s?|les|the|a|an))?\s*(?:d[’'])?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s(?:(?P<at_least>au moins|au minimum|ou plus|voire (?:plus|davantage)|at least|or more)"
    r"|(?P<at_most>au plus|au maximum|tout au plus|at most|or fewer)|(?P<about>environ|à peu près|or so))(?!\w)",
    re.IGNORECASE,
)
_REACH = 24


def bound_around(text: str, start: int, end: int) -> tuple[Bound, int, int]:
    """Tell how the words around a number bound it.

    Args:
        text: any text.
        start: where the number starts.
        end: where it ends.

    Returns:
        The bound, and the span of the number with the words that say it.
    """
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before is not None:
        return _bound(before), before.start(), end
    after = _AFTER.match(text, end)
    if after is not None:
        return _bound(after), start, after.end()
    return "exactly", start, end


def _bound(match: re.Match[str]) -> Bound:
    bounds: tuple[Bound, ...] = ("at_least", "at_most", "about")
    return next(bound for bound in bounds if match.group(bound))
