"""A model may say of whom a quote is in another form than the quote does, and leave out what only joins it."""

from __future__ import annotations

import pytest

from assistant.answering.language_model.check import supporting
from tests.answering.language_model.quoted import quote

HONEST: dict[str, tuple[str, ...]] = {
    "Le 3 mai, la mairie de Brest a annoncé au conseil que le pont serait fermé dès lundi.": (
        "Selon la mairie de Brest, le pont serait fermé dès lundi.",
        "La mairie de Brest a annoncé que le pont serait fermé dès lundi.",
        "La mairie de Brest a déclaré que le pont serait fermé dès lundi.",
        "Le pont serait fermé dès lundi, selon la mairie de Brest.",
        "Le pont serait fermé dès lundi, a annoncé la mairie de Brest.",
        "D'après Le Journal du 1er mars 2021, la mairie de Brest a annoncé que le pont serait fermé dès lundi.",
        "Selon Le Journal, selon la mairie de Brest, le pont serait fermé dès lundi.",
    ),
    "La directrice Anne Roy n'a pas donné de bilan, mais a précisé que douze salariés avaient été blessés.": (
        "Selon la directrice Anne Roy, douze salariés avaient été blessés.",
        "Selon Anne Roy, douze salariés avaient été blessés.",
        "La directrice Anne Roy a précisé que douze salariés avaient été blessés.",
        "Anne Roy précise que 12 salariés avaient été blessés.",
    ),
    "Le syndicat a dénoncé ce plan, affirmant que la direction connaissait les risques depuis mars.": (
        "Selon le syndicat, la direction connaissait les risques depuis mars.",
        "Le syndicat affirme que la direction connaissait les risques.",
    ),
    "« Nous n'avons reçu aucune alerte », a déclaré le préfet Marc Dol mardi.": (
        "Selon le préfet Marc Dol, « nous n'avons reçu aucune alerte ».",
        "Le préfet Marc Dol a déclaré : « Nous n'avons reçu aucune alerte ».",
        "Le préfet Marc Dol a déclaré : « Nous n'avons reçu aucune alerte. »",
        "Marc Dol dit : « Nous n'avons reçu aucune alerte ».",
    ),
    "Les pêcheurs accusent l'armateur d'avoir vidé les cuves près du port.": (
        "Selon les pêcheurs, l'armateur a vidé les cuves près du port.",
        "Les pêcheurs accusent l'armateur d'avoir vidé les cuves.",
    ),
    "Toutefois, les secours ont évacué trente familles du quartier bas.": (
        "Les secours ont évacué trente familles du quartier bas.",
        "Selon Le Journal, les secours ont évacué 30 familles du quartier bas.",
        "Le Journal rapporte que les secours ont évacué trente familles du quartier bas.",
        "Le 1er mars 2021, Le Journal rapporte que les secours ont évacué trente familles du quartier bas.",
        "Les secours ont évacué trente familles du quartier bas, selon Le Journal.",
        "Les secours ont évacué trente familles du quartier bas, selon Le Journal (1er mars 2021).",
        "Selon Le Journal, 1er mars 2021, les secours ont évacué trente familles du quartier bas.",
    ),
    "En raison de la crue, les écoles de Redon ont fermé leurs portes.": (
        "Les écoles de Redon ont fermé leurs portes.",
    ),
    "Le ministre a toutefois confirmé que l'usine sera reprise par un groupe belge.": (
        "Selon le ministre, l'usine sera reprise par un groupe belge.",
        "Le ministre a confirmé que l'usine sera reprise par un groupe belge.",
    ),
    "Selon le préfet Marc Dol, la digue a cédé vers minuit.": (
        "Le préfet Marc Dol a déclaré que la digue a cédé vers minuit.",
        "La digue a cédé vers minuit, selon le préfet Marc Dol.",
        "Selon Marc Dol, la digue a cédé vers minuit.",
    ),
    "L'armateur dit avoir prévenu le port avant midi.": (
        "Selon l'armateur, l'armateur a prévenu le port avant midi.",
        "L'armateur a affirmé avoir prévenu le port avant midi.",
        "L'armateur affirme avoir prévenu le port.",
    ),
    "La digue a cédé vers minuit, selon le préfet Marc Dol.": (
        "Selon le préfet Marc Dol, la digue a cédé vers minuit.",
        "Le préfet Marc Dol a indiqué que la digue a cédé vers minuit.",
    ),
    "L'agence a estimé lors d'une réunion publique que la nappe était polluée.": (
        "Selon l'agence, la nappe était polluée.",
        "L'agence a estimé que la nappe était polluée.",
        "L'agence estime que la nappe était polluée.",
    ),
    "Le directeur a nié que la fuite venait de la cuve, mais a précisé que le site est fermé.": (
        "Selon le directeur, le site est fermé.",
    ),
    "Le maire Luc Petit a annoncé que la préfète Anne Roy fermera le pont de Brest, et que les bus feront le tour.": (
        "Selon le maire Luc Petit, la préfète Anne Roy fermera le pont de Brest.",
    ),
    "Le ministre Paul Roux a annoncé mardi que la loi sera votée en juin, puis a quitté la salle.": (
        "Selon le ministre Paul Roux, la loi sera votée en juin.",
    ),
    "Les secours ont également évacué trente familles et donc fermé deux écoles.": (
        "Les secours ont évacué trente familles et fermé deux écoles.",
    ),
    "La maire Rose Le Gall a accusé le préfet d'avoir fui et affirmé que la digue a cédé.": (
        "La maire Rose Le Gall a accusé le préfet d'avoir fui et affirmé que la digue a cédé.",
    ),
    "Le capitaine dit avoir sauvé neuf passagers avant le naufrage du ferry.": (
        "Selon le capitaine, le capitaine a sauvé neuf passagers avant le naufrage du ferry.",
    ),
    "En raison de la grève, aucun train ne partira de Rennes avant midi.": (
        "Aucun train ne partira de Rennes avant midi.",
    ),
    "Le maire a annoncé lundi la fermeture du pont. Les bus passeront par Guipavas.": (
        "Le maire a annoncé lundi la fermeture du pont. Les bus passeront par Guipavas.",
    ),
    "« La digue tiendra si la pluie cesse », a déclaré le préfet Marc Dol mardi.": (
        "Selon Marc Dol, « la digue tiendra si la pluie cesse ».",
    ),
    "La région estime que le barrage de Guerlédan coûtera au moins 40 millions d'euros et que Brest en paiera 12.": (
        "La région estime que le barrage de Guerlédan coûtera au moins 40 millions d'euros.",
    ),
    "L'avocate soutient que son client ignorait la panne et annonce un recours.": (
        "Selon l'avocate, son client ignorait la panne.",
    ),
    "Le syndicat accuse la direction d'avoir caché le rapport et demande une enquête.": (
        "Selon le syndicat, la direction a caché le rapport.",
    ),
    "Le syndicat a accusé la direction d'avoir caché le rapport et demandé une enquête.": (
        "Selon le syndicat, la direction a caché le rapport.",
    ),
    "Le maire assure que la digue a tenu ; la préfète recule.": ("Selon le maire, la digue a tenu.",),
    "Les pertes, selon le maire Luc Petit, sont lourdes.": ("Selon le maire Luc Petit, les pertes sont lourdes.",),
    "Pour le maire Luc Petit, la digue a tenu.": ("Le maire Luc Petit a dit que la digue a tenu.",),
    "Lundi, selon le maire Luc Petit, la digue a tenu.": ("Lundi, la digue a tenu, selon le maire Luc Petit.",),
    "Le groupe affirme avoir vendu douze usines et fermé trois dépôts.": (
        "Selon le groupe, le groupe a vendu douze usines et fermé trois dépôts.",
    ),
    "L'ONG a dénombré 91 morts et a précisé que 12 civils et environ 40 soldats étaient blessés.": (
        "Selon l'ONG, 12 civils et environ 40 soldats étaient blessés.",
    ),
    "La croissance reste faible, et le chômage a reculé de deux points.": ("Le chômage a reculé de deux points.",),
    "Le pont a fermé lundi, tandis que les bus ont roulé.": ("Les bus ont roulé.",),
    "Le maire Luc Petit a démenti lundi que la ville vende le port, contrairement à ce qu'avait annoncé la préfète.": (
        "Le maire Luc Petit a démenti lundi que la ville vende le port.",
    ),
    "Plus tard dans la soirée, une porte-parole de la mairie, Rose Le Gall, a assuré que la digue tient.": (
        "Selon Rose Le Gall, la digue tient.",
    ),
    "Pour Rose Le Gall , maire de Redon , la digue tient .": ("Selon Rose Le Gall, la digue tient.",),
    "Trente familles ont été évacuées, selon le préfet Marc Dol ce mardi.": (
        "Selon le préfet Marc Dol, trente familles ont été évacuées.",
    ),
    "Selon la procureure Lise Morel, le patron a vidé les comptes, et aurait vendu deux bateaux.": (
        "Selon la procureure Lise Morel, le patron a vidé les comptes.",
    ),
}
"""Sentences that each quote carries."""
SPOKEN: dict[str, tuple[str, ...]] = {
    "Le port restera fermé jusqu'à lundi, a-t-il ajouté.": (
        "Selon le maire Luc Petit, le port restera fermé jusqu'à lundi.",
        "Le maire Luc Petit a ajouté que le port restera fermé jusqu'à lundi.",
        "Le port restera fermé jusqu'à lundi, a ajouté le maire Luc Petit.",
    ),
    "Il a indiqué lundi que la digue a tenu.": ("Selon le maire Luc Petit, la digue a tenu.",),
    "Lundi, il a indiqué que la digue a tenu.": ("Le maire Luc Petit a indiqué que la digue a tenu.",),
    "« La digue a tenu, et nous la surveillons. »": ("Selon le maire Luc Petit, « la digue a tenu ».",),
}
"""The same, of what the mayor, named in the sentence before, goes on to say."""


