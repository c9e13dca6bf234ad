"""French text to index terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.words import distinct, is_stop_word, positioned_terms, stem, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'armée", "armées"),
        ("l’armée", "l'armée"),
        ("jusqu'à la frontière", "frontières"),
        ("aujourd'hui, l'école", "écoles"),
        ("tué", "tuées"),
        ("les bombardements", "BOMBARDEMENT"),
        ("un cessez-le-feu", "Cessez le feu"),
        ("1 200 blessés", "1\u202f200 blessé"),
        ("12 345 678", "12345678"),
        ("le Haut-Karabakh", "l'Artsakh"),
        ("le Nagorny-Karabakh", "le Karabagh"),
        ("les Azéris", "Azerbaïdjan"),
        ("une ville turque", "des villes de Turquie"),
        ("l'OTAN", "NATO"),
        ("cœur", "coeur"),
        ("l'Élysée", "l'Elysée"),
    ],
)
def test_two_ways_to_write_the_same_have_the_same_terms(one: str, other: str) -> None:
    assert terms(one) == terms(other) != []


@pytest.mark.parametrize(
    "text",
    ["Le président a démissionné", "La ministre de la Défense", "une opération à la frontière", "élections régionales"],
)
def test_most_words_are_found_when_typed_without_accents(text: str) -> None:
    plain = text.translate(str.maketrans("éèêàùç", "eeeauc"))

    assert len(set(terms(text)) & set(terms(plain))) >= len(set(terms(text))) - 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il y a de la neige.", ["neig"]),
        ("ce qu'il en est", []),
        ("Bakou et Moscou", ["@bakou", "@moscou"]),
        ("25 morts", ["25", "mort"]),
        ("", []),
        ("« — … »", []),
    ],
)
def test_what_is_kept(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_positions_count_every_word_a_name_as_often_as_it_has() -> None:
    assert positioned_terms("Dans le Haut-Karabakh, la neige") == [("@haut_karabakh", 2), ("neig", 5)]


@given(st.text())
def test_positions_grow_and_no_term_is_empty(text: str) -> None:
    found = positioned_terms(text)
    places = [place for _, place in found]

    assert places == sorted(set(places))
    assert all(term for term, _ in found)
    assert [term for term, _ in found] == terms(text)


def test_the_stem_is_taken_before_the_accents_go() -> None:
    assert stem("tués") == stem("tuée") == "tu"
    assert stem("2020") == "2020"


def test_contre_and_sans_carry_meaning() -> None:
    assert [word for word in ("le", "dans", "qui", "contre", "sans", "cent") if is_stop_word(word)] == [
        "le", "dans", "qui",
    ]  # fmt: skip


def test_distinct_keeps_the_first_of_each() -> None:
    assert distinct(["b", "a", "b", "c", "a"]) == ["b", "a", "c"]
