"""A small index for these tests: five articles, four publishers, dates of every precision."""

from __future__ import annotations

from pathlib import Path

from assistant.indexing.index import Index
from tests.indexing.corpora import build, load

_ARTICLES = {
    "a-jour": (
        "La Gazette",
        "2021-03-15",
        "Le port de Lorval a fermé lundi. Les pêcheurs demandent une aide de l'État.",
    ),
    "b-mois": ("La Gazette", "2021-03", "Une tempête a frappé la côte. Douze maisons sont détruites à Lorval."),
    "c-annee": (
        "L'Éveil",
        "2021",
        "Le maire promet de reconstruire la digue. Les travaux coûteront 2 millions d'euros.",
    ),
    "d-sans-date": ("20 Minutes", None, "La digue de Lorval avait cédé. Le ministre a visité le port."),
    "e-anonyme": (None, "2022-07-01", "Le port a rouvert. Les pêcheurs saluent la fin des travaux."),
}


def made_index(folder: Path) -> Index:
    """Write the articles, build their index and load it."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, (publisher, published, text) in _ARTICLES.items():
        stated = [f"publisher: {publisher}"] * (publisher is not None) + [f"published: {published}"] * (
            published is not None
        )
        front = "\n".join(["---", f"title: {name}", *stated, "---"])
        (corpus / f"{name}.md").write_text(f"{front}\n{text}\n", encoding="utf-8")
    build(corpus, folder / "index", max_tokens=16)
    return load(folder / "index")
