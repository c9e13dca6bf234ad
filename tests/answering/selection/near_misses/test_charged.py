"""Whether somebody was charged is told by words for it alone."""

from __future__ import annotations

import pytest

from assistant.answering.selection.near_misses.charged import charge_untold
from tests.answering.selection.near_misses.reading import query_of, sentence_of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Pourquoi Jan Velle a-t-il été mis en examen ?", "Jan Velle a été entendu comme témoin mardi."),
        ("Quand le préfet a-t-il été mis en examen ?", "Le préfet a répondu jeudi aux enquêteurs."),
        ("Pourquoi Aude Merle a-t-elle été mise en examen ?", "Faute de preuves, Aude Merle est restée libre."),
        ("Quand l'armateur a-t-il été mis en examen ?", "L'armateur a été entendu lundi par le juge."),
        ("Pourquoi le maire a-t-il été mis en examen ?", "Le maire a tardé à alerter, selon une source proche."),
    ],
)
def test_whoever_was_heard_was_not_charged(question: str, text: str) -> None:
    assert charge_untold(query_of(question, text), sentence_of(text)) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Pourquoi Jan Velle a-t-il été mis en examen ?", "Jan Velle a été mis en examen pour homicide involontaire."),
        ("Quand le préfet a-t-il été mis en examen ?", "Le préfet a été inculpé jeudi à Torvane."),
        ("Pourquoi Aude Merle a-t-elle été mise en examen ?", "Sa mise en examen tient à des factures gonflées."),
        ("Qui a été mis en examen ?", "Deux officiers ont été mis en examen mardi."),
        ("Pourquoi Jan Velle a-t-il été mis en examen ?", "Il lui est reproché d'avoir tardé à alerter."),
        ("Pourquoi Jan Velle a-t-il été mis en examen ?", "Son avocate dénonce un bouc émissaire."),
        ("Jan Velle a-t-il été mis en examen ?", "Jan Velle a été entendu comme témoin mardi."),
        ("Où les officiers ont-ils été mis au repos ?", "Les officiers logent à Orsel."),
    ],
)
def test_words_for_the_charge_tell_it(question: str, text: str) -> None:
    assert charge_untold(query_of(question, text), sentence_of(text)) == 0.0
