"""The five articles that ship: saved text untouched, provenance complete, labelled lines."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from assistant.corpus.cleaner import classify_lines
from assistant.corpus.front_matter import FIELDS, split_front_matter
from assistant.corpus.reader import read_corpus
from assistant.corpus.verdicts import LineVerdict
from assistant.types import Article

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
LABELS = Path(__file__).with_name("labels")

# SHA-256 of each text as the reader saved it, without the front matter.
SAVED = {
    "2020-10-05-euronews-otan-turquie": "c3580ced680e4a3bb3897c3da56c96a67548e0b006b4f3d2e82c47ad499bd078",
    "2020-10-02-euronews-pas-de-repit": "add71ea072f5af6ea3c7dbe60f9743bd9e4a0c29875245fd042d817149a729fa",
    "2020-09-30-sputnik-cessez-le-feu": "e75e1b1c4243ac38cf74163c20f0cb217c8550ebaa0d77c98a91a0d94e9c4adf",
    "2023-09-sans-editeur-operation-militaire": "7097670c6cbab82173c95f69a4b23ff9e7319220d06543f165dc18ce21a59fd4",
    "2020-11-01-nouvelles-d-armenie-aliev-avertissements": (
        "63d3facc2e1b9a63c184ab5ad3b67270704439b21bb1b8d44e9f8da3f48a88a7"
    ),
}
EXPECTED = {
    "2020-10-05-euronews-otan-turquie": ("Euronews", "AFP", (), "2020-10-05"),
    "2020-10-02-euronews-pas-de-repit": ("Euronews", "AFP", (), "2020-10-02"),
    "2020-09-30-sputnik-cessez-le-feu": ("Sputnik Afrique", None, (), "2020-09-30"),
    "2023-09-sans-editeur-operation-militaire": (None, None, (), "2023-09"),
    "2020-11-01-nouvelles-d-armenie-aliev-avertissements": ("Nouvelles d'Arménie", None, ("Claire",), "2020-11-01"),
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    reading = read_corpus(CORPUS)
    assert reading.problems == ()
    return {article.id: article for article in reading.articles}


def _saved(name: str) -> str:
    return (CORPUS / f"{name}.md").read_bytes().decode("utf-8").split("\n---\n", 1)[1]


def _verdicts(name: str) -> list[LineVerdict]:
    metadata, body = split_front_matter((CORPUS / f"{name}.md").read_text(encoding="utf-8"))
    return [verdict for verdict in classify_lines(body, title=metadata.title) if verdict.reason != "blank"]


def _labels(name: str) -> dict[int, bool]:
    rows = (LABELS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return {int(number): label == "keep" for number, label in (row.split("\t") for row in rows)}


@pytest.mark.parametrize("name", SAVED)
def test_the_saved_text_is_untouched(name: str) -> None:
    assert hashlib.sha256(_saved(name).encode("utf-8")).hexdigest() == SAVED[name]


def test_each_article_has_its_identity_and_says_how_each_field_is_known(articles: dict[str, Article]) -> None:
    found = {
        name: (article.publisher, article.agency, article.authors, article.published.date)
        for name, article in articles.items()
    }
    assert found == EXPECTED
    for article in articles.values():
        assert set(article.provenance) == set(FIELDS)
        assert all(how.evidence for how in article.provenance.values())
        assert article.published.basis == "inferred"
        assert article.url is None
        assert article.sha256 == hashlib.sha256(article.text.encode("utf-8")).hexdigest()


def test_the_article_without_headline_has_no_title(articles: dict[str, Article]) -> None:
    article = articles["2023-09-sans-editeur-operation-militaire"]
    assert article.title is None
    assert article.provenance["publisher"].basis == "unknown"


@pytest.mark.parametrize("name", SAVED)
def test_every_labelled_line_is_judged_as_labelled(name: str) -> None:
    assert {verdict.number: verdict.keep for verdict in _verdicts(name)} == _labels(name)


def test_cleaned_text_is_the_kept_lines_to_the_letter(articles: dict[str, Article]) -> None:
    for name, article in articles.items():
        kept = [verdict.text.rstrip() for verdict in _verdicts(name) if verdict.keep]
        assert [line for line in article.text.split("\n") if line] == kept
        assert "\n\n\n" not in article.text


def test_no_line_of_the_articles_is_written_in_the_code() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "assistant" / "corpus").glob("*.py")))
    for name in SAVED:
        for line in _saved(name).splitlines():
            assert len(line.strip()) <= 25 or line.strip() not in code, line
