"""A question asked again of another name or another date: "Et la Russie ?" after "Que demande la France ?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.conversation.mentioned import Mention, mentions
from assistant.answering.overview.request import ask_position, overview_asked
from assistant.language.dates import DateMention, find_dates
from assistant.language.folding import fold, word_list
from assistant.language.names import merge_names
from assistant.language.words import is_stop_word

_DATE_LEAD = re.compile(
    r"(?:(?<!\w)(depuis|avant|après|since|before|after)\s+)?(?:(?<!\w)(?:en|le|au|du|in|on)\s+)?$", re.IGNORECASE
)
_CONTEXT = re.compile(r"(?<=[?!.…])\s*\([^()]+\)\s*$")
_ENGLISH_PREPOSITIONS = frozenset("in on at of for by to from the according".split())
_ASKED_OF = frozenset("qui quoi quand comment combien pourquoi who what when where how why".split())
"""With one of these a name alone is a question of its own: "c'est quoi l'OTAN"."""
_SIDE_OF = re.compile(r"(?<!\w)(?:côté|camp)\s$", re.IGNORECASE)
_PLURALS = {
    "fait": "font", "dit": "disent", "demande": "demandent", "veut": "veulent", "pense": "pensent",
    "répond": "répondent", "propose": "proposent", "reproche": "reprochent", "annonce": "annoncent",
    "affirme": "affirment", "craint": "craignent", "soutient": "soutiennent", "réclame": "réclament",
    "exige": "exigent", "accuse": "accusent", "dénonce": "dénoncent",
}  # fmt: skip
"""Third person, of verbs that questions put before their subject."""


def replaced(before: str, new: str, *, is_start: bool) -> str | None:
    """Put a new name (or date) in the place of its counterpart in the question before; None if that is not sound."""
    if not is_only_a_name_or_date(new, is_start=is_start):
        return None
    dates, new_dates = find_dates(before), find_dates(new)
    if not new_dates and overview_asked(before):
        return ask_position(new, of=before)
    if new_dates:
        if not dates:
            return added(before, new[0].lower() + new[1:])
        return _with_date(before, dates[0], new, new_dates[0])
    fresh, old = mentions(new, is_start=is_start)[0], mentions(before)
    counterpart = _counterpart(fresh, old)
    if counterpart is None:
        return added(before, new) if fresh.preposition not in {None, "de", "of"} else None
    if counterpart.is_place or counterpart.preposition == "de":
        was, name = before[counterpart.name_start : counterpart.end], new[fresh.name_start : fresh.end]
        if fresh.preposition is None and _is_known(was) and " " in name and not _is_known(name):
            return None  # somebody is no place: "l'attaque de Kiev"
    for_another = fresh.preposition == "pour" and counterpart.preposition is None  # "Même chose pour la France ?"
    if fresh.preposition and not for_another:
        return before[: counterpart.start] + new[fresh.start :] + before[counterpart.end :]
    start = fresh.after_preposition if for_another else fresh.start
    name = new[fresh.name_start if counterpart.preposition == "en" else start :]
    lead = before[: counterpart.after_preposition]
    if _SIDE_OF.search(lead):
        name = new[fresh.name_start :]  # "côté France"
    lead = _in_number(lead, name, was=before[counterpart.after_preposition : counterpart.end])
    return lead + _uncapitalised(name) + _agreeing(before[counterpart.end :], name)


def _is_known(name: str) -> bool:
    """Tell whether a name is one that the gazetteer has, of a place or a body."""
    return any(word.startswith("@") for word, _ in merge_names([fold(word) for word in word_list(name)]))


def _in_number(lead: str, name: str, *, was: str) -> str:
    """Return what precedes a subject that took another's place, its verb in the plural: "Que font les États-Unis"."""
    many, had_many = (re.match(r"les\s", one, re.IGNORECASE) is not None for one in (name, was))
    if many == had_many:
        return lead
    pairs = _PLURALS if many else {plural: singular for singular, plural in _PLURALS.items()}
    words = lead.split(" ")
    return " ".join([*words[:-2], pairs.get(words[-2], words[-2]), words[-1]]) if len(words) > 1 else lead


def _agreeing(rest: str, name: str) -> str:
    """Return what follows a name that took another's place, its first pronoun of the gender its article tells."""
    article = name.split(" ")[0].lower()
    if article not in {"la", "le"}:
        return rest
    return re.sub(r"(?<=-)(?:il|elle)(?!\w)", "elle" if article == "la" else "il", rest, count=1)


def _counterpart(fresh: Mention, old: Sequence[Mention]) -> Mention | None:
    """Find what a new name stands for: a name said of the same place or party; else, without one, the first."""
    same = [mention for mention in old if mention.preposition == fresh.preposition]
    if not same and fresh.is_place:
        same = [mention for mention in old if mention.is_place]
    if not same and fresh.preposition == "pour":
        same = [mention for mention in old if mention.preposition is None]
    if not same and fresh.preposition is None:
        same = list(old)
    return same[0] if same else None


def added(before: str, new: str) -> str:
    """Put new words at the end of the question before, ahead of what it has in brackets as its own context."""
    asked, context = without_context(before)
    return f"{asked.rstrip(' ?.!')} {new}{' ?' if asked.rstrip().endswith('?') else ''}{context}"


def without_context(before: str) -> tuple[str, str]:
    """Return a question and, apart, the bracket with the earlier question that it was completed with; empty if none."""
    context = _CONTEXT.search(before)
    return (before[: context.start()], context.group()) if context else (before, "")


def _with_date(before: str, old: DateMention, new: str, fresh: DateMention) -> str:
    """Put a new date in the place of an old one: "depuis le 27 septembre" and "en 1994" make "depuis 1994"."""
    lead = _DATE_LEAD.search(before[: old.start])
    start = lead.start() if lead else old.start
    words = new[: fresh.end]
    since = lead.group(1) if lead else None
    words = f"{since} {re.sub(r'^(?:en|in|on) ', '', words, flags=re.IGNORECASE)}" if since else words
    year = f" {old.year}" if fresh.year is None and old.year is not None else ""
    return before[:start] + words[0].lower() + words[1:] + year + before[old.end :]


def _uncapitalised(name: str) -> str:
    return name[0].lower() + name[1:] if re.match(r"(?:L[ea]s?\s|L['’])", name) else name


def is_only_a_name_or_date(rest: str, *, is_start: bool) -> bool:
    """Tell whether words are one name or one date, with prepositions and articles but nothing else."""
    dates, names = find_dates(rest), mentions(rest, is_start=is_start)
    spans = [(date.start, date.end) for date in dates] or [(name.start, name.end) for name in names]
    if len(spans) != 1:
        return False
    start, end = spans[0]
    around = [fold(word) for word in word_list(rest[:start] + " " + rest[end:])]
    if _ASKED_OF.intersection(around) or "où" in rest.lower():
        return False
    return all(is_stop_word(word) or word in _ENGLISH_PREPOSITIONS for word in around)
