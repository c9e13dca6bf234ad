"""Who is asked about by office is known by what the articles call people, and only his words answer."""

from __future__ import annotations

import pytest

from assistant.answering.selection.asked_speaker import (
    asks_view,
    office_asked,
    offices_in,
    speaker_other,
    view_unsaid,
)
from assistant.answering.selection.sentences import ReadArticle, analyse
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
