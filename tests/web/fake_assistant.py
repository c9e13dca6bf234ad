"""An assistant with invented articles, hostile ones among them, that builds real answers without an index."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from assistant.types import Answer, Article, Citation, Hit, Modality, Passage, Published, Statement, Turn

HOSTILE = (
    '<script>window.hurt=1</script><img src="http://evil.invalid/a.png" onerror="window.hurt=2">'
    "![x](http://evil.invalid/b.png) <form action=http://evil.invalid><input type=password></form>"
    "<iframe srcdoc='<script>parent.hurt=3</script>'></iframe> ${window.hurt=4} {{value}} <svg onload=hurt=5>"
    " 1. *a* _b_ ~~c~~ $x^2$ &amp; &lt;b&gt;  deux  espaces \u202eà l'envers\u202c \u200bfin."
)


def article(
    id: str,
    text: str,
    *,
    title: str | None = "Un titre",
    publisher: str | None = "Le Journal",
    agency: str | None = None,
    authors: tuple[str, ...] = (),
    published: Published | None = None,
    url: str | None = None,
) -> Article:
    """Return an article with what the test says and the rest plausible."""
    return Article(
        id=id,
        title=title,
        publisher=publisher,
        agency=agency,
        authors=authors,
        published=published or Published(),
        url=url,
        language="fr",
        text=text,
        source=f"{id}.md",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


HARBOUR = article(
    "port",
    "Le port rouvre lundi.\n\nLa mairie annonce la réouverture du port. Les pêcheurs attendaient depuis mars.\n\n"
    "Le coût est de 3 millions d'euros.",
    title="Le port rouvre",
    publisher="Le Journal",
    agency="AFP",
    authors=("Ana Roux", "Luc Petit"),
    published=Published("2021-03-01", "day", "inferred", "« lundi » : le 1er mars 2021"),
    url="https://journal.example/port?a=1&b=2",
)
UNKNOWN = article("sans", "Une dépêche sans titre ni éditeur. Elle parle de la grève.", title=None, publisher=None)
WICKED = article("mal", f"Avant. {HOSTILE} Après.", title=HOSTILE, publisher=HOSTILE, authors=(HOSTILE,),
                 url="javascript:alert(1)", agency="<b>AFP</b>",
                 published=Published("2020-09", "month", "inferred", HOSTILE))  # fmt: skip
ARTICLES: Mapping[str, Article] = {one.id: one for one in (HARBOUR, UNKNOWN, WICKED)}


def citation(
    number: int, source: Article, quote: str, *, speaker: str | None = None, modality: Modality | None = None
) -> Citation:
    """Return a citation of the first place where the article has the quote."""
    start = source.text.index(quote)
    return Citation(number, source, quote, start, start + len(quote), speaker, modality)


def answering(question: str, *citations: Citation) -> Answer:
    """Return an answer with one statement for each citation: the quote alone."""
    return Answer(
        question=question,
        understood=question,
        language="fr",
        text=" ".join(f"« {one.quote} » [{one.number}]" for one in citations),
        statements=tuple(Statement(one.quote, (one.number,)) for one in citations),
        citations=citations,
        reason=None,
        confidence=0.9,
        hits=(),
    )


def refusing(question: str) -> Answer:
    """Return a refusal with two near passages."""
    hits = (
        Hit(Passage("port#0", "port", 23, 65), 1, 0.2, 0.1, 0.0),
        Hit(Passage("sans#0", "sans", 0, 34), 2, 0.1, 0.1, 0.0),
    )
    return Answer(question, question, "fr", "Le corpus ne répond pas.", (), (), "off_topic", 0.1, hits)


def ask(question: str, *, history: Sequence[Turn] = ()) -> Answer:
    """Answer by a word of the question: "port", "grève", "mal"; refuse any other."""
    if "port" in question:
        return answering(
            question, citation(1, HARBOUR, "La mairie annonce la réouverture du port.", speaker="la mairie",
                               modality="reported"),
        )  # fmt: skip
    if "grève" in question:
        return answering(
            question, citation(1, UNKNOWN, "Elle parle de la grève."), citation(2, HARBOUR, "Le port rouvre lundi.")
        )
    if "mal" in question:
        return answering(question, citation(1, WICKED, HOSTILE, speaker=HOSTILE, modality="conditional"))
    return refusing(question)
