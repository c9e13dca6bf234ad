"""Of when a figure is: the time that a question names, what an article recalls, and years of another clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.figures.as_of import as_of
from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.period import is_background, within, years_told
from assistant.answering.figures.points import Point
from assistant.language.dates import find_dates
from eval.asking.temporary_index import assistant_over
from tests.answering.figures.reading import read_of


def _point(text: str, published: str | None = "2024-06-10", *, place: int = 0) -> Point:
    read = read_of(text, published)
    sentence = read.sentences[place]
    figure = figures_of(sentence)[0]
    years = years_told(sentence, read, end=figure.end - sentence.start)
    return Point(sentence, (figure,), frozenset(), as_of(figure, sentence), 0.0, frozenset(), years=years)


RECALLED = (
    "La crue de 1999 avait fait 17 morts.",
    "Un an plus tôt, 40 personnes avaient été tuées.",
    "La rougeole fait 300 morts par an.",
    "En 2011, une explosion avait tué neuf ouvriers.",
)
NEW = (
    "La crue a fait 17 morts.",
    "Le groupe supprime 1 180 postes, dont 860 à Corvel, où une explosion avait fait neuf morts en 2011.",
    "Depuis 2021, la guerre a fait 4 000 morts.",
    "Trente personnes ont été écoutées entre janvier 2021 et mai 2024.",
)


@pytest.mark.parametrize("text", RECALLED)
def test_what_an_article_only_recalls(text: str) -> None:
    assert is_background(_point(text), since=2024)


@pytest.mark.parametrize("text", NEW)
def test_what_an_article_tells_of_its_own_time(text: str) -> None:
    assert not is_background(_point(text), since=2024)


def test_the_start_of_a_period_is_not_when_a_figure_holds() -> None:
    point = _point("Trente personnes ont été écoutées entre janvier 2021 et mai 2023.")
    assert (point.when.date, point.when.basis) == ("2024-06-10", "publication")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Combien de morts en juin 2024 ?", True),
        ("Combien de morts en 2023 ?", False),
        ("Combien de morts entre le 1er mai 2024 et le 15 juin 2024 ?", True),
        ("Combien de morts entre le 1er mai 2024 et le 5 juin 2024 ?", False),
        ("Combien de morts ?", True),
    ],
)
def test_a_figure_is_of_the_time_asked_for(question: str, expected: bool) -> None:
    assert within(_point("La crue a fait 17 morts."), find_dates(question)) is expected


def test_a_year_that_the_sentence_names_is_that_of_what_it_tells() -> None:
    assert within(_point("La crue de 1999 avait fait 17 morts."), find_dates("en 1999"))


def test_the_year_of_an_undated_article_is_that_of_its_opening() -> None:
    text = "Une crue a ravagé la vallée en 1999. Le pont a cédé. On a compté 17 morts."
    assert _point(text, None, place=2).years == (1999,)
    assert _point(text, "2024-06-10", place=2).years == ()


def test_a_headline_that_looks_back_tells_of_another_event_than_the_one_named(tmp_path: Path) -> None:
    heads = {
        "neuf": "title: L'Altaïr a coulé\npublisher: La Gazette\npublished: 2024-05-04",
        "vieux": "title: Dix ans avant, la nuit du Corail\npublisher: Le Phare\npublished: 2024-05-06",
    }
    texts = {
        "neuf": "Le naufrage de l'Altaïr a fait 74 morts, selon le ministère.",
        "vieux": "Avant l'Altaïr, un autre navire avait sombré. Le bilan fut porté à 64 morts au mois de mai.",
    }
    for name, head in heads.items():
        (tmp_path / f"{name}.md").write_text(f"---\n{head}\n---\n\n{texts[name]}\n", encoding="utf-8")
    with assistant_over(tmp_path) as (assistant, _):
        told = assistant.ask("Combien de morts a fait le naufrage de l'Altaïr ?")
        assert [one.article.id for one in told.citations] == ["neuf"]
        other = assistant.ask("Combien de morts la nuit du Corail ?")
        assert [one.article.id for one in other.citations] == ["vieux"]
