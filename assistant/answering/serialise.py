"""An answer as JSON: the contract other programs rely on, documented in the README."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assistant.types import Answer, Citation, Hit, Passage, Published


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
        "answer": answer.text,
        "abstained": answer.abstained,
        "reason": answer.reason,
        "statements": [{"text": one.text, "citations": list(one.citations)} for one in answer.statements],
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "hits": [hit_to_json(hit, text_of=text_of) for hit in answer.hits],
        "timings_ms": {stage: round(value, 3) for stage, value in answer.timings_ms.items()},
    }


def citation_to_json(citation: Citation) -> dict[str, Any]:
    """Return a citation with its article's identity."""
    article = citation.article
    return {
        "number": citation.number,
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "agency": article.agency,
        "authors": list(article.authors),
        "published": published_to_json(article.published),
        "url": article.url,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "speaker": citation.speaker,
        "modality": citation.modality,
        "answer_span": list(citation.answer_span) if citation.answer_span else None,
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
