"""Build an index from a folder of articles: read, split, encode, count, save."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.corpus.reader import read_corpus
from assistant.errors import ArticleError, EncoderError, IndexLockedError, SavedIndexError
from assistant.indexing import store
from assistant.indexing.dense import DenseIndex, Vectors
from assistant.indexing.encoder import Encoder
from assistant.indexing.lexical import K1, B, LexicalIndex
from assistant.indexing.lock import LOCK, build_lock
from assistant.indexing.manifest import ARTICLES, PASSAGES, SCORES, TERMS, VECTORS, FileRecord, Manifest, Recipe
from assistant.indexing.passages import SPLITTER_VERSION, split_article
from assistant.indexing.records import articles_to_bytes, passages_to_bytes
from assistant.language.words import ANALYSIS_VERSION, terms
from assistant.types import Article, Passage

Progress = Callable[[str, int, int], None]
"""Called with a stage (``read``, ``split``, ``encode``, ``count``, ``save``), steps done and steps in all."""

_TEXTS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        articles: how many are in the index.
        passages: how many are in the index.
        problems: files that could not be read as articles and are not in it.
        seconds: how long it took.
        unchanged: True when the index already was what would have been built, and nothing was written.
    """

    articles: int
    passages: int
    problems: tuple[ArticleError, ...]
    seconds: float
    unchanged: bool


