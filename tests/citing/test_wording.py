"""A verdict in words and as JSON: every outcome, in both languages."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from assistant.citing.ledger import Claim, Outcome, verify
from assistant.citing.saved import Resolution, SavedCitation, State
from assistant.citing.serialise import resolution_to_json, verdict_to_json
from assistant.citing.wording import resolution_in_words, verdict_in_words
from tests.citing.made import ARTICLES

_CASES: dict[Outcome, tuple[str, Claim]] = {
    "found": ("1 200 personnes", Claim()),
    "altered": ("plus de 1 300 personnes", Claim()),
    "misattributed": ("Les riverains demandent", Claim(publisher="Le Courrier", date="2019")),
    "stitched": ("Les riverains, qui attendent […] Une pétition a recueilli", Claim()),
    "not_found": ("Le chat dort", Claim()),
}


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_has_its_words(outcome: Outcome) -> None:
    quote, claim = _CASES[outcome]
    verdict = verify(quote, ARTICLES, claimed=claim)
    assert verdict.outcome == outcome
    french, english = verdict_in_words(verdict, "fr"), verdict_in_words(verdict, "en")
    assert french.split("\n")[0] != english.split("\n")[0]
    assert "{" not in french + english
    assert all(place.text in french for place in verdict.places)


def test_the_words_say_what_is_wrong() -> None:
    altered = verdict_in_words(verify("plus de 1 300 personnes", ARTICLES), "fr")
    assert "chiffre : « 1 300 » au lieu de « 1 200 »" in altered
    assert "Le Courrier, 3 novembre 2020" in altered
    cut = verdict_in_words(verify("1 200 personnes", ARTICLES), "fr")
    assert "coupée de : « seraient » (conditionnel), « plus de » (restriction), « la préfecture » (qui parle)" in cut
    quote, claim = _CASES["misattributed"]
    assert "éditeur : « Le Courrier » annoncé ; l’article a « L’Écho »" in verdict_in_words(
        verify(quote, ARTICLES, claimed=claim), "fr"
    )
    assert "publisher: « Le Courrier » claimed" in verdict_in_words(verify(quote, ARTICLES, claimed=claim), "en")


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_the_json_has_the_same_keys_whatever_the_outcome(outcome: Outcome) -> None:
    quote, claim = _CASES[outcome]
    written = verdict_to_json(verify(quote, ARTICLES, claimed=claim), language="fr")
    assert json.loads(json.dumps(written, ensure_ascii=False)) == written
    assert list(written) == [
        "quote", "outcome", "found", "text", "places", "differences", "dropped", "clipped", "inserted", "mismatches",
        "speaker", "modality", "explanation",
    ]  # fmt: skip
    assert written["found"] is (outcome == "found")


@pytest.mark.parametrize("state", get_args(State))
def test_every_state_of_a_saved_citation_has_its_words(state: State) -> None:
    saved = SavedCitation("courrier", "le pont", 0, 7, "")
    resolution = Resolution(saved, state, "courrier", 0, 7, verify("le pont", ARTICLES))
    others = {resolution_in_words(Resolution(saved, other, None, None, None, resolution.verdict), "fr").split("\n")[0]
              for other in get_args(State) if other != state}  # fmt: skip
    assert resolution_in_words(resolution, "fr").split("\n")[0] not in others
    assert resolution_in_words(resolution, "en").split("\n")[0] not in others
    assert resolution_to_json(resolution, language="fr")["state"] == state
