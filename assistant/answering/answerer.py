"""What makes an answer of hits: the sentences to the letter, or a language model's words held to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

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
