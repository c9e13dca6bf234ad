"""Articles for these tests: two papers on one bridge, with figures, speakers, negations and a condition."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from assistant.types import Article, Published

COURIER = (
    "Le pont de Sandres ferme\n\n"
    "Le maire de Sandres n’a pas annoncé de date. Selon la préfecture, plus de 1 200 personnes seraient touchées, dont "
    "treize commerçants. La préfecture a indiqué que « les travaux » dureront six mois.\n\n"
    "Si le budget est voté, le pont rouvrira en mars 2021. Les riverains, qui attendent depuis longtemps, se "
    "réjouissent de la nouvelle. Ils réclament aussi des navettes."
)
ECHO = (
    "La mairie prévoit des déviations pendant toute la durée du chantier. Une pétition a recueilli 200 signatures en "
    "deux jours. Les riverains demandent une passerelle."
)


def made(
    id: str,
    text: str,
    *,
    publisher: str | None = None,
    published: Published | None = None,
    title: str | None = None,
    agency: str | None = None,
    authors: tuple[str, ...] = (),
    url: str | None = None,
) -> Article:
    """Return an article of which nothing else is known."""
    digest = sha256(text.encode()).hexdigest()
    return Article(
        id, title, publisher, agency, authors, published or Published(), url, "fr", text, f"{id}.txt", digest
    )


ARTICLES: Mapping[str, Article] = {
    "courrier": made(
        "courrier", COURIER, publisher="Le Courrier", published=Published("2020-11-03", "day", "stated"),
        title="Le pont de Sandres ferme", url="https://courrier.example/pont",
    ),
    "echo": made("echo", ECHO, publisher="L’Écho", published=Published("2020-12", "month", "inferred", "« décembre »")),
}  # fmt: skip
