"""A corpus of two articles that every peer is asked about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.types import Article, Published
from eval.asking.temporary_index import assistant_over

DAM = "Le barrage de Roche-Noire a cédé mardi matin après trois semaines de pluie."
TOLL = "La préfecture compte douze disparus dans la vallée."
MUSEUM = (
    "Le musée des tisserands a rouvert samedi après deux ans de travaux. L'entrée est gratuite tout le mois d'avril."
)


def article(identity: str, text: str, publisher: str, date: str) -> Article:
    """Return an article of this text."""
    return Article(
        id=identity,
        title=None,
        publisher=publisher,
        agency=None,
        authors=(),
        published=Published(date, "day", "stated"),
        url=None,
        language="fr",
        text=text,
        source=f"{identity}.md",
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
    )


ARTICLES = (
    article("barrage", f"{DAM} {TOLL}", "Le Courrier", "2019-03-12"),
    article("musee", MUSEUM, "La Gazette", "2019-04-02"),
)


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    """Yield the assistant over the two articles."""
    with assistant_over(ARTICLES) as (loaded, _):
        yield loaded
