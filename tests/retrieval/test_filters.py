"""Only what a publisher wrote, and only what was certainly published by a day, may be searched."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import RequestError
from assistant.indexing.index import Index
from assistant.retrieval.filters import allowed_rows, is_published_by, latest_day
from assistant.types import Published

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2100, 12, 31))
CUTS = st.sampled_from([("day", 10), ("month", 7), ("year", 4)])


def shown(index: Index, *, as_of: str | None = None, publishers: tuple[str, ...] = ()) -> list[str]:
    rows = allowed_rows(index, as_of=as_of, publishers=publishers)
    assert rows is not None
    assert rows == sorted(set(rows))
    return sorted({index.passages[row].article_id for row in rows})


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2020", []),
        ("2021-03-14", []),
        ("2021-03-15", ["a-jour"]),
        ("2021-03-30", ["a-jour"]),
        ("2021-03-31", ["a-jour", "b-mois"]),
        ("2021-03", ["a-jour", "b-mois"]),
        ("2021-02", []),
        ("2021-12-30", ["a-jour", "b-mois"]),
        ("2021-12-31", ["a-jour", "b-mois", "c-annee"]),
        ("2021", ["a-jour", "b-mois", "c-annee"]),
        ("2022-06-30", ["a-jour", "b-mois", "c-annee"]),
        ("2030", ["a-jour", "b-mois", "c-annee", "e-anonyme"]),
    ],
)
def test_as_of_shows_what_was_certainly_out(index: Index, as_of: str, expected: list[str]) -> None:
    assert shown(index, as_of=as_of) == expected


@pytest.mark.parametrize("publisher", ["La Gazette", "la gazette", "LA GAZETTE"])
def test_a_publisher_is_known_in_any_case(index: Index, publisher: str) -> None:
    assert shown(index, publishers=(publisher,)) == ["a-jour", "b-mois"]


def test_a_publisher_is_known_without_accents_and_with_another_apostrophe(index: Index) -> None:
    assert shown(index, publishers=("l’eveil",)) == ["c-annee"]


def test_publishers_add_up_and_dates_cut(index: Index) -> None:
    assert shown(index, publishers=("La Gazette", "20 Minutes")) == ["a-jour", "b-mois", "d-sans-date"]
    assert shown(index, publishers=("La Gazette", "20 Minutes"), as_of="2021-03-20") == ["a-jour"]


def test_no_filter_is_no_list(index: Index) -> None:
    assert allowed_rows(index) is None


def test_an_unknown_publisher_is_refused_with_the_known_ones(index: Index) -> None:
    with pytest.raises(RequestError, match="20 Minutes, L'Éveil, La Gazette"):
        allowed_rows(index, publishers=("Le Courrier",))


@pytest.mark.parametrize(
    "as_of",
    ["", "hier", "2021-13", "2021-00", "2021-02-30", "0000", "21-02-03", "2021-2-3", "2021-02-03T10:00", " 2021"],
)
def test_what_is_no_date_is_refused(index: Index, as_of: str) -> None:
    with pytest.raises(RequestError, match="date"):
        allowed_rows(index, as_of=as_of)


@pytest.mark.parametrize(
    ("written", "last"),
    [("2020-02", "2020-02-29"), ("2021-02", "2021-02-28"), ("2021", "2021-12-31"), ("2021-04-05", "2021-04-05")],
)
def test_the_latest_day_of_a_date(written: str, last: str) -> None:
    assert latest_day(written) == last


@given(published=DAYS, asked=DAYS, cut=CUTS)
def test_nothing_that_may_be_later_is_shown(published: date, asked: date, cut: tuple[str, int]) -> None:
    precision, length = cut
    written = published.isoformat()[:length]
    month = 12 if precision == "year" else published.month
    day = published.day if precision == "day" else calendar.monthrange(published.year, month)[1]
    article = Published(date=written, precision=precision, basis="stated")  # type: ignore[arg-type] # drawn from the three

    assert is_published_by(article, asked.isoformat()) == (date(published.year, month, day) <= asked)


@given(asked=DAYS)
def test_an_unknown_date_is_never_shown(asked: date) -> None:
    assert not is_published_by(Published(), asked.isoformat())


@given(asked=DAYS)
def test_no_row_of_an_index_is_later_than_asked(index: Index, asked: date) -> None:
    for row in allowed_rows(index, as_of=asked.isoformat()) or []:
        published = index.articles[index.passages[row].article_id].published
        assert published.date is not None
        assert published.date <= asked.isoformat()
