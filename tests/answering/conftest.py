"""What the tests of answering share: the shipped index, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.indexing.index import Index

_SHIPPED = Path(__file__).parents[2] / "index"


@pytest.fixture(scope="session")
def shipped() -> Assistant:
    """Return an assistant over the shipped articles."""
    return Assistant.load(_SHIPPED)


@pytest.fixture(scope="session")
def shipped_index(shipped: Assistant) -> Index:
    """Return the shipped index."""
    return shipped.index
