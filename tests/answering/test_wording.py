"""The assistant's own words: dates, sources, statements and refusals, in French and English."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from assistant.answering.wording import (
    date_in_words,
    publisher_in_words,
    refusal_text,
    source_in_words,
    speaker_in_words,
    statement_text,
)
from assistant.types import Citation, Language, Modality, Published, Reason
from tests.test_types import ARTICLE, TEXT


@pytest.mark.parametrize(
    ("published", "french", "english"),
    [
        (Published("2020-11-01", "day", "stated"), "1er novembre 2020", "1 November 2020"),
        (Published("2020-08-21", "day", "stated"), "21 août 2020", "21 August 2020"),
        (Published("2023-02-11", "day", "stated"), "11 février 2023", "11 February 2023"),
        (Published("2020-12", "month", "stated"), "décembre 2020", "December 2020"),
        (Published("2019", "year", "stated"), "2019", "2019"),
        (Published(), "date inconnue", "date unknown"),
    ],
)
def test_a_date_is_written_to_its_precision(published: Published, french: str, english: str) -> None:
    assert date_in_words(published, "fr") == french
    assert date_in_words(published, "en") == english


def test_an_unknown_publisher_is_said_to_be() -> None:
    assert publisher_in_words(ARTICLE, "fr") == "Éditeur inconnu"
    assert publisher_in_words(ARTICLE, "en") == "Unknown publisher"
    assert publisher_in_words(replace(ARTICLE, publisher="Le Journal", agency="AFP"), "fr") == "Le Journal avec AFP"
    assert publisher_in_words(replace(ARTICLE, publisher="Le Journal", agency="AFP"), "en") == "Le Journal with AFP"


def test_an_inferred_date_is_marked_and_a_stated_one_is_not() -> None:
    inferred = replace(ARTICLE, published=Published("2020-10-05", "day", "inferred", "« ce lundi »"))
    stated = replace(ARTICLE, published=Published("2020-10-05", "day", "stated"))
    assert source_in_words(inferred, "fr") == "Éditeur inconnu, 5 octobre 2020 (date déduite)"
    assert source_in_words(inferred, "en") == "Unknown publisher, 5 October 2020 (inferred date)"
    assert source_in_words(stated, "fr") == "Éditeur inconnu, 5 octobre 2020"
    assert source_in_words(ARTICLE, "en") == "Unknown publisher, date unknown"


def test_a_statement_says_who_published_it_and_quotes_to_the_letter() -> None:
    citation = Citation(3, ARTICLE, TEXT, 0, len(TEXT), modality="asserted")
    assert statement_text([citation], "fr") == f"Éditeur inconnu, date inconnue\u00a0: «\u00a0{TEXT}\u00a0» [3]"
    assert statement_text([citation], "en") == f"Unknown publisher, date unknown: «\u00a0{TEXT}\u00a0» [3]"


@pytest.mark.parametrize(
    ("speaker", "french"),
    [
        ("la préfecture", "propos de la préfecture"),
        ("le ministère", "propos du ministère"),
        ("Le ministère", "propos du ministère"),
        ("les secours", "propos des secours"),
        ("des témoins", "propos de témoins"),
        ("une source judiciaire", "propos d’une source judiciaire"),
        ("Élise Roux", "propos d’Élise Roux"),
        ("l'état-major", "propos de l'état-major"),
        ("Lefèvre", "propos de Lefèvre"),
        ("du maire", "propos du maire"),
    ],
)
def test_a_statement_names_a_speaker_whom_the_quote_does_not(speaker: str, french: str) -> None:
    citation = Citation(1, ARTICLE, TEXT, 0, len(TEXT), speaker=speaker, modality="reported")
    assert f", {french}\u00a0:" in statement_text([citation], "fr")
    assert f", words of {speaker_in_words(speaker, 'en')}:" in statement_text([citation], "en")


@pytest.mark.parametrize(
    ("speaker", "french", "english"),
    [
        ("Le ministère de la Défense", "le ministère de la Défense", "“le ministère de la Défense”"),
        ("L’ONU", "l’ONU", "ONU"),
        ("la SNCF", "la SNCF", "SNCF"),
        ("l'Écosse", "l'Écosse", "“l'Écosse”"),
        ("Jean Petit", "Jean Petit", "Jean Petit"),
        ("source diplomatique", "source diplomatique", "“source diplomatique”"),
        ("du maire", "le maire", "“le maire”"),
        ("des habitants", "des habitants", "“des habitants”"),
        ("deux témoins", "deux témoins", "“deux témoins”"),
    ],
)
def test_a_speaker_fits_the_sentence_in_either_language(speaker: str, french: str, english: str) -> None:
    assert speaker_in_words(speaker, "fr") == french
    assert speaker_in_words(speaker, "en") == english


@pytest.mark.parametrize(
    ("speaker", "modality", "french", "english"),
    [
        ("Le maire", "reported", "selon le maire", "according to “le maire”"),
        ("La préfète", "denied", "démenti de la préfète", "denied by “la préfète”"),
        ("Le maire", "conditional", "selon le maire, sous réserve", "according to “le maire”, unconfirmed"),
        (None, "reported", "propos rapportés, auteur non établi", "reported words, speaker not established"),
        (None, "denied", "démenti, auteur non établi", "denied, by whom not established"),
        (None, "conditional", "sous réserve", "unconfirmed"),
    ],
)
def test_what_the_publisher_does_not_vouch_for_is_never_its_own(
    speaker: str | None, modality: Modality, french: str, english: str
) -> None:
    citation = Citation(1, ARTICLE, TEXT, 0, len(TEXT), speaker=speaker, modality=modality)
    assert statement_text([citation], "fr").startswith(f"Éditeur inconnu, date inconnue, {french}\u00a0: «")
    assert statement_text([citation], "en").startswith(f"Unknown publisher, date unknown, {english}: «")


def test_quotes_of_one_statement_each_have_their_number() -> None:
    first, second = Citation(1, ARTICLE, TEXT[:8], 0, 8), Citation(2, ARTICLE, TEXT[9:], 9, len(TEXT))
    assert statement_text([first, second], "fr").endswith(f"«\u00a0{TEXT[:8]}\u00a0» [1] «\u00a0{TEXT[9:]}\u00a0» [2]")


@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_refusal_has_its_own_words_in_both_languages(reason: Reason) -> None:
    said = {language: refusal_text(reason, language, missing="Atlantis") for language in get_args(Language)}
    others = {refusal_text(other, "fr", missing="Atlantis") for other in get_args(Reason) if other != reason}
    assert said["fr"] != said["en"]
    assert said["fr"] not in others
    assert all(text.endswith(".") and "{" not in text for text in said.values())
    assert ("Atlantis" in said["fr"]) == (reason == "unknown_entity") == ("Atlantis" in said["en"])


def test_leads_are_announced_as_no_answer_and_only_when_there_are_some() -> None:
    assert "ils ne répondent pas" in refusal_text("off_topic", "fr", has_hits=True)
    assert "they do not answer" in refusal_text("off_topic", "en", has_hits=True)
    assert "ne répondent pas" not in refusal_text("off_topic", "fr")
    assert "ne répondent pas" not in refusal_text("empty_question", "fr", has_hits=True)
