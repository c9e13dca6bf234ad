"""Who does not give the figure asked for: in which words, of what, and who it is."""

from __future__ import annotations

import pytest

from assistant.answering.attribution.people import introduced
from assistant.answering.figures.silences import refuses
from tests.answering.figures.reading import asked, read_of


def _refuses(question: str, text: str) -> str | None:
    read = read_of(text)
    sentence = read.sentences[-1]
    before = text[: sentence.start]
    return refuses(sentence, asked(question, text), before=before, known=introduced([text]))


REFUSED = {
    "La préfecture refuse de donner un chiffre sur les blessés.": "La préfecture",
    "La préfecture n'a pas souhaité préciser le nombre des blessés.": "La préfecture",
    "Sollicitée, la préfecture n'a communiqué aucun bilan des blessés.": "la préfecture",
    "Sur le nombre de blessés, la préfecture garde le silence.": "la préfecture",
    "La préfecture s'est refusée à dire combien de blessés elle compte.": "La préfecture",
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_body_that_gives_no_figure(text: str) -> None:
    assert _refuses("Combien de blessés selon la préfecture ?", text) == REFUSED[text]


@pytest.mark.parametrize(
    "text",
    [
        "La préfecture refuse de fermer le pont aux blessés.",
        "Le syndicat refuse de donner un chiffre sur les blessés.",
        "La préfecture compte 12 blessés.",
    ],
)
def test_who_gives_one_or_refuses_something_else_is_not_silent(text: str) -> None:
    assert _refuses("Combien de blessés selon la préfecture ?", text) is None


def test_a_pronoun_stands_for_who_was_named_last() -> None:
    text = (
        "La banque attend. Irène Vasseur, porte-parole de Brenico, rappelle que l'enquête commence."
        " Elle se refuse à dire à combien elle évalue le sinistre."
    )
    assert _refuses("À combien Brenico évalue-t-elle le sinistre ?", text) == ""
    assert _refuses("À combien la banque évalue-t-elle le sinistre ?", text) is None


def test_the_paragraph_tells_what_the_figure_is_of() -> None:
    text = "Combien de pompiers sont en grève ? Le syndicat en compte 140. La mairie refuse de communiquer un nombre."
    assert _refuses("Combien de pompiers sont en grève, selon la mairie ?", text) == "La mairie"


def test_a_person_by_name_is_who_refuses() -> None:
    text = "Interrogé sur les pertes, le porte-parole de la Ligue, Marc Tellin, a refusé de donner un chiffre."
    assert _refuses("Combien d'hommes la Ligue dit-elle avoir perdus ?", text) == "Marc Tellin"


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "À combien la préfecture évalue-t-elle les dégâts ?",
            "La préfecture refuse de dire combien d'agents manquent.",
        ),
        ("Quelle part des agents est en grève selon la préfecture ?", "La préfecture refuse de donner le montant."),
        (
            "Combien de morts selon la préfecture ?",
            "Trois morts. La préfecture refuse de dire combien d'agents partent.",
        ),
    ],
)
def test_who_withholds_another_figure_withholds_not_this_one(question: str, text: str) -> None:
    assert _refuses(question, text) is None


def test_a_paragraph_opens_on_whom_its_pronoun_stands_for() -> None:
    text = "Pour Hydral, tout est faux. Elle se refuse à dire à combien elle évalue les dégâts."
    assert _refuses("À combien Hydral évalue-t-elle les dégâts ?", text) is not None
