"""What money is for: the amounts of one affair that answer different questions."""

from __future__ import annotations

import pytest

from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.purposes import purpose_of, purposes_asked
from tests.answering.figures.reading import read_of

OF = {
    "Les dégâts sont évalués à 12 millions d'euros.": "loss",
    "La tempête a coûté 12 millions d'euros.": "loss",
    "Le groupe rachète l'usine pour 12 millions d'euros.": "price",
    "Le repreneur met 12 millions d'euros sur la table.": "price",
    "L'État a débloqué une aide de 12 millions d'euros.": "aid",
    "Les enquêteurs ont saisi 12 000 euros dans un coffre.": "seized",
    "L'armateur paiera une amende de 12 000 euros.": "fine",
    "Une conductrice touche une prime de 1 200 euros.": "wage",
    "La ville va investir 12 millions d'euros.": "means",
    "Mirelles est à 12 millions d'euros.": None,
}


@pytest.mark.parametrize("text", OF)
def test_the_word_nearest_an_amount_tells_what_it_is_for(text: str) -> None:
    sentence = read_of(text).sentences[0]
    [figure] = figures_of(sentence)
    assert purpose_of(figure, sentence) == OF[text]


def test_a_clause_of_its_own_has_its_own_purpose() -> None:
    text = "Le maire, qui chiffre les dégâts à 8 millions d'euros, réclame une aide de 3 millions d'euros."
    sentence = read_of(text).sentences[0]
    assert [purpose_of(one, sentence) for one in figures_of(sentence)] == ["loss", "aid"]


def test_a_short_sentence_speaks_of_what_the_one_before_does() -> None:
    before = "La région chiffre les dégâts à 9 millions d'euros."
    sentence = read_of("L'exploitant s'en tient à 4 millions d'euros.").sentences[0]
    [figure] = figures_of(sentence)
    assert purpose_of(figure, sentence) is None
    assert purpose_of(figure, sentence, before=before) == "loss"


ASKED = {
    "À combien se montent les dégâts ?": {"loss"},
    "Combien le groupe paierait-il pour l'usine ?": {"price", "fine"},
    "Combien va coûter le chantier ?": {"loss", "price", "means"},
    "À combien s'élève l'aide de l'État ?": {"aid"},
    "Quelle amende l'armateur doit-il payer ?": {"fine"},
    "Combien d'argent ?": set(),
}


@pytest.mark.parametrize("question", ASKED)
def test_a_question_asks_for_money_of_a_purpose(question: str) -> None:
    assert purposes_asked(question) == ASKED[question]


def test_what_somebody_earns_is_a_wage_and_what_somebody_won_may_be_a_prize() -> None:
    assert purposes_asked("Combien gagne une couturière de nuit ?") == {"wage"}
    assert purposes_asked("Combien la poétesse a-t-elle gagné ?") == {"wage", "means"}
