"""What a question takes for granted, and whether a sentence denies it or lacks what is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.matching import Match
from assistant.language.folding import fold, word_list
from assistant.retrieval.query import Query

_HEAD = re.compile(
    r"\bquel(?:le)?s?\s+(?:est|sont|etait|etaient|fut)\s+(?:l[ea]s?\s+|l')(\w+)(?:\s+(\w+))?|\bquel(?:le)?s?\s+(\w+)"
    r"|\b(?:what|which)\s+(?:is|are|was|were)\s+the\s+(\w+)|\b(?:which|what)\s+(\w+)|\bcombien\s+d[e']\s*(\w+)"
    r"|\bhow\s+many\s+(\w+)|\bcomment\s+s'(appelle\w*)"
)
_ANYONE = frozenset({"personnes", "gens", "hommes", "people", "fois", "times"})
_NEGATION = re.compile(r"\b(?:ne|n)\b(?=(?:\W+\w+){0,4}?\W+(?:pas|jamais|plus|aucune?|rien|point|ni|nullement)\b)")
_QUESTION_NEGATION = re.compile(r"\b(?:ne|n)\b.*\b(?:pas|jamais|plus|aucune?|rien)\b|\bnot\b|n't\b")
_PREMISED = frozenset({"why", "who"})
_MANNER = re.compile(r"^(?:et |mais )?(?:comment|how)\b(?! (?:many|much|long))")
_REACH = 5
_MET = 0.3


def head_missing(query: Query, met: Sequence[float]) -> float:
    """Return 1 when the noun a question asks for ("quelle est la portée") is not met in a sentence, else 0.

    Args:
        query: the question.
        met: for each of its terms, how well it or a term used alike is met.
    """
    match = _HEAD.search(fold(query.text))
    if match is None:
        return 0.0
    asked = {word for word in match.groups() if word} - _ANYONE
    heads = [value for term, value in zip(query.terms, met, strict=True) if fold(term.word) in asked]
    return float(bool(heads) and max(heads) < _MET)


def negated(query: Query, sentence: str, matches: Sequence[Match]) -> float:
    """Return 1 when a sentence denies, right where it meets the question, what the question takes for granted.

    "Comment ont-ils réussi ?" and "ils n'ont pas réussi". A question that itself denies, or that can
    be answered by no, takes nothing of the kind for granted: 0.
    """
    question = fold(query.text)
    premised = query.answer_type in _PREMISED or _MANNER.search(question)
    if not premised or _QUESTION_NEGATION.search(question):
        return 0.0
    met = [match.position for term, match in zip(query.terms, matches, strict=True) if match.similarity and not term.is_name]
    folded = fold(sentence)
    for negation in _NEGATION.finditer(folded):
        place = len(word_list(folded[: negation.start()]))
        if any(0 < position - place <= _REACH for position in met):
            return 1.0
    return 0.0
