"""What the ledger finds, what it refuses, and what it says of each."""

from __future__ import annotations

import pytest

from assistant.citing.guards import Held
from assistant.citing.ledger import Claim, Outcome, Verdict, verify
from tests.citing.made import ARTICLES


def _verdict(quote: str, **claimed: str) -> Verdict:
    return verify(quote, ARTICLES, claimed=Claim(**claimed))


@pytest.mark.parametrize(
    "quote",
    [
        "Le maire de Sandres n'a pas annoncé de date.",
        "« plus de 1 200 personnes »",
        '"les travaux" dureront six mois',
        "Les riverains […] se réjouissent de la nouvelle",
        "Les riverains (...) se réjouissent … de la nouvelle.",
        "…se réjouissent de la nouvelle. Ils réclament aussi des navettes…",
        "se réjouissent […]. Ils réclament aussi des navettes.",
    ],
)
def test_what_an_article_says_is_found(quote: str) -> None:
    verdict = _verdict(quote)
    assert verdict.outcome == "found"
    assert all(place.article.id == "courrier" for place in verdict.places)


@pytest.mark.parametrize(
    ("quote", "outcome", "kind"),
    [
        ("plus de 1 300 personnes seraient touchées", "altered", "figure"),
        ("200 personnes seraient touchées", "altered", "figure"),  # inside "1 200"
        ("Le maire de Sandres a annoncé de date", "altered", "negation"),
        ("La mairie ne prévoit pas des déviations", "altered", "negation"),
        ("plus de 1 200 personnes sont touchées", "altered", "conditional"),
        ("le pont rouvrira en avril 2021", "altered", "date"),
        ("La préfecture a démenti que « les travaux » dureront six mois", "altered", "reporting"),
        ("Le maire de Vannes n’a pas annoncé de date", "altered", "name"),
        ("le maire de Sandres n’a pas annoncé de date", "altered", "case"),
        ("Les riverains demandent une navette", "altered", "word"),
    ],
)
def test_what_differs_is_named(quote: str, outcome: Outcome, kind: str) -> None:
    verdict = _verdict(quote)
    assert verdict.outcome == outcome
    assert kind in {one.kind for one in verdict.differences}
    assert verdict.text and not verdict.found


@pytest.mark.parametrize(
    ("quote", "held"),
    [
        ("Le maire de Sandres […] de date", Held("negation", "pas")),
        ("Selon la préfecture, plus de […] personnes seraient touchées", Held("figure", "1 200")),
        ("plus de 1 200 personnes […] touchées", Held("conditional", "seraient")),
        ("La préfecture […] « les travaux » dureront six mois", Held("reporting", "indiqué")),
        ("Le maire […] n’a pas annoncé de date", Held("name", "Sandres")),
        ("[…] Selon […], plus de 1 200 personnes", Held("speaker", "la préfecture")),
    ],
)
def test_an_ellipsis_drops_nothing_of_weight(quote: str, held: Held) -> None:
    verdict = _verdict(quote)
    assert verdict.outcome == "altered"
    assert held in verdict.dropped


@pytest.mark.parametrize(
    "quote",
    [
        "Les riverains, qui attendent depuis longtemps, […] demandent une passerelle.",  # of two articles
        "Le maire de Sandres n’a pas annoncé de date. […] Ils réclament aussi des navettes.",  # paragraphs apart
        "se réjouissent de la nouvelle […] Le maire de Sandres",  # the other way round
        "Les riverains […] réclament aussi des navettes",  # one sentence run into the next
        "Le maire de Sandres n’a pas annoncé pendant toute la durée du chantier.",
    ],
)
def test_what_is_put_together_is_refused_as_such(quote: str) -> None:
    verdict = _verdict(quote)
    assert verdict.outcome == "stitched"
    assert len(verdict.places) > 1


@pytest.mark.parametrize("quote", ["Le chat dort sur le toit du voisin", "…", "!?", "xyzzy"])
def test_what_nobody_says_is_not_found(quote: str) -> None:
    verdict = _verdict(quote)
    assert (verdict.outcome, verdict.found) == ("not_found", False)


@pytest.mark.parametrize(
    ("quote", "held"),
    [
        ("annoncé de date", Held("negation", "pas")),
        ("1 200 personnes", Held("restriction", "plus de")),
        ("1 200 personnes", Held("speaker", "la préfecture")),
        ("plus de 1 200 personnes", Held("conditional", "seraient")),
        ("le pont rouvrira en mars 2021", Held("conditional", "Si")),
    ],
)
def test_a_quote_cut_from_what_governs_it_is_found_with_a_warning(quote: str, held: Held) -> None:
    verdict = _verdict(quote)
    assert verdict.outcome == "found"
    assert held in verdict.clipped


def test_a_whole_sentence_is_cut_from_nothing() -> None:
    assert _verdict("Le maire de Sandres n’a pas annoncé de date.").clipped == ()
    assert _verdict("Les riverains demandent une passerelle").clipped == ()


@pytest.mark.parametrize(
    ("claimed", "wrong"),
    [
        ({}, ()),
        ({"article": "courrier"}, ()),
        ({"article": "echo"}, ("article",)),
        ({"publisher": "le courrier"}, ()),
        ({"publisher": "L'Écho"}, ("publisher",)),
        ({"date": "2020"}, ()),
        ({"date": "2020-11-03"}, ()),
        ({"date": "2020-11-04"}, ("date",)),
        ({"speaker": "préfecture"}, ()),
        ({"speaker": "le maire de Sandres"}, ("speaker",)),
        ({"publisher": "L’Écho", "speaker": "le maire"}, ("publisher", "speaker")),
    ],
)
def test_a_true_quote_with_a_false_source_is_misattributed(claimed: dict[str, str], wrong: tuple[str, ...]) -> None:
    verdict = _verdict("plus de 1 200 personnes seraient touchées", **claimed)
    assert verdict.outcome == ("misattributed" if wrong else "found")
    assert tuple(one.field for one in verdict.mismatches) == wrong
    assert verdict.text == "plus de 1 200 personnes seraient touchées"


def test_a_date_finer_than_the_articles_own_is_not_confirmed() -> None:
    assert _verdict("Les riverains demandent une passerelle.", date="2020-12").found
    assert not _verdict("Les riverains demandent une passerelle.", date="2020-12-05").found


def test_of_two_places_the_one_that_is_claimed_is_given() -> None:
    assert [place.article.id for place in _verdict("Les riverains").places] == ["courrier"]
    assert [place.article.id for place in _verdict("Les riverains", publisher="L’Écho").places] == ["echo"]
