"""Whose a figure is: the side its sentence names, or else the party that announces its own losses.

« 25 morts côté séparatiste » names no country; another article of the same conflict does: « les séparatistes
arméniens ». That link is read off the articles that have the word, whether or not they answer, and only off those
about the same names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from assistant.answering.attribution.attribution import attribute
from assistant.answering.figures.figures import Figure
from assistant.answering.figures.sides import sides_in
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.names import gazetteer

_LOSES = re.compile(
    r"(?<!\w)(?:perdu|déplor\w+|pleur\w+|compt\w+|dénombr\w+|enregistr\w+|recens\w+)(?!\w)", re.IGNORECASE
)
_KILLS = re.compile(
    r"(?<!\w)(?:tuant|(?:avoir|a|ont|avait|avaient) (?:\w+ment )?(?:tué|abattu|éliminé|neutralisé|blessé))(?!\w)"
)
_SHARED = 2
"""Names that two articles must share to be about the same parties."""


class Parties:
    """The parties that the articles of one answer speak of.

    Args:
        articles: those that may answer.
        holding: gives further articles that have a term.
    """

    def __init__(
        self, articles: Sequence[ReadArticle], *, holding: Callable[[str], Sequence[ReadArticle]] = lambda word: ()
    ) -> None:
        self._articles = articles
        self._holding = holding

    def of(self, figure: Figure, sentence: Sentence) -> frozenset[str]:
        """Return whose a figure is, as keys of countries and terms of words ("separat"); empty when nothing tells."""
        named = {name for name in figure.sides if name.startswith("@")}
        words = figure.sides - named
        if figure.sides:
            return frozenset(figure.sides | {name for word in words for name in self._countries(word, sentence)})
        before = sentence.text[: figure.number]
        if _KILLS.search(before):
            return frozenset()  # the dead of whoever fights the speaker
        own = self.speaker_of(sentence)
        losing = _LOSES.search(before)
        if not own and losing:
            own = sides_in(re.split(r"[,;:]|\s(?:que|tandis|alors)\s", before[: losing.start()])[-1])
        return own if len(own) == 1 else frozenset()

    def speaker_of(self, sentence: Sentence) -> frozenset[str]:
        """Return the countries that the speaker of a sentence stands for; empty for no party."""
        return sides_in(attribute(sentence.article.text, sentence.start, sentence.end).speaker or "")

    def _countries(self, word: str, sentence: Sentence) -> frozenset[str]:
        """Return the one country that a word for a side goes with in articles about the same names."""
        articles = {read.article.id: read for read in (*self._articles, *self._holding(word))}
        own = _names(articles[sentence.article.id])
        near = {
            name
            for read in articles.values()
            if len(own & _names(read)) >= _SHARED
            for name in _countries_beside(word, read)
            if name in own
        }
        return frozenset(near) if len(near) == 1 else frozenset()


def _countries_beside(word: str, read: ReadArticle) -> Iterator[str]:
    """Yield the countries whose name follows a word in an article: "séparatistes arméniens"."""
    for sentence in read.sentences:
        for (term, place), (name, next_place) in pairwise(sentence.terms):
            if term == word and name.startswith("@") and name not in gazetteer().metonyms and next_place == place + 1:
                yield name


def _names(read: ReadArticle) -> frozenset[str]:
    metonyms = gazetteer().metonyms
    return frozenset(
        metonyms.get(term, term) for sentence in read.sentences for term, _ in sentence.terms if term.startswith("@")
    )
