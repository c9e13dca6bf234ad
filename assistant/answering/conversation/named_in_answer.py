"""Whom a follow-up means that points into the answer: "le premier" of those named, "il" after "qui".

"Et le premier, que propose-t-il ?" after an answer that names two; "Il a été jugé ?" after "Qui dirige le port ?",
which is asked of the one whom the answer names, not of whoever else directs something.
"""

from __future__ import annotations

import re

from assistant.answering.conversation.other_side import person_in, said_in
from assistant.language.folding import fold
from assistant.language.words import is_stop_word

_ORDINAL = re.compile(
    r"(?<!\w)(?:(?P<first>l[ea] premi(?:er|ère)|the first(?: one)?)"
    r"|(?P<second>l[ea] (?:seconde?|deuxième)|the second(?: one)?)"
    r"|(?P<third>l[ea] troisième|the third(?: one)?)"
    r"|(?P<last>l[ea] derni(?:er|ère)|l['’]autre|the (?:last|other)(?: one)?))"
    r"(?=\s*(?:[,?!.]|$)|\s(?:il|elle|a|est|était|va|veut|lui|he|she|it|is|was|has|does|did)\b)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]+(?:\s(?:(?:de|du|von|van|al|el|ben)\s)?[A-ZÀ-Þ][\w’'-]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:»«]\s*)$")
_ASKS_WHO = re.compile(
    r"^\s*(?:et |mais )?(?:qui(?!\s(?:dit|a dit)\b)|c['’]est qui|comment s['’]appelle|who)\b", re.IGNORECASE
)
_PLACE = {"first": 0, "second": 1, "third": 2, "last": -1}


def with_ordinal(question: str, answer: str) -> str | None:
    """Return a question whose "le premier" is replaced by whom the answer names there; None without such a one."""
    pointed = _ORDINAL.search(question)
    names = _names(said_in(answer)) if pointed else []
    if pointed is None or len(names) < 2:
        return None
    place = _PLACE[pointed.lastgroup or "first"]
    if place >= len(names):
        return None
    return question[: pointed.start()] + names[place] + question[pointed.end() :]


def person_meant(before: str, answer: str) -> str | None:
    """Return the person whom the answer to a question that asks who names first; None for another question."""
    return person_in(said_in(answer)) if _ASKS_WHO.match(before) else None


def _names(text: str) -> list[str]:
    """Return the names of a text in order, each once; a capital that only starts a sentence makes none."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        words = match.group().split(" ")
        if _SENTENCE_START.search(text[: match.start()]) and (len(words) == 1 or is_stop_word(fold(words[0]))):
            words = words[1:]
        name = " ".join(words)
        if name and not is_stop_word(fold(name)) and name not in found:
            found.append(name)
    return found
