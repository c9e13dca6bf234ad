"""What the tests of citing share: the shipped index, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.types import Article

_SHIPPED = Path(__file__).parents[2] / "index"


@pytest.fixture(scope="session")
def shipped() -> Assistant:
    """Return an assistant over the shipped articles."""
    return Assistant.load(_SHIPPED)


@pytest.fixture(scope="session")
def articles(shipped: Assistant) -> Mapping[str, Article]:
    """Return the shipped articles by id."""
    return shipped.index.articles
