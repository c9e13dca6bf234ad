"""Whether a sentence is about the event that a question names: in its own words, those around it, or the headline's."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.figures.givers import opens_on_it
from assistant.answering.figures.not_there import is_not_there
from assistant.answering.figures.places import placed_in
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language import lexicon
from assistant.language.folding import fold
from assistant.retrieval.query import QueryTerm

_SAYS = 0.6
_SHARE = 0.6
_SHARE_BESIDE_SIDE = 0.3
"""Less has to be met of the event's words where it is known whose figures are asked for."""
_ALL = 0.9
"""Share that a headline or a sentence meets which has all the words."""
_BEFORE = 2
_COMMON = frozenset("etat etats parlement senat assemblee bourse eglise republique premier premiere".split())
"""What has a capital and is the name of nothing: "l'argent perdu par l'État"."""
_LEAD = 3


def nearness(asked: Asked, wanted: FigureQuestion, sentence: Sentence, read: ReadArticle) -> int:
    """Tell how surely a sentence is about what the question names beside what it counts.

    Every name has to be met in the article; what names an event ("le naufrage de la Reine-Aldine") is enough then,
    beside a place ("les heurts à Corvigny") most of the other words' weight has to be met in the article too.
    Without any name, and for a count of things, the words have to be near: in the sentence, the two before, the
    title, or the lead.

    Args:
        asked: the question, with the weight of each of its terms.
        wanted: what it wants counted.
        sentence: the sentence.
        read: its article.

    Returns:
        3 where the sentence or the title has every name, or every word without one, 2 where the lead does or need
        not, 1 where only the sentences before or the rest of the article do, 0 where nothing does.
    """
    if is_not_there(asked.query, wanted, sentence, read):
        return 0
    own = {term for term, _ in sentence.terms}
    headed = own | read.title_terms
    about = headed.union(*(_terms(other) for other in read.sentences[:_LEAD]))
    beside = own.union(*(_terms(one) for one in read.sentences[max(0, sentence.number - _BEFORE) : sentence.number]))
    whole = about | set(read.frequencies)
    names = [term for term in wanted.context if is_particular(term)]
    words = [
        (term, weight)
        for term, weight in zip(asked.query.terms, asked.background, strict=True)
        if any(term is one for one in wanted.context) and not is_particular(term)
    ]
    near = about | beside
    missing = [term for term in names if not _met(term, near if _is_place(term, wanted) else whole)]
    if missing and not _goes_without_saying(missing, wanted, sentence, read):
        return 0
    said = whole if names or wanted.side or wanted.said_by else about | beside
    met = sum(weight * _share_met(term, said) for term, weight in words)
    if met < _least(names, wanted) * sum(weight for _, weight in words):
        return 0
    if missing:
        return 2
    if not names:
        of_all = sum(weight for _, weight in words)
        whole_words = bool(words) and sum(weight for term, weight in words if _met(term, headed)) >= _ALL * of_all
        return 3 if whole_words else 2
    if all(_met(term, headed) for term in names):
        return 3
    looks_back = opens_on_it(sentence) and all(_met(term, beside) for term in names)
    return 2 if looks_back or all(_met(term, about) for term in names) else 1


def _least(names: Sequence[QueryTerm], wanted: FigureQuestion) -> float:
    """Return the share of the other words' weight that has to be met."""
    if any(not _is_place(term, wanted) for term in names):
        return 0.0 if wanted.kinds else _SHARE_BESIDE_SIDE
    return _SHARE_BESIDE_SIDE if wanted.side or wanted.said_by or names else _SHARE


def _is_place(term: QueryTerm, wanted: FigureQuestion) -> bool:
    return any(term is place for place in wanted.places)


def _goes_without_saying(
    missing: Sequence[QueryTerm], wanted: FigureQuestion, sentence: Sentence, read: ReadArticle
) -> bool:
    """Tell whether all that is missing is a place that most articles are about, and none beyond it is named there."""
    everywhere = all(any(term is one for one in wanted.everywhere) for term in missing)
    return everywhere and (placed_in(sentence.text) | placed_in(read.article.title or "")) <= wanted.local


def _terms(sentence: Sentence) -> set[str]:
    return {term for term, _ in sentence.terms}


def _share_met(term: QueryTerm, said: set[str]) -> float:
    """Return 1 for a term that is met, less for one that is only used alike."""
    if _met(term, said):
        return 1.0
    return max((weight for other, weight in term.related.items() if other in said), default=0.0)


def is_particular(term: QueryTerm) -> bool:
    """Tell whether a term names something: by its capital, or since no press article of the background has it."""
    if fold(term.word) in _COMMON:
        return False
    return term.is_name or not any(lexicon.is_background_word(other) for other in (term.term, *term.alternatives))


def _met(term: QueryTerm, said: set[str] | frozenset[str]) -> bool:
    return any(other in said for other, weight in term.alternatives.items() if weight >= _SAYS)
