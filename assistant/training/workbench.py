"""A corpus in memory, on which questions are measured as the assistant measures them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.answering.conversation.follow_up import complete
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate, ask, candidates
from assistant.answering.selection.confidence import best_outdated, confidence_features, known_terms
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.feature_names import Features
from assistant.answering.selection.near_misses.near_misses import misses
from assistant.answering.selection.sentences import ReadArticle, SentenceReader, rest_of
from assistant.indexing.dense import DenseIndex
from assistant.indexing.index import Index
from assistant.indexing.lexical import LexicalIndex
from assistant.indexing.passages import split_article
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.words import terms
from assistant.retrieval.filters import allowed_rows
from assistant.retrieval.logistic_model import LogisticModel
from assistant.retrieval.query import Query, parse_query
from assistant.retrieval.ranker import Ranker
from assistant.retrieval.search import search
from assistant.settings import DEFAULTS
from assistant.training.examples import Example
from assistant.types import Article, Hit

_POOL = 15
"""Passages whose sentences compete in training: fewer than when answering, the rest are easy."""
TRIED = 25
"""Sentences that the best one is compared with, as when answering."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A question's candidates, best first: their features, whether each answers, and what confidence is measured on.

    Attributes:
        features: ``(candidates, len(SENTENCE_FEATURES))``.
        right: ``(candidates,)``.
        found: the candidates.
        example: the question.
        asked: the same, as the assistant understood it.
        known: for each of its terms, whether the corpus has it in any form.
    """

    features: Features
    right: NDArray[np.bool_]
    found: tuple[Candidate, ...]
    example: Example
    asked: Asked
    known: Sequence[bool]

    def ranked_by(self, model: LogisticModel) -> Measured:
        """Return the same candidates ranked by another model."""
        logits = model.logits(self.features)
        order = np.argsort(-logits, kind="stable")
        found = tuple(
            Candidate(self.found[place].sentence, self.features[place], float(logits[place])) for place in order
        )
        return replace(self, features=self.features[order], right=self.right[order], found=found)

    def confidence_row(self) -> tuple[Features, bool] | None:
        """Return the confidence features of the best candidate that may answer, and whether it does."""
        query = self.asked.query
        places = [place for place, one in enumerate(self.found) if not breaks_date(query, one.sentence)][:TRIED]
        dated = [self.found[place] for place in places]
        best = next((at for at, one in enumerate(dated) if not misses(self.asked, one.sentence)), None)
        if best is None:
            return None
        ahead = best_outdated(query, self.found)
        measured = confidence_features(self.asked, dated, best, known=self.known, ahead=ahead)
        return measured, bool(self.right[places[best]])


class Workbench:
    """A corpus in memory with what is needed to measure questions over it."""

    def __init__(self, articles: Sequence[Article], encoder: StaticEncoder) -> None:
        self.encoder = encoder
        self.reader = SentenceReader(encoder, capacity=len(articles))
        ordered = sorted(articles, key=lambda article: article.id)
        passages = tuple(
            passage
            for article in ordered
            for passage in split_article(
                article, max_tokens=DEFAULTS.max_tokens, overlap_sentences=DEFAULTS.overlap_sentences
            )
        )
        by_id = {article.id: article for article in ordered}
        texts = [by_id[one.article_id].text[one.start : one.end] for one in passages]
        titles = [by_id[one.article_id].title or "" for one in passages]
        self.index = Index(
            articles=by_id,
            passages=passages,
            dense=DenseIndex.from_vectors(encoder.encode(texts, kind="document")),
            lexical=LexicalIndex.from_terms([terms(f"{a}\n{b}") for a, b in zip(titles, texts, strict=True)]),
            manifest=None,  # type: ignore[arg-type] # nothing here reads it: this index is never saved
        )

        self.ranker = Ranker(self.index, encoder, static=encoder)

    def parse(self, text: str) -> Query:
        """Parse a question as the assistant does."""
        names = {article.publisher for article in self.index.articles.values() if article.publisher}
        return parse_query(text, vocabulary=self.index.lexical.vocabulary, publishers=names)

    def hits(self, example: Example, *, most: int = _POOL) -> tuple[tuple[Hit, ...], Query]:
        """Search as the assistant does, less what the example hides."""
        query = self.parse(complete(example.question, example.history))
        rows = allowed_rows(self.index, publishers=query.publishers)
        if example.hidden == "article":
            gone = {article_id for article_id, _, _ in example.answers}
            rows = [row for row, passage in enumerate(self.index.passages) if passage.article_id not in gone]
        found = search(
            self.index,
            self.encoder,
            query,
            top_k=most,
            dense_weight=DEFAULTS.dense_weight,
            rows=rows,
            ranker=self.ranker,
        )
        return found, query

    def measure(self, example: Example, model: LogisticModel) -> Measured | None:
        """Measure every candidate of a question; None when the search finds nothing."""
        found, query = self.hits(example)
        asked = ask(query, index=self.index, encoder=self.encoder)
        reader = _Redacted(self.reader, example) if example.hidden == "sentence" else self.reader
        ranked = candidates(asked, found, index=self.index, reader=reader, model=model)
        if not ranked:
            return None
        right = np.array([_answers(one, example) for one in ranked])
        known = known_terms(query, self.index.lexical.vocabulary)
        return Measured(np.stack([one.features for one in ranked]), right, ranked, example, asked, known)


class _Redacted(SentenceReader):
    """Reads articles without the sentences that answer an example."""

    def __init__(self, reader: SentenceReader, example: Example) -> None:
        self._reader = reader
        self._example = example

    def read(self, article: Article) -> ReadArticle:
        """Return the article less its answers."""
        read = self._reader.read(article)
        spans = [(start, end) for article_id, start, end in self._example.answers if article_id == article.id]
        kept = [one for one in read.sentences if not any(start < one.end and one.start < end for start, end in spans)]
        return rest_of(read, kept) if spans and kept else read


def _answers(candidate: Candidate, example: Example) -> bool:
    if example.hidden is not None:
        return False
    sentence = candidate.sentence
    return any(
        sentence.article.id == article_id and min(end, sentence.end) - max(start, sentence.start) >= (end - start) / 2
        for article_id, start, end in example.answers
    )
