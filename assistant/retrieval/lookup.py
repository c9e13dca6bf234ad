"""Terms of the corpus found by what they are like, not only by what they are, without a look at each.

A question with a word that nobody wrote so is asked once in a while; the tables are made then, in a
tenth of a second for a hundred thousand terms, and kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.language.folding import name_key
from assistant.language.sounds import keys_of_terms

BEGINNING = 4
"""Letters that :meth:`TermLookup.beginning` goes by."""

_KINDS = 32


class TermLookup(Collection[str]):
    """A collection of terms that can also be searched.

    Args:
        terms: distinct.
    """

    def __init__(self, terms: Collection[str]) -> None:
        self._terms = terms

    def __contains__(self, term: object) -> bool:
        return term in self._terms

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def of_key(self, key: str) -> list[str]:
        """Return the terms with this name key (:func:`assistant.language.folding.name_key`)."""
        return self._by_key.get(key, [])

    def sounding(self, key: str) -> list[str]:
        """Return the terms that may be meant by a sound key (:func:`assistant.language.sounds.sound_key`)."""
        return self._by_sound.get(key, [])

    def beginning(self, letters: str) -> list[str]:
        """Return the terms whose first :data:`BEGINNING` letters are these, y read as i."""
        return self._by_beginning.get(letters, [])

    def maybe_near(self, word: str, most: int) -> list[str]:
        """Return every term that is at most some edits from a word, and others.

        An edit adds one letter, takes one away, or both; a transposition does neither. So the letters of
        one word that the other lacks number at most ``most``, both ways. Few terms pass that by chance.
        """
        if not len(self):
            return []
        alphabet, letters, lengths = self._letters
        own_alphabet, own_letters = _letters_of([word])
        alike = np.flatnonzero(
            (np.abs(lengths - len(word)) <= most)
            & (np.bitwise_count(alphabet & ~own_alphabet) <= most)
            & (np.bitwise_count(own_alphabet & ~alphabet) <= most)
        )
        more = letters[alike].astype(np.int16) - own_letters
        close = alike[(np.maximum(more, 0).sum(axis=1) <= most) & (np.maximum(-more, 0).sum(axis=1) <= most)]
        return [self._list[place] for place in close]

    @cached_property
    def _list(self) -> list[str]:
        return list(self._terms)

    @cached_property
    def _letters(self) -> tuple[NDArray[np.uint64], NDArray[np.uint8], NDArray[np.int64]]:
        lengths = np.array([len(term) for term in self._list], dtype=np.int64)
        return (*_letters_of(self._list), lengths)

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        # The key of all terms at once: no rule of it reaches across a line. Its cache would keep a megabyte.
        keys = name_key.__wrapped__("\n".join(self._list)).split("\n")
        found: dict[str, list[str]] = {}
        for term, key in zip(self._list, keys, strict=False):
            found.setdefault(key, []).append(term)
        return found

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, term in keys_of_terms([term for term in self._list if term.isalpha()]):
            found.setdefault(key, []).append(term)
        return found

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for term in self._list:
            found.setdefault(term[:BEGINNING].replace("y", "i"), []).append(term)
        return found


def lookup(terms: Collection[str]) -> TermLookup:
    """Return what searches these terms: they themselves where they can be searched already."""
    return terms if isinstance(terms, TermLookup) else TermLookup(terms)


def _letters_of(words: list[str]) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """Return for each word which of 64 kinds of letter it has, one bit each, and how many of each of 32."""
    lengths = [len(word) for word in words]
    codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    owners = np.repeat(np.arange(len(words)), lengths)
    counts = np.bincount(owners * _KINDS + codes % _KINDS, minlength=len(words) * _KINDS)
    bits = np.zeros(len(words), dtype=np.uint64)
    if len(codes):
        first = np.flatnonzero(np.diff(owners, prepend=-1))
        bits[owners[first]] = np.bitwise_or.reduceat(np.uint64(1) << (codes % 64).astype(np.uint64), first)
    return bits, np.minimum(counts, 255).astype(np.uint8).reshape(len(words), _KINDS)
