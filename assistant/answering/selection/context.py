"""What the sentences around one say of a question: its neighbours, the one it points back to, those it goes on from.

A reporter names a thing once and then goes on about it: "Le sénateur était jugé jeudi. [...] Le jugement sera rendu
le 12 septembre." What a sentence does not say itself counts as said as long as those before it said it. The one that
states the fact meets the words of a question best, and the one after it holds the answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from assistant.answering.selection.answer_types import holds_answer_type
from assistant.answering.selection.matching import kin, similarities
from assistant.answering.selection.sentences import ReadArticle
from assistant.answering.selection.speakers.asked_speaker import Offices, named_by_speaker
from assistant.answering.selection.units import unit_missing
from assistant.retrieval.query import Query

_ANTECEDENT = 0.85
"""What a term is worth that only the sentence pointed back to has: the reader needs that one as well."""
_FURTHER = 0.85
"""How much less it is worth with each sentence that stands between."""
_CARRIED = 4
"""Sentences over which a subject that is not named again is carried on."""
_IN_TITLE = 0.5
_BESIDE = 2
"""Sentences between the one that states a fact and the one that answers a question about it, at most."""
_HEADING_TERMS = 6
_POINTS_BACK = re.compile(
    r"^(?:ces|cette|cet|ce|son|sa|ses|leur|leurs|celui-ci|celle-ci|ceux-ci|il|elle|ils|elles|le pays"
    r"|ce dernier|selon lui|selon elle|parmi eux|c[’']est|dans un communiqué|au total|par ailleurs)(?!\w)"
    r"|.*(?<!\w)(?:cette|cet|ces|ce) (?:allégation|accusation|annonce|décision|appel|propos|information|déclaration"
    r"|bilan|attaque|accord|affirmation|critique|demande|proposition|mesure|chiffre|décès|attentat|accident|victoire|défaite)s?(?!\w)",
    re.IGNORECASE | re.DOTALL,
)

Met = Sequence[float]


class Context:
    """How the sentences of an article meet a question, each looked at once and only when it is asked for.

    Args:
        query: the question.
        read: the article.
        already: folded words of the question: a name that was asked with is not the answer.
        offices: what people are, which tells that "M. Vial" is the minister asked about.
    """

    def __init__(
        self,
        query: Query,
        read: ReadArticle,
        *,
        already: frozenset[str] = frozenset(),
        offices: Offices = MappingProxyType({}),
    ) -> None:
        self._query = query
        self._read = read
        self._already = already
        self._offices = offices
        self._said: dict[int, frozenset[str]] = {}
        self._held: dict[int, float] = {}
        self._met: dict[int, Met] = {}
        self._related: dict[int, Met] = {}
        self._title = tuple(_IN_TITLE * value for value in similarities(query, read.title_terms, related=True))

    def said(self, place: int) -> frozenset[str]:
        """Return the terms of a sentence, with those by which the question calls who says it."""
        if place not in self._said:
            sentence = self._read.sentences[place]
            self._said[place] = sentence.said | named_by_speaker(self._query, sentence, self._offices)
        return self._said[place]

    def met(self, place: int) -> Met:
        """Return how well one sentence meets each term of the question, in [0, 1]."""
        if place not in self._met:
            self._met[place] = similarities(self._query, self.said(place))
        return self._met[place]

    def related(self, place: int) -> Met:
        """Return the same, terms used alike and words of one family counting in part."""
        if place not in self._related:
            own = self.said(place)
            self._related[place] = kin(self._query, own, similarities(self._query, own, related=True))
        return self._related[place]

    def window(self, place: int) -> Met:
        """Return how well a sentence and its neighbours meet each term."""
        return _most([self.met(near) for near in self._around(place)])

    def window_related(self, place: int) -> Met:
        """Return the same, terms used alike and words of one family counting in part."""
        return _most([self.related(near) for near in self._around(place)])

    def linked(self, place: int) -> Met:
        """Return what a sentence meets with the one it points back to ("Ces accusations ...")."""
        return _most([self.met(place), *(self.met(before) for before in self._antecedent(place))])

    def carried(self, place: int) -> Met:
        """Return how well a sentence meets each term, or the sentences before and the title do for it.

        The further back a term was said, the less it counts.
        """
        found = [self.related(place), self._title]
        for back in range(1, min(_CARRIED, place) + 1):
            worth = _FURTHER**back
            found.append([worth * value for value in self.related(place - back)])
        return _most(found)

    def held(self, place: int) -> float:
        """Return how well a sentence holds the kind of thing that is asked for, in [0, 1]; half where there is none."""
        if place not in self._held:
            sentence = self._read.sentences[place]
            missing = unit_missing(self._query, sentence, already=self._already)
            held = 0.0 if missing else holds_answer_type(self._query, sentence, already=self._already)
            self._held[place] = held
        return self._held[place]

    def told_before(self, place: int, weights: Sequence[float]) -> float:
        """Return how much more of a question those right before a sentence meet, where it alone holds the answer.

        "Le bilan a été revu à la baisse. [...] Deux corps avaient été comptés deux fois."

        Args:
            place: which sentence.
            weights: of the question's terms.

        Returns:
            The share of weight, in [0, 1], by which the best of those before is ahead, the further back the less.
        """
        held = self.held(place)
        if not held:
            return 0.0
        own = _weighed(self.related(place), weights)
        ahead = [
            (held - self.held(place - back)) * (_FURTHER**back * _weighed(self.related(place - back), weights) - own)
            for back in range(1, min(_BESIDE, place) + 1)
            if self.held(place - back) < held
        ]
        return max(0.0, *ahead) if ahead else 0.0

    def _around(self, place: int) -> range:
        return range(max(0, place - 1), min(place + 2, len(self._read.sentences)))

    def _antecedent(self, place: int) -> range:
        """Return the places that one points back to, with what a heading between them hides; none for most."""
        sentences = self._read.sentences
        if place == 0 or not points_back(sentences[place].text):
            return range(0)
        first = place - 1
        while first > 0 and len(sentences[first].terms) < _HEADING_TERMS and not sentences[first].text.endswith("."):
            first -= 1
        return range(first, place)


def points_back(text: str) -> bool:
    """Tell whether a sentence is about what the one before it named: "Elle ...", "Cette décision ..."."""
    return _POINTS_BACK.match(text.lstrip('«“"\u00a0\u202f ')) is not None


def raised(own: Met, linked: Met) -> list[float]:
    """Return how well each term is met, what only the sentence pointed back to has counting a little less."""
    return [max(value, _ANTECEDENT * other) for value, other in zip(own, linked, strict=True)]


def _weighed(met: Met, weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(value * weight for value, weight in zip(met, weights, strict=True)) / total if total else 0.0


def _most(found: Sequence[Met]) -> Met:
    return [max(values) for values in zip(*found, strict=True)]
