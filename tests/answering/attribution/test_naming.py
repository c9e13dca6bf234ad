"""Whom an article calls by an office, a title or a kind has the name it gave before, and nobody else's."""

from __future__ import annotations

import pytest

from assistant.answering.attribution.attribution import attribute
from assistant.answering.attribution.people import people_of

LED = "« Rien n'est joué », a déclaré Anne Rey, porte-parole du port de Brast. "


def _speaker(text: str, sentence: str) -> str | None:
    start = text.index(sentence)
    return attribute(text, start, start + len(sentence)).speaker


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        (LED, "La porte-parole a ajouté que le quai rouvrirait.", "La porte-parole, Anne Rey"),
        (LED, "« Nous verrons », a conclu Mme Rey.", "Anne Rey"),
        (LED, "Elle précise que les grues sont intactes.", "Anne Rey"),
        ("La maire de Brast, Odile Roux, est venue lundi. ", "L'élue promet un gymnase neuf.", "L'élue, Odile Roux"),
        (
            "Le procureur de Lans, Yves Morin, a ouvert une enquête. ",
            "Selon le magistrat, deux hommes ont fui.",
            "le magistrat, Yves Morin",
        ),
        (
            "La capitaine Zoé Brun dirige les secours. ",
            "« La boue gagne », explique l'officière.",
            "l'officière, Zoé Brun",
        ),
        (
            "Me Paul Serre défend le chauffeur. Paul Serre, avocat au barreau de Lans, plaidera. ",
            "L'avocat soutient que son client dormait.",
            "L'avocat, Paul Serre",
        ),
        (
            "Lucien Faure était maire en 1980. ",
            "« Tout a brûlé », se souvient l'octogénaire.",
            "l'octogénaire, Lucien Faure",
        ),
        (
            "Le président Marc Vial a parlé à la radio. ",
            "Le chef de l'État a promis une enquête.",
            "Le chef de l'État, Marc Vial",
        ),
        (
            "L'usine perd de l'argent, admet Hugo Blin, directeur général de Tarsel. ",
            "Le dirigeant exclut toute fermeture.",
            "Le dirigeant, Hugo Blin",
        ),
        ("« On nous oublie », lance Sophie Marin. ", "La présidente du comité exige une réunion.",
         "La présidente du comité, Sophie Marin"),
    ],
)  # fmt: skip
def test_an_office_a_title_or_a_kind_gets_its_name(before: str, sentence: str, speaker: str) -> None:
    assert _speaker(before + sentence, sentence) == speaker


@pytest.mark.parametrize(
    ("before", "sentence", "speaker"),
    [
        # another office than the one the article gave
        (LED, "Le préfet a promis des renforts.", "Le préfet"),
        # a woman is not "le directeur"
        ("« On nous oublie », lance Sophie Marin. ", "Le directeur du port promet un quai.", "Le directeur du port"),
        # who answers is somebody else
        ("« On nous oublie », lance Marc Petit. ", "Le directeur du port dément.", "Le directeur du port"),
        # two whom it fits
        ("La maire de Brast, Odile Roux, et la maire de Lans, Ève Cot, sont venues. ", "Mme Roux a salué les pompiers.",
         "Odile Roux"),
        # two of one last name
        ("Jean Roux et Paul Roux, frères, étaient là. ", "M. Roux dénonce un oubli.", "M. Roux"),
        # a body is nobody's office
        (LED, "La direction promet des primes.", "La direction"),
    ],
)  # fmt: skip
def test_no_name_is_better_than_another_s(before: str, sentence: str, speaker: str) -> None:
    assert _speaker(before + sentence, sentence) == speaker


def test_a_witness_s_bare_quote_is_the_witness_s() -> None:
    text = (
        "Bruno Carel tenait le bar. « Le feu a pris derrière », raconte-t-il. Six clients dansaient. "
        "« On s'est tous couchés par terre. »"
    )
    assert _speaker(text, "« On s'est tous couchés par terre. »") == "Bruno Carel"


def test_a_bare_quote_between_two_witnesses_is_left_open() -> None:
    text = (
        "« Le feu a pris derrière », raconte Bruno Carel. « J'ai couru », dit Nadia Lopez. Six clients dansaient. "
        "« On s'est tous couchés par terre. »"
    )
    found = attribute(text, text.index("« On s'est"), len(text))
    assert (found.speaker, found.modality) == (None, "reported")


def test_whose_director_she_is_stands_in_the_sentence_before() -> None:
    text = "Le comité n'y croit pas. Sa présidente, Fanny Roy, réclame la liste."
    found = attribute(text, text.index("Sa présidente"), len(text))
    assert found.speaker == "Sa présidente, Fanny Roy"
    assert found.named == (0, len("Le comité n'y croit pas."))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Le porte-parole du maire Hugo Blin est venu.", "mair"),
        ("Le porte-parole du maire, Hugo Blin, est venu.", "porte-parol"),
        ("L'avocate de la préfète Ève Cot plaide.", "prefet"),
        ("Le ministre de la Défense Jean Petit a parlé.", "ministr"),
        ("La tension monte entre le pape et le président Jean Petit.", "president"),
    ],
)
def test_an_office_is_that_of_whose_name_it_stands_beside(text: str, head: str) -> None:
    assert [office.head for office in people_of(text)[0].offices] == [head]


def test_people_are_read_with_their_offices_and_gender() -> None:
    text = "Selon l'économiste Léa Dubreuil, la hausse va durer. Le maire, Hugo Blin, en doute."
    people = {one.name: one for one in people_of(text)}
    assert set(people) == {"Léa Dubreuil", "Hugo Blin"}
    assert people["Léa Dubreuil"].offices[0].head == "economist"
    assert (people["Léa Dubreuil"].gender, people["Hugo Blin"].gender) == ("f", "m")
