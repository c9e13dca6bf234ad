"""What a quote says inside its frame: less the head that gives it to its speaker, and the words that only join it.

« Le 3 mai, la mairie a annoncé au conseil que le pont est fermé » says, of the mairie, "le pont est fermé". The frame
is left out only where its verb asserts, with no negation, doubt or second subject, so that "selon la mairie" takes its
place; « a nié que », « n'a pas dit que », « aurait dit que » are no such frames. What is left out is blanked, so that
every place in the quote stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answering.attribution.quotations import is_open
from assistant.answering.attribution.reporting_verbs import REPORTING
from assistant.answering.language_model.saying import (
    ACCORDING,
    ACCUSES,
    ADVERB,
    CONDITION,
    HEAD,
    JOINED,
    LIMITS,
    OPENS,
    QUOTED,
    REJECTING,
    SAYS,
    SECOND_CLAUSE,
    TAIL,
    asserts,
    is_adjunct,
    may_open,
    verb_of,
)
from assistant.citing.guards import NEGATION
from assistant.language.numbers import find_numbers

_APPOSED = re.compile(r",[^,;:«»]{2,140},(?=\s)")
_JOINT = re.compile(r"\s?;\s|,?\s(?:et|mais|puis)\s(?:ne\s|n[’']|se\s|s[’']|en\s|y\s)?")
_MAY_BE_VERB = re.compile(
    r"(?!(?:l[ea]|de|une?|sa|à|que|cette|certaine|chaque|contre|entre|autre|quelque|presque|notre|votre|surtout|seulement"
    r"|avant|pendant|durant|devant|[a-zà-ÿ]+(?:ment|iale?|ique|aire|elle|ive|euse|ienne|ale|able|ible))(?!\w))"
    r"[a-zà-ÿ]*(?:e|ent|t|d|a|é|i|u|is|èrent)(?![\w'’])"
)
_TITLED = re.compile(r"(?:[a-zà-ÿ]|Premi(?:er|ère)\s)[^,;:«»]{2,80},\s+")
_PRONOUN = re.compile(r"(?:(?<=^)|(?<=,\s))(?:ils?|elles?|ce dernier|cette dernière|he|she|they)(?=\s)", re.IGNORECASE)
_SUBJECT = r"(?:l[ea]s?\s|l['’]|une?\s|des\s|deux\s|\d)"
_TIME = r"(?:an(?:née)?|mois|semaine|veille|lendemain|jour(?:née)?|nuit|soir(?:ée)?|matin(?:ée)?|été|hiver|printemps)s?"
_MAIN = re.compile(rf"{_SUBJECT}(?!{_TIME}(?!\w))(?![^,]*,\s(?:l[ea]s?\s|l['’]|une?\s|des\s))", re.IGNORECASE)
_SECOND = re.compile(
    r"(?:,\s+(?:et|mais)\s|,?\s+(?:tandis|alors) (?:que\s|qu['’])|\s?;\s+)"
    rf"(?={_SUBJECT}|[A-ZÀ-ÖØ-Þ])"
)
_SUBORDINATE = re.compile(
    r"(?<!\w)(?:que|qui|dont|où|si|quand|lorsque|comme|car|parce|afin|that|who|which|if)(?!\w)|(?:qu|lorsqu|s)['’]"
)
_VERB = re.compile(
    r"(?:(?<=\s)|(?<=['’]))(?:a|ont|est|sont|avai(?:t|ent)|étai(?:t|ent)|sera|seront|reste(?:nt)?|\w{2,}(?:ait|aient|èrent))(?=\s)"
)
_NEW_CLAUSE = re.compile(r"\s*(?:et|mais|puis|or|tandis|alors|while|and|but)(?!\w)", re.IGNORECASE)
_DENIES = re.compile(r"[^,;]{0,80}?(?<!\w)(?:dément|nie|réfut|contest|rejet|faux|fausse)", re.IGNORECASE)
_OWN = re.compile(r"(?:avoir|être)\s")
_CAUSE = re.compile(
    r"(?:en raison d|à cause d|du fait d|grâce à|malgré|à la suite d|suite à|face à|compte tenu d)[^,;:«»]{2,80},\s",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf",\s+(?:{ADVERB}),(?=\s)|(?<=\s)(?:{ADVERB})(?=[\s,])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a quote says, less its frame.

    Attributes:
        text: the quote with blanks in place of what is left out.
        verb: by what the speaker's verb is compared; empty where no head is left out.
        own: whether the speaker is the subject of what is left: "dit | avoir vu".
    """

    text: str
    verb: tuple[str, ...] = ()
    own: bool = False


def told(quote: str) -> Iterator[Told]:
    """Yield a quote as it is, and less the words that only join it to what comes before or give a cause of it."""
    quote = _evenly_spaced(quote)
    for text in dict.fromkeys((quote, _less_opening(quote))):
        yield Told(text)
        bare = _BETWEEN.sub(lambda match: " " * len(match.group()), text)
        if bare != text:
            yield Told(bare)


def later_clauses(quote: str) -> Iterator[Told]:
    """Yield the last main clause of a sentence, where nothing in the clause before it governs it.

    Args:
        quote: one sentence, which nobody but the article says.
    """
    quote = _evenly_spaced(quote)
    for joint in _SECOND.finditer(quote):
        first, rest = quote[: joint.start()], quote[joint.end() :]
        governs = any(one.search(first) for one in (NEGATION, LIMITS, CONDITION, _SUBORDINATE, REPORTING))
        if not governs and _MAIN.match(first) and _VERB.search(first) and _VERB.search(rest):
            yield Told(" " * joint.end() + rest)


