"""Who is asked about by office is known by what the articles call people, and only his words answer."""

from __future__ import annotations

import pytest

from assistant.answering.selection.sentences import ReadArticle, analyse
from assistant.answering.selection.speakers.asked_speaker import (
    asks_view,
    named_by_speaker,
    office_asked,
    offices_in,
    speaker_other,
    view_unsaid,
)
from assistant.indexing.static_encoder import StaticEncoder
from assistant.retrieval.query import Query, parse_query
from assistant.types import Article, Published

_PORT = (
    "La digue de Lorzac a cédé lundi. « Nous attendons les pompes depuis mars », a déclaré Paul Verdan. "
    "« Les travaux suivent leur cours », a répondu Anne Milhaud."
)
_ELSEWHERE = "La salle était comble. Paul Verdan, président du syndicat des pêcheurs, est né à Lorzac."


def _read(text: str) -> ReadArticle:
    article = Article("a", None, None, None, (), Published(), None, "fr", text, "a.txt", text)
    return analyse(article, StaticEncoder.shipped())


def _query(question: str) -> Query:
    return parse_query(question, vocabulary=set())


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Que reproche le président du syndicat à la mairie ?", "patron"),
        ("Que répond la directrice aux familles ?", "patron"),
        ("Qu'est-ce qu'elle a dit, la maire, au cas où la digue céderait ?", "mair"),
        ("Comment la porte-parole a-t-elle pris le jugement ?", "porte-parol"),
        ("Et l'avocate du patron, que pense-t-elle de l'arrestation ?", "avocat"),
        ("D'après le capitaine, qu'est-ce qui a renversé la barque ?", "capitain"),
    ],
)
def test_an_office_is_asked_for_words(question: str, office: str) -> None:
    assert office_asked(question) == {office}


@pytest.mark.parametrize(
    "question",
    [
        "Que répond la compagnie au mécanicien ?",
        "Où est le président ?",
        "Pourquoi le maire a-t-il démissionné ?",
        "Combien de ports y a-t-il ?",
    ],
)
def test_no_office_is_asked_for_words(question: str) -> None:
    assert office_asked(question) == frozenset()


def test_an_article_elsewhere_tells_who_speaks() -> None:
    query = _query("Que réclame le patron du syndicat des pêcheurs ?")
    words, answer = _read(_PORT).sentences[1:]
    assert speaker_other(query, words) == 1.0
    known = offices_in(query, [_PORT, _ELSEWHERE])
    assert speaker_other(query, words, known) == 0.0
    assert speaker_other(query, answer, known) == 1.0


def test_the_body_itself_is_half_as_good_as_its_head() -> None:
    query = _query("Que demande le président d'Alizé ?")
    body, other = _read("Selon Alizé, il manque trente lits. Selon Borée, il en manque dix.").sentences
    assert speaker_other(query, body) == 0.5
    assert speaker_other(query, other) == 1.0


def test_people_are_looked_up_only_where_an_office_is_asked() -> None:
    assert offices_in(_query("Où est né Paul Verdan ?"), [_ELSEWHERE]) == {}


def test_a_view_is_somebodys_words() -> None:
    query = _query("Qui trouve que les travaux traînent trop ?")
    fact, words, _ = _read(_PORT).sentences
    assert view_unsaid(query, fact) == 1.0
    assert view_unsaid(query, words) == 0.0


@pytest.mark.parametrize(
    ("question", "view"),
    [
        ("Qui prétend que la digue tenait ?", True),
        ("Qui accuse la mairie ?", True),
        ("Qui a trouvé la barque ?", False),
        ("Qui juge les deux marins ?", False),
        ("Qui comparaît mardi ?", False),
        ("Que dit le maire ?", False),
    ],
)
def test_a_view_is_asked_for(question: str, view: bool) -> None:
    assert asks_view(_query(question)) is view


_LEVANT = "Marc Levant, ministre de la Santé, est arrivé à Sarmont. Il a visité la pharmacie."
_DESTRIER = "Paul Destrier, ministre de l'Intérieur, est venu. La salle était comble."
_BRANCAT = "La maire de Sarmont, Odile Brancat, 51 ans, a reçu les familles."
_AUBRAC = "Bruno Aubrac, pharmacien et président du syndicat des officines, compte les flacons."
_FOLDER = (_LEVANT, _DESTRIER, _BRANCAT, _AUBRAC)
_PHARMACISTS = "Que redoute le président du syndicat des officines ?"


