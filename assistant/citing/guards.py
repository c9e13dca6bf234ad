"""The words that a sentence cannot lose and still say the same: negation, figures, names, who speaks, conditions.

Used for what an ellipsis drops, for what a quote cut inside a sentence leaves out, and to name what was altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.answering.attribution.attribution import attribute
from assistant.answering.attribution.reporting_verbs import REPORTING, SAID_BY
from assistant.citing.clauses import lost_by
from assistant.language.dates import find_dates
from assistant.language.numbers import find_numbers
from assistant.language.sentences import sentences
from assistant.language.words import terms

Guard = Literal[
    "negation", "figure", "date", "name", "speaker", "reporting", "conditional", "restriction", "subject", "verb"
]

_APOSTROPHE = "['’]"
NEGATION = re.compile(
    rf"(?<!\w)(?:ne|n{_APOSTROPHE}|pas|jamais|aucune?s?|sans|ni|nul|nulle|non|rien|guère|nullement"
    r"|not|never|none|nothing|without|neither|nor|no)(?!\w)|(?<=n)['’]t(?!\w)",
    re.IGNORECASE,
)
"""Words of negation, French and English; "plus" is one only beside "ne", which is here."""
_DENIAL = re.compile(
    r"(?<!\w)(?:dément|démenti|démentent|nie|nient|nié|niant|réfut\w+|contest(?:e|é|ent|ait)|rejet\w+)(?!\w)",
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"(?<!\w)(?:refus|empêch|renonc|échou|manqu|évit|interdi|cess|faill|exclu|dément|réfut|contest|nie|nié|prétend)\w*",
    re.IGNORECASE,
)
_RESTRICTION = re.compile(
    r"(?<!\w)(?:plus|moins|sauf|excepté|hormis|seulement|seuls?|seules?|uniquement|presque|environ|quelque|près d[e’']"
    rf"|jusqu{_APOSTROPHE}|à l{_APOSTROPHE}exception|only|except|almost|about|nearly|less|more)(?!\w)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?<!\w)(?:plus d|moins d|au moins|au plus|environ|près d|quelque|presque|jusqu|à peine|pas moins d"
    r"|more than|less than|at least|at most|about|nearly|almost|up to)(?:e|['’]à?|à)?\s*(?:une?\s)?$",
    re.IGNORECASE,
)
_ALMOST = re.compile(r"(?<!\w)(?:presque|quasi(?:ment)?|à peine|almost|nearly|barely|hardly)\s*$", re.IGNORECASE)
_IF = re.compile(
    r"(?<!\w)(?:si(?! bien)|s['’](?=ils?\b)|à condition|sous réserve|au cas où|if|unless)(?!\w)", re.IGNORECASE
)
_WOULD = re.compile(
    r"(?<!\w)(?!(?:re|por|ex|at|abs|dis|sous)?trait\b)\w+(?:rait|raient|rions)(?!\w)"
    r"|(?<!\w)(?:présumée?s?|supposée?s?|censée?s?|soi-disant|would|could|might|allegedly|alleged)(?!\w)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"(?<!\w)(?:selon|d['’]après|de sources?|accus\w+|soupçonn\w+|according to|accused|said)(?!\w)", re.IGNORECASE
)
_CAPITALISED = re.compile(r"(?<![\w])[A-ZÀ-ÖØ-Þ][\w’'-]*")
_ONLY_THAT = re.compile(r"(?<!\w)qu(?:e(?!\w)|['’])", re.IGNORECASE)
_NE = re.compile(r"(?<!\w)(?:ne(?!\w)|n['’])", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]|,?\s(?:mais|tandis que|alors que|puis|but|while)\s", re.IGNORECASE)
_CLAUSE_ON = re.compile(r"[;:,]|\s(?:mais|tandis que|alors que|puis|but|while)\s", re.IGNORECASE)

_DAY_NAME = re.compile(
    r"(?<!\w)(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre|hier|demain|aujourd['’]hui)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A word that must not be lost: which kind, and the words as written."""

    kind: Guard
    words: str


def dropped(text: str, start: int, end: int) -> tuple[Held, ...]:
    """Return what an ellipsis in place of ``text[start:end]`` would lose; empty when it loses nothing of weight.

    Args:
        text: the article's text.
        start: where the ellipsis starts.
        end: where it ends.
    """
    spans = touched(text, start, end)
    low, high = (spans[0][0], spans[-1][1]) if spans else (start, end)
    # Read where they stand: "dite" is a verb of saying only after "s'est", and half of "fait état" is no less one.
    whole, start_in, end_in = text[low:high], start - low, end - low

    def lost(found: Iterable[tuple[int, int]], kind: Guard) -> list[Held]:
        return [Held(kind, whole[a:b]) for a, b in found if a < end_in and start_in < b]

    gap = text[start:end]
    found = lost((match.span() for match in NEGATION.finditer(whole)), "negation")
    found += lost((match.span() for match in _REFUSAL.finditer(whole)), "negation")
    found += lost(((date.start, date.end) for date in find_dates(whole)), "date")
    found += lost(((number.start, number.end) for number in find_numbers(whole)), "figure")
    found += lost((match.span() for match in re.finditer(r"\d+", whole)), "figure")
    found += lost((match.span() for match in _RESTRICTION.finditer(whole)), "restriction")
    found += lost((match.span() for match in _conditionals(whole)), "conditional")
    found += lost((match.span() for match in _reporting(whole)), "reporting")
    found += lost((match.span() for match in _names(whole)), "name")
    for first, last in spans:
        found += [Held("speaker", words) for words in _speaker_within(text, first, last, start, end)]
        if first < start and end < last and (lost_words := lost_by(text, first, start, end, last)):
            found.append(Held(*lost_words))
        if _ONLY_THAT.search(gap) and _NE.search(text, first, start):
            found.append(Held("restriction", "que"))
    return tuple(dict.fromkeys(found))


