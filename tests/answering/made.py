"""A folder of made articles: two disasters, a war, seven publishers, tolls that grow, dates of every precision."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from assistant.assistant import Assistant
from assistant.indexing.build import build_index
from assistant.indexing.encoder import load_encoder
from assistant.indexing.index import load_index
from assistant.settings import DEFAULTS

_SHIPPED = Path(__file__).parents[2] / "corpus"

# Article id to publisher, date of publication and text. The places are invented.
ARTICLES: dict[str, tuple[str | None, str | None, str]] = {
    "seisme-1": (
        "La Gazette", "2021-03-02",
        "Un séisme a frappé mardi la ville de Lorval. Au moins 68 personnes sont mortes, selon la protection civile."
        " Les secours cherchent des survivants sous les décombres.",
    ),
    "seisme-2": (
        "L'Éveil", "2021-03-04",
        "Le bilan du séisme de Lorval est passé de 68 à 112 morts, a annoncé le gouverneur jeudi."
        " Une trentaine de personnes sont portées disparues. L'aide tarde à venir.",
    ),
    "seisme-3": (
        "Info Sud", "2021-03-10",
        "Huit jours après le séisme de Lorval, les recherches ont pris fin. La catastrophe a fait 170 morts et"
        " 1\u202f200 blessés, d'après un dernier bilan du ministère de l'Intérieur. Le gouvernement débloque"
        " 1,5 million d'euros.",
    ),
    "seisme-nouveau": (
        "La Gazette", "2023-08-20",
        "Un nouveau séisme a secoué Lorval dans la nuit de samedi à dimanche. Vingt personnes ont été tuées,"
        " selon la mairie.",
    ),
    "crue": (
        "Le Littoral", "2021-03-05",
        "La crue de la Sarvane a emporté deux ponts. Neuf habitants sont morts noyés, ont indiqué les pompiers.",
    ),
    "guerre-1": (
        "La Gazette", "2022-05-06",
        "Les combats se poursuivent entre la Géorgie et la Moldavie. La Géorgie annonce la mort de quarante de ses"
        " soldats."
        " La Moldavie refuse de communiquer ses pertes militaires, mais déplore six civils tués.",
    ),
    "guerre-2": (
        "Radio Centre", "2022-05-20",
        "La Géorgie a fait état de plus de 300 soldats tués depuis le 1er mai. L'armée géorgienne affirme avoir tué"
        " 500 soldats moldaves. Le gouvernement moldave n'a toujours pas publié de bilan de ses pertes militaires.",
    ),
    "guerre-3": (
        None, "2022-05",
        "La guerre entre la Géorgie et la Moldavie continue. Quinze civils ont péri côté moldave, selon la"
        " Croix-Rouge.",
    ),
    "sans-date": (
        "20 Minutes", None,
        "La Géorgie et la Moldavie ont signé un accord. Le conflit a fait 900 morts côté géorgien.",
    ),
}  # fmt: skip


def made_assistant(
    folder: Path, *, with_shipped: bool = False, articles: Mapping[str, tuple[str | None, str | None, str]] = ARTICLES
) -> Assistant:
    """Write the articles, build their index with the shipped encoder and return an assistant over it.

    Args:
        folder: where to; made if it is not there.
        with_shipped: whether the shipped articles are among them.
        articles: as :data:`ARTICLES` is.
    """
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    for name, (publisher, published, text) in articles.items():
        stated = [f'publisher: "{publisher}"'] if publisher else []
        stated += [f"published: {published}"] if published else []
        front = "\n".join(["---", "title: null", *stated, "language: fr", "---"])
        (corpus / f"{name}.md").write_text(f"{front}\n\n{text}\n", encoding="utf-8")
    if with_shipped:
        for file in _SHIPPED.glob("20*.md"):
            shutil.copy(file, corpus)
    encoder = load_encoder(None)
    build_index(corpus, folder / "index", encoder=encoder, max_tokens=DEFAULTS.max_tokens, overlap_sentences=1)
    return Assistant(load_index(folder / "index", encoder=encoder), encoder)
