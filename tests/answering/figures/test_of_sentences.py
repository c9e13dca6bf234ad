"""Single sentences as the answer to how many: what counts nothing of the kind is none, and the newest comes first."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.answering.made import made_assistant

ARTICLES: dict[str, tuple[str | None, str | None, str]] = {
    "grue": (
        "Le Midi", "2024-05-02",
        "Une grue est tombée jeudi à Corvel. Deux ouvriers ont été blessés par la chute de la grue. Le patron de la"
        " grue a été entendu par la police. La grue avait quitté Mirelles au printemps.",
    ),
    "grue2": (
        "L'Éveil", "2024-05-09",
        "La grue tombée à Corvel a été enlevée. Le maire évalue les dégâts de la grue à 80 000 euros.",
    ),
    "grue3": (
        "La Gazette", "2024-06-20",
        "Les dégâts de la grue de Corvel sont désormais évalués à 95 000 euros. La mairie a offert 3 000 euros de"
        " secours aux riverains de la grue.",
    ),
    "crue": (
        "L'Écho", "2024-09-12",
        "La Besme a débordé mercredi. Cinq villages ont été évacués au bord de la Besme, dit la préfecture.",
    ),
    "car": (
        "L'Écho", "2024-11-04",
        "Un car s'est renversé à Besmes. La clinique de Besmes a soigné en tout 31 blessés du car, selon elle.",
    ),
    "car2": (
        "L'Écho", "2024-11-20",
        "Six blessés du car de Besmes sont encore à la clinique, hospitalisés en chirurgie.",
    ),
    "bac": (
        "Le Midi", "2024-12-04",
        "Le bac de Mirelles a coulé mardi. On compte 52 rescapés du bac de Mirelles.",
    ),
    "bac2": (
        "Le Midi", "2024-12-09",
        "Seize rescapés du bac de Mirelles ont été admis à la clinique. Vingt rescapés dorment encore au gymnase.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def crane(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return made_assistant(tmp_path_factory.mktemp("crane"), articles=ARTICLES)


def test_a_sentence_that_counts_nobody_is_no_answer(crane: Assistant) -> None:
    assert crane.ask("Combien de personnes la police a-t-elle arrêtées après la chute de la grue ?").abstained


def test_the_latest_amount_of_the_purpose_asked_for_comes_first(crane: Assistant) -> None:
    answer = crane.ask("À combien s'élèvent les dégâts de la grue de Corvel ?")
    assert "95 000 euros" in answer.citations[0].quote
    assert all("3 000 euros de secours" not in one.quote for one in answer.citations)


def test_those_wounded_are_still_told(crane: Assistant) -> None:
    assert "Deux ouvriers" in crane.ask("Combien de blessés a fait la chute de la grue ?").citations[0].quote


def test_those_who_live_in_a_place_are_not_its_dead(crane: Assistant) -> None:
    assert crane.ask("Combien d'habitants compte Corvel ?").abstained


def test_places_that_were_evacuated_are_not_people(crane: Assistant) -> None:
    assert crane.ask("Combien de personnes ont été évacuées au bord de la Besme ?").abstained
    assert "Cinq villages" in crane.ask("Combien de villages ont été évacués ?").citations[0].quote


def test_survivors_who_were_taken_in_are_some_of_them(crane: Assistant) -> None:
    assert "52 rescapés" in crane.ask("Combien de survivants du bac de Mirelles ?").citations[0].quote
    assert "Seize" in crane.ask("Combien de rescapés du bac ont été admis à la clinique ?").citations[0].quote


def test_those_still_cared_for_are_not_the_first_figure(crane: Assistant) -> None:
    assert "31 blessés" in crane.ask("Combien de blessés dans le car de Besmes ?").citations[0].quote
