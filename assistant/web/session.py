"""What one visitor's page holds: a language and the exchanges so far. The page is a function of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.types import Answer, Language, Turn

MAX_EXCHANGES = 12  # kept in memory and on the page; older ones leave both


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer; ``number`` counts from 1 in a conversation and names the anchors on the page.

    ``answer`` is None while it is being looked for.
    """

    number: int
    question: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One conversation, and the language of the page around it."""

    language: Language = "fr"
    exchanges: tuple[Exchange, ...] = ()

    @property
    def history(self) -> tuple[Turn, ...]:
        """The answered exchanges, oldest first, as the assistant takes them for follow-ups."""
        return tuple(
            Turn(exchange.question, exchange.answer.text) for exchange in self.exchanges if exchange.answer is not None
        )

    def asking(self, question: str) -> Session:
        """Return the session with a question that waits for its answer, in the place of any that still waited."""
        answered = tuple(exchange for exchange in self.exchanges if exchange.answer is not None)
        number = answered[-1].number + 1 if answered else 1
        return replace(self, exchanges=(*answered, Exchange(number, question))[-MAX_EXCHANGES:])

    def answered(self, answer: Answer) -> Session:
        """Return the session with the waiting question answered.

        Raises:
            ValueError: if no question waits.
        """
        if not self.exchanges or self.exchanges[-1].answer is not None:
            raise ValueError("no question waits for an answer")
        return replace(self, exchanges=(*self.exchanges[:-1], replace(self.exchanges[-1], answer=answer)))

    def in_language(self, language: Language) -> Session:
        """Return the same conversation on a page in this language."""
        return replace(self, language=language)
