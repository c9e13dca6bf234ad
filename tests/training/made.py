"""A tiny stand-in for the public data sets, in their formats, written for these tests."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

SUBJECTS = ("le chat", "la mairie", "une équipe", "le train", "un avion", "la banque", "le maire", "une école")
ACTIONS = ("ouvre une salle", "perd un procès", "gagne la coupe", "arrive en retard", "change de nom", "vend un musée")
PARALLEL = (
    ("Le chat dort.", "The cat sleeps."),
    ("Le chat mange.", "The cat eats."),
    ("Le chien dort.", "The dog sleeps."),
    ("Le chien mange.", "The dog eats."),
    ("Un chien court.", "A dog runs."),
    ("Un chat court.", "A cat runs."),
    ("Le cheval court.", "The horse runs."),
    ("Le cheval dort.", "The horse sleeps."),
    ("Le cheval mange.", "The horse eats."),
    ("Un félin dort.", "A cat sleeps."),
    ("Un félin mange.", "A cat eats."),
    ("Un félin court.", "A cat runs."),
)


def write_data(folder: Path) -> Path:
    """Write every file the training reads, and return the folder."""
    news = [
        {
            "id": str(number),
            "title": f"{subject} {action}".capitalize(),
            "heading": f"Hier, {subject} a surpris : elle {action}.",
            "article": f"{subject.capitalize()} {action}.Les voisins de {subject} sont surpris. On {action} peu ici.",
            "split_title": "test" if number % 8 == 7 else "train",
            "split_heading": "valid" if number % 8 == 6 else None,
        }
        for number, (subject, action) in enumerate((s, a) for s in SUBJECTS for a in ACTIONS)
    ]
    wiki = [{"id": f"w{i}", "title": row["title"], "text": row["article"]} for i, row in enumerate(news[:5])]
    questions = [
        {"title": f"Sujet {i}", "question": f"Que fait {s} ?", "context": f"On sait que {s} arrive."}
        for i, s in enumerate(SUBJECTS)
    ]
    _gzip(folder / "news_orangesum.jsonl.gz", "".join(json.dumps(row) + "\n" for row in news))
    _gzip(folder / "news_wikinews.jsonl.gz", "".join(json.dumps(row) + "\n" for row in wiki))
    parallel = "".join(f"{french}\t{english}\tmade\n" for french, english in PARALLEL)
    _gzip(folder / "parallel_tatoeba_fr_en.tsv.gz", parallel)
    (folder / "parallel_ntrex_fr_en.tsv").write_text(parallel, encoding="utf-8")
    for name in ("piaf_v1.0", "crpa", "cnil", "covid_faq"):
        rows = "".join(json.dumps(row) + "\n" for row in questions)
        (folder / f"qa_{name}.jsonl").write_text(rows, encoding="utf-8")
    return folder


def _gzip(path: Path, text: str) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write(text)
