"""Which other sentences that count may stand beside an answer: not those of another side or another fate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answering.figures.amounts import AMOUNTS
from assistant.answering.figures.counted import counted_in, is_of_heads, sides_of
from assistant.answering.figures.event import nearness
from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.figures.words import KINDS, anyone
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.types import Article, Counted

_ABOUT_IT = 2


def of_another_side(
    asked: Asked,
    sentences: Sequence[Sentence],
    *,
    read: Callable[[Article], ReadArticle],
    holding: Callable[[str], Sequence[Article]],
) -> list[Sentence]:
    """Return the sentences whose figures count the people of other sides than asked about, or what else befell people.

    Args:
        asked: the question.
        sentences: what may answer it.
        read: gives an article with its sentences.
        holding: gives the articles that speak most of a term.
    """
    wanted = asked.wanted
    if wanted is None:
        return []
    if wanted.side is None:
        return [one for one in sentences if _is_of_another_fate(one, wanted)]
    articles = {one.article.id: read(one.article) for one in sentences}
    parties = Parties(
        list(articles.values()),
        holding=lambda word: [read(one) for one in holding(word)],
        question=asked.query.text,
    )
    side, of_any = sides_of(wanted.side), replace(wanted, side=None, people=())
    found = []
    for sentence in sentences:
        figures = counted_in(sentence, of_any, parties, read=articles[sentence.article.id])
        whose = [parties.of(figure, sentence) for figure in figures]
        if whose and all(one and one.isdisjoint(side) for one in whose):
            found.append(sentence)
    return found


def _is_of_another_fate(sentence: Sentence, wanted: FigureQuestion) -> bool:
    """Tell whether a sentence counts people to whom something else happened: the dead are not the wounded."""
    kinds = {figure.kind for figure in figures_of(sentence) if figure.kind in KINDS or figure.terms <= anyone()}
    return bool(wanted.kinds) and bool(kinds & KINDS.keys()) and not kinds & (wanted.kinds | {"count"})


def may_count_beside(asked: Asked, sentence: Sentence, *, read: Callable[[Article], ReadArticle]) -> bool:
    """Tell whether another count of a sentence may stand beside an answer: a reader who asks how many gets both.

    Not where the question says whose or which people are counted, nor where the sentence is of another event.

    Args:
        asked: the question.
        sentence: one that counts.
        read: gives an article with its sentences.
    """
    wanted = asked.wanted
    if wanted is None or wanted.kinds & AMOUNTS:  # nothing counts what, so amounts and shares
        amounts = any(figure.kind in ("money", "percent") for figure in figures_of(sentence))
        return amounts and asked.query.answer_type == "how_many"
    if wanted.people or wanted.side or wanted.speaker or wanted.places or wanted.one or wanted.current:
        return False
    here = read(sentence.article)
    return nearness(asked, wanted, sentence, here) >= _ABOUT_IT and any(
        _is_that_or_more(figure.kind, wanted.kinds)
        and (figure.kind != "count" or is_of_heads(figure, wanted, sentence))
        for figure in figures_of(sentence)
    )


def _is_that_or_more(kind: Counted, kinds: frozenset[Counted]) -> bool:
    return (
        kind in kinds
        or (not kinds and kind in ("count", "percent"))
        or ("killed" in kinds and kind in ("wounded", "missing"))
    )