@pytest.mark.parametrize(("text", "sentence"), [(text, one) for text, told in HONEST.items() for one in told])
def test_what_the_quote_lets_its_speaker_say_holds_however_it_is_given_to_them(text: str, sentence: str) -> None:
    one = quote(text)
    assert supporting(sentence, [one], language="fr") == (one,)


@pytest.mark.parametrize(("text", "sentence"), [(text, one) for text, told in SPOKEN.items() for one in told])
def test_a_pronoun_that_speaks_may_be_given_the_name_it_stands_for(text: str, sentence: str) -> None:
    one = quote(text, before="Le maire Luc Petit a pris la parole.", speaker="Le maire Luc Petit")
    assert supporting(sentence, [one], language="fr") == (one,)


def test_a_publisher_with_its_agency_and_date_may_stand_before_or_after() -> None:
    one = quote("Trente familles ont quitté le quartier bas.", publisher="Le Journal")
    for sentence in (
        "Le Journal rapporte le 1er mars 2021 que trente familles ont quitté le quartier bas.",
        "Trente familles ont quitté le quartier bas, rapporte Le Journal.",
        "Selon Le Journal du 1er mars 2021, trente familles ont quitté le quartier bas.",
    ):
        assert supporting(sentence, [one], language="fr") == (one,), sentence
    for sentence in (
        "Le Journal rapporte le 2 mars 2021 que trente familles ont quitté le quartier bas.",
        "Le 1er mars 2021, trente familles ont quitté le quartier bas.",
        "Trente familles ont quitté le quartier bas, rapporte Le Courrier.",
    ):
        assert supporting(sentence, [one], language="fr") == (), sentence


def test_each_sentence_of_a_line_is_held_to_a_quote() -> None:
    first, second = quote("Le pont a fermé lundi soir."), quote("Les bus passent par Guipavas.", 2)
    both = "Le pont a fermé lundi soir. Les bus passent par Guipavas."
    assert supporting(both, [first, second], language="fr") == (first, second)
    assert supporting(both.replace(". Les", " ; les"), [first, second], language="fr") == (first, second)
    assert supporting(both.replace("Guipavas", "Plabennec"), [first, second], language="fr") == ()
    assert supporting(both, [first], language="fr") == ()


def test_spaces_and_apostrophes_of_any_kind_are_the_same() -> None:
    one = quote("Le\u00a03 mai, l’agence\u202fa assuré qu’aucun\u00a0pont n’a cédé.")
    assert supporting("Selon l'agence, aucun pont n'a cédé.", [one], language="fr") == (one,)
