"""The YAML header of an article file: split from the text, checked, and read field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, get_args

import yaml

from assistant.errors import ArticleError
from assistant.language.dates import find_dates, iso
from assistant.types import Basis, Precision, Provenance, Published

Field = Literal["title", "publisher", "agency", "authors", "published", "url", "language"]
FIELDS: tuple[Field, ...] = get_args(Field)

MAX_HEADER_CHARS = 64_000
PRECISIONS: Mapping[int, Precision] = {10: "day", 7: "month", 4: "year"}

_HEADER = "front matter"
_SYNONYMS: Mapping[str, Field] = {
    "titre": "title", "headline": "title",
    "source": "publisher", "editeur": "publisher", "éditeur": "publisher", "journal": "publisher",
    "site": "publisher", "sitename": "publisher", "media": "publisher", "média": "publisher",
    "agence": "agency",
    "author": "authors", "auteur": "authors", "auteurs": "authors", "byline": "authors",
    "date": "published", "published_at": "published", "publication_date": "published", "pubdate": "published",
    "publié": "published", "publie": "published",
    "link": "url", "lien": "url", "adresse": "url",
    "lang": "language", "langue": "language",
}  # fmt: skip
_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_URL = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text, from one source of knowledge.

    A field that this source does not give is absent from ``provenance`` and holds its empty value.
    """

    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: Published = field(default_factory=Published)
    url: str | None = None
    language: str | None = None
    provenance: Mapping[str, Provenance] = field(default_factory=dict)


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """Split a file's text into its metadata and its body.

    Args:
        text: the whole file. A header is there when its first line is ``---``.

    Returns:
        The metadata of the header (empty without one) and everything after it, to the letter.

    Raises:
        ArticleError: if the header is not closed, too long, not YAML, or a field has the wrong shape; the
            message does not name the file, the caller does.
    """
    opening = _OPEN.match(text)
    if opening is None:
        return Metadata(), text
    closing = _CLOSE.search(text, opening.end(), opening.end() + MAX_HEADER_CHARS)
    if closing is None:
        raise ArticleError(
            "broken front matter: it opens with --- on line 1 and no --- closes it"
            f" within {MAX_HEADER_CHARS:,} characters"
        )
    return parse_header(text[opening.end() : closing.start()]), text[closing.end() :]


def parse_header(header: str) -> Metadata:
    """Read the YAML between the ``---`` lines.

    Raises:
        ArticleError: see :func:`split_front_matter`.
    """
    try:
        loaded = yaml.safe_load(header)
    except yaml.MarkedYAMLError as error:
        line = f" at line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise ArticleError(f"broken front matter: {error.problem or 'not YAML'}{line}") from None
    except RecursionError:
        raise ArticleError("broken front matter: nested too deeply") from None
    except (yaml.YAMLError, ValueError) as error:
        raise ArticleError(f"broken front matter: {' '.join(str(error).split())[:120]}") from None
    if loaded is None:
        return Metadata()
    if not isinstance(loaded, dict):
        raise ArticleError("broken front matter: expected lines of the form 'title: ...'")
    return _metadata(loaded)


def parse_published(value: object) -> tuple[str, Precision] | None:
    """Read a date as a header or a page gives it.

    Args:
        value: a date, a datetime, a year as a number, or text: ISO 8601 or a French or English date.

    Returns:
        The date in ISO 8601 and its precision, None when no date with a year can be read.
    """
    if isinstance(value, datetime):
        written = value.date().isoformat()
    elif isinstance(value, date):
        written = value.isoformat()
    elif isinstance(value, int | str) and not isinstance(value, bool):
        written = _written_date(str(value).strip())
    else:
        return None
    return (written, PRECISIONS[len(written)]) if written else None


def _written_date(text: str) -> str:
    if _ISO_DATE.fullmatch(text):
        try:
            date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            return ""
        return text
    dates = (iso(mention) for mention in find_dates(text[:200]))
    return next((written for written in dates if written), "")


def valid_url(value: str) -> bool:
    """Tell whether a value is an http or https address; nothing else is ever made a link."""
    return bool(_URL.fullmatch(value))


def _metadata(loaded: Mapping[Any, Any]) -> Metadata:
    values: dict[str, Any] = {}
    for key, value in loaded.items():
        name = str(key).strip().casefold().replace("-", "_")
        known = name if name in FIELDS else _SYNONYMS.get(name)
        if known is not None and (known not in values or name == known):
            values[known] = value  # the proper name wins over its synonym
    notes = _notes(loaded.get("provenance"))
    provenance: dict[str, Provenance] = {name: _how(values[name], notes.get(name)) for name in FIELDS if name in values}
    published, provenance_published = _published(values.get("published"), provenance.get("published"))
    if provenance_published is not None:
        provenance["published"] = provenance_published
    url = _text(values.get("url"), "url")
    if url is not None and not valid_url(url):
        provenance["url"] = Provenance("unknown", f"adresse illisible dans l'en-tête : « {url[:80]} »")
        url = None
    return Metadata(
        title=_text(values.get("title"), "title"),
        publisher=_text(values.get("publisher"), "publisher"),
        agency=_text(values.get("agency"), "agency"),
        authors=_names(values.get("authors")),
        published=published,
        url=url,
        language=_language(_text(values.get("language"), "language")),
        provenance=provenance,
    )


def _how(value: object, note: Provenance | None) -> Provenance:
    """Return how a field is known: as its note says, unless the value itself says otherwise."""
    if value in (None, "", []):
        return Provenance("unknown", note.evidence if note else None)
    return note if note is not None and note.basis != "unknown" else Provenance("stated", _HEADER)


def _notes(value: object) -> dict[str, Provenance]:
    """Read the ``provenance`` map; what does not have its shape is as if absent."""
    if not isinstance(value, dict):
        return {}
    notes: dict[str, Provenance] = {}
    for name, note in value.items():
        if isinstance(note, dict):
            basis: Basis | None = next((known for known in get_args(Basis) if known == note.get("basis")), None)
            evidence = note.get("evidence")
            if basis is not None:
                notes[str(name)] = Provenance(basis, str(evidence) if evidence is not None else None)
    return notes


def _published(value: object, note: Provenance | None) -> tuple[Published, Provenance | None]:
    if value is None or value == "":
        return Published(evidence=note.evidence if note else None), note
    read = parse_published(value)
    if read is None:
        unreadable = Provenance("unknown", f"date illisible dans l'en-tête : « {str(value)[:80]} »")
        return Published(evidence=unreadable.evidence), unreadable
    kept = note if note is not None and note.basis != "unknown" else Provenance("stated", _HEADER)
    if kept.basis == "inferred" and not kept.evidence:
        kept = Provenance("inferred", _HEADER)
    return Published(read[0], read[1], kept.basis, kept.evidence), kept


def _text(value: object, name: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, dict | list):
        raise ArticleError(f"broken front matter: {name} must be one line of text, not a list or a map")
    return " ".join(str(value).split()) or None


def _names(value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list) else [value]
    texts = (_text(name, "each of authors") for name in names)
    return tuple(text for text in texts if text)


def _language(value: str | None) -> str | None:
    if value is None or not _LANGUAGE.fullmatch(value):
        return {"français": "fr", "french": "fr", "anglais": "en", "english": "en"}.get((value or "").casefold())
    return value[:2]
