"""Citations in Markdown, BibTeX and CSL-JSON: what is known, escaped; what is unknown, nowhere."""

from __future__ import annotations

import json
import re

from assistant.citing.export import citations_to_bibtex, citations_to_csl, citations_to_markdown
from assistant.types import Citation, Published
from tests.citing.made import ARTICLES, COURIER, ECHO, made

NASTY = r"50 % de {rien} & 3_000 $ #1 ~ \ ^ «\u00a0» *gras* [lien](x) <b>"
KNOWN = Citation(1, ARTICLES["courrier"], COURIER[27:71], 27, 71, "le maire", "denied")
UNKNOWN = Citation(1, made("sans", ECHO), ECHO[:20], 0, 20)


def _balanced(entry: str) -> bool:
    """Tell whether BibTeX can read an entry: it counts every brace, escaped or not."""
    depth = 0
    for char in entry:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


def test_bibtex_has_what_is_known() -> None:
    entry = citations_to_bibtex([KNOWN], language="fr")
    assert entry.startswith("@article{le-courrier-2020-11-03,\n  title = {{Le pont de Sandres ferme}},\n")
    for line in (
        "journal = {Le Courrier}",
        "year = {2020}",
        "month = nov",
        "date = {2020-11-03}",
        KNOWN.article.sha256,
    ):
        assert line in entry
    assert "author" not in entry and "note = {avec" not in entry
    assert KNOWN.quote in entry


def test_bibtex_makes_nothing_up() -> None:
    entry = citations_to_bibtex([UNKNOWN], language="fr")
    assert entry.startswith("@misc{sans,")
    assert set(re.findall(r"^  (\w+) =", entry, re.MULTILINE)) == {"langid", "annote"}
    month = citations_to_bibtex([Citation(1, ARTICLES["echo"], ECHO[:9], 0, 9)], language="en")
    assert "date = {2020-12}" in month and "month = dec" in month
    assert "note = {inferred date : « décembre »}" in month


def test_bibtex_survives_any_text() -> None:
    article = made(NASTY, NASTY, title=NASTY, publisher=NASTY, authors=(NASTY, "Simon and Schuster", "Roux, Ana"),
                   url="https://x.example/{a}")  # fmt: skip
    entry = citations_to_bibtex([Citation(1, article, NASTY, 0, len(NASTY))], language="fr")
    assert _balanced(entry)
    assert r"50 \% de \textbraceleft{}rien\textbraceright{} \& 3\_000 \$ \#1 \textasciitilde{}" in entry
    assert "{Simon and Schuster} and {Roux, Ana}" in entry
    assert "url = {https://x.example/%7Ba%7D}" in entry
    assert re.fullmatch(r"@article\{[a-z0-9-]+,", entry.split("\n")[0])


def test_bibtex_has_one_entry_for_an_article_and_one_key_for_each() -> None:
    second = Citation(2, KNOWN.article, COURIER[:24], 0, 24)
    twin = Citation(3, made("autre", ECHO, publisher="Le Courrier", published=KNOWN.article.published), ECHO[:9], 0, 9)
    entries = citations_to_bibtex([KNOWN, second, twin], language="fr").split("\n\n")
    assert [entry.split("\n")[0] for entry in entries] == [
        "@article{le-courrier-2020-11-03,",
        "@article{le-courrier-2020-11-03-2,",
    ]
    assert KNOWN.quote in entries[0] and second.quote in entries[0]


def test_csl_has_what_is_known_to_the_precision_it_is_known() -> None:
    [known] = citations_to_csl([KNOWN])
    assert known["type"] == "article-newspaper"
    assert known["issued"] == {"date-parts": [[2020, 11, 3]]}
    assert known["container-title"] == "Le Courrier"
    assert known["URL"].startswith("https://courrier.example/pont#:~:text=")
    assert known["custom"]["sha256"] == KNOWN.article.sha256
    [month] = citations_to_csl([Citation(1, ARTICLES["echo"], ECHO[:9], 0, 9)])
    assert month["issued"] == {"date-parts": [[2020, 12]], "circa": True}
    [unknown] = citations_to_csl([UNKNOWN])
    assert not {"title", "container-title", "author", "issued", "URL", "source"} & set(unknown)
    assert json.loads(json.dumps([known, month, unknown])) == [known, month, unknown]


def test_markdown_quotes_to_the_letter_and_names_its_source() -> None:
    written = citations_to_markdown([KNOWN, UNKNOWN], language="fr")
    first, second = written.split("\n\n")
    assert first.startswith(
        f"> {KNOWN.quote}\n>\n> — le maire, [*Le pont de Sandres ferme*](<https://courrier.example/"
    )
    assert "Le Courrier, 3 novembre 2020" in first
    assert "Éditeur inconnu, date inconnue" in second
    assert citations_to_markdown([UNKNOWN], language="en").count("Unknown publisher, date unknown") == 1


def test_markdown_survives_any_text() -> None:
    text = "# Titre\n- point\n1. un\n\n" + NASTY
    article = made("mal", text, title=NASTY, publisher=NASTY, authors=(NASTY,), published=Published())
    written = citations_to_markdown([Citation(1, article, text, 0, len(text))], language="fr")
    assert all(line.startswith(">") for line in written.split("\n"))
    assert not re.search(r"(?<!\\)[*_\[]gras|(?<!\\)<b>|(?<!\\)\[lien", written)
    assert "> \\# Titre\n> \\- point\n> 1\\. un\n>\n" in written
