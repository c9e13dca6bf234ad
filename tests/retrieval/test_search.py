"""Fused search against a plain computation over every passage."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.indexing.index import Index
from assistant.retrieval.candidates import lexical_scores
from assistant.retrieval.query import Query, parse_query
from assistant.retrieval.search import search
from tests.indexing.corpora import ENCODER, build, load

QUESTIONS = (
    "Qui a fermé le port de Lorval ?",
    "Que demandent les pêcheurs ?",
    "La digue ?",
    "How much will the works cost?",
    "Lorval",
    "Le xylophone ?",
    "",
)


def parsed(index: Index, question: str) -> Query:
    return parse_query(question, vocabulary=index.lexical.vocabulary)


def naive(index: Index, query: Query, *, weight: float, rows: list[int]) -> list[tuple[int, float]]:
    """Score every row by the definition: cosine and BM25, each over the best of its kind."""
    cosine = index.dense.vectors @ ENCODER.encode([query.text], kind="query")[0]
    bm25 = np.zeros(len(index.passages))
    for term in query.terms:
        ways = [similarity * index.lexical.scores([other]) for other, similarity in term.alternatives.items()]
        bm25 += np.max(ways, axis=0) if ways else 0.0
    parts = []
    for scores in (cosine, bm25):
        best = max((float(scores[row]) for row in rows), default=0.0)
        parts.append(np.maximum(scores, 0) / best if best > 0 else np.zeros(len(scores)))
    fused = weight * parts[0] + (1 - weight) * parts[1]
    return sorted(((row, float(fused[row])) for row in rows if fused[row] > 0), key=lambda pair: (-pair[1], pair[0]))


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("weight", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("rows", [None, [0, 2, 3, 8], [5]])
def test_hits_are_those_of_the_plain_computation(
    index: Index, question: str, weight: float, rows: list[int] | None
) -> None:
    query = parsed(index, question)
    expected = naive(index, query, weight=weight, rows=list(range(len(index.passages))) if rows is None else rows)

    hits = search(index, ENCODER, query, top_k=100, dense_weight=weight, rows=rows)

    assert len(hits) == len(expected)
    assert [hit.score for hit in hits] == pytest.approx([score for _, score in expected], abs=1e-5)
    scores = {index.passages[row].id: score for row, score in expected}
    assert [scores[hit.passage.id] for hit in hits] == pytest.approx([hit.score for hit in hits], abs=1e-5)


@settings(max_examples=50)
@given(
    words=st.lists(st.sampled_from("le port digue Lorval pêcheurs maisons travaux mer".split()), max_size=5),
    rows=st.lists(st.integers(0, 8), unique=True),
    top_k=st.integers(0, 12),
    weight=st.sampled_from([0.0, 0.3, 1.0]),
)
def test_hits_are_ranked_allowed_and_positive(
    index: Index, words: list[str], rows: list[int], top_k: int, weight: float
) -> None:
    query = parsed(index, " ".join(words))

    hits = search(index, ENCODER, query, top_k=top_k, dense_weight=weight, rows=rows)

    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert len(hits) <= top_k
    assert {hit.passage for hit in hits} <= {index.passages[row] for row in rows}
    assert all(0 < hit.score <= 1 + 1e-6 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits == search(index, ENCODER, query, top_k=100, dense_weight=weight, rows=rows)[:top_k]


def test_without_dense_weight_nothing_without_a_shared_word_is_found(index: Index) -> None:
    assert search(index, ENCODER, parsed(index, "Le xylophone ?"), top_k=5, dense_weight=0.0) == ()
    hits = search(index, ENCODER, parsed(index, "La digue ?"), top_k=9, dense_weight=0.0)
    assert {hit.passage.id for hit in hits} == {"c-annee#0", "d-sans-date#0"}
    assert all(hit.bm25 > 0 for hit in hits)


def test_equal_scores_come_in_order_of_passage(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, end in (("b", "Douze maisons sont vides."), ("a", "Le maire se tait."), ("c", "Nul ne sait pourquoi.")):
        text = f"La digue du port a cédé lundi matin à Lorval.\n\n{end}\n"
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    build(corpus, tmp_path / "index", max_tokens=16)
    same = load(tmp_path / "index")

    hits = search(same, ENCODER, parsed(same, "La digue ?"), top_k=2, dense_weight=0.3)

    assert [hit.passage.article_id for hit in hits] == ["a", "b"]
    assert hits[0].score == hits[1].score


def test_no_rows_no_hits(index: Index) -> None:
    assert search(index, ENCODER, parsed(index, "Le port ?"), top_k=5, dense_weight=0.3, rows=[]) == ()
    assert search(index, ENCODER, parsed(index, "Le port ?"), top_k=0, dense_weight=0.3) == ()


def test_a_term_counts_once_by_its_best_alternative(index: Index) -> None:
    query = parsed(index, "La digue ?")
    (term,) = query.terms
    best = np.max([weight * index.lexical.scores([way]) for way, weight in term.alternatives.items()], axis=0)

    np.testing.assert_allclose(lexical_scores(index.lexical, query), best, rtol=1e-6)
