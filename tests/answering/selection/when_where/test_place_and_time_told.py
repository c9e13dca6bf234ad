"""A place or a time answers where it is that of what is asked: of its verb, in its clause."""

from __future__ import annotations

import pytest

from assistant.answering.selection.answer_types import holds_answer_type
from assistant.answering.selection.names_met import ordinals
from assistant.answering.selection.question_verb import verb_of
from assistant.answering.selection.sentences import Sentence, analyse
from assistant.answering.selection.tense import asks_past
from assistant.answering.selection.when_where.attached import Told, told
from assistant.answering.selection.when_where.place_complement import place_complements
from assistant.answering.selection.when_where.place_held import asks_origin, asks_place
from assistant.answering.selection.when_where.time_asked import asks_time
from assistant.answering.selection.when_where.time_complement import time_complements
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.folding import fold, word_list
from assistant.language.phrases import terms_with_phrases
from assistant.retrieval.query import parse_query
from assistant.types import Article, Published


def _sentence(text: str) -> Sentence:
    article = Article("a", None, None, None, (), Published(), None, "fr", text, "a.txt", text)
    return analyse(article, StaticEncoder.shipped()).sentences[0]


def _told(question: str, text: str) -> Told:
    query = parse_query(question, vocabulary={term for term, _ in terms_with_phrases(text)})
    already = frozenset(word_list(fold(question)))
    return told(query, verb_of(query), _sentence(text), already=already)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("On les a menés vers deux salles de Torvane.", [("vers deux salles de Torvane", 1.0)]),
        ("L'avion s'est posé au large de Port-Merle.", [("au large de Port-Merle", 1.0)]),
        ("Il a dormi sur un toit.", [("sur un toit", 0.5)]),
        ("Ils ont pris la route de Karsova.", [("la route de Karsova", 1.0)]),
        ("Le col est à douze kilomètres au nord.", [("à douze kilomètres", 1.0), ("au nord", 1.0)]),
        ("Le bal a eu lieu dans la ville haute de Żeran.", [("dans la ville haute de Żeran", 1.0)]),
        ("Le maire l'a dit au Premier ministre.", []),
        ("Elle l'a déclaré à l'AFP.", []),
        ("Le texte sera lu dans un délai de deux mois.", []),
    ],
)
def test_a_complement_of_place(text: str, places: list[tuple[str, float]]) -> None:
    assert [(text[one.start : one.end], one.sure) for one in place_complements(text)] == places


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Elle a prêté serment à 11 h 52.", [("11 h 52", "at")]),
        ("Le toit a cédé dans la nuit de jeudi à vendredi.", [("dans la nuit de jeudi", "at"), ("vendredi", "at")]),
        ("Le courant manque depuis trois jours.", [("depuis trois jours", "since")]),
        ("Le pont rouvrira d'ici la fin de l'année.", [("d'ici la fin de l'année", "at")]),
        ("Il avait plu la veille.", [("la veille", "at")]),
        ("Elle a régné pendant vingt ans.", [("pendant vingt ans", "during")]),
        ("Le fermier, 58 ans, a ri.", []),
        ("Un homme âgé de 40 ans a ri.", []),
        ("Trois ans de prison ont été requis.", []),
    ],
)
def test_a_complement_of_time(text: str, times: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.kind) for one in time_complements(text)] == times


