"""Word tables from translated sentences, by counting alone.

Word translation: IBM Model 1 (Brown et al. 1993, "The Mathematics of Statistical Machine Translation")
in both directions; after a few rounds apart, each link must be believed by both (Liang, Taskar and
Klein 2006, "Alignment by Agreement"), which removes most of what mere co-occurrence suggests.

Paraphrase: two French terms that the same English words translate (Bannard and Callison-Burch 2005,
"Paraphrasing with Bilingual Parallel Corpora"): ``p(f2 | f1) = sum over e of p(f2 | e) p(e | f1)``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse
import Stemmer

from assistant.language.folding import fold, word_list
from assistant.language.words import terms

_ROUNDS_APART = 4
_ROUNDS_AGREEING = 4
_LEAST_COUNT = 3
_LEAST_FORM = 1
_NULL_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Translations:
    """Word translation probabilities, rows summing to at most 1.

    Attributes:
        english: the stems of the English words.
        forms: for each English stem its words, folded, commonest first.
        french: the French index terms.
        to_french: ``p(french | english)``, ``(english, french)``.
        to_english: ``p(english | french)``, ``(french, english)``.
    """

    english: Sequence[str]
    forms: Mapping[str, Sequence[str]]
    french: Sequence[str]
    to_french: scipy.sparse.csr_matrix
    to_english: scipy.sparse.csr_matrix


def align(pairs: Sequence[tuple[str, str]]) -> Translations:
    """Learn word translations from (French, English) sentences.

    Words seen fewer than three times are left out; repeated sentences of a pair count once each.
    """
    french_sentences = [terms(french) for french, _ in pairs]
    words = [english_words(english) for _, english in pairs]
    stem = Stemmer.Stemmer("english").stemWord
    english_sentences = [[stem(word) for word in sentence] for sentence in words]
    french, french_ids = _number(french_sentences)
    english, english_ids = _number(english_sentences)
    links = _links(french_ids, english_ids)
    french_given = _Direction(links.french, links.english, links.pair)
    english_given = _Direction(links.english, links.french, links.pair)
    for _ in range(_ROUNDS_APART):
        french_given.learn(french_given.belief())
        english_given.learn(english_given.belief())
    for _ in range(_ROUNDS_AGREEING):
        agreed = french_given.belief() * english_given.belief()
        french_given.learn(agreed)
        english_given.learn(agreed)
    shape = (len(english), len(french))
    forms: dict[str, list[str]] = {}
    counts = Counter(word for sentence in words for word in sentence)
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= _LEAST_FORM:
            forms.setdefault(stem(word), []).append(word)
    return Translations(english, forms, french, french_given.matrix(shape), english_given.matrix(shape[::-1]))


def english_words(text: str) -> list[str]:
    """The folded words of an English text."""
    return [fold(word) for word in word_list(text.casefold())]


def english_to_french(found: Translations, *, most: int = 5, least: float = 0.08) -> dict[str, list[tuple[str, float]]]:
    """For each English word its likeliest French terms, best first; a link must hold in both directions."""
    both = found.to_french.multiply(found.to_english.T > 0.02).tocsr()
    by_stem = _best(both, found.english, found.french, most=most, least=least)
    return {form: best for stem, best in by_stem.items() for form in found.forms.get(stem, ())}


def paraphrases(found: Translations, *, most: int = 5, least: float = 0.05) -> dict[str, list[tuple[str, float]]]:
    """For each French term those that share its translations, best first, itself left out."""
    to_english = found.to_english.multiply(found.to_english > 0.03)
    to_french = found.to_french.multiply(found.to_french > 0.03)
    pivot = (to_english @ to_french).tolil()
    pivot.setdiag(0)
    return _best(pivot.tocsr(), found.french, found.french, most=most, least=least)


def write_table(table: Mapping[str, Sequence[tuple[str, float]]], path: Path) -> None:
    """Write ``word TAB term:p term:p``, sorted by word."""
    rows = (f"{word}\t{' '.join(f'{term}:{p:.2f}' for term, p in table[word])}\n" for word in sorted(table))
    path.write_text("".join(rows), encoding="utf-8")


class _Direction:
    """``p(target | source)`` over the word pairs that occur together in some sentence pair."""

    def __init__(self, target: np.ndarray, source: np.ndarray, pair: np.ndarray) -> None:
        self._key, self._of_link = np.unique(source.astype(np.int64) << 32 | target, return_inverse=True)
        self._source = self._key >> 32
        _, self._slot = np.unique(pair.astype(np.int64) << 32 | target, return_inverse=True)
        self._p = np.ones(len(self._key))
        self._generated = np.maximum(np.bincount(target), 1)

    def belief(self) -> np.ndarray:
        """For each link, how likely this source word made this target word, among those of its sentence."""
        weight = self._p[self._of_link]
        null = _NULL_SHARE * weight.mean()  # a target word may come from no source word at all
        return np.asarray(weight / (null + np.bincount(self._slot, weight)[self._slot]))

    def learn(self, belief: np.ndarray) -> None:
        counts = np.bincount(self._of_link, belief)
        totals = np.bincount(self._source, counts)
        self._p = counts / np.maximum(totals, 1e-9)[self._source]

    def matrix(self, shape: tuple[int, int]) -> scipy.sparse.csr_matrix:
        kept = self._p > 0.005
        places = (self._source[kept], (self._key & 0xFFFFFFFF)[kept])
        return scipy.sparse.csr_matrix((self._p[kept], places), shape=shape)


@dataclass(frozen=True, slots=True)
class _Links:
    """Every French word beside every English word of its sentence pair."""

    french: np.ndarray
    english: np.ndarray
    pair: np.ndarray


def _links(french: Sequence[np.ndarray], english: Sequence[np.ndarray]) -> _Links:
    sizes = np.array([len(f) * len(e) for f, e in zip(french, english, strict=True)])
    left = np.concatenate([np.repeat(f, len(e)) for f, e in zip(french, english, strict=True)])
    right = np.concatenate([np.tile(e, len(f)) for f, e in zip(french, english, strict=True)])
    return _Links(left, right, np.repeat(np.arange(len(sizes)), sizes))


def _number(sentences: Sequence[Sequence[str]]) -> tuple[list[str], list[np.ndarray]]:
    """The words seen often enough, sorted, and each sentence as the numbers of its distinct words."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence:
            counts[word] = counts.get(word, 0) + 1
    words = sorted(word for word, count in counts.items() if count >= _LEAST_COUNT)
    number = {word: i for i, word in enumerate(words)}
    ids = [
        np.array(sorted({number[word] for word in sentence if word in number}), dtype=np.int64)
        for sentence in sentences
    ]
    return words, ids


def _best(
    matrix: scipy.sparse.csr_matrix, rows: Sequence[str], columns: Sequence[str], *, most: int, least: float
) -> dict[str, list[tuple[str, float]]]:
    table: dict[str, list[tuple[str, float]]] = {}
    for row, word in enumerate(rows):
        start, end = matrix.indptr[row], matrix.indptr[row + 1]
        found = [
            (columns[column], float(p))
            for column, p in zip(matrix.indices[start:end], matrix.data[start:end], strict=True)
            if p >= least and not columns[column].isdigit()  # figures are compared as figures, never as words
        ]
        if found and not word.isdigit():
            table[word] = sorted(found, key=lambda item: (-item[1], item[0]))[:most]
    return table
