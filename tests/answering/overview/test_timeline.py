"""Events are dated from what their sentences say, and put in the order they happened."""

from __future__ import annotations

import pytest

from assistant.answering.overview.timeline import Event, days_meant, events, timeline, within
from assistant.answering.selection.sentences import ReadArticle, Sentence, analyse
from assistant.indexing.static_encoder import StaticEncoder
from assistant.language.dates import find_dates
from assistant.types import Published
from tests.web.fake_assistant import article

# 2021-03-03 is a Wednesday.
STATED, INFERRED = Published("2021-03-03", "day", "stated"), Published("2021-03-03", "day", "inferred", "un indice")


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    return StaticEncoder.shipped()


def _read(encoder: StaticEncoder, text: str, published: Published = STATED, id: str = "a") -> ReadArticle:
    return analyse(article(id, text, published=published), encoder)


def _all(sentence: Sentence) -> bool:
    return True


def _when(event: Event) -> tuple[str, str]:
    return event.first, event.last


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Le pont de la ville a été fermé lundi.", ("2021-03-01", "2021-03-01")),
        ("Le pont de la ville a été fermé hier soir.", ("2021-03-02", "2021-03-02")),
        ("Le pont de la ville a été fermé le 27 février.", ("2021-02-27", "2021-02-27")),
        ("Le pont a été fermé dans la nuit de lundi à mardi.", ("2021-03-01", "2021-03-02")),
        ("Le pont de la ville a été ouvert en mai 2016.", ("2016-05", "2016-05")),
    ],
)
def test_a_sentence_stands_at_the_day_it_names(encoder: StaticEncoder, text: str, when: tuple[str, str]) -> None:
    assert [_when(one) for one in events(_read(encoder, text))] == [when]


@pytest.mark.parametrize(
    "text",
    ["La pire crue depuis 1994 a touché la ville.", "Le bilan est de dix morts depuis la crue du 2 mars.",
     "Le pont de la ville est fermé."],
)  # fmt: skip
def test_what_only_tells_since_when_is_not_dated_by_it(encoder: StaticEncoder, text: str) -> None:
    assert events(_read(encoder, text)) == []


def test_only_a_day_worked_out_from_a_stated_date_is_marked(encoder: StaticEncoder) -> None:
    worked_out, written = "Le pont de la ville a été fermé lundi.", "Le pont de la ville a été fermé le 1er mars 2021."
    assert [one.inferred for one in events(_read(encoder, worked_out))] == [True]
    assert [one.inferred for one in events(_read(encoder, written))] == [False]
    # The date beside the source is marked there already.
    assert [one.inferred for one in events(_read(encoder, worked_out, INFERRED))] == [False]


def test_events_come_in_order_and_an_article_without_one_at_its_publication(encoder: StaticEncoder) -> None:
    read = [
        _read(encoder, "Le maire de la ville a rouvert le pont ce mercredi.", id="c"),
        _read(encoder, "Des pluies très fortes sont tombées le 20 février sur toute la vallée.", id="b"),
        _read(encoder, "Les commerçants du quartier demandent une aide de la région.",
              Published("2021-02-25", "day", "stated"), id="a"),
    ]  # fmt: skip
    found = timeline(read, fits=_all, asked=(), most=8)
    assert [(one.first, one.published) for one in found] == [
        ("2021-02-20", False),
        ("2021-02-25", True),
        ("2021-03-03", False),
    ]


def test_no_more_than_asked_and_not_the_same_twice(encoder: StaticEncoder) -> None:
    days = " ".join(
        f"Le {day} février, la rivière a emporté le pont numéro {day} de la vallée." for day in range(1, 20)
    )
    found = timeline([_read(encoder, days)], fits=_all, asked=(), most=5)
    assert 1 <= len(found) <= 5
    again = "Le 2 mars, la rivière a emporté le grand pont de bois. " * 2
    assert len(timeline([_read(encoder, again)], fits=_all, asked=(), most=5)) == 1


@pytest.mark.parametrize(
    ("asked", "first", "goes"),
    [
        ("en 2021", "2021-03-01", True),
        ("en 2020", "2021-03-01", False),
        ("en mars 2021", "2021", True),
        ("le 1er mars 2021", "2021-03-02", False),
        ("entre le 1er mars 2021 et le 5 mars 2021", "2021-03-03", True),
        ("entre le 1er mars 2021 et le 5 mars 2021", "2021-03-06", False),
        ("en mars", "2021-03-06", True),
        ("", "1999", True),
    ],
)
def test_the_dates_asked_for_bound_it(encoder: StaticEncoder, asked: str, first: str, goes: bool) -> None:
    sentence = _read(encoder, "Une phrase.").sentences[0]
    assert within(Event(sentence, first, first, inferred=False), find_dates(asked)) is goes


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("Que s'est-il passé début octobre 2020 ?", (1, 10)),
        ("Que s'est-il passé à la mi-octobre 2020 ?", (11, 20)),
        ("Que s'est-il passé à la fin du mois d'octobre 2020 ?", (21, 31)),
        ("What happened in late October 2020?", (21, 31)),
        ("Que s'est-il passé en octobre 2020 ?", (1, 31)),
        ("Que s'est-il passé début 2020 ?", (1, 31)),
        ("Que s'est-il passé le 3 octobre 2020 ?", (1, 31)),
    ],
)
def test_a_part_of_a_month_is_ten_of_its_days(question: str, days: tuple[int, int]) -> None:
    assert days_meant(question, find_dates(question)) == days


def test_only_what_is_of_that_part_of_the_month_is_told(encoder: StaticEncoder) -> None:
    read = _read(
        encoder,
        "Le pont de la ville a été fermé le 2 février. Les ouvriers du port ont cessé le travail le 12 février. "
        "La rivière a inondé les caves du vieux quartier le 25 février.",
    )
    found = timeline([read], fits=_all, asked=find_dates("février 2021"), days=(21, 31), most=8)
    assert [one.first for one in found] == ["2021-02-25"]


def test_of_one_day_more_than_two_events_are_told(encoder: StaticEncoder) -> None:
    read = _read(
        encoder,
        "Le pont de la ville a été fermé le 2 février. Les ouvriers du port ont cessé le travail le 2 février. "
        "La rivière a inondé les caves du vieux quartier le 2 février.",
    )
    found = timeline([read], fits=_all, asked=find_dates("le 2 février 2021"), most=8)
    assert len(found) == 3
