"""Whether the article gives a sentence to somebody."""

from __future__ import annotations

from assistant.answering.attribution.attribution import attribute
from assistant.answering.selection.sentences import Sentence
from assistant.language.words import terms
from assistant.retrieval.query import QueryTerm

_SPEAKS_FOR = 0.6


def speaks(name: QueryTerm, sentence: Sentence) -> bool:
    """Tell whether the article gives a sentence to the one named."""
    speaker = attribute(sentence.article.text, sentence.start, sentence.end).speaker
    names = {other for other, weight in name.alternatives.items() if weight >= _SPEAKS_FOR}
    return speaker is not None and not names.isdisjoint(terms(speaker))
