"""The rows of an index to be: which can be taken from an older index, and which are to be made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from assistant.indexing.counts import GONE
from assistant.indexing.index import Index
from assistant.indexing.packing import Rows as Numbers
from assistant.indexing.packing import Tails, Vectors
from assistant.types import Article, Passage


class Rows:
    """Rows to be.

    Args:
        articles: in order of id.
        passages: theirs, in the order of the rows.
        old: the older index; None when nothing is to be taken.

    Attributes:
        count: how many rows there will be.
        moved: for each row of the older index its new one, or ``GONE``; ``(old rows,) int64``.
        fresh: rows that are to be made, ascending, ``(n,) int64``.
    """

    def __init__(self, articles: Sequence[Article], passages: Sequence[Passage], old: Index | None) -> None:
        self._articles = {article.id: article for article in articles}
        self._passages = passages
        self._old = old
        self.count = len(passages)
        self.moved: Numbers = np.full(0 if old is None else len(old.passages), GONE, dtype=np.int64)
        to_make = np.ones(self.count, dtype=bool)
        if old is not None:
            firsts: dict[str, int] = {}
            for row, passage in enumerate(passages):
                firsts.setdefault(passage.article_id, row)
            for name, first in firsts.items():
                if old.articles.get(name) == self._articles[name]:
                    rows = old.rows_of(name)
                    self.moved[rows.start : rows.stop] = np.arange(first, first + len(rows))
                    to_make[first : first + len(rows)] = False
        self.fresh: Numbers = np.flatnonzero(to_make)

    @property
    def taken(self) -> int:
        """How many rows are taken from the older index."""
        return self.count - len(self.fresh)

    def texts(self, rows: Iterable[int], *, with_title: bool) -> list[str]:
        """Return the texts of some rows, each with its article's title before it where asked."""
        texts = []
        for passage in map(self._passages.__getitem__, rows):
            article = self._articles[passage.article_id]
            text = article.text[passage.start : passage.end]
            texts.append(f"{article.title}\n{text}" if with_title and article.title else text)
        return texts

    def packed(self, *, dimension: int, prefix: int) -> tuple[Vectors, Tails]:
        """Return room for the packed embeddings of all rows, with those that are taken in their place."""
        heads = np.zeros((self.count, prefix), dtype=np.float32)
        values = np.zeros((self.count, dimension - prefix), dtype=np.int8)
        tails = Tails(values, np.zeros(self.count, dtype=np.float32), np.zeros(self.count, dtype=np.float32))
        if self._old is not None:
            stay = np.flatnonzero(self.moved != GONE)
            rows, taken = self.moved[stay], self._old.dense.tails.of(stay)
            heads[rows] = self._old.dense.heads(stay)
            tails.values[rows], tails.steps[rows], tails.lengths[rows] = taken.values, taken.steps, taken.lengths
        return heads, tails
