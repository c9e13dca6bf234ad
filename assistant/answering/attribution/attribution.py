"""Who says it, and how firmly: the speaker the article gives a sentence to, and its modality.

Rules over French reporting forms, after the description in Gardent & Danlos's work on "verbes
de parole" and the practice of news quotation extractors. What a sentence does not tell by itself is looked
for around it: the ends of a quotation that runs over it, whom a pronoun stands for. What no rule finds is left
unattributed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from assistant.answering.attribution.antecedents import PRONOUNS, agrees, is_somebodys, last_named, of_two, spoken_of
from assistant.answering.attribution.modality import modality
from assistant.answering.attribution.naming import in_full
from assistant.answering.attribution.quotations import (
    CLOSE,
    OPEN,
    announcement,
    holds_claim,
    is_all_quoted,
    is_open,
    is_quotation,
    opened_at,
    opens_with_words,
    with_directed_marks,
)
from assistant.answering.attribution.said import NOBODY, Said
from assistant.answering.attribution.sayings import said_in
from assistant.answering.attribution.several import SEVERAL, clauses, joined
from assistant.language.sentences import sentences
from assistant.types import Modality

_LOOK_BACK = 3
_FAR = 2000
_DEEPEST = 3
_TALE = 8
_MARKS = frozenset(OPEN + CLOSE)
_TAKES_THE_FLOOR = re.compile(
    r"(?<!\w)(?:(?:pris|prend|prennent) la parole|exprimée?s?|réagi\w*|adressée?s? à|s’adresse)\b"
)
_OF_ONESELF = re.compile(r"(?<!\w)(?:je|j[’']|on|nous|m[’']|mon|ma|mes|notre|nos|moi)(?![\w-])", re.IGNORECASE)
_THE_COUNTRY = re.compile(r"le (?:pays|royaume)|l[’']archipel", re.IGNORECASE)
_COUNTRY = re.compile(r"(?:[Ll][ea]\s|[Ll][’'])[A-ZÉÎ][\w’-]+")
# The line under a quotation that stands alone: "Jean Dupont, maire de Lyon", no sentence.
_CAPTION = re.compile(
    r"\s*[—–-]?\s*([A-ZÉÈÎ][\w’'.-]+(?: (?:d[eu]s? |d[’']|al-|van "
    r"|von )?[A-ZÉÈÎ][\w’'.-]+)*)(?:,[^.!?«»\n]{0,90})?\s*(?:\n|$)"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in a sentence, in the article's words (None: the article itself), and how firmly.

    Attributes:
        speaker: None also where the article does not say who.
        modality: see :class:`assistant.types.Citation`.
        named: where another sentence that names the speaker stands in the text, half-open, or tells whose he is
            ("sa directrice"); None when this one does.
    """

    speaker: str | None
    modality: Modality
    named: tuple[int, int] | None = field(default=None, compare=False)


@lru_cache(maxsize=8192)
def attribute(text: str, start: int, end: int) -> Attribution:
    """Tell who an article lets say a sentence, and how firmly.

    Args:
        text: the article's text.
        start: where the sentence starts in it.
        end: where it ends.
    """
    article, text = text, with_directed_marks(text)
    sentence = text[start:end]
    said, alone = _said(text, start, end)
    speaks = alone or said != NOBODY or opens_with_words(sentence) or announcement(sentence) is not None
    told = clauses(sentence) if said.speaker and said.named is None else []
    speaker = joined(told) if told else said.speaker
    if speaker and _MARKS & set(speaker):
        place = text.rfind(speaker, 0, end)
        speaker = article[place : place + len(speaker)] if place >= 0 else speaker
    if speaker:
        called = said.named or (start, end)
        speaker = SEVERAL.join(in_full(text, *called, one) for one in speaker.split(SEVERAL))
    # Words in quotation marks that no rule gives to anybody are somebody's all the same, not the publisher's.
    firmness = modality(sentence, speaks=speaks or holds_claim(sentence))
    if firmness == "denied" and told and any(modality(one, speaks=True) != "denied" for one in _parts(sentence, told)):
        firmness = "reported"
    named = said.named if speaker else None
    if speaker and named is None and is_somebodys(speaker):
        named = _sentence_before(text, start)
    return Attribution(speaker=speaker, modality=firmness, named=named)


