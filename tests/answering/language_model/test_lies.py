"""What no freedom of wording lets through: each sentence says of its quote one thing that it does not say.

Doer and done-to exchanged, a condition, negation, question or limit lost, the words of one given to another, a number
or a date moved, a claim without who makes it, a clause that takes the rest back cut off.
"""

from __future__ import annotations

import pytest

from assistant.answering.language_model.check import supporting
from tests.answering.language_model.quoted import quote

LIES: dict[str, tuple[str, ...]] = {
    "Le maire Luc Petit a annoncé que la préfète Anne Roy fermera le pont de Brest, et que les bus feront le tour.": (
        "Selon la préfète Anne Roy, le maire Luc Petit fermera le pont de Brest.",
        "Selon le maire Luc Petit, le pont de Brest fermera la préfète Anne Roy.",
        "La préfète Anne Roy a annoncé que le maire Luc Petit fermera le pont de Brest.",
        "La préfète Anne Roy a annoncé que les bus feront le tour.",
    ),
    "L'ONG Mer Vive accuse l'armateur Kerguen d'avoir trompé l'agence sanitaire en 2019.": (
        "Selon l'armateur Kerguen, l'ONG Mer Vive a trompé l'agence sanitaire en 2019.",
        "L'armateur Kerguen accuse l'ONG Mer Vive d'avoir trompé l'agence sanitaire en 2019.",
        "Selon l'ONG Mer Vive, l'agence sanitaire a trompé l'armateur Kerguen en 2019.",
        "Selon l'ONG Mer Vive, l'armateur Kerguen a été trompé en 2019.",
        "L'armateur Kerguen a trompé l'agence sanitaire en 2019.",
    ),
    "L'armateur Kerguen est accusé par l'ONG Mer Vive d'avoir trompé l'agence sanitaire.": (
        "Selon l'armateur Kerguen, l'ONG Mer Vive a trompé l'agence sanitaire.",
        "L'armateur Kerguen a trompé l'agence sanitaire.",
    ),
    "L'armateur Kerguen n'a pas accusé l'agence sanitaire d'avoir menti sur les rejets.": (
        "Selon l'armateur Kerguen, l'agence sanitaire a menti sur les rejets.",
    ),
    "Le capitaine dit avoir sauvé neuf passagers avant le naufrage du ferry.": (
        "Selon le capitaine, neuf passagers ont sauvé le capitaine avant le naufrage du ferry.",
        "Selon le capitaine, le ferry a sauvé neuf passagers avant le naufrage.",
        "Le capitaine a sauvé neuf passagers avant le naufrage du ferry.",
        "Selon le capitaine, neuf passagers avant le naufrage du ferry ont été sauvés.",
    ),
    "La ministre Jeanne Faure n'a pas dit que la centrale serait arrêtée en mars.": (
        "Selon la ministre Jeanne Faure, la centrale serait arrêtée en mars.",
        "La ministre Jeanne Faure a dit que la centrale serait arrêtée en mars.",
    ),
    "Le patron Jean Blanc aurait affirmé que l'usine de Redon est vendue.": (
        "Selon le patron Jean Blanc, l'usine de Redon est vendue.",
        "Le patron Jean Blanc affirme que l'usine de Redon est vendue.",
    ),
    "Le ministre a dit craindre que la grève dure jusqu'en mai.": (
        "Selon le ministre, la grève dure jusqu'en mai.",
        "Le ministre a dit que la grève dure jusqu'en mai.",
    ),
    "Le ministre a affirmé ne pas savoir que la digue était fissurée.": (
        "Selon le ministre, la digue était fissurée.",
        "Le ministre a affirmé que la digue était fissurée.",
    ),
    "Le directeur a nié que la fuite venait de la cuve, mais a précisé que le site est fermé.": (
        "Selon le directeur, la fuite venait de la cuve.",
        "Le directeur a précisé que la fuite venait de la cuve.",
    ),
    "Le directeur n'a pas nié et affirmé que la cuve fuyait.": ("Selon le directeur, la cuve fuyait.",),
    "La procureure Lise Morel a rappelé au tribunal l'hypothèse que le feu était volontaire.": (
        "Selon la procureure Lise Morel, le feu était volontaire.",
        "La procureure Lise Morel a rappelé que le feu était volontaire.",
    ),
    "« La digue a tenu », a déclaré le préfet Marc Dol, démenti par la maire de Redon.": (
        "Selon le préfet Marc Dol, la digue a tenu.",
        "Le préfet Marc Dol a déclaré que la digue a tenu.",
    ),
    "En raison de la grève, aucun train ne partira de Rennes avant midi.": (
        "En raison de la grève, un train partira de Rennes avant midi.",
        "Des trains partiront de Rennes avant midi.",
    ),
    "Malgré l'absence de preuve, le juge a maintenu deux hommes en prison.": (
        "Deux hommes ont maintenu le juge en prison.",
    ),
    "Le conseil prétend que la dette a baissé, ce que la chambre des comptes réfute.": (
        "Selon le conseil, la dette a baissé.",
    ),
    "Le préfet a promis que nul ne sera expulsé avant le 31 mars.": ("Selon le préfet, nul ne sera expulsé.",),
    "« Personne n'est mort à Redon », a indiqué la préfecture, qui parle de trois blessés à Rennes.": (
        "Selon la préfecture, « personne n'est mort » à Rennes.",
        "La préfecture a indiqué : « Trois blessés à Rennes ».",
    ),
    "Le préfet Marc Dol a reçu la maire Rose Le Gall, qui a déclaré que la digue est sûre.": (
        "Selon le préfet Marc Dol, la digue est sûre.",
        "Le préfet Marc Dol a déclaré que la digue est sûre.",
    ),
    "Le préfet Marc Dol a jugé la digue fragile, tandis que la maire Rose Le Gall affirme que la digue est sûre.": (
        "Selon le préfet Marc Dol, la digue est sûre.",
        "Le préfet Marc Dol affirme que la digue est sûre.",
        "Selon la maire Rose Le Gall, la digue est fragile.",
    ),
    "La maire Rose Le Gall a accusé le préfet d'avoir fui et affirmé que la digue a cédé.": (
        "Selon la maire Rose Le Gall, le préfet a affirmé que la digue a cédé.",
        "Selon le préfet, la digue a cédé.",
    ),
    "Le journaliste a cité une lettre du préfet, affirmant que la digue a cédé.": (
        "Selon le journaliste, la digue a cédé.",
    ),
    "Le syndicat a dénoncé ce plan, affirmant que la direction connaissait les risques depuis mars.": (
        "Selon la direction, le syndicat connaissait les risques depuis mars.",
    ),
    "Le porte-parole de la ministre Jeanne Faure a dit que le budget baissera de 4 %.": (
        "Selon la ministre Jeanne Faure, le budget baissera de 4 %.",
        "Selon Jeanne Faure, le budget baissera de 4 %.",
        "Jeanne Faure a dit que le budget baissera de 4 %.",
    ),
    "Selon la police, le maire a déclaré que deux élus ont reçu de l'argent.": (
        "Selon le maire, deux élus ont reçu de l'argent.",
        "Le maire a déclaré que deux élus ont reçu de l'argent.",
        "Deux élus ont reçu de l'argent, selon le maire.",
    ),
    "En cas de crue, les habitants du quai quitteront leurs maisons.": (
        "Les habitants du quai quitteront leurs maisons.",
    ),
    "Sans l'accord du conseil, la mairie vendra le terrain du stade.": ("La mairie vendra le terrain du stade.",),
    "La préfecture a demandé si la route de Carnac sera rouverte lundi.": (
        "Selon la préfecture, la route de Carnac sera rouverte lundi.",
        "La préfecture a demandé que la route de Carnac soit rouverte lundi.",
    ),
    "La route de Carnac sera-t-elle rouverte lundi ?": ("La route de Carnac sera rouverte lundi.",),
    "« La digue tiendra si la pluie cesse », a déclaré le préfet Marc Dol mardi.": (
        "Selon le préfet Marc Dol, « la digue tiendra ».",
        "Le préfet Marc Dol a déclaré : « La digue tiendra ».",
    ),
    "Si la mairie l'autorise, le club a annoncé que le match aura lieu à Brest.": (
        "Selon le club, le match aura lieu à Brest.",
    ),
    "Toutefois, seulement douze des quarante salariés ont signé l'accord lundi.": (
        "Douze des quarante salariés ont signé l'accord lundi.",
        "Seulement quarante salariés ont signé l'accord lundi.",
        "Quarante salariés ont signé l'accord lundi.",
    ),
    "L'hôpital de Vannes compte plus de lits que celui de Lorient, selon le préfet Marc Dol.": (
        "Selon le préfet Marc Dol, l'hôpital de Lorient compte plus de lits que celui de Vannes.",
        "L'hôpital de Vannes compte moins de lits que celui de Lorient, selon le préfet Marc Dol.",
    ),
    "Le 3 mai 2017, la mairie de Brest avait annoncé que le pont serait fermé deux jours.": (
        "Selon la mairie de Brest, le pont serait fermé deux jours.",
        "Le 1er mars 2021, la mairie de Brest avait annoncé que le pont serait fermé deux jours.",
    ),
    "La région estime que le barrage de Guerlédan coûtera au moins 40 millions d'euros et que Brest en paiera 12.": (
        "Selon la région, le barrage de Guerlédan coûtera 40 millions d'euros.",
        "Selon la région, le barrage de Guerlédan coûtera 12 millions d'euros.",
        "Selon la région, Brest paiera au moins 40 millions d'euros.",
    ),
    "Le ministre Paul Roux a annoncé mardi que la loi sera votée en juin, puis a quitté la salle.": (
        "Selon le ministre Paul Roux, la loi sera votée mardi.",
        "Selon le ministre Paul Roux, la loi sera votée en juin, puis quittera la salle.",
        "Mardi, selon le ministre Paul Roux, la loi sera votée.",
        "Selon le ministre Paul Roux, la loi sera votée en juin, puis a quitté la salle.",
    ),
    "Les secours ont également évacué trente familles et donc fermé deux écoles.": (
        "Les secours ont évacué trente écoles.",
        "Les secours ont évacué deux familles et donc fermé trente écoles.",
    ),
    "Avant la crue, la mairie assurait que la digue protégerait le quai.": (
        "La mairie assure que la digue protégera le quai.",
        "Selon la mairie, la digue protégerait le quai.",
    ),
    "Le maire a dit que le pont est fermé, mais il est ouvert depuis hier.": (
        "Selon le maire, il est ouvert depuis hier.",
        "Selon le maire, le pont est ouvert depuis hier.",
        "Selon le maire, le pont est fermé.",
    ),
    "L'avocate soutient que son client ignorait la panne et annonce un recours.": (
        "Selon l'avocate, son client ignorait la panne et annonce un recours.",
    ),
    "Le syndicat accuse la direction d'avoir caché le rapport et demande une enquête.": (
        "Selon le syndicat, la direction a caché le rapport et demande une enquête.",
    ),
    "Le syndicat a accusé la direction d'avoir caché le rapport et demandé une enquête.": (
        "Selon le syndicat, la direction a caché le rapport et demandé une enquête.",
    ),
    "Le maire assure que la digue a tenu ; la préfète recule.": (
        "Selon le maire, la digue a tenu ; la préfète recule.",
    ),
    "La chambre s'inquiète : « La ville ne vit que du port », dit sa présidente.": (
        "Selon sa présidente, la chambre s'inquiète.",
    ),
    "Le maire a dit que le pont est fermé et nie toute faute.": (
        "Selon le maire, le pont est fermé et nie toute faute.",
    ),
    "Le maire a dit que le pont est fermé et ne sera pas rouvert.": ("Le pont est fermé et ne sera pas rouvert.",),
    "Le stade est fini, selon le maire Luc Petit, mais selon la préfète la toiture fuit.": (
        "Selon le maire Luc Petit, la toiture fuit.",
    ),
    "Les habitants du quai quitteront leurs maisons en cas de crue.": (
        "Les habitants du quai quitteront leurs maisons.",
    ),
    "Le maire dit que les habitants du quai quitteront leurs maisons dans l'hypothèse d'une crue.": (
        "Selon le maire, les habitants du quai quitteront leurs maisons.",
    ),
    "La digue a tenu, selon le maire Luc Petit, mais elle fuit depuis hier.": (
        "Selon le maire Luc Petit, la digue a tenu, mais elle fuit depuis hier.",
    ),
    "La crue menace toujours même si les autorités ont assuré que la digue tient.": (
        "Selon les autorités, la crue menace toujours même si les autorités ont assuré que la digue tient.",
    ),
    "Selon la mairie, les bus roulent et les écoles restent fermées.": (
        "Selon la mairie, et les écoles restent fermées.",
    ),
    "Le ministre souhaite maintenir la taxe un an, mais finalement la supprimer.": (
        "Le ministre souhaite maintenir la taxe un an.",
    ),
    "Le car était en excès de vitesse près de Rennes.": ("Le car était.",),
    "Si la digue cède, et la pluie a repris, la mairie fermera.": ("La pluie a repris, la mairie fermera.",),
    "Sans accord lundi, la grève a repris, et le pont sera fermé.": ("Le pont sera fermé.",),
    "Le maire dit que le quai est sûr, et le pont est fermé.": ("Le pont est fermé.",),
    "Selon la procureure Lise Morel, le patron a vidé les comptes, et aurait vendu deux bateaux.": (
        "Selon la procureure Lise Morel, le patron a vendu deux bateaux.",
    ),
    "Le maire Luc Petit a salué le vote, et la préfète a quitté la salle.": ("Le maire Luc Petit a quitté la salle.",),
    "Le pont a fermé lundi, alors que la mairie dément toute fermeture.": ("Le pont a fermé lundi.",),
    "Le pont, la gare, et le port sont fermés.": ("Le port sont fermés.",),
    "L'an dernier, la mairie de Brest a annoncé que le pont serait fermé.": (
        "Selon la mairie de Brest, le pont serait fermé.",
    ),
    "Le maire, le préfet Marc Dol, a dit que la digue tient.": ("Selon le maire de Redon, la digue tient.",),
    "Trente familles ont été évacuées, selon le préfet Marc Dol, mais aucune n'est blessée.": (
        "Selon le préfet Marc Dol, aucune famille n'est blessée.",
    ),
    "L'an dernier la croissance restait faible, et le chômage a bondi.": ("Le chômage a bondi.",),
}
OF_THE_MAYOR: dict[str, tuple[str, ...]] = {
    "Le port restera fermé jusqu'à lundi, a-t-il ajouté.": (
        "Selon la préfète Anne Roy, le port restera fermé jusqu'à lundi.",
        "Le port restera fermé jusqu'à lundi, a ajouté le préfet.",
        "Selon le maire Luc Petit, le port restera fermé.",
    ),
    "Il a nié que la digue a cédé.": ("Selon le maire Luc Petit, la digue a cédé.",),
    "Elle a dit qu'il ment, et il a indiqué que la digue a tenu.": ("Selon le maire Luc Petit, la digue a tenu.",),
}
"""Of what the mayor, named in the sentence before, goes on to say."""


@pytest.mark.parametrize(("text", "lie"), [(text, one) for text, told in LIES.items() for one in told])
def test_a_lie_is_carried_by_no_quote(text: str, lie: str) -> None:
    assert supporting(lie, [quote(text)], language="fr") == ()


@pytest.mark.parametrize(("text", "lie"), [(text, one) for text, told in OF_THE_MAYOR.items() for one in told])
def test_nor_is_one_about_what_somebody_named_before_says(text: str, lie: str) -> None:
    one = quote(text, before="Le maire Luc Petit a pris la parole :", speaker="Le maire Luc Petit")
    assert supporting(lie, [one], language="fr") == ()
