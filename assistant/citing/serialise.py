"""A verdict as JSON, for `assistant verify --json` and other programs."""

from __future__ import annotations

from typing import Any

from assistant.answering.serialise import published_to_json
from assistant.citing.fragment import fragment_url
from assistant.citing.ledger import Verdict
from assistant.citing.places import Place
from assistant.citing.saved import Resolution
from assistant.citing.wording import resolution_in_words, verdict_in_words
from assistant.types import Language


def verdict_to_json(verdict: Verdict, *, language: Language) -> dict[str, Any]:
    """Return a verdict as plain JSON values; ``explanation`` is it in words."""
    return {
        "quote": verdict.quote,
        "outcome": verdict.outcome,
        "found": verdict.found,
        "text": verdict.text or None,
        "places": [_place(place) for place in verdict.places],
        "differences": [{"kind": one.kind, "written": one.written, "true": one.true} for one in verdict.differences],
        "dropped": [{"kind": one.kind, "words": one.words} for one in verdict.dropped],
        "clipped": [{"kind": one.kind, "words": one.words} for one in verdict.clipped],
        "inserted": list(verdict.inserted),
        "mismatches": [{"field": one.field, "claimed": one.claimed, "true": one.true} for one in verdict.mismatches],
        "speaker": verdict.speaker,
        "modality": verdict.modality,
        "explanation": verdict_in_words(verdict, language),
    }


def resolution_to_json(resolution: Resolution, *, language: Language) -> dict[str, Any]:
    """Return what became of a saved citation, with the verdict on it."""
    return {
        **verdict_to_json(resolution.verdict, language=language),
        "state": resolution.state,
        "article_id": resolution.article_id,
        "start": resolution.start,
        "end": resolution.end,
        "explanation": resolution_in_words(resolution, language),
    }


def _place(place: Place) -> dict[str, Any]:
    article = place.article
    return {
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": published_to_json(article.published),
        "fragment_url": fragment_url(article.url, article.text, place.start, place.end),
        "start": place.start,
        "end": place.end,
        "text": place.text,
    }
