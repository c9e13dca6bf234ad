"""What is measured of a sentence that may answer a question; every number can be read and explained.

The weights that turn these into a score are in ``assistant/model/scorer.json``, fitted by
``assistant/training/scorer.py``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answering.answer_types import holds_answer_type
from assistant.answering.matching import adjacency, agreement_of_agents, bindings, match_terms, similarities
from assistant.answering.sentences import Sentence, Vectors
from assistant.language import lexicon
from assistant.language.folding import fold, word_list
from assistant.language.words import positioned_terms
from assistant.retrieval.query import Query, QueryTerm

Features = NDArray[np.float64]

SENTENCE_FEATURES = (
    "coverage",  # share of the question's weight met in the sentence, weights from the background press
    "coverage_rare",  # the same with weights from this corpus
    "coverage_window",  # the same, with the sentences before and after
    "coverage_article",  # the same, anywhere in the article or its title
    "missing_most",  # weight of the heaviest term not met at all, of the heaviest term
    "names_missing",  # share of the question's names not met in the sentence
    "names_missing_article",  # share not met anywhere in the article
    "exact",  # share of terms met to the letter
    "adjacency",
    "cosine",
    "cosine_window",
    "late_interaction",  # mean over the question's tokens of the best cosine with a token of the sentence
    "type_held",
    "type_missing",
    "binding_met",
    "binding_broken",
    "agent_agrees",
    "agent_opposes",
    "length",  # log of the number of terms
    "short",  # fewer than five terms: a heading or a fragment
    "lead",  # 1 for the first sentence of its article, falling
    "question_mark",
    "passage",  # fused score of the best passage that holds it
)


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
        words: folded words of the question.
    """

    query: Query
    background: tuple[float, ...]
    rarity: tuple[float, ...]
    vector: Vectors
    token_vectors: Vectors
    token_weights: Vectors
    words: frozenset[str]


def prepare(
    query: Query, *, frequencies: Mapping[str, int], passages: int, vector: Vectors, tokens: tuple[Vectors, Vectors]
) -> Asked:
    """Compute what all sentences share.

    Args:
        query: the question.
        frequencies: term to the number of passages that hold it, for the question's terms at least.
        passages: number of passages in the corpus.
        vector: the question's embedding.
        tokens: the vectors of its tokens and their weights, as :func:`late_vectors` gives them.
    """
    return Asked(
        query=query,
        background=tuple(_background_weight(term) for term in query.terms),
        rarity=tuple(_rarity(term, frequencies, passages) for term in query.terms),
        vector=vector,
        token_vectors=tokens[0],
        token_weights=tokens[1] / max(float(tokens[1].sum()), 1e-9),
        words=frozenset(word_list(fold(query.text))),
    )


def sentence_features(asked: Asked, sentences: Sequence[Sentence], place: int, *, passage_score: float) -> Features:
    """Measure one sentence.

    Args:
        asked: the question.
        sentences: all sentences of the article.
        place: which one.
        passage_score: fused score of the best hit that holds it.

    Returns:
        ``(len(SENTENCE_FEATURES),)`` float64, in that order.
    """
    sentence = sentences[place]
    query = asked.query
    matches = match_terms(query, sentence.terms)
    met = [match.similarity for match in matches]
    around = sentences[max(0, place - 1) : place + 2]
    window = similarities(query, {term: None for near in around for term, _ in near.terms})
    article = similarities(query, _article_terms(sentences))
    window_vector = sum((near.vector for near in around), start=np.zeros_like(sentence.vector))
    binding_met, binding_broken = bindings(query, sentence.terms)
    agrees, opposes = agreement_of_agents(query, sentence.terms, matches)
    held = holds_answer_type(query, sentence, already=asked.words)
    return np.array(
        [
            _share(met, asked.background),
            _share(met, asked.rarity),
            _share(window, asked.background),
            _share(article, asked.background),
            _heaviest_missing(met, asked.background),
            _names_missing(query, met),
            _names_missing(query, article),
            sum(value == 1.0 for value in met) / max(len(met), 1),
            adjacency(query, matches),
            float(asked.vector @ sentence.vector),
            _cosine(asked.vector, window_vector),
            _late_interaction(asked, sentence),
            held,
            float(held == 0.0),
            binding_met,
            binding_broken,
            agrees,
            opposes,
            math.log1p(len(sentence.terms)),
            float(len(sentence.terms) < 5),
            1.0 / (1.0 + sentence.number),
            float(sentence.text.rstrip(" »\u00a0\u202f\"").endswith("?")),
            passage_score,
        ]
    )


def _background_weight(term: QueryTerm) -> float:
    """Weight a term by its rarity in the press; one that is known only by translation, by its surest one."""
    if not term.alternatives:
        return lexicon.background_idf(term.term)
    surest = max(term.alternatives, key=lambda other: (term.alternatives[other], other))
    return lexicon.background_idf(surest)


def _rarity(term: QueryTerm, frequencies: Mapping[str, int], passages: int) -> float:
    surest = max(term.alternatives, key=lambda other: (term.alternatives[other], other), default=term.term)
    frequency = frequencies.get(surest, 0)
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


def _article_terms(sentences: Sequence[Sentence]) -> Mapping[str, None]:
    terms = {term: None for sentence in sentences for term, _ in sentence.terms}
    title = sentences[0].article.title
    if title:
        terms.update((term, None) for term, _ in positioned_terms(title))
    return terms


def _share(met: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(value * weight for value, weight in zip(met, weights, strict=True)) / total if total else 0.0


def _heaviest_missing(met: Sequence[float], weights: Sequence[float]) -> float:
    missing = [weight for value, weight in zip(met, weights, strict=True) if value < 0.3]
    return max(missing, default=0.0) / max(weights, default=1.0)


def _names_missing(query: Query, met: Sequence[float]) -> float:
    names = [value for term, value in zip(query.terms, met, strict=True) if term.is_name]
    return sum(value < 0.5 for value in names) / len(names) if names else 0.0


def _cosine(left: Vectors, right: Vectors) -> float:
    length = float(np.linalg.norm(right))
    return float(left @ right) / length if length else 0.0


def _late_interaction(asked: Asked, sentence: Sentence) -> float:
    """ColBERT's MaxSim (Khattab & Zaharia 2020) over static token vectors, weighted by the length of each."""
    if not len(asked.token_vectors) or not len(sentence.token_vectors):
        return 0.0
    best = (asked.token_vectors @ sentence.token_vectors.T).max(axis=1)
    return float(best @ asked.token_weights)
