"""What is measured of candidates: in range, blind to what the question does not ask, right where it can be counted."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.passage_features import PASSAGE_FEATURES, SIGNS
from assistant.retrieval.query import parse_query
from assistant.retrieval.ranker import Ranker
from assistant.retrieval.search import lexical_scores

Features = NDArray[np.float64]
_ENCODER = StaticEncoder.shipped()


def measured(index: Index, question: str, rows: list[int] | None = None) -> dict[str, Features]:
    """Measure passages for a question, by the name of the feature."""
    query = parse_query(question, vocabulary=index.lexical.vocabulary)
    rows = list(range(len(index.passages))) if rows is None else rows
    lexical = lexical_scores(index.lexical, query)
    texts = [index.text(index.passages[row]) for row in rows]
    similarity = _ENCODER.encode(texts, kind="document") @ _ENCODER.encode([question], kind="query")[0]
    ranker = Ranker(index, _ENCODER, static=_ENCODER)
    features = ranker.features(query, rows, bm25=lexical[rows], similarity=similarity, lexical=lexical)
    return dict(zip(PASSAGE_FEATURES, features.T, strict=True))


def row_with(index: Index, words: str) -> int:
    """Return the first passage that has these words."""
    return next(row for row, passage in enumerate(index.passages) if words in index.text(passage))


@pytest.mark.parametrize(
    "question", ["Qui a fermé le port de Lorval ?", "How many houses were destroyed?", "?", "xyzzy", "Lorval", ""]
)
def test_every_feature_is_finite_and_shares_are_shares(index: Index, question: str) -> None:
    found = measured(index, question)

    assert set(found) == set(SIGNS)
    for name, values in found.items():
        assert np.isfinite(values).all(), name
        if name.startswith(("coverage", "names", "missing", "bigrams", "proximity", "type", "dates", "title", "late")):
            assert -1e-5 <= values.min() <= values.max() <= 1 + 1e-5, name


def test_what_a_question_asks_for_is_where_the_features_say(index: Index) -> None:
    found = measured(index, "Combien de maisons la tempête a-t-elle détruites à Lorval ?")
    gold = row_with(index, "Douze maisons")

    for name in ("coverage", "coverage_exact", "coverage_sentence", "bm25_sentence", "late_interaction", "cosine"):
        assert found[name].argmax() == gold, name
    assert found["type_held"][gold] == 1.0
    assert found["type_held"][row_with(index, "maire promet")] == 0.0


def test_a_name_that_is_nowhere_in_a_passage_is_missing(index: Index) -> None:
    found = measured(index, "Que dit-on du port de Lorval ?")

    assert found["names_missing"][row_with(index, "port de Lorval")] == 0.0
    assert found["names_missing"][row_with(index, "maire promet")] == 1.0


def test_a_date_of_the_question_is_met_by_the_day_of_the_article(index: Index) -> None:
    found = measured(index, "Que s'est-il passé le 15 mars 2021 ?")

    of_day = [index.articles[passage.article_id].id == "a-jour" for passage in index.passages]
    assert (found["dates_met"][of_day] == 1.0).all()
    assert (found["dates_met"][~np.array(of_day)] < 1.0).all()


def test_passages_of_one_article_share_what_is_of_the_article(index: Index) -> None:
    found = measured(index, "Le port de Lorval et l'aide de l'État")

    for article_id in index.articles:
        own = list(index.rows_of(article_id))
        for name in ("late_article", "coverage_article", "cosine_article", "bm25_article"):
            assert len(set(found[name][own])) == 1, name


def test_scores_of_the_search_are_set_against_the_best_candidate(index: Index) -> None:
    found = measured(index, "Le port de Lorval")

    assert found["bm25_scaled"].max() == pytest.approx(1.0)
    assert found["similarity_scaled"].max() == pytest.approx(1.0)
    assert found["similarity_standing"].mean() == pytest.approx(0.0, abs=1e-5)
    order = np.argsort(-found["bm25_scaled"], kind="stable")
    assert found["bm25_first"][order[0]] == 1.0
    assert (np.diff(found["bm25_first"][order]) <= 0).all()


def test_a_passage_measures_the_same_whatever_was_read_before(index: Index) -> None:
    query = parse_query("Le port de Lorval", vocabulary=index.lexical.vocabulary)
    lexical = lexical_scores(index.lexical, query)
    similarity = np.zeros(3, dtype=np.float32)
    warm, cold = (Ranker(index, _ENCODER, static=_ENCODER) for _ in range(2))
    warm.features(query, [4, 5, 6], bm25=lexical[[4, 5, 6]], similarity=similarity, lexical=lexical)

    found = [
        one.features(query, [5, 0, 2], bm25=lexical[[5, 0, 2]], similarity=similarity, lexical=lexical)
        for one in (warm, cold)
    ]

    np.testing.assert_array_equal(found[0], found[1])
