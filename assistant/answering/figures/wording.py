"""What the assistant says of a figure: that it is the latest of the corpus, as of when, or that none is given."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.attribution.attribution import speaker_at
from assistant.answering.figures.earlier import Earlier, not_told
from assistant.answering.figures.figures import Figure
from assistant.answering.figures.points import Point
from assistant.answering.figures.words import kind_of
from assistant.answering.wording import date_in_words
from assistant.types import Counted, FigurePoint, Language, Published

_LATEST: Mapping[Language, str] = {"fr": "Dernier chiffre du corpus", "en": "Latest figure in the corpus"}
_FIRST: Mapping[Language, str] = {"fr": "Premier chiffre", "en": "First figure"}
_AT: Mapping[Language, str] = {"fr": "Dernier chiffre connu à cette date", "en": "Latest figure known by then"}
_EARLIER: Mapping[Language, str] = {"fr": "Auparavant", "en": "Earlier"}
_OTHER: Mapping[Language, str] = {"fr": "Autre événement, dernier chiffre", "en": "Another event, latest figure"}
_BESIDE: Mapping[Language, str] = {"fr": "Autre décompte, dernier chiffre", "en": "Another count, latest figure"}
_SAME: Mapping[Language, str] = {"fr": "Même période", "en": "About the same time"}
_UNDATED: Mapping[Language, str] = {"fr": "Autre chiffre", "en": "Another figure"}
_NONE: Mapping[Language, str] = {"fr": "Chiffre non communiqué", "en": "No figure given"}
_BY: Mapping[Language, str] = {"fr": "par", "en": "by"}
_COLON: Mapping[Language, str] = {"fr": "\u00a0:", "en": ":"}
_KINDS: Mapping[Language, Mapping[Counted, str]] = {
    "fr": {"killed": "morts", "wounded": "blessés", "missing": "disparus", "displaced": "déplacés",
           "arrested": "arrêtés"},
    "en": {"killed": "dead", "wounded": "wounded", "missing": "missing", "displaced": "displaced",
           "arrested": "arrested"},
}  # fmt: skip


def leads(points: Sequence[Point], language: Language) -> list[str]:
    """Return what stands before the citations of each point: "Dernier chiffre du corpus, 1er novembre 2020 : ...".

    A figure that stands alone is quoted without.
    """
    if len(points) == 1 and points[0].figures and points[0].latest:
        return [""]
    return [
        _lead(point, points[:place], language) + _before(point, points, language) for place, point in enumerate(points)
    ]


def _before(point: Point, points: Sequence[Point], language: Language) -> str:
    """Return what a point's sentence says that its count was before: "Auparavant, 9 mars 2021 : 12. "."""
    told = []
    for figure, when in _untold(point, points):
        day = f", {date_in_words(Published(when.date, when.precision, 'stated'), language)}" if when.date else ""
        told.append(f"{_EARLIER[language]}{day}{_COLON[language]} {_in_words(figure, point, language)}. ")
    return "".join(told)


def _untold(point: Point, points: Sequence[Point]) -> tuple[Earlier, ...]:
    """Return the earlier figures of a point that no point of its event tells in their own time."""
    own = [figure for other in points if other.event == point.event for figure in other.figures]
    return not_told(point.earlier, own)


def _lead(point: Point, before: Sequence[Point], language: Language) -> str:
    when = _when(point, language)
    if point.party is not None:
        by = f" {_BY[language]} {_as_object(point.party)}" if point.party else ""
        return f"{_NONE[language]}{by}, {when}. "
    figures = ", ".join(_in_words(figure, point, language) for figure in point.figures)
    return f"{_opening(point, before)[language]}, {when}{_COLON[language]} {figures}. "


def _opening(point: Point, before: Sequence[Point]) -> Mapping[Language, str]:
    """Tell a point from those before it: later ones of its own count, other counts, other events."""
    told = [other for other in before if other.event == point.event]
    own = [other for other in told if other.count == point.count]
    if own:
        return _EARLIER if point.when.is_before(own[-1].when) else _SAME
    if point.first:
        return _FIRST
    if not before:
        return _LATEST if point.latest else _AT
    return _UNDATED if point.when.date is None else _BESIDE if told else _OTHER


def figure_points(points: Sequence[Point], numbers: Sequence[int]) -> tuple[FigurePoint, ...]:
    """Return the figures of a series as data.

    Args:
        points: the series.
        numbers: for each point, the number of the citation that quotes it.
    """
    return tuple(
        one
        for point, number in zip(points, numbers, strict=True)
        for one in (
            [*_figure_points(point, number), *_earlier_points(point, number, points)]
            if point.figures
            else [_no_figure(point, number)]
        )
    )


def _earlier_points(point: Point, number: int, points: Sequence[Point]) -> list[FigurePoint]:
    """Return what the sentence of a point says that its count was before, as figures of their own date."""
    return [
        replace(
            _of_figure(figure, point, number),
            date=when.date,
            precision=when.precision,
            basis=when.basis,
            latest=False,
        )
        for figure, when in _untold(point, points)
    ]


def _figure_points(point: Point, number: int) -> list[FigurePoint]:
    return [_of_figure(figure, point, number) for figure in point.figures]


def _of_figure(figure: Figure, point: Point, number: int) -> FigurePoint:
    sentence = point.sentence
    return replace(
        _no_figure(point, number),
        value=figure.value,
        upper=figure.upper,
        bound=figure.bound,
        unit=figure.unit,
        counted=figure.counted,
        kind=figure.kind,
        speaker=speaker_at(sentence.article.text, sentence.start, sentence.end, figure.start) or point.subject,
        start=figure.start,
        end=figure.end,
    )


def _no_figure(point: Point, number: int) -> FigurePoint:
    """Return a point without a figure, on which its date, place and side stand."""
    sentence = point.sentence
    return FigurePoint(
        value=None,
        upper=None,
        bound="exactly",
        unit=None,
        counted="",
        kind="killed",
        side=next(iter(sorted(point.sides)), "").lstrip("@~") or None,
        speaker=point.party,
        date=point.when.date,
        precision=point.when.precision,
        basis=point.when.basis,
        publisher=sentence.article.publisher,
        citation=number,
        start=sentence.start,
        end=sentence.end,
        event=point.event,
        latest=point.latest,
    )


def _in_words(figure: Figure, point: Point, language: Language) -> str:
    """Return a figure as the sentence writes it, with what befell those counted where its own words do not say so."""
    text = point.sentence.article.text
    place = text.find(figure.counted, figure.end, point.sentence.end) if figure.counted else -1
    end = place + len(figure.counted) if 0 <= place <= figure.end + 12 else figure.end
    unit = re.match(rf"[ \u00a0\u202f]?{re.escape(figure.unit)}", text[figure.end :]) if figure.unit else None
    end = max(end, figure.end + unit.end()) if unit else end
    start = figure.start
    if figure.upper is not None and (between := re.search(r"(?<!\w)entre\s$", text[:start], re.IGNORECASE)):
        start = between.start()
    said = text[start].lower() + text[start + 1 : end]
    told = _KINDS[language].get(figure.kind)
    return f"{said} ({told})" if told and kind_of(said) is None else said


def _when(point: Point, language: Language) -> str:
    when = point.when
    if when.date is None:
        return date_in_words(Published(), language)
    return date_in_words(Published(when.date, when.precision, "stated"), language)


def _as_object(party: str) -> str:
    opening = party.split(" ", 1)[0].split("’", 1)[0].split("'", 1)[0].lower()
    return party[:1].lower() + party[1:] if opening in ("le", "la", "les", "l") else party
