"""Single sentences as the answer to how many: those that count what is asked for, the newest first.

A sentence about the right event that counts nothing, or something else, is no answer; and no old figure stands where
the latest should.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from datetime import date

from assistant.answering.figures.as_of import as_of
from assistant.answering.figures.counted import counted_in
from assistant.answering.figures.event import nearness
from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.not_there import is_not_there
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.places import placed_in
from assistant.answering.figures.purposes import purpose_of, purposes_asked
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.figures.words import KINDS, places
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.types import Article

_NONE = re.compile(
    r"(?<!\w)(?:aucune?|personne|nul|zéro|pas (?:de|d[’'])|sans (?:faire )?(?:de )?(?:victime|mort|blessé)|indemnes?"
    r"|une?|\w+ième|premier|première|seconde?|doubl\w+|tripl\w+|moitié|tiers|quart|plusieurs|quelques|a|an|twice|half"
    r"|un seul|une seule|premi(?:er|ère) (?:mort|victime|décès)|nobody|none|no one)(?!\w)",
    re.IGNORECASE,
)
"""What answers how many without a number."""


def that_count(
    asked: Asked, sentences: Sequence[Sentence], *, read: Callable[[Article], ReadArticle]
) -> list[Sentence]:
    """Return the sentences that can answer how many: all to another question, none where the best one cannot.

    Args:
        asked: the question.
        sentences: the best ones.
        read: gives an article with its sentences.
    """
    wanted = asked.wanted
    if wanted is None or wanted.one or asked.query.answer_type != "how_many":
        return list(sentences)
    purposes = purposes_asked(asked.query.text)
    found = [
        one
        for one in sentences
        if _counts(one, wanted, read(one.article), purposes=purposes) and not _is_elsewhere(asked, wanted, one, read)
    ]
    return found if found[:1] == list(sentences[:1]) else []


def _is_elsewhere(
    asked: Asked, wanted: FigureQuestion, sentence: Sentence, read: Callable[[Article], ReadArticle]
) -> bool:
    """Tell whether a sentence puts what it counts in another place than the one asked about, named nowhere near it."""
    whole = read(sentence.article)
    placed = bool(wanted.places and placed_in(sentence.text))
    return is_not_there(asked.query, wanted, sentence, whole) or (
        placed and nearness(asked, wanted, sentence, whole) == 0
    )


def _counts(sentence: Sentence, wanted: FigureQuestion, read: ReadArticle, *, purposes: Set[str]) -> bool:
    """Tell whether a sentence, or what it announces, has a figure of the kind, or says that there is none."""
    announced = sentence.text.rstrip("\u00a0\u202f ").endswith(":")
    told = [sentence, *(read.sentences[sentence.number + 1 : sentence.number + 2] if announced else [])]
    figures = [figure for one in told for figure in figures_of(one)]
    if not wanted.kinds:
        return any(one.numbers for one in told) or _NONE.search(sentence.text) is not None
    if wanted.kinds == {"money"}:
        amounts = [(figure, one) for one in told for figure in figures_of(one) if figure.kind == "money"]
        of = {purpose_of(figure, one) for figure, one in amounts}
        return bool(amounts) and (not purposes or None in of or not purposes.isdisjoint(of))
    if wanted.kinds <= KINDS.keys():
        of_people = [one for one in figures if one.terms.isdisjoint(places())]
        of_kind = any(one.kind in wanted.kinds or (one.kind == "count" and not one.unit) for one in of_people)
        # "Six localités ont été évacuées" tells of no people how many they were.
        rest = sum(len(one.numbers) for one in told) > len(figures) - len(of_people)
        unread = rest and any(one.numbers and KINDS[kind].search(one.text) for one in told for kind in wanted.kinds)
        return of_kind or unread or _NONE.search(sentence.text) is not None
    return True


def newest_first(
    asked: Asked, sentences: Sequence[Sentence], *, read: Callable[[Article], ReadArticle]
) -> list[Sentence]:
    """Return sentences, those that count what is asked for in the order of their dates, the newest first.

    Args:
        asked: the question; one that asks for no figure, or for the first, leaves the order as it is.
        sentences: the answer, best first.
        read: gives an article with its sentences.
    """
    wanted = asked.wanted
    if wanted is None or wanted.first or len(sentences) < 2:
        return list(sentences)
    articles = {one.article.id: read(one.article) for one in sentences}
    parties = Parties(list(articles.values()), question=asked.query.text)
    anybody = replace(wanted, said_by=(), speaker=None)
    dated: dict[int, date] = {}
    for place, sentence in enumerate(sentences):
        figures = counted_in(sentence, anybody, parties, read=articles[sentence.article.id])
        day = as_of(figures[0], sentence).day if figures else None
        if day is not None:
            dated[place] = day
    # What is told of some of them, "cinq blessés sont encore à l'hôpital", is never the first figure.
    some = {place for place, one in enumerate(sentences) if dated and place not in dated and _is_of_some(one, wanted)}
    # Of one article the order stays: what it adds of another giver is no newer count.
    newest: dict[str, date] = {}
    for place, day in dated.items():
        name = sentences[place].article.id
        newest[name] = max(day, newest.get(name, day))
    order = iter(sorted(dated, key=lambda place: (-newest[sentences[place].article.id].toordinal(), place)))
    whole = [place for place in range(len(sentences)) if place not in some]
    ordered = [sentences[next(order) if place in dated else place] for place in whole]
    return [*ordered, *(sentences[place] for place in sorted(some))]


def _is_of_some(sentence: Sentence, wanted: FigureQuestion) -> bool:
    """Tell whether a sentence has figures of the kind asked for, and all of them are of a part."""
    figures = [one for one in figures_of(sentence) if one.kind in wanted.kinds]
    return bool(figures) and all(one.part for one in figures)
