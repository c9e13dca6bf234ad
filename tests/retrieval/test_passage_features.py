"""What is measured of candidates: in range, blind to what the question does not ask, right where it can be counted."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.candidates import Candidates, lexical_scores
from assistant.retrieval.passage_features import PASSAGE_FEATURES, SIGNS
from assistant.retrieval.query import Query, parse_query
from assistant.retrieval.ranker import Ranker
from tests.indexing.corpora import ENCODER

Features = NDArray[np.float64]


def proposed(index: Index, query: Query, rows: list[int]) -> Candidates:
    """Return some passages as candidates, in this order."""
    lexical = lexical_scores(index.lexical, query)
    vector = ENCODER.encode([query.text], kind="query")[0]
    texts = [index.text(index.passages[row]) for row in rows]
    similarity = ENCODER.encode(texts, kind="document") @ vector
    return Candidates(np.array(rows), lexical[rows], similarity, lexical[rows], lexical, vector)


def measured(index: Index, question: str, rows: list[int] | None = None) -> dict[str, Features]:
    """Measure passages for a question, by the name of the feature."""
    query = parse_query(question, vocabulary=index.lexical.vocabulary)
    rows = list(range(len(index.passages))) if rows is None else rows
    features = Ranker(index, ENCODER, static=StaticEncoder.shipped()).features(query, proposed(index, query, rows))
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
        if name.startswith(("coverage", "begun", "names", "bigrams", "type", "dates", "title")):
            assert -1e-5 <= values.min() <= values.max() <= 1 + 1e-5, name


def test_what_a_question_asks_for_is_where_the_features_say(index: Index) -> None:
    found = measured(index, "Combien de maisons la tempête a-t-elle détruites à Lorval ?")
    gold = row_with(index, "Douze maisons")

    for name in ("coverage_begun", "late_sentence", "cosine"):
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
        for name in ("late_article", "late_sharp", "similarity_whole", "bm25_article", "title_asked"):
            assert len(set(found[name][own])) == 1, name


def test_scores_of_the_search_are_set_against_the_best_candidate(index: Index) -> None:
    found = measured(index, "Le port de Lorval")

    assert found["bm25_article"].max() == pytest.approx(1.0)
    order = np.argsort(-found["bm25_first"], kind="stable")
    assert found["bm25_first"][order[0]] == 1.0
    ranks = 1 / found["bm25_first"][order]
    np.testing.assert_allclose(ranks, np.round(ranks), atol=1e-5)
    assert (np.diff(ranks) >= -1e-5).all()


def test_a_passage_measures_the_same_whatever_was_read_before(index: Index) -> None:
    query = parse_query("Le port de Lorval", vocabulary=index.lexical.vocabulary)
    warm, cold = (Ranker(index, ENCODER, static=StaticEncoder.shipped()) for _ in range(2))
    warm.features(query, proposed(index, query, [4, 5, 6]))

    found = [one.features(query, proposed(index, query, [5, 0, 2])) for one in (warm, cold)]

    np.testing.assert_array_equal(found[0], found[1])