def build_index(
    corpus: Path,
    index: Path,
    *,
    encoder: Encoder,
    max_tokens: int,
    overlap_sentences: int,
    k1: float = K1,
    b: float = B,
    lexical_title: bool = True,
    dense_title: bool = False,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Make ``index`` the index of ``corpus``. The same corpus, encoder and parameters give the same bytes.

    Args:
        corpus: folder of articles.
        index: folder of the index, made if it is not there. Until the new index is whole the old one is served.
        encoder: what encodes passages.
        max_tokens: the most tokens in a passage.
        overlap_sentences: sentences that a passage repeats from the one before.
        k1: BM25, saturation of repeated terms.
        b: BM25, weight of length.
        lexical_title: whether a passage is also found by the terms of its article's title.
        dense_title: whether a passage is encoded with its article's title before it.
        on_progress: told how far it is.

    Raises:
        CorpusError: if the folder cannot be read or no article in it can.
        EncoderError: if the encoder returns something else than embeddings.
        IndexLockedError: if another build of this index is running.
        SavedIndexError: if the index cannot be written; the one that was there is not harmed.
    """
    started = time.perf_counter()
    tell: Progress = on_progress or (lambda stage, done, total: None)
    reading = read_corpus(corpus, on_progress=lambda done, total: tell("read", done, total))
    report = index_articles(
        reading.articles,
        index,
        encoder=encoder,
        max_tokens=max_tokens,
        overlap_sentences=overlap_sentences,
        k1=k1,
        b=b,
        lexical_title=lexical_title,
        dense_title=dense_title,
        on_progress=on_progress,
    )
    return replace(report, problems=tuple(reading.problems), seconds=time.perf_counter() - started)


def index_articles(
    articles: Sequence[Article],
    index: Path,
    *,
    encoder: Encoder,
    max_tokens: int,
    overlap_sentences: int,
    k1: float = K1,
    b: float = B,
    lexical_title: bool = True,
    dense_title: bool = False,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Make ``index`` the index of articles that are already read, whatever they were read from.

    Args:
        articles: what to index, in order of id.
        index: folder of the index, as for :func:`build_index`, like every other argument.
        encoder: what encodes passages.
        max_tokens: the most tokens in a passage.
        overlap_sentences: sentences that a passage repeats from the one before.
        k1: BM25, saturation of repeated terms.
        b: BM25, weight of length.
        lexical_title: whether a passage is also found by the terms of its article's title.
        dense_title: whether a passage is encoded with its article's title before it.
        on_progress: told how far it is.

    Raises:
        EncoderError: if the encoder returns something else than embeddings.
        IndexLockedError: if another build of this index is running.
        SavedIndexError: if the index cannot be written; the one that was there is not harmed.
    """
    started = time.perf_counter()
    tell: Progress = on_progress or (lambda stage, done, total: None)
    recipe = Recipe(
        encoder_id=encoder.id,
        dimension=encoder.dimension,
        fingerprint=dict(encoder.fingerprint),
        max_tokens=max_tokens,
        overlap_sentences=overlap_sentences,
        splitter=SPLITTER_VERSION,
        analysis=ANALYSIS_VERSION,
        k1=float(k1),
        b=float(b),
        lexical_title=lexical_title,
        dense_title=dense_title,
    )
    passages = _split(articles, recipe, tell)
    files = {ARTICLES: articles_to_bytes(articles), PASSAGES: passages_to_bytes(passages)}
    unchanged = _is_built(index, recipe, files)
    if unchanged:
        _tidy(index)
    else:
        with _locked(index):
            files |= _encode(articles, passages, encoder, recipe, tell)
            files |= _count(articles, passages, recipe, tell)
            records = {name: FileRecord.of(data) for name, data in files.items()}
            tell("save", 0, 1)
            store.save(index, Manifest(recipe, len(articles), len(passages), records), files)
            tell("save", 1, 1)
    return BuildReport(
        articles=len(articles),
        passages=len(passages),
        problems=(),
        seconds=time.perf_counter() - started,
        unchanged=unchanged,
    )


def _split(articles: Sequence[Article], recipe: Recipe, tell: Progress) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for done, article in enumerate(articles):
        tell("split", done, len(articles))
        passages += split_article(article, max_tokens=recipe.max_tokens, overlap_sentences=recipe.overlap_sentences)
    tell("split", len(articles), len(articles))
    return tuple(passages)


def _encode(
    articles: Sequence[Article], passages: Sequence[Passage], encoder: Encoder, recipe: Recipe, tell: Progress
) -> dict[str, bytes]:
    texts = _texts(articles, passages, with_title=recipe.dense_title)
    vectors: Vectors = np.zeros((len(texts), recipe.dimension), dtype=np.float32)
    for start in range(0, len(texts), _TEXTS_AT_ONCE):
        tell("encode", start, len(texts))
        batch = texts[start : start + _TEXTS_AT_ONCE]
        found = encoder.encode(batch, kind="document")
        if found.shape != (len(batch), recipe.dimension) or not np.isfinite(found).all():
            raise EncoderError(
                f"encoder {encoder.id!r} returned {found.shape} for {len(batch)} texts; "
                f"expected finite numbers, {(len(batch), recipe.dimension)}: choose another with --encoder"
            )
        vectors[start : start + len(batch)] = found
    tell("encode", len(texts), len(texts))
    return {VECTORS: DenseIndex.from_vectors(vectors).to_bytes()}


def _count(
    articles: Sequence[Article], passages: Sequence[Passage], recipe: Recipe, tell: Progress
) -> dict[str, bytes]:
    texts = _texts(articles, passages, with_title=recipe.lexical_title)
    tell("count", 0, len(texts))
    lexical = LexicalIndex.from_terms([terms(text) for text in texts], k1=recipe.k1, b=recipe.b)
    tell("count", len(texts), len(texts))
    return {TERMS: lexical.vocabulary_bytes(), SCORES: lexical.scores_bytes()}


def _texts(articles: Sequence[Article], passages: Sequence[Passage], *, with_title: bool) -> list[str]:
    by_id = {article.id: article for article in articles}
    texts = []
    for passage in passages:
        article = by_id[passage.article_id]
        text = article.text[passage.start : passage.end]
        texts.append(f"{article.title}\n{text}" if with_title and article.title else text)
    return texts


def _is_built(index: Path, recipe: Recipe, files: Mapping[str, bytes]) -> bool:
    """Tell whether the index is whole and holds these articles and passages, made by this recipe."""
    try:
        manifest, saved = store.read(index)
    except SavedIndexError:
        return False
    return manifest.recipe == recipe and all(saved[name] == data for name, data in files.items())


def _tidy(index: Path) -> None:
    """Remove what a build that was killed left, if that can be done."""
    with suppress(OSError, IndexLockedError):
        if store.leftovers(index) or (index / LOCK).exists():
            with build_lock(index):
                store.remove_leftovers(index)


@contextmanager
def _locked(index: Path) -> Iterator[None]:
    try:
        index.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SavedIndexError(f"folder {index} cannot be made: {error}. Choose another with --index") from error
    with build_lock(index):
        yield
