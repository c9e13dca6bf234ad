"""Two who speak in one sentence are both named, and a figure is that of the clause it stands in."""

from __future__ import annotations

import pytest

from assistant.answering.attribution.attribution import attribute, speaker_at


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("La régie compte 31 % de grévistes ; la FOT s'en tient à 70 %.", "La régie ; la FOT"),
        ("Ils étaient 900 selon la police, 4 000 selon l'intersyndicale.", "la police ; l'intersyndicale"),
        ("Le maire assure que l'eau est saine, tandis que le préfet en déconseille l'usage.", "Le maire"),
        ("Le maire assure que l'eau est saine, tandis que l'ARS affirme le contraire.", "Le maire ; l'ARS"),
        ("Paris dénonce une attaque, mais Rome évoque un accident.", "Paris ; Rome"),
        ("Le parquet parle d'un suicide, alors que la famille accuse les gardiens.", "Le parquet ; la famille"),
        ("L'usine a brûlé, d'après la mairie, et deux hommes manquent, d'après le SDIS.", "la mairie ; le SDIS"),
        ("La direction recense 12 absents, quand le syndicat en revendique 300.", "La direction ; le syndicat"),
        ("Selon l'armée, le pont tient ; selon les rebelles, il est tombé.", "l'armée ; les rebelles"),
        ("« C'est faux », dit le maire ; « c'est vrai », répond son adjointe.", "le maire ; son adjointe"),
        ("Le préfet affirme que tout est prêt, et la route rouvrira.", "Le préfet"),
        ("Alors que Paris annonce un retrait, Londres critique la décision.", "Londres"),
        ("Le club a protesté, alors que la ligue avait déjà annoncé le report.", "la ligue"),
    ],
)
def test_each_who_speaks_is_named_in_order(sentence: str, speaker: str) -> None:
    assert attribute(sentence, 0, len(sentence)).speaker == speaker


def test_each_figure_is_that_of_its_clause() -> None:
    sentence = "La régie compte 31 % de grévistes ; la FOT s'en tient à 70 %."
    assert speaker_at(sentence, 0, len(sentence), sentence.index("31")) == "La régie"
    assert speaker_at(sentence, 0, len(sentence), sentence.index("70")) == "la FOT"
    sentence = "Ils étaient 900 selon la police, 4 000 selon l'intersyndicale."
    assert speaker_at(sentence, 0, len(sentence), sentence.index("900")) == "la police"
    assert speaker_at(sentence, 0, len(sentence), sentence.index("4 000")) == "l'intersyndicale"


def test_one_who_denies_does_not_make_the_other_deny() -> None:
    sentence = "Le club assure que le stade est sûr ; la ligue dément."
    found = attribute(sentence, 0, len(sentence))
    assert (found.speaker, found.modality) == ("Le club ; la ligue", "reported")