@pytest.mark.parametrize(
    ("question", "sentence", "own"),
    [
        # asked by office, said by name
        ("Qu'a dit le ministre de la Santé ?", "« Quarante lits ouvriront », a promis M. Levant.", True),
        ("Qu'a dit le ministre de la Santé ?", "Levant a reconnu que les stocks étaient épuisés.", True),
        ("Que réclame la maire de Sarmont ?", "« La clinique doit rouvrir », a lancé Mme Brancat.", True),
        (_PHARMACISTS, "Selon M. Aubrac, des flacons seront volés.", True),
        ("Quelle est la réponse du ministre de la Santé ?", "M. Levant a répondu qu'il céderait.", True),
        ("Qu'a dit la semaine dernière le ministre de la Santé ?", "M. Levant a dit qu'il céderait.", True),
        ("Qu'a dit l'actuel ministre de la Santé ?", "M. Levant a dit qu'il céderait.", True),
        # of two ministers, the one of the field asked about
        ("Qu'a dit le ministre de la Santé ?", "M. Destrier a dit qu'il fermerait la vallée.", False),
        ("Qu'a dit le ministre de la Santé ?", "Selon le ministre de l'Intérieur, la vallée fermera.", False),
        ("Que dit le ministre de l'Intérieur ?", "M. Destrier a dit qu'il fermerait la vallée.", True),
        ("Que dit le ministre Levant ?", "M. Levant a dit qu'il céderait.", True),
        ("Que dit le ministre Levant ?", "M. Destrier a dit qu'il fermerait la vallée.", False),
        ("Que dit le ministre ?", "M. Destrier a dit qu'il fermerait la vallée.", True),
        ("Que réclame la maire de Sarmont ?", "« Il est trop tard », a lancé M. Levant.", False),
        # asked by name, said by office
        ("Qu'a dit Marc Levant ?", "Le ministre de la Santé a dit que les doses partiraient.", True),
        ("Qu'a dit Odile Brancat ?", "Selon la maire de Sarmont, la route restera fermée.", True),
        ("Qu'a dit Marc Levant ?", "« Les doses partiront », a dit M. Levant.", True),
        ("Qu'a dit Marc Levant ?", "Le ministre de l'Intérieur a dit que la vallée fermerait.", False),
        ("Qu'a dit Marc Levant ?", "Le ministre a dit que la vallée fermerait.", False),
        ("Qu'a dit Marc Levant ?", "« Les doses partiront », a dit Jean Levant.", False),
    ],
)
def test_an_office_and_a_name_are_one_person(question: str, sentence: str, own: bool) -> None:
    query = _query(question)
    known = offices_in(query, _FOLDER)
    said = _read(sentence).sentences[0]
    assert speaker_other(query, said, known) == float(not own)
    assert own or named_by_speaker(query, said, known) == frozenset()


def test_who_speaks_bears_the_words_he_is_asked_for_by() -> None:
    said = _read("« Quarante lits ouvriront », a promis M. Levant.").sentences[0]
    by_office = _query("Qu'a dit le ministre de la Santé ?")
    known = offices_in(by_office, _FOLDER)
    assert {term.term for term in by_office.terms} & {"ministr", "sant"} <= named_by_speaker(by_office, said, known)
    by_name = _query("Qu'a dit Marc Levant ?")
    office = _read("Le ministre de la Santé a dit que les doses partiraient.").sentences[0]
    named = {term.term for term in by_name.terms if term.is_name}
    assert named
    assert named <= named_by_speaker(by_name, office, offices_in(by_name, _FOLDER))


def test_where_nobodys_words_are_asked_for_nobody_is_looked_up() -> None:
    query = _query("Où est le ministre de la Santé ?")
    said = _read("« Quarante lits ouvriront », a promis M. Levant.").sentences[0]
    assert named_by_speaker(query, said, offices_in(query, _FOLDER)) == frozenset()
