"""Who gives a figure: by the words around it, by the sentence before, and by the office of a person named."""

from __future__ import annotations

import pytest

from assistant.answering.attribution.people import introduced
from assistant.answering.figures.figures import figures_of
from assistant.answering.figures.givers import given_by, is_said_by, opens_on_it, subject_of
from tests.answering.figures.reading import asked, read_of, sentence_of


def _said_by(question: str, text: str, *, place: int = 0, figure: int = 0) -> bool:
    read = read_of(text)
    sentence = read.sentences[place]
    before = read.sentences[place - 1].text if place else ""
    words = asked(question, text).said_by
    assert words
    return is_said_by(figures_of(sentence)[figure], sentence, words, before=before, known=introduced([text]))


SAID = (
    "Selon la préfecture, la crue a fait 12 morts.",
    "La crue a fait 12 morts, d'après la préfecture.",
    "La préfecture fait état de 12 morts.",
    "La crue a fait 12 morts, a annoncé jeudi la préfecture.",
    "Le bilan officiel est de 12 morts.",
)
NOT_SAID = (
    "Selon la mairie, la crue a fait 12 morts.",
    "Le syndicat déplore 12 morts.",
    "La crue a fait 12 morts, a annoncé l'hôpital.",
)


@pytest.mark.parametrize("text", SAID)
def test_a_figure_of_the_body_asked_for(text: str) -> None:
    assert _said_by("Combien de morts selon la préfecture ?", text)


@pytest.mark.parametrize("text", NOT_SAID)
def test_a_figure_of_another_body(text: str) -> None:
    assert not _said_by("Combien de morts selon la préfecture ?", text)


def test_each_of_several_givers_has_its_own_figure() -> None:
    text = "On compte 94 morts, d'après le ministère, et 131 dans les rangs de la Ligue, selon Marc Tellin."
    sentence = sentence_of(text)
    assert [given_by(one, sentence).strip(" .") for one in figures_of(sentence)] == [
        "d'après le ministère",
        "selon Marc Tellin",
    ]
    assert not _said_by("Combien de morts selon le ministère ?", text, figure=1)


def test_a_pronoun_is_the_body_of_the_sentence_before() -> None:
    text = "Le ministère de la Santé a parlé. Il a recensé 412 cas et 12 morts."
    assert opens_on_it(read_of(text).sentences[1])
    assert _said_by("Combien de morts selon le ministère de la Santé ?", text, place=1, figure=1)


def test_a_person_speaks_for_the_body_that_the_articles_give() -> None:
    text = "Anna Brec, directrice de la Croix-Verte, est arrivée. Douze personnes sont mortes, selon Mme Brec."
    assert _said_by("Combien de morts selon la directrice de la Croix-Verte ?", text, place=1)


def test_people_are_introduced_before_or_after_their_name() -> None:
    known = introduced(["Marc Tellin, porte-parole de la Ligue, parle. La préfète du Nord, Lise Abran, se tait."])
    assert "lig" in {term[:3] for term in known["tellin"]}
    assert any(term.startswith("pref") for term in known["abran"])


def test_who_has_no_office_is_not_introduced() -> None:
    assert introduced(["Marc Tellin, un voisin, a tout vu."]) == {}


def test_the_subject_of_a_claim_is_told_in_the_articles_words() -> None:
    sentence = sentence_of("L'armée géorgienne, qui parle de 58 soldats tués, accuse la Moldavie.")
    assert subject_of(figures_of(sentence)[0], sentence) == "L'armée géorgienne"


def test_the_giver_stands_in_what_it_counted() -> None:
    sentence = sentence_of("Le dernier décompte du ministère, daté de jeudi, fait état de 12 morts.")
    assert given_by(figures_of(sentence)[0], sentence) == "ministère"
    event = sentence_of("Le bilan du séisme est porté à 12 morts.")
    assert "ministère" not in given_by(figures_of(event)[0], event)


def test_a_prefecture_is_of_the_authorities() -> None:
    assert _said_by("Combien de morts selon les autorités ?", "La crue a fait 12 morts, d'après la préfecture.")
    assert not _said_by("Combien de morts selon les autorités ?", "La crue a fait 12 morts, d'après un syndicat.")
