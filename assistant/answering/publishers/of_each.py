"""What each publisher that a question is put to has to say: its best sentence, and how likely that is on the point.

Two steps, each a small fitted model: how much each sentence is a word on the point, which its reprints share; then, of
each publisher's best one, how likely it is beside what the others have. Where one tells all of it, a sentence that only
shares a word with the question is no word on it; where nobody tells it in so many words, the nearest ones may be.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answering.publishers.on_point import WORD_FEATURES, OnPoint, counts_party_asked, parties_asked
from assistant.answering.publishers.origins import printed_as
from assistant.answering.publishers.word_model import WordModel
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.feature_names import Features
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.logistic_model import LogisticModel
from assistant.types import Article

_FIGURE = WORD_FEATURES.index("figure_told")
_UNSAID = WORD_FEATURES.index("word_left_article")
_MOST_BESIDE = 3
_AS_SURE = 1.8
"""How much lower (log-odds) a sentence may be that answers better than the surest one of its publisher."""
_NEAR = 2.0
"""How much lower (log-odds) a newer figure may be than the surest one of its publisher."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a publisher has on the point of a question.

    Attributes:
        publisher: its name; None for articles of no known one.
        sentence: its best one; None where none of its sentences was found.
        probability: that it has something on the point, in [0, 1].
    """

    publisher: str | None
    sentence: Sentence | None
    probability: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence with what was measured of it and what its prints have in common."""

    sentence: Sentence
    features: Features
    words: object


def measured(
    asked: Asked,
    candidates: Sequence[Candidate],
    names: Sequence[str | None],
    *,
    encoder: StaticEncoder,
    read: Callable[[Article], ReadArticle],
) -> Mapping[str | None, list[Measured]]:
    """Measure the sentences of some publishers.

    Args:
        asked: the question, without the words that put it to publishers.
        candidates: those of the passages found.
        names: of publishers.
        encoder: the shipped static encoder.
        read: gives an article with its sentences.

    Returns:
        The sentences of each name, in the order of the candidates; of a publisher that counts the people of the party
        asked about, none that counts those of others.
    """
    own = [one for one in candidates if one.sentence.article.publisher in names]
    if not own:
        return {name: [] for name in names}
    parties = parties_asked(asked.query)
    counting = [(one, counts_party_asked(parties, one.sentence)) for one in own]
    telling = {one.sentence.article.publisher for one, of_asked in counting if of_asked}
    own = [one for one, of_asked in counting if of_asked is not False or one.sentence.article.publisher not in telling]
    point = OnPoint(asked, encoder)
    found: dict[str | None, list[Measured]] = {name: [] for name in names}
    for one in own:
        features = point.features(one, read=read(one.sentence.article))
        found[one.sentence.article.publisher].append(Measured(one.sentence, features, printed_as(one.sentence)))
    return found


def words_of_each(found: Mapping[str | None, Sequence[Measured]], model: WordModel) -> tuple[Word, ...]:
    """Return what each publisher has, those most likely to have something first.

    Args:
        found: their sentences, measured.
        model: the fitted ones.
    """
    standing = beside_each_other(found, model.sentence)
    words = [Word(name, None, 0.0) for name in found if name not in standing]
    for name, (features, sentence) in standing.items():
        words.append(Word(name, sentence, model.publisher.probability(features)))
    return tuple(sorted(words, key=lambda one: -one.probability))


def beside_each_other(
    found: Mapping[str | None, Sequence[Measured]], model: LogisticModel
) -> Mapping[str | None, tuple[Features, Sentence]]:
    """Return, for each publisher with any, what is measured of it beside the others, and its best sentence.

    Args:
        found: their sentences, measured.
        model: the fitted one of a sentence.

    Returns:
        ``(len(BESIDE_FEATURES),)`` float64 in that order, and the sentence, by name.
    """
    odds = {name: _odds(own, model) for name, own in found.items() if own}
    shared: dict[object, float] = {}
    for name, values in odds.items():
        for one, value in zip(found[name], values, strict=True):
            shared[one.words] = max(value, shared.get(one.words, value))
    best: dict[str | None, tuple[float, float, Sentence]] = {}
    for name, values in odds.items():
        ranked = sorted(zip(found[name], values, strict=True), key=lambda pair: (-shared[pair[0].words], -pair[1]))
        own = [one for one, _ in ranked]
        surest = shared[own[0].words]
        near = [one for one in own if shared[one.words] >= surest - _NEAR]
        as_sure = [one for one in found[name] if shared[one.words] >= surest - _AS_SURE]
        unsaid = min(float(one.features[_UNSAID]) for one in own)
        best[name] = surest, unsaid, (_newest(near) or as_sure[0]).sentence
    most = max((value for value, _, _ in best.values()), default=0.0)
    least = min((unsaid for _, unsaid, _ in best.values()), default=0.0)
    return {
        name: (np.array([value, value - most, unsaid - least]), sentence)
        for name, (value, unsaid, sentence) in best.items()
    }


def _newest(near: Sequence[Measured]) -> Measured | None:
    """Return, of the sentences with a figure that is asked for, the one of the newest article; None without one."""
    counting = [one for one in near if one.features[_FIGURE]]
    return max(counting, key=lambda one: one.sentence.article.published.date or "", default=None)


def _odds(own: Sequence[Measured], model: LogisticModel) -> list[float]:
    odds: list[float] = model.logits(np.stack([one.features for one in own])).tolist()
    return odds


def with_a_word(words: Sequence[Word], model: WordModel) -> list[Sentence]:
    """Return the sentences to say, a line for each publisher that has something; none where no publisher surely has."""
    if max((one.probability for one in words), default=0.0) < model.sure:
        return []
    return [one.sentence for one in words if one.sentence is not None and one.probability >= model.shown]


def without_a_word(words: Sequence[Word], model: WordModel) -> tuple[str, ...]:
    """Return the known publishers that have nothing on the point, in alphabetical order."""
    return tuple(sorted(one.publisher for one in words if one.publisher and one.probability < model.silent))


def beside_an_answer(words: Sequence[Word], heard: Collection[str | None], model: WordModel) -> list[Sentence]:
    """Return the sentences of further publishers that are as good as surely on the point, surest first, a few.

    Args:
        words: what each publisher has.
        heard: the publishers that the answer quotes already.
        model: the fitted ones.
    """
    sure = [one for one in words if one.probability >= model.beside and one.publisher not in heard]
    return [one.sentence for one in sure if one.sentence is not None][:_MOST_BESIDE]
