"""Sums taken over tokens give what vectors of whole texts give."""

from __future__ import annotations

import numpy as np

from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.late_interaction import likeness
from assistant.retrieval.query import parse_query
from assistant.retrieval.read_passage import PassageReader, TokenRows
from assistant.retrieval.term_match import lay
from assistant.retrieval.weighed import PREFIX, weigh

QUESTION = "Qui a visité le port après la rupture de la digue ?"


def test_cosines_are_those_of_the_encoded_texts(index: Index) -> None:
    encoder = StaticEncoder.shipped()
    asked = weigh(parse_query(QUESTION, vocabulary=index.lexical.vocabulary), lexical=index.lexical, encoder=encoder)
    reader = PassageReader(index, encoder)
    reads = reader.read(range(len(index.passages)))

    like = likeness(asked, reads, [reader.title("a-jour")] * len(reads), lay(reads), reader.rows)

    vector = encoder.encode([QUESTION], kind="query")[0]
    np.testing.assert_allclose(asked.vector, vector, atol=1e-5)
    for row, passage in enumerate(index.passages):
        text = index.text(passage)
        whole = encoder.encode([text], kind="document")[0] @ vector
        assert abs(like.cosine[row] - whole) < 1e-4


def test_a_token_of_the_question_that_stands_in_the_passage_has_cosine_1(index: Index) -> None:
    encoder = StaticEncoder.shipped()
    text = index.text(index.passages[0])
    asked = weigh(parse_query(text, vocabulary=index.lexical.vocabulary), lexical=index.lexical, encoder=encoder)
    reader = PassageReader(index, encoder)
    reads = reader.read([0, 5])

    like = likeness(asked, reads, [reader.title("a-jour")] * len(reads), lay(reads), reader.rows)

    np.testing.assert_allclose(like.tokens[0], 1.0, atol=1e-5)
    assert like.tokens[1].min() < 0.9
    assert like.tokens.max() < 1 + 1e-5


def test_rows_are_unpacked_once_and_are_the_encoder_s() -> None:
    encoder = StaticEncoder.shipped()
    rows = TokenRows(encoder)
    ids = np.array([7, 3, 7, 100], dtype=np.int32)

    for _ in range(2):
        np.testing.assert_array_equal(rows.of(ids), encoder.table[ids])
    assert rows.of(ids).shape == (4, encoder.dimension)
    assert encoder.dimension >= PREFIX
