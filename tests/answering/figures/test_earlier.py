"""What a count was before, told beside it with its own date, and never taken for what it is now."""

from __future__ import annotations

import pytest

from assistant.answering.figures.as_of import as_of
from assistant.answering.figures.earlier import earlier_of
from assistant.answering.figures.figures import figures_of
from tests.answering.figures.reading import sentence_of

Then = list[tuple[float, str | None]]

# The article is of Friday 10 September 2021.
CASES: dict[str, tuple[float, str, Then]] = {
    "Le séisme a fait 58 morts, contre 41 la veille.": (58, "2021-09-10", [(41, "2021-09-09")]),
    "On dénombre 58 morts, contre 41 la veille, et 12 disparus, a annoncé jeudi la préfecture.":
        (58, "2021-09-09", [(41, "2021-09-08")]),
    "Le bilan est passé de 41 à 58 morts en une nuit.": (58, "2021-09-10", [(41, "2021-09-09")]),
    "Le bilan est passé de 41 à 58 morts en quarante-huit heures.": (58, "2021-09-10", [(41, "2021-09-08")]),
    "Le nombre des blessés est monté de 90 à 130 en trois jours.": (130, "2021-09-10", [(90, "2021-09-07")]),
    "La mairie a ramené de 41 à 38 le nombre des morts.": (38, "2021-09-10", [(41, None)]),
    "La police compte 212 interpellés, et non 230 comme indiqué mercredi.": (212, "2021-09-10", [(230, "2021-09-08")]),
    "Le bilan est de 58 morts, au lieu des 61 annoncés lundi.": (58, "2021-09-10", [(61, "2021-09-06")]),
    "La fédération recense 800 lits fermés, contre 350 dix jours plus tôt.": (800, "2021-09-10", [(350, "2021-08-31")]),
    "Le nombre de blessés atteint 61, contre 45 hier soir et 20 lundi.":
        (61, "2021-09-10", [(45, "2021-09-09"), (20, "2021-09-06")]),
    "Selon le sondage, 31 % des électeurs hésitent, contre 38 % le 20 août.": (31, "2021-09-10", [(38, "2021-08-20")]),
    "La facture atteint 46 millions d'euros, et non plus 52.": (46e6, "2021-09-10", [(52e6, None)]),
    "Dimanche soir, on comptait 12 morts ; mardi matin, le bilan était de 15.":
        (15, "2021-09-07", [(12, "2021-09-05")]),
    "On comptait trois morts le soir même, puis sept.": (7, "2021-09-10", [(3, None)]),
    "La loi est votée par 47 voix contre 37.": (47, "2021-09-10", []),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_what_a_count_was_is_told_with_its_own_date(text: str) -> None:
    value, date, then = CASES[text]
    sentence = sentence_of(text, "2021-09-10")
    figure = next(one for one in figures_of(sentence) if one.value == value)
    assert as_of(figure, sentence).date == date
    assert [(one.value, when.date) for one, when in earlier_of(figure, sentence)] == then


def test_two_counts_are_set_against_two_in_their_order() -> None:
    sentence = sentence_of("Le séisme a fait 58 morts et 130 blessés, contre 41 et 90 la veille.", "2021-09-10")
    dead, hurt = figures_of(sentence)
    assert [(one.value, when.date) for one, when in earlier_of(dead, sentence)] == [(41, "2021-09-09")]
    assert [(one.value, when.date) for one, when in earlier_of(hurt, sentence)] == [(90, "2021-09-09")]


def test_what_others_give_is_not_what_a_count_was() -> None:
    sentence = sentence_of("Ils étaient 9 000 manifestants selon le syndicat, contre 4 000 selon la police.")
    assert [one.value for one in figures_of(sentence)] == [9000, 4000]
    assert earlier_of(figures_of(sentence)[0], sentence) == ()


def test_of_a_week_no_day_is_told() -> None:
    sentence = sentence_of("Le bilan est de 58 morts, contre 41 la semaine dernière.", "2021-09-17")
    assert [when.date for _, when in earlier_of(figures_of(sentence)[0], sentence)] == ["2021-09"]


def test_a_difference_is_no_figure_and_its_day_dates_none() -> None:
    sentence = sentence_of("On compte 58 morts, soit trois de plus que dimanche.", "2021-09-10")
    assert [(one.value, as_of(one, sentence).date) for one in figures_of(sentence)] == [(58, "2021-09-10")]
