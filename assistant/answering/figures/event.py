"""Whether a sentence is about the event that a question names: in its own words, those around it, or the headline's."""

from __future__ import annotations

from assistant.answering.figures.question import FigureQuestion
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language import lexicon
from assistant.retrieval.query import QueryTerm

_SAYS = 0.6
_SHARE = 0.6
_SHARE_BESIDE_SIDE = 0.3
"""Less has to be met of the event's words where it is known whose figures are asked for."""
_BEFORE = 2
_LEAD = 3


def nearness(asked: Asked, wanted: FigureQuestion, sentence: Sentence, read: ReadArticle) -> int:
    """Tell how surely a sentence is about what the question names beside what it counts.

    Every name has to be met in the sentence, the title or the lead, or at least in the two sentences before;
    of the other words most of the weight, anywhere in the article where there are names. For a count of
    things, other than a toll, the words have to be in the sentence or the two before.

    Args:
        asked: the question, with the weight of each of its terms.
        wanted: what it wants counted.
        sentence: the sentence.
        read: its article.

    Returns:
        3 where the sentence or the title has every name, 2 where the lead does, 1 where only the sentences before
        do, 0 where nothing does.
    """
    own = {term for term, _ in sentence.terms}
    about = own | read.title_terms
    for other in read.sentences[:_LEAD]:
        about.update(term for term, _ in other.terms)
    beside = own.union(
        *(
            (term for term, _ in one.terms)
            for one in read.sentences[max(0, sentence.number - _BEFORE) : sentence.number]
        )
    )
    near = about | beside
    names = [term for term in wanted.context if is_particular(term)]
    words = [
        (term, weight)
        for term, weight in zip(asked.query.terms, asked.background, strict=True)
        if any(term is one for one in wanted.context) and not is_particular(term)
    ]
    told = names or wanted.side
    said = beside if wanted.heads else near | set(read.frequencies) if told else near
    met = sum(weight for term, weight in words if _met(term, said))
    share = _SHARE_BESIDE_SIDE if wanted.side else _SHARE
    if met < share * sum(weight for _, weight in words) or not all(_met(term, near) for term in names):
        return 0
    if names and all(_met(term, own | read.title_terms) for term in names):
        return 3
    return 2 if all(_met(term, about) for term in names) else 1


def is_particular(term: QueryTerm) -> bool:
    """Tell whether a term names something: by its capital, or since no press article of the background has it."""
    return term.is_name or not any(lexicon.is_background_word(other) for other in (term.term, *term.alternatives))


def _met(term: QueryTerm, said: set[str] | frozenset[str]) -> bool:
    return any(other in said for other, weight in term.alternatives.items() if weight >= _SAYS)
