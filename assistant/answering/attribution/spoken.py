"""Sentences as citations, each with its speaker, and with the sentence that names the speaker when that stands next.

A quote cut from the name it belongs to misleads: « Il a ajouté que ... ». One citation then covers both sentences, so
that what is quoted is one stretch of the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from assistant.answering.attribution.antecedents import is_somebodys
from assistant.answering.attribution.attribution import Attribution, attribute
from assistant.answering.selection.sentences import Sentence
from assistant.types import Citation

_LONGEST = 700
"""Characters of a citation of two sentences; a longer one would bury the answer."""


def citations_of(statements: Sequence[Sequence[Sentence]]) -> list[list[Citation]]:
    """Return the citations of an answer, numbered through from 1.

    Args:
        statements: for each statement, the sentences that it quotes, in order.

    Returns:
        For each statement one citation a sentence. A statement of one sentence whose speaker is named in the sentence
        beside it, of the same paragraph, quotes both, unless the answer quotes that one anyway.
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
    return Citation(
        number=number,
        article=article,
        quote=article.text[start:end],
        start=start,
        end=end,
        speaker=found.speaker,
        modality=found.modality,
    )


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
