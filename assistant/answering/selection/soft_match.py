"""How well each word of a question is met where words alone do not tell: by the cosine of its tokens."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.selection.sentences import Vectors

_UNLIKE = 0.25
"""Cosine that any two tokens of the press may have."""


def soft_similarities(alike: Vectors, met: Sequence[float]) -> list[float]:
    """Return, for each term, how well it is met: in words, or as far as its tokens are like some of the text.

    Args:
        alike: mean over each term's tokens of their best cosine with one of the text, ``(terms,)``.
        met: how well each term of the question is met in words, in [0, 1].

    Returns:
        One value in [0, 1] a term.
    """
    scaled = ((alike - _UNLIKE) / (1.0 - _UNLIKE)).tolist()
    return [max(value, min(1.0, cosine), 0.0) for cosine, value in zip(scaled, met, strict=True)]


def weakest(soft: Sequence[float], weights: Sequence[float]) -> float:
    """Return how much of the heaviest term's weight is left unmet at the term that is met least, in [0, 1]."""
    most = max(weights, default=0.0)
    return max((weight * (1.0 - value) / most for value, weight in zip(soft, weights, strict=True)), default=0.0)
