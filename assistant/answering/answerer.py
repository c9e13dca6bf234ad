"""What makes an answer of hits: the sentences to the letter, or a language model's words held to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from assistant.answering.extractive import ExtractiveAnswerer
from assistant.answering.language_model.endpoint import Endpoint
from assistant.retrieval.query import Query
from assistant.types import Answer, Hit


class Answerer(Protocol):
    """Makes an answer, whole or as it grows; each one it gives cites or abstains, and can be shown as it is."""

    def answer(self, query: Query, hits: Sequence[Hit], *, question: str) -> Answer:
        """Answer a question from hits, or abstain with the reason.

        Args:
            query: the question as understood, parsed.
            hits: the passages whose sentences may answer, best first.
            question: as asked.

        Returns:
            An answer without timings; its hits are the ones given.
        """
        ...

    def stream(self, query: Query, hits: Sequence[Hit], *, question: str) -> Iterator[Answer]:
        """Yield the answer as it grows, one at least; each takes the place of the one before, the last is whole."""
        ...


def worded_by(model: Endpoint | None, quotes: ExtractiveAnswerer) -> Answerer:
    """Return the answerer whose words are a model's, held to quotes; without a model, the quotes alone."""
    if model is None:
        return quotes
    from assistant.answering.language_model.answerer import ModelAnswerer  # only who asks for a model pays for it
    from assistant.answering.language_model.client import chat

    return ModelAnswerer(quotes, partial(chat, model))
