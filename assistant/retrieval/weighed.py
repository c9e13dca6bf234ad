"""A question with what is computed once for all candidates: weights of its terms, ways to say them, vectors."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.lexical import LexicalIndex
from assistant.language.folding import fold, word_list
from assistant.retrieval.query import Query, QueryTerm
from assistant.retrieval.read_passage import TokenRows

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

GIVEN = 0.4
"""Weight left to a term that only stands in the question before."""
_SURE = 0.5
_BEGINNINGS = (4, 5, 6, 7)
_ENDING = 5
"""Letters by which two words of one family may differ in length."""


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
        ways: the terms and their alternatives.
        begun: the terms, their alternatives, and what begins like them.
        names: which terms name something, ``(terms,)``.
        tokens: token vectors, ``(tokens, PREFIX)``, each of L2 norm 1.
        token_weights: ``(tokens,)``, sum 1: the length each vector had, which falls as a token is common.
        term_tokens: ``(tokens,)``, sum 1: the weight of each term shared out among the tokens of its word.
        words: folded words of the question.
    """

    query: Query
    idf: Floats
    ways: Ways
    begun: Ways
    names: NDArray[np.bool_]
    tokens: Floats
    token_weights: Floats
    term_tokens: Floats
    words: frozenset[str]


def weigh(query: Query, *, lexical: LexicalIndex, rows: TokenRows) -> Weighed:
    """Compute what all candidates of a question share."""
    tokens = rows.tokenizer.encode(query.text, add_special_tokens=False)
    ids = np.array(tokens.ids, dtype=np.int32)
    lengths = rows.lengths(ids)
    given = np.array([GIVEN if term.given else 1.0 for term in query.terms], dtype=np.float32)
    surest = [_surest(term) for term in query.terms]
    idf = np.array([_idf(lexical, term) for term in surest], dtype=np.float32)
    return Weighed(
        query=query,
        idf=idf * given,
        ways=_ways(lexical, [*_named(query.terms)]),
        begun=_ways(lexical, [*_begun_alike(query.terms, lexical)]),
        names=np.array([term.is_name and not term.given for term in query.terms], dtype=bool),
        tokens=rows.of(ids),
        token_weights=lengths / max(float(lengths.sum()), 1e-9),
        term_tokens=tokens_of_terms(query, tokens.offsets, idf * given),
        words=frozenset(word_list(fold(query.text))),
    )


def _named(terms: Sequence[QueryTerm]) -> Iterator[tuple[int, str, float]]:
    for number, term in enumerate(terms):
        for way, weight in term.alternatives.items():
            yield number, way, weight


def _begun_alike(terms: Sequence[QueryTerm], lexical: LexicalIndex) -> Iterator[tuple[int, str, float]]:
    """Yield what may say a term, and the index terms that begin like it: "destination", "destiné" (in part).

    Stems keep words of one family apart. The longer the beginning that two share, the surer it is.
    """
    for number, term in enumerate(terms):
        said = dict(term.alternatives)
        for way, weight in term.alternatives.items():
            if weight >= _SURE and not way.startswith("@") and not way.isdigit():
                for letters in _BEGINNINGS:
                    for other in lexical.beginning_with(way[:letters]) if len(way) >= letters else ():
                        if abs(len(other) - len(way)) <= _ENDING:
                            alike = weight * (0.5 + 0.1 * (letters - _BEGINNINGS[0]))
                            said[other] = max(alike, said.get(other, 0.0))
        yield from ((number, other, weight) for other, weight in said.items())


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


def tokens_of_terms(query: Query, offsets: Sequence[tuple[int, int]], weights: Floats) -> Floats:
    """Share out the weight of each term among the tokens of its word; ``(tokens,)``, sum 1 or, without any, 0."""
    shares = np.zeros(len(offsets), dtype=np.float32)
    at = 0
    for term, weight in zip(query.terms, weights, strict=True):
        start = query.text.find(term.word, at)
        end = start + len(term.word)
        own = [i for i, (left, right) in enumerate(offsets) if start >= 0 and left < end and start < right]
        shares[own] += weight / max(len(own), 1)
        at = max(at, end if start >= 0 else 0)
    return shares / max(float(shares.sum()), 1e-9)