def _sentence_before(text: str, start: int) -> tuple[int, int] | None:
    """Return the sentence before in the same paragraph, which tells whose director "sa directrice" is."""
    line = text.rfind("\n", 0, start) + 1
    return next(((line + first, line + last) for first, last in sentences(text[line:start])[-1:]), None)


def _parts(sentence: str, told: list[tuple[int, str]]) -> list[str]:
    """Return the stretches of a sentence that each of several speakers says."""
    ends = [0, *(end for end, _ in told)]
    return [sentence[first:last] for first, last in pairwise(ends)]


def speaker_at(text: str, start: int, end: int, place: int) -> str | None:
    """Return who says what stands at one place of a sentence: of several that speak in it, the one of that clause.

    Args:
        text: the article's text.
        start: where the sentence starts in it.
        end: where it ends.
        place: in the text, within the sentence.
    """
    whole = attribute(text, start, end).speaker
    told = clauses(with_directed_marks(text)[start:end]) if whole and SEVERAL in whole else []
    found = next((speaker for last, speaker in told if place - start < last), None)
    return in_full(text, start, end, found) if found else whole


def _said(text: str, start: int, end: int, depth: int = 0) -> tuple[Said, bool]:
    """Return who speaks in a sentence, and whether all of it is quoted words whose speaker it does not name.

    A pronoun is put down to whom it stands for; one that stands for nobody found is kept.
    """
    own = said_in(text[start:end])
    all_quoted = is_all_quoted(text, start, end)
    quotation = own == NOBODY and (all_quoted or is_quotation(text[start:end]))
    below = _said_below(text, end) if quotation else NOBODY
    quoted = below if below != NOBODY else _said_around_open_quote(text, start, end)
    # Whoever is quoted over several sentences says them all, also "Paris a protesté".
    said = quoted if quoted != NOBODY and (own == NOBODY or all_quoted) else own
    alone = said == NOBODY and quotation
    if alone:
        said = _said_just_before(text, start)
        if said == NOBODY and depth == 0 and _OF_ONESELF.search(text[start:end]):
            said = _said_by_only_one(text, start)
    if said.speaker is None and said.pronoun and depth < _DEEPEST:
        found = _antecedent(text, said.named[0] if said.named else start, said, depth)
        said = Said(found.speaker, said.pronoun, named=found.named)
    if said.speaker and _THE_COUNTRY.fullmatch(said.speaker) and said.named is None:
        said = _country_before(text, start, said)
    return said, alone


def _country_before(text: str, start: int, said: Said) -> Said:
    """Return whom "le pays" stands for: the one the sentence before is about, where that is a name."""
    offset = max(0, start - _FAR)
    for first, last in sentences(text[offset:start])[-1:]:
        sentence = text[offset + first : offset + last]
        name = said_in(sentence).speaker or spoken_of(sentence, "")
        if name and _COUNTRY.fullmatch(name):
            return Said(name).at(offset + first, offset + last)
    return said


def _antecedent(text: str, start: int, speaks: Said, depth: int) -> Said:
    """Return whom a pronoun that speaks stands for: the nearest speaker before, or whom a sentence before is about."""
    pronoun = speaks.pronoun or ""
    offset = max(0, start - _FAR)
    spans = (
        [(offset + first, offset + last) for first, last in sentences(text[offset:start])] if pronoun != "on" else []
    )
    told = [span for span in spans if not is_all_quoted(text, *span)]
    for first, last in told[-1:]:
        sentence = text[first:last].rstrip(" .")
        one_of_two = of_two(sentence, pronoun) if pronoun not in PRONOUNS else None
        if named := last_named(sentence, pronoun) if speaks.latter else one_of_two:
            return Said(named).at(first, last)
    told = told if pronoun in PRONOUNS else []
    for place, (first, last) in enumerate(reversed(told[-_LOOK_BACK:])):
        said, quoted = _said(text, first, last, depth + 1)
        named = said.speaker if said.speaker and agrees(pronoun, said.speaker) else None
        if named is None and not quoted and (said.speaker or (said == NOBODY and place < 2)):
            named = spoken_of(text[first:last], pronoun)
        if named:
            return Said(named).at(*(said.named or (first, last)))
    return NOBODY


