"""Counts told apart: the history of a toll, bodies that count otherwise, and figures taken back."""

from __future__ import annotations

from dataclasses import replace

from assistant.answering.figures.as_of import as_of
from assistant.answering.figures.events import in_events
from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.givers import given_by
from assistant.answering.figures.points import Point, same_event
from assistant.answering.figures.wording import leads
from assistant.language.words import terms
from tests.answering.figures.reading import sentence_of

Told = list[list[float]]


def _point(day: str, text: str) -> Point:
    sentence = sentence_of(text, day)
    figure = figures_of(sentence)[0]
    source = frozenset(terms(given_by(figure, sentence))) - set(terms("selon"))
    return Point(sentence, (figure,), frozenset(), as_of(figure, sentence), 0.0, frozenset(), source=source)


def _counts(points: list[Point]) -> Told:
    """Return the values of each count of each event, in the order told."""
    told: dict[tuple[int, int], list[float]] = {}
    for one in in_events(points):
        told.setdefault((one.event, one.count), []).append(one.value)
    return list(told.values())


def test_a_toll_that_grows_is_one_history_whoever_gives_it() -> None:
    points = [
        _point("2024-03-01", "La crue a fait 4 morts, selon la préfecture."),
        _point("2024-03-03", "La crue a fait 9 morts, selon la mairie."),
        _point("2024-03-06", "La crue a fait 21 morts, selon la préfecture."),
    ]
    assert _counts(points) == [[21, 9, 4]]


def test_a_body_that_contradicts_the_one_most_heard_has_its_own_count() -> None:
    points = [
        _point("2024-03-01", "La crue a fait 10 morts, selon la préfecture."),
        _point("2024-03-03", "La crue a fait 12 morts, selon la préfecture."),
        _point("2024-03-04", "La crue a fait 29 morts, selon le collectif."),
        _point("2024-03-06", "La crue a fait 14 morts, selon la préfecture."),
    ]
    assert sorted(_counts(points), key=len) == [[29], [14, 12, 10]]


def test_the_body_heard_once_is_joined_where_it_fits() -> None:
    points = [
        _point("2024-03-01", "La crue a fait 10 morts, selon la préfecture."),
        _point("2024-03-03", "La crue a fait 11 morts, selon la mairie."),
        _point("2024-03-06", "La crue a fait 14 morts, selon la préfecture."),
    ]
    assert _counts(points) == [[14, 11, 10]]


def test_a_toll_taken_back_is_the_latest() -> None:
    points = [
        _point("2024-03-01", "La crue a fait 20 morts."),
        _point("2024-03-03", "La crue a fait 26 morts."),
        _point("2024-03-06", "La crue a fait 24 morts, et non 26."),
    ]
    told = in_events(points)
    assert (told[0].value, told[0].latest) == (24, True)


def test_the_missing_may_become_fewer() -> None:
    points = [
        _point("2024-03-01", "On compte 34 disparus, selon la préfecture."),
        _point("2024-03-03", "On compte 15 disparus, selon la préfecture."),
    ]
    assert [(one.value, one.latest) for one in in_events(points)] == [(15, True), (34, False)]


def test_one_giver_within_weeks_speaks_of_one_event() -> None:
    left = _point("2024-03-01", "La crue a fait 4 morts, selon la préfecture.")
    right = _point("2024-03-03", "La crue a fait 9 morts, selon la préfecture.")
    left, right = replace(left, names=frozenset({"@a"})), replace(right, names=frozenset({"@b"}))
    assert same_event(left, right)
    assert not same_event(replace(left, source=frozenset()), right)
    assert not same_event(replace(left, source=frozenset()), replace(right, source=frozenset()))


def test_what_stands_before_a_figure_says_which_it_is() -> None:
    point = _point("2024-03-01", "La crue a fait 4 morts, selon la préfecture.")
    assert leads([replace(point, first=True)], "fr") == ["Premier chiffre, 1er mars 2024\u00a0: 4 morts. "]
    money = _point("2024-03-01", "La vente rapporte entre 280 et 290 millions d'euros.")
    assert leads([money], "fr")[0].endswith("entre 280 et 290 millions d'euros. ")


def test_state_bodies_that_agree_are_one_history_beside_another_count() -> None:
    points = [
        _point("2024-03-01", "La préfecture fait état de 12 morts."),
        _point("2024-03-02", "La préfecture fait état de 20 morts."),
        _point("2024-03-03", "Le ministère fait état de 24 morts."),
        _point("2024-03-03", "Le Collectif en lutte fait état de 41 morts."),
        _point("2024-03-08", "Le ministère fait état de 26 morts."),
        _point("2024-03-09", "Le Collectif en lutte fait état de 44 morts."),
    ]
    assert _counts(points) == [[44, 41], [26, 24, 20, 12]]


def test_what_is_counted_before_a_revision_does_not_contradict_it() -> None:
    points = [
        _point("2024-03-01", "La préfecture fait état de 12 morts."),
        _point("2024-03-04", "Le ministère fait état de 29 morts."),
        _point("2024-03-05", "La préfecture a ramené le bilan de 29 à 27 morts."),
        _point("2024-03-08", "Le ministère fait état de 31 morts."),
    ]
    assert _counts(points)[0][0] == 31
    assert 12 in _counts(points)[0]
