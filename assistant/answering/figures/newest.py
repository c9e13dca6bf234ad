"""Sentences that count what a question asks for, the newest first: no old figure stands where the latest should."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.figures.as_of import as_of
from assistant.answering.figures.counted import counted_in
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.question import figure_question
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.types import Article


def newest_first(
    asked: Asked, sentences: Sequence[Sentence], *, read: Callable[[Article], ReadArticle]
) -> list[Sentence]:
    """Return sentences, those that count what is asked for in the order of their dates, the newest first.

    Args:
        asked: the question; one that asks for no figure, or for the first, leaves the order as it is.
        sentences: the answer, best first.
        read: gives an article with its sentences.
    """
    wanted = figure_question(asked.query)
    if wanted is None or wanted.first or len(sentences) < 2:
        return list(sentences)
    articles = {one.article.id: read(one.article) for one in sentences}
    parties = Parties(list(articles.values()), question=asked.query.text)
    anybody = replace(wanted, said_by=(), speaker=None)
    dated = {}
    for place, sentence in enumerate(sentences):
        figures = counted_in(sentence, anybody, parties, read=articles[sentence.article.id])
        day = as_of(figures[0], sentence).day if figures else None
        if day is not None:
            dated[place] = day
    order = iter(sorted(dated, key=lambda place: (-dated.get(place, date.min).toordinal(), place)))
    return [sentences[next(order)] if place in dated else one for place, one in enumerate(sentences)]
