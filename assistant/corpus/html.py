"""A saved web page to text and metadata, with trafilatura. Nothing is fetched: only the saved file is read."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from html import unescape

from assistant.corpus.front_matter import Metadata, parse_published, valid_url
from assistant.corpus.mastheads import name_with_motto
from assistant.corpus.metadata import infer_metadata
from assistant.corpus.outlets import HEADLINE_SUFFIX
from assistant.corpus.site_names import host_of
from assistant.errors import ArticleError
from assistant.language.dates import find_dates, iso
from assistant.language.folding import fold
from assistant.types import Provenance, Published

_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,500}\blang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)
_SITE_TAG = re.compile(
    r"property\s*=\s*[\"']?og:site_name|\"publisher\"\s*:\s*[\[{]|name\s*=\s*[\"']?(?:application-name|publisher|dc\.publisher)",
    re.IGNORECASE,
)
_SHELL = re.compile(
    r"<(?P<tag>header|footer|title)\b[^>]{0,500}>(?P<inside>.{0,20000}?)</(?P=tag)\s*>", re.IGNORECASE | re.DOTALL
)
_UNSEEN = re.compile(r"<(script|style|svg|form)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_ALT = re.compile(r"<img\b[^>]{0,500}?\balt\s*=\s*(?:\"([^\"]{2,60})\"|'([^']{2,60})')[^>]{0,500}>", re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:b|i|em|strong|span|small|abbr|sup|time|font|wbr)\b[^>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]{0,2000}>")
_MONTH_IN_PATH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")


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
    return _completed(_metadata(document.as_dict(), page), page, paragraphs), paragraphs


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
    published = _published(fields.get("date"), page, url)
    if published.date:
        provenance["published"] = Provenance(published.basis, published.evidence)
    language = _LANGUAGE.search(page[:4096])
    if language:
        provenance["language"] = Provenance("stated", "balise HTML html lang")
    return Metadata(
        title=value("title", "title", "title ou og:title"),
        publisher=value("sitename", "publisher", "og:site_name") if _SITE_TAG.search(page) else None,
        authors=tuple(name.strip() for name in (authors or "").split(";") if name.strip()),
        published=published,
        url=url,
        language=language.group(1).lower() if language else None,
        provenance=provenance,
    )


def _published(value: object, page: str, url: str | None) -> Published:
    """Return the date that the page writes; one that was only guessed from its address is known to the month."""
    read = parse_published(value)
    if read is None:
        return Published()
    if read[0] in page or read[0] in {iso(mention) for mention in find_dates(_visible(page))}:
        return Published(*read, "stated", "balise HTML de date")
    month = _MONTH_IN_PATH.search(url or "")
    if month is None:
        return Published()
    return Published(f"{month[1]}-{month[2]}", "month", "inferred", f"adresse de la page : {url}")


def _completed(stated: Metadata, page: str, paragraphs: str) -> Metadata:
    """Read the site's name, when no tag states it, in the page's title, header and footer; part it from the title."""
    publisher, how = stated.publisher, stated.provenance.get("publisher")
    if publisher is None:
        shell = {"header": "", "title": "", "footer": ""}
        for match in _SHELL.finditer(_UNSEEN.sub(" ", page)):
            shell[match["tag"].lower()] += _visible(match["inside"]) + "\n"
        text = "\n\n".join([shell["header"], shell["title"], stated.title or "", paragraphs, shell["footer"]])
        inferred = infer_metadata(text, url=stated.url)
        publisher, how = inferred.publisher, inferred.provenance.get("publisher")
    if publisher is None or how is None:
        return stated
    publisher = name_with_motto(publisher) or publisher
    suffix = HEADLINE_SUFFIX.fullmatch(stated.title or "")
    own = suffix and _letters(suffix["name"]) in (
        _letters(publisher),
        _letters(host_of(stated.url) or ""),
    )
    return replace(
        stated,
        title=suffix["title"] if suffix and own else stated.title,
        publisher=publisher,
        provenance={**stated.provenance, "publisher": how},
    )


def _letters(name: str) -> str:
    """Return the letters that a name and its address share: "Le Phare" and "lephare.ci" both give "lephare"."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"\.[a-z]{2,8}$", "", fold(name)))


def _visible(markup: str) -> str:
    """Return the words of a piece of page, one block a line, images by their description."""
    described = _ALT.sub(lambda match: f"\n{match[1] or match[2]}\n", _UNSEEN.sub(" ", markup))
    lines = unescape(_TAG.sub("\n", _INLINE_TAG.sub("", described))).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())
