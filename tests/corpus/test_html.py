"""Saved web pages: main text and stated metadata, declared character sets, nothing fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.corpus.reader import read_article

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="{charset}">
<title>Le pont de Brenn fermera | Le Littoral</title>
<meta property="og:title" content="Le pont de Brenn fermera"><meta property="og:site_name" content="Le Littoral">
<meta property="article:published_time" content="2025-03-03T18:42:00+01:00"><meta name="author" content="Awa Ndiaye">
<link rel="canonical" href="https://www.example.org/brenn/pont"></head>
<body><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav><article><h1>Le pont de Brenn fermera</h1>
<p>Le conseil municipal a voté mardi soir la fermeture du pont, après trois heures de débat dans une salle pleine.</p>
<p>Le maire a promis que les travaux seraient achevés avant l'été. Ils coûteront cher, a-t-il précisé.</p>
</article><footer>Mentions légales</footer></body></html>"""


def test_a_saved_page_gives_its_text_and_what_its_tags_state(tmp_path: Path) -> None:
    (tmp_path / "pont.html").write_text(PAGE.format(charset="utf-8"), encoding="utf-8")
    article = read_article(tmp_path / "pont.html", folder=tmp_path)
    assert (article.title, article.publisher) == ("Le pont de Brenn fermera", "Le Littoral")
    assert (article.published.date, article.published.basis) == ("2025-03-03", "stated")
    assert (article.authors, article.url) == (("Awa Ndiaye",), "https://www.example.org/brenn/pont")
    assert article.provenance["publisher"].evidence == "balise HTML og:site_name"
    assert article.text.startswith("Le conseil municipal")
    assert article.text.endswith("a-t-il précisé.")


def test_the_character_set_that_a_page_declares_is_used(tmp_path: Path) -> None:
    (tmp_path / "pont.htm").write_bytes(PAGE.format(charset="iso-8859-1").encode("latin-1"))
    assert "achevés avant l'été" in read_article(tmp_path / "pont.htm", folder=tmp_path).text


BARE = """<html lang="fr"><head><title>{title}</title>{tags}</head><body>{header}<article>
<h1>Le pont de Brenn fermera</h1>
<p>Le conseil municipal a voté mardi soir la fermeture du pont, après trois heures de débat dans une salle pleine.</p>
<p>Le maire a promis que les travaux seraient achevés avant l'été. Ils coûteront cher, a-t-il précisé.</p>
</article>{footer}</body></html>"""


@pytest.mark.parametrize(
    ("parts", "publisher"),
    [
        ({"title": "Le pont de Brenn fermera - Le Ressac"}, "Le Ressac"),
        ({"footer": "<footer><p>© 2025 Le Ressac – Tous droits réservés</p></footer>"}, "Le Ressac"),
        ({"header": '<header><a href="/"><img alt="Le Ressac" src="x.png"></a></header>'}, "Le Ressac"),
        ({"tags": '<meta property="og:site_name" content="Le Ressac — le journal de la côte">'}, "Le Ressac"),
        ({"tags": '<meta name="twitter:site" content="@lepontdebrenn">'}, None),
        ({"title": "Le pont de Brenn fermera | Politique"}, None),
    ],
)
def test_a_page_that_no_tag_names_is_named_by_its_header_footer_or_title(
    tmp_path: Path, parts: dict[str, str], publisher: str | None
) -> None:
    page = {"title": "Le pont de Brenn fermera", "tags": "", "header": "", "footer": "", **parts}
    (tmp_path / "pont.html").write_text(BARE.format(**page), encoding="utf-8")
    article = read_article(tmp_path / "pont.html", folder=tmp_path)
    assert (article.title, article.publisher) == ("Le pont de Brenn fermera", publisher)
    assert article.text.startswith("Le conseil municipal")


def test_an_address_that_says_the_month_dates_the_page_to_the_month(tmp_path: Path) -> None:
    tags = '<link rel="canonical" href="https://www.leressac.example/2025/02/pont-de-brenn-ferme.html">'
    page = BARE.format(title="Le pont de Brenn fermera", tags=tags, header="", footer="")
    (tmp_path / "pont.html").write_text(page, encoding="utf-8")
    article = read_article(tmp_path / "pont.html", folder=tmp_path)
    assert (article.published.date, article.published.precision, article.published.basis) == (
        "2025-02",
        "month",
        "inferred",
    )
    assert article.publisher == "leressac.example"
