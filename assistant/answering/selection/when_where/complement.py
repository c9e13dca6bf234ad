"""A complement of place or of time, where it stands in a sentence, and the clauses that the sentence is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.folding import word_list

_BARRIER = re.compile(
    r"[;:!?«»“”()]|\s[–—-]\s|(?:,|\set)\s(?=(?:a|ont|avai(?:t|ent)|aurai(?:t|ent)|aur(?:a|ont)|est|sont"
    r"|étai(?:t|ent)|ser(?:a|ont)|s[’']est|s[’']étai(?:t|ent)|se sont)\s)"
    r"|(?<!\w)(?:(?P<where>où)|qui|que|qu[’']|dont|lorsque|lorsqu[’']|quand|tandis|alors\squ"
    r"|puisque|puisqu[’']|parce|car|mais|ainsi\sque|avant\sde|après\savoir)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Complement:
    """A complement of place or time.

    Attributes:
        start: offset in the text.
        end: offset, exclusive.
        sure: how surely it is one that answers, in (0, 1].
        kind: ``at`` and ``from`` for places, ``at``, ``since`` and ``during`` for times.
    """

    start: int
    end: int
    sure: float
    kind: str


@dataclass(frozen=True, slots=True)
class Barrier:
    """A word or mark that parts two clauses: which word of the text it stands before, and whether it is "où"."""

    position: int
    is_where: bool


@lru_cache(maxsize=8192)
def position_of(text: str, offset: int) -> int:
    """Return the number of words before an offset: the position that an index term there has."""
    return len(word_list(text[:offset]))


@lru_cache(maxsize=4096)
def barriers(text: str) -> tuple[Barrier, ...]:
    """Return what parts the clauses of a text, in order."""
    found = []
    for match in _BARRIER.finditer(text):
        border = Barrier(position_of(text, match.start()), match["where"] is not None)
        found += [border] * (2 if match.group() in "«»“”" else 1)
        closing = text.find(", ", match.end())
        if text[: match.start()].rstrip().endswith(",") and closing >= 0:  # ", qui vit à Torvane, a vu"
            found.append(Barrier(position_of(text, closing), is_where=False))
    return tuple(sorted(found, key=lambda one: one.position))


def barriers_between(text: str, complement: Complement, position: int) -> int:
    """Return how many borders of clauses stand between a word and a complement.

    "à Beaupont, où vivait l'ancien champion": what follows "où" is said of the place right before it.
    """
    first, last = position_of(text, complement.start), position_of(text, complement.end)
    if position < first:
        return sum(position < barrier.position <= first for barrier in barriers(text))
    return sum(
        last <= barrier.position <= position and not (barrier.is_where and barrier.position == last)
        for barrier in barriers(text)
    )
