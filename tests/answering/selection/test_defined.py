"""What a name is, is told by the sentence that introduces it: by a title, an apposition, a gloss or a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.selection.defined import asks_what_it_is, asks_where_it_is
from assistant.assistant import Assistant
from assistant.indexing.build import build_index
from assistant.indexing.encoder import load_encoder
from assistant.indexing.index import load_index
from assistant.retrieval.query import parse_query

STORY = """---
title: Le port rouvre
publisher: Le Courrier
published: '2021-03-03'
---
""" + (
    "Lise Morel a salué la réouverture du port devant une foule de pêcheurs. Pour Lise Morel, la présidente du "
    "syndicat des pêcheurs, la saison est sauvée. Valmondy fête ses marins chaque été depuis un siècle. Le "
    "village de Valmondy, situé à douze kilomètres de la frontière, compte deux cents bateaux. L'Union des "
    "armateurs du Nord (UAN) réclame une baisse des taxes. L'UAN a été reçue par le ministre des Transports Paul "
    "Adrien jeudi. Paul Adrien a promis une réponse. Les marins de Karsova ont bloqué la route du port mardi.\n"
)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("port")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "port.md").write_text(STORY, encoding="utf-8")
    encoder = load_encoder(None)
    build_index(folder / "corpus", folder / "index", encoder=encoder, max_tokens=120, overlap_sentences=1)
    return Assistant(load_index(folder / "index", encoder=encoder), encoder)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Qui est Lise Morel ?", "Pour Lise Morel, la présidente"),
        ("c'est qui Lise Morel", "Pour Lise Morel, la présidente"),
        ("Who is Lise Morel?", "Pour Lise Morel, la présidente"),
        ("Où se trouve Valmondy ?", "Le village de Valmondy"),
        ("Valmondy c'est où", "Le village de Valmondy"),
        ("Qu'est-ce que l'UAN ?", "L'Union des armateurs"),
        ("Qui est Paul Adrien ?", "L'UAN a été reçue"),
    ],
)
def test_the_sentence_that_introduces_a_name_answers_what_it_is(port: Assistant, question: str, begins: str) -> None:
    answer = port.ask(question)
    assert [one.quote.replace("\n", " ").startswith(begins) for one in answer.citations] == [True]


def test_a_place_that_no_sentence_places_is_refused(port: Assistant) -> None:
    assert port.ask("Où se trouve Karsova ?").reason is not None


@pytest.mark.parametrize(
    ("question", "what", "where"),
    [
        ("Qui est Lise Morel ?", True, False),
        ("Où est Paris ?", True, True),
        ("Qui est Lise Morel et que veut Lise Morel du ministre ?", False, False),
        ("Que dit la Russie ?", False, False),
        ("Où la Russie a-t-elle attaqué ?", False, False),
        ("Qui est le ministre ?", False, False),
    ],
)
def test_only_a_question_for_a_name_alone_is_one(question: str, what: bool, where: bool) -> None:
    query = parse_query(question, vocabulary=set())
    assert (asks_what_it_is(query), asks_where_it_is(query)) == (what, where)
