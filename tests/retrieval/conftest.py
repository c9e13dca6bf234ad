"""The small index, built once."""

from __future__ import annotations

import pytest

from assistant.indexing.index import Index
from tests.retrieval.made import made_index


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Return the index of :mod:`tests.retrieval.made`."""
    return made_index(tmp_path_factory.mktemp("retrieval"))
