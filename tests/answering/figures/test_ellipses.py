"""Numbers without a noun, what befell those counted, and who of two gives which figure."""

from __future__ import annotations

import pytest

from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.givers import given_by, is_said_by
from tests.answering.figures.reading import asked, read_of, sentence_of

CASES: dict[str, list[tuple[float, str, str]]] = {
    "Les cortèges ont réuni 9 000 personnes selon les syndicats, 4 000 selon la police.":
        [(9000, "count", "personnes"), (4000, "count", "personnes")],
    "La mairie parle de 30 morts ; l'hôpital en a compté 34.": [(30, "killed", "morts"), (34, "killed", "morts")],
    "Le ministère recense 61 blessés, dont 24 policiers ; un collectif en dénombre 140.":
        [(61, "wounded", "blessés"), (24, "wounded", "policiers"), (140, "wounded", "blessés")],
    "Au total, 64 granges ont brûlé, dont une vingtaine à Corvel.": [(64, "count", "granges"), (20, "count", "granges")],
    "Neuf des morts étaient des ouvriers.": [(9, "killed", "morts")],
    "Parmi les victimes, onze habitaient Corvel.": [(11, "killed", "victimes")],
    "Six marins restent introuvables.": [(6, "missing", "marins")],
    "Trois skieurs étaient toujours recherchés.": [(3, "missing", "skieurs")],
    "Dix personnes ont été sauvées et deux n'ont pas été retrouvées.":
        [(10, "count", "personnes"), (2, "missing", "personnes")],
    "On est sans nouvelles de douze pêcheurs.": [(12, "missing", "pêcheurs")],
    "Une trentaine d'autres manquent à l'appel.": [(30, "missing", "autres")],
    "Le général admet la perte de 18 combattants.": [(18, "killed", "combattants")],
    "L'usine annonce la perte de 18 emplois.": [(18, "count", "emplois")],
    "Quelque 4 000 habitants ont pris la route du sud.": [(4000, "displaced", "habitants")],
    "Un quatrième corps a été retrouvé.": [(4, "killed", "corps")],
    "Quant aux évacués, ils sont désormais 900.": [(900, "displaced", "évacués")],
    "Le tir a tué 40 chèvres.": [(40, "count", "chèvres")],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_a_number_repeats_what_is_counted_before_it(text: str) -> None:
    assert [(one.value, one.kind, one.counted) for one in figures_of(sentence_of(text))] == CASES[text]


def test_of_several_counts_before_it_the_nearest_is_taken_up() -> None:
    text = "La préfecture annonce neuf morts et 31 blessés, dont sept graves. Le syndicat, lui, en compte dix."
    assert [(one.value, one.kind) for one in figures_of(sentence_of(text, place=1))] == [(10, "killed")]


def test_some_of_those_before_are_a_part_of_them() -> None:
    text = "Vingt malades ont été admis. Deux d'entre eux, un maçon et sa fille, sont morts dans la nuit."
    [two] = figures_of(sentence_of(text, place=1))
    assert (two.value, two.kind, two.part) == (2, "killed", True)


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("L'ONG compte 115 morts et disparus.", {"killed", "missing"}),
        ("Ce sont 90 personnes qui ont péri ou disparu.", {"killed", "missing"}),
        ("On compte 115 morts et 30 disparus.", set()),
    ],
)
def test_dead_and_missing_counted_as_one_are_no_toll_of_the_dead(text: str, joint: set[str]) -> None:
    assert figures_of(sentence_of(text))[0].joint == joint


@pytest.mark.parametrize(
    ("text", "value", "giver"),
    [
        ("Le préfet parle de 20 morts ; les Amis du lac, une association, en comptent 26.", 26, "Amis"),
        ("Le dernier décompte du ministère de la Santé fait état de 20 morts et de 31 blessés.", 31, "ministère"),
        ("Le séisme a fait 20 morts, contre 12 la veille, et 9 disparus, a annoncé jeudi la préfecture.", 20, "préfec"),
    ],
)
def test_a_figure_is_of_who_gives_it(text: str, value: float, giver: str) -> None:
    sentence = sentence_of(text)
    figure = next(one for one in figures_of(sentence) if one.value == value)
    assert giver in given_by(figure, sentence)


def test_a_pronoun_speaks_for_the_sentence_before_only_in_its_own_clause() -> None:
    read = read_of(
        "Le ministère de l'Intérieur a corrigé ses comptes. Il recense 103 blessés, quand les Amis du lac en"
        " dénombrent 265."
    )
    before, sentence = read.sentences
    words = asked("Combien de blessés selon le ministère de l'Intérieur ?", read.article.text).said_by
    told = [one.value for one in figures_of(sentence) if is_said_by(one, sentence, words, before=before.text, known={})]
    assert told == [103]


def test_a_ministry_is_an_authority() -> None:
    sentence = sentence_of("On compte 20 morts, a annoncé le ministère de la Santé.")
    words = asked("Combien de morts selon les autorités ?", sentence.text).said_by
    assert words
    assert is_said_by(figures_of(sentence)[0], sentence, words, before="", known={})
