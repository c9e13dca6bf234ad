"""Small talk is told from questions, in French and English, drawn out, misspelt or mixed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.conversation.phrases import TalkKind
from assistant.answering.conversation.small_talk import SmallTalk, small_talk, without_courtesy


@pytest.mark.parametrize(
    ("said", "kind", "language"),
    [
        ("Bonjour", "greeting", "fr"),
        ("bonojur !", "greeting", "fr"),
        ("Salut à tous", "greeting", "fr"),
        ("Hello there!", "greeting", "en"),
        ("Merciii beaucoup !!", "thanks", "fr"),
        ("ok, merci 🙏", "thanks", "fr"),
        ("thanks a lot", "thanks", "en"),
        ("Au revoir et bonne journée", "goodbye", "fr"),
        ("bye", "goodbye", "en"),
        ("Qui es-tu ?", "identity", "fr"),
        ("Bonjour, qui êtes-vous ?", "identity", "fr"),
        ("Are you a robot?", "identity", "en"),
        ("Que sais-tu faire ?", "abilities", "fr"),
        ("Help!", "abilities", "en"),
        ("Comment ça va ?", "wellbeing", "fr"),
        ("D'accord.", "agreement", "fr"),
        ("OK", "agreement", None),
        ("Bravo !", "praise", None),
        ("tu es génial", "praise", "fr"),
        ("T'es nul !", "insult", "fr"),
        ("espèce d'idiot", "insult", None),
        ("you suck", "insult", "en"),
        ("Désolé", "apology", "fr"),
        ("Tu t'es trompé", "insult", "fr"),
        ("C'est pas ce que j'ai demandé", "insult", "fr"),
        ("ok et sinon", "agreement", "fr"),
        ("Changeons de sujet", "agreement", "fr"),
        ("À ton avis, qui a raison ?", "opinion", "fr"),
        ("Et toi, tu en penses quoi ?", "opinion", "fr"),
        ("Qui a raison ?", "opinion", "fr"),
        ("Who is right?", "opinion", "en"),
        ("Do you think the strike was right?", "opinion", "en"),
    ],
)
def test_small_talk_is_heard(said: str, kind: TalkKind, language: str | None) -> None:
    assert small_talk(said) == SmallTalk(kind, language)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "et",
        "hmm",
        "???",
        "Et la Russie ?",
        "Merci, et la Russie ?",
        "Aide humanitaire ?",
        "Merci patron",
        "Super Bowl : qui a gagné ?",
        "Greta ?",
        "Qui est-ce ?",
        "Que pense la Russie ?",
        "Quel est l'avis du Conseil d'État ?",
        "Qui est Ciao Bella ?",
        "Peux-tu m'aider à comprendre le conflit ?",
        "Le ministre a-t-il dit merci ?",
        "Que sais-tu de la Turquie ?",
    ],
)
def test_what_asks_of_the_articles_is_no_small_talk(asked: str) -> None:
    assert small_talk(asked) is None


def test_a_word_of_the_corpus_is_no_slip_of_another() -> None:
    assert small_talk("Formidables") == SmallTalk("praise", "fr")
    assert small_talk("Formidables", vocabulary={"formid"}) is None


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("Merci, et la Russie ?", "Et la Russie ?"),
        ("Bonjour, que demande l'OTAN ?", "Que demande l'OTAN ?"),
        ("salut qui a été tué ?", "Qui a été tué ?"),
        ("D'accord, merci. Pourquoi ?", "Pourquoi ?"),
        ("Thanks! And Turkey?", "And Turkey?"),
        ("Que demande l'OTAN, s'il te plaît ?", "Que demande l'OTAN ?"),
        ("Que dit Macron svp", "Que dit Macron"),
        ("ok merci, et pourquoi ?", "Et pourquoi ?"),
        ("Non, combien de blessés ?", "Combien de blessés ?"),
    ],
)
def test_courtesy_is_taken_off_a_question(typed: str, question: str) -> None:
    assert without_courtesy(typed) == question


@pytest.mark.parametrize(
    "question", ["Que demande l'OTAN ?", "Super Bowl : qui a gagné ?", "Merci patron, de qui est-ce ?", "Bonjour", ""]
)
def test_a_question_without_courtesy_is_left_alone(question: str) -> None:
    assert without_courtesy(question) == question


@given(st.text(max_size=80))
def test_any_text_can_be_heard(text: str) -> None:
    small_talk(text)
    assert bool(without_courtesy(text).strip()) == bool(text.strip())
