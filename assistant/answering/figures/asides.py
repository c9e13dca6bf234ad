"""The words that set a figure against what it was: « 24 morts, contre 26 la veille », « 387, et non plus 402 ».

What stands in them is of another time, so neither their numbers nor their dates are those of the figure before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.figures.words import kind_of
from assistant.language.numbers import Number

_SET_AGAINST = re.compile(
    r"(?:,\s|\s|\()"
    r"(?P<word>contre|au lieu d(?:es?|u)?|(?:et )?non (?:plus|pas)|et non|plutôt qu[e’']|face à)"
    r"(?:[’']|\s)(?:les?\s|des?\s|d[’']|seulement\s|\w+ment\s)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[,;:)]|\.(?!\d)|\set\s(?:de\s|d[’'])|$")
_AND = re.compile(r"\set\s(?:\w+\s)?$")
_TIME = re.compile(
    r"(?<!\w)(?:veille|avant-veille|hier|avant-hier|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|plus tôt|auparavant"
    r"|précédemment|jusqu[’'](?:ici|alors|à présent)|jusque-là|avant|derni(?:er|ère)s?|précédente?s?|initial\w*|début"
    r"|fin|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|en \d{4}|\d{4}"
    r"|semaine|mois|ans?|année|il y a|à la|au (?:moment|lendemain|départ|plus)|lors|annoncée?s?|premi(?:er|ère)|matin"
    r"|soir|nuit)(?!\w)",
    re.IGNORECASE,
)
_REACH = 24
_GIVEN = re.compile(r"(?<!\w)(?:selon|d[’']après|à en croire|de source|pour l[ae’'])(?!\w)", re.IGNORECASE)


def asides(text: str, numbers: Sequence[Number]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a sentence that tell what a figure before them was.

    Args:
        text: the sentence.
        numbers: of the sentence, in order.

    Returns:
        Half-open spans that open with a number; "150 000 selon eux, contre 71 000 selon la police" has none, nor has
        "47 voix contre 37": nothing there tells of another time.
    """
    found = []
    for place, number in enumerate(numbers):
        opened = _SET_AGAINST.search(text[: number.said[0]])
        if opened is None or not place or any(first <= number.start < last for first, last in found):
            continue
        end = number.end + next(_ENDS.finditer(text[number.end :])).start()
        for other in numbers[place + 1 :]:
            joined = _AND.search(text[: other.said[0]]) if other.start < end else None
            if joined and kind_of(text[other.end : other.end + _REACH].split(",")[0]) is not None:
                end = joined.start()  # "contre 12 la veille et 41 disparus"
                break
        words = text[number.end : end]
        corrects = opened["word"].lower() not in ("contre", "face à")
        if (corrects or _TIME.search(words)) and (not _GIVEN.search(words) or _TIME.search(words)):
            found.append((number.said[0], end))
    return tuple(found)


def is_aside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a place of a sentence stands in one of the stretches."""
    return any(first <= place < last for first, last in spans)


def without_asides(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a sentence with blanks for the stretches and for what opens them, so that all other places stay."""
    for first, last in spans:
        opened = _SET_AGAINST.search(text[:first])
        start = opened.start() if opened else first
        text = text[:start] + " " * (last - start) + text[last:]
    return text
