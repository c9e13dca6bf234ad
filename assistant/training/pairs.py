"""Pairs of texts that belong together, sampled afresh each epoch, one kind of pair per batch.

News has no questions, but it has structure: a title and a heading say what the body says, and a
sentence belongs with its neighbours (inverse cloze task: Lee et al. 2019, arXiv:1906.00300).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from assistant.training.data import (
    NewsDocument,
    read_orangesum,
    read_parallel,
    read_piaf,
    read_questions,
    read_wikinews,
    split_sentences,
)
from assistant.training.lexicon import align, french_to_english
from assistant.training.questions import ENGLISH_OPENINGS, FRENCH_OPENINGS, gloss

Ids = list[int]
_MAX_WINDOW_SENTENCES = 6
_KEEP_SENTENCE = 0.2
_BILINGUAL_PER_EPOCH = 60_000
_SUBJECTS = 64


@dataclass(frozen=True, slots=True)
class Batch:
    """``left[i]`` belongs with ``right[i]``; rows of one ``group`` are never each other's negatives."""

    left: list[Ids]
    right: list[Ids]
    group: np.ndarray


@dataclass(frozen=True, slots=True)
class _News:
    title: Ids
    heading: Ids
    english: Ids
    sentences: list[Ids]


class Pairs:
    """All training pairs as token ids.

    Args:
        data: folder of the public data sets.
        tokenizer: the encoder's.
        batch_size: pairs in a batch.
        seed: with the epoch number, decides every sample.
    """

    def __init__(self, data: Path, tokenizer: Tokenizer, *, batch_size: int = 1024, seed: int = 0) -> None:
        self._batch_size = batch_size
        self._seed = seed
        encode = _encoder(tokenizer)
        bilingual = read_parallel(data / "parallel_tatoeba_fr_en.tsv.gz")
        words = french_to_english(align(bilingual))
        news = (document for document in read_orangesum(data) if document.split == "train")
        self._news = [_encode_news(document, encode, words) for document in news]
        self._wikinews = [_encode_news(document, encode, words) for document in read_wikinews(data)]
        self._openings = encode(list(FRENCH_OPENINGS)), encode(list(ENGLISH_OPENINGS))
        french = encode([pair[0] for pair in bilingual])
        english = encode([pair[1] for pair in bilingual])
        self._bilingual = list(zip(french, english, strict=True))
        self._french_group = _groups([pair[0] for pair in bilingual])
        questions = read_piaf(data, "train") + read_questions(data / "qa_crpa.jsonl")
        asked = encode([pair.question for pair in questions])
        answered = encode([pair.context for pair in questions])
        self._questions = list(zip(asked, answered, strict=True))
        self._question_group = _groups([pair.context for pair in questions])

    @property
    def headlines(self) -> list[Ids]:
        """Title and heading of each news article, by which :meth:`epoch` may tell what is alike."""
        return [news.title + news.heading for news in self._news]

    def epoch(self, number: int, *, headlines: np.ndarray | None = None) -> list[Batch]:
        """The batches of one epoch, shuffled; the same for the same seed, number and vectors.

        Args:
            number: of the epoch; decides every sample.
            headlines: vectors of :attr:`headlines`, L2 norm 1; then the articles of a batch are of a few
                subjects, so that telling them apart takes more than the subject.
        """
        rng = np.random.default_rng([self._seed, number])
        batches: list[Batch] = []
        for sample in (_title_window, _heading_window, _title_heading, _cloze, _cloze, self._question, self._english):
            batches += self._news_batches(self._news, sample, rng, headlines)
        for sample in (_title_window, _cloze, self._question):
            batches += self._news_batches(self._wikinews, sample, rng, None)
        chosen = rng.permutation(len(self._bilingual))[:_BILINGUAL_PER_EPOCH]
        batches += self._batches([self._bilingual[i] for i in chosen], self._french_group[chosen])
        shuffled = rng.permutation(len(self._questions))
        batches += self._batches([self._questions[i] for i in shuffled], self._question_group[shuffled])
        return [batches[i] for i in rng.permutation(len(batches))]

    def _question(self, news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
        """A question word and some words of a sentence; the sentence among its neighbours."""
        if not news.sentences:
            return [], []
        at = int(rng.integers(0, len(news.sentences)))
        words = _part(news.sentences[at], rng, low=3, high=11)
        opening = self._openings[0][int(rng.integers(0, len(self._openings[0])))]
        window = news.sentences[max(0, at - int(rng.integers(0, 3))) : at + int(rng.integers(1, 4))]
        return opening + words, [token for sentence in window for token in sentence]

    def _english(self, news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
        """The title word for word in English, every other time as a question; some of the body."""
        opening = self._openings[1][int(rng.integers(0, len(self._openings[1])))] if rng.random() < 0.5 else []
        return opening + news.english, _window(news, rng)

    def _news_batches(
        self,
        news: list[_News],
        sample: Callable[[_News, np.random.Generator], tuple[Ids, Ids]],
        rng: np.random.Generator,
        headlines: np.ndarray | None,
    ) -> list[Batch]:
        order = rng.permutation(len(news))
        if headlines is not None:
            order = order[_by_subject(headlines[order], rng)]
        pairs = [sample(news[i], rng) for i in order]
        kept = [i for i, (left, right) in enumerate(pairs) if left and right]
        return list(self._batches([pairs[i] for i in kept], order[kept]))

    def _batches(self, pairs: list[tuple[Ids, Ids]], group: np.ndarray) -> Iterator[Batch]:
        parts = max(1, round(len(pairs) / self._batch_size))
        for rows in np.array_split(np.arange(len(pairs)), parts):
            yield Batch([pairs[i][0] for i in rows], [pairs[i][1] for i in rows], group[rows])


def _by_subject(vectors: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """An order in which articles nearest to the same one of a few articles drawn at random follow each other."""
    drawn = vectors[rng.permutation(len(vectors))[:_SUBJECTS]]
    return np.argsort((vectors @ drawn.T).argmax(axis=1), kind="stable")


def _title_window(news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
    return news.title, _window(news, rng)


def _heading_window(news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
    return news.heading, _window(news, rng)


def _title_heading(news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
    return news.title, news.heading


def _window(news: _News, rng: np.random.Generator) -> Ids:
    """One to six sentences that follow each other; a quarter of the time the opening, which sums the article up."""
    size = int(rng.integers(1, _MAX_WINDOW_SENTENCES + 1))
    last = max(0, len(news.sentences) - size)
    start = 0 if rng.random() < 0.25 else int(rng.integers(0, last + 1))
    return [token for sentence in news.sentences[start : start + size] for token in sentence]


def _cloze(news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
    """A sentence, or 4 to 14 tokens of it, and its neighbours, now and then with the sentence itself."""
    if len(news.sentences) < 2:
        return [], []
    at = int(rng.integers(0, len(news.sentences)))
    query = news.sentences[at]
    if rng.random() < 0.5:
        query = _part(query, rng, low=4, high=15)
    low, high = max(0, at - int(rng.integers(1, 3))), at + int(rng.integers(2, 4))
    keep = rng.random() < _KEEP_SENTENCE
    context = [news.sentences[i] for i in range(low, min(high, len(news.sentences))) if keep or i != at]
    return query, [token for sentence in context for token in sentence]


def _part(tokens: Ids, rng: np.random.Generator, *, low: int, high: int) -> Ids:
    size = min(int(rng.integers(low, high)), len(tokens))
    start = int(rng.integers(0, len(tokens) - size + 1))
    return tokens[start : start + size]


def _encoder(tokenizer: Tokenizer) -> Callable[[list[str]], list[Ids]]:
    return lambda texts: [encoding.ids for encoding in tokenizer.encode_batch_fast(texts, add_special_tokens=False)]


def _encode_news(document: NewsDocument, encode: Callable[[list[str]], list[Ids]], words: Mapping[str, str]) -> _News:
    head = [document.title, document.heading, gloss(document.title, words)]
    title, heading, english, *sentences = encode(head + split_sentences(document.text))
    return _News(title, heading, english, [sentence for sentence in sentences if sentence])


def _groups(keys: list[str]) -> np.ndarray:
    """One number per distinct key, in the order of first appearance."""
    seen: dict[str, int] = {}
    return np.array([seen.setdefault(key, len(seen)) for key in keys])
