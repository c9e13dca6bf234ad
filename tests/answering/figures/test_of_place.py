"""The figures of a place that a question names, and a place that the whole folder is about."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.figures.as_of import as_of
from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.of_place import is_everywhere, of_there, places_beside
from assistant.answering.figures.points import Point
from assistant.retrieval.query import QueryTerm
from tests.answering.figures.reading import query_of, read_of


def _place(name: str) -> QueryTerm:
    return next(one for one in query_of(f"Combien de morts à {name} ?").terms if one.word == name)


def _point(text: str, published: str = "2021-03-10", *, score: float = 0.0) -> Point:
    sentence = read_of(text, published).sentences[0]
    figures = figures_of(sentence)[:1]
    return Point(sentence, figures, frozenset(), as_of(figures[0], sentence), score, frozenset())


def _values(points: list[Point]) -> list[float]:
    return [one.value for one in points]


def test_a_town_has_its_own_dead() -> None:
    town = _point("À Corvel, 11 personnes sont mortes.")
    country = _point("La tempête a fait 340 morts dans le pays.")
    assert _values(of_there([country, town], [_place("Corvel")])) == [11]


def test_a_figure_without_a_place_can_be_of_the_town_by_its_size() -> None:
    town = _point("À Corvel, 11 personnes sont mortes.", score=1.0)
    near, far = _point("Douze morts, dit le maire."), _point("Les morts sont 90.")
    assert _values(of_there([town, near, far], [_place("Corvel")])) == [11, 12]


def test_without_a_figure_there_all_are_kept() -> None:
    points = [_point("La tempête a fait 340 morts."), _point("On compte 12 morts à Mirelles.")]
    assert of_there(points, [_place("Corvel")]) == points


def test_a_place_that_most_articles_name_need_not_be_said() -> None:
    articles = [
        read_of(f"La Sarvanie brûle. Le préfet compte {n} morts. Le feu avance. Le vent souffle.") for n in range(3, 8)
    ]
    counting = [one for read in articles for one in read.sentences if one.numbers]
    assert is_everywhere(_place("Sarvanie"), articles, counting)
    assert not is_everywhere(_place("Corvel"), articles, counting)


def test_a_town_told_apart_from_all_is_not_everywhere() -> None:
    articles = [read_of(f"Corvel brûle. Le préfet compte {n} morts. Le feu avance.") for n in range(3, 8)]
    articles.append(read_of("On compte 40 morts dans le massif, dont onze à Corvel."))
    counting = [one for read in articles for one in read.sentences if one.numbers]
    assert not is_everywhere(_place("Corvel"), articles, counting)


def test_places_beside_are_those_of_the_articles_that_have_the_name() -> None:
    named = read_of("La Sarvanie brûle. Le feu est né à Corvel. Il a gagné le port de Mirelles.")
    other = read_of("Une crue a ravagé la ville. Deux ponts ont été emportés à Pontival.")
    beside = places_beside([_place("Sarvanie")], [named, other])
    assert _place("Corvel").term in beside
    assert _place("Pontival").term not in beside
    assert places_beside([], [named]) == frozenset()


def test_points_stay_in_the_order_of_their_scores() -> None:
    low, high = _point("À Corvel, 11 morts.", score=0.1), _point("À Corvel, 12 morts.", score=0.9)
    assert _values(of_there([replace(low), high], [_place("Corvel")])) == [12, 11]
