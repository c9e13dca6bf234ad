"""What a question that asks how many wants counted, as :mod:`assistant.answering.figures.question` reads it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.retrieval.query import QueryTerm
from assistant.types import Counted


@dataclass(frozen=True, slots=True)
class FigureQuestion:
    """What is to be counted.

    Attributes:
        kinds: what befell those counted; empty where the question says nothing of the kind.
        heads: terms of what is counted, when it is no kind of people: "localités".
        people: the kinds of people asked for, each a term of the question; empty for anyone.
        side: whose they are to be; None where it is left open.
        speaker: who is to give the figure; None where it is left open.
        context: all other terms: of which event, where.
        evolves: whether it asks for what the figure was from one time to another.
        one: whether it names a figure itself ("parmi les 25 morts"), and so asks about that one.
        current: whether only the latest figure is asked for.
        places: those of the context that a preposition makes a place: "à Suspa".
        owner: whose the things or people counted are to be, where nothing befell them: "prisonniers érythréens".
        of_enemies: whether those are to be counted that the speaker says it killed.
        fates: which of those who lost their home; empty for the displaced at large.
        said_by: the words for the body that is to give the figure, where it is no country: "la préfecture".
        own: whether its own losses are asked for: "dit-elle avoir perdus".
        first: whether the first figures are asked for: "au début".
        predicate: whether the heads tell what is said of people: "combien de personnes ont été vaccinées".
        killed_by: whether those are asked for that the giver says it killed: its own dead are not among them.
        everywhere: places of the context that most of the articles name: a folder on one country need not say so.
        local: terms of the places that articles which name those name too.
    """

    kinds: frozenset[Counted]
    heads: tuple[QueryTerm, ...]
    people: tuple[QueryTerm, ...]
    side: QueryTerm | None
    speaker: QueryTerm | None
    context: tuple[QueryTerm, ...]
    evolves: bool
    one: bool
    current: bool
    places: tuple[QueryTerm, ...] = ()
    owner: QueryTerm | None = None
    of_enemies: bool = False
    fates: frozenset[str] = frozenset()
    said_by: tuple[QueryTerm, ...] = ()
    own: bool = False
    first: bool = False
    predicate: bool = False
    killed_by: bool = False
    everywhere: tuple[QueryTerm, ...] = ()
    local: frozenset[str] = frozenset()
