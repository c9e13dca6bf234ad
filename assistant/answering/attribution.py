"""Who says it, and how firmly: the speaker the article gives a sentence to, and its modality.

Rules over French reporting forms, after the description in Gardent & Danlos's work on "verbes
de parole" and the practice of news quotation extractors: "selon X", "X a affirmé que", « ... », a
souligné X, "Pour X, ...", X : « ... », the passive of accusation. What no rule finds is left unattributed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.antecedents import agrees, spoken_of
from assistant.answering.modality import modality
from assistant.answering.quotations import CLOSE, OPEN, announcement, inside_quote, is_all_quoted, is_open, is_quotation, with_directed_marks
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
from assistant.language.sentences import sentences
from assistant.types import Modality

_ACCORDING = re.compile(
    r"(?<!\w)(?:selon|d[’']après|aux (?:yeux|dires) d[eu]s?|au dire d[eu]s?|à en croire|de l[’']a(?:veu|vis)(?: même)? d[eu]s?"
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
_CLEFT = re.compile(r"\b(?:c[’']est|ce sont) (?:aussi |ensuite |désormais )?([^,;:«“]+?) qui(?: l[’'])?(?: a| ont)?\s$", re.IGNORECASE)
_LATTER = re.compile(r"^(?:ce|cette|ces) derni(?:er|ère)(s?)$", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(r"(?:^|[\s,])(ils?|elles?)(?:\s(?:l[’']|les?|la|lui|leur|nous|s[’']))*\s*$", re.IGNORECASE)
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
    r"(?<!s[’'])(?<!se )(?<!\w)(?:est|sont|était|étaient|été|être|sera|seront|qui|en|ayant|pour|afin de)(?: \w+ment)? $",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"(?:\sne|\sn[’'])\s?(?:\w+ )?(?:\w+ )?(?:pas|jamais|plus|ni|guère)(?: \w+)? $", re.IGNORECASE)
_NEGATED_PASSIVE = re.compile(r"\sn[’'e]\s?\w*\s?(?:pas|jamais|plus) (?:\w+ )?$", re.IGNORECASE)
# "Cette baisse s'explique": nobody speaks.
_REFLEXIVE = re.compile(r"(?:s[’']|se )$", re.IGNORECASE)
# What a court does rather than says.
_JUDGES = ("condamn", "confirm", "rejet", "jug")
_LOOK_BACK = 3
_FAR = 2000


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in a sentence, in the article's words (None: the article itself), and how firmly.

    Attributes:
        speaker: None also where the article does not say who.
        modality: see :class:`assistant.types.Citation`.
        since: where the sentence starts that names the speaker, when that is one before; else the start of this one.
    """

    speaker: str | None
    modality: Modality


@dataclass(frozen=True, slots=True)
class _Said:
    """What one sentence tells by itself: a speaker it names, or the pronoun that speaks in it."""

    speaker: str | None = None
    pronoun: str | None = None


_NOBODY = _Said()
_MARKS = frozenset(OPEN + CLOSE)


def attribute(text: str, start: int, end: int) -> Attribution:
    """Tell who an article lets say a sentence, and how firmly.

    Args:
        text: the article's text.
        start: where the sentence starts in it.
        end: where it ends.
    """
    article, text = text, with_directed_marks(text)
    sentence = text[start:end]
    quoted = _said_around_open_quote(text, start, end)
    own = _said(sentence)
    # Whoever is quoted over several sentences says them all, also "Paris a protesté".
    said = quoted if quoted != _NOBODY and (own == _NOBODY or is_all_quoted(text, start, end)) else own
    alone = said == _NOBODY and (is_quotation(sentence) or is_all_quoted(text, start, end))
    speaker = said.speaker or (_antecedent(text, start, said.pronoun) if said.pronoun else None)
    if alone:
        speaker = _speaker_just_before(text, start)
    if speaker and _MARKS & set(speaker):
        place = text.rfind(speaker, 0, end)
        speaker = article[place : place + len(speaker)] if place >= 0 else speaker
    return Attribution(speaker=speaker, modality=modality(sentence, speaks=alone or said != _NOBODY))


@lru_cache(maxsize=4096)
def _said(sentence: str) -> _Said:
    found = _NOBODY
    for rule in _RULES:
        said = rule(sentence)
        if said.speaker:
            return said
        found = said if found == _NOBODY else found
    return found


def _said_according(sentence: str) -> _Said:
    for according in _ACCORDING.finditer(sentence):
        if inside_quote(sentence, according.start()):
            continue
        phrase = clean(according.group(1))
        latter = _LATTER.match(phrase or "")
        if pronoun := _PRONOUN.match(phrase or ""):
            return _Said(pronoun=_subject_form(pronoun.group()))
        if latter:
            return _Said(pronoun="ils" if latter.group(1) else "il")
        if phrase and not _BARE.match(phrase):
            return _Said(phrase)
    return _NOBODY


def _said_for(sentence: str) -> _Said:
    introduced = _FOR.match(sentence)
    if introduced is None:
        return _NOBODY
    name = introduced.group(1) or introduced.group(2)
    if pronoun := _PRONOUN.match(name):
        return _Said(pronoun=_subject_form(pronoun.group()))
    named = any(char.isupper() for char in name) or introduced.group(1) is not None
    return _Said(clean(name)) if named else _NOBODY


def _subject_form(pronoun: str) -> str:
    return {"lui": "il", "eux": "ils"}.get(pronoun.lower(), pronoun.lower())


def _said_by(sentence: str) -> _Said:
    passive = SAID_BY.search(sentence)
    if passive is None or inside_quote(sentence, passive.start()):
        return _NOBODY
    speaker = clean(passive.group(1))
    negated = _NEGATED_PASSIVE.search(sentence, 0, passive.start())
    spoken = speaker and is_subject(speaker) and not is_court(speaker) and not negated
    return _Said(speaker) if spoken else _NOBODY


