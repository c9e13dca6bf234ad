"""What one sentence tells of who speaks in it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence tells: a speaker it names, or the pronoun that speaks in it.

    Attributes:
        speaker: in the article's words.
        pronoun: in lower case, as a subject ("il" for "selon lui").
        latter: whether it is "ce dernier", who was named last.
        named: where the sentence stands that names the speaker, when it is another than the one asked about.
    """

    speaker: str | None = None
    pronoun: str | None = None
    latter: bool = False
    named: tuple[int, int] | None = None

    def at(self, start: int, end: int) -> Said:
        """Return the same as said of another sentence, which stands there."""
        return replace(self, named=(start, end))


NOBODY = Said()
"""No rule finds anybody."""
SOMEBODY = Said(pronoun="on")
"""Words are said, and no rule finds by whom."""