def _said_just_before(text: str, start: int) -> Said:
    """Return who is quoted in the sentence before and goes on, as in « ... », a dit le maire. « ... »."""
    offset = max(0, start - _FAR)
    for first, last in sentences(text[offset:start])[-1:]:
        said = said_in(text[offset + first : offset + last])
        if said.speaker and _MARKS & set(text[offset + first : offset + last]):
            return said.at(offset + first, offset + last)
    return NOBODY


def _said_by_only_one(text: str, start: int) -> Said:
    """Return who alone is quoted in the sentences before, as a witness whose tale is told between his words."""
    offset = max(0, start - _FAR)
    found = NOBODY
    for first, last in sentences(text[offset:start])[-_TALE:]:
        said, _ = _said(text, offset + first, offset + last, 1)
        if said.speaker is None or (found.speaker and found.speaker != said.speaker):
            if said != NOBODY and said.speaker != found.speaker and said.pronoun != "on":
                return NOBODY
            continue
        found = said if said.named else said.at(offset + first, offset + last)
    return found


def _said_below(text: str, end: int) -> Said:
    """Return whose name stands on the line under a paragraph that is one quotation."""
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    paragraph = text[text.rfind("\n", 0, end) + 1 : line_end].strip()
    caption = _CAPTION.match(text, line_end) if paragraph[:1] in set(OPEN) and paragraph[-1:] in set(CLOSE) else None
    return Said(caption.group(1)).at(*caption.span(1)) if caption else NOBODY


def _said_around_open_quote(text: str, start: int, end: int) -> Said:
    """Find the speaker of a quotation that runs over several sentences of a paragraph, from its ends."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    starts = text[start : start + 1] in set(OPEN)
    opened = start if starts else opened_at(text[line_start:end]) + line_start
    if text_open := is_open(text[line_start:start]):
        opened = opened_at(text[line_start:start]) + line_start
    if opened < line_start:
        return NOBODY
    closing = _closing(text, start, line_end)
    if closing is not None:
        found = said_in(text[slice(*closing)])
        if found != NOBODY:
            return found if closing[0] <= start else found.at(*closing)
    found = _said_introducing(text, opened)
    goes_on = text_open or not starts or opens_with_words(text[start:end]) or is_quotation(text[start:end])
    return found if found != NOBODY or not goes_on else _said_where_opened(text, line_start, opened)


def _closing(text: str, start: int, line_end: int) -> tuple[int, int] | None:
    """Return the sentence in which the quotation that holds a place ends; None where its paragraph does not end it."""
    closed_at = min((place for mark in CLOSE if (place := text.find(mark, start, line_end)) >= 0), default=-1)
    ahead = text[start : min(line_end, closed_at + _FAR // 4)] if closed_at >= 0 else ""
    spans = [(start + first, start + last) for first, last in sentences(ahead)]
    return next((span for span in spans if span[1] >= closed_at), None)


def _said_introducing(text: str, quote_start: int) -> Said:
    """Return who speaks in a sentence that ends with a colon right before a quotation."""
    offset = max(0, quote_start - _FAR)
    before = text[offset:quote_start].rstrip()
    for first, last in sentences(before)[-1:] if before.endswith(":") else []:
        said = said_in(before[first:last])
        said = said if said != NOBODY else _as_announcing(before[first:last])
        return said.at(offset + first, offset + last) if said != NOBODY else NOBODY
    return NOBODY


def _as_announcing(sentence: str) -> Said:
    """Return who would speak were a sentence to announce spoken words: "La maire a pris la parole"."""
    return said_in(f"{sentence.rstrip(' :')} : « Je le dis ici »")


def _said_where_opened(text: str, line_start: int, opening: int) -> Said:
    """Return who speaks in the sentence that opens a quotation, or, where it opens with it, in the one before."""
    spans = sentences(text[line_start : opening + 1])[-2:]
    for first, last in reversed(spans):
        sentence = text[line_start + first : line_start + last].rstrip(OPEN + " \u00a0\u202f")
        if sentence:
            said = said_in(text[line_start + first : line_start + last])
            if said == NOBODY and _TAKES_THE_FLOOR.search(sentence):
                said = _as_announcing(sentence.rstrip("."))
            return said.at(line_start + first, line_start + last) if said != NOBODY else NOBODY
    return NOBODY
