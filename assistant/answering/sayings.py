"""Who speaks in one sentence, read by itself: a speaker it names, or a pronoun for somebody named before.

Each rule knows one form of French reporting: "selon X", "Pour X, ...", the passive, a verb of saying on either side of
its words, « ... », tonne X, "les propos de X", X : « ... ».
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answering.quotations import announcement, inside_quote
from assistant.answering.reporting_verbs import AFTER_QUOTE, FINDING, REPORTING, SAID_BY
from assistant.answering.subjects import (
    clean,
    is_court,
    is_finding,
    is_study,
    is_subject,
    subject_after,
    subject_before,
    without_auxiliaries,
)

_ACCORDING = re.compile(
    r"(?<!\w)(?:selon|d[’']après|aux (?:yeux|dires) d[eu]s?|au dire d[eu]s?|à en croire|de l[’']a(?:veu"
    r"|vis)(?: même)? d[eu]s?"
    r"|de (?=sources?\s))\s*(?<=\W)(?!(?:les?|la)quel|que?\b|nos\b|notre\b|le (?:jour|cas|moment)\b|les cas\b)"
    r"((?:[«“]\s?)?(?:MM?\.|\b[A-Z]\.|[^,;:.«“()])+)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"^(?:Pour|Aux yeux de)\s+(?:([^,«]{3,60}),\s(?=[«“])|((?:[A-ZÉÈ][\w’'-]+\s*)+|l[ea’']s?\s*[A-ZÉ]?[^,]+),)"
)
_NOUN = re.compile(
    r"(?:l[’'](?:analyse|avis|aveu)|les (?:propos|mots|termes|déclarations))\s(?:de\s|du\s|des\s|d[’'])"
    r"([^,;:.«»()]+?)(?=(?:,[^:,]{0,80})?\s?:)"
    r"|(?:l[’'](?:annonce|affirmation)|(?:la|une) (?:déclaration|thèse|information)|l[ea]s? accusations?)\s"
    r"(?:de\s|du\s|des\s|d[’'])([^,;:.«»()]+?)(?=,? (?:selon l[ea]|affirmant|disant|indiquant))"
)
_PRONOUN = re.compile(r"^(?:lui|elles?|eux|ils?)(?!\w)", re.IGNORECASE)
_BARE = re.compile(r"(?:une?|l[ea]s?|des|ce|cette)$", re.IGNORECASE)
_CLEFT = re.compile(
    r"\b(?:c[’']est|ce sont) (?:aussi |ensuite |désormais )?([^,;:«“]+?) qui(?: l[’'])?(?: a| ont)?\s$", re.IGNORECASE
)
_LATTER = re.compile(r"^(?:ce|cette|ces) derni(?:er|ère)(s?)$", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(
    r"(?:^|[\s,])(ils?|elles?)(?:\s(?:l[’']|les?|la|lui|leur|nous"
    r"|s[’']))*\s*$",
    re.IGNORECASE,
)
_PRONOUN_INVERTED = re.compile(r"(?:-t-|-)(ils?|elles?|on)$|^(?:-t-|-)(ils?|elles?|on)(?!\w)", re.IGNORECASE)
_PRONOUN_FIRST = re.compile(r"(?:^|,\s)(ils?|elles?)\s", re.IGNORECASE)
# A noun, not a verb: "la demande", "une note"; but "l'accuse", "leur propose".
_DETERMINER = re.compile(
    r"(?:(?<!\w)(?:aux?|des?|du|une?|cette|ces?|ses|son|sa|leurs|toute|aucune|chaque|plusieurs)\s|d[’'])$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:(?<!\w)(?:les?|la|leur)\s|l[’'])$", re.IGNORECASE)
_ALSO_NOUN = re.compile(
    r"(?:annonce|demande|note|critique|estime|juge|avance|écrit|dit|lance|murmure|crie|cri|commente|insulte|rappel)$",
    re.IGNORECASE,
)
# A passive, a relative clause and a gerund have another subject than the one before them.
_NOT_SPEAKING = re.compile(
    r"(?<!s[’'])(?<!se )(?<!\w)(?:est|sont|était|étaient|été|être|sera|seront|qui|ayant|pour"
    r"|afin de)(?: \w+ment)? $",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"(?:\sne|\sn[’'])\s?(?:\w+ )?(?:\w+ )?(?:pas|jamais|plus|ni|guère)(?: \w+)? $", re.IGNORECASE)
_NEGATED_PASSIVE = re.compile(r"\sn[’'e]\s?\w*\s?(?:pas|jamais|plus) (?:\w+ )?$", re.IGNORECASE)
# "Cette baisse s'explique": nobody speaks.
_REFLEXIVE = re.compile(r"(?<!\w)(?:s[’']|se )$", re.IGNORECASE)
# A gerund is said of the subject before: "..., affirmant que", "a réagi en affirmant que".
_AFTER_CLAUSE = re.compile(r",|\sen $")
# What a court does rather than says.
_JUDGES = ("condamn", "confirm", "rejet", "jug")


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence tells: a speaker it names, or the pronoun that speaks in it.

    Attributes:
        speaker: in the article's words.
        pronoun: in lower case, as a subject ("il" for "selon lui").
        named: where the sentence stands that names the speaker, when it is another than the one asked about.
    """

    speaker: str | None = None
    pronoun: str | None = None
    named: tuple[int, int] | None = None

    def at(self, start: int, end: int) -> Said:
        """Return the same as said of another sentence, which stands there."""
        return replace(self, named=(start, end))


