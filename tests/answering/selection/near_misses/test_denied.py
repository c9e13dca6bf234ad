"""What a sentence flatly denies is no answer to a question that takes it for granted."""

from __future__ import annotations

import pytest

from assistant.answering.selection.near_misses.denied import deed_denied, thing_denied
from tests.answering.selection.near_misses.reading import query_of, sentence_of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Combien la région a-t-elle versé au théâtre ?", "Ces 40 000 euros, la région ne les a pas encore versés."),
        ("Quand le maire a-t-il démissionné ?", "Le maire n'a jamais démissionné, a-t-il rappelé jeudi."),
        ("Pourquoi le juge a-t-il libéré Arno Velle ?", "Arno Velle n'a pas été libéré, faute de caution."),
        ("Comment les secours ont-ils retrouvé le voilier ?", "Par ce brouillard, le voilier n'a pas été retrouvé."),
        ("Qui a signé l'accord ?", "Le syndicat des dockers n'a pas signé l'accord."),
        ("Où l'usine a-t-elle rouvert ?", "L'usine de Torvane n'a toujours pas rouvert."),
        ("Combien de maisons ont été reconstruites ?", "Sur la côte, 300 maisons n'ont pas été reconstruites."),
        ("Pourquoi le port a-t-il fermé ?", "Malgré la houle, le port n'a pas fermé."),
        ("Quand la banque a-t-elle payé l'amende ?", "La banque n'a pas payé l'amende infligée en mars."),
        ("Quels otages ont été échangés ?", "Les otages n'ont finalement pas été échangés."),
    ],
)
def test_a_deed_denied_is_not_one_done(question: str, text: str) -> None:
    assert deed_denied(query_of(question, text), sentence_of(text)) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Le maire a-t-il démissionné ?", "Le maire n'a pas démissionné."),
        ("Pourquoi le maire n'a-t-il pas démissionné ?", "Le maire n'a pas démissionné, par devoir."),
        ("Quand l'accord a-t-il été signé ?", "L'accord n'a pas été signé avant mardi soir."),
        ("Qui a signé l'accord ?", "Le préfet a signé l'accord, que le maire n'a pas signé."),
        ("Pourquoi le port a-t-il fermé ?", "Le port a fermé, la houle n'ayant pas faibli."),
        ("Quand la banque a-t-elle payé ?", "La banque n'a pas seulement payé l'amende lundi."),
        ("Comment l'équipe a-t-elle gagné ?", "L'équipe n'a pas perdu un seul match."),
    ],
)
def test_a_question_that_allows_for_it_and_a_sentence_that_tells_it_done_are_kept(question: str, text: str) -> None:
    assert deed_denied(query_of(question, text), sentence_of(text)) == 0.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Pourquoi Aude Merle veut-elle une taxe carbone ?", "« Il n'y aura pas de taxe carbone », dit Aude Merle."),
        (
            "Pourquoi le préfet réclame-t-il un barrage flottant ?",
            "Le préfet juge qu'il n'y a pas de barrage flottant à poser.",
        ),
        ("Quelle réforme fiscale propose Jan Orst ?", "Jan Orst répète qu'aucune réforme fiscale ne passera."),
        ("Pourquoi le maire défend-il la ligne rapide ?", "« Il n'existe pas de ligne rapide viable », dit le maire."),
        ("Comment veut-elle une grève générale ?", "« Il n'y a pas de grève générale », assure-t-elle."),
    ],
)
def test_whoever_says_that_there_is_none_does_not_want_it(question: str, text: str) -> None:
    assert thing_denied(query_of(question, text), sentence_of(text)) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Pourquoi Aude Merle écarte-t-elle une taxe carbone ?",
            "« Il n'y aura pas de taxe carbone », dit Aude Merle.",
        ),
        ("Que dit Aude Merle de la taxe carbone ?", "« Il n'y aura pas de taxe carbone », dit Aude Merle."),
        ("Pourquoi Aude Merle veut-elle une taxe carbone ?", "Sans taxe carbone, il n'y aura pas de forêts, dit-elle."),
        ("Aude Merle veut-elle une taxe carbone ?", "« Il n'y aura pas de taxe carbone », dit Aude Merle."),
        ("Pourquoi refuse-t-il une grève générale ?", "« Il n'y a pas de grève générale », assure-t-il."),
    ],
)
def test_who_speaks_of_it_or_is_against_it_may_deny_it(question: str, text: str) -> None:
    assert thing_denied(query_of(question, text), sentence_of(text)) == 0.0
