"""Only what a publisher wrote, and only what was certainly published by a day, may be searched."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import RequestError
from assistant.indexing.index import Index
from assistant.retrieval.filters import RowFilter, Wanted, allowed_rows, earliest_day, latest_day

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2100, 12, 31))
CUTS = st.sampled_from([("day", 10), ("month", 7), ("year", 4)])


def shown(
    index: Index,
    *,
    as_of: str | None = None,
    publishers: tuple[str, ...] = (),
    since: str | None = None,
    until: str | None = None,
) -> list[str]:
    rows = allowed_rows(index, as_of=as_of, publishers=publishers, published_after=since, published_before=until)
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


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2021", None, ["a-jour", "b-mois", "c-annee", "e-anonyme"]),
        ("2021-03", None, ["a-jour", "b-mois", "e-anonyme"]),
        ("2021-03-02", None, ["a-jour", "e-anonyme"]),
        ("2021-03-15", "2021-03-15", ["a-jour"]),
        ("2021-03", "2021-03", ["a-jour", "b-mois"]),
        ("2021", "2021", ["a-jour", "b-mois", "c-annee"]),
        (None, "2021-03", ["a-jour", "b-mois"]),
        ("2022-07-02", None, []),
    ],
)
def test_a_range_shows_what_certainly_lies_in_it(
    index: Index, since: str | None, until: str | None, expected: list[str]
) -> None:
    assert shown(index, since=since, until=until) == expected


def test_a_range_cuts_what_as_of_and_publishers_leave(index: Index) -> None:
    assert shown(index, since="2021-03", as_of="2021-03") == ["a-jour", "b-mois"]
    assert shown(index, since="2021-03", until="2022", as_of="2021") == ["a-jour", "b-mois"]
    assert shown(index, since="2021-03", publishers=("L'Éveil",)) == []


def test_a_range_that_ends_before_it_begins_is_refused(index: Index) -> None:
    with pytest.raises(RequestError, match="published_after '2021-04' is later than published_before '2021-03'"):
        allowed_rows(index, published_after="2021-04", published_before="2021-03")


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
    with pytest.raises(RequestError, match="date"):
        allowed_rows(index, published_after=as_of)
    with pytest.raises(RequestError, match="date"):
        allowed_rows(index, published_before=as_of)


@pytest.mark.parametrize(
    ("written", "last"),
    [("2020-02", "2020-02-29"), ("2021-02", "2021-02-28"), ("2021", "2021-12-31"), ("2021-04-05", "2021-04-05")],
)
def test_the_latest_day_of_a_date(written: str, last: str) -> None:
    assert latest_day(written) == last


@given(day=DAYS, cut=CUTS)
def test_the_first_and_the_last_day_enclose_the_date(day: date, cut: tuple[str, int]) -> None:
    written = day.isoformat()[: cut[1]]

    first, last = earliest_day(written), latest_day(written)

    assert first <= day.isoformat() <= last
    assert first.startswith(written) and last.startswith(written)
    before = date.fromisoformat(first).toordinal() - 1
    assert not date.fromordinal(before).isoformat().startswith(written)
    assert not date.fromordinal(date.fromisoformat(last).toordinal() + 1).isoformat().startswith(written)


@given(published=DAYS, asked=DAYS, cut=CUTS)
def test_nothing_that_may_be_later_is_shown(published: date, asked: date, cut: tuple[str, int]) -> None:
    precision, length = cut
    written = published.isoformat()[:length]
    month = 12 if precision == "year" else published.month
    day = published.day if precision == "day" else calendar.monthrange(published.year, month)[1]

    assert (latest_day(written) <= asked.isoformat()) == (date(published.year, month, day) <= asked)


@given(first=st.none() | DAYS, last=st.none() | DAYS, asked=st.none() | DAYS, cuts=st.tuples(CUTS, CUTS, CUTS))
def test_every_row_lies_where_asked_and_every_other_may_not(
    index: Index, first: date | None, last: date | None, asked: date | None, cuts: tuple[tuple[str, int], ...]
) -> None:
    since, until, as_of = (
        None if day is None else day.isoformat()[: cut[1]] for day, cut in zip((first, last, asked), cuts, strict=True)
    )
    wanted = Wanted(as_of=as_of, published_after=since, published_before=until)
    if since and until and latest_day(until) < earliest_day(since):
        with pytest.raises(RequestError):
            RowFilter(index).rows(wanted)
        return

    rows = RowFilter(index).rows(wanted)

    allowed = range(len(index.passages)) if rows is None else rows.tolist()
    for row, passage in enumerate(index.passages):
        written = index.articles[passage.article_id].published.date
        inside = written is not None and all(
            [
                since is None or earliest_day(written) >= earliest_day(since),
                until is None or latest_day(written) <= latest_day(until),
                as_of is None or latest_day(written) <= latest_day(as_of),
            ]
        )
        assert (row in allowed) == (inside or rows is None)
