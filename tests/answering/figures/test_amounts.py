"""Questions for sums, shares and measures: which ask for one, and of what."""

from __future__ import annotations

import pytest

from assistant.answering.figures.amounts import amount_asked, is_extent, units_asked
from tests.answering.figures.reading import asked

MONEY = (
    "Combien coûte la rénovation du stade ?",
    "À combien s'élèvent les dégâts de la tempête ?",
    "Combien le maire a-t-il détourné ?",
    "Quel est le montant de l'amende ?",
    "Quelle somme la ville verse-t-elle au club ?",
    "Combien d'euros le festival a-t-il perdus ?",
    "À combien chiffre-t-on l'argent envolé ?",
    "How much did the bridge cost?",
)
SHARES = (
    "Quel pourcentage des électeurs a voté ?",
    "Quelle part des salariés fait grève ?",
    "Quel est le taux d'abstention ?",
    "What was the turnout?",
)
NEITHER = (
    "Combien de morts dans l'avalanche ?",
    "Combien de temps a duré la panne ?",
    "Combien d'élèves étudient à Corvel ?",
    "Qui dirige le port ?",
)


@pytest.mark.parametrize("question", MONEY)
def test_a_question_for_money(question: str) -> None:
    assert amount_asked(question) == {"money"}


@pytest.mark.parametrize("question", SHARES)
def test_a_question_for_a_share(question: str) -> None:
    assert amount_asked(question) == {"percent"}


@pytest.mark.parametrize("question", NEITHER)
def test_a_question_for_neither(question: str) -> None:
    assert amount_asked(question) == frozenset()


def test_losses_may_be_of_money_or_of_people() -> None:
    assert amount_asked("De combien sont les pertes de la banque ?") == {"money", "killed"}


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Quelle surface a été inondée ?", "hectar"),
        ("Quelle est la longueur du tunnel ?", "kilometr"),
        ("Quelle hauteur l'eau a-t-elle atteinte ?", "metr"),
        ("Quelle quantité de mazout s'est répandue ?", "ton"),
    ],
)
def test_a_measure_is_asked_in_its_units(question: str, unit: str) -> None:
    assert any(one.startswith(unit) for one in units_asked(question))


def test_the_word_for_a_measure_is_not_what_is_measured() -> None:
    assert is_extent("superficie") and not is_extent("forêt")
    wanted = asked("Quelle surface de forêt a brûlé à Corvel ?", "120 hectares de forêt ont brûlé à Corvel.")
    assert "hectar" in wanted.heads[0].alternatives
    assert all(one.word != "surface" for one in wanted.context)


def test_money_lost_kills_nobody() -> None:
    assert asked("À combien évalue-t-on l'argent perdu par la région ?").kinds == {"money"}
    assert asked("Combien d'hommes la brigade a-t-elle perdus ?").kinds == {"killed"}
