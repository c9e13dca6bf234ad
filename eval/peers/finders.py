"""The searches that work on our own passages: BM25 as bm25s does it, our embeddings alone, our fusion of both."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.assistant import Assistant
from assistant.indexing.encoder import Encoder
from assistant.indexing.index import Index
from assistant.language.sentences import sentences
from assistant.settings import DEFAULTS
from assistant.types import Hit
from eval.peers.top_passage import Choose, TopPassage, ranked


def bm25(index: Index) -> TopPassage:
    """Return bm25s with its own tokenizer, its French stop words and the Snowball stemmer, all at their defaults.

    Passages are searched with their article's title before them, as ours are. A passage that shares no word with the
    question is not found; an article's title alone is enough.
    """
    import bm25s  # a development tool's import: scipy and a compiled stemmer
    import Stemmer

    stemmer = Stemmer.Stemmer("french")

    def tokens(texts: Sequence[str]) -> bm25s.tokenization.Tokenized:
        return bm25s.tokenize(list(texts), stopwords="fr", stemmer=stemmer, show_progress=False)

    searcher = bm25s.BM25()
    titles = {article.id: article.title or "" for article in index.articles.values()}
    texts = [f"{titles[passage.article_id]}\n{index.text(passage)}" for passage in index.passages]
    searcher.index(tokens(texts), show_progress=False)

    def find(question: str, most: int) -> Sequence[Hit]:
        found = searcher.retrieve(tokens([question]), k=min(most, len(texts)), show_progress=False)
        scores = [float(score) for score in found.scores[0] if score > 0]
        rows = [int(row) for row in found.documents[0][: len(scores)]]
        return ranked(index.passages, rows, scores, lexical=True)

    return TopPassage(index.articles, find, lambda hit: hit.bm25 / (1 + hit.bm25))


def dense(index: Index, encoder: Encoder) -> TopPassage:
    """Return the search by our embeddings alone; it finds something for every question."""

    def find(question: str, most: int) -> Sequence[Hit]:
        scores, rows = index.dense.search(encoder.encode([question], kind="query")[0], top_k=most)
        return ranked(index.passages, rows.tolist(), scores.tolist(), lexical=False)

    return TopPassage(index.articles, find, _from_cosine)


def hybrid(assistant: Assistant, *, choose: Choose | None = None) -> TopPassage:
    """Return the fused search of the assistant without what it makes of the passages.

    The fused score is relative to the question's best passage, so that the confidence is made of the two scores that
    compare between questions, in the shares of the fusion.
    """
    share = DEFAULTS.dense_weight

    def confidence(hit: Hit) -> float:
        return share * _from_cosine(hit) + (1 - share) * hit.bm25 / (1 + hit.bm25)

    return TopPassage(
        assistant.index.articles, lambda question, most: assistant.search(question, top_k=most), confidence, choose
    )


def nearest_sentence(encoder: Encoder) -> Choose:
    """Return what chooses, of a passage's sentences, the one whose embedding is nearest to the question's."""

    def choose(question: str, text: str) -> tuple[int, int]:
        spans = [(start, end) for start, end in sentences(text)] or [(0, len(text))]
        vectors = encoder.encode([text[start:end] for start, end in spans], kind="document")
        return spans[int(np.argmax(vectors @ encoder.encode([question], kind="query")[0]))]

    return choose


def _from_cosine(hit: Hit) -> float:
    return min(1.0, max(0.0, (1 + hit.similarity) / 2))
