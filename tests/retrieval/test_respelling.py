"""Grammar words of a question typed as they are spoken."""

from __future__ import annotations

import pytest

from assistant.language.words import terms
from assistant.retrieval.query import parse_query
from assistant.retrieval.respelling import respelled


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kombien de sivils tué", "combien de sivils tué"),
        ("Konbien de morts ?", "Combien de morts ?"),
        ("KOMBIEN DE MORTS", "Combien DE MORTS"),
        ("ki a gagné ?", "qui a gagné ?"),
        ("kel est le bilan", "quel est le bilan"),
        ("kan est mort le pape", "quand est mort le pape"),
        ("il est mort kan ?", "il est mort quand ?"),
        ("pk la Turquie", "pourquoi la Turquie"),
        ("cé koi", "c'est quoi"),
        ("c ki Aliyev", "c'est qui Aliyev"),
        ("ce koi le groupe de Minsk", "c'est quoi le groupe de Minsk"),
        ("keske la France demande", "qu'est-ce que la France demande"),
        ("koman ça s'est passé", "comment ça s'est passé"),
        ("avek ki", "avec qui"),
        ("depui kan", "depuis quand"),
        ("cobien de loups", "combien de loups"),
        ("pourqoi le lac monte", "pourquoi le lac monte"),
        ("ou es ce que le lac deborde", "ou est-ce que le lac deborde"),
        ("Est-ce que le lac déborde ?", "Est-ce que le lac déborde ?"),
        ("dou vient le feu", "d'où vient le feu"),
        ("qui dirige lhopital", "qui dirige l'hopital"),
    ],
)
def test_what_is_meant_is_understood(typed: str, meant: str) -> None:
    assert respelled(typed) == meant
    assert respelled(meant) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Que dit Ban Ki-moon ?",
        "ban ki-moon est-il parti ?",
        "Que fait Kan à Paris ?",
        "Que dit M. Pandan ?",
        "Qui est Kel Tepe ?",
        "Combien de civils ont été tués ?",
        "What did Kel say about ya?",
        "Qu'est ce qui a causé la guerre ?",
        "Dis-moi ce que l'on sait et ce qui manque.",
        "L'avion A330 du vol KE801 ?",
        "",
    ],
)
def test_names_and_what_is_right_are_left_alone(question: str) -> None:
    assert respelled(question) == question


def test_a_word_of_the_corpus_is_not_misspelt() -> None:
    assert respelled("la ville de koman", vocabulary=frozenset(terms("Koman"))) == "la ville de koman"


def test_a_short_word_is_left_alone_inside_a_question_unless_the_corpus_has_none_such() -> None:
    assert respelled("le ministre ki parle", vocabulary=frozenset({"ministr"})) == "le ministre qui parle"
    assert respelled("le ministre ki parle", vocabulary=frozenset({"ministr", "ki"})) == "le ministre ki parle"


def test_the_question_is_of_the_kind_that_is_meant() -> None:
    query = parse_query("kombien de sivils tué", vocabulary=frozenset(terms("Dix civils ont été tués")))

    assert query.answer_type == "how_many"
    assert [term.word for term in query.terms] == ["sivils", "tué"]
    assert any(term.alternatives.get("civil", 0) > 0.5 for term in query.terms)
