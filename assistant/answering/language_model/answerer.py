"""A language model may choose, order and shorten the quotes; what it writes is held to them, or dropped.

The answer without it comes first, and remains whenever the model is silent, late, wrong or useless.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.extractive import ExtractiveAnswerer
from assistant.answering.language_model.check import supporting
from assistant.answering.language_model.prompt import lines_of, messages_for, read_line
from assistant.answering.language_model.words import keys_of
from assistant.answering.wording import model_note, model_text, statement_text
from assistant.errors import LanguageModelError
from assistant.retrieval.query import Query
from assistant.types import Answer, Citation, Hit, Language, Statement

MOST_QUOTES = 12
MOST_LINES = 6
_log = logging.getLogger(__name__)

Chat = Callable[[Sequence[dict[str, str]]], Iterator[str]]
"""Yields a model's reply to messages in pieces, or raises LanguageModelError."""


class ModelAnswerer:
    """Has a language model word what the extractive answerer found; for a refusal or a series it is not asked.

    Args:
        extractive: finds and judges the quotes.
        chat: the model.
    """

    def __init__(self, extractive: ExtractiveAnswerer, chat: Chat) -> None:
        self._extractive = extractive
        self._chat = chat

    def answer(self, query: Query, hits: Sequence[Hit], *, question: str) -> Answer:
        """Answer a question from hits; see :meth:`assistant.answering.answerer.Answerer.answer`."""
        *_, whole = self.stream(query, hits, question=question)
        return whole

    def stream(self, query: Query, hits: Sequence[Hit], *, question: str) -> Iterator[Answer]:
        """Yield the extractive answer, then the model's as each of its sentences is checked, then the whole one."""
        plain = self._extractive.answer(query, hits, question=question)
        if plain.abstained or plain.figures:  # a dated series is in its order already
            yield plain
            return
        yield replace(plain, note=model_note("writing", plain.language))
        evidence = self._extractive.evidence(plain, query, hits, most=MOST_QUOTES)
        chosen: list[_Chosen] = []
        try:
            for one in self._lines(query, evidence):
                chosen = [*chosen, one]
                if _answers(chosen, plain):
                    yield replace(_worded(plain, evidence, chosen), note=model_note("writing", plain.language))
                if len(chosen) == MOST_LINES:
                    break
        except LanguageModelError as error:
            _log.warning("the language model did not answer: %s", error)
            yield replace(plain, note=model_note("silent", plain.language))
            return
        if _answers(chosen, plain):
            yield _worded(plain, evidence, chosen)
        else:
            yield replace(plain, note=model_note("unsupported", plain.language))

    def _lines(self, query: Query, evidence: Sequence[Citation]) -> Iterator[_Chosen]:
        """Yield the lines of the model that hold, each once."""
        numbered = {one.number: one for one in evidence}
        messages = messages_for(query.text, evidence, language=query.language, most=MOST_LINES)
        seen: set[_Chosen] = set()
        for written in lines_of(self._chat(messages)):
            line = read_line(written, numbers=numbered)
            one = _held(line.sentence, [numbered[number] for number in line.numbers], language=query.language)
            one = _Chosen(one.sentence, tuple(_with_what_follows(one.numbers, numbered)))
            if one.numbers and one not in seen:
                seen.add(one)
                yield one


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A sentence that holds and the numbers of the quotes that carry it; empty for quotes chosen as they are."""

    sentence: str
    numbers: tuple[int, ...]


def _held(sentence: str, cited: Sequence[Citation], *, language: Language) -> _Chosen:
    """Return a sentence with the quotes that carry it; one that is its quote, word for word, is shown as the quote."""
    if not sentence:
        return _Chosen("", tuple(one.number for one in cited))
    carriers = supporting(sentence, cited, language=language)
    repeats = len(carriers) == 1 and keys_of(sentence) == keys_of(carriers[0].quote)
    return _Chosen("" if repeats else sentence, tuple(one.number for one in carriers))


def _with_what_follows(numbers: Sequence[int], evidence: Mapping[int, Citation]) -> Iterator[int]:
    """Yield numbers, each quote that ends on a colon followed by what it announces."""
    for number in numbers:
        yield number
        one, following = evidence[number], evidence.get(number + 1)
        announces = one.quote.rstrip("\u00a0\u202f ").endswith(":") and number + 1 not in numbers
        if announces and following and _follows(following, one):
            yield number + 1


def _follows(following: Citation, one: Citation) -> bool:
    text = one.article.text
    return (
        following.article == one.article and one.end <= following.start and not text[one.end : following.start].strip()
    )


def _answers(chosen: Sequence[_Chosen], plain: Answer) -> bool:
    """Tell whether a choice has a quote that the extractive answerer was sure of: else it answers something else."""
    sure = {one.number for one in plain.citations}
    return any(number in sure for one in chosen for number in one.numbers)


def _worded(plain: Answer, evidence: Sequence[Citation], chosen: Sequence[_Chosen]) -> Answer:
    """Return an answer of the model's sentences, each followed by the quotes that carry it, each quote once."""
    quotes = {one.number: one for one in evidence}
    cited: dict[int, Citation] = {}
    statements: list[Statement] = []
    for one in chosen:
        new = [number for number in one.numbers if number not in cited]
        cited |= {number: replace(quotes[number], number=place) for place, number in enumerate(new, len(cited) + 1)}
        if one.sentence:
            numbers = tuple(cited[number].number for number in one.numbers)
            statements.append(Statement(model_text(one.sentence, numbers, plain.language), numbers, "model"))
        statements += [_quoted(cited[number], plain.language) for number in new]
    return replace(
        plain,
        text="\n".join(statement.text for statement in statements),
        statements=tuple(statements),
        citations=tuple(cited.values()),
        note="",
        remarks=tuple(remark for remark in plain.remarks if not remark.citations),  # the quotes are other ones
    )


def _quoted(citation: Citation, language: Language) -> Statement:
    return Statement(statement_text([citation], language), (citation.number,))
