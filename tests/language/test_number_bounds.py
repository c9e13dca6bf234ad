"""One hundred numbers as the press writes them: what each says, how firmly, and where."""

from __future__ import annotations

import pytest

from assistant.language.numbers import find_numbers

# A sentence with its only number between bars, the value, the bound. "=" exactly, ">" at least, "<" at most, "~" about.
LISTED: tuple[tuple[str, float, str], ...] = (
    ("Le bilan est de |treize| morts.", 13, "="),
    ("On relève |plus de 1 200| morts.", 1200, ">"),
    ("On relève |plus de 1\u202f200| morts.", 1200, ">"),
    ("On relève |plus de 1\u00a0200| morts.", 1200, ">"),
    ("Le pays compte |quelque 120.000| déplacés.", 120_000, "~"),
    ("Il évoque |une vingtaine| de morts.", 20, "~"),
    ("La mort d'|une centaine| de soldats.", 100, "~"),
    ("L'aide atteint |1,5 million| d'euros.", 1.5e6, "="),
    ("|Deux mille| manifestants ont défilé.", 2000, "="),
    ("|Au moins 25| morts.", 25, ">"),
    ("|Au moins vingt-cinq| morts.", 25, ">"),
    ("|Environ 400| blessés.", 400, "~"),
    ("Il y a |400| blessés", 400, "="),
    ("|Près de 300| maisons détruites.", 300, "~"),
    ("|Près d'une centaine| de maisons détruites.", 100, "~"),
    ("|Plus d’une centaine| de maisons détruites.", 100, ">"),
    ("|Plus d'un millier| de familles.", 1000, ">"),
    ("|Moins de 50| survivants.", 50, "<"),
    ("|Moins d'une dizaine| de survivants.", 10, "<"),
    ("|Pas moins de 14| départements.", 14, ">"),
    ("|Jusqu'à 600| tentes.", 600, "<"),
    ("|Jusqu’à 600| tentes.", 600, "<"),
    ("|Au plus 12| places.", 12, "<"),
    ("Il reste |12 au plus| sur place.", 12, "<"),
    ("On parle de |40 au moins| dans la ville.", 40, ">"),
    ("On parle de |40 environ| dans la ville.", 40, "~"),
    ("|Une soixantaine au moins| de blessés.", 60, ">"),
    ("|Autour de 70| participants.", 70, "~"),
    ("|À peu près 70| participants.", 70, "~"),
    ("|Approximativement 70| participants.", 70, "~"),
    ("|Presque 70| participants.", 70, "~"),
    ("|De l'ordre de quinze| cas.", 15, "~"),
    ("|Aux alentours de 90| cas.", 90, "~"),
    ("Le coût pourrait |dépasser les 8 milliards| de dollars.", 8e9, ">"),
    ("Le nombre |dépasse 300|.", 300, ">"),
    ("|Plus de quelque 300| personnes.", 300, ">"),
    ("|Au minimum 5| jours.", 5, ">"),
    ("|Au maximum 5| jours.", 5, "<"),
    ("|Au-delà de 5000| voix.", 5000, ">"),
    ("Un taux |supérieur à 4| pour cent.", 4, ">"),
    ("Un taux |inférieur à 4| pour cent.", 4, "<"),
    ("|Une dizaine| de cas.", 10, "~"),
    ("|Une douzaine| de cas.", 12, "~"),
    ("|Une demi-douzaine| de cas.", 6, "~"),
    ("|Une quinzaine| de cas.", 15, "~"),
    ("|Une trentaine| de cas.", 30, "~"),
    ("|Une quarantaine| de cas.", 40, "~"),
    ("|Une cinquantaine| de cas.", 50, "~"),
    ("|Un millier| de cas.", 1000, "~"),
    ("|Deux douzaines| d'œufs.", 24, "~"),
    ("|Trois centaines| de bêtes.", 300, "~"),
    ("|Des centaines| de bêtes.", 100, ">"),
    ("|Plusieurs dizaines| de bêtes.", 10, ">"),
    ("|Quelques milliers| de bêtes.", 1000, ">"),
    ("|Des dizaines de milliers| de bêtes.", 10_000, ">"),
    ("|Une centaine de milliers| de bêtes.", 100_000, "~"),
    ("|Une dizaine de millions| de doses.", 1e7, "~"),
    ("|1,2 milliard| de doses.", 1.2e9, "="),
    ("|2 millions| de doses.", 2e6, "="),
    ("|Deux millions et demi| de doses.", 2.5e6, "="),
    ("|2 millions et demi| de doses.", 2.5e6, "="),
    ("|Trois milliards| de doses.", 3e9, "="),
    ("|Un million| de doses.", 1e6, "="),
    ("Un budget de |80 Mds| d'euros.", 8e10, "="),
    ("Un budget de |3 M| €.", 3e6, "="),
    ("|3,5| % du total.", 3.5, "="),
    ("|66|\u202f% des suffrages.", 66, "="),
    ("|55,14|% des suffrages.", 55.14, "="),
    ("|0,8| % de mieux.", 0.8, "="),
    ("|12 345 678| habitants.", 12_345_678, "="),
    ("|1.250.000| habitants.", 1_250_000, "="),
    ("|5000| habitants.", 5000, "="),
    ("|9 000,50| euros.", 9000.5, "="),
    ("|Dix-sept| enfants.", 17, "="),
    ("|Vingt et un| enfants.", 21, "="),
    ("|Vingt-et-une| écoles.", 21, "="),
    ("|Soixante et onze| enfants.", 71, "="),
    ("|Soixante-quinze| enfants.", 75, "="),
    ("|Quatre-vingts| enfants.", 80, "="),
    ("|Quatre-vingt-un| enfants.", 81, "="),
    ("|Quatre-vingt-onze| civils.", 91, "="),
    ("|Quatre-vingt-dix-neuf| enfants.", 99, "="),
    ("|Nonante-deux| enfants.", 92, "="),
    ("|Cent| jours.", 100, "="),
    ("|Cent vingt| jours.", 120, "="),
    ("|Deux cents| jours.", 200, "="),
    ("|Trois cent soixante-cinq| jours.", 365, "="),
    ("|Mille deux cents| soldats.", 1200, "="),
    ("|Quinze mille| soldats.", 15_000, "="),
    ("|Quatre-vingt mille| soldats.", 80_000, "="),
    ("|Trois cent mille| soldats.", 300_000, "="),
    ("|Deux millions cinq cent mille| personnes.", 2.5e6, "="),
    ("|10 mille| personnes.", 10_000, "="),
    ("|100 000| personnes.", 100_000, "="),
    ("|Neuf| morts.", 9, "="),
    ("|Zéro| cas.", 0, "="),
    ("Ils sont |six|.", 6, "="),
    ("Soit |quelque 30 milliards| de roubles.", 3e10, "~"),
    ("|Un minimum de 200| voix.", 200, ">"),
    ("|Plus de deux cent cinquante| otages.", 250, ">"),
)
NONE = (
    "La 61 e édition du concours.", "Le 21e siècle.", "Le sixième jour.", "La première fois.",
    "Un vaccin anti-Covid-19.",
    "Le 747-400F turc.", "Une personne est venue.", "Un pneu flambant neuf.", "La moitié des voix.", "Le XXe siècle.",
    "La deuxième vague.", "Le 1er jour.",
)  # fmt: skip
ENGLISH: tuple[tuple[str, float, str], ...] = (
    ("|1,200| people", 1200, "="),
    ("|more than 1,200| people", 1200, ">"),
    ("|at least 25| people", 25, ">"),
    ("|about thirteen| people", 13, "~"),
    ("|two hundred and five| people", 205, "="),
    ("|twenty-five thousand| people", 25_000, "="),
    ("|dozens| of people", 12, ">"),
    ("|a dozen| people", 12, "~"),
    ("|2.5 million| euros", 2.5e6, "="),
    ("|up to 40| people", 40, "<"),
    ("|fewer than 40| people", 40, "<"),
    ("|nearly a hundred| people", 100, "~"),
)
_SIGNS = {"=": "exactly", ">": "at_least", "<": "at_most", "~": "about"}


def test_the_list_has_a_hundred() -> None:
    assert len(LISTED) == 100
    assert len({text for text, _, _ in LISTED}) == 100


@pytest.mark.parametrize(("marked", "value", "sign"), LISTED)
def test_a_french_number_has_its_value_and_bound(marked: str, value: float, sign: str) -> None:
    text = marked.replace("|", "")
    [number] = find_numbers(text)
    assert (number.value, number.bound) == (value, _SIGNS[sign])
    start, end = number.said
    assert text[start:end] == marked.split("|")[1]
    assert text[number.start : number.end].strip() == text[number.start : number.end]


@pytest.mark.parametrize("text", NONE)
def test_an_ordinal_an_article_and_a_name_are_no_counts(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(("marked", "value", "sign"), ENGLISH)
def test_an_english_number_has_its_value_and_bound(marked: str, value: float, sign: str) -> None:
    [number] = find_numbers(marked.replace("|", ""), language="en")
    assert (number.value, number.bound) == (value, _SIGNS[sign])