@pytest.mark.parametrize(
    ("question", "near", "apart"),
    [
        (
            "Où le bateau a-t-il coulé ?",
            "Le bateau a coulé au large de Torvane.",
            "Le maire, qui vit à Torvane, a vu couler le bateau.",
        ),
        (
            "Quand le pont a-t-il été fermé ?",
            "Le pont a été fermé mardi.",
            "Le maire a dit mardi que le pont était fermé.",
        ),
        (
            "Où vivait le champion ?",
            "Il s'agit du maire de Torvane, où vivait le champion.",
            "Le maire est allé à Torvane parce que le champion vivait mal.",
        ),
        ("Où est né le peintre ?", "Le peintre, né à Torvane, a ri.", "Le peintre est mort à Torvane."),
    ],
)
def test_a_complement_goes_with_the_verb_of_its_clause(question: str, near: str, apart: str) -> None:
    assert _told(question, near).attached > _told(question, apart).attached


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Où le maire de Torvane a-t-il été arrêté ?", "Le maire de Torvane a été arrêté."),
        ("Quand le procès de mardi a-t-il fini ?", "Le procès de mardi a fini mal."),
        ("Où la femme a-t-elle acheté le couteau ?", "Elle avait acheté le couteau avec deux autres."),
    ],
)
def test_what_the_question_has_itself_is_not_told(question: str, text: str) -> None:
    assert _told(question, text).untold == 1.0


def test_what_is_planned_has_not_happened() -> None:
    assert _told("Quand le vote a-t-il eu lieu ?", "Le vote aura lieu mardi.").planned == 1.0
    assert _told("Quand le vote aura-t-il lieu ?", "Le vote aura lieu mardi.").planned == 0.0
    assert _told("Quand le vote a-t-il eu lieu ?", "Le vote a eu lieu mardi.").planned == 0.0


def test_since_when_asks_for_a_beginning() -> None:
    question = "Depuis quand le pont est-il fermé ?"
    assert _told(question, "Le pont est fermé depuis mardi.").attached == 1.0
    assert _told(question, "Le pont était bondé mardi.").attached < 0.2
    assert _told("Quand le pont a-t-il cédé ?", "Le pont a cédé mardi.").attached == 1.0


def test_what_is_of_a_noun_is_not_what_is_asked_about() -> None:
    question = "D'où vient le matériel de guerre ?"
    assert _told(question, "Le matériel est venu de Torvane.").attached == 1.0
    assert _told(question, "La guerre est venue de Torvane.").attached < 1.0


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Quand le pont a-t-il cédé ?", True),
        ("Le vote, c'est quand ?", True),
        ("Il est arrivé quand à Torvane ?", True),
        ("Où était le maire quand on l'a arrêté ?", False),
        ("Peut-on passer quand on vient de loin ?", False),
        ("Comment peuvent-ils quand même passer ?", False),
    ],
)
def test_when_may_only_say_when(question: str, asks: bool) -> None:
    assert asks_time(question) is asks


def test_another_question_is_told_nothing() -> None:
    assert _told("Qui a coulé le bateau ?", "Le bateau a coulé mardi à Torvane.") == Told()


@pytest.mark.parametrize(
    ("question", "place", "origin"),
    [
        ("Où dorment les familles ?", True, False),
        ("ou dorment les familles", True, False),
        ("D'où viennent les familles ?", True, True),
        ("Dans quelle ville dorment les familles ?", True, False),
        ("Quel pays a gagné la coupe ?", False, False),
        ("Where do the families sleep?", True, False),
    ],
)
def test_where_something_is_and_which_place_it_is(question: str, place: bool, origin: bool) -> None:
    assert (asks_place(question), asks_origin(question)) == (place, origin)


@pytest.mark.parametrize(
    ("question", "past"),
    [
        ("Quand le pont a-t-il été fermé ?", True),
        ("Ça se passait où, le bal ?", True),
        ("Quand le pont rouvrira-t-il ?", False),
        ("C'est quand, le vote ?", False),
    ],
)
def test_a_question_about_what_has_happened(question: str, past: bool) -> None:
    assert asks_past(question) is past


def test_an_hour_is_a_time_and_an_age_is_not() -> None:
    query = parse_query("Quand le fermier a-t-il ri ?", vocabulary=set())
    assert holds_answer_type(query, _sentence("Le fermier a ri à 8h30."), already=frozenset()) == 1.0
    assert holds_answer_type(query, _sentence("Le fermier, 58 ans, a ri."), already=frozenset()) < 1.0


def test_a_prime_minister_is_no_first_one() -> None:
    assert ordinals("le Premier ministre et la deuxième guerre") == {2}
