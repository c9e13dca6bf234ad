"""Whose a figure is: the side its sentence names, or else the party that announces its own losses.

« 25 morts côté séparatiste » names no country; another article of the same conflict does: « les séparatistes
arméniens ». That link is read off the articles that have the word, whether or not they answer, and only off those
about the same names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from assistant.answering.figures.figures import Figure
from assistant.answering.figures.givers import clause_before, giver_of, is_accusation
from assistant.answering.figures.introduced import introduced
from assistant.answering.figures.sides import NO_PARTY, party_in, sides_in
from assistant.answering.figures.unlisted import unlisted, unlisted_in
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.names import gazetteer
from assistant.language.words import terms
from assistant.retrieval.query import QueryTerm
from assistant.types import Counted

_KILLS = re.compile(
    r"(?<!\w)(?:tuant|(?P<own>avoir) (?:\w+ment )?(?:[«“\"]\s?)?(?:{done})"
    r"|(?:a|ont|avait|avaient) (?:\w+ment )?(?:[«“\"]\s?)?(?:{done})|(?P<claims>revendiqu\w+))(?!\w)".format(
        done="tué|abattu|éliminé|neutralisé|blessé|capturé"
    )
)
_ENEMY = re.compile(r"(?<!\w)(?:ennemie?s?|adverses?|adversaires?)(?!\w)", re.IGNORECASE)
_OWN = re.compile(r"(?<!\w)(?:ses|leurs|sa|leur|son)\s", re.IGNORECASE)
_LOST: frozenset[Counted] = frozenset({"killed", "wounded", "missing"})
_LEAD = 3
_SHARED = 2
"""Names that two articles must share to be about the same parties."""


class Parties:
    """The parties that the articles of one answer speak of.

    Args:
        articles: those that may answer.
        holding: gives further articles that have a term.
        question: what is asked, which may name a people that no list has.
    """

    def __init__(
        self,
        articles: Sequence[ReadArticle],
        *,
        holding: Callable[[str], Sequence[ReadArticle]] = lambda word: (),
        question: str = "",
    ) -> None:
        self._articles = articles
        self._holding = holding
        self.unlisted = unlisted([question, *(read.article.text for read in articles)])
        self.introduced = introduced(read.article.text for read in articles)

    def is_person(self, name: QueryTerm, text: str) -> bool:
        """Tell whether a name of a text opens the full name of somebody that the articles introduce."""
        after = re.search(rf"{re.escape(name.word)}\s(?P<last>[A-ZÀ-Þ][\w’-]+)", text)
        return after is not None and any(term in self.introduced for term in terms(after["last"]))

    def of(self, figure: Figure, sentence: Sentence) -> frozenset[str]:
        """Return whose a figure is, as keys of countries and terms of words ("separat"); empty when nothing tells."""
        sides = figure.sides | frozenset(unlisted_in(figure.counted, self.unlisted))
        words = {name for name in sides if not name.startswith("@")}
        if sides:
            return frozenset(sides | {name for word in words for name in self._countries(word, sentence)})
        giver, clause = self.giver_of(figure, sentence), clause_before(figure, sentence)
        if is_accusation(figure, sentence):
            return frozenset()
        if self.is_of_enemy(figure, sentence):
            return self._enemy(giver, sentence)  # the dead of whoever fights the speaker
        if killing := _KILLS.search(clause):
            return self._enemy(giver & party_in(clause[: killing.start()], self.unlisted), sentence)
        if giver or figure.kind not in _LOST or not _OWN.search(f"{figure.counted} "):
            return giver if figure.kind in _LOST | {"arrested"} else frozenset()
        return party_in(clause, self.unlisted)

    def is_of_enemy(self, figure: Figure, sentence: Sentence) -> bool:
        """Tell whether a figure is of those that the speaker says it killed, whoever that is."""
        after = re.split(r"[,;]|\set\s", sentence.text[figure.end - sentence.start :])[0]
        killing = _KILLS.search(clause_before(figure, sentence))
        return _ENEMY.search(after) is not None or bool(killing and (killing["own"] or killing["claims"]))

    def giver_of(self, figure: Figure, sentence: Sentence) -> frozenset[str]:
        """Return the country or armed party that gives a figure; empty for none."""
        return giver_of(figure, sentence, self.unlisted)

    def _enemy(self, giver: frozenset[str], sentence: Sentence) -> frozenset[str]:
        """Return the one other country that an article opens with; empty where there is none or several."""
        read = next((one for one in self._articles if one.article.id == sentence.article.id), None)
        if not giver or read is None:
            return frozenset()
        opening = " ".join([read.article.title or "", *(one.text for one in read.sentences[:_LEAD])])
        others = (sides_in(opening) | set(unlisted_in(opening, self.unlisted))) - giver - NO_PARTY
        return others if len(others) == 1 else frozenset()

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
