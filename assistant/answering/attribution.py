"""Who says it, and how firmly: the speaker the article gives a sentence to, and its modality.

Rules over French reporting forms, after the description in Gardent & Danlos's work on "verbes
de parole" and the practice of news quotation extractors: "selon X", "X a affirmé que", « ... », a
souligné X, "Pour X, ...", the passive of accusation. What no rule finds is left unattributed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.reporting_verbs import ACCUSED, CONDITIONAL, DENYING, REPORTING, SAID_BY
from assistant.answering.subjects import clean, is_court, is_subject, subject_after, subject_before, without_auxiliaries
from assistant.language.sentences import sentences
from assistant.types import Modality

_ACCORDING = re.compile(
    r"(?<!\w)(?:selon|d[’']après|aux yeux d[eu]s?|de (?=sources?\s))\s*(?<=\W)(?!(?:les?|la)quel|que?\b|nos\b|notre\b)"
    r"((?:MM?\.|[^,;:.»()])+)",
    re.IGNORECASE,
)
_FOR = re.compile(r"^(?:Pour|Aux yeux de)\s+((?:[A-ZÉÈ][\w’'-]+\s*)+|l[ea’']s?\s*[A-ZÉ]?[^,]+),")
_PRONOUN = re.compile(r"^(?:lui|elle|eux|elles|ils?)$", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(r"(?:^|[\s,])(ils?|elles?)(?:\s(?:l[’']|les?|la|lui|leur|nous|s[’']))*\s*$", re.IGNORECASE)
_PRONOUN_INVERTED = re.compile(r"(?:-t-|-)(ils?|elles?|on)$|^(?:-t-|-)(ils?|elles?|on)(?!\w)", re.IGNORECASE)
# A noun, not a verb: "la demande", "une note".
_DETERMINER = re.compile(
    r"(?:(?<!\w)(?:aux?|des?|du|les?|la|une?|cette|ces?|ses|son|sa|leurs?|toute|aucune|chaque|plusieurs)\s|[ld][’'])$",
    re.IGNORECASE,
)
# A passive, a relative clause and a gerund have another subject than the one before them.
_NOT_SPEAKING = re.compile(
    r"(?<!s[’'])(?<!se )(?<!\w)(?:est|sont|était|étaient|été|être|sera|seront|qui|en)(?: \w+ment)? $", re.IGNORECASE
)
_NEGATED = re.compile(r"(?:\sne|\sn[’'])\s?(?:\w+ )?(?:\w+ )?(?:pas|jamais|plus|ni|guère)(?: \w+)? $", re.IGNORECASE)
# "Cette baisse s'explique": nobody speaks.
_REFLEXIVE = re.compile(r"(?:s[’']|se )$", re.IGNORECASE)
_SAYS_SO = re.compile(r"\bqu(?:e\b|[’'])")
_QUOTE_OPEN, _QUOTE_CLOSE = "«“", "»”"
_LOOK_BACK = 3


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in a sentence, in the article's words (None: the article itself), and how firmly."""

    speaker: str | None
    modality: Modality


@dataclass(frozen=True, slots=True)
class _Said:
    """What one sentence tells by itself: a speaker it names, or the pronoun that speaks in it."""

    speaker: str | None = None
    pronoun: str | None = None


def attribute(text: str, start: int, end: int) -> Attribution:
    """Tell who an article lets say a sentence, and how firmly.

    Args:
        text: the article's text.
        start: where the sentence starts in it.
        end: where it ends.
    """
    sentence = text[start:end]
    quoted = _said_around_open_quote(text, start, end)
    own = _said(sentence)
    # Whoever is quoted over several sentences says them all, also "Paris a protesté".
    said = quoted if quoted != _Said() and (own == _Said() or _is_all_quoted(text, start, end)) else own
    speaker = said.speaker or (_antecedent(text, start, said.pronoun) if said.pronoun else None)
    return Attribution(speaker=speaker, modality=_modality(sentence, speaks=said != _Said()))


def _modality(sentence: str, *, speaks: bool) -> Modality:
    if any(not _is_future_in_the_past(sentence, match) for match in CONDITIONAL.finditer(sentence)):
        return "conditional"
    if speaks and DENYING.search(sentence):
        return "denied"
    return "reported" if speaks or ACCUSED.search(sentence) else "asserted"


