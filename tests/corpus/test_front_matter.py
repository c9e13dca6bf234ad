"""The YAML header: fields, synonyms, dates, provenance, limits."""

from __future__ import annotations

import pytest

from assistant.corpus.front_matter import parse_header, parse_published, split_front_matter
from assistant.errors import ArticleError


def test_the_body_is_everything_after_the_header_to_the_letter() -> None:
    body = "\n  Première ligne \n---\nfin"
    assert split_front_matter("---\ntitle: t\n---\n" + body)[1] == body


def test_a_text_without_header_is_all_body() -> None:
    metadata, body = split_front_matter("Un texte.\n---\nsuite\n")
    assert body == "Un texte.\n---\nsuite\n"
    assert metadata.provenance == {}


@pytest.mark.parametrize(
    "header",
    ["source: Le Littoral", "éditeur: Le Littoral", "Publisher: Le Littoral", "publisher: Le Littoral\nsource: X"],
)
def test_common_names_of_a_field_are_understood(header: str) -> None:
    assert parse_header(header).publisher == "Le Littoral"


def test_unknown_fields_are_passed_over() -> None:
    metadata = parse_header("humeur: gaie\ntitle: Un titre")
    assert metadata.title == "Un titre"
    assert set(metadata.provenance) == {"title"}


@pytest.mark.parametrize(
    ("written", "date", "precision"),
    [
        ("2025", "2025", "year"),
        ("2025-02", "2025-02", "month"),
        ("2025-02-12", "2025-02-12", "day"),
        ("2025-02-12T10:30:00+01:00", "2025-02-12", "day"),
        ("12 février 2025", "2025-02-12", "day"),
        ("13/02/2025", "2025-02-13", "day"),
        ("septembre 2023", "2023-09", "month"),
    ],
)
def test_dates_are_read_in_the_forms_people_write(written: str, date: str, precision: str) -> None:
    published = parse_header(f"date: {written}").published
    assert (published.date, published.precision, published.basis) == (date, precision, "stated")


@pytest.mark.parametrize("written", ["hier", "2025-13", "32/01/2025", ""])
def test_a_date_that_cannot_be_read_is_unknown(written: str) -> None:
    assert parse_published(written) is None
    assert parse_header(f"date: '{written}'").published.basis == "unknown"


def test_provenance_is_kept_and_its_default_is_the_header_itself() -> None:
    metadata = parse_header(
        "title: t\npublished: 2023-09\nprovenance:\n"
        "  published: {basis: inferred, precision: month, evidence: parce que}"
    )
    assert metadata.published.basis == "inferred"
    assert metadata.published.evidence == "parce que"
    assert metadata.provenance["title"].basis == "stated"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://a.fr/b", "//a.fr", "https://a.fr/ b"])
def test_only_web_addresses_are_addresses(url: str) -> None:
    metadata = parse_header(f"url: '{url}'")
    assert metadata.url is None
    assert metadata.provenance["url"].basis == "unknown"


def test_authors_are_one_name_or_a_list() -> None:
    assert parse_header("author: Awa Ndiaye").authors == ("Awa Ndiaye",)
    assert parse_header("authors: [Awa Ndiaye, Paul Brel]").authors == ("Awa Ndiaye", "Paul Brel")


@pytest.mark.parametrize(
    "header", ["title: [a, b]", "title: {a: b}", "authors: [[a]]", "- a", "a: b: c", "x: !!python/name:os.system"]
)
def test_a_header_of_the_wrong_shape_is_refused(header: str) -> None:
    with pytest.raises(ArticleError, match="broken front matter"):
        parse_header(header)
