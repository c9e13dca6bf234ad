"""What the saved text of an article states about it: title, publisher, agency, authors, date, address, language.

Only what is written is taken, with the words it was taken from as evidence. Nothing here knows any
article; what is not stated stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.corpus.agencies import find_agency
from assistant.corpus.article_language import detect_language
from assistant.corpus.authors import find_authors
from assistant.corpus.cleaner import classify_lines
from assistant.corpus.front_matter import Metadata, valid_url
from assistant.corpus.outlets import HEADLINE_SUFFIX
from assistant.corpus.publication import publication_date, quoted
from assistant.corpus.publisher import find_publisher
from assistant.corpus.title import find_title
from assistant.corpus.verdicts import LineVerdict
from assistant.language.folding import fold
from assistant.types import Provenance

_OWN_ADDRESS = re.compile(
    r"\W*(?:(?:sources?|url|lien|adresse|permalien|article(?: original)?|lu sur|canonical|page)(?: de l['’]article"
    r"| d['’]origine| permanent)?\s*:\s*)?<?(?P<url>https?://[^\s<>\"')\]]+)>?\W*", re.IGNORECASE,
)  # fmt: skip
# The path of an article, not of a section: several words, a number or a date, a file.
_ARTICLE_PATH = re.compile(
    r"//(?!(?:www\.|m\.)?(?:facebook|twitter|x|linkedin|youtube|instagram|whatsapp|t|bsky)\.)[^/]+/.*"
    r"(?:[^/?#]+-[^/?#]+-[^/?#]+|\d{4,}|\.(?:html?|php|aspx))"
)


def infer_metadata(text: str, *, title: str | None = None, url: str | None = None) -> Metadata:
    """Read the metadata that a saved text states.

    Args:
        text: the text as saved, menus included.
        title: the title when it is already known.
        url: the page's own address when it is already known; its host may name the publisher.

    Returns:
        The fields found, each with its basis and the words it rests on; a field that was not found is
        ``unknown`` in ``provenance``, with what was looked for.
    """
    verdicts = [
        replace(verdict, text=" ".join(verdict.text.split()))  # one kind of space for the patterns below
        for verdict in classify_lines(text, title=title)
        if verdict.reason != "blank"
    ]
    found: dict[str, tuple[str, Provenance]] = {}
    if title is None:
        _keep(found, "title", find_title(text, {verdict.number: verdict for verdict in verdicts}))
    _keep(found, "agency", find_agency(verdicts))
    _keep(found, "url", _own_address(verdicts))
    _keep(found, "publisher", find_publisher(verdicts, url=found["url"][0] if "url" in found else url))
    authors, signed = find_authors(verdicts)
    if "publisher" in found:  # "Par Horizon Monde avec AFP" is signed by the paper, not by Mr Monde
        authors = tuple(name for name in authors if fold(name) != fold(found["publisher"][0]))
        signed = signed if authors else Provenance("unknown", "aucune signature")
    published = publication_date(verdicts)
    language, spoken = detect_language(" ".join(verdict.text for verdict in verdicts if verdict.keep))
    provenance = {
        "title": Provenance("unknown", "aucune ligne de titre dans le texte enregistré"),
        "publisher": Provenance("unknown", "aucun éditeur nommé dans le texte enregistré"),
        "agency": Provenance("unknown", "aucune agence nommée comme source"),
        "authors": signed,
        "published": Provenance(published.basis, published.evidence),
        "url": Provenance("unknown", "aucune adresse dans le texte enregistré"),
        "language": spoken,
        **{name: how for name, (_, how) in found.items()},
    }
    values = {name: value for name, (value, _) in found.items()}
    suffix = HEADLINE_SUFFIX.fullmatch(values.get("title", ""))
    if suffix and fold(suffix["name"]) == fold(values.get("publisher", "")):
        values["title"] = suffix["title"]
    return Metadata(
        title=values.get("title"),
        publisher=values.get("publisher"),
        agency=values.get("agency"),
        authors=authors,
        published=published,
        url=values.get("url"),
        language=language,
        provenance=provenance,
    )


def _keep(found: dict[str, tuple[str, Provenance]], name: str, value: tuple[str, Provenance] | None) -> None:
    if value is not None:
        found[name] = value


def _own_address(verdicts: Sequence[LineVerdict]) -> tuple[str, Provenance] | None:
    """Read the page's own address: a line that is one address, or says that it is; a link to elsewhere is none."""
    for verdict in verdicts:
        match = _OWN_ADDRESS.fullmatch(verdict.text.strip())
        if match and not verdict.keep and valid_url(match["url"]) and _ARTICLE_PATH.search(match["url"]):
            return match["url"], Provenance("stated", quoted(verdict.text))
    return None
