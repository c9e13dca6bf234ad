"""A question with what is computed once for all candidates: weights of its terms, ways to say them, vectors."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.lexical import LexicalIndex
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.folding import fold, word_list
from assistant.retrieval.query import Query, QueryTerm

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

GIVEN = 0.4
"""Weight left to a term that only stands in the question before."""
PREFIX = 256
"""Values of a token vector used in late interaction; trained to stand alone."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Every way to say a term of the question, by column of the lexical index, in order of column.

    Attributes:
        columns: the index term, ``(n,)``.
        terms: which term of the question it says.
        weights: how well, in (0, 1].
    """

    columns: Ints
    terms: Ints
    weights: Floats


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question with what is computed once for all candidates.

    Attributes:
        query: the question, parsed.
        idf: weight of each term in this corpus, ``(terms,)``.
        exact: the terms to the letter.
        ways: the terms and their alternatives.
        names: which terms name something, ``(terms,)``.
        vector: embedding by the static encoder, ``(dim,)``, L2 norm 1.
        tokens: token vectors, ``(tokens, PREFIX)``, each of L2 norm 1.
        token_weights: ``(tokens,)``, sum 1: the length each vector had, which falls as a token is common.
        term_tokens: ``(tokens,)``, sum 1: the weight of each term shared out among the tokens of its word.
        head_tokens: the same for the first term alone.
        words: folded words of the question.
    """

    query: Query
    idf: Floats
    exact: Ways
    ways: Ways
    names: NDArray[np.bool_]
    vector: Floats
    tokens: Floats
    token_weights: Floats
    term_tokens: Floats
    head_tokens: Floats
    words: frozenset[str]


def weigh(query: Query, *, lexical: LexicalIndex, encoder: StaticEncoder) -> Weighed:
    """Compute what all candidates of a question share."""
    tokens = encoder.token_vectors(query.text)
    near = tokens[:, :PREFIX]
    lengths = np.linalg.norm(near, axis=1)
    given = np.array([GIVEN if term.given else 1.0 for term in query.terms], dtype=np.float32)
    surest = [_surest(term) for term in query.terms]
    idf = np.array([_idf(lexical, term) for term in surest], dtype=np.float32)
    return Weighed(
        query=query,
        idf=idf * given,
        exact=_ways(lexical, [(n, term.term, 1.0) for n, term in enumerate(query.terms)]),
        ways=_ways(lexical, [*_named(query.terms)]),
        names=np.array([term.is_name and not term.given for term in query.terms], dtype=bool),
        vector=encoder.encode([query.text], kind="query")[0],
        tokens=near / np.maximum(lengths, 1e-9)[:, None],
        token_weights=lengths / max(float(lengths.sum()), 1e-9),
        term_tokens=_tokens_of_terms(query, encoder, idf * given),
        head_tokens=_tokens_of_terms(query, encoder, idf * (np.arange(len(idf)) == 0)),
        words=frozenset(word_list(fold(query.text))),
    )


def _named(terms: Sequence[QueryTerm]) -> Iterator[tuple[int, str, float]]:
    for number, term in enumerate(terms):
        for way, weight in term.alternatives.items():
            yield number, way, weight


def _ways(lexical: LexicalIndex, said: Sequence[tuple[int, str, float]]) -> Ways:
    known = sorted((lexical.vocabulary[way], n, weight) for n, way, weight in said if way in lexical.vocabulary)
    return Ways(
        columns=np.array([column for column, _, _ in known], dtype=np.int64),
        terms=np.array([n for _, n, _ in known], dtype=np.int64),
        weights=np.array([weight for _, _, weight in known], dtype=np.float32),
    )


def _surest(term: QueryTerm) -> str:
    """Return the way to say a term by which it is weighed: an English word is, by its surest translation."""
    return max(term.alternatives, key=lambda other: (term.alternatives[other], other), default=term.term)


def _idf(lexical: LexicalIndex, term: str) -> float:
    frequency = lexical.document_frequency(term)
    return math.log(1 + (lexical.count - frequency + 0.5) / (frequency + 0.5))


def _tokens_of_terms(query: Query, encoder: StaticEncoder, weights: Floats) -> Floats:
    """Share out the weight of each term among the tokens of its word; ``(tokens,)``, sum 1 or, without any, 0."""
    found = encoder.tokenizer.encode(query.text, add_special_tokens=False)
    shares = np.zeros(len(found.ids), dtype=np.float32)
    at = 0
    for term, weight in zip(query.terms, weights, strict=True):
        start = query.text.find(term.word, at)
        end = start + len(term.word)
        own = [i for i, (left, right) in enumerate(found.offsets) if start >= 0 and left < end and start < right]
        shares[own] += weight / max(len(own), 1)
        at = max(at, end if start >= 0 else 0)
    return shares / max(float(shares.sum()), 1e-9)
