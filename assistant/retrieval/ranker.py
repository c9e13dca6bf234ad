"""The learned ranker: candidates of the search in the order in which they most likely answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assistant.indexing.encoder import Encoder
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.candidates import Candidates
from assistant.retrieval.dates_met import dates_met
from assistant.retrieval.logistic_model import LogisticModel, model_of
from assistant.retrieval.passage_features import PASSAGE_FEATURES, Standing, passage_features
from assistant.retrieval.query import Query
from assistant.retrieval.read_passage import PassageReader
from assistant.retrieval.weighed import weigh
from assistant.types import Passage

Floats = NDArray[np.float32]
Features = NDArray[np.float64]
Weights = Literal["shipped", "any_encoder"]

SCALED_TO_ENCODER = ("similarity_whole",)
"""Features that only mean what they meant in training with the encoder of the training."""
_CENTROIDS = 2048
"""Articles whose centroid is remembered."""
_FILE = Path(__file__).parents[1] / "model" / "ranker.json"
_REFIT = "python -m assistant.training.ranker"


class Ranker:
    """Measures candidates and scores each with a logistic model: the probability that it answers.

    Args:
        index: where the candidates are from.
        encoder: what the index was built with. With another one than the shipped encoder, cosines have
            another scale: the weights used then were fitted without :data:`SCALED_TO_ENCODER`, and the
            index's encoder only proposes candidates.
        static: the encoder of token vectors and sentences; the shipped one whatever the index was built with.
    """

    def __init__(self, index: Index, encoder: Encoder, *, static: StaticEncoder) -> None:
        self._index = index
        self._static = static
        self._centroids: dict[str, Floats] = {}
        self._reader = PassageReader(index, static)
        same = (encoder.id, dict(encoder.fingerprint)) == (static.id, dict(static.fingerprint))
        self.weights_for: Weights = "shipped" if same else "any_encoder"
        """Which weights rank: ``shipped`` with the shipped encoder, ``any_encoder`` with every other."""

    @cached_property
    def _model(self) -> LogisticModel:  # read when first used: measuring, to fit it anew, needs none
        return load_models()[self.weights_for]

    def probabilities(self, query: Query, found: Candidates) -> Features:
        """Return, for each candidate, the probability in (0, 1) that it answers the question."""
        if not found.rows.size:
            return np.zeros(0)
        return self._model.probabilities(self.features(query, found))

    def features(self, query: Query, found: Candidates) -> Features:
        """Return what is measured of candidates, at least one: ``(n, len(PASSAGE_FEATURES))``."""
        index = self._index
        rows = [int(row) for row in found.rows]
        passages = [index.passages[row] for row in rows]
        own_rows = [index.rows_of(passage.article_id) for passage in passages]
        names, articles = np.unique([passage.article_id for passage in passages], return_inverse=True)
        standing = Standing(
            bm25=found.bm25,
            article_bm25=np.array([found.lexical[own.start : own.stop].max() for own in own_rows], dtype=np.float32),
            cosine=found.similarity if self.weights_for == "shipped" else self._cosine(query, rows),
            articles=articles,
            titles=[self._reader.title(str(name)) for name in names],
            whole=np.array([self._centroid(str(name)) @ found.vector for name in names], dtype=np.float32)[articles],
            dates_met=self._dates_met(query, passages),
        )
        asked = weigh(query, lexical=index.lexical, rows=self._reader.rows)
        return passage_features(asked, self._reader.read(rows), standing, self._reader.rows)

    def _cosine(self, query: Query, rows: Sequence[int]) -> Floats:
        """Return what the index does not know when it was built with another encoder."""
        vector = self._static.encode([query.text], kind="query")[0]
        return np.array([self._reader.vector(row) @ vector for row in rows], dtype=np.float32)

    def _dates_met(self, query: Query, passages: Sequence[Passage]) -> Floats:
        if not query.dates:
            return np.zeros(len(passages), dtype=np.float32)
        articles = self._index.articles
        met = [dates_met(query.dates, self._index.text(one), articles[one.article_id].published) for one in passages]
        return np.array(met, dtype=np.float32)

    def _centroid(self, article_id: str) -> Floats:
        known = self._centroids.get(article_id)
        if known is None:
            known = self._index.dense.centroid(self._index.rows_of(article_id))
            if len(self._centroids) >= _CENTROIDS:
                self._centroids.pop(next(iter(self._centroids)))
            self._centroids[article_id] = known
        return known


def load_models() -> Mapping[Weights, LogisticModel]:
    """Read the shipped weights.

    Raises:
        ModelError: if the file was fitted on other features than :data:`PASSAGE_FEATURES`.
    """
    data = _read()
    return {
        "shipped": model_of(data["shipped"], PASSAGE_FEATURES, file=_FILE.name, refit=_REFIT),
        "any_encoder": model_of(data["any_encoder"], PASSAGE_FEATURES, file=_FILE.name, refit=_REFIT),
    }


@lru_cache(maxsize=1)
def _read() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return data
