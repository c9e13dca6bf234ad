"""Who says it, and how firmly: the speaker the article gives a sentence to, and its modality.

Rules over French reporting forms, after the description in Gardent & Danlos's work on "verbes
de parole" and the practice of news quotation extractors. What a sentence does not tell by itself is looked
for around it: the ends of a quotation that runs over it, whom a pronoun stands for. What no rule finds is left
unattributed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.answering.attribution.antecedents import agrees, spoken_of
from assistant.answering.attribution.modality import modality
from assistant.answering.attribution.quotations import (
    CLOSE,
    OPEN,
    is_all_quoted,
    is_open,
    is_quotation,
    opens_with_words,
    with_directed_marks,
)
from assistant.answering.attribution.sayings import NOBODY, Said, said_in
from assistant.language.sentences import sentences
from assistant.types import Modality

_LOOK_BACK = 3
_FAR = 2000
_MARKS = frozenset(OPEN + CLOSE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in a sentence, in the article's words (None: the article itself), and how firmly.

    Attributes:
        speaker: None also where the article does not say who.
        modality: see :class:`assistant.types.Citation`.
        named: where another sentence that names the speaker stands in the text, half-open; None when this one does.
    """

    speaker: str | None
    modality: Modality
    named: tuple[int, int] | None = field(default=None, compare=False)


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
    own = said_in(sentence)
    # Whoever is quoted over several sentences says them all, also "Paris a protesté".
    said = quoted if quoted != NOBODY and (own == NOBODY or is_all_quoted(text, start, end)) else own
    alone = said == NOBODY and (is_quotation(sentence) or is_all_quoted(text, start, end))
    if alone:
        said = _said_just_before(text, start)
    speaks = alone or said != NOBODY or opens_with_words(sentence)
    if said.speaker is None and said.pronoun:
        said = _antecedent(text, said.named[0] if said.named else start, said.pronoun)
    speaker = said.speaker
    if speaker and _MARKS & set(speaker):
        place = text.rfind(speaker, 0, end)
        speaker = article[place : place + len(speaker)] if place >= 0 else speaker
    firmness = modality(sentence, speaks=speaks)
    return Attribution(speaker=speaker, modality=firmness, named=said.named if speaker else None)


def _antecedent(text: str, start: int, pronoun: str) -> Said:
    """Return whom a pronoun that speaks stands for: the nearest speaker before, or whom a sentence before is about."""
    offset = max(0, start - _FAR)
    spans = sentences(text[offset:start])[-_LOOK_BACK:] if pronoun != "on" else []
    for place, (first, last) in enumerate(reversed(spans)):
        sentence = text[offset + first : offset + last]
        said = said_in(sentence)
        named = said.speaker if said.speaker and agrees(pronoun, said.speaker) else None
        if named is None and (said.speaker or (said == NOBODY and place < 2)):
            named = spoken_of(sentence, pronoun)
        if named or said.speaker:
            return Said(named).at(offset + first, offset + last)
    return NOBODY


def _said_just_before(text: str, start: int) -> Said:
    """Return who is quoted in the sentence before and goes on, as in « ... », a dit le maire. « ... »."""
    offset = max(0, start - _FAR)
    for first, last in sentences(text[offset:start])[-1:]:
        said = said_in(text[offset + first : offset + last])
        if said.speaker and _MARKS & set(text[offset + first : offset + last]):
            return said.at(offset + first, offset + last)
    return NOBODY


def _said_around_open_quote(text: str, start: int, end: int) -> Said:
    """Find the speaker of a quotation that runs over several sentences of a paragraph, from its ends."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[line_start:end]
    opened = max(before.rfind(mark) for mark in OPEN)
    closed_at = min((place for mark in CLOSE if (place := text.find(mark, start, line_end)) >= 0), default=-1)
    starts_quoted = text[start : start + 1] in {"«", "“"}
    if not starts_quoted and (opened < 0 or not is_open(before)):
        return NOBODY
    if closed_at >= 0:
        ahead = text[start : min(line_end, closed_at + _FAR // 4)]
        spans = [(start + first, start + last) for first, last in sentences(ahead)]
        closing = next((span for span in spans if span[1] >= closed_at), None)
        if closing is not None and closing[0] >= start - 1:
            found = said_in(text[closing[0] : closing[1]])
            if found != NOBODY:
                return found if closing[0] <= start else found.at(*closing)
    return _said_introducing(text, line_start + opened if opened >= 0 else start)


def _said_introducing(text: str, quote_start: int) -> Said:
    """Return who speaks in a sentence that ends with a colon right before a quotation."""
    offset = max(0, quote_start - _FAR)
    before = text[offset:quote_start].rstrip()
    spans = sentences(before)[-1:] if before.endswith(":") else []
    found = [(said_in(before[first:last]), offset + first, offset + last) for first, last in spans]
    return next((said.at(first, last) for said, first, last in found if said != NOBODY), NOBODY)
