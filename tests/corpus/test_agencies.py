"""The agency an article names as its source, known or not, and what is none."""

from __future__ import annotations

import pytest

from assistant.corpus.agencies import with_agency_apart, without_agencies
from assistant.corpus.front_matter import Metadata
from assistant.corpus.metadata import infer_metadata
from assistant.types import Provenance

HEADLINE = "Brenn : le pont fermera pour six mois à partir de lundi\n"
BODY = (
    "Le conseil municipal a voté mardi soir la fermeture du pont, après trois heures de débat.\n\n"
    "La salle était pleine. Le maire a promis que les travaux seraient achevés avant l'été.\n"
)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Par Awa Sow avec l'Agence Boréale", "Agence Boréale"),
        ("Par Awa Sow avec ANK", "ANK"),
        ("Publié le 3 mars 2024 - (Agence Boréale)", "Agence Boréale"),
        ("Source : Agence de presse du Nord", "Agence de presse du Nord"),
        ("AFP, le 3 mars 2024", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("avec l'agence de l'eau", None),
        ("© AFP", None),
    ],
)
def test_a_line_under_the_headline_names_any_agency(line: str, agency: str | None) -> None:
    metadata = infer_metadata(f"{HEADLINE}{line}\n\n{BODY}")
    assert (metadata.agency, metadata.publisher) == (agency, None)


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("VALDREC (Agence Boréale) - ", "Agence Boréale"),
        ("BRENN, 7 mars 2024 (AFP) - ", "AFP"),
        ("BRENN (ANK) - ", "ANK"),
        ("Le maire (PS) dit que ", None),
        ("L'Organisation (OMS) - ", None),
        ("Kiev (Ukraine), 3 mars - ", None),
    ],
)
def test_a_dateline_names_any_agency(opening: str, agency: str | None) -> None:
    assert infer_metadata(f"{HEADLINE}\n{opening}{BODY}").agency == agency


def test_an_agency_is_taken_out_of_a_line_and_of_a_publisher_s_name() -> None:
    assert without_agencies("Le Rivage avec Reuters et Bloomberg, le 3 mars") == "Le Rivage, le 3 mars"
    how = {"publisher": Provenance("stated", "front matter")}
    apart = with_agency_apart(Metadata(publisher="Le Rivage avec Agence Boréale", provenance=how))
    assert (apart.publisher, apart.agency) == ("Le Rivage", "Agence Boréale")
    own = with_agency_apart(Metadata(publisher="Agence Boréale", agency="Agence Boréale", provenance=how))
    assert (own.publisher, own.agency) == ("Agence Boréale", None)
