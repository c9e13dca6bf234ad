"""Words the press uses alike, by the trained encoder: a second opinion on paraphrases.

Translated phrase books know everyday senses ("retrait" as a shelf set back); the encoder learnt the
senses of the news. A pair from the phrase books that the encoder finds unrelated is dropped, and a pair
that it finds close, each among the other's nearest, is added. Closeness of this kind is of subject, not
of truth: opposites can pass. The table widens a search; it must not decide whether a text says something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.folding import word_list
from assistant.language.words import terms
from assistant.training.data import NewsDocument

_FORMS = 4
_LEAST_FORM_COUNT = 30
_CLOSE = 0.4
_RELATED = 0.1
_NEAREST = 6
_MOST = 8


@dataclass(frozen=True, slots=True)
class TermVectors:
    """Index terms the encoder knows as whole words, and their vectors, ``(terms, dimension) float32``, norm 1."""

    terms: Sequence[str]
    vectors: np.ndarray


def term_vectors(encoder: StaticEncoder, documents: Iterable[NewsDocument]) -> TermVectors:
    """The mean vector of the commonest forms of each term; names and terms spelt out of pieces are left out."""
    forms = Counter(word for document in documents for word in word_list(document.text.casefold()))
    of_term: dict[str, list[str]] = {}
    for word, count in forms.most_common():
        found = terms(word) if count >= _LEAST_FORM_COUNT else []
        if len(found) == 1 and found[0].isalpha() and len(encoder.tokens(word)) == 1:
            of_term.setdefault(found[0], []).append(word)
    known = sorted(of_term)
    vectors = np.stack(
        [
            encoder.encode(words, kind="document").T @ np.sqrt([forms[word] for word in words])
            for words in (of_term[term][:_FORMS] for term in known)
        ]
    )
    return TermVectors(known, (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32))


def reconcile(
    paraphrases: Mapping[str, Sequence[tuple[str, float]]], known: TermVectors
) -> dict[str, list[tuple[str, float]]]:
    """Drop the paraphrases the encoder finds unrelated, add the close ones it finds itself, best first."""
    number = {term: i for i, term in enumerate(known.terms)}
    table: dict[str, dict[str, float]] = {}
    for term, best in paraphrases.items():
        for other, probability in best:
            i, j = number.get(term), number.get(other)
            if i is None or j is None or float(known.vectors[i] @ known.vectors[j]) >= _RELATED:
                table.setdefault(term, {})[other] = probability
    for term, other, cosine in _mutual(known):
        kept = table.setdefault(term, {})
        kept[other] = max(kept.get(other, 0.0), cosine / 2)
    return {term: sorted(best.items(), key=lambda item: (-item[1], item[0]))[:_MOST] for term, best in table.items()}


def _mutual(known: TermVectors) -> Iterable[tuple[str, str, float]]:
    """Pairs each of which is among the other's nearest, and close."""
    cosine = known.vectors @ known.vectors.T
    np.fill_diagonal(cosine, -1)
    nearest = np.argpartition(-cosine, _NEAREST, axis=1)[:, :_NEAREST]
    near = np.zeros(cosine.shape, dtype=bool)
    np.put_along_axis(near, nearest, True, axis=1)
    rows, columns = np.nonzero(near & near.T & (cosine >= _CLOSE))
    for i, j in zip(rows.tolist(), columns.tolist(), strict=True):
        yield known.terms[i], known.terms[j], float(cosine[i, j])
