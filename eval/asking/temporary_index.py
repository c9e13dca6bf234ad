"""The index that a run asks: a saved one, or one that is built for the run and then removed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from assistant.assistant import Assistant
from assistant.corpus.reader import read_corpus
from assistant.errors import ArticleError
from assistant.indexing.build import Progress, index_articles
from assistant.indexing.encoder import load_encoder
from assistant.indexing.index import load_index
from assistant.settings import DEFAULTS
from assistant.types import Article

Source = Path | Sequence[Article] | None
"""What is asked: a folder of articles, articles that are read already, or None for an index that is built."""


@contextmanager
def assistant_over(
    source: Source, *, index: Path | None = None, encoder: str | None = None, on_progress: Progress | None = None
) -> Iterator[tuple[Assistant, tuple[ArticleError, ...]]]:
    """Yield an assistant over a source, and the files of it that are no articles; a temporary index goes afterwards.

    Args:
        source: what is asked.
        index: folder where the index is built and stays, or stands when there is no source.
        encoder: sentence-transformers name or folder; None for the shipped one.
        on_progress: told how far the building is.

    Raises:
        ValueError: if there is neither a source nor an index.
        CorpusError: if the folder cannot be read or no article in it can.
        EncoderError: if the encoder cannot be had.
        SavedIndexError: if the index cannot be written or read, or is of another encoder.
    """
    if source is None and index is None:
        raise ValueError("there is neither a source nor an index to ask")
    loaded = load_encoder(encoder)
    with tempfile.TemporaryDirectory(prefix="eval-index-") as temporary:
        folder = index or Path(temporary)
        articles, problems = _read(source, on_progress)
        if articles is not None:
            index_articles(
                articles,
                folder,
                encoder=loaded,
                max_tokens=DEFAULTS.max_tokens,
                overlap_sentences=DEFAULTS.overlap_sentences,
                on_progress=on_progress,
            )
        yield Assistant(load_index(folder, encoder=loaded), loaded), problems


def _read(source: Source, on_progress: Progress | None) -> tuple[Sequence[Article] | None, tuple[ArticleError, ...]]:
    if not isinstance(source, Path):
        return source, ()
    reading = read_corpus(source, on_progress=partial(on_progress, "read") if on_progress else None)
    return reading.articles, tuple(reading.problems)
