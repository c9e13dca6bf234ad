"""The subject of a reporting verb, read off the words before or after it."""

from __future__ import annotations

import re

from assistant.answering.attribution.offices import HUMAN
from assistant.answering.attribution.reporting_verbs import REPORTING
from assistant.answering.attribution.subject_words import (
    AFTER_SUBJECT,
    AFTER_VERB,
    AND,
    AS_SAID,
    ASIDE,
    AUXILIARY,
    BETWEEN,
    BOUNDARY,
    CIRCUMSTANCE,
    COURT,
    FINDINGS,
    FINITE,
    HAVING,
    LONG_QUOTE,
    MOST_WORDS,
    NAME,
    NAME_AND_PLACE,
    NEXT_CLAUSE,
    NOT_SPEAKERS,
    OBJECT,
    OPENING,
    PARENTHESIS,
    PREDICATE,
    QUOTED,
    QUOTES_OPEN,
    RELATIVE,
    STUDY,
    SUBJECT,
)


def without_auxiliaries(head: str) -> tuple[str, bool]:
    """Strip auxiliaries, pronouns and adverbs before a participle.

    Args:
        head: the sentence up to a verb.

    Returns:
        What stays, and whether a form of "avoir" was met; an inverted one ("a-t-il") stays.
    """
    head = BETWEEN.sub(r"\1", head.rstrip())
    having = HAVING.search(head) is not None
    while match := AUXILIARY.search(head):
        head = re.sub(r"\s[nlsmNLSM]$", "", head[: match.start()].rstrip())
        having = having or HAVING.search(head) is not None
    return head, having


def subject_after(head: str, tail: str, *, surely: bool = False) -> str | None:
    """Return the subject that follows its verb, as in « ... », a souligné le ministère.

    Args:
        head: the sentence up to the verb, without auxiliaries.
        tail: the sentence from the verb's end.
        surely: whether what follows can be nothing but the subject, see :func:`tells`.
    """
    if not surely and not _may_follow(head):
        return None
    tail = AFTER_VERB.sub("", ASIDE.sub(" ", tail), count=1)
    words = re.match(r"(?:MM?\.|[^,;:.«»“”()])*", tail)
    subject = clean(words.group()) if words else None
    if subject is None or not is_subject(subject):
        return None
    return _with_name(subject, tail[len(words.group()) :] if words else "")


def tells(verb: str, head: str, tail: str) -> bool:
    """Tell whether a verb that takes no person as its object has one after it, to the end of its sentence.

    « L'hôpital soigne 47 blessés, dont neuf graves, a indiqué sa directrice, Anne Rey. »
    """
    tail = AFTER_VERB.sub("", tail, count=1)
    return (
        _TELLING.match(verb) is not None and _CUT_OFF.search(head) is not None and _BY_SOMEBODY.match(tail) is not None
    )


def _with_name(subject: str, rest: str) -> str:
    """Return a function with the name beside it: "le procureur de Paris, François Molins"."""
    beside = re.match(r",\s([^,;:.«»“”()]+)", rest)
    subject = NAME_AND_PLACE.sub(r"\1", subject)
    named = beside is not None and subject[:1].islower() and NAME.match(beside.group(1).strip())
    return f"{subject}, {beside.group(1).strip()}" if beside and named else subject


def _may_follow(head: str) -> bool:
    """Tell whether what stands before a verb is all said already, so that its subject comes after.

    A comma alone before the verb says so: a subject is cut off from its verb by two of them, or none.
    """
    if AS_SAID.search(head):
        return True
    if QUOTED.search(head.rstrip(" ,")):
        whole = head.lstrip()[:1] in QUOTES_OPEN or not any(mark in head for mark in "«“")
        return head.endswith(",") or whole or LONG_QUOTE.search(head.rstrip(" ,»”")) is not None
    first, *others = re.split(r",\s", head)
    if not head.endswith(",") or not others or FINITE.search(first):
        return head.endswith(",")
    own = not is_subject(first)
    return any(FINITE.search(part) and not RELATIVE.match(part) and (own or not is_subject(part)) for part in others)


def subject_before(head: str, *, gerund: bool = False) -> str | None:
    """Return the subject that ends just before a verb, with the name beside it; None when there is none.

    Args:
        head: the sentence up to the verb, without auxiliaries.
        gerund: whether the verb is one, whose subject is its main clause's.
    """
    cut_off = head.rstrip().endswith(",") and head.count(",") == 1
    head = PARENTHESIS.sub("", head).rstrip(" ,").lstrip("–—- ")
    while (stripped := without_auxiliaries(head)[0].rstrip(" ,")) != head:
        head = stripped
    start = 0
    for match in BOUNDARY.finditer(head):
        if _opens_clause(head, match, since=start, gerund=gerund):
            start = match.end()
    found = _subject_of(re.split(r",\s+", head[start:]), cut_off=cut_off and not gerund)
    if gerund and found:
        return _less_predicate(found)
    found = found if found or cut_off else _subject_of(re.split(r"[,;]\s+", head)[:2], cut_off=False, first=True)
    return OBJECT.split(found, maxsplit=1)[0] if found else None


