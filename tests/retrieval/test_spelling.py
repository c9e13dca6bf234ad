"""Misspelt words of the subject, matched with the corpus."""

from __future__ import annotations

import pytest

from assistant.language.words import stem, terms
from assistant.retrieval.alternatives import alternatives_of
from assistant.retrieval.spelling import sounding_alike

VOCABULARY = frozenset(
    terms("Un accident de camion. L'élection du président. Des gendarmes à l'hôpital. Le van a brûlé.")
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("aksidan", "accident"), ("elecsion", "élection"), ("elexion", "élection"), ("jandarme", "gendarme")],
)
def test_a_word_is_found_by_its_sound(typed: str, meant: str) -> None:
    assert sounding_alike(typed, VOCABULARY) == [stem(meant)]


def test_a_word_that_the_corpus_lacks_is_found_in_the_press() -> None:
    assert sounding_alike("prizon", VOCABULARY) == [stem("prison")]


@pytest.mark.parametrize("typed", ["xantifor", "zzyzx", "a330", "ki"])
def test_what_sounds_like_nothing_is_nothing(typed: str) -> None:
    assert sounding_alike(typed, VOCABULARY) == []


def test_what_says_the_word_that_is_meant_says_the_misspelt_one() -> None:
    ways = alternatives_of("véikule", "veikul", "fr", is_name=False, vocabulary=VOCABULARY)
    assert 0 < ways["van"] < ways[stem("véhicule")] < 1


def test_accents_tell_how_a_misspelt_participle_ends() -> None:
    assert sounding_alike("brulée", VOCABULARY) == sounding_alike("brulé", VOCABULARY) == [stem("brûlé")]
    assert stem("brûlé") in sounding_alike("brulai", VOCABULARY)


def test_a_rare_word_that_sounds_like_a_common_one_of_the_corpus_is_that_one() -> None:
    dead, other = frozenset({stem("mort")}), frozenset({stem("soldat")})

    assert alternatives_of("mor", "mor", "fr", is_name=False, vocabulary=dead)[stem("mort")] > 0.5
    assert stem("mort") not in alternatives_of("mor", "mor", "fr", is_name=False, vocabulary=other)
    # As common in the press: another word.
    ways = alternatives_of("guère", "guer", "fr", is_name=False, vocabulary=frozenset({stem("guerre")}))
    assert stem("guerre") not in ways


def test_a_name_is_not_matched_by_its_sound() -> None:
    assert alternatives_of("Aksidan", "aksidan", "fr", is_name=True, vocabulary=VOCABULARY) == {"aksidan": 1.0}
