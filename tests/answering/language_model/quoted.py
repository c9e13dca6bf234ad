"""A quote of an article of its own, attributed as the assistant does."""

from __future__ import annotations

from hashlib import sha256

from assistant.answering.attribution.attribution import attribute
from assistant.types import Article, Citation, Published


def quote(
    text: str,
    number: int = 1,
    *,
    before: str = "",
    speaker: str | None = None,
    publisher: str | None = "Le Journal",
    language: str = "fr",
) -> Citation:
    """Return a citation of a sentence in an article of its own, attributed as the assistant does."""
    whole = f"{before} {text}".strip()
    start = len(whole) - len(text)
    article = Article(
        id="a", title=None, publisher=publisher, agency=None, authors=(),
        published=Published("2021-03-01", "day", "stated"), url=None, language=language, text=whole, source="a.md",
        sha256=sha256(whole.encode()).hexdigest(),
    )  # fmt: skip
    said = attribute(whole, start, len(whole))
    return Citation(number, article, text, start, len(whole), speaker or said.speaker, said.modality)
