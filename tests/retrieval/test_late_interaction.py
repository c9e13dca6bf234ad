"""Late interaction against plain loops over token vectors."""

from __future__ import annotations

import numpy as np

from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.sentences import sentences
from assistant.retrieval.late_interaction import Likeness, likeness
from assistant.retrieval.query import parse_query
from assistant.retrieval.read_passage import PREFIX, PassageReader, TokenRows
from assistant.retrieval.term_match import lay
from assistant.retrieval.weighed import weigh

QUESTION = "Qui a visité le port après la rupture de la digue ?"


def alike(index: Index, question: str, rows: list[int]) -> Likeness:
    reader = PassageReader(index, StaticEncoder.shipped())
    query = parse_query(question, vocabulary=index.lexical.vocabulary)
    asked = weigh(query, lexical=index.lexical, rows=reader.rows)
    reads = reader.read(rows)
    return likeness(asked, reads, [reader.title("a-jour")], lay(reads), reader.rows)


def units(text: str) -> np.ndarray:
    vectors = StaticEncoder.shipped().token_vectors(text)[:, :PREFIX]
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def test_each_token_takes_its_best_cosine_in_the_passage_and_in_the_title(index: Index) -> None:
    rows = list(range(len(index.passages)))

    like = alike(index, QUESTION, rows)

    weights = np.linalg.norm(StaticEncoder.shipped().token_vectors(QUESTION)[:, :PREFIX], axis=1)
    for row in rows:
        text = index.text(index.passages[row])
        each = [(units(QUESTION) @ units(text[start:end]).T).max(axis=1) for start, end in sentences(text)]
        np.testing.assert_allclose(like.tokens[row], np.max(each, axis=0), atol=1e-5)
        best = max(float(one @ weights / weights.sum()) for one in each)
        np.testing.assert_allclose(like.late_sentence[row], best, atol=1e-5)
    np.testing.assert_allclose(like.titles[0], (units(QUESTION) @ units("a-jour").T).max(axis=1), atol=1e-5)


def test_a_token_of_the_question_that_stands_in_the_passage_has_cosine_1(index: Index) -> None:
    like = alike(index, index.text(index.passages[0]), [0, 5])

    np.testing.assert_allclose(like.tokens[0], 1.0, atol=1e-5)
    assert like.tokens[1].min() < 0.9
    assert like.tokens.max() < 1 + 1e-5


def test_rows_are_the_encoder_s_and_the_same_when_asked_again() -> None:
    encoder = StaticEncoder.shipped()
    rows = TokenRows(encoder)
    ids = np.array([7, 3, 7, 100], dtype=np.int32)

    for _ in range(2):
        np.testing.assert_allclose(rows.of(ids) * rows.lengths(ids)[:, None], encoder.table[ids, :PREFIX], atol=1e-5)
