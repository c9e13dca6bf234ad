"""Terms met in sentences, against plain loops over the same passages."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.indexing.index import Index
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.words import positioned_terms
from assistant.retrieval.bigrams import bigrams
from assistant.retrieval.query import parse_query
from assistant.retrieval.read_passage import PassageReader, TokenRows
from assistant.retrieval.term_match import hits, lay, met_terms, share
from assistant.retrieval.weighed import Ways, Weighed, weigh

QUESTIONS = (
    "Qui a fermé le port de Lorval ?",
    "Que demandent les pêcheurs à l'État ?",
    "How many houses were destroyed?",
    "Le ministre a-t-il visité le port ?",
)


def weighed(index: Index, question: str) -> Weighed:
    query = parse_query(question, vocabulary=index.lexical.vocabulary)
    return weigh(query, lexical=index.lexical, rows=TokenRows(StaticEncoder.shipped()))


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_term_is_met_by_its_best_alternative_in_the_passage(index: Index, question: str) -> None:
    asked = weighed(index, question)
    reads = PassageReader(index, StaticEncoder.shipped()).read(range(len(index.passages)))

    met = met_terms(asked, lay(reads))

    for row, passage in enumerate(index.passages):
        held = {term for term, _ in positioned_terms(index.text(passage))}
        for place, term in enumerate(asked.query.terms):
            ways = [weight for other, weight in term.alternatives.items() if other in held]
            assert met.passage[row, place] == pytest.approx(max(ways, default=0.0))
            assert met.begun[row, place] >= met.passage[row, place]


def test_a_term_that_says_two_things_is_hit_twice() -> None:
    ways = Ways(
        columns=np.array([2, 5, 5]), terms=np.array([0, 0, 1]), weights=np.array([1, 0.5, 0.8], dtype=np.float32)
    )

    where, way = hits(ways, np.array([5, 1, 2, 5]))

    assert where.tolist() == [0, 0, 2, 3, 3]
    assert way.tolist() == [1, 2, 0, 1, 2]


def test_a_share_is_of_all_weights_and_0_without_any() -> None:
    met = np.array([[1.0, 0.0], [0.5, 1.0]], dtype=np.float32)

    assert share(met, np.array([3, 1], dtype=np.float32)).tolist() == pytest.approx([0.75, 0.625])
    assert share(np.zeros((2, 0), dtype=np.float32), np.zeros(0, dtype=np.float32)).tolist() == [0, 0]


def test_words_of_one_family_meet_in_part(index: Index) -> None:
    asked = weighed(index, "Quelle fut la destruction ?")
    met = met_terms(asked, lay(PassageReader(index, StaticEncoder.shipped()).read(range(len(index.passages)))))

    row = next(row for row, passage in enumerate(index.passages) if "détruites" in index.text(passage))
    assert met.passage[row].max(initial=0.0) <= met.begun[row].max()
    assert set(asked.begun.columns.tolist()) >= set(asked.ways.columns.tolist())


def test_terms_side_by_side_are_a_bigram_and_one_alone_is_none(index: Index) -> None:
    asked = weighed(index, "Le port de Lorval")
    reads = PassageReader(index, StaticEncoder.shipped()).read(range(len(index.passages)))

    found = bigrams(asked, lay(reads))

    texts = [index.text(passage) for passage in index.passages]
    together = next(row for row, text in enumerate(texts) if "port de Lorval" in text)
    alone = [row for row, text in enumerate(texts) if ("port" in text) != ("Lorval" in text)]
    assert found[together] == pytest.approx(1.0)
    assert alone
    assert not found[alone].any()
