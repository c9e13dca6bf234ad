"""What somebody was called on, pressed or charged to do is not told as done."""

from __future__ import annotations

import pytest

from assistant.answering.selection.near_misses.deed import deed_untold
from tests.answering.selection.near_misses.reading import query_of, sentence_of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Quand les grévistes ont-ils cessé de bloquer le port ?",
            "La préfète les a appelés lundi à cesser le blocage.",
        ),
        ("Quand les insurgés ont-ils libéré le consul ?", "L'ONU les a pressés mardi de libérer le consul."),
        ("Quand le pilote a-t-il cessé de voler ?", "Le médecin du club l'incite à cesser les vols."),
        ("Pourquoi la banque a-t-elle vendu l'usine ?", "La banque, pressée de vendre l'usine, hésite."),
        ("Quand la commission a-t-elle évalué les dégâts ?", "Une commission est chargée d'évaluer les dégâts."),
    ],
)
def test_what_somebody_was_called_on_to_do_is_not_done(question: str, text: str) -> None:
    assert deed_untold(query_of(question, text), sentence_of(text)) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Quand les grévistes ont-ils cessé de bloquer le port ?",
            "Appelés à négocier, ils ont cessé le blocage lundi.",
        ),
        ("Pourquoi la banque a-t-elle vendu l'usine ?", "La banque a vendu l'usine, pressée de rembourser."),
    ],
)
def test_what_they_did_then_is_kept(question: str, text: str) -> None:
    assert deed_untold(query_of(question, text), sentence_of(text)) == 0.0
