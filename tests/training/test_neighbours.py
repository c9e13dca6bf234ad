"""The encoder drops paraphrases it finds unrelated and adds words that are each other's nearest."""

from __future__ import annotations

import numpy as np

from assistant.training.neighbours import TermVectors, reconcile


def made(**angles: float) -> TermVectors:
    """Terms as directions in a plane, by their angle in degrees, padded with terms far from all of them."""
    plane = {term: np.radians(angle) for term, angle in angles.items()}
    vectors = np.zeros((len(plane) + 8, 10), dtype=np.float32)
    for row, angle in enumerate(plane.values()):
        vectors[row, :2] = np.cos(angle), np.sin(angle)
    vectors[len(plane) :, 2:] = np.eye(8)
    return TermVectors([*plane, *(f"far{i}" for i in range(8))], vectors)


def test_an_unrelated_paraphrase_is_dropped_and_a_related_one_kept() -> None:
    known = made(retrait=0, rayon=95, depart=70)
    table = reconcile({"retrait": [("rayon", 0.6), ("depart", 0.1)]}, known)
    assert table["retrait"] == [("depart", 0.1)]


def test_close_words_are_added_both_ways() -> None:
    table = reconcile({}, made(soldat=0, militaire=30))
    assert [term for term, _ in table["soldat"]] == ["militaire"]
    assert [term for term, _ in table["militaire"]] == ["soldat"]
    assert 0.4 < table["soldat"][0][1] < 0.5


def test_what_the_encoder_does_not_know_is_left_as_it_was() -> None:
    assert reconcile({"trev": [("paus", 0.2)]}, made(soldat=0)) == {"trev": [("paus", 0.2)]}
