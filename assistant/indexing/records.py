"""Articles and passages as JSON lines: one form of writing, so that the same corpus gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assistant.types import Article, Passage, Provenance, Published


def articles_to_bytes(articles: Iterable[Article]) -> bytes:
    """Serialise articles with all their fields, one per line, in the order given."""
    return b"".join(_line(_article_to_json(article)) for article in articles)


def passages_to_bytes(passages: Iterable[Passage]) -> bytes:
    """Serialise passages as spans, one per line: their text stands in the articles, once."""
    return b"".join(_line([passage.article_id, passage.id, passage.start, passage.end]) for passage in passages)


def articles_from_bytes(data: bytes) -> dict[str, Article]:
    """Read what :func:`articles_to_bytes` wrote, by id.

    Raises:
        ValueError: if a line is malformed, or an id comes twice.
    """
    articles: dict[str, Article] = {}
    for line in data.splitlines():
        try:
            article = _article_from_json(json.loads(line))
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError(f"article {len(articles)} is malformed: {type(error).__name__} {error}") from error
        if article.id in articles:
            raise ValueError(f"article {article.id} comes twice")
        articles[article.id] = article
    return articles


def passages_from_bytes(data: bytes, *, articles: Mapping[str, Article]) -> tuple[Passage, ...]:
    """Read what :func:`passages_to_bytes` wrote.

    Raises:
        ValueError: if a line is malformed, or its span is not in its article.
    """
    try:  # all lines at once: one by one takes four times as long, and there are many
        rows = json.loads(b"[" + b",".join(data.splitlines()) + b"]")
    except RecursionError as error:
        raise ValueError(f"the passages are malformed: {error}") from error
    lengths = {name: len(article.text) for name, article in articles.items()}
    passages: list[Passage] = []
    for row in rows:
        try:
            article_id, name, start, end = row
            passage = Passage(id=name, article_id=article_id, start=start, end=end)
            inside = end <= lengths[article_id]
        except (KeyError, TypeError) as error:
            raise ValueError(f"passage {len(passages)} is malformed: {type(error).__name__} {error}") from error
        if not inside:
            raise ValueError(f"passage {name} ends at {end}, after the end of its article")
        passages.append(passage)
    return tuple(passages)


def _line(value: Mapping[str, Any] | Sequence[Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8")


def _article_to_json(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "authors": list(article.authors),
        "published": {
            "date": published.date,
            "precision": published.precision,
            "basis": published.basis,
            "evidence": published.evidence,
        },
        "url": article.url,
        "language": article.language,
        "text": article.text,
        "source": article.source,
        "sha256": article.sha256,
        "provenance": {
            name: {"basis": known.basis, "evidence": known.evidence} for name, known in article.provenance.items()
        },
    }


def _article_from_json(found: dict[str, Any]) -> Article:
    provenance = {name: Provenance(**known) for name, known in found.pop("provenance").items()}
    published, authors = Published(**found.pop("published")), tuple(found.pop("authors"))
    return Article(**found, authors=authors, published=published, provenance=provenance)