def _said_by_verb(sentence: str) -> _Said:
    found = (_said_with(sentence, verb) for verb in REPORTING.finditer(sentence))
    said = next((said for said in found if said != _NOBODY), _NOBODY)
    if said == _NOBODY and (finding := FINDING.search(sentence)) and not inside_quote(sentence, finding.start()):
        speaker = subject_before(without_auxiliaries(sentence[: finding.start()])[0])
        return _Said(speaker) if speaker and is_study(speaker) else _NOBODY
    return said


def _said_with(sentence: str, verb: re.Match[str]) -> _Said:
    """Return who speaks with one verb; nobody when it is a noun, a passive, negated, or inside a quotation."""
    head, tail = sentence[: verb.start()], sentence[verb.end() :]
    if (cleft := _CLEFT.search(head)) and is_subject(cleft.group(1)) and not inside_quote(sentence, verb.start()):
        return _Said(clean(cleft.group(1)))
    noun = _DETERMINER.search(head) or (_ARTICLE.search(head) and _ALSO_NOUN.match(verb.group()))
    no_verb = noun or _NOT_SPEAKING.search(head) or _NEGATED.search(head)
    if no_verb or inside_quote(sentence, verb.start()):
        return _NOBODY
    if _REFLEXIVE.search(head) and not verb.group("phrase"):
        return _NOBODY
    bare, has_auxiliary = without_auxiliaries(head)
    if (verb.group("participle") and not has_auxiliary) or (verb.group("gerund") and "," not in head):
        return _NOBODY
    inverted = _PRONOUN_INVERTED.search(bare) or _PRONOUN_INVERTED.match(tail)
    if inverted:
        return _Said(pronoun=(inverted.group(1) or inverted.group(2)).lower())
    speaker = None if verb.group("gerund") else subject_after(bare, tail)
    if speaker or verb.group("after"):
        return _Said(speaker)
    before = (_PRONOUN_FIRST if verb.group("gerund") else _PRONOUN_BEFORE).search(bare)
    if before:
        return _Said(pronoun=before.group(1).lower())
    speaker = subject_before(bare, gerund=verb.group("gerund") is not None)
    judged = speaker is not None and is_court(speaker) and verb.group().lower().startswith(_JUDGES)
    return _NOBODY if judged or (speaker and is_finding(speaker)) else _Said(speaker)


def _said_after_quote(sentence: str) -> _Said:
    verb = AFTER_QUOTE.search(sentence)
    if verb is None:
        return _NOBODY
    return _Said(subject_after(sentence[: verb.start() + 1] + ",", sentence[verb.end() :]))


def _said_by_noun(sentence: str) -> _Said:
    noun = _NOUN.search(sentence)
    speaker = clean(noun.group(1) or noun.group(2)) if noun and not inside_quote(sentence, noun.start()) else None
    return _Said(speaker)


def _said_announced(sentence: str) -> _Said:
    """Return who is quoted after a colon, without a verb of saying: "Le maire a pris la parole : « ... »"."""
    head = announcement(sentence)
    if head is None:
        return _NOBODY
    pronoun = _PRONOUN_FIRST.search(head)
    return _Said(pronoun=pronoun.group(1).lower()) if pronoun else _Said(subject_before(f"{head}"))


def _antecedent(text: str, start: int, pronoun: str) -> str | None:
    """Return whom a pronoun that speaks stands for: the nearest speaker before, or whom the sentence before is about."""
    if pronoun == "on":
        return None
    before = text[max(0, start - _FAR) : start]
    for place, (first, last) in enumerate(reversed(sentences(before)[-_LOOK_BACK:])):
        sentence = before[first:last]
        said = _said(sentence)
        if said.speaker is not None:
            return said.speaker if agrees(pronoun, said.speaker) else spoken_of(sentence, pronoun)
        if said == _NOBODY and place < 2 and (about := spoken_of(sentence, pronoun)):
            return about
    return None


def _speaker_just_before(text: str, start: int) -> str | None:
    """Return who is quoted in the sentence before, and goes on: « ... », a dit le maire. « ... »"""
    before = text[max(0, start - _FAR) : start]
    spans = sentences(before)[-1:]
    return next((_said(before[first:last]).speaker for first, last in spans if _MARKS & set(before[first:last])), None)


def _said_around_open_quote(text: str, start: int, end: int) -> _Said:
    """Find the speaker of a quotation that runs over several sentences of a paragraph, from its ends."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[line_start:end]
    opened = max(before.rfind(mark) for mark in OPEN)
    closed_at = min((place for mark in CLOSE if (place := text.find(mark, start, line_end)) >= 0), default=-1)
    starts_quoted = text[start : start + 1] in {"«", "“"}
    if not starts_quoted and (opened < 0 or not is_open(before)):
        return _NOBODY
    if closed_at >= 0:
        ahead = text[start : min(line_end, closed_at + _FAR // 4)]
        spans = [(start + first, start + last) for first, last in sentences(ahead)]
        closing = next((span for span in spans if span[1] >= closed_at), None)
        if closing is not None and closing[0] >= start - 1:
            found = _said(text[closing[0] : closing[1]])
            if found != _NOBODY:
                return found
    return _said_introducing(text, line_start + opened if opened >= 0 else start)


def _said_introducing(text: str, quote_start: int) -> _Said:
    """Return who speaks in a sentence that ends with a colon right before a quotation."""
    before = text[max(0, quote_start - _FAR) : quote_start].rstrip()
    if not before.endswith(":"):
        return _NOBODY
    spans = sentences(before)
    return _said(before[spans[-1][0] : spans[-1][1]]) if spans else _NOBODY


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
