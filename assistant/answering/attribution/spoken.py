"""Sentences as citations, each with its speaker, and with the sentence beside it without which it misleads.

That is the one that names the speaker (« Il a ajouté que … »), or the one before, at which it points (« Ces accusations
… »). One citation then covers both sentences, so that what is quoted is one stretch of the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from assistant.answering.attribution.antecedents import is_somebodys
from assistant.answering.attribution.attribution import Attribution, attribute
from assistant.answering.attribution.leaning import pointed_at
from assistant.answering.selection.sentences import Sentence
from assistant.types import Citation

_LONGEST = 700
"""Characters of a citation of two sentences; a longer one would bury the answer."""
_LONGEST_POINTED_AT = 450
"""The same where the sentence before only tells what is meant."""


def citations_of(statements: Sequence[Sequence[Sentence]]) -> list[list[Citation]]:
    """Return the citations of an answer, numbered through from 1.

    Args:
        statements: for each statement, the sentences that it quotes, in order.

    Returns:
        For each statement one citation a sentence. A statement of one sentence whose speaker is named in the sentence
        beside it, or that points at the one before, of the same paragraph, quotes both, unless the answer quotes that
        one anyway.
    """
    quoted = {(one.article.id, one.start) for sentences in statements for one in sentences}
    numbers = count(1)
    return [
        [_citation(next(numbers), one, quoted, alone=len(sentences) == 1) for one in sentences]
        for sentences in statements
    ]


def _citation(number: int, sentence: Sentence, quoted: set[tuple[str, int]], *, alone: bool) -> Citation:
    article = sentence.article
    found = attribute(article.text, sentence.start, sentence.end)
    start, end = sentence.start, sentence.end
    if alone and found.named and (article.id, found.named[0]) not in quoted and _is_beside(sentence, found):
        start, end = min(start, found.named[0]), max(end, found.named[1])
    elif alone and (before := pointed_at(article.text, start, end)) and (article.id, before[0]) not in quoted:
        start = before[0] if _goes_with(sentence, found, before) else start
    return Citation(
        number=number,
        article=article,
        quote=article.text[start:end],
        start=start,
        end=end,
        speaker=found.speaker,
        modality=found.modality,
    )


def _goes_with(sentence: Sentence, found: Attribution, before: tuple[int, int]) -> bool:
    """Tell whether the sentence before can be quoted with one that points at it: nobody else speaks in it."""
    text = sentence.article.text
    said = attribute(text, *before)
    is_anothers = said.speaker not in (None, found.speaker) or said.modality in ("conditional", "denied")
    return not is_anothers and sentence.end - before[0] <= _LONGEST_POINTED_AT


def _is_beside(sentence: Sentence, found: Attribution) -> bool:
    """Tell whether the sentence that names the speaker stands right before or after, in the same paragraph."""
    if found.named is None or found.speaker is None:
        return False
    if found.speaker in sentence.text and not is_somebodys(found.speaker):
        return False
    first, last = found.named
    gap = (last, sentence.start) if first < sentence.start else (sentence.end, first)
    between = sentence.article.text[gap[0] : gap[1]]
    length = max(last, sentence.end) - min(first, sentence.start)
    return not between.strip() and "\n" not in between and length <= _LONGEST
