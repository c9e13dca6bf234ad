"""The index in memory: articles, their passages, and two ways to search them by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import IndexDamagedError
from assistant.indexing import store
from assistant.indexing.dense import DenseIndex
from assistant.indexing.encoder import Encoder
from assistant.indexing.lexical import LexicalIndex
from assistant.indexing.manifest import (
    ARTICLES,
    PASSAGES,
    SCORES,
    TAILS,
    TERMS,
    VECTORS,
    Manifest,
    check_recipe,
    rebuild_advice,
)
from assistant.indexing.passages import SPLITTER_VERSION
from assistant.indexing.records import articles_from_bytes, passages_from_bytes
from assistant.language.words import ANALYSIS_VERSION
from assistant.types import Article, Passage


@dataclass(frozen=True)
class Index:
    """What a question is asked of. A passage's place in ``passages`` is its row in ``dense`` and ``lexical``.

    Attributes:
        articles: by id, in order of id.
        passages: by row: articles in order of id, passages in order of text.
        dense: embeddings by row.
        lexical: BM25 scores by row.
        manifest: what it was made from.
    """

    articles: Mapping[str, Article]
    passages: tuple[Passage, ...]
    dense: DenseIndex
    lexical: LexicalIndex
    manifest: Manifest

    def text(self, passage: Passage) -> str:
        """Return the characters of a passage, sliced from its article."""
        return self.articles[passage.article_id].text[passage.start : passage.end]

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """Return the passages of an article in order of text; none for an article without text.

        Raises:
            KeyError: if there is no such article.
        """
        return tuple(self.passages[row] for row in self.rows_of(article_id))

    def rows_of(self, article_id: str) -> range:
        """Return the rows of an article's passages.

        Raises:
            KeyError: if there is no such article.
        """
        return self._rows[article_id]

    @cached_property
    def article_of_row(self) -> NDArray[np.int64]:
        """The place of each row's article among the articles, ``(rows,) int64``."""
        lengths = [len(self._rows[article_id]) for article_id in self.articles]
        return np.repeat(np.arange(len(lengths)), lengths)

    @cached_property
    def _rows(self) -> dict[str, range]:
        rows = {article_id: range(0) for article_id in self.articles}
        for row, passage in enumerate(self.passages):
            before = rows[passage.article_id]
            rows[passage.article_id] = range(before.start if before else row, row + 1)
        return rows


def load_index(
    index: Path, *, encoder: Encoder, max_tokens: int | None = None, overlap_sentences: int | None = None
) -> Index:
    """Load a saved index; writes nothing, and parses nothing whose hash is not the manifest's.

    Args:
        index: the folder.
        encoder: what questions will be encoded with; must be what passages were encoded with.
        max_tokens: refuse an index with passages of another size; None takes any.
        overlap_sentences: refuse an index with another overlap; None takes any.

    Raises:
        IndexNotFoundError: if there is none.
        IndexDamagedError: if a file is missing, altered or malformed.
        IndexMismatchError: if it was built with another encoder, splitter, analysis or format.
    """
    manifest, files = store.read(index)
    saved = manifest.recipe
    expected = replace(
        saved,
        encoder_id=encoder.id,
        dimension=encoder.dimension,
        prefix=encoder.prefix,
        fingerprint=dict(encoder.fingerprint),
        splitter=SPLITTER_VERSION,
        analysis=ANALYSIS_VERSION,
        max_tokens=saved.max_tokens if max_tokens is None else max_tokens,
        overlap_sentences=saved.overlap_sentences if overlap_sentences is None else overlap_sentences,
    )
    check_recipe(saved, expected, index=index)
    try:
        return parse_index(manifest, files)
    except ValueError as error:
        raise IndexDamagedError(f"index {index} is malformed: {error}. {rebuild_advice(index)}") from error


def parse_index(manifest: Manifest, files: dict[str, bytes]) -> Index:
    """Make an index of the contents of its files, which are let go as they are read: they are as large as it.

    Raises:
        ValueError: if one is malformed, or they do not fit each other.
    """
    articles = articles_from_bytes(files.pop(ARTICLES))
    passages = passages_from_bytes(files.pop(PASSAGES), articles=articles)
    if (len(articles), len(passages)) != (manifest.articles, manifest.passages):
        found = f"{len(articles)} articles and {len(passages)} passages"
        raise ValueError(f"it has {found}; its manifest says {manifest.articles} and {manifest.passages}")
    _check_order([passage.article_id for passage in passages], list(articles))
    recipe = manifest.recipe
    return Index(
        articles=articles,
        passages=passages,
        dense=DenseIndex.from_bytes(
            files.pop(VECTORS),
            tails=files.pop(TAILS),
            count=len(passages),
            dimension=recipe.dimension,
            prefix=recipe.prefix,
        ),
        lexical=LexicalIndex.from_bytes(vocabulary=files.pop(TERMS), scores=files.pop(SCORES), count=len(passages)),
        manifest=manifest,
    )


def _check_order(of_passages: Sequence[str], article_ids: Sequence[str]) -> None:
    place = {article_id: number for number, article_id in enumerate(article_ids)}
    places = [place[article_id] for article_id in of_passages]
    if places != sorted(places):
        raise ValueError("its passages are not in the order of its articles")