def _is_future_in_the_past(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a conditional is but a tense: "a annoncé que l'aide serait versée"."""
    would = match.group("would")
    if would is None or not would.lower().startswith("serai"):
        return False
    verb = REPORTING.search(sentence, 0, match.start())
    return verb is not None and _SAYS_SO.search(sentence, verb.end(), match.start()) is not None


def _said(sentence: str) -> _Said:
    according = _ACCORDING.search(sentence)
    if according:
        phrase = clean(according.group(1))
        if phrase and _PRONOUN.match(phrase):
            return _Said(pronoun={"lui": "il", "eux": "ils"}.get(phrase.lower(), phrase.lower()))
        return _Said(phrase)
    introduced = _FOR.match(sentence)
    if introduced and any(char.isupper() for char in introduced.group(1)):
        return _Said(clean(introduced.group(1)))
    passive = SAID_BY.search(sentence)
    if passive and not _inside_quote(sentence, passive.start()):
        speaker = clean(passive.group(1))
        if speaker and is_subject(speaker) and not is_court(speaker):
            return _Said(speaker)
    found = (_said_with(sentence, verb) for verb in REPORTING.finditer(sentence))
    return next((said for said in found if said != _Said()), _Said())


def _said_with(sentence: str, verb: re.Match[str]) -> _Said:
    """Return who speaks with one verb; nobody when it is a noun, a passive, negated, or inside a quotation."""
    head, tail = sentence[: verb.start()], sentence[verb.end() :]
    no_verb = _DETERMINER.search(head) or _NOT_SPEAKING.search(head) or _NEGATED.search(head)
    if no_verb or _inside_quote(sentence, verb.start()):
        return _Said()
    if _REFLEXIVE.search(head) and not verb.group("phrase"):
        return _Said()
    bare, has_auxiliary = without_auxiliaries(head)
    if verb.group("participle") and not has_auxiliary:
        return _Said()
    inverted = _PRONOUN_INVERTED.search(bare) or _PRONOUN_INVERTED.match(tail)
    if inverted:
        return _Said(pronoun=(inverted.group(1) or inverted.group(2)).lower())
    speaker = None if verb.group("gerund") else subject_after(bare, tail)
    if speaker or verb.group("after"):
        return _Said(speaker)
    before = _PRONOUN_BEFORE.search(bare)
    if before and not verb.group("gerund"):
        return _Said(pronoun=before.group(1).lower())
    speaker = subject_before(bare)
    judged = speaker is not None and is_court(speaker) and verb.group().lower().startswith("condamn")
    return _Said() if judged else _Said(speaker)


def _antecedent(text: str, start: int, pronoun: str) -> str | None:
    """Return the speaker of the nearest sentence before that names one, if the pronoun can stand for it."""
    before = sentences(text[:start])[-_LOOK_BACK:] if pronoun != "on" else []
    for first, last in reversed(before):
        speaker = _said(text[first:last]).speaker
        if speaker is not None:
            return speaker if _agrees(pronoun, speaker) else None
    return None


def _agrees(pronoun: str, speaker: str) -> bool:
    several = re.match(r"(?:les|des|plusieurs|certaine?s|deux|trois|ces|ses|leurs)\s", speaker, re.IGNORECASE)
    if bool(several or re.search(r"\s(?:et|ou)\s(?=l[ea’']|[A-ZÉ])", speaker)) != pronoun.endswith("s"):
        return False
    other = {"il": r"(?:la|une|cette|mme)\s", "elle": r"(?:le|un|ce|m\.)\s"}.get(pronoun)
    return other is None or re.match(other, speaker, re.IGNORECASE) is None


def _inside_quote(sentence: str, position: int) -> bool:
    before = sentence[:position]
    opened = max(before.rfind(mark) for mark in _QUOTE_OPEN)
    closed = max(before.rfind(mark) for mark in _QUOTE_CLOSE)
    return opened > closed or before.count('"') % 2 == 1


def _is_all_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence lies within a quotation that its paragraph opened before it and that goes on after it."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    opened = max(before.rfind(mark) for mark in _QUOTE_OPEN)
    closed = max(before.rfind(mark) for mark in _QUOTE_CLOSE)
    return opened > closed and not any(mark in text[start:end] for mark in _QUOTE_OPEN + _QUOTE_CLOSE)


def _said_around_open_quote(text: str, start: int, end: int) -> _Said:
    """Find the speaker of a quotation that runs over several sentences of a paragraph, from its ends."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[line_start:end]
    opened = max(before.rfind(mark) for mark in _QUOTE_OPEN)
    closed_at = min((place for mark in _QUOTE_CLOSE if (place := text.find(mark, start, line_end)) >= 0), default=-1)
    starts_quoted = text[start : start + 1] in {"«", "“", '"'}
    if not starts_quoted and (opened < 0 or max(before[opened:].rfind(mark) for mark in _QUOTE_CLOSE) >= 0):
        return _Said()
    if closed_at >= 0:
        spans = [(line_start + first, line_start + last) for first, last in sentences(text[line_start:line_end])]
        closing = next((span for span in spans if span[1] >= closed_at), None)
        if closing is not None and closing[0] >= start - 1:
            found = _said(text[closing[0] : closing[1]])
            if found != _Said():
                return found
    return _said_introducing(text, line_start + opened if opened >= 0 else start)


def _said_introducing(text: str, quote_start: int) -> _Said:
    """Return who speaks in a sentence that ends with a colon right before a quotation."""
    before = text[:quote_start].rstrip()
    if not before.endswith(":"):
        return _Said()
    spans = sentences(before)
    return _said(before[spans[-1][0] : spans[-1][1]]) if spans else _Said()