NOBODY = Said()
"""No rule finds anybody."""


@lru_cache(maxsize=4096)
def said_in(sentence: str) -> Said:
    """Return who speaks in a sentence, whose quotation marks are directed ones."""
    found = NOBODY
    for rule in _RULES:
        said = rule(sentence)
        if said.speaker:
            return said
        found = said if found == NOBODY else found
    return found


def _said_according(sentence: str) -> Said:
    for according in _ACCORDING.finditer(sentence):
        if inside_quote(sentence, according.start()):
            continue
        phrase = clean(according.group(1))
        latter = _LATTER.match(phrase or "")
        if pronoun := _PRONOUN.match(phrase or ""):
            return Said(pronoun=_subject_form(pronoun.group()))
        if latter:
            return Said(pronoun="ils" if latter.group(1) else "il")
        if phrase and not _BARE.match(phrase):
            return Said(phrase)
    return NOBODY


def _said_for(sentence: str) -> Said:
    introduced = _FOR.match(sentence)
    if introduced is None:
        return NOBODY
    name = introduced.group(1) or introduced.group(2)
    if pronoun := _PRONOUN.match(name):
        return Said(pronoun=_subject_form(pronoun.group()))
    named = any(char.isupper() for char in name) or introduced.group(1) is not None
    return Said(clean(name)) if named else NOBODY


def _subject_form(pronoun: str) -> str:
    return {"lui": "il", "eux": "ils"}.get(pronoun.lower(), pronoun.lower())


def _said_by(sentence: str) -> Said:
    passive = SAID_BY.search(sentence)
    if passive is None or inside_quote(sentence, passive.start()):
        return NOBODY
    speaker = clean(passive.group(1))
    negated = _NEGATED_PASSIVE.search(sentence, 0, passive.start())
    spoken = speaker and is_subject(speaker) and not is_court(speaker) and not negated
    return Said(speaker) if spoken else NOBODY


def _said_by_verb(sentence: str) -> Said:
    found = (_said_with(sentence, verb) for verb in REPORTING.finditer(sentence))
    said = next((said for said in found if said != NOBODY), NOBODY)
    if said == NOBODY and (finding := FINDING.search(sentence)) and not inside_quote(sentence, finding.start()):
        speaker = subject_before(without_auxiliaries(sentence[: finding.start()])[0])
        return Said(speaker) if speaker and is_study(speaker) else NOBODY
    return said


def _said_with(sentence: str, verb: re.Match[str]) -> Said:
    """Return who speaks with one verb; nobody when it is a noun, a passive, negated, or inside a quotation."""
    head, tail = sentence[: verb.start()], sentence[verb.end() :]
    if (cleft := _CLEFT.search(head)) and is_subject(cleft.group(1)) and not inside_quote(sentence, verb.start()):
        return Said(clean(cleft.group(1)))
    noun = _DETERMINER.search(head) or (_ARTICLE.search(head) and _ALSO_NOUN.match(verb.group()))
    no_verb = noun or _NOT_SPEAKING.search(head) or _NEGATED.search(head)
    if no_verb or inside_quote(sentence, verb.start()):
        return NOBODY
    if _REFLEXIVE.search(head) and not verb.group("phrase"):
        return NOBODY
    bare, has_auxiliary = without_auxiliaries(head)
    if (verb.group("participle") and not has_auxiliary) or (verb.group("gerund") and not _AFTER_CLAUSE.search(head)):
        return NOBODY
    inverted = _PRONOUN_INVERTED.search(bare) or _PRONOUN_INVERTED.match(tail)
    if inverted:
        return Said(pronoun=(inverted.group(1) or inverted.group(2)).lower())
    speaker = None if verb.group("gerund") else subject_after(bare, tail)
    if speaker or verb.group("after"):
        return Said(speaker)
    before = (_PRONOUN_FIRST if verb.group("gerund") else _PRONOUN_BEFORE).search(bare)
    if before:
        return Said(pronoun=before.group(1).lower())
    speaker = subject_before(bare, gerund=verb.group("gerund") is not None)
    judged = speaker is not None and is_court(speaker) and verb.group().lower().startswith(_JUDGES)
    return NOBODY if judged or (speaker and is_finding(speaker)) else Said(speaker)


def _said_after_quote(sentence: str) -> Said:
    verb = AFTER_QUOTE.search(sentence)
    if verb is None:
        return NOBODY
    return Said(subject_after(sentence[: verb.start() + 1] + ",", sentence[verb.end() :]))


def _said_by_noun(sentence: str) -> Said:
    noun = _NOUN.search(sentence)
    speaker = clean(noun.group(1) or noun.group(2)) if noun and not inside_quote(sentence, noun.start()) else None
    return Said(speaker)


def _said_announced(sentence: str) -> Said:
    """Return who is quoted after a colon, without a verb of saying: "Le maire a pris la parole : « ... »"."""
    head = announcement(sentence)
    if head is None:
        return NOBODY
    pronoun = _PRONOUN_FIRST.search(head)
    return Said(pronoun=pronoun.group(1).lower()) if pronoun else Said(subject_before(f"{head}"))


_RULES = (
    _said_according,
    _said_for,
    _said_by,
    _said_by_verb,
    _said_after_quote,
    _said_by_noun,
    _said_announced,
)
"""In the order in which they are tried; a name that a later one finds goes before a pronoun."""
