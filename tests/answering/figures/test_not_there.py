"""Places that words near a figure name and that the figure is not of."""

from __future__ import annotations

from assistant.answering.figures.not_there import is_not_there
from assistant.answering.figures.question import figure_question
from assistant.language.words import terms
from assistant.retrieval.query import parse_query
from tests.answering.figures.reading import asked, query_of, read_of


def _is_not_there(question: str, text: str, *, place: int = 0, title: str | None = None) -> bool:
    read = read_of(text, title=title)
    return is_not_there(query_of(question, text), asked(question, text), read.sentences[place], read)


def test_where_a_speaker_has_fled_to_is_not_where_his_dead_are() -> None:
    text = "Le maire de Mavel, Luc Tarand, réfugié à Dorne, compte sept morts dans sa commune."
    assert _is_not_there("Combien de morts à Dorne ?", text)
    assert not _is_not_there("Combien de morts à Mavel ?", text)


def test_where_a_boat_left_from_is_not_where_it_sank() -> None:
    text = "Un cargo parti de Dorne avec du bois a coulé au sud de Mavel. Neuf marins sont morts."
    assert _is_not_there("Combien de morts à Dorne ?", text, place=1)
    assert not _is_not_there("Combien de morts à Mavel ?", text, place=1)


def test_the_party_or_a_part_of_something_left_from_nowhere() -> None:
    for text in ("Neuf cadres du parti de Dorne sont morts.", "Neuf marins, en partie de Dorne, sont morts."):
        assert not _is_not_there("Combien de morts à Dorne ?", text)


def test_a_place_named_again_as_where_it_happened_counts() -> None:
    text = "Le maire, joint à Dorne, parle de chaos. À Dorne, sept habitants sont morts."
    assert not _is_not_there("Combien de morts à Dorne ?", text, place=1)


def test_a_town_is_no_person_spelt_alike() -> None:
    def is_person(text: str) -> bool:
        query = parse_query("Combien de morts à Torani ?", vocabulary=frozenset(terms(f"morts {text}")))
        wanted, read = figure_question(query), read_of(text)
        assert wanted is not None
        return is_not_there(query, wanted, read.sentences[0], read)

    assert is_person("Neuf soldats sont morts, a indiqué le colonel Tarani Fosse.")
    assert not is_person("Neuf soldats sont morts à Tarani, dit l'armée.")


def test_the_hospital_of_a_town_is_not_all_hospitals() -> None:
    text = "À Dorne, le cortège était maigre. Les hôpitaux du pays ont fermé 900 lits."
    assert _is_not_there("Combien de lits fermés à l'hôpital de Dorne ?", text, place=1)
    own = "À Dorne, l'hôpital est à bout. Il a fermé 40 lits."
    assert not _is_not_there("Combien de lits fermés à l'hôpital de Dorne ?", own, place=1)
