"""Whom a follow-up means that points into the answer: "le premier" of those named, "il" after "qui".

"Et le premier, que propose-t-il ?" after an answer that names two; "Il a été jugé ?" after "Qui dirige le port ?",
which is asked of the one whom the answer names, not of whoever else directs something.
"""

from __future__ import annotations

import re

from assistant.answering.conversation.other_side import party_of_gender, person_in, said_in
from assistant.language.folding import fold, word_list
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
# "Il est parti ?", "Et son plan ?", "que veut-elle": of one that was named.
_POINTS_AT_ONE = re.compile(
    r"(?<!\w)(?:il|elle|lui|son|sa|ses|celui-ci|celle-ci|he|she|him|her|his)(?!\w)", re.IGNORECASE
)
_IMPERSONAL = r"(?:y\s|faut|fallait|est (?:vrai|possible|prévu|question)|s['’]agit)"
_SUBJECT = re.compile(rf"^\s*(?:(?:et|mais) )?(?P<pronoun>il|elle)(?=\s(?!{_IMPERSONAL}))", re.IGNORECASE)
_THERE_IS = re.compile(
    r"(?<!\w)(?:il y (?:a|avait|aura)|y (?:a|avait|aura)-t-il|(?:a|avait)-t-il (?:fallu|été)"
    r"|faut-il|fallait-il|s['’]agit-il"
    r"|est-il (?:vrai|possible|prévu|question))(?!\w)",
    re.IGNORECASE,
)
"""« Y a-t-il eu des armes interdites ? » points at nobody."""
_INVERTED = re.compile(r"(?<=\w)-(?:t-)?(?P<pronoun>il|elle)(?!\w)", re.IGNORECASE)
_ENOUGH = 2
"""Words of its own that a question has which is asked of a person alone, not of all that was asked before."""
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


def person_meant(question: str, before: str, answer: str) -> str | None:
    """Return the person whom a follow-up's pronoun means: whom the answer to a question that asks who names first.

    None where the question before asks something else, or the follow-up has no pronoun or hardly a word beside it;
    one word is enough where the pronoun is its subject: "Elle a réagi ?".
    """
    enough = 1 if _SUBJECT.match(question) else _ENOUGH
    pointing = _THERE_IS.sub(" ", question)
    if not _ASKS_WHO.match(before) or not _POINTS_AT_ONE.search(pointing) or len(_own_words(question)) < enough:
        return None
    return person_in(said_in(answer))


def with_subject(question: str, person: str) -> str | None:
    """Return a question whose subject "il" or "elle" is replaced by the person.

    None where it opens with neither, or has hardly a word beside it: then the name would be most of what is asked.
    """
    subject = _SUBJECT.match(question)
    if len(_own_words(question)) < _ENOUGH:
        return None
    return question[: subject.start("pronoun")] + person + question[subject.end() :] if subject else None


def with_inverted_subject(question: str, before: str, answer: str) -> str | None:
    """Return "Et Paul Durand, qu'a-t-il dit de Lyon ?" for "Qu'a-t-il dit de Lyon ?"; None without one who is meant.

    Args:
        question: as typed; it names others, and its subject is a pronoun after the verb.
        before: the question before: the person or the country of that gender named in it is meant.
        answer: what was answered; of a question that asks who, the one it names first is meant.
    """
    pronoun = _INVERTED.search(_THERE_IS.sub(" ", question))
    if pronoun is None:
        return None
    meant = person_in(before) or party_of_gender(before, feminine=fold(pronoun["pronoun"]) == "elle")
    if meant is None and _ASKS_WHO.match(before):
        meant = person_in(said_in(answer))
    return f"Et {meant}, {question[:1].lower()}{question[1:]}" if meant else None


def _own_words(question: str) -> list[str]:
    return [word for word in word_list(question) if not is_stop_word(fold(word))]


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
