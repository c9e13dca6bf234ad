"""Requests for an overview are told from questions in particular, and their topic from the words that ask."""

from __future__ import annotations

import pytest

from assistant.answering.overview.request import OverviewKind, overview_asked, topic_of
from assistant.retrieval.query import parse_query


@pytest.mark.parametrize(
    ("kind", "questions"),
    [
        ("summary", ["Résume le conflit", "Fais-moi un résumé", "Résumez la crise en trois lignes", "Fais le point",
                     "Explique-moi la guerre", "Explique-moi le conflit simplement", "C'est quoi cette guerre ?",
                     "Quels sont les points clés ?", "Summarise", "Give me an overview"]),
        ("latest", ["Quoi de neuf ?", "Quelles sont les dernières nouvelles ?", "Où en est-on ?",
                    "Où en est le conflit ?", "Quoi de neuf dans la grève ?", "What's new?",
                    "Quelle est la situation actuelle ?"]),
        ("positions", ["Qui sont les protagonistes ?", "Quels pays sont impliqués ?", "Qui se bat contre qui ?"]),
        ("positions", ["Quelles sont les positions de chaque pays ?", "Qui dit quoi ?", "Que demande chaque camp ?",
                       "Quelles sont les réactions internationales ?", "Quelles sont les réactions ?",
                       "What are the positions of each country?", "What does each side say?"]),
        ("timeline", ["Chronologie", "Que s'est-il passé ?", "Quels sont les principaux événements de 2020 ?",
                      "Chronologie des bombardements", "Que s'est-il passé en 2020 ?", "Timeline", "What happened?",
                      "Que s'est-il passé le 1er novembre 2020 ?", "il s'est passé quoi début mai 2021 ?",
                      "Que s'est-il passé à Lyon le 2 mai 2021 ?", "What happened on 2 May 2021 in Lyon?"]),
        ("corpus", ["De quoi parle le corpus ?", "De quoi parlent ces articles ?", "Quels sont les sujets ?",
                    "What are these articles about?", "Quels journaux sont disponibles ?", "Quels journaux as-tu ?",
                    "Combien d'articles y a-t-il ?", "Quel est l'article le plus récent ?",
                    "Quelles sont tes sources ?", "De quelle date est l'article du Monde ?",
                    "Que contient cette base ?",
                    "How many articles do you have?", "Which newspapers are available?"]),
    ],
)  # fmt: skip
def test_an_overview_is_heard(kind: OverviewKind, questions: list[str]) -> None:
    assert [overview_asked(question) for question in questions] == [kind] * len(questions)


@pytest.mark.parametrize(
    "question",
    [
        "Quelles sont les positions de la Turquie et de la France ?",
        "Quelle est la position de la Turquie ?",
        "Où en sont les négociations ?",
        "Combien de morts ? (Résume le conflit)",
        "Qui sont les acteurs qui jouent dans ce film ?",
        "Quelle est la réaction de la France ?",
        "Que s'est-il passé à Martouni ?",
        "Que s'est-il passé pour les pompiers le 2 mai 2021 ?",
        "Retracez l'évolution du nombre de morts, la chronologie des bilans",
        "When did the talks resume?",
        "Les diplomates veulent-ils que chacun modère ses paroles ?",
        "Qui a dit que le résultat était bon ?",
        "Combien de morts ?",
        "Bonjour",
        "Quels journaux ont été fermés ?",
        "Combien d'articles compte la loi ?",
        "Quelles sources confirment l'attaque ?",
        "Combien d'éditeurs y a-t-il en France ?",
        "De quand date l'article 50 du traité ?",
        "De quand date la guerre ?",
        "",
    ],
)
def test_a_question_in_particular_is_none(question: str) -> None:
    assert overview_asked(question) is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Résume le conflit", ["conflit"]),
        ("Fais-moi un résumé des articles", []),
        ("Chronologie des bombardements à Paris", ["bombardements", "Paris"]),
        ("Quelles sont les positions de chaque pays sur le budget ?", ["budget"]),
        ("Quels sont les principaux événements de 2020 ?", []),
        ("De quoi parle le corpus ?", []),
        ("Give me a summary of the strike", ["strike"]),
    ],
)
def test_the_topic_is_what_is_left_of_the_question(question: str, words: list[str]) -> None:
    topic = topic_of(parse_query(question, vocabulary=frozenset()))
    assert [term.word for term in topic.terms] == words
