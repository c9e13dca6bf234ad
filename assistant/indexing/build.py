"""Build an index from a folder of articles: read, split, encode, count, save.

What the index that is there holds of articles that have not changed is taken from it, and the result is
to the byte what a build of everything gives.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.corpus.reader import read_corpus
from assistant.errors import ArticleError, EncoderError, SavedIndexError
from assistant.indexing import store
from assistant.indexing.before import Before, find_before
from assistant.indexing.counts import TermCounts
from assistant.indexing.dense import DenseIndex
from assistant.indexing.encoder import Encoder
from assistant.indexing.index import Index
from assistant.indexing.kept import Kept, makers
from assistant.indexing.lexical import K1, B, LexicalIndex
from assistant.indexing.lock import LOCK, build_lock
from assistant.indexing.manifest import (
    ARTICLES,
    PASSAGES,
    SCORES,
    TAILS,
    TERMS,
    VECTORS,
    FileRecord,
    Manifest,
    Recipe,
)
from assistant.indexing.packing import pack
from assistant.indexing.passages import SPLITTER_VERSION, split_article
from assistant.indexing.records import articles_to_bytes, passages_to_bytes
from assistant.indexing.rows import Rows
from assistant.language.words import ANALYSIS_VERSION, terms
from assistant.types import Article, Passage

Progress = Callable[[str, int, int], None]
"""Called with a stage (``read``, ``split``, ``encode``, ``count``, ``save``), steps done and steps in all."""

_TEXTS_AT_ONCE = 256
_ARTICLES_AT_ONCE = 16


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
    recipe = _recipe(encoder, max_tokens, overlap_sentences, k1, b, lexical_title, dense_title)
    before = find_before(index)
    reading = read_corpus(corpus, known=before.files, on_progress=lambda done, total: tell("read", done, total))
    report = _build(reading.articles, reading.files, index, encoder, recipe, before, tell)
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
    recipe = _recipe(encoder, max_tokens, overlap_sentences, k1, b, lexical_title, dense_title)
    tell: Progress = on_progress or (lambda stage, done, total: None)
    report = _build(articles, {}, index, encoder, recipe, find_before(index), tell)
    return replace(report, seconds=time.perf_counter() - started)


def _recipe(
    encoder: Encoder,
    max_tokens: int,
    overlap_sentences: int,
    k1: float,
    b: float,
    lexical_title: bool,
    dense_title: bool,
) -> Recipe:
    return Recipe(
        encoder_id=encoder.id,
        dimension=encoder.dimension,
        prefix=encoder.prefix,
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


def _build(
    articles: Sequence[Article],
    read_from: Mapping[str, str],
    index: Path,
    encoder: Encoder,
    recipe: Recipe,
    before: Before,
    tell: Progress,
) -> BuildReport:
    """Make the index that of these articles, read from files with these hashes; nothing if it is."""
    old = before.reusable(recipe)
    same = before.unchanged(articles, recipe)
    if same and before.kept is not None and before.kept.files == read_from:
        _tidy(index)
        return BuildReport(len(articles), len(before.index.passages) if before.index else 0, (), 0.0, unchanged=True)
    passages = _split(articles, recipe, old, tell)
    rows = Rows(articles, passages, old)
    if same and before.index is not None and before.index.passages == passages:
        with suppress(OSError, SavedIndexError), build_lock(index):  # what was kept is lost, or said other files
            store.remove_leftovers(index)
            _keep(index, before.index.manifest, read_from, _count(rows, recipe, before, tell))
        return BuildReport(len(articles), len(passages), (), 0.0, unchanged=True)
    with _locked(index):
        files = {ARTICLES: articles_to_bytes(articles), PASSAGES: passages_to_bytes(passages)}
        files |= _encode(rows, encoder, recipe, tell)
        counted = _count(rows, recipe, before, tell)
        lexical = LexicalIndex.from_counts(counted, k1=recipe.k1, b=recipe.b)
        files |= {TERMS: lexical.vocabulary_bytes(), SCORES: lexical.scores_bytes()}
        records = {name: FileRecord.of(data) for name, data in files.items()}
        manifest = Manifest(recipe, len(articles), len(passages), records)
        tell("save", 0, 1)
        store.save(index, manifest, files)
        with suppress(OSError):  # the index stands; without this the next build only takes longer
            _keep(index, manifest, read_from, counted)
        tell("save", 1, 1)
    return BuildReport(len(articles), len(passages), (), 0.0, unchanged=False)


def _keep(index: Path, manifest: Manifest, read_from: Mapping[str, str], counted: TermCounts) -> None:
    store.keep(index, Kept(manifest.generation, makers(), read_from, counted.counts).to_bytes())


def _split(articles: Sequence[Article], recipe: Recipe, old: Index | None, tell: Progress) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for done, article in enumerate(articles):
        if done % _ARTICLES_AT_ONCE == 0:
            tell("split", done, len(articles))
        if old is not None and old.articles.get(article.id) == article:
            passages += old.passages_of(article.id)
        else:
            passages += split_article(article, max_tokens=recipe.max_tokens, overlap_sentences=recipe.overlap_sentences)
    tell("split", len(articles), len(articles))
    return tuple(passages)


def _encode(rows: Rows, encoder: Encoder, recipe: Recipe, tell: Progress) -> dict[str, bytes]:
    heads, tails = rows.packed(dimension=recipe.dimension, prefix=recipe.prefix)
    for start in range(0, len(rows.fresh), _TEXTS_AT_ONCE):
        tell("encode", rows.taken + start, rows.count)
        batch = rows.fresh[start : start + _TEXTS_AT_ONCE]
        found = encoder.encode(rows.texts(batch, with_title=recipe.dense_title), kind="document")
        if found.shape != (len(batch), recipe.dimension) or not np.isfinite(found).all():
            raise EncoderError(
                f"encoder {encoder.id!r} returned {found.shape} for {len(batch)} texts; "
                f"expected finite numbers, {(len(batch), recipe.dimension)}: choose another with --encoder"
            )
        heads[batch], packed = pack(found, prefix=recipe.prefix)
        tails.values[batch], tails.steps[batch], tails.lengths[batch] = packed.values, packed.steps, packed.lengths
    tell("encode", rows.count, rows.count)
    return {VECTORS: DenseIndex.from_packed(heads, tails).to_bytes(), TAILS: tails.to_bytes()}


def _count(rows: Rows, recipe: Recipe, before: Before, tell: Progress) -> TermCounts:
    def analysed() -> Iterator[list[str]]:
        for start in range(0, len(rows.fresh), _TEXTS_AT_ONCE):
            tell("count", rows.taken + start, rows.count)
            batch = rows.fresh[start : start + _TEXTS_AT_ONCE]
            yield from map(terms, rows.texts(batch, with_title=recipe.lexical_title))

    counted = TermCounts.of(analysed())
    if rows.taken:
        taken = before.counts().moved(rows.moved, passages=rows.count)
        counted = counted.moved(rows.fresh, passages=rows.count).and_also(taken)
    tell("count", rows.count, rows.count)
    return counted


def _tidy(index: Path) -> None:
    """Remove what a build that was killed left, if that can be done."""
    with suppress(OSError, SavedIndexError):
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
