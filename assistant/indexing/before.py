"""The index that a build finds, as far as it can be trusted to give what building it again would give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import SavedIndexError
from assistant.indexing import store
from assistant.indexing.counts import TermCounts
from assistant.indexing.index import Index, parse_index
from assistant.indexing.kept import Kept, makers
from assistant.indexing.manifest import Recipe
from assistant.types import Article


@dataclass(frozen=True, slots=True)
class Before:
    """What a build found.

    Attributes:
        index: the index that is there, whole; None if there is none, or it is damaged.
        kept: what its build kept, by the code and libraries of now; None if that is not there.
    """

    index: Index | None = None
    kept: Kept | None = None

    @property
    def files(self) -> Mapping[str, tuple[str, Article]]:
        """Path of each file to the hash of its bytes and the article read from it."""
        if self.index is None or self.kept is None:
            return {}
        by_source = {article.source: article for article in self.index.articles.values()}
        return {
            source: (digest, by_source[source]) for source, digest in self.kept.files.items() if source in by_source
        }

    def unchanged(self, articles: Sequence[Article], recipe: Recipe) -> bool:
        """Tell whether the index has these articles and this recipe."""
        index = self.index
        return index is not None and index.manifest.recipe == recipe and list(index.articles.values()) == list(articles)

    def reusable(self, recipe: Recipe) -> Index | None:
        """Return the index if rows can be taken from it for an index of this recipe."""
        fits = self.index is not None and self.kept is not None and self.index.manifest.recipe == recipe
        return self.index if fits else None

    def counts(self) -> TermCounts:
        """Return how often each passage of the index holds each term.

        Raises:
            ValueError: if nothing that fits was kept.
        """
        if self.index is None or self.kept is None:
            raise ValueError("the build before kept no counts")
        rows, ends = self.index.lexical.columns
        return TermCounts(tuple(self.index.lexical.vocabulary), self.index.lexical.count, rows, self.kept.counts, ends)


def find_before(index: Path) -> Before:
    """Read what is there of an index and of what its build kept; whatever is in doubt is as if it were not there."""
    made_by = makers()  # before anything is made: code may be changed while a build runs
    try:
        manifest, files = store.read(index)
        found = parse_index(manifest, files)
    except (SavedIndexError, ValueError):
        return Before()
    try:
        kept = Kept.from_bytes(store.kept(index))
    except ValueError:
        return Before(found)
    fits = (kept.generation, kept.made_by, len(kept.counts)) == (
        manifest.generation,
        made_by,
        len(found.lexical.columns[0]),
    )
    return Before(found, kept if fits else None)
