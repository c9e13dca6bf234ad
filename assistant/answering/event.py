"""Whether a sentence is about the event that a question names: in its own words, those around it, or the headline's."""

from __future__ import annotations

from assistant.answering.asked import Asked
from assistant.answering.figure_question import FigureQuestion
from assistant.answering.sentences import ReadArticle, Sentence
from assistant.language import lexicon
from assistant.retrieval.query import QueryTerm

_SAYS = 0.6
_SHARE = 0.6
_BEFORE = 2
_LEAD = 3


def names_event(asked: Asked, wanted: FigureQuestion, sentence: Sentence, read: ReadArticle) -> bool:
    """Tell whether a sentence is about what the question names beside what it counts.

    Every name has to be met in the sentence, the two before it, the title or the lead; of the other words
    half the weight. For a count of things, other than a toll, the words have to be in the sentence itself.

    Args:
        asked: the question, with the weight of each of its terms.
        wanted: what it wants counted.
        sentence: the sentence.
        read: its article.
    """
    own = {term for term, _ in sentence.terms}
    near = set(own)
    for other in read.sentences[max(0, sentence.number - _BEFORE) : sentence.number]:
        near.update(term for term, _ in other.terms)
    about = near | read.title_terms
    for other in read.sentences[:_LEAD]:
        about.update(term for term, _ in other.terms)
    if not all(_met(term, about) for term in wanted.context if is_particular(term)):
        return False
    words = [
        (term, weight)
        for term, weight in zip(asked.query.terms, asked.background, strict=True)
        if any(term is one for one in wanted.context) and not is_particular(term)
    ]
    total = sum(weight for _, weight in words)
    told = own if wanted.heads else about
    return not total or sum(weight for term, weight in words if _met(term, told)) >= _SHARE * total


def is_particular(term: QueryTerm) -> bool:
    """Tell whether a term names something: by its capital, or since no press article of the background has it."""
    return term.is_name or not any(lexicon.is_background_word(other) for other in (term.term, *term.alternatives))


def _met(term: QueryTerm, said: set[str] | frozenset[str]) -> bool:
    return any(other in said for other, weight in term.alternatives.items() if weight >= _SAYS)
