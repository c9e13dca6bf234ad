"""Who is asked for by office is found by name, and the other way round, over a folder of made articles."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.answering.made import made_assistant

_ARTICLES: dict[str, tuple[str | None, str | None, str]] = {
    "grippe-1": (
        "Le Fanal", "2024-03-02",
        "L'épidémie de grippe a franchi la vallée de l'Orsel vendredi. Trois cliniques ont fermé leurs consultations."
        " Marc Levant, ministre de la Santé, est arrivé sur place en fin de matinée avec deux conseillers.\n\n"
        "Les couloirs de la clinique de Sarmont étaient pleins. « Nous ouvrirons quarante lits avant dimanche », a"
        " promis M. Levant. Il a visité la pharmacie centrale, dont les étagères étaient vides.\n\n"
        "Interrogé sur les masques, Levant a reconnu que les stocks étaient épuisés depuis janvier.",
    ),
    "grippe-2": (
        "La Dépêche de Sarmont", "2024-03-04",
        "Le maire de Sarmont, Odile Brancat, a rencontré les familles dimanche soir à la salle des fêtes.\n\n"
        "« La clinique du bas doit rouvrir demain », a lancé Mme Brancat. Selon elle, la route du col restera fermée"
        " aux cars.\n\n"
        "Paul Destrier, ministre de l'Intérieur, a écarté tout confinement de la vallée. M. Destrier veut envoyer"
        " quatre-vingts gendarmes.",
    ),
    "grippe-3": (
        "Radio Orsel", "2024-03-06",
        "Les livraisons de vaccins ont repris mercredi matin. Le ministre de la Santé a annoncé que douze mille doses"
        " partiraient de Vernolles.\n\n"
        "Bruno Aubrac, président du syndicat des pharmaciens, a salué l'annonce. « Il était temps », a soufflé"
        " M. Aubrac, qui redoute des vols de flacons.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return made_assistant(tmp_path_factory.mktemp("people"), articles=_ARTICLES)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Qu'a promis le ministre de la Santé ?", "quarante lits"),
        ("Qu'a reconnu le ministre de la Santé au sujet des masques ?", "stocks étaient épuisés"),
        ("Que pense le ministre de la Santé des masques ?", "stocks étaient épuisés"),
        ("Selon le ministre de la Santé, quand ouvriront les lits ?", "quarante lits"),
        ("D'après le ministre de la Santé, combien de lits vont ouvrir ?", "quarante lits"),
        ("Que réclame la maire de Sarmont ?", "doit rouvrir demain"),
        ("Selon la maire de Sarmont, quand la clinique du bas doit-elle rouvrir ?", "doit rouvrir demain"),
        ("Que veut le ministre de l'Intérieur ?", "confinement"),
        ("Que redoute le président du syndicat des pharmaciens ?", "vols de flacons"),
        ("Qu'a annoncé Marc Levant ?", "douze mille doses"),
        ("Qu'a dit M. Levant ?", "stocks étaient épuisés"),
    ],
)
def test_an_office_finds_the_words_of_its_name_and_a_name_those_of_its_office(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(question)
    assert said in " ".join(citation.quote for citation in answer.citations)


def test_a_minister_whom_no_article_knows_says_nothing(assistant: Assistant) -> None:
    assert assistant.ask("Qu'a promis le ministre de la Culture ?").abstained
