"""The fold changes typography only, and every folded character leads back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citing.fold import FOLDS, fold, fold_with_offsets

_TRICKY = st.text(alphabet="ab1é\u0301\u0327e «»“”\"'’–-…. ;:!?\u00a0\u202f\u00ad\n\t\u200b", max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("« Nous partons », dit-il.", '"Nous partons", dit-il.'),
        ("«\u00a0Nous partons\u00a0»", "“Nous partons”"),
        ("1\u202f200 morts", "1 200  morts"),
        ("l’Arménie", "l'Arménie"),
        ("été", unicodedata.normalize("NFD", "été")),
        ("fin\u00a0: rien", "fin: rien"),
        ("2019–2020", "2019-2020"),
        ("un…", "un..."),
        ("une\nligne", "une ligne"),
        ("cessez\u00ad-le-feu", "cessez-le-feu"),
    ],
)
def test_typography_is_folded(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 200", "1200"),
        ("1,5", "15"),
        ("a tué", "à tué"),
        ("Paris", "paris"),
        ("tué", "tués"),
        ("n'a pas", "n'a"),
        ("a, b", "b, a"),
    ],
)
def test_what_is_said_is_not_folded(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(_TRICKY)
def test_each_folded_character_leads_back_to_what_it_stands_for(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    for place in range(len(folded.text)):
        start, end = folded.original(place, place + 1)
        assert 0 <= start < end <= len(text)
        assert folded.text[place] in fold(text[start:end])


@given(_TRICKY)
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_the_table_is_the_whole_fold() -> None:
    assert len({name for name, _, _ in FOLDS}) == len(FOLDS)
    assert {replacement for _, _, replacement in FOLDS} == {'"', "", " ", "'", "-", "…", "ff", "fi", "fl", "ffi", "ffl"}
