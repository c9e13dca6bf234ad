"""Nothing that a party says is given as the publisher's own, in any of the forms of French press."""

from __future__ import annotations

import pytest

from assistant.answering.attribution.attribution import attribute
from tests.answering.attribution.forms import SAID


@pytest.mark.parametrize(("before", "sentence", "speaker"), SAID)
def test_what_somebody_says_is_not_the_publisher_s(before: str, sentence: str, speaker: str | None) -> None:
    text = f"{before} {sentence}" if before else sentence
    found = attribute(text, len(text) - len(sentence), len(text))
    assert found.modality != "asserted"
    assert found.speaker == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "Le festival « Les Nuits de Fourvière » ouvre jeudi.",
        "L'opération « Bouclier du Nord » a commencé avant l'aube.",
        "La loi, dite « loi travail », a été adoptée.",
        "Il a été mis en examen pour « recel de détournement de fonds publics ».",
        "Le groupe (PSU selon son sigle breton) compte trente membres.",
        "Les voitures circulent un jour sur deux, selon le jour du mois.",
        "La police a lancé un appel à témoins.",
        "Rien n'indique que la route rouvrira.",
        "Aucune source n'a pu confirmer la nouvelle.",
        "Pour l'instant, la cause de la panne est inconnue.",
        "Pour Anne Morel, il s'agit d'un cinquième titre.",
        "Ces mesures ont révélé que l'eau était tiède.",
        "Les joueurs ont reçu l'aide qu'ils avaient demandée.",
        "La porte-parole ne dit pas si la vanne sera changée.",
        "La direction refuse de dire combien coûterait la vanne.",
        "Le club n'a pas souhaité donner son propre chiffre.",
        "Le ministère a déclaré mardi une épidémie de grippe.",
        "Sollicitée, la préfecture n'a pas souhaité commenter.",
        "L'accord signé lundi prévoit une prime de 300 euros.",
        "Le conducteur avait, ce soir-là, volontairement lancé son camion sur le quai des Anglais.",
        "Le pont devrait rouvrir en mai.",
        "On ignore quand le pont rouvrirait.",
        "Le roman, intitulé « Je ne reviendrai pas à Lyon », paraît lundi.",
    ],
)
def test_what_nobody_says_stays_the_publisher_s(sentence: str) -> None:
    found = attribute(sentence, 0, len(sentence))
    assert (found.speaker, found.modality) == (None, "asserted")


def test_a_quotation_that_stands_alone_has_the_name_below_it_or_that_of_the_sentence_before() -> None:
    text = "Un témoin raconte :\n\n« L'eau est montée. Nous avons fui. »\n\nAnne Morel, 32 ans\n\nLe bilan est lourd."
    quoted = text.index("Nous avons")
    assert attribute(text, quoted, text.index(" »", quoted) + 2).speaker == "Anne Morel"
    text = "Le maire a annoncé vouloir partir. « J'ai fait mon temps. Il faut du neuf. » Le vent faiblit."
    first, second = text.index("« J'ai"), text.index("Il faut")
    assert attribute(text, first, second - 1).speaker == "Le maire"
    assert attribute(text, second, text.index(" Le vent")).speaker == "Le maire"
    assert attribute(text, text.index("Le vent"), len(text)).modality == "asserted"


def test_the_country_is_the_one_the_sentence_before_is_about() -> None:
    text = "L'Islande a fermé ses ports. Le pays dit vouloir protéger le cabillaud."
    found = attribute(text, 29, len(text))
    assert (found.speaker, found.named) == ("L'Islande", (0, 28))
    alone = "Le pays dit vouloir protéger le cabillaud."
    assert attribute(alone, 0, len(alone)).speaker == "Le pays"


def test_a_title_in_quotation_marks_is_not_said_by_whoever_spoke_before() -> None:
    text = "Le maire a annoncé son départ. « Les Nuits du Rhône » ouvrent jeudi."
    assert attribute(text, text.index("« Les"), len(text)).speaker is None


def test_many_quotations_in_a_sentence_take_no_time() -> None:
    sentence = "Le texte « " + "mot " * 60 + "« encore " + "mot " * 60 + "a dit, selon « " + "x" * 200 + " dit le maire"
    assert attribute(sentence, 0, len(sentence)).modality in {"asserted", "reported"}
