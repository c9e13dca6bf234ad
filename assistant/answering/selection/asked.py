"""A question with what is computed once for all sentences: the weight of each term, its vectors."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answering.selection.sentences import Vectors
from assistant.language import lexicon
from assistant.language.folding import fold, word_list
from assistant.retrieval.query import Query, QueryTerm
from assistant.retrieval.weighed import tokens_of_terms

GIVEN = 0.4
"""Weight left to a term that only stands in the question before, or names the subject of the whole article."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what is computed once for all sentences.

    Attributes:
        query: the question, parsed.
        background: weight of each term in the background press, same order as ``query.terms``.
        rarity: weight of each term in this corpus.
        vector: embedding of the question.
        token_vectors: ``(n, dim)``, each of L2 norm 1.
        token_weights: ``(n,)``, sum 1.
        term_tokens: ``(n,)``, sum 1: the rarity of each term shared out among the tokens of its word.
        words: folded words of the question.
    """

    query: Query
    background: tuple[float, ...]
    rarity: tuple[float, ...]
    vector: Vectors
    token_vectors: Vectors
    token_weights: Vectors
    term_tokens: Vectors
    words: frozenset[str]


def prepare(
    query: Query,
    *,
    frequencies: Mapping[str, int],
    passages: int,
    vector: Vectors,
    tokens: tuple[Vectors, Vectors],
    offsets: Sequence[tuple[int, int]],
) -> Asked:
    """Compute what all sentences share.

    Args:
        query: the question.
        frequencies: term to the number of passages that hold it, for the question's terms at least.
        passages: number of passages in the corpus.
        vector: the question's embedding.
        tokens: the vectors of its tokens and their weights, as :func:`late_vectors` gives them.
        offsets: where each token stands in the question.
    """
    rarity = tuple(_rarity(term, frequencies, passages) for term in query.terms)
    return Asked(
        query=query,
        background=tuple(_background_weight(term) for term in query.terms),
        rarity=rarity,
        vector=vector,
        token_vectors=tokens[0],
        token_weights=tokens[1] / max(float(tokens[1].sum()), 1e-9),
        term_tokens=tokens_of_terms(query, offsets, np.array(rarity, dtype=np.float32)),
        words=frozenset(word_list(fold(query.text))),
    )


def _background_weight(term: QueryTerm) -> float:
    """Weigh a term by its rarity in the press; one that is known only by translation, by its surest one."""
    surest = max(term.alternatives, key=lambda other: (term.alternatives[other], other), default=term.term)
    return lexicon.background_idf(surest) * (GIVEN if term.given else 1.0)


def _rarity(term: QueryTerm, frequencies: Mapping[str, int], passages: int) -> float:
    surest = max(term.alternatives, key=lambda other: (term.alternatives[other], other), default=term.term)
    frequency = frequencies.get(surest, 0)
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)) * (GIVEN if term.given else 1.0)
