"""What is measured of a sentence to tell whether its publisher has something on the point that is asked.

A publisher is asked for a line, not for the answer: the sentence need not be the best there is, only on the point. The
weights are in ``assistant/model/publishers.json``, fitted by ``assistant/training/publishers.py``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import mul

import numpy as np

from assistant.answering.figures.counted import is_of_heads
from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.sides import NO_PARTY, sides_in
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.figures.words import KINDS, anyone
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.context import Context
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.feature_names import SENTENCE_FEATURES, SIGNS, Features
from assistant.answering.selection.matching import kin, similarities
from assistant.answering.selection.sentences import ReadArticle, Sentence, Vectors
from assistant.answering.selection.soft_match import soft_similarities
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.folding import fold
from assistant.retrieval.query import Query

_OF_SENTENCE = ("coverage_title", "cosine_residual", "unit_missing", "date_agrees")
"""What is taken over from what was measured of the sentence as an answer."""
# Name to the sign its weight must have (0: any).
WORD_SIGNS: Mapping[str, int] = {
    **{name: SIGNS[name] for name in _OF_SENTENCE},
    "alike": 1,  # cosine with the words of the question's subject: without the names of the publishers asked
    "alike_words": 1,  # mean over all terms, by rarity, of the best cosine of their tokens with one of the sentence
    # Shares of all weight, by rarity in this corpus: where every article is of one town, its name is no point.
    "plain_left": -1,  # of words that are no names, left unmet in the sentence
    "plain_left_near": -1,  # or in those around it and in the title
    "name_left_near": -1,  # the same of names
    "name_left_article": -1,  # or anywhere in the article
    "word_left_article": -1,  # of any words, what the article says nowhere, nor by another word for it
    "figure_told": 1,  # how many is asked, and the sentence counts that
    "figure_untold": -1,  # or does not
    "share_told": 1,  # a percentage is asked for, and the sentence has one: as much as it meets of the question's words
    "share_untold": -1,  # or has none
    "date_broken": -1,  # neither it nor its article goes with any
}
WORD_FEATURES = tuple(WORD_SIGNS)
_TAKEN = [SENTENCE_FEATURES.index(name) for name in _OF_SENTENCE]
_COMPOUND = re.compile(
    r"\b(?:sous|anti|non|contre|porte|garde|demi|vice|ex|inter|multi|auto|co|pro|tele|hors|tout|sans|mi)-(\w{4,})"
)
"""A word whose beginning makes it another one: « sous-munitions » are no « munitions »."""
_PART_OF_COMPOUND = 0.5
"""What the rest of a compound is worth where it stands alone."""
_SHARE = re.compile(r"\b(?:pourcentage|pour cent|taux|proportion|percent\w*|share)\b")
_PERCENT = re.compile(r"%|pour cent|\bsur (?:dix|cent)\b|percent")


def subject_of(query: Query) -> str:
    """Return the words that tell what a question is about, in order; of names alone, those."""
    whole = {match[1]: match[0] for match in _COMPOUND.finditer(fold(query.text))}
    plain = [whole.get(fold(term.word), term.word) for term in query.terms if not term.is_name]
    return " ".join(plain or [term.word for term in query.terms])


@dataclass(frozen=True, slots=True)
class _Whole:
    """How an article meets a question: what its sentences share.

    Attributes:
        context: how its sentences meet each term one by one, and with those around them.
        related: how well its title meets each term, in words or by words used alike.
        anywhere: how well the title or any of its sentences does.
        said: the same, terms that are only used alike not counting.
    """

    context: Context
    related: Sequence[float]
    anywhere: Sequence[float]
    said: Sequence[float]


class OnPoint:
    """Measures the sentences of publishers for one question; it and each article are looked at once.

    Args:
        asked: the question, without the words that put it to publishers.
        encoder: the shipped static encoder.
    """

    def __init__(self, asked: Asked, encoder: StaticEncoder) -> None:
        query = asked.query
        self._asked = asked
        self._subject = encoder.encode([subject_of(query)], kind="query")[0]
        self._names = [w if term.is_name else 0.0 for term, w in zip(query.terms, asked.rarity, strict=True)]
        self._plain = [weight - other for weight, other in zip(asked.rarity, self._names, strict=True)]
        self._weight = sum(asked.rarity) or 1.0
        self._compounds = _compounds(query)
        self._wants_share = _SHARE.search(fold(query.text)) is not None
        self._articles: dict[str, _Whole] = {}

    def features(self, candidate: Candidate, *, read: ReadArticle) -> Features:
        """Measure one sentence of a publisher.

        Args:
            candidate: the sentence, measured as an answer.
            read: its article.

        Returns:
            ``(len(WORD_FEATURES),)`` float64, in that order.
        """
        asked, query, sentence = self._asked, self._asked.query, candidate.sentence
        article = self._article(read)
        around = read.sentences[max(0, sentence.number - 1) : sentence.number + 2]
        late = _late(asked, [sentence])
        alike = self._whole_words(late.tolist(), [sentence.text])
        own = self._whole_words(soft_similarities(late, article.context.related(sentence.number)), [sentence.text])
        beside = zip(article.context.window_related(sentence.number), article.related, strict=True)
        near = soft_similarities(_late(asked, around), [max(pair) for pair in beside])
        near = self._whole_words(near, [sentence.article.title or "", *(one.text for one in around)])
        anywhere = [max(pair) for pair in zip(near, article.anywhere, strict=True)]
        whole, names, plain = self._weight, self._names, self._plain
        told = _figure_told(asked.wanted, sentence)
        has_share = self._wants_share and _PERCENT.search(sentence.text) is not None
        values = {
            **dict(zip(_OF_SENTENCE, (float(candidate.features[place]) for place in _TAKEN), strict=True)),
            "alike": float(self._subject @ sentence.vector),
            "alike_words": sum(map(mul, alike, asked.rarity)) / whole,
            "plain_left": _left(own, plain) / whole,
            "plain_left_near": _left(near, plain) / whole,
            "name_left_near": _left(near, names) / whole,
            "name_left_article": _left(anywhere, names) / whole,
            "word_left_article": _left(article.said, asked.rarity) / whole,
            "figure_told": float(told is True),
            "figure_untold": float(told is False),
            "share_told": (1.0 - _left(own, asked.rarity) / whole) if has_share else 0.0,
            "share_untold": float(self._wants_share and not has_share),
            "date_broken": float(breaks_date(query, sentence)),
        }
        return np.array([values[name] for name in WORD_FEATURES])

    def _whole_words(self, met: Sequence[float], texts: Sequence[str]) -> list[float]:
        """Return how well each term is met, less where only the end of the compound that it is of stands in texts."""
        if not any(self._compounds):
            return list(met)
        written = _joined(" ".join(texts))
        pairs = zip(met, self._compounds, strict=True)
        return [value * (_PART_OF_COMPOUND if whole and whole not in written else 1.0) for value, whole in pairs]

    def _article(self, read: ReadArticle) -> _Whole:
        known = self._articles.get(read.article.id)
        if known is None:
            query, title = self._asked.query, read.title_terms
            related = kin(query, title, similarities(query, title, related=True))
            words = read.frequencies.keys() | title
            known = self._articles[read.article.id] = _Whole(
                context=Context(query, read),
                related=related,
                anywhere=similarities(query, words, related=True),
                said=self._whole_words(similarities(query, words), [read.article.title or "", read.article.text]),
            )
        return known


def _joined(text: str) -> str:
    return fold(text).replace("-", "")


def _compounds(query: Query) -> list[str]:
    """Return, for each term, the compound whose last part it is, as one word and without plural; empty for none."""
    found = {match[1]: _joined(match[0]).rstrip("sx") for match in _COMPOUND.finditer(fold(query.text))}
    return ["" if term.is_name else found.get(fold(term.word), "") for term in query.terms]


def _late(asked: Asked, sentences: Sequence[Sentence]) -> Vectors:
    """Return, for each term, the mean over its tokens of the best cosine with a token of the sentences."""
    vectors = [one.token_vectors for one in sentences if len(one.token_vectors)]
    if not vectors or not len(asked.token_vectors):
        return np.zeros(len(asked.query.terms), dtype=np.float32)
    best: Vectors = (np.concatenate(vectors) @ asked.token_vectors.T).max(axis=0)
    return best @ asked.term_means


def _left(met: Sequence[float], weights: Sequence[float]) -> float:
    return sum((1.0 - value) * weight for value, weight in zip(met, weights, strict=True))


def _figure_told(wanted: FigureQuestion | None, sentence: Sentence) -> bool | None:
    """Tell whether a sentence counts what a question wants counted; None where it wants nothing counted."""
    if wanted is None:
        return None
    return any(
        one.kind in wanted.kinds
        or (bool(wanted.heads) and (is_of_heads(one, wanted, sentence) or (bool(one.terms) and one.terms <= anyone())))
        for one in figures_of(sentence)
    )


def parties_asked(query: Query) -> frozenset[str]:
    """Return the parties that a question names: keys of countries, no organisation among them."""
    return frozenset(name for term in query.terms if not term.given for name in sides_in(term.word)) - NO_PARTY


def counts_party_asked(asked: AbstractSet[str], sentence: Sentence) -> bool | None:
    """Tell whether the people a sentence counts are of a party that the question names, or of others only.

    « Que disent les journaux des pertes arméniennes » is not answered by what Azerbaijan lost, near as the words are.

    Args:
        asked: the parties that the question names; see :func:`parties_asked`.
        sentence: of any publisher.

    Returns:
        None where the question names no party, or the sentence none, or it counts nobody.
    """
    named = sides_in(sentence.text) - NO_PARTY if asked else frozenset()
    if not named or not any(one.kind in KINDS for one in figures_of(sentence)):
        return None
    return not named.isdisjoint(asked)
