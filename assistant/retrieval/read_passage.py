"""Passages analysed for ranking: terms with their places, sentences, tokens; the most recent ones are kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.phrases import terms_with_phrases
from assistant.language.sentences import sentences
from assistant.retrieval.answer_signs import signs_of
from assistant.retrieval.question_words import AnswerType

Ints = NDArray[np.int32]
Vectors = NDArray[np.float32]

PREFIX = 256
"""Values of a token vector used in late interaction; trained to stand alone."""
_APART = 3
"""Words put between two sentences: terms on either side of a full stop are less near."""


@dataclass(slots=True)
class ReadPassage:
    """A passage, analysed.

    Attributes:
        texts: its sentences, in order; never none.
        columns: its terms in order, as columns of the lexical index.
        places: the position of each term's word.
        of: the sentence of each term.
        ids: its tokens, as rows of the encoder's table.
        starts: where each sentence's tokens start in ``ids``.
        vector: by the static encoder; made when it is first asked for.
        signs: by kind of answer, what of it each sentence holds; filled when a question first asks.
    """

    texts: tuple[str, ...]
    columns: Ints
    places: Ints
    of: Ints
    ids: Ints
    starts: Ints
    vector: NDArray[np.float16] | None = None
    signs: dict[AnswerType, tuple[frozenset[str], ...]] = field(default_factory=dict)

    def signs_of(self, kind: AnswerType) -> tuple[frozenset[str], ...]:
        """Return, for each sentence, what in it may be of the kind asked for."""
        if kind not in self.signs:
            self.signs[kind] = tuple(signs_of(kind, text) for text in self.texts)
        return self.signs[kind]


@dataclass(frozen=True, slots=True)
class ReadTitle:
    """The title of an article: its distinct terms, as columns of the lexical index, and the rows of its tokens."""

    columns: NDArray[np.int64]
    ids: Ints


class TokenRows:
    """Vectors of tokens for late interaction, each unpacked when a text first needs it.

    Args:
        encoder: whose tokens.
    """

    def __init__(self, encoder: StaticEncoder) -> None:
        self._encoder = encoder
        self.tokenizer = encoder.tokenizer
        self._known = np.zeros(encoder.tokenizer.get_vocab_size(), dtype=bool)
        self._rows = np.empty((len(self._known), PREFIX), dtype=np.float32)  # pages untouched cost nothing
        self._lengths = np.empty(len(self._known), dtype=np.float32)

    def of(self, ids: Ints) -> Vectors:
        """Return the vectors of some tokens, ``(len(ids), PREFIX)``, each of L2 norm 1."""
        self._unpack(ids)
        return self._rows[ids]

    def lengths(self, ids: Ints) -> Vectors:
        """Return how long each vector was, ``(len(ids),)``: how much its token weighs in a text."""
        self._unpack(ids)
        return self._lengths[ids]

    def _unpack(self, ids: Ints) -> None:
        new = np.unique(ids[~self._known[ids]])
        if new.size:
            rows = self._encoder.rows(new, first=PREFIX)
            self._lengths[new] = np.linalg.norm(rows, axis=1)
            self._rows[new] = rows / np.maximum(self._lengths[new], 1e-9)[:, None]
            self._known[new] = True


class PassageReader:
    """Analyses passages of an index on demand, and remembers the most recent ones.

    Args:
        index: whose passages.
        encoder: the static encoder whose tokens are matched.
        capacity: passages remembered.
    """

    def __init__(self, index: Index, encoder: StaticEncoder, *, capacity: int = 4096) -> None:
        self.index = index
        self.encoder = encoder
        self.rows = TokenRows(encoder)
        self._capacity = capacity
        self._read: dict[int, ReadPassage] = {}
        self._titles: dict[str, ReadTitle] = {}

    def read(self, rows: Sequence[int]) -> list[ReadPassage]:
        """Return passages, analysed, in the order of the rows."""
        new = [row for row in rows if row not in self._read]
        found = dict(zip(new, self._analyse(new), strict=True)) if new else {}
        found |= {row: self._read.pop(row) for row in rows if row not in found}
        self._read |= found  # the most recently used are last
        while len(self._read) > max(self._capacity, len(found)):
            self._read.pop(next(iter(self._read)))
        return [found[row] for row in rows]

    def title(self, article_id: str) -> ReadTitle:
        """Return the title of an article, analysed; empty without one."""
        known = self._titles.get(article_id)
        if known is None:
            title = self.index.articles[article_id].title or ""
            found = _known_terms(title, self.index.lexical.vocabulary)
            known = ReadTitle(
                columns=np.unique(np.array([self.index.lexical.vocabulary[term] for term, _ in found], dtype=np.int64)),
                ids=self.encoder.token_ids([title])[0],
            )
            if len(self._titles) >= self._capacity:
                self._titles.pop(next(iter(self._titles)))
            self._titles[article_id] = known
        return known

    def vector(self, row: int) -> Vectors:
        """Return the static encoder's vector of a passage, ``(dim,)``; as precise as half floats are."""
        read = self.read([row])[0]
        if read.vector is None:
            text = self.index.text(self.index.passages[row])
            read.vector = self.encoder.encode([text], kind="document")[0].astype(np.float16)
        return read.vector.astype(np.float32)

    def _analyse(self, rows: Sequence[int]) -> list[ReadPassage]:
        texts = [_sentence_texts(self.index.text(self.index.passages[row])) for row in rows]
        ids = self.encoder.token_ids([text for sentence_texts in texts for text in sentence_texts])
        ids = [own if len(own) else np.zeros(1, dtype=np.int32) for own in ids]  # a sentence of no known character
        read = []
        at = 0
        for sentence_texts in texts:
            own = ids[at : at + len(sentence_texts)]
            at += len(sentence_texts)
            read.append(self._passage(sentence_texts, own))
        return read

    def _passage(self, texts: tuple[str, ...], ids: Sequence[Ints]) -> ReadPassage:
        vocabulary = self.index.lexical.vocabulary
        terms: list[tuple[int, int, int]] = []
        offset = 0
        for number, text in enumerate(texts):
            found = [
                (vocabulary[term], offset + at, number) for term, at in terms_with_phrases(text) if term in vocabulary
            ]
            terms += found
            offset = (found[-1][1] if found else offset) + _APART
        columns, places, of = np.array(terms, dtype=np.int32).reshape(-1, 3).T
        tokens = np.concatenate(ids)
        starts = np.cumsum([0, *(len(own) for own in ids)])[:-1]
        return ReadPassage(
            texts=texts,
            columns=columns,
            places=places,
            of=of,
            ids=tokens,
            starts=starts.astype(np.int32),
        )


def _known_terms(text: str, vocabulary: Collection[str]) -> list[tuple[str, int]]:
    return [(term, place) for term, place in terms_with_phrases(text) if term in vocabulary]


def _sentence_texts(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentences(text)) or (text,)
