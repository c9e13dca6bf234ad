"""Nothing leaves the assistant between « » that is not in its article: the ledger's last look at an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.wording import refusal_text
from assistant.citing.ledger import Claim, verify
from assistant.types import Answer, Article, Citation, Statement

_MARK = re.compile(r"\s*\[(\d+)\]")
_OPEN, _CLOSE = "«", "»"
_SPACE = " \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two quotation marks of an answer.

    Attributes:
        words: without the marks and the spaces inside them.
        start: offset of the words.
        end: offset of their end, exclusive.
        number: in brackets after it; None without one.
        closed: whether there is a closing mark.
    """

    words: str
    start: int
    end: int
    number: int | None
    closed: bool


def check_answer(answer: Answer, articles: Mapping[str, Article]) -> Answer:
    """Return an answer with all that the articles do not say dropped.

    A citation must be a slice of an article of the corpus; each stretch between « » must be a citation of its
    statement, to the letter, or a part of one that leaves out nothing that governs it; a number in brackets must be
    that of the citation before it. A statement with one that is not is dropped whole, and an answer left without a
    citation abstains.

    Args:
        answer: from any answerer.
        articles: the corpus, by id.
    """
    if answer.abstained:
        return answer
    sound = {one.number: one for one in answer.citations if _is_slice(one, articles)}
    kept = [one for one in answer.statements if _holds(one.text, one.citations, sound)]
    if not kept:
        return replace(
            answer,
            text=refusal_text("not_enough_evidence", answer.language, has_hits=bool(answer.hits)),
            statements=(),
            citations=(),
            reason="not_enough_evidence",
            remarks=(),
        )
    if len(kept) == len(answer.statements) and _holds(answer.text, tuple(sound), sound):
        return answer
    return _renumbered(replace(answer, text="\n".join(one.text for one in kept)), kept, sound)


def quoted_in(text: str, citations: Sequence[Citation]) -> Iterator[Quoted]:
    """Yield what a text quotes, in order: what stands between « », and any citation's whole quote without them.

    A quote may hold « » of its own: the citations tell where it ends, else the nesting.

    Args:
        text: of an answer or a statement.
        citations: that it may quote.
    """
    quotes = sorted({one.quote for one in citations}, key=lambda quote: (-len(quote), quote))
    known = re.compile("|".join(map(re.escape, quotes)) or "(?!)")
    opening = re.compile(f"{known.pattern}|{_OPEN}")
    found = opening.search(text)
    while found is not None:
        start, end = found.span()
        marked = found.group() == _OPEN
        if marked:
            start = _skipped(text, found.end())
            whole = known.match(text, start)
            ends = whole is not None and text.startswith(_CLOSE, _skipped(text, whole.end()))
            end = whole.end() if whole is not None and ends else _closing(text, found.start())
        after = _skipped(text, end)
        closed = not marked or text.startswith(_CLOSE, after)
        after += marked and closed
        mark = _MARK.match(text, after)
        yield Quoted(text[start:end].rstrip(_SPACE), start, end, int(mark.group(1)) if mark else None, closed)
        found = opening.search(text, max(after, found.end()))


def _is_slice(citation: Citation, articles: Mapping[str, Article]) -> bool:
    article = articles.get(citation.article.id)
    return article is not None and article.text[citation.start : citation.end] == citation.quote


def _holds(text: str, numbers: Sequence[int], sound: Mapping[int, Citation]) -> bool:
    """Tell whether a text quotes its citations and nothing else, each under its own number."""
    if not numbers or not all(number in sound for number in numbers):
        return False
    cited = [sound[number] for number in numbers]
    found = list(quoted_in(text, cited))
    if not all(one.closed and _is_said(one, text, cited) for one in found):
        return False
    own = _outside(text, found)
    return _CLOSE not in own and all(int(mark) in numbers for mark in _MARK.findall(own))


def _is_said(quoted: Quoted, text: str, cited: Sequence[Citation]) -> bool:
    if quoted.number is not None:
        cited = [one for one in cited if one.number == quoted.number]
    elif any(quoted.words in name for one in cited for name in _names(one)):
        return True
    return any(quoted.words == one.quote for one in cited) or any(_is_part(quoted.words, text, one) for one in cited)


def _names(citation: Citation) -> list[str]:
    """Return the names beside a quote that may have quotation marks of their own."""
    article = citation.article
    return [name for name in (citation.speaker, article.publisher, article.agency, article.title) if name]


def _is_part(words: str, text: str, citation: Citation) -> bool:
    """Tell whether words are a part of a citation that can stand alone; its speaker may be named outside it."""
    article = citation.article
    verdict = verify(words, {article.id: article}, claimed=Claim(article=article.id), as_written=True)
    inside = all(citation.start <= one.start and one.end <= citation.end for one in verdict.places)
    said = (held.kind == "speaker" and held.words in text.replace(words, "") for held in verdict.clipped)
    return verdict.found and inside and all(said)


def _outside(text: str, found: Sequence[Quoted]) -> str:
    """Return what a text says in its own words, the marks around its quotes left out."""
    parts, place = [], 0
    for one in found:
        parts.append(text[place : one.start].rstrip(_SPACE).removesuffix(_OPEN))
        place = _skipped(text, one.end)
        place += text.startswith(_CLOSE, place)
    return "".join([*parts, text[place:]])


def _skipped(text: str, place: int) -> int:
    while place < len(text) and text[place] in _SPACE:
        place += 1
    return place


def _closing(text: str, opening: int) -> int:
    """Return where the quotation opened at a place is closed, quotations inside it counted; the end when it is not."""
    depth = 0
    for place in range(opening, len(text)):
        depth += (text[place] == _OPEN) - (text[place] == _CLOSE)
        if depth == 0:
            return place
    return len(text)


def _renumbered(answer: Answer, kept: Sequence[Statement], sound: Mapping[int, Citation]) -> Answer:
    """Number what is left from 1, in the texts too."""
    used = list(dict.fromkeys(number for statement in kept for number in statement.citations))
    numbers = {old: new for new, old in enumerate(used, 1)}
    statements = tuple(
        replace(
            one,
            text=_with_numbers(one.text, [sound[n] for n in one.citations], numbers),
            citations=tuple(numbers[n] for n in one.citations),
        )
        for one in kept
    )
    return replace(
        answer,
        text="\n".join(one.text for one in statements),
        statements=statements,
        citations=tuple(replace(sound[old], number=new) for old, new in numbers.items()),
        remarks=tuple(remark for remark in answer.remarks if not remark.citations),
    )


def _with_numbers(text: str, cited: Sequence[Citation], numbers: Mapping[int, int]) -> str:
    """Return a text with its numbers in brackets changed, those inside quotes left alone."""
    parts, place = [], 0
    for one in quoted_in(text, cited):
        parts += [_marks(text[place : one.start], numbers), text[one.start : one.end]]
        place = one.end
    return "".join([*parts, _marks(text[place:], numbers)])


def _marks(text: str, numbers: Mapping[int, int]) -> str:
    return re.sub(r"\[(\d+)\]", lambda mark: f"[{numbers.get(int(mark.group(1)), mark.group(1))}]", text)
