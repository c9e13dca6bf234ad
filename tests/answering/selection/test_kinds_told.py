"""Whether a sentence tells the kind of thing asked: somebody by name, a count, a reason, a thing with reserve."""

from __future__ import annotations

import pytest

from assistant.answering.selection.answer_types import holds_answer_type, person_told, uncounted
from assistant.answering.selection.asked import GIVEN, lightness
from assistant.answering.selection.certainty import hedged
from assistant.answering.selection.premises import manner_missing
from assistant.answering.selection.sentences import Sentence, analyse
from assistant.answering.selection.units import unit_missing
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.folding import fold, word_list
from assistant.language.words import positioned_terms
from assistant.retrieval.query import Query, parse_query
from assistant.types import Article, Published


def _sentence(text: str) -> Sentence:
    article = Article("a", None, None, None, (), Published(), None, "fr", text, "a.txt", text)
    return analyse(article, StaticEncoder.shipped()).sentences[0]


def _query(text: str, sentence: str = "") -> Query:
    return parse_query(text, vocabulary={term for term, _ in positioned_terms(sentence)})


def _words(question: str) -> frozenset[str]:
    return frozenset(word_list(fold(question)))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Le gardien Paul Mercadier a arrêté deux tirs.", 1.0),
        ("« Tout va bien », assure Mme Cassard.", 1.0),
        ("La voile est du ressort de Jean de La Roque.", 1.0),
        ("Le club de Brive a gagné devant la Mairie.", 0.0),
        ("Il est parti à Sainte-Foy Grande hier.", 0.0),
        ("Le maire a gagné.", 0.0),
    ],
)
def test_a_full_name_tells_who(sentence: str, told: float) -> None:
    question = "Qui a gagné hier ?"
    assert person_told(_query(question, sentence), _sentence(sentence), already=_words(question)) == told


def test_a_name_that_was_asked_with_or_another_kind_of_question_tells_nobody() -> None:
    sentence = _sentence("Le gardien Paul Mercadier a arrêté deux tirs.")
    asked = "Qui a battu Paul Mercadier ?"
    assert person_told(_query(asked), sentence, already=_words(asked)) == 0.0
    assert person_told(_query("Quand a-t-il joué ?"), sentence, already=frozenset()) == 0.0


@pytest.mark.parametrize(
    ("sentence", "nowhere"),
    [
        ("La tempête a abîmé 40 bateaux.", 0.0),
        ("Les bateaux valent 40 euros.", 1.0),
        ("Des bateaux coulés depuis 12 jours.", 1.0),
        ("Les bateaux, à 3 millions d'euros pièce.", 1.0),
    ],
)
def test_money_and_time_are_not_the_count_of_things(sentence: str, nowhere: float) -> None:
    assert uncounted(_query("Combien de bateaux abîmés ?", sentence), _sentence(sentence)) == nowhere


@pytest.mark.parametrize("question", ["À combien d'années est-il condamné ?", "Combien de jours a duré la panne ?"])
def test_a_length_of_time_is_missing_beside_a_sum(question: str) -> None:
    words = _words(question)
    assert unit_missing(_query(question), _sentence("Il doit verser 900 euros."), already=words) == 1.0
    assert unit_missing(_query(question), _sentence("Il a pris trois ans."), already=words) == 0.0


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Le directeur justifie la fermeture : le toit menace ruine.", 1.0),
        ("La gardienne explique que la clé a disparu.", 1.0),
        ("Le musée a fermé après la mort du mécène.", 1.0),
        ("Le neige empêche les visites.", 1.0),
        ("Le musée a rouvert lundi.", 0.0),
    ],
)
def test_what_somebody_justifies_or_explains_is_a_reason(sentence: str, held: float) -> None:
    question = "Pourquoi n'entre-t-on plus au château ?"
    assert holds_answer_type(_query(question, sentence), _sentence(sentence), already=_words(question)) == held


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Est-il prouvé que le pont a cédé seul ?", "Le pont aurait cédé seul.", 1.0),
        ("C'est sûr que la digue a été sabotée ?", "La digue aurait été sabotée, croit savoir un élu.", 1.0),
        ("A-t-il vraiment fui ?", "Il se serait enfui, selon des témoins.", 1.0),
        ("Est-il prouvé que le pont a cédé seul ?", "Le pont a cédé seul.", 0.0),
        ("Quand le pont a-t-il cédé ?", "Le pont aurait cédé seul.", 0.0),
    ],
)
def test_how_sure_is_answered_with_reserve(question: str, sentence: str, expected: float) -> None:
    assert hedged(_query(question), sentence) == expected


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Comment le berger raconte-t-il sa nuit ?", 0.0),
        ("Comment le préfet justifie-t-il la coupure ?", 0.0),
        ("Comment l'entraîneur a-t-il pris la défaite ?", 0.0),
        ("Comment le voleur a-t-il ouvert le coffre ?", 1.0),
    ],
)
def test_how_somebody_tells_a_thing_asks_for_words_not_for_means(question: str, missing: float) -> None:
    assert manner_missing(_query(question), "« Je suis content », dit Léon.") == missing


def test_words_that_say_little_weigh_little() -> None:
    query = _query("Combien de gens dans le phare ?")
    weights = {term.word: lightness(term) for term in query.terms}
    assert weights["phare"] == 1.0
    assert weights.get("gens", GIVEN) == GIVEN


def test_where_a_dispatch_was_sent_from_is_not_what_it_says() -> None:
    terms = {term for term, _ in _sentence("LYON (AFP) – Un train a déraillé près de Nice.").terms}
    assert "train" in terms
    assert terms.isdisjoint({"lyon", "@lyon", "afp"})
