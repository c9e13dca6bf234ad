"""The ranker: its weights, what it does to the order, and what it leaves alone."""

from __future__ import annotations

import pytest

from assistant.errors import ModelError
from assistant.indexing.encoder import Encoder
from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.filters import allowed_rows
from assistant.retrieval.logistic_model import model_of, readable
from assistant.retrieval.passage_features import PASSAGE_FEATURES, SIGNS
from assistant.retrieval.query import parse_query
from assistant.retrieval.ranker import SCALED_TO_ENCODER, Ranker, Weights, load_models
from assistant.retrieval.search import search
from assistant.types import Hit
from tests.indexing.corpora import ENCODER

QUESTIONS = ("Qui a fermé le port de Lorval ?", "How much will the works cost?", "La digue", "Lorval en 2021")


def found(index: Index, question: str, *, rows: list[int] | None = None, top_k: int = 20) -> tuple[Hit, ...]:
    query = parse_query(question, vocabulary=index.lexical.vocabulary)
    ranker = Ranker(index, ENCODER, static=StaticEncoder.shipped())
    return search(index, ENCODER, query, top_k=top_k, dense_weight=0.3, rows=rows, ranker=ranker)


@pytest.mark.parametrize("weights", ["shipped", "any_encoder"])
def test_every_feature_has_a_weight_of_its_sign(weights: Weights) -> None:
    model = load_models()[weights]

    assert model.names == PASSAGE_FEATURES
    for name, weight in zip(model.names, model.weights, strict=True):
        assert weight * SIGNS[name] >= 0, name
    assert any(model.weights)


def test_weights_for_any_encoder_do_not_use_the_scale_of_its_cosines() -> None:
    weights = dict(zip(PASSAGE_FEATURES, load_models()["any_encoder"].weights, strict=True))

    assert [weights[name] for name in SCALED_TO_ENCODER] == [0.0] * len(SCALED_TO_ENCODER)


@pytest.mark.parametrize(("encoder", "weights"), [(StaticEncoder.shipped(), "shipped"), (ENCODER, "any_encoder")])
def test_the_ranker_says_which_weights_it_uses(index: Index, encoder: Encoder, weights: str) -> None:
    assert Ranker(index, encoder, static=StaticEncoder.shipped()).weights_for == weights


@pytest.mark.parametrize("question", QUESTIONS)
def test_hits_are_in_order_of_probability_and_the_same_each_time(index: Index, question: str) -> None:
    hits = found(index, question)

    assert hits
    assert all(0 < hit.score < 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert hits == found(index, question)


@pytest.mark.parametrize("question", QUESTIONS)
def test_ranking_changes_the_order_only(index: Index, question: str) -> None:
    query = parse_query(question, vocabulary=index.lexical.vocabulary)

    plain = search(index, ENCODER, query, top_k=20, dense_weight=0.3)

    assert {(hit.passage, hit.similarity, hit.bm25) for hit in plain} == {
        (hit.passage, hit.similarity, hit.bm25) for hit in found(index, question)
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_fewer_hits_are_the_first_of_more(index: Index, question: str) -> None:
    assert found(index, question, top_k=2) == found(index, question)[:2]


def test_filters_act_before_ranking(index: Index) -> None:
    rows = allowed_rows(index, as_of="2021-12-31", publishers=["La Gazette"])

    hits = found(index, "Le port et la digue de Lorval", rows=rows)

    assert {hit.passage.article_id for hit in hits} == {"a-jour", "b-mois"}
    best = max(hit.similarity for hit in hits)
    assert best < max(hit.similarity for hit in found(index, "Le port et la digue de Lorval"))
    # What is left out is not measured against either: the best of what is left is scaled to 1.
    assert hits[0].score > found(index, "Le port et la digue de Lorval", rows=[*(rows or ()), 6])[-1].score


def test_no_candidate_no_hit(index: Index) -> None:
    assert found(index, "Le port", rows=[]) == ()
    assert found(index, "Le port", top_k=0) == ()


def test_weights_fitted_on_other_features_are_refused() -> None:
    data = readable(load_models()["shipped"])
    del data["weights"]["cosine"]

    with pytest.raises(ModelError, match=r"ranker.json .*cosine.*python -m assistant.training.ranker"):
        model_of(data, PASSAGE_FEATURES, file="ranker.json", refit="python -m assistant.training.ranker")
