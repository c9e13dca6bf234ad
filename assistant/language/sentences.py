"""Sentence boundaries of French press text, as spans of the text itself.

Rule-based on purpose: press French is regular enough, and a rule can be read when it is wrong. A
line break always ends a sentence, because in saved articles it separates paragraphs.
"""

from __future__ import annotations

import re

# A full stop after these is not the end of a sentence. Lower case, without the stop.
_ABBREVIATIONS = frozenset(
    """m mm mme mmes mlle mlles dr pr me mgr st ste sts stes al ap av bd cf chap coll dép ed éd env ex
    fig gal gén ibid id jr lt mr mrs ms p pp ph prof réf sq ss sté suiv t tél vs
    lieut cdt sgt janv févr fév avr juil oct nov déc jan feb apr aug dec u.s""".split()
)
# These are words too ("une œuvre d'art", "le vol", "ils étaient sept"): abbreviations only before a figure.
_ABBREVIATIONS_BEFORE_FIGURES = frozenset("art cap col hab mar max min no op par sept tel vol".split())
# After a single capital letter these open a sentence ("le plan B. Il faut"); no name goes on with them.
_OPENERS = frozenset(
    "Il Ils Elle Elles On Nous Vous Ce Cette Ces Un Une Mais Et En Dans Pour Selon Depuis Après Cela C' C’".split()
)

_CLOSERS = "»”\"')]’\u00a0\u202f "
_END = re.compile(r"[.!?…]+")
_OPENING = re.compile(r"[«“\"'(\[–—‑-]*[\s\u00a0\u202f]*[«“\"'(\[–—-]?[\s\u00a0\u202f]*(?=[^\W\d_]|\d)")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.]*)$")
_FIRST_WORD = re.compile(r"[^\W_]+['’]?")
_GOES_ON = ",;:"  # « Non ! », a répondu le ministre
# Portals lose the space between sentences: "syndicats.Le", "« neufs ».Le", "en 2020.Le", "du match.« Quel".
_GLUED_BEFORE = re.compile(r"(?:[^\W\d_]{3}|\d{2}|[»”\"\])])$")
_GLUED_AFTER = re.compile(r"(?:[«“][\s\u00a0\u202f]*)?[^\W\d_](?=[^\W\d_]|[ '’])")


def sentences(text: str) -> list[tuple[int, int]]:
    """Split text into sentences.

    Args:
        text: any text; offsets are its string indices.

    Returns:
        Half-open spans in order, not overlapping, without white space at either end, none empty and
        none crossing a line break. Every character that is not white space is in exactly one span.
    """
    spans: list[tuple[int, int]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        spans.extend(_trimmed(text, offset + start, offset + end) for start, end in _split_line(line))
        offset += len(line)
    return [(start, end) for start, end in spans if start < end]


def _split_line(line: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(line):
        if match.start() < start:
            continue
        end = _end_of_sentence(line, match)
        if end is not None:
            spans.append((start, end))
            start = end
    spans.append((start, len(line)))
    return spans


def _end_of_sentence(line: str, stop: re.Match[str]) -> int | None:
    """Return where the sentence that may end at ``stop`` ends, or None when it goes on."""
    end = stop.end()
    closed = end
    # Closing quotes and brackets belong to the sentence; so does the space before a French « » pair's end.
    while closed < len(line) and line[closed] in _CLOSERS:
        if line[closed] in "\"'’" and closed > end and line[closed - 1].isspace():
            break  # a straight quote after a space opens the next sentence
        closed += 1
    rest = line[closed:]
    if not rest.strip():
        return None  # the line's own end closes this one
    closing = line[end:closed]
    spaced = any(char.isspace() for char in closing)
    quote_closed = any(char in '»”"’)]' for char in closing)
    opening = _OPENING.match(rest)
    opened = rest[opening.end() :] if opening else rest
    if not spaced and not _glued(line[: stop.start()], closing, rest):
        return None
    if opened[0].islower() or opened[0] in _GOES_ON:
        return None  # « Assez ! » a-t-il dit; an ellipsis in the middle; an abbreviation
    if stop.group() == "." and not quote_closed and _is_abbreviation(line[: stop.start()], opened):
        return None
    return closed


def _glued(before: str, closing: str, after: str) -> bool:
    """Tell whether a sentence starts right after the stop, without a space; ``closing`` are the quotes between."""
    ended = _GLUED_BEFORE.search(before)
    opened = _GLUED_AFTER.match(after)
    if opened is None or not opened.group()[-1].isupper():
        return False
    return any(char in "»”)]" for char in closing) or (ended is not None and ended.group() == ended.group().lower())


def _is_abbreviation(before: str, after: str) -> bool:
    match = _WORD_BEFORE.search(before)
    if match is None:
        return before[-1:].isdigit() and after[0].isdigit()  # "n. 3" is a word; "49.3" never gets here; "1. 2" does
    word = match.group(1)
    if len(word) == 1 and word.isupper():
        following = _FIRST_WORD.match(after)
        return following is None or following.group() not in _OPENERS  # an initial: "J. Chirac"
    if word.casefold() in _ABBREVIATIONS_BEFORE_FIGURES:
        return after[0].isdigit()
    return word.casefold() in _ABBREVIATIONS or bool(re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
