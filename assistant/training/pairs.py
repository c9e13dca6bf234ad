"""Pairs of texts that belong together, sampled afresh each epoch, one kind of pair per batch.

News has no questions, but it has structure: a title and a heading say what the body says, and a
sentence belongs with its neighbours (inverse cloze task: Lee et al. 2019, arXiv:1906.00300). Some are
given the opening of a question, so that "qui" and "how many" learn to weigh little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from assistant.training.data import (
    NewsDocument,
    read_orangesum,
    read_parallel,
    read_questions,
    read_wikinews,
    split_sentences,
)
from assistant.training.spellings import Spellings
from assistant.training.subjects import subjects

Ids = list[int]
_MAX_WINDOW_SENTENCES = 8
_KEEP_SENTENCE = 0.2
_BILINGUAL_PER_EPOCH = 60_000
_SPELLINGS_PER_EPOCH = 4_096
_ASKED_CLOZE = 0.4
_ASKED_TITLE = 0.2
_OPENINGS = (
    *("Qui", "Qui est", "Qui a", "Qui sont", "Par qui", "À qui", "Selon qui", "Où", "Où se trouve", "D'où vient"),
    *("Quand", "Depuis quand", "Quel jour", "En quelle année", "À quelle date", "Combien", "Combien de", "Pourquoi"),
    *("Comment", "Quel est", "Quelle est", "Quels sont", "Quelles sont", "Quel", "Quelle", "Que", "Que dit"),
    *("Que sait-on de", "Que s'est-il passé", "Qu'est-ce que", "Qu'est-ce qui", "De quoi", "Dans quel pays"),
    *("Dans quelle ville", "Est-ce que", "Y a-t-il", "Lequel", "Quelle est la raison de", "Who", "Who is"),
    *("Who was", "Where", "Where is", "When", "When did", "How many", "How much", "How did", "Why did", "What is"),
    *("What was", "What did", "What happened to", "Which", "In which year", "In which country", "According to whom"),
)


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
    sentences: list[Ids]


_Sample = Callable[[_News, np.random.Generator], tuple[Ids, Ids]]


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
        self._encode = encode = _encoder(tokenizer)
        bilingual = read_parallel(data / "parallel_tatoeba_fr_en.tsv.gz")
        news = [document for document in read_orangesum(data) if document.split == "train"]
        self._news = [_encode_news(document, encode) for document in news]
        self._openings_of_news = [[*news.title, *news.heading, *chain(*news.sentences)] for news in self._news]
        self._wikinews = [_encode_news(document, encode) for document in read_wikinews(data)]
        french = encode([pair[0] for pair in bilingual])
        english = encode([pair[1] for pair in bilingual])
        self._bilingual = list(zip(french, english, strict=True))
        self._french_group = _groups([pair[0] for pair in bilingual])
        questions = read_questions(data / "qa_crpa.jsonl")
        asked = encode([pair.question for pair in questions])
        answered = encode([pair.context for pair in questions])
        self._questions = list(zip(asked, answered, strict=True))
        self._question_group = _groups([pair.context for pair in questions])
        self._openings, self._mark = encode(list(_OPENINGS)), encode(["?"])[0]
        self._spellings = Spellings(sentence for document in news for sentence in split_sentences(document.text))

    def epoch(self, number: int, *, table: np.ndarray | None = None) -> list[Batch]:
        """The batches of one epoch, shuffled; the same for the same seed, number and table.

        With a table, articles on what it takes for like subjects come in the same batches.
        """
        rng = np.random.default_rng([self._seed, number])
        self._subjects = subjects(self._openings_of_news, table, rng) if table is not None else None
        batches: list[Batch] = []
        title, cloze = self._asking(_title_window, _ASKED_TITLE), self._asking(_cloze, _ASKED_CLOZE)
        for sample in (title, _heading_window, _title_heading, cloze, cloze):
            batches += self._news_batches(self._news, sample, rng)
        for sample in (title, cloze):
            batches += self._news_batches(self._wikinews, sample, rng)
        chosen = rng.permutation(len(self._bilingual))[:_BILINGUAL_PER_EPOCH]
        batches += self._batches([self._bilingual[i] for i in chosen], self._french_group[chosen])
        shuffled = rng.permutation(len(self._questions))
        batches += self._batches([self._questions[i] for i in shuffled], self._question_group[shuffled])
        left, right, names = self._spellings.sample(min(_SPELLINGS_PER_EPOCH, len(self._news)), rng)
        batches += self._batches(list(zip(self._encode(left), self._encode(right), strict=True)), names)
        return [batches[i] for i in rng.permutation(len(batches))]

    def _asking(self, sample: _Sample, share: float) -> _Sample:
        """The same samples, a share of them with the left side put as a question."""

        def asked(news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
            left, right = sample(news, rng)
            if left and rng.random() < share:
                left = self._openings[int(rng.integers(0, len(self._openings)))] + left + self._mark
            return left, right

        return asked

    def _news_batches(
        self,
        news: list[_News],
        sample: _Sample,
        rng: np.random.Generator,
    ) -> list[Batch]:
        order = rng.permutation(len(news))
        if self._subjects is not None and len(self._subjects) == len(news):
            shuffled = rng.permutation(self._subjects.max() + 1)
            order = order[np.argsort(shuffled[self._subjects[order]], kind="stable")]
        pairs = [sample(news[i], rng) for i in order]
        kept = [i for i, (left, right) in enumerate(pairs) if left and right]
        return list(self._batches([pairs[i] for i in kept], order[kept]))

    def _batches(self, pairs: list[tuple[Ids, Ids]], group: np.ndarray) -> Iterator[Batch]:
        parts = max(1, round(len(pairs) / self._batch_size))
        for rows in np.array_split(np.arange(len(pairs)), parts):
            yield Batch([pairs[i][0] for i in rows], [pairs[i][1] for i in rows], group[rows])


def _title_window(news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
    return news.title, _window(news, rng)


def _heading_window(news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
    return news.heading, _window(news, rng)


def _title_heading(news: _News, rng: np.random.Generator) -> tuple[Ids, Ids]:
    return news.title, news.heading


def _window(news: _News, rng: np.random.Generator) -> Ids:
    """One to eight sentences that follow each other; a quarter of the time the opening, which sums the article up."""
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
    if rng.random() < 0.5 and len(query) > 6:
        size = min(int(rng.integers(4, 15)), len(query))
        start = int(rng.integers(0, len(query) - size + 1))
        query = query[start : start + size]
    low, high = max(0, at - int(rng.integers(1, 3))), at + int(rng.integers(2, 4))
    keep = rng.random() < _KEEP_SENTENCE
    context = [news.sentences[i] for i in range(low, min(high, len(news.sentences))) if keep or i != at]
    return query, [token for sentence in context for token in sentence]


def _encoder(tokenizer: Tokenizer) -> Callable[[list[str]], list[Ids]]:
    return lambda texts: [encoding.ids for encoding in tokenizer.encode_batch_fast(texts, add_special_tokens=False)]


def _encode_news(document: NewsDocument, encode: Callable[[list[str]], list[Ids]]) -> _News:
    title, heading, *sentences = encode([document.title, document.heading, *split_sentences(document.text)])
    return _News(title, heading, [sentence for sentence in sentences if sentence])


def _groups(keys: list[str]) -> np.ndarray:
    """One number per distinct key, in the order of first appearance."""
    seen: dict[str, int] = {}
    return np.array([seen.setdefault(key, len(seen)) for key in keys])
