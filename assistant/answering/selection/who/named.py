"""The name that answers, marked in a quote that was chosen for it: of an office's holder, of whoever speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.speakers.asked_speaker import asks_view
from assistant.answering.selection.speakers.reactions import asks_reactions
from assistant.retrieval.query import Query
from assistant.types import Citation


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence with the name in it that answers: offsets in the article's text."""

    sentence: Sentence
    start: int
    end: int


def with_names(citations: Sequence[Citation], named: Sequence[Named]) -> tuple[Citation, ...]:
    """Return citations with the name marked in those that were chosen for it."""
    if not named:
        return tuple(citations)
    return tuple(replace(one, answer_span=_name_in(one, named)) for one in citations)


def _name_in(citation: Citation, named: Sequence[Named]) -> tuple[int, int] | None:
    """Return where the name stands that a citation was chosen for."""
    spans = [(one.start, one.end) for one in named if one.sentence.article.id == citation.article.id]
    return next((span for span in spans if citation.start <= span[0] and span[1] <= citation.end), None)


def with_speakers(query: Query, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return citations with the speaker marked, where it is asked who holds a view and the quote names him."""
    if query.answer_type != "who" or not (asks_view(query) or asks_reactions(query)):
        return tuple(citations)
    return tuple(_with_speaker(one) for one in citations)


def _with_speaker(citation: Citation) -> Citation:
    place = citation.quote.lower().find(citation.speaker.lower()) if citation.speaker else -1
    if place < 0 or citation.speaker is None:
        return citation
    start = citation.start + place
    return replace(citation, answer_span=(start, start + len(citation.speaker)))
