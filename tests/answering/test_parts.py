"""A question that asks for several things gets a statement for each, from the shipped articles."""

from __future__ import annotations

import pytest

from assistant.answering.selection.facets import asks_twice, compares, facets
from assistant.assistant import Assistant
from assistant.retrieval.query import Query, parse_query

PUBLISHERS = ("Euronews", "Sputnik Afrique")


def _query(text: str) -> Query:
    return parse_query(text, vocabulary={"mort", "civil", "@france", "@turquie"}, publishers=PUBLISHERS)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Que disent Euronews et Sputnik des combats ?", 2),
        ("Combien de morts en 2020 et en 2023 ?", 2),
        ("Quelles sont les positions de la France et de la Turquie ?", 2),
        ("Combien de morts compte la France et combien en compte la Turquie ?", 2),
        ("Combien de morts en 2020 ?", 0),
        ("Que dit Euronews des combats ?", 0),
        ("Qui est le président de la France ?", 0),
    ],
)
def test_a_question_has_as_many_parts_as_it_asks_for(question: str, parts: int) -> None:
    assert len(facets(_query(question))) == parts


def test_a_part_about_one_party_leaves_the_other_out() -> None:
    first, second = facets(_query("Comparez les morts de la France et de la Turquie"))
    assert [term.term for term in first.query.terms if term.is_name] == ["@france"]
    assert [term.term for term in second.query.terms if term.is_name] == ["@turquie"]


def test_comparing_and_asking_twice_are_told_from_a_plain_question() -> None:
    assert compares(_query("Comparez les bilans"))
    assert asks_twice(_query("Combien de morts et combien de blessés ?"))
    plain = _query("Combien de morts en France ?")
    assert not compares(plain)
    assert not asks_twice(plain)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.load("index")


def test_each_publisher_named_is_quoted(assistant: Assistant) -> None:
    answer = assistant.ask("Combien de civils azerbaïdjanais tués selon Euronews et selon Nouvelles d'Arménie ?")
    assert {citation.article.publisher for citation in answer.citations} == {"Euronews", "Nouvelles d'Arménie"}


def test_a_publisher_named_alone_is_the_only_one_quoted(assistant: Assistant) -> None:
    answer = assistant.ask("D'après Sputnik Afrique, qui a proclamé la loi martiale ?")
    assert {citation.article.publisher for citation in answer.citations} == {"Sputnik Afrique"}


def test_each_party_speaks_for_itself(assistant: Assistant) -> None:
    answer = assistant.ask("Que disent l'Arménie et l'Azerbaïdjan de leurs pertes ?")
    speakers = " ".join(citation.speaker or "" for citation in answer.citations)
    assert "Arménie" in speakers
    assert "Azerbaïdjan" in speakers


def test_a_quote_that_announces_another_brings_it(assistant: Assistant) -> None:
    answer = assistant.ask("Quelle est la seule issue au conflit pour Jens Stoltenberg ?")
    first, second = answer.citations[:2]
    assert first.quote.rstrip().endswith(":")
    assert second.article is first.article
    assert second.start > first.end
    assert answer.statements[0].citations == (first.number, second.number)


def test_a_question_that_is_only_a_day_gets_what_is_said_of_that_day(assistant: Assistant) -> None:
    answer = assistant.ask("Que s'est-il passé le 27 octobre ?")
    assert "27 octobre" in answer.citations[0].quote
    assert assistant.ask("Que s'est-il passé le 27 octobre 1995 ?").reason == "off_period"