def told_by(quote: str, speaker: str, *, year: str = "") -> Iterator[Told]:
    """Yield what a quote lets its speaker assert, less the head that says so.

    Args:
        quote: one sentence.
        speaker: as the quote names it, or for whom a pronoun of it that speaks stands.
        year: of the article: a head that is dated otherwise stays.
    """
    if not speaker:
        return
    quote, speaker = _evenly_spaced(quote), _evenly_spaced(speaker)
    yield from _before_tail(quote, speaker, year)
    yield from _less_according(quote, speaker, year)
    named = re.search(re.escape(speaker), quote) or _PRONOUN.search(quote)
    if named is None or not may_open(quote[: named.start()], year):
        return
    after = named.end()
    apposed = _APPOSED.match(quote, after) or re.compile(r",(?=\s)").match(quote, after)
    if apposed and not REPORTING.search(apposed.group()):
        after = apposed.end()
    for head in (HEAD, JOINED, REJECTING, ACCUSES):
        found = head.match(quote, after)
        if found and asserts(found, year):
            own = _OWN.match(quote, found.end()) is not None
            end = len(quote) if own else _end_of_content(quote, found.end())
            for one in told(quote[found.end() : end]) if end > found.end() else ():
                text = " " * found.end() + one.text + " " * (len(quote) - end)
                yield Told(text, verb_of(found), own)


def _evenly_spaced(text: str) -> str:
    """Return a text as long, with a plain space for each of another width, and none before a comma but after it."""
    return re.sub(r" ([,.])(?= |$)", r"\1 ", re.sub(r"\s", " ", text))


def _before_tail(quote: str, speaker: str, year: str) -> Iterator[Told]:
    """Yield a quote less the end that says who said it: "…, a déclaré le maire lundi", "…, a-t-il ajouté"."""
    tail = TAIL.search(quote)
    if tail is None:
        return
    rest = tail["rest"].strip(" .\u00a0\u202f")
    named = not tail["inverted"] and rest.startswith(speaker)
    if (named or tail["inverted"]) and is_adjunct(rest.removeprefix(speaker if named else "").strip(" ,"), year):
        start = tail.start() + (quote[tail.start()] != ",")
        if re.search(r":\s?[«“\"]", quote[:start]):
            return  # what comes before the colon is not theirs
        for one in told(quote[:start]):
            yield Told(one.text + " " * (len(quote) - start), verb_of(tail))


def _less_according(quote: str, speaker: str, year: str) -> Iterator[Told]:
    """Yield a quote less "selon le maire", before, within or after what it says; within a quotation, "dit le maire"."""
    name = re.escape(speaker)
    opening = re.match(rf"(?P<before>[^;:«»]{{0,80}}?)(?:{ACCORDING}|pour)\s{name},\s+", quote, re.IGNORECASE)
    if opening and may_open(opening["before"], year):
        apposed = _TITLED.match(quote, opening.end())
        for start in (opening.end(), *([apposed.end()] if apposed else [])):
            yield from (Told(" " * start + one.text) for one in told(quote[start:]))
    for within in re.finditer(
        rf",\s+(?P<by>{ACCORDING}|{SAYS})\s{name}(?:,|(?P<when>(?:\s[^,;:«».]+)?)(?=\s*[.»]|\s*$))", quote
    ):
        said = within.groupdict()
        if _NEW_CLAUSE.match(quote, within.end()) or not is_adjunct((said["when"] or "").strip(), year):
            continue  # « …, selon le maire, mais … »: no more theirs
        if not (said["participle"] or said["finite"]) or is_open(quote[: within.start()]):
            blanked = quote[: within.start()] + " " * len(within.group()) + quote[within.end() :]
            yield from (Told(one.text, verb_of(within)) for one in told(blanked))


def _end_of_content(quote: str, start: int) -> int:
    """Return where what is asserted ends at the latest: before a verb that may have the speaker for its subject.

    « L'avocate soutient que son client ignore tout et annonce un recours »: who announces it is not her client. What
    comes after is left out, so where it weighs nothing is left: the place is then the start.
    """
    quoted = [match.span() for match in QUOTED.finditer(quote)]
    for joint in _JOINT.finditer(quote, start):
        rest = quote[joint.end() :]
        verb = _MAY_BE_VERB.match(rest) and not any(one.start == 0 for one in find_numbers(rest))
        if (verb or ";" in joint.group()) and not any(first < joint.start() < last for first, last in quoted):
            same = REPORTING.match(rest) is not None and not _DENIES.match(rest)
            weighs = any(one.search(quote, joint.start()) for one in (NEGATION, LIMITS, CONDITION, _DENIES))
            return joint.start() if same or not weighs else start
    return len(quote)


def _less_opening(quote: str) -> str:
    end = 0
    if joins := OPENS.match(quote):
        end = joins.end()
    if cause := _CAUSE.match(quote, end):
        inside = cause.group()
        weighs = (NEGATION, LIMITS, SECOND_CLAUSE, CONDITION)
        end = end if any(one.search(inside) for one in weighs) or re.search(r"\d", inside) else cause.end()
    return " " * end + quote[end:]
