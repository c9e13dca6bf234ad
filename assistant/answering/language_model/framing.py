"""How a sentence of a language model gives what it says to somebody: « Selon X, … », « …, selon X », « X a dit que … ».

Each reading of a clause is it less such a frame, with who the frame names; whether the quote bears the frame out is
judged where the quote is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answering.language_model.saying import ACCORDING, SAYS, THAT
from assistant.answering.language_model.words import keys_of
from assistant.answering.wording import date_in_words
from assistant.types import Article, Citation, Language

_CONNECTIVE = re.compile(
    r"^(?:de (?:son|leur) côté|pour (?:sa|leur) part|par ailleurs|en outre|de plus|ensuite|enfin|également|en revanche"
    r"|toutefois|cependant|meanwhile|moreover|however|finally),\s+",
    re.IGNORECASE,
)
_FROM = re.compile(rf"\s*,?\s*{ACCORDING}\s(?P<name>[^;:«»]{{2,120}}?),\s*", re.IGNORECASE)
_FROM_AFTER = re.compile(rf",\s{ACCORDING}\s(?P<name>[^,;:«»]{{2,120}}?)\s*\.?$")
_SAYS_THAT = re.compile(rf"(?P<name>[^;:«»]{{2,120}}?),?\s{SAYS}{THAT}")
_SAID_AFTER = re.compile(rf",\s{SAYS}\s(?P<name>[^,;:«»]{{2,120}}?)\s*\.?$")
_PRESS = (
    r"(?:rapporte|écrit|indique|précise|signale|relate|note|rapportait|écrivait|indiquait|a rapporté|a écrit|reports)"
)
_NAME = re.compile(r"\s([A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]+)+)$")
_THAT = re.compile(r"\s*(?:que\s|qu['’]|that\s)", re.IGNORECASE)
_ANOTHER = re.compile(
    r"(?<!\w)(?:d[eu]s?\s|d['’]|of\s|et\s|and\s|(?:fils|fille|frère|sœur|père|mère|veuve|famille|clan|camp|équipe)s?$)(?!.*,$)",
    re.IGNORECASE,
)
"""Before a name, it makes it another's: « la porte-parole de Jean Dupont », « la famille Le Goff »."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the model's, less what only says where it is from.

    Attributes:
        text: what it says.
        by: who it says is speaking; empty when its frame names nobody.
        verb: by what the verb that the frame gives them is compared; empty for "selon".
    """

    text: str
    by: str = ""
    verb: tuple[str, ...] = ()


def readings(clause: str, citation: Citation, language: Language) -> Iterator[Clause]:
    """Yield a clause as it is, and less the connective, the publisher and the speaker around it.

    Args:
        clause: of the model.
        citation: whose publisher and speaker a frame may name; one that names another is not read as a frame.
        language: in which a date of publication is written.
    """
    yield Clause(clause)
    bare = _CONNECTIVE.sub("", clause, count=1)
    for text in dict.fromkeys((bare, *_less_source(bare, citation, language))):
        if text != clause:
            yield Clause(text)
        yield from _less_speaker(text, citation, language)


def _less_source(text: str, citation: Citation, language: Language) -> Iterator[str]:
    """Yield a text less the publisher, with its date or not, that it gives as its source."""
    source = _source_pattern(citation.article, language)
    if source is None:
        return
    name, day = source
    openings = (rf"{ACCORDING}\s{name},?\s", rf"(?:{day},?\s)?{name},?\s{_PRESS}\s(?:{day}\s)?(?:que\s|qu['’]|that\s)")
    for opening in openings:
        if found := re.match(opening, text, re.IGNORECASE):
            yield text[found.end() :]
    if found := re.search(rf",\s(?:{ACCORDING}|{_PRESS})\s{name}\.?$", text, re.IGNORECASE):
        yield f"{text[: found.start()]}."


def _source_pattern(article: Article, language: Language) -> tuple[str, str] | None:
    """Return what matches an article's publisher, dated or not, and what matches its date; None for no publisher."""
    if not article.publisher:
        return None
    published = article.published
    days = {date_in_words(published, language), published.date} if published.date else set()
    day = rf"(?:(?:le|du|on|of)\s)?(?:{'|'.join(re.escape(one) for one in sorted(map(str, days))) or '(?!)'})"
    agency = rf"(?:\s(?:avec|with)\s{re.escape(article.agency)})?" if article.agency else ""
    inferred = r"(?:\s\((?:date déduite|inferred date)\))?"
    return rf"{re.escape(article.publisher)}{agency}(?:,?\s{day}{inferred}|\s\({day}{inferred}\))?", day


def _less_speaker(text: str, citation: Citation, language: Language) -> Iterator[Clause]:
    """Yield a text less the speaker of its quote, where a frame names them."""
    for opening in (_FROM, _SAYS_THAT):
        found = opening.match(text)
        if found and _is_speaker(found["name"], citation, language) and not _THAT.match(text, found.end()):
            yield Clause(text[found.end() :], found["name"], _verb_of(found))
    for closing in (_FROM_AFTER, _SAID_AFTER):
        found = closing.search(text)
        if found and _is_speaker(found["name"], citation, language):
            yield Clause(f"{text[: found.start()]}.", found["name"], _verb_of(found))


def _verb_of(frame: re.Match[str]) -> tuple[str, ...]:
    said = frame.groupdict()
    return keys_of(said.get("participle") or said.get("finite") or "")


def _is_speaker(name: str, citation: Citation, language: Language) -> bool:
    """Tell whether a name is the speaker's: in full, the office or the name alone, or less a title without a name."""
    speaker = citation.speaker or ""
    bare = _NAME.search(speaker)
    short = bare.group(1) if bare and not _ANOTHER.search(speaker[: bare.start()]) else speaker
    said = keys_of(name, language=language)
    return bool(said) and any(said == keys_of(one, language=language) for one in (speaker, short, *speaker.split(", ")))
