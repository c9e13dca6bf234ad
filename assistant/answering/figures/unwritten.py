"""Counts that no number says: « un mort », « un sixième décès », « ni mort ni disparu », « plus personne »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.number_words import FRENCH
from assistant.language.numbers import Number

_FALLEN = r"(?:seule? )?(?:morte?|mort|décès|blessée?|disparue?|victime|arrestation|interpellation)s?(?!\w)"
_BODY = r"(?:corps(?! d[e’'\s]{1,2}(?:armée|métier))|cadavre|dépouille)(?!\w)"
_ONE = re.compile(
    r"(?<!contre )(?<!comme )(?<!\w)une? (?=(?:seule? )?(?:morte?|mort|blessée?|disparue?)(?!\w))", re.IGNORECASE
)
_NONE = re.compile(rf"(?<!\w)(?:aucune?|ni|pas d[e’']) (?={_FALLEN})|(?<!\w)plus personne(?= n[’'])", re.IGNORECASE)
_NTH = re.compile(rf"(?<!\w)(?P<nth>[\w-]+ième|premi(?:er|ère)|seconde?) (?={_FALLEN}|{_BODY})", re.IGNORECASE)
_ORDINALS = {"premier": 1, "première": 1, "second": 2, "seconde": 2, "cinquième": 5, "neuvième": 9}


def with_unwritten(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Return the numbers of a sentence with the counts that it says without one.

    Args:
        text: the sentence.
        numbers: those written in it.

    Returns:
        In order; "un" before who is dead is 1, "aucun" and "ni" are 0, and with a sixth death there are 6.
    """
    found = [Number(match.start(), match.end() - 1, 1.0) for match in _ONE.finditer(text)]
    found += [Number(match.start(), match.start() + len(match.group().rstrip()), 0.0) for match in _NONE.finditer(text)]
    for match in _NTH.finditer(text):
        value = _ordinal(match["nth"].lower())
        if value is not None and not any(one.start <= match.start() < one.end for one in numbers):
            found.append(Number(match.start(), match.end("nth"), value))
    return sorted([*numbers, *found], key=lambda number: number.start)


def _ordinal(word: str) -> float | None:
    """Return what "sixième" counts up to; None for what is no ordinal."""
    if word in _ORDINALS:
        return float(_ORDINALS[word])
    root = word.removesuffix("ième")
    value = next((FRENCH.units[form] for form in (root, f"{root}e") if form in FRENCH.units), None)
    return None if value is None else float(value)
