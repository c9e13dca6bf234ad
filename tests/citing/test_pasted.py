"""Quotes as people paste them: from a page, a PDF file, an answer of ours, with words of their own in brackets."""

from __future__ import annotations

import pytest

from assistant.citing.ledger import Claim, Verdict, verify
from assistant.citing.wording import verdict_in_words
from tests.citing.made import made

TEXT = (
    "Le pont ferme\n\n"
    "Le maire de Sandres n’a pas annoncé de date. L’officier de police a fini son rapport. Quatre civils ont été "
    "blessés, dont deux journalistes français du quotidien local. Le cessez-le-feu tient depuis lundi.\n\n"
    "La préfète a promis une enquête « complète et rapide ». Le vent faiblit. Il pleuvra demain. Les routes rouvrent."
)
ARTICLES = {"a": made("a", TEXT, publisher="Le Courrier"), "b": made("b", "Rien de neuf.", publisher="L’Écho")}


def _verdict(quote: str) -> Verdict:
    return verify(quote, ARTICLES)


@pytest.mark.parametrize(
    "quote",
    [
        "“Quatre civils ont été blessés, dont deux journalistes français du quotidien local.”",
        "« Quatre civils ont été blessés ».",
        "« Quatre civils ont été blessés. »",
        "Quatre civils ont été blessés,",
        "'Quatre civils ont été blessés'",
        "„Quatre civils ont été blessés“",
        "Quatre civils ont\nété blessés, dont\r\ndeux journalistes",
        "Quatre ci-\nvils ont été bles-\nsés, dont deux journa-\n   listes",
        "Le cessez-\nle-feu tient depuis lundi",
        "L’oﬃcier de police a ﬁni son rapport",
        "> Quatre civils ont été blessés,\n> dont deux journalistes français",
        "- Quatre civils ont été blessés",
        "• Quatre civils ont été blessés",
        "**Quatre civils** ont _été blessés_",
        "Quatre civils ont &eacute;t&eacute; bless&eacute;s",
        "Quatre civils ont été blessés,\n12\ndont deux journalistes",
        "Quatre civils ont été blessés [sic], dont deux journalistes",
        "[Q]uatre civils ont été blessés",
        "[q]uatre civils ont été blessés",
        "[l’]officier de police a fini son rapport",
        "« Quatre civils ont été blessés » [5]",
        "« Quatre civils ont été blessés » (Le Courrier, 3 novembre 2020)",
        "« Quatre civils ont été blessés » — Le Courrier",
        "Le Courrier avec AFP, 3 novembre 2020 (date déduite) : « Quatre civils ont été blessés » [5]",
        "Le vent faiblit. […] Les routes rouvrent.",
        "La préfète a promis une enquête « complète et rapide ». Le vent faiblit.\n",
    ],
)
def test_a_true_quote_is_found_however_it_is_pasted(quote: str) -> None:
    verdict = _verdict(quote)
    assert verdict.outcome == "found"
    assert verdict.inserted == ()
    assert all(place.text in TEXT for place in verdict.places)


@pytest.mark.parametrize(
    ("quote", "inserted"),
    [
        ("Quatre civils [de la ville] ont été blessés", "de la ville"),
        ("[Mme Morel] a promis une enquête", None),  # whom the article does not name so
        ("L’officier [Durand] a fini son rapport", "Durand"),
        ("Quatre civils [n’]ont [pas] été blessés", None),
        ("Quatre civils [et douze soldats] ont été blessés", None),
        ("Le cessez-le-feu tient [presque] depuis lundi", None),
    ],
)
def test_words_in_brackets_are_the_quoter_s_and_may_not_turn_the_meaning(quote: str, inserted: str | None) -> None:
    verdict = _verdict(quote)
    if inserted is None:
        assert not verdict.found
        return
    assert verdict.found
    assert verdict.inserted == (inserted,)
    assert f"« {inserted} »" in verdict_in_words(verdict, "fr")
    assert f"« {inserted} »" in verdict_in_words(verdict, "en")


def test_our_own_line_with_another_publisher_is_misattributed() -> None:
    verdict = _verdict("L’Écho, 3 novembre 2020 : « Quatre civils ont été blessés » [1]")
    assert verdict.outcome == "misattributed"
    assert [one.field for one in verdict.mismatches] == ["publisher"]


@pytest.mark.parametrize(
    "quote",
    [
        "Le maire a démenti : « Quatre civils ont été blessés »",  # words before the quote are part of what is claimed
        "Il nie une enquête « complète et rapide »",
        "Quatre civils ont-\nété blessés",
        "Quatre civils ont été blessés ?",
        "Le maire de Sandres [a] annoncé de date",
        "Le vent faiblit. […] Il reviendra.",
    ],
)
def test_what_is_not_said_is_not_made_true_by_reading_it_kindly(quote: str) -> None:
    assert not _verdict(quote).found


def test_a_sentence_left_out_without_a_sign_makes_a_stitched_quote() -> None:
    verdict = _verdict("L’officier de police a fini son rapport. Le cessez-le-feu tient depuis lundi.")
    assert verdict.outcome == "stitched"
    assert [place.text[:4] for place in verdict.places] == ["L’of", "Le c"]


def test_an_ellipsis_over_sentences_does_not_hand_a_pronoun_to_another() -> None:
    text = "Le maire a ri. La ville dort. Il a plu. Le préfet est parti. Il a démissionné."
    articles = {"a": made("a", text)}
    assert not verify("Le maire a ri. […] Il a démissionné.", articles).found
    assert verify("Le maire a ri. […] Le préfet est parti.", articles).found


def test_as_written_nothing_is_read_kindly() -> None:
    for quote in ("Quatre civils ont été blessés,\n12\ndont deux", "Quatre civils [de la ville] ont été blessés"):
        assert _verdict(quote).found
        assert not verify(quote, ARTICLES, claimed=Claim(), as_written=True).found
    assert verify("« Quatre civils ont été blessés »", ARTICLES, as_written=True).found
