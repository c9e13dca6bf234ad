"""Irregular words: which forms belong together though their stems differ ("prendre", "pris", "prennent").

The table is ``forms.txt``, one word a line, its infinitive or singular first.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from pathlib import Path

from assistant.language.words import is_stop_word, stem, stems

_TABLE = Path(__file__).with_name("forms.txt")
_PLURAL = "ent"
_SHORTEST_PLURAL = 6


def forms(term: str) -> frozenset[str]:
    """Return the index terms of the other forms of an irregular word; empty for a regular one."""
    return _forms().get(term, frozenset())


@lru_cache(maxsize=65_536)
def base(word: str) -> str:
    """Return one key for all forms of a lower-case word, grammar words included.

    It is the word's stem, that of the infinitive for an irregular verb; and as the stemmer keeps a verb's
    third person plural apart, that is read as an infinitive first: "donnent" as "donner".
    """
    if word.endswith(_PLURAL) and len(word) > _SHORTEST_PLURAL and stem(word) not in _bases():
        word = f"{word[: -len(_PLURAL)]}er"
    found = stem(word)
    return _bases().get(found, found)


@lru_cache(maxsize=1)
def _bases() -> Mapping[str, str]:
    bases: dict[str, str] = {}
    for terms in _lines():
        for term in terms:
            bases.setdefault(term, terms[0])
    return bases


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _lines():
        terms = {term for term in line if not is_stop_word(term)}
        for term in terms:
            found.setdefault(term, set()).update(terms - {term})
    return {term: frozenset(others) for term, others in found.items()}


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[str, ...], ...]:
    lines = [line.split() for line in _TABLE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
    found = iter(stems([word for line in lines for word in line]))
    return tuple(tuple(dict.fromkeys(islice(found, len(line)))) for line in lines)
