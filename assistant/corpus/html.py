"""A saved web page to text and metadata, with trafilatura. Nothing is fetched: only the saved file is read."""

from __future__ import annotations

import logging
import re

from assistant.corpus.front_matter import Metadata, parse_published, valid_url
from assistant.errors import ArticleError
from assistant.types import Provenance, Published

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,500}\blang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)


def declared_encoding(data: bytes) -> str | None:
    """Return the character set that a page declares near its top, None when it declares none."""
    match = _DECLARED.search(data[:4096])
    return match.group(1).decode("ascii") if match else None


def read_html(page: str) -> tuple[Metadata, str]:
    """Take the article out of a saved page.

    Args:
        page: the HTML.

    Returns:
        The metadata its tags state, and the main text, one paragraph a line.

    Raises:
        ArticleError: if no article text is found in the page.
    """
    import trafilatura  # imported here: it costs 0.3 s, and most corpora hold no HTML

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True, url=None
    )
    if document is None or not (document.text or "").strip():
        raise ArticleError("no article text was found in this HTML page")
    paragraphs = "\n\n".join(line for line in document.text.splitlines() if line.strip())
    return _metadata(document.as_dict(), page), paragraphs


def _metadata(fields: dict[str, object], page: str) -> Metadata:
    provenance: dict[str, Provenance] = {}

    def value(name: str, field: str, tag: str) -> str | None:
        raw = fields.get(name)
        text = " ".join(str(raw).split()) if raw else ""
        if text:
            provenance[field] = Provenance("stated", f"balise HTML {tag}")
        return text or None

    url = value("url", "url", "canonical ou og:url")
    if url is not None and not valid_url(url):
        url = None
        del provenance["url"]
    authors = value("author", "authors", "author")
    read = parse_published(fields.get("date"))
    published = Published(*read, "stated", "balise HTML de date") if read else Published()
    if read:
        provenance["published"] = Provenance("stated", "balise HTML de date")
    language = _LANGUAGE.search(page[:4096])
    if language:
        provenance["language"] = Provenance("stated", "balise HTML html lang")
    return Metadata(
        title=value("title", "title", "title ou og:title"),
        publisher=value("sitename", "publisher", "og:site_name"),
        authors=tuple(name.strip() for name in (authors or "").split(";") if name.strip()),
        published=published,
        url=url,
        language=language.group(1).lower() if language else None,
        provenance=provenance,
    )
