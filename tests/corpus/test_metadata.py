"""What a saved text states about itself, and what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.corpus.metadata import infer_metadata

BODY = (
    "Le conseil municipal a voté mardi soir la fermeture du pont, après trois heures de débat.\n\n"
    "La salle était pleine. Le maire a promis que les travaux seraient achevés avant l'été.\n"
)
HEADLINE = "Brenn : le pont fermera pour six mois à partir de lundi\n\n"


@pytest.mark.parametrize(
    ("head", "publisher", "agency", "authors"),
    [
        ("Par Euronews avec AFP", "Euronews", "AFP", ()),
        ("Par\u00a0euronews\u00a0avec\u00a0AFP", "Euronews", "AFP", ()),
        ("Le Monde avec AFP", "Le Monde", "AFP", ()),
        ("franceinfo avec AFP\nPublié le 03/03/2025 18:05", "Franceinfo", "AFP", ()),
        ("Par Jeanne Dupont", None, None, ("Jeanne Dupont",)),
        ("Par Jeanne Dupont et Paul Brel avec Reuters", None, "Reuters", ("Jeanne Dupont", "Paul Brel")),
        ("Par Jeanne", None, None, ()),
        ("Auteur : Claire", None, None, ("Claire",)),
        ("AFP", None, "AFP", ()),
        ("Source : Reuters", None, "Reuters", ()),
        ("Source : Ouest-France", "Ouest-France", None, ()),
        ("© 2025 La Gazette de Brenn. Tous droits réservés", "La Gazette de Brenn", None, ()),
        ("Le pont de Brenn - Sputnik Afrique\n© Sputnik . Léa Fournier", "Sputnik Afrique", None, ()),
        ("© Getty Images", None, None, ()),
        ("France 24 - 20/09/2023", "France 24", None, ()),
        ("TF1info | avec AFP", "TF1info", "AFP", ()),
        ("Publié le 20/09/2023 à 07:30 - Source AFP", None, "AFP", ()),
        ("Auteur : Jean Dupont, Le Monde", "Le Monde", None, ("Jean Dupont",)),
        ("Photo : Léa Fournier / AFP", None, None, ()),
    ],
)
def test_publisher_agency_and_authors_are_taken_where_they_are_named(
    head: str, publisher: str | None, agency: str | None, authors: tuple[str, ...]
) -> None:
    metadata = infer_metadata(HEADLINE + head + "\n\n" + BODY)
    assert (metadata.publisher, metadata.agency, metadata.authors) == (publisher, agency, authors)
    assert metadata.provenance["publisher"].basis == ("unknown" if publisher is None else "stated")


def test_an_agency_that_is_quoted_is_not_the_source() -> None:
    assert infer_metadata(HEADLINE + BODY + "« Tout ira bien », a déclaré le maire à l'AFP mercredi.\n").agency is None


@pytest.mark.parametrize(
    ("head", "date", "basis"),
    [
        ("Publié le 12/02/2025 à 18h42", "2025-02-12", "stated"),
        ("Publié le 12 février 2025 à 18h42, mis à jour le 13 février 2025", "2025-02-12", "stated"),
        ("Mis à jour le 13/02/2025\nPublié le 12/02/2025", "2025-02-12", "stated"),
        ("Mis à jour le 13/02/2025", "2025-02-13", "inferred"),
        ("02 juin 2025 à 16:48", "2025-06-02", "stated"),
        ("Published 12 September 2024", "2024-09-12", "stated"),
        ("2025-02-12T18:42:00+01:00", "2025-02-12", "stated"),
        ("Mer. 12 février 2025", "2025-02-12", "stated"),
        ("Brenn, le 12 février 2025", "2025-02-12", "stated"),
        ("Édition du mercredi 12 février 2025, page 3", "2025-02-12", "stated"),
        ("Posté par Awa Ndiaye le 12 février 2025", "2025-02-12", "stated"),
        ("Numéro 812, février 2025", "2025-02", "stated"),
        ("Imprimé le 12 février 2025", None, "unknown"),
        ("Publié le", None, "unknown"),
        ("Publié le Mis à jour", None, "unknown"),
        ("Publié hier à 14h09", None, "unknown"),
        ("Le pont de Brenn, le 3 mars 2019. LÉA FOURNIER / AFP", None, "unknown"),
        ("© 2025 La Gazette de Brenn", None, "unknown"),
    ],
)
def test_a_date_is_taken_from_its_label_only(head: str, date: str | None, basis: str) -> None:
    published = infer_metadata(HEADLINE + head + "\n\n" + BODY).published
    assert (published.date, published.basis) == (date, basis)


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("Brenn, le 3 mars 2025 (AFP) – Le pont fermera lundi, a décidé le conseil municipal.", "2025-03-03"),
        ("1er janvier 2016, 14h30 . – Le pont fermera lundi, a décidé le conseil municipal.", "2016-01-01"),
        ("Le pont fermera dans six mois, a décidé le conseil municipal ce lundi 3 mars 2025.", "2025-03-03"),
        ("Le pont, ouvert le 3 mars 1987, fermera lundi, a décidé le conseil municipal.", None),
        ("Le pont fermera dans six mois, a décidé le conseil municipal ce 30 septembre.", None),
    ],
)
def test_a_date_in_the_text_counts_only_where_it_is_the_day_of_writing(opening: str, date: str | None) -> None:
    published = infer_metadata(HEADLINE + opening + "\n\n" + BODY).published
    assert published.date == date
    assert published.basis == ("inferred" if date else "unknown")


def test_the_headline_is_the_repeated_line_or_the_line_alone_above_the_text() -> None:
    title = HEADLINE.strip()
    assert infer_metadata("Menu\nSe connecter\n" + HEADLINE + BODY).title == title
    assert infer_metadata("Le pont de la discorde à Brenn\n" + HEADLINE + HEADLINE + BODY).title == title
    assert infer_metadata("# " + HEADLINE + BODY).title == title
    assert infer_metadata(BODY).title is None


def test_an_outlet_named_alone_at_the_head_is_inferred_and_two_name_none() -> None:
    alone = infer_metadata("Le Monde\n" + HEADLINE + BODY)
    assert (alone.publisher, alone.provenance["publisher"].basis) == ("Le Monde", "inferred")
    assert infer_metadata("RFI\nFrance 24\n" + HEADLINE + BODY).publisher is None


def test_the_outlet_after_a_headline_is_its_publisher_and_no_part_of_the_title() -> None:
    metadata = infer_metadata(HEADLINE.strip() + " | Le Figaro\n\n" + BODY)
    assert (metadata.title, metadata.publisher) == (HEADLINE.strip(), "Le Figaro")


def test_language_is_told_by_grammar_words() -> None:
    assert infer_metadata(BODY).language == "fr"
    english = (
        "The council has voted to close the bridge, and the mayor said that the works will be over in the summer.\n"
    )
    assert infer_metadata(english).language == "en"


def test_the_address_of_the_page_is_taken_and_its_host_may_name_the_outlet() -> None:
    metadata = infer_metadata(HEADLINE + "https://www.ouest-france.fr/bretagne/brenn/pont-ferme-6f1\n\n" + BODY)
    assert metadata.url == "https://www.ouest-france.fr/bretagne/brenn/pont-ferme-6f1"
    assert metadata.publisher == "Ouest-France"
    assert metadata.provenance["publisher"].basis == "inferred"


@pytest.mark.parametrize(
    ("page", "publisher", "authors", "date"),
    [
        ("quotidien_economie", "Les Échos", ("Bastien Leroux-Daniel",), "2026-01-14"),
        ("presse_regionale_masthead", "Le Progrès", (), "2025-07-17"),
        ("antenne_locale", "ici", ("Maëlle Guérin",), "2026-03-06"),
        ("journal_lie", "Le Monde", ("Solène Abgrall", "Yann Tessandier"), "2025-06-03"),
        ("hebdo_catholique", "La Croix", ("Hélène Besançon-Roy",), "2025-09-02"),
    ],
)
def test_a_whole_page_gives_its_headline_outlet_authors_and_date(
    page: str, publisher: str, authors: tuple[str, ...], date: str
) -> None:
    rows = (Path(__file__).with_name("pages") / f"{page}.txt").read_text(encoding="utf-8").split("\n")[1:]
    headline = next(row[2:].lstrip("# ") for row in rows if row.startswith("="))
    metadata = infer_metadata("\n".join(row[2:] for row in rows))
    found = (metadata.title, metadata.publisher, metadata.authors, metadata.published.date, metadata.url)
    assert found == (headline, publisher, authors, date, None)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Article rédigé par Awa Ndiaye - avec AFP", ("Awa Ndiaye",)),
        ("De Awa Ndiaye", ("Awa Ndiaye",)),
        ("Ouest-France Awa NDIAYE.", ("Awa NDIAYE",)),
        ("Awa Ndiaye - 12 février 2025", ("Awa Ndiaye",)),
        ("Par Awa Ndiaye, le 12 février 2025 à 10h12", ("Awa Ndiaye",)),
        ("Awa Ndiaye et Paul Brel", ("Awa Ndiaye", "Paul Brel")),
        ("Par [Awa Ndiaye](https://exemple.fr/auteurs/awa-ndiaye/) et Paul Brel", ("Awa Ndiaye", "Paul Brel")),
        ("Grand Brenn", ()),
        ("Faits Divers", ()),
    ],
)
def test_a_line_of_names_beside_the_date_is_a_signature(line: str, authors: tuple[str, ...]) -> None:
    assert infer_metadata(f"{HEADLINE}{line}\nPublié le 12/02/2025\n\n{BODY}").authors == authors


@pytest.mark.parametrize(
    "line",
    [
        "[Société](https://www.lemonde.fr/societe/)",
        "https://www.lemonde.fr/societe/",
        "https://www.facebook.com/sharer/sharer-123456-pont-ferme-brenn",
    ],
)
def test_a_link_to_elsewhere_is_no_address_of_the_page(line: str) -> None:
    assert infer_metadata(HEADLINE + line + "\n\n" + BODY).url is None


@pytest.mark.parametrize(
    ("head", "foot", "publisher"),
    [
        ("la Croix\n", "© 2025 - Bayard Presse", "La Croix"),
        ("ici\n", "Le pont © Radio France - Léa Fournier", "ici"),
        ("LIBERATION\n", "", "Libération"),
        ("", "© 2025 Bayard Presse", "Bayard Presse"),
    ],
)
def test_the_title_above_the_text_beats_the_house_that_owns_it(head: str, foot: str, publisher: str) -> None:
    assert infer_metadata(head + HEADLINE + BODY + "\n" + foot + "\n").publisher == publisher
