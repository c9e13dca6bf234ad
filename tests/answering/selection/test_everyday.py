"""Questions as a reader would type them over the shipped articles: each is answered, by a sentence that says it."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant

EVERYDAY = (
    ("L'OTAN veut quoi de la Turquie ?", "influence"),
    ("L'Arménie a abattu quoi près d'Erevan ?", "drone"),
    ("Il y a eu combien de civils tués à Martouni ?", "quatre civils"),
    ("Des journalistes français ont été blessés ?", "journalistes"),
    ("Pourquoi l'Azerbaïdjan a lancé son opération en 2023 ?", "retrait"),
    ("Qu'est-ce que la France a demandé à l'ONU ?", "Conseil de sécurité"),
    ("Est-ce que la Turquie soutient l'Azerbaïdjan ?", "souti"),
    ("Elle en pense quoi de l'escalade de 2023, la Russie ?", "préoccup"),
    ("Quels missiles l'armée arménienne a utilisés d'après Bakou ?", "Totchka-U"),
    ("Pachinian a demandé de l'aide à qui ?", "Moscou"),
    ("Qui accuse l'Azerbaïdjan d'avoir utilisé du phosphore blanc ?", "phosphore"),
    ("Lavrov a demandé quoi aux ministres arménien et azerbaïdjanais ?", "feu"),
    ("Combien de localités ont été évacuées ?", "six localités"),
    ("Macron a dit quoi sur l'offensive ?", "Macron"),
    ("Combien de morts chez les séparatistes en 2023 ?", "25 morts"),
    ("C'est quoi le groupe de Minsk ?", "Minsk"),
    ("Qui a proclamé la loi martiale ?", "loi martiale"),
    ("Pompeo a téléphoné à qui ?", "Pompeo"),
    ("Qui parle de nettoyage ethnique ?", "nettoyage ethnique"),
    ("Stepanakert a été visée par des roquettes ?", "roquettes"),
)


@pytest.mark.parametrize(("question", "words"), EVERYDAY)
def test_everyday_words_are_answered(shipped: Assistant, question: str, words: str) -> None:
    answer = shipped.ask(question)
    assert answer.reason is None, f"refused ({answer.reason}, {answer.confidence:.2f})"
    assert any(words in citation.quote for citation in answer.citations)
