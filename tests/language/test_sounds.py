"""Words that sound alike have one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.sounds import keys_of_terms, sound_key
from assistant.language.words import stem


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sivil", "civil"),
        ("kombien", "combien"),
        ("prézidan", "président"),
        ("aksidan", "accident"),
        ("jandarme", "gendarme"),
        ("kamion", "camion"),
        ("opital", "hôpital"),
        ("chanpion", "champion"),
        ("otaje", "otage"),
    ],
)
def test_a_word_written_as_it_sounds_has_a_key_of_the_word_meant(written: str, meant: str) -> None:
    keys = {key for key, _ in keys_of_terms([stem(meant)])}
    assert {sound_key(written), sound_key(stem(written))} & keys


@pytest.mark.parametrize(("one", "other"), [("guerre", "gare"), ("mort", "mur"), ("bombe", "tombe"), ("vote", "veto")])
def test_words_that_sound_otherwise_have_other_keys(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


@given(st.lists(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9), min_size=1, max_size=5))
def test_many_terms_at_once_have_the_keys_they_have_alone(terms: list[str]) -> None:
    assert set(keys_of_terms(terms)) == {pair for term in terms for pair in keys_of_terms([term])}
    assert {(sound_key(term), term) for term in terms} <= set(keys_of_terms(terms))
