"""A question with what is computed once for all sentences: the weight of each term, its vectors."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answering.figures.question import figure_question
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.selection.question_verb import verb_of
from assistant.answering.selection.sentences import Vectors
from assistant.language import lexicon
from assistant.language.folding import fold, word_list
from assistant.language.words import stem
from assistant.retrieval.query import Query, QueryTerm
from assistant.retrieval.weighed import tokens_of_terms

GIVEN = 0.4
"""Weight left to a term that only stands in the question before, or names the subject of the whole article."""
_LIGHT = frozenset(
    {
        stem(word)
        for word in """gens personne personnes monde chose choses truc trucs type types histoire fois façon manière
        sorte moment sûr certain certaine établi prouvé confirmé avéré vrai vraiment finalement exactement raconter
        people person thing things really sure certain""".split()
    }
)
"""Words that say little of what a question is about: anybody, anything, and how sure one wants to be."""


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
        term_means: ``(n, terms)``: multiplied by a value for each token, gives the mean of each term's tokens.
        verb: the term that is the question's verb, if it can be told.
        wanted: what is to be counted; None where the question does not ask how many.
    """

    query: Query
    background: tuple[float, ...]
    rarity: tuple[float, ...]
    vector: Vectors
    token_vectors: Vectors
    token_weights: Vectors
    term_tokens: Vectors
    words: frozenset[str]
    term_means: Vectors
    verb: QueryTerm | None
    wanted: FigureQuestion | None


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
        term_means=_term_means(query, offsets),
        verb=verb_of(query),
        wanted=figure_question(query),
    )


def _term_means(query: Query, offsets: Sequence[tuple[int, int]]) -> Vectors:
    means = np.zeros((len(offsets), len(query.terms)), dtype=np.float32)
    at = 0
    for number, term in enumerate(query.terms):
        start = query.text.find(term.word, at)
        end = start + len(term.word)
        own = [i for i, (left, right) in enumerate(offsets) if start >= 0 and left < end and start < right]
        means[own, number] = 1.0 / max(len(own), 1)
        at = max(at, end if start >= 0 else 0)
    return means


def _background_weight(term: QueryTerm) -> float:
    """Weigh a term by its rarity in the press; one that is known only by translation, by its surest one."""
    surest = max(term.alternatives, key=lambda other: (term.alternatives[other], other), default=term.term)
    return lexicon.background_idf(surest) * lightness(term)


def _rarity(term: QueryTerm, frequencies: Mapping[str, int], passages: int) -> float:
    surest = max(term.alternatives, key=lambda other: (term.alternatives[other], other), default=term.term)
    frequency = frequencies.get(surest, 0)
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)) * lightness(term)


def lightness(term: QueryTerm) -> float:
    """Return what share of its weight is left to a term: little to one that is given, or says hardly anything."""
    return GIVEN if term.given or (not term.is_name and term.term in _LIGHT) else 1.0
