"""A model's sentence holds when it says what its quote says, and falls when one thing in it is other."""

from __future__ import annotations

import pytest

from assistant.answering.language_model.check import supporting
from assistant.types import Language
from tests.answering.language_model.quoted import quote

TOLL = "Au moins 25 soldats ont été tués mardi près de Martouni, dont deux officiers, et plusieurs civils blessés."
SAID = "Le ministre Paul Roux a déclaré que le pont de Brest serait fermé lundi, mais que les bus ne seraient pas pris."

DENIED = "Le maire Luc Petit a démenti que la ville ait vendu le port."
RESERVED = "Selon la police, deux hommes auraient attaqué la banque du quai, avant de fuir vers le sud."
PASSIVE = "Le fils du président a été arrêté par la police de Brest, après une longue enquête."
CONDITION = "Si le budget est voté, la mairie construira trois écoles dans le quartier nord."
NEGATED = "La préfecture n'a pas autorisé la marche, sauf pour les riverains."
CLAIM = "Le port de Brest a été vendu en 2019, ce qui est faux."
BOTH = "L'armée du Nord a attaqué la colonne du Sud, qui quitte la ville avant la nuit."
OPEN = "Le ministre Paul Roux a déclaré que le pont de Brest est fermé, et que les bus roulent."
LEANS = "Le père du maire, le docteur Blanc, qui a fui, est mort."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (LEANS, "Le père du maire, le docteur Blanc, est mort."),
        (LEANS, "Le père du maire est mort."),
        (TOLL, "Au moins 25 soldats ont été tués mardi près de Martouni."),
        (TOLL, "Au moins vingt-cinq soldats ont été tués mardi près de Martouni."),
        (TOLL, "Par ailleurs, au moins 25 soldats ont été tués mardi près de Martouni, dont deux officiers."),
        (TOLL, "Selon Le Journal, au moins 25 soldats ont été tués mardi près de Martouni."),
        (TOLL, "Selon Le Journal (1er mars 2021), au moins 25 soldats ont été tués mardi près de Martouni."),
        (SAID, SAID),
        (OPEN, "Selon le ministre Paul Roux, le pont de Brest est fermé."),
        (OPEN, "Le ministre Paul Roux a affirmé que le pont de Brest est fermé."),
        (DENIED, "Le maire Luc Petit a démenti que la ville ait vendu le port."),
        (RESERVED, "Selon la police, deux hommes auraient attaqué la banque du quai."),
        (PASSIVE, "Le fils du président a été arrêté par la police de Brest."),
        (CONDITION, "Si le budget est voté, la mairie construira trois écoles dans le quartier nord."),
        (BOTH, "L'armée du Nord a attaqué la colonne du Sud."),
    ],
)  # fmt: skip
def test_a_quote_shortened_where_a_clause_ends_holds(text: str, sentence: str) -> None:
    one = quote(text)
    assert supporting(sentence, [one], language="fr") == (one,)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (TOLL, "Au moins 26 soldats ont été tués mardi près de Martouni."),  # another number
        (TOLL, "25 soldats ont été tués mardi près de Martouni."),  # a bound lost
        (TOLL, "Plus de 25 soldats ont été tués mardi près de Martouni."),
        (TOLL, "Au moins 25 civils ont été tués mardi près de Martouni."),  # a number of something else
        (TOLL, "Au moins 25 soldats ont été blessés mardi près de Martouni."),
        (TOLL, "Au moins 25 soldats ont été tués jeudi près de Martouni."),  # another day
        (TOLL, "Au moins 25 soldats ont été tués mardi 2 mars 2021 près de Martouni."),
        (TOLL, "Au moins 25 soldats ont été tués mardi près de Stepanakert."),  # another name
        (TOLL, "Au moins 25 soldats n'ont pas été tués mardi près de Martouni."),  # a negation added
        (TOLL, "Au moins 25 soldats auraient été tués mardi près de Martouni."),  # a reserve added
        (TOLL, "Selon l'Arménie, au moins 25 soldats ont été tués mardi près de Martouni."),  # a speaker added
        (TOLL, "Selon Le Monde, au moins 25 soldats ont été tués mardi près de Martouni."),  # another publisher
        (TOLL, "Selon Le Journal (2 mars 2021), au moins 25 soldats ont été tués mardi près de Martouni."),
        (TOLL, "Le 1er mars 2021, au moins 25 soldats ont été tués mardi près de Martouni."),
        (TOLL, "Au moins 25 soldats ont tué mardi près de Martouni."),  # the voice
        (TOLL, "Au moins 25 soldats seront tués mardi près de Martouni."),  # the tense
        (TOLL, "Deux officiers et plusieurs civils ont été tués."),  # words of several clauses
        (TOLL, "Au moins 25 soldats lâches ont été tués mardi près de Martouni."),  # a word added
        (TOLL, "Ils ont été tués mardi près de Martouni."),
        (SAID, "Le pont de Brest serait fermé lundi."),  # who says it
        (SAID, "Selon le ministre Jean Blanc, le pont de Brest serait fermé lundi."),
        (SAID, "Selon le pont de Brest, le ministre Paul Roux serait fermé lundi."),
        (SAID, SAID.replace("ne seraient pas", "seraient")),
        (SAID, "Le ministre Paul Roux a déclaré que les bus ne seraient pas pris, mais que le pont serait fermé."),
        (DENIED, "Selon le maire Luc Petit, la ville a vendu le port."),
        (DENIED, "La ville a vendu le port."),
        (RESERVED, "Selon la police, deux hommes ont attaqué la banque du quai."),
        (RESERVED, "Deux hommes auraient attaqué la banque du quai."),
        (RESERVED, "Selon la mairie, deux hommes auraient attaqué la banque du quai."),
        (PASSIVE, "Le président a été arrêté par la police de Brest."),  # the head of a name
        (PASSIVE, "La police de Brest a été arrêtée par le fils du président."),  # parts swapped
        (PASSIVE, "Le fils du président a arrêté la police de Brest."),
        (PASSIVE, "Le fils du président a été arrêté avant une longue enquête."),
        (CONDITION, "La mairie construira trois écoles dans le quartier nord."),
        (NEGATED, "La préfecture a autorisé la marche, sauf pour les riverains."),
        (NEGATED, "La préfecture n'a pas autorisé la marche."),  # a restriction lost
        (CLAIM, "Le port de Brest a été vendu en 2019."),
        (BOTH, "L'armée du Nord quitte la ville avant la nuit."),  # a clause given to another subject
        (BOTH, "L'armée du Nord a attaqué la colonne du Sud et quitte la ville."),
        (OPEN, "Le ministre Paul Roux a nié que le pont de Brest est fermé."),
        (BOTH, "L'armée du Nord a attaqué la colonne du Sud, qui quitte la"),  # cut
        (LEANS, "Le père du maire, qui a fui, est mort."),
        (LEANS, "Le père du maire, le docteur Blanc, est mort, et sa veuve."),
        (OPEN, "Le pont de Brest est fermé."),
        (OPEN, "Selon les bus, le pont de Brest est fermé."),
    ],
)  # fmt: skip
def test_one_thing_other_than_in_the_quote_and_the_sentence_falls(text: str, sentence: str) -> None:
    assert supporting(sentence, [quote(text)], language="fr") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Au moins 25 soldats ont été tués mardi près de Martouni <b>!</b>",
        "Au moins 25 soldats ont été tués mardi ![x](http://evil.invalid/a.png)",
        "Au moins 25 soldats ont été tués mardi [ici](http://evil.invalid)",
        "Au moins 25 soldats ont été tués mardi http://evil.invalid",
        "Au moins 25 soldats ont été tués mardi evil.invalid/a",
        "**Au moins 25 soldats** ont été tués mardi",
        "Au moins 25 soldats ont été tués mardi\u202e.",
        "Au moins 25 soldats ont été\u200b tués mardi.",
        "Au moins 25 soldats ont été tués mardi\nprès de Martouni.",
        "« Au moins 25 soldats ont été tués mardi.",
        "« Au moins 25 soldats tués » ont été tués mardi.",
        "Au moins 25 « soldats ont été massacrés » mardi.",
        "",
        "!!!!!!!!!!!!!!!!!!!",
        "de la et à que l'on a de la et à",
        "Au moins 25 soldats " * 50,
    ],
)
def test_what_is_no_plain_sentence_falls(sentence: str) -> None:
    assert supporting(sentence, [quote(TOLL)], language="fr") == ()


