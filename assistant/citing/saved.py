"""Citations kept in a file, found again later: at the same place, moved, in a text that changed, or gone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from assistant.answering.serialise import CITATION_VERSION
from assistant.citing.fold import fold
from assistant.citing.ledger import Claim, Verdict, verify
from assistant.citing.places import places_of
from assistant.errors import RequestError
from assistant.types import Article

State = Literal["same_place", "moved", "text_changed", "not_there", "gone"]


@dataclass(frozen=True, slots=True)
class SavedCitation:
    """What a citation keeps so as to be found again, read from its JSON."""

    article_id: str
    quote: str
    start: int
    end: int
    sha256: str
    publisher: str | None = None
    date: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a saved citation is now.

    Attributes:
        saved: the citation.
        state: ``same_place``: the article has not changed and says it there; ``moved``: it says it at another place,
            or its file has another name; ``text_changed``: the article is no longer the text that was cited;
            ``not_there``: it is, and never said this; ``gone``: there is no such article.
        article_id: the article it is in now; None when there is none.
        start: where the quote starts now; None when the article does not say it.
        end: where it ends now.
        verdict: the ledger's, on the quote and all that the citation says of it.
    """

    saved: SavedCitation
    state: State
    article_id: str | None
    start: int | None
    end: int | None
    verdict: Verdict


def resolve(saved: SavedCitation, articles: Mapping[str, Article]) -> Resolution:
    """Find a saved citation again, whatever passages the articles are cut into now.

    Args:
        saved: the citation.
        articles: by id, as they are now.
    """
    article = articles.get(saved.article_id) or _renamed(saved, articles)
    if article is None:
        return Resolution(saved, "gone", None, None, None, _verdict(saved, articles, article_id=saved.article_id))
    verdict = _verdict(saved, articles, article_id=article.id)
    if article.sha256 != saved.sha256:
        start, end = _place(saved, article)
        return Resolution(saved, "text_changed", article.id, start, end, verdict)
    if article.text[saved.start : saved.end] == saved.quote:
        state: State = "same_place" if article.id == saved.article_id else "moved"
        return Resolution(saved, state, article.id, saved.start, saved.end, verdict)
    start, end = _place(saved, article)
    return Resolution(saved, "not_there" if start is None else "moved", article.id, start, end, verdict)


def read_saved(text: str) -> list[SavedCitation]:
    """Read saved citations: one as JSON, a list of them, or an answer as JSON, which has a list.

    Raises:
        RequestError: if the text is not that, or is of a later version.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"not JSON: {error}; expected a citation as `assistant ask --json` prints it") from error
    if isinstance(data, dict) and isinstance(data.get("citations"), list):
        data = data["citations"]
    items = data if isinstance(data, list) else [data]
    return [_saved(item, number) for number, item in enumerate(items, 1)]


def _saved(item: Any, number: int) -> SavedCitation:  # noqa: ANN401 - JSON from outside, checked here
    if not isinstance(item, dict):
        raise RequestError(f"citation {number} is {type(item).__name__}; expected an object with a quote")
    version = item.get("version", CITATION_VERSION)
    if version != CITATION_VERSION:
        raise RequestError(f"citation {number} is of version {version!r}; this program reads {CITATION_VERSION}")
    published = item.get("published")
    date = published.get("date") if isinstance(published, dict) else None
    publisher, speaker = item.get("publisher"), item.get("speaker")
    return SavedCitation(
        article_id=_of(item, "article_id", str, number),
        quote=_of(item, "quote", str, number),
        start=_of(item, "start", int, number),
        end=_of(item, "end", int, number),
        sha256=_of(item, "sha256", str, number),
        publisher=publisher if isinstance(publisher, str) else None,
        date=date if isinstance(date, str) else None,
        speaker=speaker if isinstance(speaker, str) else None,
    )


def _of(item: Mapping[str, Any], name: str, kind: type, number: int) -> Any:  # noqa: ANN401 - its type is checked
    value = item.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        expected = "a string" if kind is str else "a whole number"
        raise RequestError(f'citation {number}: "{name}" is {value!r}; expected {expected}')
    return value


def _renamed(saved: SavedCitation, articles: Mapping[str, Article]) -> Article | None:
    return next((one for one in articles.values() if one.sha256 == saved.sha256), None)


def _verdict(saved: SavedCitation, articles: Mapping[str, Article], *, article_id: str) -> Verdict:
    claim = Claim(article=article_id, publisher=saved.publisher, date=saved.date, speaker=saved.speaker)
    return verify(saved.quote, articles, claimed=claim, as_written=True)


def _place(saved: SavedCitation, article: Article) -> tuple[int, int] | tuple[None, None]:
    """Return where an article has the quote now, the nearest to where it was; two Nones when it has not."""
    places = places_of(fold(saved.quote).strip(), article)
    nearest = min(places, key=lambda place: abs(place.start - saved.start), default=None)
    return (nearest.start, nearest.end) if nearest is not None else (None, None)