def _less_predicate(subject: str) -> str | None:
    """Return the subject of a gerund without the verb of its clause and that verb's object; None where they blur."""
    bare, *predicate = OBJECT.split(subject, maxsplit=1)
    return bare if predicate or not subject.endswith(" tout") else None


def _opens_clause(head: str, match: re.Match[str], *, since: int, gerund: bool) -> bool:
    """Tell whether a clause begins there: after "et" only where this one has its verb, unlike "la BBC et Le Monde"."""
    if match.group("and") is None:
        return True
    return not gerund and "," not in head[match.end() :] and FINITE.search(head, since, match.start()) is not None


def _subject_of(parts: list[str], *, cut_off: bool, first: bool = False) -> str | None:
    """Return the subject among the parts of a clause between commas: the last, less what stands beside it."""
    if cut_off and len(parts) == 1:
        return None
    subjects = [PREDICATE.split(OPENING.sub("", part).strip())[0].strip() for part in parts]
    whole = [FINITE.search(part) is None and subject == OPENING.sub("", part).strip() for part, subject in
             zip(parts, subjects, strict=True)]  # fmt: skip
    order = range(len(parts)) if first else range(len(parts) - 1, -1, -1)
    place = next((place for place in order if is_subject(subjects[place])), None)
    if place is None:
        return None
    last = place
    while place and not first and whole[place - 1] and _stands_beside(subjects[place - 1], subjects[place]):
        place -= 1
    if place and not first and whole[place - 1] and _OF_WHAT.match(parts[place]) and _PROPER.match(subjects[place - 1]):
        return clean(subjects[place - 1])  # "Hydraval, la société qui exploite l'ouvrage,"
    if place < last and AND.search(subjects[last]):
        return clean(", ".join(subjects[place : last + 1]))
    named = place < last and NAME.match(subjects[place + 1]) and not NAME.match(subjects[place])
    return clean(f"{subjects[place]}, {subjects[place + 1]}" if named else subjects[place])


_TELLING = re.compile(r"(?:indiqu|précis|expliqu|déclar|ajout|affirm|assur|estim|soulign|racont|répond|argu|not)\w*$")
_CUT_OFF = re.compile(r",\s(?:(?:a|ont|avait|avaient)\s(?:\w+\s)?)?$")
_BY_SOMEBODY = re.compile(
    rf"(?:(?:l[ea]|son|sa|leur|une?)\s|l[’'])(?:ancien(?:ne)?\s|vice-)?{HUMAN}(?![\w’'-])[^,;:«»()]*"
    r"(?:,\s[A-ZÉÈÎ][^,;:«»()]*)?\.?$"
)
_OF_WHAT = re.compile(r"(?:l[ea]\s|l[’']|une?\s)[\w’ -]{2,60}?\s(?:qui|que|qu[’']|dont|où)(?=[\s’'])")
_PROPER = re.compile(r"(?:L[ea]\s|L[’'])?[A-ZÉÈÎ][\w’-]+(?:\s[A-ZÉÈÎ][\w’-]+)*$")


def _stands_beside(subject: str, beside: str) -> bool:
    """Tell whether two phrases between commas name the same: one of them is a name, and no verb is in the first."""
    named = NAME.match(beside) or NAME.match(subject) or AND.search(beside)
    return named is not None and is_subject(subject) and OBJECT.search(subject) is None


def is_subject(clause: str) -> bool:
    """Tell whether words look like a subject that can speak: a name or a noun phrase, no date, no pronoun."""
    if NOT_SPEAKERS.match(clause) or not SUBJECT.match(clause) or len(clause.split()) > MOST_WORDS:
        return False
    return not CIRCUMSTANCE.match(clause) and not any(
        verb.group("phrase") or verb.group("finite") for verb in REPORTING.finditer(clause)
    )


def is_court(subject: str) -> bool:
    """Tell whether a subject is a court: it condemns in deed, not in words."""
    return COURT.match(subject) is not None


def is_study(subject: str) -> bool:
    """Tell whether a subject is a study or another document, which shows as others say."""
    return STUDY.match(subject) is not None


def is_finding(subject: str) -> bool:
    """Tell whether a subject is what was found, not who says so: "ces observations"."""
    return FINDINGS.match(subject) is not None


def clean(phrase: str) -> str | None:
    """Return a speaker without quotes, circumstances and what carries the words ("les données de"); None if empty."""
    phrase = re.sub(r"\s+", " ", phrase).strip(' ,;:-–«»“”"')
    phrase = NEXT_CLAUSE.split(AFTER_SUBJECT.sub("", phrase), maxsplit=1)[0]
    phrase = re.sub(r"^(?:les? données d[eu]s?|qu[’'])\s*", "", phrase)
    phrase = re.sub(r"\s\([^()]*\)?$", "", phrase)
    return phrase.strip() or None