def test_words_between_quotation_marks_are_the_quote_s_to_the_letter() -> None:
    one = quote("La mairie a parlé d'une « dette insensée » lundi, avant le vote.")
    assert supporting("La mairie a parlé d'une « dette insensée » lundi.", [one], language="fr") == (one,)
    assert supporting("La mairie a parlé d'une dette insensée lundi.", [one], language="fr") == (one,)
    assert supporting("La mairie a parlé d'une « dettes insensées » lundi.", [one], language="fr") == ()


def test_two_clauses_may_each_have_their_quote() -> None:
    first, second = quote("Paris demande une trêve immédiate."), quote("Moscou demande une réunion à Genève.", 2)
    sentence = "Paris demande une trêve immédiate, tandis que Moscou demande une réunion à Genève."
    assert supporting(sentence, [first, second], language="fr") == (first, second)
    swapped = "Moscou demande une trêve immédiate, tandis que Paris demande une réunion à Genève."
    assert supporting(swapped, [first, second], language="fr") == ()
    pronoun = "Paris demande une trêve immédiate, tandis qu'elle demande une réunion à Genève."
    assert supporting(pronoun, [first, second], language="fr") == ()


def test_two_sentences_of_a_quote_are_not_made_into_one() -> None:
    one = quote("Le maire a salué le vote. La gauche a quitté la salle, puis le parti.")
    assert supporting("Le maire a quitté la salle, puis le parti.", [one], language="fr") == ()
    assert supporting("La gauche a quitté la salle.", [one], language="fr") == (one,)
    assert supporting("Le maire a salué le vote.", [one], language="fr") == (one,)


def test_a_speaker_found_before_the_quote_is_named_or_the_sentence_falls() -> None:
    one = quote("Le port restera fermé jusqu'à lundi, a-t-il ajouté.", before="Le maire Luc Petit a pris la parole :",
                speaker="Le maire Luc Petit")  # fmt: skip
    assert supporting("Selon le maire Luc Petit, le port restera fermé jusqu'à lundi.", [one], language="fr") == (one,)
    assert supporting("Selon le préfet, le port restera fermé jusqu'à lundi.", [one], language="fr") == ()
    assert supporting("Le port restera fermé jusqu'à lundi.", [one], language="fr") == ()


@pytest.mark.parametrize(("language", "held"), [("en", True), ("fr", False)])
def test_a_sentence_is_held_to_a_quote_in_its_own_language_only(language: Language, held: bool) -> None:
    one = quote("At least 25 soldiers were killed on Tuesday near Martuni.", language="en")
    assert bool(supporting("At least 25 soldiers were killed on Tuesday.", [one], language=language)) is held
    assert not supporting("At least 26 soldiers were killed on Tuesday.", [one], language=language)
