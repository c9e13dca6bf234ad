"""Whose a figure is: the side its sentence names, or else the party that announces its own losses.

« 25 morts côté séparatiste » names no country; another article of the same conflict does: « les séparatistes
arméniens ». That link is read off the articles that answer, and only off those about the same names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from assistant.answering.attribution import attribute
from assistant.answering.figures import Figure, sides_in
from assistant.answering.sentences import ReadArticle, Sentence
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
    """

    def __init__(self, articles: Sequence[ReadArticle]) -> None:
        self._names = {read.article.id: _names(read) for read in articles}
        self._called: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        metonyms = gazetteer().metonyms
        for read in articles:
            for sentence in read.sentences:
                for (word, place), (name, next_place) in pairwise(sentence.terms):
                    if name.startswith("@") and name not in metonyms and next_place == place + 1:
                        self._called[word].append((name, read.article.id))

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
        own = self._names.get(sentence.article.id, frozenset())
        near = {
            name
            for name, article_id in self._called.get(word, ())
            if name in own and len(own & self._names[article_id]) >= _SHARED
        }
        return frozenset(near) if len(near) == 1 else frozenset()


def _names(read: ReadArticle) -> frozenset[str]:
    metonyms = gazetteer().metonyms
    return frozenset(
        metonyms.get(term, term) for sentence in read.sentences for term, _ in sentence.terms if term.startswith("@")
    )
