"""The types refuse what would make an answer untrue."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from hashlib import sha256

import pytest

from assistant.types import Answer, Article, Basis, Citation, Hit, Passage, Precision, Published, Reason, Statement

TEXT = "Le maire a annoncé la fermeture du pont."
ARTICLE = Article(
    id="pont",
    title=None,
    publisher=None,
    agency=None,
    authors=(),
    published=Published(),
    url=None,
    language="fr",
    text=TEXT,
    source="pont.txt",
    sha256=sha256(TEXT.encode()).hexdigest(),
)
CITATION = Citation(1, ARTICLE, TEXT, 0, len(TEXT))


def _answer(
    *, statements: tuple[Statement, ...], citations: tuple[Citation, ...], reason: Reason | None = None
) -> Answer:
    return Answer("Quoi ?", "Quoi ?", "fr", "…", statements, citations, reason, 0.5, ())


@pytest.mark.parametrize(
    ("date", "precision", "basis", "evidence"),
    [
        ("2020-10-05", None, "stated", None),  # a date without its precision
        (None, "day", "unknown", None),
        (None, None, "stated", None),
        ("2020-10-05", "day", "unknown", None),
        ("2020-10", "day", "stated", None),  # not written to its precision
        ("2020-10-05", "month", "stated", None),
        ("2020-10-05", "year", "stated", None),
        ("2020-10-05", "day", "inferred", None),  # inferred from nothing
        ("2020-10-05", "day", "inferred", ""),
    ],
)
def test_a_date_that_contradicts_itself_is_refused(
    date: str | None, precision: Precision | None, basis: Basis, evidence: str | None
) -> None:
    with pytest.raises(ValueError, match="date"):
        Published(date, precision, basis, evidence)


@pytest.mark.parametrize(("date", "precision"), [("2020-10-05", "day"), ("2020-10", "month"), ("2020", "year")])
def test_a_date_may_be_known_to_the_day_the_month_or_the_year(date: str, precision: Precision) -> None:
    assert Published(date, precision, "stated").date == date
    assert Published(date, precision, "inferred", "« ce lundi »").date == date


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3), (0, 0)])
def test_an_empty_passage_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="pont#0"):
        Passage("pont#0", "pont", start, end)


@pytest.mark.parametrize(
    ("quote", "start", "end"),
    [
        ("le maire a annoncé", 0, 18),  # a capital is a character
        ("Le maire", 1, 9),
        ("Le maire", 0, 7),
        ("", 0, 0),
        (TEXT + " Hier.", 0, len(TEXT) + 6),
    ],
)
def test_a_quote_that_is_not_there_to_the_letter_is_refused(quote: str, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="pont"):
        Citation(1, ARTICLE, quote, start, end)


@pytest.mark.parametrize("span", [(CITATION.start - 1, CITATION.end), (CITATION.start, CITATION.end + 1), (3, 3)])
def test_words_that_answer_are_in_the_quote(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not in the quote"):
        replace(CITATION, answer_span=span)


def test_words_that_answer_are_a_slice_of_the_article() -> None:
    start = CITATION.start
    assert replace(CITATION, answer_span=(start, start + 4)).answer_words == CITATION.quote[:4]
    assert CITATION.answer_words is None


def test_an_answer_cites_or_abstains() -> None:
    said = Statement("…", (1,))
    assert not _answer(statements=(said,), citations=(CITATION,)).abstained
    assert _answer(statements=(), citations=(), reason="off_topic").abstained
    with pytest.raises(ValueError, match="abstains"):
        _answer(statements=(), citations=())
    with pytest.raises(ValueError, match="abstains"):
        _answer(statements=(said,), citations=(CITATION,), reason="off_topic")


@pytest.mark.parametrize("used", [(2,), (1, 2), ()])
def test_statements_use_exactly_the_citations_there_are(used: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="statements cite"):
        _answer(statements=(Statement("…", used),), citations=(CITATION,))


def test_nothing_changes_after_it_is_made() -> None:
    for made, name in (
        (ARTICLE, "text"),
        (CITATION, "quote"),
        (ARTICLE.published, "date"),
        (Hit(Passage("pont#0", "pont", 0, 8), 1, 1.0, 1.0, 1.0), "score"),
    ):
        with pytest.raises(FrozenInstanceError):
            setattr(made, name, "autre")
