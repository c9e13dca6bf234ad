"""The ledger: does an article say this, to the letter, and is it the one that is claimed?

A quote is found only when each of its characters stands, under the one declared fold, in one article, in order. What
is not found is refused, with the nearest true text and what differs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.answering.attribution.attribution import Attribution, attribute
from assistant.citing.guards import Held, clipped, touched
from assistant.citing.nearest import Difference, Nearest, cut_into, likely, nearest, stitched_from
from assistant.citing.pasted import Reading, readings
from assistant.citing.places import Chain, Place, chains_of, may_hold, pieces_of, places_of
from assistant.language.folding import fold as fold_letters
from assistant.language.words import terms
from assistant.types import Article, Modality

Outcome = Literal["found", "altered", "misattributed", "stitched", "not_found"]
Field = Literal["article", "publisher", "date", "speaker"]

_MOST_PIECES = 12
"""Pieces between ellipses; a quote of more is no quote."""
_ALTERED_FROM = 0.6
"""Share of a quote's words that must be there, in order, for it to be an altered form of that text."""
_NEAR_FROM = 0.3
"""Share from which a text is shown as the nearest."""
_ONE_TEXT_FROM = 0.85
"""Share from which one text explains a quote better than several put together."""

_FEWEST_LEFT_OUT = 4
"""Words of a sentence that is left out; fewer are a slip."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a quote is said to be from; None where nothing is said. ``date`` is ``YYYY[-MM[-DD]]``."""

    article: str | None = None
    publisher: str | None = None
    date: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A claim that is not so: what was claimed and what the article has (None: it has none)."""

    field: Field
    claimed: str
    true: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the ledger says of a quote.

    Attributes:
        quote: as given.
        outcome: ``found`` to the letter; ``altered``: near a text that says something else; ``misattributed``: found,
            but not where it is claimed; ``stitched``: put together from several places; ``not_found``.
        places: where it stands, a place for each piece between ellipses; for what is not found, the nearest text.
        differences: between the quote and that text, of a quote that is altered or not found.
        dropped: what an ellipsis leaves out and may not.
        clipped: what governs the quote in its sentence and was cut off; a warning on a quote that is found.
        mismatches: the claims that are not so.
        speaker: who the article says is speaking at the first place, None when the article itself.
        modality: how firmly it is said there; None without a place.
        inserted: words in square brackets that are the quoter's, not the article's.
    """

    quote: str
    outcome: Outcome
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    dropped: tuple[Held, ...] = ()
    clipped: tuple[Held, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    speaker: str | None = None
    modality: Modality | None = None
    inserted: tuple[str, ...] = ()

    @property
    def found(self) -> bool:
        """True when the articles say it, where it is claimed."""
        return self.outcome == "found"

    @property
    def text(self) -> str:
        """The exact text at the places, "[…]" between two; empty without any."""
        return " […] ".join(place.text for place in self.places)


def verify(
    quote: str, articles: Mapping[str, Article], *, claimed: Claim | None = None, as_written: bool = False
) -> Verdict:
    """Judge a quote.

    Args:
        quote: with or without its quotation marks; "…", "[…]" and "(…)" stand for what is left out, and words in
            square brackets for the quoter's. Also as pasted from a page or a PDF file (see :mod:`.pasted`).
        articles: by id: all that it may be from.
        claimed: what it is said to be from.
        as_written: whether nothing but the quote was given: each of its characters must be the article's.
    """
    tried: Verdict | None = None
    for reading in readings(quote, (one.text for one in articles.values()), as_written=as_written):
        claim = claimed or Claim()
        if reading.publisher and claim == Claim():
            claim = Claim(publisher=reading.publisher)
        verdict = _standing(quote, reading.text, articles, claim)
        if verdict is not None and _is_meant(reading, verdict):
            return replace(verdict, inserted=reading.inserted)
        tried = tried or (verdict if verdict is not None and not verdict.found else None)
    return tried or _refused(quote, articles, as_written=as_written)


def _is_meant(reading: Reading, verdict: Verdict) -> bool:
    """Tell whether a reading explains a quote: it stands, and no bracket gives its words to another speaker."""
    cut = {word for held in verdict.clipped if held.kind == "speaker" for word in terms(held.words)}
    swapped = reading.inserted and cut and not cut & {word for words in reading.inserted for word in terms(words)}
    return verdict.outcome in ("found", "misattributed") and not swapped


def _standing(quote: str, form: str, articles: Mapping[str, Article], claim: Claim) -> Verdict | None:
    """Return the verdict on one reading of a quote: it stands somewhere, or its pieces do; None for neither."""
    whole: list[tuple[Place, ...]] = [
        (place,) for article in may_hold(form, articles.values()) for place in places_of(form, article)
    ]
    pieces = pieces_of(form)
    joined = [] if whole or len(pieces) > _MOST_PIECES else _joined(pieces, articles)
    standing = whole or [chain.places for chain in joined if not chain.dropped and not chain.apart]
    if standing:
        return _found(quote, standing, claim)
    if joined:
        best = joined[0]
        if best.apart:
            return _verdict(quote, "stitched", best.places)
        whole_text = Place(best.places[0].article, best.places[0].start, best.places[-1].end)
        return _verdict(quote, "altered", (whole_text,), dropped=best.dropped)
    return None


def _joined(pieces: Sequence[str], articles: Mapping[str, Article]) -> list[Chain]:
    """Return how the articles may have the pieces in order, the best of each; a lone piece was cut at an end only."""
    if not pieces:
        return []
    able = set.intersection(*({one.id for one in may_hold(piece, articles.values())} for piece in pieces))
    chains = [chains_of(pieces, articles[name])[:1] for name in sorted(able)]
    return sorted((chain for found in chains for chain in found), key=lambda one: bool(one.dropped) + one.apart)


def _found(quote: str, standing: Sequence[tuple[Place, ...]], claim: Claim) -> Verdict:
    """Return the verdict on a quote that stands somewhere: at the place that goes best with the claim."""
    judged = [(mismatches(places, claim), places) for places in standing]
    wrong, places = min(judged, key=lambda one: len(one[0]))
    text = places[0].article.text
    return _verdict(
        quote,
        "misattributed" if wrong else "found",
        places,
        clipped=clipped(text, places[0].start, places[-1].end),
        mismatches=wrong,
    )


def _refused(quote: str, articles: Mapping[str, Article], *, as_written: bool) -> Verdict:
    """Return the verdict on a quote that stands nowhere, with the nearest text."""
    texts = (one.text for one in articles.values())
    form = next(iter([one.text for one in readings(quote, texts, as_written=as_written) if not one.inserted][-1:]), "")
    standing = {piece: _anywhere(piece, articles) for piece in pieces_of(form)[:_MOST_PIECES]}
    missing = next((piece for piece, place in standing.items() if place is None), None)
    if missing is None:
        return _put_together(quote, [place for place in standing.values() if place is not None])
    candidates = likely(missing, articles.values())
    near = cut_into(missing, candidates) or nearest(missing, candidates)
    if near is None or near.share < _ONE_TEXT_FROM or _skips_sentences(near):
        parts = stitched_from(missing, candidates)
        if parts:
            return _put_together(quote, parts)
    if near is None or near.share < _NEAR_FROM:
        return Verdict(quote, "not_found")
    outcome: Outcome = "altered" if near.share >= _ALTERED_FROM else "not_found"
    return _verdict(quote, outcome, (near.place,), differences=near.differences)


def _skips_sentences(near: Nearest) -> bool:
    """Tell whether all that a quote lacks of the nearest text is whole sentences, left out without a sign."""
    return bool(near.differences) and all(
        not one.written and any(end in one.true for end in ".!?") and len(one.true.split()) >= _FEWEST_LEFT_OUT
        for one in near.differences
    )


def _anywhere(piece: str, articles: Mapping[str, Article]) -> Place | None:
    able = may_hold(piece, articles.values())
    return next((place for article in able for place in places_of(piece, article)), None)


def _put_together(quote: str, places: Sequence[Place]) -> Verdict:
    return _verdict(quote, "stitched", tuple(places)) if places else Verdict(quote, "not_found")


def _verdict(
    quote: str,
    outcome: Outcome,
    places: tuple[Place, ...],
    *,
    differences: tuple[Difference, ...] = (),
    dropped: tuple[Held, ...] = (),
    clipped: tuple[Held, ...] = (),
    mismatches: tuple[Mismatch, ...] = (),
) -> Verdict:
    said = said_at(places[0])
    return Verdict(quote, outcome, places, differences, dropped, clipped, mismatches, said[0].speaker, said[0].modality)


def said_at(place: Place) -> list[Attribution]:
    """Return who says each sentence that a place touches, and how firmly."""
    text = place.article.text
    return [attribute(text, start, end) for start, end in touched(text, place.start, place.end)]


def mismatches(places: Sequence[Place], claim: Claim) -> tuple[Mismatch, ...]:
    """Return which claims do not hold of a quote that stands at these places of one article.

    A date finer than the article's own is not confirmed by it, and a speaker is one whom the article names there.
    """
    article = places[0].article
    wrong: list[Mismatch] = []
    if claim.article is not None and claim.article != article.id:
        wrong.append(Mismatch("article", claim.article, article.id))
    if claim.publisher is not None and fold_letters(claim.publisher) != fold_letters(article.publisher or ""):
        wrong.append(Mismatch("publisher", claim.publisher, article.publisher))
    if claim.date is not None and not (article.published.date or "").startswith(claim.date):
        wrong.append(Mismatch("date", claim.date, article.published.date))
    if claim.speaker is not None:
        speakers = [one.speaker or article.publisher for place in places for one in said_at(place)]
        if not any(speaker and _is_same(claim.speaker, speaker) for speaker in speakers):
            wrong.append(Mismatch("speaker", claim.speaker, said_at(places[0])[0].speaker))
    return tuple(wrong)


def _is_same(claimed: str, speaker: str) -> bool:
    """Tell whether a claimed speaker is the one an article names: all of its words, or all of a name's."""
    asked, named = set(terms(claimed)), set(terms(speaker))
    if not asked or not named:
        return fold_letters(claimed) == fold_letters(speaker)
    is_name = any(word[:1].isupper() for word in speaker.split()[1:] or [speaker])
    return asked <= named or (is_name and named <= asked)