def clipped(text: str, start: int, end: int) -> tuple[Held, ...]:
    """Return what governs a quote and was cut off it: the rest of its sentences, read for what changes its meaning.

    Args:
        text: the article's text.
        start: where the quote starts.
        end: where it ends.

    Returns:
        Negation, condition, speaker and "plus de" that stand in the same clause outside the quote; a warning, so in
        doubt it is given. Empty for whole sentences.
    """
    spans = touched(text, start, end)
    if not spans:
        return ()
    before, after = text[spans[0][0] : start], text[end : spans[-1][1]]
    clause = _CLAUSE.split(before)[-1]
    rest = "" if not after or after[0] in ".!?" else _CLAUSE_ON.split(after)[0]
    quote, found = text[start:end], []
    for part in (clause, rest):
        found += [Held("negation", match.group()) for match in NEGATION.finditer(part)]
        found += [Held("negation", match.group()) for match in _DENIAL.finditer(part)]
        found += [Held("conditional", match.group()) for match in _conditionals(part)]
    found += [Held("conditional", match.group()) for part in (before, after) for match in _IF.finditer(part)]
    if almost := _ALMOST.search(clause):
        found.append(Held("restriction", almost.group().strip()))
    elif find_numbers(quote[:25].lstrip()) and (measure := _MEASURE.search(clause)):
        found.append(Held("restriction", measure.group().strip()))
    for first, last in spans:
        speaker = attribute(text, first, last).speaker
        if speaker and speaker not in quote and (speaker in text[first:start] or speaker in text[end:last]):
            found.append(Held("speaker", speaker))
    return tuple(dict.fromkeys(found))


def kind_of(written: str, true: str) -> Guard | Literal["case", "punctuation", "word"]:
    """Return what kind of thing a difference is about.

    Args:
        written: the words of the quote; may be empty.
        true: the words of the article in their place; may be empty.
    """
    both = f"{written} | {true}"
    if not re.search(r"\w", both):
        return "punctuation"
    if written.casefold() == true.casefold():
        return "case"
    if NEGATION.search(both):
        return "negation"
    if find_dates(both) or _DAY_NAME.search(both):
        return "date"
    if re.search(r"\d", both) or find_numbers(both):
        return "figure"
    if _WOULD.search(both) or any(_conditionals(both)):
        return "conditional"
    if any(_reporting(both)):
        return "reporting"
    if _RESTRICTION.search(both):
        return "restriction"
    return "name" if any(_names(both, anywhere=True)) else "word"


def changes_meaning(words: str) -> bool:
    """Tell whether words put into a quote would turn what it says: a negation, a figure, a condition, a limit."""
    patterns = (NEGATION, _DENIAL, _RESTRICTION, _IF, _WOULD)
    return (
        any(pattern.search(words) for pattern in patterns) or bool(find_numbers(words)) or bool(re.search(r"\d", words))
    )


def touched(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences that a span touches."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    spans = [(line + first, line + last) for first, last in sentences(text[line:stop])]
    return [(first, last) for first, last in spans if first < max(end, start + 1) and start < last]


def _speaker_within(text: str, first: int, last: int, start: int, end: int) -> Iterator[str]:
    """Yield the speaker of a sentence when a part of its name lies in the gap."""
    speaker = attribute(text, first, last).speaker
    if speaker is not None:
        place = text.find(speaker, first, last)
        if place >= 0 and place < end and start < place + len(speaker):
            yield speaker


def _conditionals(text: str) -> Iterator[re.Match[str]]:
    yield from _WOULD.finditer(text)
    yield from _IF.finditer(text)


def _reporting(text: str) -> Iterator[re.Match[str]]:
    for pattern in (REPORTING, SAID_BY, _DENIAL, _ACCORDING):
        yield from pattern.finditer(text)


def _names(text: str, *, anywhere: bool = False) -> Iterator[re.Match[str]]:
    """Yield the capitalised words; at the start of a sentence, or ``anywhere``, only those that are no grammar word."""
    for match in _CAPITALISED.finditer(text):
        opens = anywhere or not re.search(r"[\w,;»\"'’-]\s*$", text[: match.start()])
        if not opens or terms(match.group()):
            yield match
