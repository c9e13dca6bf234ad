"""An answer as JSON: the contract other programs rely on, documented in the README."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from assistant.citing.fragment import fragment_url
from assistant.types import Answer, Citation, FigurePoint, Hit, Passage, Published

CITATION_VERSION = 1
"""Of the JSON of a citation, which is kept and resolved later; raised when a field changes its meaning."""


def answer_to_json(answer: Answer, *, text_of: Callable[[Passage], str], id: str | int | None = None) -> dict[str, Any]:
    """Return an answer as plain JSON values; what is unknown is None.

    Args:
        answer: the answer.
        text_of: gives a passage's text, as :meth:`assistant.indexing.index.Index.text`.
        id: of the question, as given by the caller.
    """
    return {
        "id": id,
        "question": answer.question,
        "understood": answer.understood,
        "answer": answer.text,
        "abstained": answer.abstained,
        "reason": answer.reason,
        "statements": [
            {"text": one.text, "citations": list(one.citations), "wording": one.wording} for one in answer.statements
        ],
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "hits": [hit_to_json(hit, text_of=text_of) for hit in answer.hits],
        "timings_ms": {stage: round(value, 3) for stage, value in answer.timings_ms.items()},
        "note": answer.note or None,
        **({"figures": [figure_to_json(point) for point in answer.figures]} if answer.figures else {}),
        **({"remarks": [dataclasses.asdict(remark) for remark in answer.remarks]} if answer.remarks else {}),
    }


def figure_to_json(point: FigurePoint) -> dict[str, Any]:
    """Return one figure of a dated series; its value is None where the party gives none."""
    return dataclasses.asdict(point)


def citation_to_json(citation: Citation) -> dict[str, Any]:
    """Return a citation that stands alone: with its article's identity, and the hash of the text it is a slice of."""
    article = citation.article
    return {
        "version": CITATION_VERSION,
        "number": citation.number,
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "authors": list(article.authors),
        "published": published_to_json(article.published),
        "url": article.url,
        "fragment_url": fragment_url(article.url, article.text, citation.start, citation.end),
        "sha256": article.sha256,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "speaker": citation.speaker,
        "modality": citation.modality,
        "answer_span": list(citation.answer_span) if citation.answer_span else None,
        **({"also_in": list(citation.also_in)} if citation.also_in else {}),
    }


def published_to_json(published: Published) -> dict[str, str | None]:
    """Return a publication date with how it is known."""
    return {
        "date": published.date,
        "precision": published.precision,
        "basis": published.basis,
        "evidence": published.evidence,
    }


def hit_to_json(hit: Hit, *, text_of: Callable[[Passage], str]) -> dict[str, Any]:
    """Return a hit with its passage's text."""
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "article_id": hit.passage.article_id,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "text": text_of(hit.passage),
    }
