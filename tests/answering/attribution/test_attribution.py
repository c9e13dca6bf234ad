"""Who says a sentence, and how firmly: labelled sentences, long quotations, pronouns, and the shipped articles."""

from __future__ import annotations

import pytest

from assistant.answering.attribution.attribution import Attribution, attribute
from assistant.indexing.index import Index
from assistant.language.sentences import sentences
from assistant.types import Modality
from tests.answering.attribution.attributed import LABELLED


@pytest.mark.parametrize(("sentence", "speaker", "modality"), LABELLED)
def test_a_sentence_has_the_speaker_and_the_modality_it_states(
    sentence: str, speaker: str | None, modality: Modality
) -> None:
    assert attribute(sentence, 0, len(sentence)) == Attribution(speaker, modality)


def test_the_labels_are_enough_and_of_every_kind() -> None:
    assert len(LABELLED) >= 50
    assert {modality for _, _, modality in LABELLED} == {"asserted", "reported", "conditional", "denied"}
    assert all(speaker is None or speaker in sentence for sentence, speaker, _ in LABELLED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« La digue a cédé. Paris a promis une aide. L'eau monte », a raconté la maire de Sandres.",
            ["la maire de Sandres"] * 3,
        ),
        (
            "Pour Ines Caron, présidente du club, la saison est finie :\n\n« Nous repartirons de zéro. »",
            ["Ines Caron", "Ines Caron"],
        ),
        ("Le préfet a pris la parole à midi. Le vent faiblit.", [None, None]),
    ],
)
def test_a_quotation_has_one_speaker_over_all_its_sentences(text: str, expected: list[str | None]) -> None:
    assert [attribute(text, start, end).speaker for start, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("Le préfet a annoncé un couvre-feu.", "Il a ajouté que les écoles fermeraient.", "Le préfet"),
        ("« Rien n'est décidé », a dit la ministre.", "« Nous verrons », a-t-elle ajouté.", "la ministre"),
        ("Les syndicats réclament un moratoire.", "Ils demandent aussi une prime.", "Les syndicats"),
        ("La ministre a annoncé un plan.", "Il a ajouté que rien ne pressait.", None),  # another person
        ("Le préfet a annoncé un couvre-feu.", "Ils ont demandé un délai.", None),  # more than one
        ("Selon la préfecture, deux routes sont coupées.", "Selon elle, la décrue est amorcée.", "la préfecture"),
        ("La veuve du peintre a cédé ses toiles.", "Elle souhaite qu'un musée les montre.", "La veuve du peintre"),
        ("Le projet a été bloqué par la juge Anne Morel.", "« Il est illégal », a-t-elle écrit.", "la juge Anne Morel"),
        ("La police compte 20, les syndicats en annoncent 40.", "Selon ces derniers, c'est peu.", "les syndicats"),
        ("Le pont est fermé.", "Il a ajouté que la route l'était aussi.", None),  # a bridge adds nothing
    ],
)
def test_a_pronoun_speaks_for_the_speaker_before_when_it_can_be_the_same(
    before: str, sentence: str, expected: str | None
) -> None:
    text = f"{before} {sentence}"
    assert attribute(text, len(before) + 1, len(text)) == Attribution(expected, "reported")


@pytest.mark.parametrize(
    ("quote", "speaker", "modality"),
    [
        ("Moscou a exprimé sa vive préoccupation", "le ministère", "reported"),
        ("L'OTAN appelle la Turquie", "L'OTAN", "reported"),
        ("Toutes les parties impliquées doivent cesser", "Jens Stoltenberg", "reported"),
        ("La Turquie est accusée de faire transiter", None, "reported"),
        ("utilisation présumée par", "des groupes internationaux", "conditional"),
        ("a toutefois rejeté cette allégation", "Le ministère azerbaïdjanais de la Défense", "denied"),
        ("a déclaré que 91 civils", "La partie azerbaïdjanaise", "reported"),
        ("Au moins quatre civils ont été tués", None, "asserted"),
        ("parlent de", "les pays médiateurs du conflit", "reported"),
        ("Mike Pompeo s’est entretenu", "le secrétaire d’État américain Mike Pompeo", "reported"),
    ],
)
def test_the_shipped_articles_are_attributed(
    shipped_index: Index, quote: str, speaker: str | None, modality: Modality
) -> None:
    found = [
        attribute(article.text, start, end)
        for article in shipped_index.articles.values()
        for start, end in sentences(article.text)
        if quote in article.text[start:end]
    ]
    assert found
    assert set(found) == {Attribution(speaker, modality)}


def test_the_sentence_that_names_the_speaker_is_told_when_it_is_another() -> None:
    text = "Le préfet a annoncé un couvre-feu. Il a ajouté que les écoles fermeraient. Le vent faiblit."
    found = [attribute(text, start, end).named for start, end in sentences(text)]
    assert found == [None, sentences(text)[0], None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"La digue a cédé. L\'eau monte", raconte la maire.', ["la maire", "la maire"]),
        ("« L'eau monte », a dit la maire. « Elle est partout. »", ["la maire", "la maire"]),
        ("Il pleuvait. « Elle est partout. »", [None, None]),
    ],
)
def test_quoted_words_are_never_the_article_s_own(text: str, expected: list[str | None]) -> None:
    found = [attribute(text, start, end) for start, end in sentences(text)]
    assert [one.speaker for one in found] == expected
    assert all(
        one.modality == "reported"
        for one, (start, _) in zip(found, sentences(text), strict=True)
        if text[start] in '«"L'
    )


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("La Norvège soutient la résolution tout en appelant à la retenue.", "La Norvège"),
        ("Oslo soutient Lisbonne tout en demandant une trêve.", None),
    ],
)
def test_the_speaker_of_a_gerund_is_not_the_whole_clause(sentence: str, speaker: str | None) -> None:
    assert attribute(sentence, 0, len(sentence)).speaker == speaker


def test_two_who_accuse_each_other_both_speak() -> None:
    sentence = "La réunion a eu lieu alors que la Suède et la Norvège se sont accusées l’une l’autre de mentir."
    assert attribute(sentence, 0, len(sentence)).speaker == "la Suède et la Norvège"
