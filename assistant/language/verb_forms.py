"""Which French words are forms of verbs: the list ``assistant/model/verb_forms.txt``, read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parents[1] / "model" / "verb_forms.txt"


@lru_cache(maxsize=1)
def verb_forms() -> frozenset[str]:
    """Return the word forms that are finite verbs more often than not, as the press uses them, in lower case."""
    return frozenset(_FILE.read_text(encoding="utf-8").split())
