"""BM25, dense and hybrid answer with the best passage; only BM25 can find nothing."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.indexing.encoder import load_encoder
from assistant.types import Turn
from eval.peers.finders import bm25, dense, hybrid, nearest_sentence
from eval.peers.top_passage import TopPassage
from tests.eval.peers.conftest import DAM, MUSEUM, TOLL


@pytest.fixture(params=["bm25", "dense", "hybrid"])
def peer(request: pytest.FixtureRequest, assistant: Assistant) -> TopPassage:
    if request.param == "bm25":
        return bm25(assistant.index)
    return dense(assistant.index, load_encoder(None)) if request.param == "dense" else hybrid(assistant)


def test_the_best_passage_is_quoted_whole_with_its_article(peer: TopPassage) -> None:
    answer = peer.ask("Combien de disparus la préfecture compte-t-elle dans la vallée ?", top_k=5)
    (cited,) = answer.citations
    assert cited.quote == f"{DAM} {TOLL}"
    assert (cited.article.publisher, cited.article.published.date) == ("Le Courrier", "2019-03-12")
    assert answer.reason is None
    assert answer.hits[0].passage.article_id == "barrage"
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))


def test_the_number_of_hits_is_the_caller_s(peer: TopPassage) -> None:
    question = "Le musée ou le barrage de mardi ?"
    assert [len(peer.ask(question, top_k=most).hits) for most in (0, 1, 9)] == [0, 1, 2]
    assert peer.ask(question, top_k=0).citations


def test_a_follow_up_is_asked_with_what_came_before(peer: TopPassage) -> None:
    before = (Turn("Quand le musée des tisserands a-t-il rouvert ?"), Turn("Après quels travaux au musée ?"))
    answer = peer.ask("Et l'entrée ?", history=before)
    assert answer.citations[0].article.id == "musee"
    assert answer.question == "Et l'entrée ?"
    assert all(turn.question in answer.understood for turn in before)


def test_confidence_orders_a_good_match_before_a_poor_one(peer: TopPassage) -> None:
    good = peer.ask("Le barrage de Roche-Noire a cédé mardi après trois semaines de pluie")
    poor = peer.ask("Que fait la vallée de la Lune en été avec ses tortues ?")
    assert 0 <= poor.confidence < good.confidence <= 1


def test_bm25_stems_french_and_refuses_where_no_word_is_shared(assistant: Assistant) -> None:
    peer = bm25(assistant.index)
    assert peer.ask("barrages").citations[0].article.id == "barrage"
    for question in ("Quel âge a la Lune ?", "de la le", ""):
        answer = peer.ask(question, top_k=5)
        assert (answer.reason, answer.citations, answer.hits) == ("not_enough_evidence", (), ())


def test_dense_answers_whatever_is_asked(assistant: Assistant) -> None:
    answer = dense(assistant.index, load_encoder(None)).ask("Quel âge a la Lune ?", top_k=5)
    assert answer.reason is None
    assert answer.hits[0].similarity > answer.hits[1].similarity


def test_hybrid_is_the_search_of_the_assistant(assistant: Assistant) -> None:
    question = "Combien de disparus dans la vallée ?"
    assert hybrid(assistant).ask(question, top_k=5).hits == assistant.search(question, top_k=5)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [("Combien de disparus compte la préfecture ?", TOLL), ("L'entrée du musée est gratuite ?", MUSEUM[68:])],
)
def test_the_nearest_sentence_of_the_best_passage_can_be_quoted(
    assistant: Assistant, question: str, sentence: str
) -> None:
    answer = hybrid(assistant, choose=nearest_sentence(load_encoder(None))).ask(question)
    assert answer.citations[0].quote == sentence
