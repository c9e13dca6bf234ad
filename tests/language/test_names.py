"""Names of one thing have one key, and the table is well formed."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from assistant.language import names
from assistant.language.folding import fold, word_list
from assistant.language.names import gazetteer, merge_names

ROWS = [
    line.split("\t")
    for line in Path(names.__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def merged(text: str) -> list[str]:
    return [name for name, _ in merge_names(word_list(fold(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le Haut-Karabakh", ["le", "@haut_karabakh"]),
        ("Nagorny-Karabakh", ["@haut_karabakh"]),
        ("Nagorno-Karabakh", ["@haut_karabakh"]),
        ("Artsakh", ["@haut_karabakh"]),
        ("Karabagh", ["@haut_karabakh"]),
        ("soldats azéris", ["soldats", "@azerbaidjan"]),
        ("les Azerbaïdjanaises", ["les", "@azerbaidjan"]),
        ("Azerbaijan's army", ["@azerbaidjan", "s", "army"]),
        ("NATO", ["@otan"]),
        ("l'Alliance atlantique", ["l", "@otan"]),
        ("l'Organisation des Nations unies", ["l", "@onu"]),
        ("United Nations", ["@onu"]),
        ("Bakou", ["@bakou"]),
        ("Baku", ["@bakou"]),
        ("la Maison-Blanche", ["la", "@maison_blanche"]),
        ("au Caire", ["au", "@le_caire"]),
        ("Le Caire", ["@le_caire"]),
        ("François Hollande", ["francois", "hollande"]),
        ("la Corée du Nord", ["la", "@coree_nord"]),
        ("un pays du Nord", ["un", "pays", "du", "nord"]),
        ("les relations franco-turques", ["les", "relations", "franco", "@turquie"]),
        ("", []),
    ],
)
def test_known_names_become_their_key(text: str, expected: list[str]) -> None:
    assert merged(text) == expected


def test_lengths_add_up_to_the_words_given() -> None:
    words = word_list(fold("La République démocratique du Congo et l'Union européenne soutiennent l'ONU à New Delhi"))

    assert sum(length for _, length in merge_names(words)) == len(words)


def test_a_capital_is_linked_to_its_country() -> None:
    assert gazetteer().metonyms["@ankara"] == "@turquie"
    assert gazetteer().metonyms["@kremlin"] == "@russie"


def test_every_row_has_four_columns_and_a_plain_key() -> None:
    for row in ROWS:
        assert len(row) == 4, row
        assert row[0] == fold(row[0]).replace(" ", "_"), row
        assert row[1], row
        for cell in (*row[1].split("|"), *filter(None, row[2].split("|")), *filter(None, row[3].split("|"))):
            assert cell == cell.strip() == cell.lower(), row
            assert all(word_list(fold(spelling)) for spelling in cell.split("=")), row


def test_no_key_comes_twice() -> None:
    assert [key for key, count in Counter(row[0] for row in ROWS).items() if count > 1] == []


def test_no_name_belongs_to_two_things() -> None:
    owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for key, called, demonyms, seats in ROWS:
        for name in filter(None, (*called.split("|"), *demonyms.split("|"))):
            owners[tuple(word_list(fold(name)))].add(key)
        for seat in filter(None, seats.split("|")):
            for spelling in seat.split("="):
                owners[tuple(word_list(fold(spelling)))].add(f"{key}: {seat}")

    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}


def test_metonyms_lead_from_their_own_key_to_a_country_in_the_table() -> None:
    countries = {f"@{row[0]}" for row in ROWS}

    for seat, country in gazetteer().metonyms.items():
        assert country in countries
        assert seat not in countries
        assert seat in gazetteer().keys.values()
