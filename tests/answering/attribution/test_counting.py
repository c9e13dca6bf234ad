"""A figure that somebody counts, keeps to or puts a toll at is that body's; what a place merely has is nobody's."""

from __future__ import annotations

import pytest

from assistant.answering.attribution.attribution import attribute


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("La police recense douze blessés parmi les supporters.", "La police"),
        ("L'association de riverains dénombre 340 maisons fissurées.", "L'association de riverains"),
        ("Le syndicat FOT compte 62 % de grévistes dans les dépôts.", "Le syndicat FOT"),
        ("Le rectorat, lui, n'en compte que 18 %.", "Le rectorat"),
        ("Le collectif s'en tient à 41 victimes.", "Le collectif"),
        ("L'ONG en est restée, mardi, à 90 cas.", "L'ONG"),
        ("La préfète a porté jeudi à 17 le nombre de disparus.", "La préfète"),
        ("La mairie a revu à la baisse le bilan de la nuit.", "La mairie"),
        ("Les assureurs évaluent désormais à 30 millions d'euros les dégâts.", "Les assureurs"),
        ("L'opposition avance un tout autre chiffre : 4 000 marcheurs.", "L'opposition"),
        ("Les organisateurs revendiquaient dimanche 25 000 participants.", "Les organisateurs"),
        ("La commission maintient son décompte.", "La commission"),
        ("Le bilan a été ramené lundi à neuf morts par le parquet.", "le parquet"),
        ("La foule, estimée à 3 000 personnes par la gendarmerie, s'est dispersée.", "la gendarmerie"),
        ("C'est le chiffre que le ministère a retenu.", "le ministère"),
        ("L'ARS relevait vendredi 12 décès liés à la canicule.", "L'ARS"),
    ],
)
def test_who_counts_gives_the_figure(sentence: str, speaker: str) -> None:
    found = attribute(sentence, 0, len(sentence))
    assert (found.speaker, found.modality) == (speaker, "reported")


@pytest.mark.parametrize(
    "sentence",
    [
        "La ville compte 9 000 habitants.",
        "Le village compte 12 morts et pleure encore.",
        "La Moravie comptait 300 réfugiés au printemps.",
        "L'usine compte supprimer 40 postes.",
        "L'association compte 200 adhérents.",
        "Le parti compte treize élus.",
        "Le bilan a été ramené lundi à neuf morts.",
        "La pluie n'a pas porté le débit à 900 mètres cubes.",
        "Le train arrive à 11 h 31.",
        "Le directeur retient toujours deux camions à la barrière.",
        "Le coureur en est à sa troisième victoire.",
        "Le ministère n'a pas évalué les pertes.",
        "Les blessés recensés par erreur sont deux.",
    ],
)
def test_what_a_place_has_nobody_says(sentence: str) -> None:
    found = attribute(sentence, 0, len(sentence))
    assert (found.speaker, found.modality) == (None, "asserted")


def test_a_pronoun_that_counts_stands_for_who_spoke_before() -> None:
    text = "La maire, Odile Bray, est venue. « Nous avons tout perdu », dit-elle. Elle recense 80 toits arrachés."
    start = text.index("Elle recense")
    assert "Odile Bray" in (attribute(text, start, len(text)).speaker or "")
