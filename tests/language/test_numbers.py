"""Numbers in figures and in words, with their place and value."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.numbers import find_numbers

EXACT: dict[str, float] = {
    "25": 25, "0": 0, "100": 100, "2020": 2020, "1 200": 1200, "1\u202f200": 1200, "1\u00a0200": 1200, "1.200": 1200,
    "12 345 678": 12_345_678, "5000": 5000, "3,5": 3.5, "49.3": 49.3, "1 500,75": 1500.75, "0,5": 0.5,
    "2 millions": 2e6, "1,5 million": 1.5e6, "1,2 milliard": 1.2e9, "80\u00a0milliards": 8e10, "2.5 million": 2.5e6,
    "10 mille": 10_000, "deux": 2, "treize": 13, "dix-sept": 17, "vingt et un": 21, "vingt-et-un": 21,
    "soixante-dix": 70, "soixante et onze": 71, "quatre-vingts": 80, "quatre-vingt-un": 81, "quatre-vingt-dix-sept": 97,
    "septante-cinq": 75, "nonante": 90, "cent": 100, "cent vingt-deux": 122, "deux cents": 200,
    "deux cent cinquante-trois": 253, "cent quatre-vingt": 180, "mille": 1000, "mille deux": 1002,
    "deux\u00a0mille": 2000, "mille neuf cent quatorze": 1914, "trois cent mille": 300_000, "un million": 1e6,
    "deux millions cinq cent mille": 2.5e6, "trois milliards": 3e9,
}  # fmt: skip
ROUND: dict[str, float] = {
    "une dizaine": 10, "une douzaine": 12, "une vingtaine": 20, "une centaine": 100, "un millier": 1000,
    "des centaines": 100, "deux douzaines": 24, "trois milliers": 3000, "quelques milliers": 1000,
    "des dizaines de milliers": 10_000, "des centaines de milliers": 100_000, "des dizaines de millions": 1e7,
}  # fmt: skip


@pytest.mark.parametrize(("written", "value"), [*EXACT.items(), *((key.capitalize(), EXACT[key]) for key in EXACT)])
def test_a_number_has_its_value_and_its_place(written: str, value: float) -> None:
    text = f"On compte {written} blessés."

    found = find_numbers(text)

    assert [(text[number.start : number.end], number.value, number.approximate) for number in found] == [
        (written, value, False)
    ]


@pytest.mark.parametrize(("written", "value"), ROUND.items())
def test_a_round_number_says_so(written: str, value: float) -> None:
    text = f"On compte {written} de blessés."

    found = find_numbers(text)

    assert [(text[number.start : number.end], number.value, number.approximate) for number in found] == [
        (written, value, True)
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("entre 100 et 150 blessés", [100, 150]),
        ("deux ou trois jours", [2, 3]),
        ("un mort et deux blessés", [2]),
        ("25, 30 et 35", [25, 30, 35]),
        ("20 à 30 000 personnes", [20, 30_000]),
        ("treize morts, dont 3 enfants", [13, 3]),
        ("une vingtaine de morts et 12 blessés", [20, 12]),
        ("5-10 %", [5, 10]),
        ("Le bilan est de 25.", [25]),
    ],
)
def test_several_numbers_come_in_order(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "une personne",
        "un à un",
        "A320",
        "le 21e siècle",
        "le 1er",
        "à 10h30",
        "des pneus neufs",
        "la moitié",
        "centrer",
        "",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert find_numbers(text) == []


@given(st.lists(st.sampled_from([*EXACT, *ROUND, "et", "de", ",", "un", "mille", "1", "."]), max_size=12))
def test_spans_are_ordered_and_disjoint(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find_numbers(text)

    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(text[number.start : number.end].strip() for number in found)
