"""A why-question's fact is looked for outside the cause, in the sentence and beside it."""

from __future__ import annotations

import pytest

from assistant.answering.selection.article_match import match_article
from assistant.answering.selection.asked import Asked, prepare
from assistant.answering.selection.sentences import ReadArticle, analyse, late_vectors
from assistant.answering.selection.why.fact_and_cause import WHY_SIGNS, fact_around, in_passing, why_features, with_fact
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import parse_query
from assistant.types import Article, Published

_PORT = (
    "Les dockers de Lormeray ont cessé le travail lundi. La direction leur doit deux mois de primes. "
    "Le maire, Jean Sabrou, exclut de démissionner.\nLe phare de Lormeray est éteint, faute de gardien."
)
_STRIKE, _BONUS, _MAYOR, _LIGHT = range(4)


def _asked(question: str, text: str = _PORT) -> tuple[Asked, ReadArticle]:
    encoder = StaticEncoder.shipped()
    read = analyse(Article("a", None, None, None, (), Published(), None, "fr", text, "a.txt", text), encoder)
    frequencies = {term: 1 for one in read.sentences for term, _ in one.terms}
    query = parse_query(question, vocabulary=frequencies)
    asked = prepare(
        query,
        frequencies=frequencies,
        passages=1,
        vector=encoder.encode([query.text], kind="query")[0],
        tokens=late_vectors(encoder, query.text),
        offsets=encoder.tokenizer.encode(query.text, add_special_tokens=False).offsets,
    )
    return asked, read


def _features(question: str, place: int) -> dict[str, float]:
    asked, read = _asked(question)
    return why_features(asked, read, match_article(asked, read), place)


def test_the_features_are_the_signed_ones_and_none_without_a_why() -> None:
    assert list(_features("Pourquoi le phare est-il éteint ?", _LIGHT)) == list(WHY_SIGNS)
    assert not any(_features("Quand le phare s'est-il éteint ?", _LIGHT).values())


def test_a_link_tells_the_cause_of_what_the_rest_of_the_sentence_says() -> None:
    told = _features("Pourquoi le phare de Lormeray est-il éteint ?", _LIGHT)
    other = _features("Pourquoi le gardien est-il parti ?", _LIGHT)
    assert told["why_linked"] == other["why_linked"] == 1.0
    assert told["why_linked_fact"] > 0.8 > 0.5 > other["why_linked_fact"]


def test_the_fact_may_stand_in_the_sentence_before() -> None:
    asked, read = _asked("Pourquoi les dockers ont-ils cessé le travail ?")
    fact = fact_around(asked, read, match_article(asked, read), _BONUS)
    assert fact.place == _STRIKE
    assert fact.single > fact.alone
    assert with_fact(asked, read.sentences[_BONUS], read) == (read.sentences[_STRIKE].start, read.sentences[_BONUS].end)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Pourquoi le phare de Lormeray est-il éteint ?", _LIGHT),  # it tells the fact itself
        ("Quand les dockers ont-ils cessé le travail ?", _BONUS),  # not asked why
    ],
)
def test_a_cause_is_quoted_alone(question: str, place: int) -> None:
    asked, read = _asked(question)
    assert with_fact(asked, read.sentences[place], read) == (read.sentences[place].start, read.sentences[place].end)


def test_a_fact_of_another_paragraph_is_not_quoted_with_it() -> None:
    asked, read = _asked("Pourquoi Jean Sabrou exclut-il de démissionner ?")
    assert with_fact(asked, read.sentences[_LIGHT], read)[0] == read.sentences[_LIGHT].start


def test_what_is_refused_is_no_fact() -> None:
    assert _features("Pourquoi Jean Sabrou a-t-il démissionné ?", _MAYOR)["why_refused"] == 1.0
    assert _features("Pourquoi Jean Sabrou refuse-t-il de démissionner ?", _MAYOR)["why_refused"] == 0.0
    assert _features("Pourquoi le port refuse-t-il les cargos ?", _STRIKE)["why_refusal_unmet"] == 1.0


def test_a_named_agent_has_to_be_told_of() -> None:
    named = _features("Pourquoi Lormeray a-t-elle acheté un remorqueur ?", _STRIKE)
    assert named["why_agent"] == 1.0
    assert named["why_agent_unmet"] > 0.5
    assert _features("Pourquoi les dockers ont-ils cessé le travail ?", _STRIKE)["why_agent"] == 0.0


def test_what_is_not_so_is_explained_by_what_hinders_it() -> None:
    assert _features("Pourquoi le phare de Lormeray n'éclaire-t-il plus ?", _LIGHT)["why_hindered_linked"] == 1.0
    assert _features("Pourquoi le phare de Lormeray est-il éteint ?", _LIGHT)["why_hindered"] == 0.0
    assert _features("Pourquoi le maire ne vient-il pas ?", _BONUS)["why_hindered"] == 0.0


def test_a_fact_told_without_a_cause_is_no_answer() -> None:
    repeated = _features("Pourquoi les dockers de Lormeray ont-ils cessé le travail ?", _STRIKE)
    assert repeated["why_repeated"] == 1.0
    assert _features("Pourquoi le phare de Lormeray est-il éteint ?", _LIGHT)["why_repeated"] == 0.0


def test_the_cause_of_what_is_not_so_is_not_that_of_what_is() -> None:
    text = "À Lisse, les maîtres n'ont pas débrayé, par égard pour les familles."
    asked, read = _asked("Pourquoi les maîtres ont-ils débrayé ?", text)
    assert why_features(asked, read, match_article(asked, read), 0)["why_opposed"] == 1.0
    asked, read = _asked("Pourquoi les maîtres n'ont-ils pas débrayé ?", text)
    assert why_features(asked, read, match_article(asked, read), 0)["why_opposed"] == 0.0


def test_another_one_named_is_not_the_one_who_acts() -> None:
    assert _features("Pourquoi Vernois a-t-elle fermé le port ?", _MAYOR)["why_agent_absent"] == 1.0
    assert _features("Pourquoi Jean Sabrou a-t-il démissionné ?", _MAYOR)["why_agent_absent"] == 0.0


@pytest.mark.parametrize(
    ("sentence", "passing"),
    [
        ("Ormas, qui soutient le projet depuis mars, est accusé de payer des voix pour gagner.", True),
        ("Ormas, qui soutient le projet par crainte de la concurrence, est accusé de tricher.", False),
        ("Ormas soutient le projet pour gagner des voix.", False),
    ],
)
def test_what_is_told_in_passing_has_no_cause(sentence: str, passing: bool) -> None:
    asked, read = _asked("Pourquoi Ormas soutient-il le projet ?", sentence)
    assert in_passing(asked, read.sentences[0]) == passing
