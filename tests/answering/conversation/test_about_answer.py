"""Questions about the answer before: who says it, is it sure, where is it from, what comes next."""

from __future__ import annotations

from typing import get_args

import pytest

from assistant.answering.conversation.about_answer import About, about_answer, answer_about
from assistant.citing.check import check_answer
from assistant.types import Answer, Modality, Published
from tests.web.fake_assistant import HARBOUR, answering, article, citation, refusing

LONG = article(
    "long",
    "La mairie ferme le pont.\nTravaux\nLe chantier durera un an. Il coûtera cher. Les riverains protestent.",
    published=Published("2021-03-01", "day", "stated"),
)


def _about(about: About, before: Answer, question: str, *, times: int = 1) -> Answer:
    answer = answer_about(about, before, question, times=times)
    assert answer is not None
    articles = {one.article.id: one.article for one in before.citations}
    assert check_answer(answer, articles) == answer
    return answer


@pytest.mark.parametrize(
    ("about", "questions"),
    [
        ("who", ["Qui l'a dit ?", "Qui dit ça ?", "Et qui l'affirme ?", "Selon qui ?", "Who said that?", "Says who?"]),
        ("sure", ["Tu es sûr ?", "C'est vrai ?", "Vraiment ?", "En êtes-vous certain ?", "Are you sure?", "Really?"]),
        ("source", ["Source ?", "Quelle est ta source ?", "D'où vient cette information ?", "Which article?"]),
        ("more", ["Dis-m'en plus", "Et ensuite ?", "Peux-tu développer ?", "Tell me more", "What else?"]),
        ("again", ["Répète", "Can you repeat that?", "J'ai pas compris", "Hein ?", "Reformule", "En anglais"]),
        ("sure", ["T'es sûr", "Tu inventes ?", "Tu l'as inventé", "C'est faux ?"]),
        ("source", ["Montre l'article", "C'est quoi ta source", "Je peux voir l'article ?", "T'as lu ça où", "Lien ?"]),
        ("source", ["C'est écrit où ?", "Donne-moi le lien", "Sur quoi tu te bases ?", "Des preuves ?"]),
        ("more", ["Sois plus précis", "T'as pas mieux ?", "Qu'est-ce qui s'est passé ensuite ?", "Et donc ?"]),
        ("brief", ["Résume en une phrase", "Résume ça", "En deux mots", "Plus court", "In one sentence"]),
    ],
)
def test_a_question_about_the_answer_is_told_from_one_to_the_corpus(about: About, questions: list[str]) -> None:
    assert [about_answer(question) for question in questions] == [about] * len(questions)


@pytest.mark.parametrize(
    "question",
    ["Qui a dit que la guerre était finie ?", "Qui ?", "Pourquoi ?", "Quand ?", "Comment ?", "Qui dit quoi ?",
     "Quelle est la source du fleuve ?", "Montre l'article sur le port", "Résume le procès en une phrase", "Résume",
     "Explique la réforme", "Sur quoi se base le juge ?", "Plus court que prévu ?", "C'est où ?", "C'est quoi ?",
     "Est-ce vrai que Paris a signé ?", "Et la suite du procès ?", "", "Merci"],
)  # fmt: skip
def test_a_question_to_the_corpus_is_left_to_it(question: str) -> None:
    assert about_answer(question) is None


def test_who_said_it_is_answered_by_the_speaker_over_the_same_citation() -> None:
    quote = citation(1, HARBOUR, "La mairie annonce la réouverture du port.", speaker="la mairie", modality="reported")
    before = answering("Que dit-on du port ?", quote)
    answer = _about("who", before, "Qui l'a dit ?")
    assert answer.text.startswith("La mairie — Le Journal avec AFP, 1er mars 2021")
    assert answer.citations == before.citations
    assert answer.understood == "Qui l'a dit ? (Que dit-on du port ?)"


def test_where_nobody_is_quoted_the_article_itself_is_named() -> None:
    before = answering("Que dit-on du port ?", citation(1, HARBOUR, "Le port rouvre lundi."))
    assert _about("who", before, "Qui l'a dit ?").text.startswith("L’article le dit lui-même, sans citer personne — ")
    assert _about("who", before, "Who said that?").text.startswith("The article says so itself and quotes nobody — ")


def test_how_sure_it_is_depends_on_how_firmly_it_is_said() -> None:
    said = set()
    for modality in get_args(Modality):
        quote = citation(1, HARBOUR, "Le port rouvre lundi.", modality=modality)
        answer = _about("sure", answering("Quand rouvre le port ?", quote), "Tu es sûr ?")
        assert answer.text.startswith("Je cite, je ne vérifie pas.")
        said.add(answer.statements[0].text.split(" — ")[0])
    assert len(said) == len(get_args(Modality))


def test_more_is_what_follows_in_the_article_headings_left_out() -> None:
    before = answering("Que ferme la mairie ?", citation(1, LONG, "La mairie ferme le pont."))
    first = _about("more", before, "Dis-m'en plus")
    assert [one.quote for one in first.citations] == ["Le chantier durera un an.", "Il coûtera cher."]
    then = _about("more", before, "Et ensuite ?", times=2)
    assert [one.quote for one in then.citations] == ["Les riverains protestent."]
    assert answer_about("more", before, "Encore", times=3) is None


def test_in_brief_the_first_citation_alone_is_told() -> None:
    quotes = [citation(1, HARBOUR, "Le port rouvre lundi."), citation(2, LONG, "La mairie ferme le pont.")]
    answer = _about("brief", answering("Que fait la mairie ?", *quotes), "Résume en une phrase")
    assert [one.quote for one in answer.citations] == ["Le port rouvre lundi."]


@pytest.mark.parametrize("about", get_args(About))
def test_after_a_refusal_the_refusal_stands(about: About) -> None:
    before = refusing("Qui a gagné ?")
    answer = answer_about(about, before, "Tu es sûr ?")
    assert answer is not None
    assert (answer.text, answer.reason, answer.question) == (before.text, before.reason, "Tu es sûr ?")


def test_a_word_that_may_be_either_language_is_answered_in_that_of_the_answer() -> None:
    before = answering("Que dit-on du port ?", citation(1, HARBOUR, "Le port rouvre lundi."))
    assert _about("source", before, "Source ?").language == "fr"
    assert _about("source", before, "What is the source?").language == "en"
