"""A place is told by what stands in it, and what is to come by a sentence that speaks of it."""

from __future__ import annotations

import pytest

from assistant.answering.selection.sentences import Sentence, analyse
from assistant.answering.selection.tense import future_missing
from assistant.answering.selection.when_where.place_held import place_held
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import Query, parse_query
from assistant.types import Article, Published


def _sentence(text: str) -> Sentence:
    article = Article("a", None, None, None, (), Published(), None, "fr", text, "a.txt", text)
    return analyse(article, StaticEncoder.shipped()).sentences[0]


def _query(question: str) -> Query:
    return parse_query(question, vocabulary=set())


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Le match s'est joué à Torvane devant mille personnes.", 1.0),
        ("Les familles ont dormi dans le gymnase du collège.", 1.0),
        ("On les a menés à la grande salle des fêtes.", 1.0),
        ("Le club a gagné la coupe des Landes de Torvane.", 0.5),
        ("Un gymnase a été ouvert aux familles.", 0.5),
        ("Le match a duré deux heures.", 0.0),
    ],
)
def test_a_place_is_what_something_is_in(text: str, held: float) -> None:
    assert place_held(_query("Où s'est joué le match ?"), _sentence(text), already=frozenset()) == held


def test_a_building_that_was_asked_with_is_not_the_answer() -> None:
    already = frozenset({"gymnase"})
    sentence = _sentence("Ils ont couru dans le gymnase.")
    assert place_held(_query("Où est le gymnase ?"), sentence, already=already) == 0.5


@pytest.mark.parametrize(
    "question",
    [
        "On saura quand si le maire est condamné ?",
        "Quand le train reprendra-t-il ?",
        "Le port va-t-il fermer bientôt ?",
        "When will the trains run again?",
    ],
)
def test_what_is_to_come_is_told_as_such(question: str) -> None:
    query = _query(question)
    assert future_missing(query, "Le maire était jugé jeudi, les trains étaient arrêtés.") == 1.0
    assert future_missing(query, "Le jugement sera rendu le 4 mars.") == 0.0
    assert future_missing(query, "La réouverture est prévue lundi.") == 0.0


@pytest.mark.parametrize(
    "question", ["Quand le maire a-t-il été jugé ?", "Où sévit le choléra ?", "Qui chante l'opéra ?"]
)
def test_what_is_past_may_be_told_in_any_tense(question: str) -> None:
    assert future_missing(_query(question), "Le maire était jugé jeudi.") == 0.0
