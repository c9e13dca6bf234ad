"""Who holds an office, who did a thing, what somebody says: answered by the right one's name or words, or by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.indexing.build import build_index
from assistant.indexing.encoder import load_encoder
from assistant.indexing.index import load_index

HEAD = "---\ntitle: {}\npublisher: {}\npublished: '{}'\n---\n"
SUMMIT = HEAD.format("Le sommet de Vienne", "Le Courrier", "2022-05-03") + (
    "La présidente moldave, Ana Rusu, a reçu mardi le ministre norvégien de la Défense, Lars Holm, et son homologue "
    "suédois, Erik Berg. Les ministres des Transports de Finlande et d'Estonie, Juha Salo et Mari Tamm, ont reporté "
    "leur voyage. La Norvège demande à la Suède de rouvrir le pont de Halden. La Suède et la Norvège se disent prêtes "
    "à partager les frais. La Moldavie réclame une réunion d'urgence des Nations unies. La Finlande soutient le projet "
    "moldave de barrage. L'Estonie annonce la mort de trois pêcheurs dans le port.\n"
)
PORT = HEAD.format("Le port de Brast paralysé", "Matin Gratuit", "2022-05-09") + (
    "Le maire de Brast, Hugo Blin, appelle à signer un accord avant lundi. Odile Marchand préside le syndicat des "
    "dockers depuis dix ans. L'ancien directeur du port, Paul Vidal, a vendu trois grues en avril. Selon la mairie, le "
    "conflit peut durer. La société Navalis, dirigée par Inès Roca, refuse de négocier. Nora Lund sera la prochaine "
    "directrice de l'aquarium de Brast. Une responsable de la sécurité a été blessée dans la bousculade.\n"
    "Le syndicat des dockers est accusé de bloquer les livraisons de blé. Ces accusations ont été formulées par Hugo "
    "Blin devant la presse. Les entrepôts ont été vidés en raison d'une grève lancée par Odile Marchand.\n"
)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("who")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "summit.md").write_text(SUMMIT, encoding="utf-8")
    (folder / "corpus" / "port.md").write_text(PORT, encoding="utf-8")
    encoder = load_encoder(None)
    build_index(folder / "corpus", folder / "index", encoder=encoder, max_tokens=120, overlap_sentences=1)
    return Assistant(load_index(folder / "index", encoder=encoder), encoder)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Comment s'appelle la présidente moldave ?", "Ana Rusu"),
        ("Qui dirige la Moldavie ?", "Ana Rusu"),
        ("Who is the Norwegian defence minister?", "Lars Holm"),
        ("Quel est le nom du ministre suédois de la Défense ?", "Erik Berg"),
        ("Le ministre estonien des Transports, c'est qui ?", "Mari Tamm"),
        ("Qui est le ministre finlandais des Transports ?", "Juha Salo"),
        ("C'est qui, le maire de Brast ?", "Hugo Blin"),
        ("Qui préside le syndicat des dockers ?", "Odile Marchand"),
        ("Qui dirige Navalis ?", "Inès Roca"),
        ("Qui est la nouvelle directrice de l'aquarium ?", "Nora Lund"),
    ],
)
def test_the_name_beside_the_office_answers_and_is_marked(news: Assistant, question: str, name: str) -> None:
    answer = news.ask(question)
    assert [citation.answer_words for citation in answer.citations[:1]] == [name]


@pytest.mark.parametrize(
    "question",
    [
        "Qui dirige la Norvège ?",
        "Comment s'appelle le président suédois ?",
        "Qui est le ministre norvégien des Transports ?",
        "Quel est le nom du directeur du port ?",
        "Comment s'appelle la responsable de la sécurité blessée dans la bousculade ?",
        "Who is the president of Finland?",
    ],
)
def test_an_office_that_nobody_is_named_beside_is_refused(news: Assistant, question: str) -> None:
    assert news.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "Qui a signé l'accord ?",
        "Qui a vidé les entrepôts ?",
        "Qui a tué les trois pêcheurs ?",
        "Qui a photographié les grues ?",
        "À qui Paul Vidal a-t-il vendu les trois grues ?",
    ],
)
def test_what_is_only_wanted_told_by_others_or_done_by_nobody_has_no_doer(news: Assistant, question: str) -> None:
    assert news.ask(question).abstained


def test_who_did_a_thing_is_told_by_the_sentence_that_has_the_act_and_its_doer(news: Assistant) -> None:
    assert "Paul Vidal" in news.ask("Qui a vendu trois grues ?").citations[0].quote


def test_the_words_asked_for_are_those_of_the_one_named_to_the_one_named(news: Assistant) -> None:
    answer = news.ask("Que demande la Norvège à la Suède ?")
    assert [citation.quote for citation in answer.citations] == [
        "La Norvège demande à la Suède de rouvrir le pont de Halden."
    ]


@pytest.mark.parametrize(
    "question", ["Que dit l'ONU ?", "Que demande la Suède à la Norvège ?", "Que demande la Finlande à l'Estonie ?"]
)
def test_nobody_elses_words_stand_for_those_asked_for(news: Assistant, question: str) -> None:
    assert news.ask(question).abstained


def test_a_view_is_marked_with_whoever_holds_it(news: Assistant) -> None:
    answer = news.ask("Qui réclame une réunion d'urgence des Nations unies ?")
    assert answer.citations[0].answer_words == "La Moldavie"


def test_who_reacted_is_told_by_one_sentence_of_each(news: Assistant) -> None:
    answer = news.ask("Qui a réagi à la crise ?")
    assert [citation.answer_words for citation in answer.citations] == ["La Moldavie", "Hugo Blin", "La Norvège"]
