"""Dates as French and English text write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.dates import find_dates, iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 30 septembre 2020", "2020-09-30"),
        ("le 1er janvier 2016, 14h30", "2016-01-01"),
        ("02 juin 2025 à 16:48", "2025-06-02"),
        ("12 févr. 2025", "2025-02-12"),
        ("le 27/09/2020", "2020-09-27"),
        ("12/31/2024", "2024-12-31"),
        ("27.09.2020", "2020-09-27"),
        ("2020-09-27T10:00:00Z", "2020-09-27"),
        ("1 November 2020", "2020-11-01"),
        ("Nov. 1, 2020", "2020-11-01"),
        ("Wed, 12 Feb 2025 10:00:00 GMT", "2025-02-12"),
        ("l'offensive de septembre 2023", "2023-09"),
        ("in September 2023", "2023-09"),
        ("en 2016", "2016"),
        ("depuis 1994", "1994"),
        ("la guerre de 2020 ?", "2020"),
        ("the 2020 war", "2020"),
    ],
)
def test_a_date_with_a_year_has_an_iso_form(text: str, expected: str) -> None:
    assert [iso(mention) for mention in find_dates(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("le 1er novembre", 11, 1),
        ("ce 30 septembre", 9, 30),
        ("on Nov. 1", 11, 1),
        ("en mars", 3, None),
        ("3 mai", 5, 3),
    ],
)
def test_a_date_without_a_year_is_found_and_has_no_iso_form(text: str, month: int, day: int | None) -> None:
    (mention,) = find_dates(text)
    assert (mention.year, mention.month, mention.day) == (None, month, day)
    assert iso(mention) is None


@pytest.mark.parametrize(
    "text",
    [
        "Lecture 3 min", "au moins 25 morts", "plus de 2000 soldats", "30 février 2020", "1 200 mars", "24/7",
        "article 49.3",
        "la planète Mars", "you may 3 times", "avant 2000 personnes", "en 2020 euros", "le 7 octies",
    ],
)  # fmt: skip
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find_dates(text) == ()


def test_two_days_of_one_month_are_two_dates() -> None:
    mentions = find_dates("les 19 et 20 septembre 2023")
    assert [iso(mention) for mention in mentions] == ["2023-09-19", "2023-09-20"]


@given(st.text(alphabet="0123456789 /-.,abceijmnorstuvé1er septembre novembre 2020", max_size=60))
def test_mentions_are_slices_in_order_that_do_not_overlap(text: str) -> None:
    end = 0
    for mention in find_dates(text):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text != ""
        end = mention.end
