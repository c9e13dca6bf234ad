"""Does a sentence hold the kind of thing a question asks for: a person, a number, a date, a place, a reason?"""

from __future__ import annotations

from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import word_list
from assistant.retrieval.answer_signs import says_when, says_where, says_why
from assistant.retrieval.query import Query

_NEAR = 5


def holds_answer_type(query: Query, sentence: Sentence, *, already: frozenset[str]) -> float:
    """Return how well a sentence holds what the question asks for.

    Args:
        query: the question.
        sentence: the sentence.
        already: folded words of the question: a name that was asked with is not the answer.

    Returns:
        1 when it does, 0 when it does not, a half when the question word asks for nothing particular;
        for a number, 1 only when it stands near what is to be counted, a half elsewhere.
    """
    kind = query.answer_type
    if kind == "who":
        return float(any(not set(word_list(name)) <= already for name in sentence.names))
    if kind == "how_many":
        return _counts(query, sentence)
    if kind == "when":
        return float(bool(sentence.dates) or says_when(sentence.text))
    if kind == "where":
        asked = {other for term in query.terms for other in term.alternatives}
        named = any(term.startswith("@") and term not in asked for term, _ in sentence.terms)
        return float(named or says_where(sentence.text))
    if kind == "why":
        return float(says_why(sentence.text))
    return 0.5


def _counts(query: Query, sentence: Sentence) -> float:
    if not sentence.numbers:
        return 0.0
    counted = query.terms[0].alternatives if query.terms else {}
    nouns = [position for term, position in sentence.terms if counted.get(term, 0.0) > 0.3]
    places = [len(word_list(sentence.text[: number.start])) for number in sentence.numbers]
    return 1.0 if any(-2 <= noun - place <= _NEAR for noun in nouns for place in places) else 0.5
