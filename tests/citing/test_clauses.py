"""What an ellipsis takes from the clause that stays: the subject of its verb, or the verb of its object."""

from __future__ import annotations

import pytest

from assistant.citing.guards import Held
from assistant.citing.ledger import Verdict, verify
from tests.citing.made import made

TEXT = (
    "Les rebelles ont reculé et l’armée a repris la ville. Les soldats, qui venaient du nord, ont fouillé les maisons. "
    "L’équipe a été portée par la foule et prépare la finale. Les juges ont puni les voleurs et relâché les témoins. "
    "On ignore encore si la famille a reçu une lettre. Le convoi transporté par la route est arrivé. La baisse est de "
    "-3 % sur un an. Presque tout le stock a brûlé dans la nuit. Le camion heurté par un bus qui a brûlé est vide. "
    "Les habitants (et leurs voisins) ont quitté les lieux. Un enfant renversé par la voiture a pleuré."
)
ARTICLES = {"a": made("a", TEXT)}


def _verdict(quote: str) -> Verdict:
    return verify(quote, ARTICLES)


@pytest.mark.parametrize(
    ("quote", "held"),
    [
        ("Les rebelles […] a repris la ville.", Held("subject", "l’armée")),
        ("Les rebelles ont reculé et […] a repris la ville", Held("subject", "l’armée")),
        ("Les juges ont puni […] les témoins", Held("verb", "relâché")),
        ("On ignore encore si […] a reçu une lettre", Held("subject", "la famille")),
        ("Le camion […] a brûlé est vide", Held("subject", "heurté par un bus qui")),
    ],
)
def test_a_verb_keeps_its_subject_and_an_object_its_verb(quote: str, held: Held) -> None:
    verdict = _verdict(quote)
    assert verdict.outcome == "altered"
    assert held in verdict.dropped


@pytest.mark.parametrize(
    "quote",
    [
        "Les soldats […] ont fouillé les maisons.",
        "L’équipe […] prépare la finale",
        "Le convoi […] est arrivé.",
        "Les habitants […] ont quitté les lieux",
        "Un enfant […] a pleuré.",
        "L’équipe a été portée […] et prépare la finale.",
    ],
)
def test_what_only_says_more_may_be_left_out(quote: str) -> None:
    assert _verdict(quote).found


def test_a_figure_is_not_cut_from_its_sign() -> None:
    assert _verdict("La baisse est de -3 %").found
    assert _verdict("-3 % sur un an").found
    assert not _verdict("3 % sur un an").found


def test_a_quote_cut_from_almost_says_so() -> None:
    verdict = _verdict("tout le stock a brûlé dans la nuit")
    assert verdict.found
    assert Held("restriction", "Presque") in verdict.clipped
