"""A decision is not told by whoever tells that the opposite was decided."""

from __future__ import annotations

import pytest

from assistant.answering.selection.near_misses.opposite_decisions import opposite_decided
from tests.answering.selection.near_misses.reading import query_of, sentence_of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Par combien de voix le Sénat a-t-il rejeté la taxe ?", "La taxe a été adoptée par 160 voix contre 18."),
        ("Quand le conseil a-t-il adopté le budget ?", "Le conseil a rejeté le budget lundi soir."),
        ("Pourquoi le préfet a-t-il autorisé la marche ?", "Le préfet a interdit la marche par crainte de heurts."),
        ("Quand la mairie a-t-elle interdit la pêche ?", "La mairie a autorisé la pêche dès le 3 mai."),
        ("Qui a ratifié le traité ?", "Le traité a été repoussé par les députés kalvènes."),
        ("Pourquoi le jury a-t-il validé le recours ?", "Le jury a finalement rejeté le recours, trop tardif."),
        ("Comment la direction a-t-elle accepté l'offre ?", "La direction a refusé l'offre par courrier."),
        ("Quand l'assemblée a-t-elle voté la loi ?", "L'assemblée a rejeté la loi mardi."),
        ("Quels pays ont approuvé le texte ?", "Trois pays ont rejeté le texte."),
        ("Pourquoi les élus ont-ils rejeté le plan ?", "Les élus ont ratifié le plan à une voix près."),
    ],
)
def test_the_opposite_decision_is_no_answer(question: str, text: str) -> None:
    assert opposite_decided(query_of(question, text), sentence_of(text)) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Le Sénat a-t-il rejeté la taxe ?", "La taxe a été adoptée par 160 voix."),
        ("Quand le conseil a-t-il adopté le budget ?", "Le conseil, qui avait rejeté le budget, s'y rallia lundi."),
        ("Quand le conseil a-t-il adopté le budget ?", "Le conseil a adopté le budget et rejeté la taxe lundi."),
        ("Pourquoi le conseil n'a-t-il pas adopté le budget ?", "Le conseil a rejeté le budget, jugé trop lourd."),
        ("Pourquoi les prix ont-ils baissé ?", "La production a augmenté de moitié."),
        ("Quand le préfet a-t-il interdit la marche ?", "La marche n'a pas été autorisée mardi."),
        ("Qui a gagné le match ?", "Torvane a perdu le match contre Orsel."),
    ],
)
def test_a_sentence_that_may_tell_the_decision_is_kept(question: str, text: str) -> None:
    assert opposite_decided(query_of(question, text), sentence_of(text)) == 0.0
