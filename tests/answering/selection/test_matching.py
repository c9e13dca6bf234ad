"""What a question and a sentence share: terms, bindings, premises, kinds of answer, dates."""

from __future__ import annotations

import pytest

from assistant.answering.selection.dates import breaks_date, compatible
from assistant.answering.selection.matching import adjacency, agreement_of_agents, bindings, match_terms, similarities
from assistant.answering.selection.premises import heads_missing, negated, opposed, unmet_premise
from assistant.answering.selection.sentences import Sentence, analyse
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.words import positioned_terms
from assistant.retrieval.query import Query, parse_query
from assistant.types import Article, Published


def _query(text: str, *sentences: str) -> Query:
    vocabulary = {term for sentence in sentences for term, _ in positioned_terms(sentence)}
    return parse_query(text, vocabulary=vocabulary)


def _sentence(text: str, *, published: Published | None = None) -> Sentence:
    article = Article("a", None, None, None, (), published or Published(), None, "fr", text, "a.txt", text)
    return analyse(article, StaticEncoder.shipped()).sentences[0]


def test_a_term_is_met_by_itself_and_less_by_another_word_for_it() -> None:
    sentence = "Le syndicat exige une trêve."
    query = _query("Qui réclame une trêve ?", sentence)
    demand, truce = match_terms(query, positioned_terms(sentence))
    assert truce.similarity == 1
    assert 0 < demand.similarity < 1
    assert similarities(query, {"rien"}) == (0.0, 0.0)


def test_a_noun_bound_to_another_name_is_told_from_the_same() -> None:
    query = _query("Combien de soldats turcs sont morts ?", "Les soldats turcs")
    assert bindings(query, positioned_terms("Dix soldats turcs sont morts.")) == (1.0, 0.0)
    assert bindings(query, positioned_terms("Dix soldats grecs sont morts près de la Turquie.")) == (0.0, 1.0)
    assert bindings(query, positioned_terms("Dix soldats sont morts.")) == (0.0, 0.0)


def test_who_acts_is_whom_the_verb_follows() -> None:
    query = _query("Pourquoi la Grèce a-t-elle lancé une offensive ?", "lancé offensive")
    same = positioned_terms("La Grèce a lancé une offensive.")
    other = positioned_terms("La Turquie a lancé une offensive contre la Grèce.")
    assert agreement_of_agents(query, same, match_terms(query, same)) == (1.0, 0.0)
    assert agreement_of_agents(query, other, match_terms(query, other)) == (0.0, 1.0)


def test_neighbours_in_the_question_are_neighbours_in_the_sentence() -> None:
    query = _query("Qui a signé la loi martiale ?", "signé loi martiale")
    near = positioned_terms("Il a signé la loi martiale.")
    far = positioned_terms("La loi, que le maire a longuement lue devant tous ses invités, est martiale.")
    assert adjacency(query, match_terms(query, near)) > adjacency(query, match_terms(query, far))


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("Quelle est la portée des missiles ?", "Les missiles ont été tirés.", (1.0, 0.0)),
        ("Quelle est la portée des missiles ?", "La portée des missiles est de 100 km.", (0.0, 0.0)),
        ("Quelles mesures le maire a-t-il prises ?", "Le maire a pris un décret.", (0.0, 1.0)),
        ("Comment s'appelle le village ?", "L'armée a pris le village.", (1.0, 0.0)),
    ],
)
def test_what_is_asked_for_must_be_named(question: str, sentence: str, missing: tuple[float, float]) -> None:
    query = _query(question, sentence)
    met = similarities(query, {term for term, _ in positioned_terms(sentence)})
    assert heads_missing(query, met) == missing


def test_a_denial_breaks_a_premise_but_answers_a_yes_no_question() -> None:
    sentence = "Les médiateurs n'ont pas réussi à imposer une trêve."
    how = _query("Comment les médiateurs ont-ils réussi ?", sentence)
    whether = _query("Les médiateurs ont-ils réussi ?", sentence)
    assert negated(how, sentence, match_terms(how, positioned_terms(sentence))) == (1, 1)
    assert negated(whether, sentence, match_terms(whether, positioned_terms(sentence))) == (0, 0)


def test_the_opposite_of_a_word_breaks_a_premise() -> None:
    said = {term for term, _ in positioned_terms("La Turquie soutient l'opération.")}
    assert opposed(_query("Pourquoi la Turquie condamne-t-elle l'opération ?"), said) == 1
    assert opposed(_query("Pourquoi la Turquie soutient-elle l'opération ?"), said) == 0


def test_a_reason_is_not_given_for_what_is_not_said() -> None:
    query = _query("Pourquoi le train a-t-il déraillé ?", "train déraillé")
    weights = [1.0] * len(query.terms)
    assert unmet_premise(query, [1.0] * len(query.terms), weights) == 0
    assert unmet_premise(query, [0.0] * len(query.terms), weights) == 1


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ((2020, 10, None), (2020, None, None), True),
        ((2020, None, None), (2021, None, None), False),
        ((None, 10, 5), (2020, 10, 5), True),
        ((None, None, 5), (2020, 10, None), False),
    ],
)
def test_partial_dates_agree_when_nothing_contradicts(
    left: tuple[int | None, ...], right: tuple[int | None, ...], same: bool
) -> None:
    assert compatible(left, right) is same


def test_a_year_that_neither_sentence_nor_article_has_breaks_the_question() -> None:
    dated = Published("2020-11-01", "day", "stated", None)
    sentence = _sentence("L'incendie a fait douze morts.", published=dated)
    assert breaks_date(_query("Combien de morts en 1994 ?"), sentence)
    assert not breaks_date(_query("Combien de morts en 2020 ?"), sentence)
    assert not breaks_date(_query("Combien de morts le 30 octobre 2020 ?"), sentence)
    assert breaks_date(_query("Combien de morts le 5 mars 2020 ?"), sentence)
    assert not breaks_date(_query("Combien de morts ?"), sentence)


def test_a_list_mark_is_no_part_of_a_sentence() -> None:
    assert _sentence("- Six personnes sont mortes.").text == "Six personnes sont mortes."


def test_a_day_without_a_year_is_of_the_year_the_article_appeared() -> None:
    november = Published("2020-11-01", "day", "stated", None)
    sentence = _sentence("Le 27 octobre, douze personnes sont mortes.", published=november)
    assert not breaks_date(_query("Que s'est-il passé le 27 octobre 2020 ?"), sentence)
    assert breaks_date(_query("Que s'est-il passé le 27 octobre 1995 ?"), sentence)


def test_a_day_still_to_come_when_the_article_appeared_is_of_the_year_before() -> None:
    january = Published("2021-01-03", "day", "stated", None)
    sentence = _sentence("Le 30 décembre, douze personnes sont mortes.", published=january)
    assert not breaks_date(_query("Combien de morts le 30 décembre 2020 ?"), sentence)
    assert breaks_date(_query("Combien de morts le 30 décembre 2021 ?"), sentence)
