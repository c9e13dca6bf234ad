"""Expressions of several words that are one meaning: "perdre la vie" is read as "mourir", "feu vert" as "autoriser".

The table is ``phrases.txt``: the one word, then the expressions that are read as it. Articles, possessives and
reflexives may differ or be missing; between two words of an expression one other may stand ("a mis hier fin").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.language.folding import fold, word_list
from assistant.language.forms import base
from assistant.language.words import is_stop_word, positioned_terms, stem

_TABLE = Path(__file__).with_name("phrases.txt")
# Of an expression, these need not be written as the table has them.
_FREE = frozenset(
    """le la les l un une des du de d son sa ses leur leurs se s me m te t mon ma mes notre nos votre vos ne n pas
    etre""".split()
)
_BETWEEN = 1
"""Other words that may stand between two words of an expression."""
_APART = 4
"""Words from one word of an expression to the next, at most: "forces de l'ordre"."""

_Patterns = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """An expression found among words.

    Attributes:
        heads: the index terms that it is read as; one, mostly.
        places: the words that it is made of, free ones left out, in order.
    """

    heads: tuple[str, ...]
    places: tuple[int, ...]


def find_phrases(words: Sequence[str]) -> list[Phrase]:
    """Find the expressions among lower-case words in order, the longest where two begin alike; none overlap."""
    patterns = _patterns()
    keys = [base(word) for word in words]
    found: list[Phrase] = []
    end = 0
    for start, key in enumerate(keys):
        if key not in patterns or start < end:
            continue
        for rest, heads in patterns[key]:
            places = _places(words, keys, start, rest)
            if places:
                found.append(Phrase(heads, places))
                end = places[-1] + 1
                break
    return found


def terms_with_phrases(text: str) -> list[tuple[str, int]]:
    """Analyse French text as :func:`positioned_terms` does, with the word that each expression is read as.

    That word has the place of the expression's first word.
    """
    own = positioned_terms(text)
    read = [(head, phrase.places[0]) for phrase in find_phrases(word_list(text.casefold())) for head in phrase.heads]
    return sorted([*own, *read], key=lambda one: one[1]) if read else own


def content_of(phrase: Phrase, words: Sequence[str]) -> tuple[str, ...]:
    """Return the index terms of the words that an expression is made of, as far as they carry meaning.

    Its first word does so only in the lack of another: mostly it is a verb that goes with anything.
    """
    found = tuple(stem(words[place].lower()) for place in phrase.places if not is_stop_word(fold(words[place])))
    return found[1:] or found


def _places(words: Sequence[str], keys: Sequence[str], start: int, rest: Sequence[str]) -> tuple[int, ...]:
    places = [start]
    for key in rest:
        between = 0
        for place in range(places[-1] + 1, min(places[-1] + 1 + _APART, len(keys))):
            if keys[place] == key:
                places.append(place)
                break
            between += fold(words[place]) not in _FREE
            if between > _BETWEEN:
                return ()
        else:
            return ()
    return tuple(places)


def key_of(expression: str) -> tuple[str, ...]:
    """Return what an expression of the table is found by: one key for each word that is not free."""
    return tuple(base(word) for word in word_list(expression.casefold()) if fold(word) not in _FREE)


def written_phrases() -> dict[str, list[str]]:
    """Return the table as it is written: a word, and the expressions that are read as it."""
    table: dict[str, list[str]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line[:1] not in ("", "#"):
            head, _, expressions = line.partition(": ")
            table[head] = expressions.split(", ")
    return table


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    """Return the expressions by their first key, the longest first."""
    heads: dict[tuple[str, ...], dict[str, None]] = {}
    for head, expressions in written_phrases().items():
        for expression in expressions:
            heads.setdefault(key_of(expression), {})[stem(head)] = None
    patterns: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for key in sorted(heads, key=len, reverse=True):
        patterns.setdefault(key[0], []).append((key[1:], tuple(heads[key])))
    return patterns
