"""Who is for a thing gives no reason for being against it."""

from __future__ import annotations

import pytest

from assistant.answering.selection.near_misses.stances import stance_opposed
from tests.answering.selection.near_misses.reading import query_of, sentence_of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Pourquoi le préfet s'oppose-t-il à la digue ?",
            "Le préfet y est favorable ; le comité s'y oppose, de peur des crues.",
        ),
        ("Avec quels mots Paul Orst a-t-il salué le verdict ?", "Le sénateur Paul Orst dénonce le verdict."),
        ("Pourquoi Aude Merle critique-t-elle le tramway ?", "Aude Merle soutient le tramway, jugé propre."),
        ("Comment le syndicat défend-il la réforme ?", "Le syndicat est hostile à la réforme."),
        ("Pourquoi la ministre a-t-elle dénoncé l'accord ?", "La ministre a salué l'accord de Torvane."),
        ("Pourquoi le maire soutient-il l'usine ?", "Le maire s'oppose à l'usine à cause du bruit."),
        ("Quand la Kalvie a-t-elle approuvé le traité ?", "La Kalvie rejette le traité depuis mars."),
        ("Pourquoi le club fustige-t-il l'arbitre ?", "Le club défend l'arbitre, pris à partie."),
        (
            "Pourquoi Jan Velle est-il favorable au barrage ?",
            "Jan Velle s'est toujours opposé au barrage : il noierait le val.",
        ),
        ("Pourquoi la direction est-elle opposée au vote ?", "La direction est favorable au vote, a-t-elle écrit."),
    ],
)
def test_the_opposite_stance_is_no_answer(question: str, text: str) -> None:
    assert stance_opposed(query_of(question, text), sentence_of(text)) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Le préfet s'oppose-t-il à la digue ?", "Le préfet y est favorable."),
        ("Pourquoi le préfet s'oppose-t-il à la digue ?", "Le préfet s'y oppose ; le comité y est favorable."),
        ("Pourquoi le préfet critique-t-il la digue ?", "Le préfet soutient le canal mais critique la digue."),
        ("Pourquoi le préfet critique-t-il la digue ?", "Le préfet ne soutient pas la digue, trop chère."),
        ("Pourquoi le préfet critique-t-il la digue ?", "La digue que défend le maire coûte trop cher au préfet."),
        ("Pourquoi le maire défend-il le stade ?", "Le maire répond à ceux qui critiquent le stade."),
        ("Pourquoi le maire n'a-t-il pas salué l'accord ?", "Le maire dénonce un accord injuste."),
        ("Pourquoi l'usine a-t-elle fermé ?", "L'usine était critiquée par les riverains."),
        ("Pourquoi le club défend-il l'arbitre ?", "L'arbitre critiqué par le club voisin est jeune."),
        ("Pourquoi le club défend-il l'arbitre ?", "Le match oppose le club à son rival."),
    ],
)
def test_a_stance_that_is_not_surely_the_opposite_is_kept(question: str, text: str) -> None:
    assert stance_opposed(query_of(question, text), sentence_of(text)) == 0.0
