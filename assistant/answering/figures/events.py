"""The points of a series put in order: by event, by what they count and who gives them, the latest of each first.

A toll only grows, so among the figures of one count the longest run that never falls is its history (Schensted,
"Longest increasing and decreasing subsequences", 1961). A figure beside it is another estimate or an old one told
again; one far lower is that of one place or of another event. Neither is ever called the latest of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.figures.ordering import GROWING, newest_first, order_of, widest_first
from assistant.answering.figures.points import Point, same_event
from assistant.answering.figures.rivals import REVISED, is_one_body, main_and_rivals
from assistant.answering.figures.words import is_of_corpses

_HISTORY = 3
"""Articles that make a history of their own."""
_LOCAL = 0.5
"""Below this share of what was counted by then, a figure is of less than the whole."""
_OWN_PLACE = re.compile(
    r"(?<!\w)(?:rien que|à (?:lui|elle) seule?|à (?:eux|elles) seule?s|dans (?:m|s|n)(?:a|on|es"
    r"|otre) (?:seule? )?(?:commune|ville|village|quartier"
    r"|rue|région|hôpital|service|école)|parmi (?:ses|mes|nos) )(?!\w)",
    re.IGNORECASE,
)


def in_events(points: Sequence[Point], *, wide: bool = False, named: bool = False, parts: bool = True) -> list[Point]:
    """Number the events and the counts of each, and tell which point of each count is its latest.

    Args:
        points: to be told.
        wide: whether all are asked for: then of counts as new the one of most people comes first.
        named: whether the question names the event, and all points meet that name.
        parts: whether some may be of a part of the place asked about.

    Returns:
        Event by event, the latest first, what is local after the event it stands in; in an event count by count,
        what a party's enemy claims last; in a count newest first.
    """
    numbered: list[Point] = []
    number = 0
    for event in _events(points, named=named):
        histories: list[list[Point]] = []
        others: list[list[Point]] = []
        local: list[list[Point]] = []
        for count in _counts(_aligned(event)):
            history, beside, apart = _parted(count, parts=parts)
            histories.append(history)
            others += [
                [replace(one, overtaken=len(group) == 1 and _is_overtaken(one, history)) for one in group]
                for group in beside
            ]
            local += [[one] for one in apart]
        told = sorted([*filter(None, histories), *others], key=order_of)
        for groups in [widest_first(told) if wide else told, *([one] for one in local)]:
            number += 1
            for place, group in enumerate(groups):
                ordered = sorted(group, key=newest_first)
                numbered += [
                    replace(one, event=number, count=place, latest=_is_latest(one, ordered[0])) for one in ordered
                ]
    return numbered


def without_background(points: Sequence[Point]) -> list[Point]:
    """Return what is told of the first event and, where it has no history of its own, of the others.

    Args:
        points: numbered and in order.

    Returns:
        Beside a history of several articles an event stays that is elsewhere, or as far from it in time as another
        episode is, and that an article of its own time tells.
    """
    first = [point for point in points if point.event == 1]
    if len({point.sentence.article.id for point in first}) < _HISTORY:
        return list(points)
    return [
        point
        for point in points
        if point.event == 1 or (_is_reported(point) and not any(same_event(point, other) for other in first))
    ]


def _is_reported(point: Point) -> bool:
    """Tell whether an article tells a figure in its own time, not as a reminder."""
    published = point.sentence.article.published.date
    return published is not None and (point.when.date or "")[:4] == published[:4]


def _events(points: Sequence[Point], *, named: bool) -> list[list[Point]]:
    events: list[list[Point]] = []
    for point in sorted(points, key=newest_first):
        near = [event for event in events if any(same_event(point, other, named=named) for other in event)]
        events = [event for event in events if event not in near]
        events.append([*(other for event in near for other in event), point])
    return sorted(events, key=lambda event: min(newest_first(one) for one in event))


def _aligned(event: Sequence[Point]) -> list[Point]:
    """Return the points of an event; where only one side is ever named, those that name none are its too."""
    sides = {point.sides for point in event if point.sides}
    if len(sides) != 1:
        return list(event)
    only = next(iter(sides))
    return [replace(point, sides=only) if only <= point.names else point for point in event]


def _counts(event: Sequence[Point]) -> list[list[Point]]:
    """Part the points of an event into those that count the same people of the same side, not told by its enemy."""
    counts: dict[object, list[Point]] = {}
    for point in event:
        counts.setdefault(point.counts, []).append(point)
    return list(counts.values())


def _parted(count: Sequence[Point], *, parts: bool) -> tuple[list[Point], list[list[Point]], list[Point]]:
    """Part a count into its history, what others give for the same, and figures of less than the whole.

    The history is what all give that agree; a ministry and a union that do not agree have each their own.
    """
    firm = [point for point in count if point.is_firm] or list(count)
    main, rest = main_and_rivals(firm)
    unsure = [[point] for point in count if point not in firm]
    if not all(point.figures and point.figures[0].kind in GROWING for point in count):
        return main, [*rest, *unsure], []
    dated = sorted(
        (point for point in main if point.when.day and not _is_passed(point, main)),
        key=lambda one: (one.when.day, one.value),
    )
    run = _longest_run(dated)
    beside = [point for point in count if point not in run]
    apart = {id(one) for group in rest if any(point.source for point in group) for one in group}
    local = [
        one
        for one in beside
        if one.when.day
        and one.value < _LOCAL * _counted_by(one, run)
        and ((parts and _is_of_own_place(one)) or (id(one) not in apart and (not one.source or is_one_body(one, run))))
    ]
    kept = [one for one in main if one not in run and one not in local]
    others = [one for one in kept if len(run) > 1 and not _is_revision(one, run)]
    told = [[one for one in group if one not in local] for group in (*rest, *unsure, *([one] for one in others))]
    return [*run, *(one for one in kept if one not in others)], [group for group in told if group], local


def _longest_run(dated: Sequence[Point]) -> list[Point]:
    """Return the longest run of values that never fall; of several the one that goes on latest, or is highest."""
    best: list[list[Point]] = []
    for point in dated:
        before = [run for run in best if run[-1].value <= point.value]
        best.append([*max(before, key=len, default=[]), point])
    if not best:
        return []
    longest = [run for run in best if len(run) == max(map(len, best))]
    highest = max(run[-1].value for run in longest)
    return [run for run in longest if run[-1].value >= _LOCAL * highest][-1]


def _is_of_own_place(point: Point) -> bool:
    """Tell whether a giver speaks of its own place, or of bodies found there."""
    return is_of_corpses(point.figures[-1].counted) or _OWN_PLACE.search(point.sentence.text) is not None


def _counted_by(point: Point, run: Sequence[Point]) -> float:
    """Return what the run had come to when a point was told; its first value before it began."""
    before = [one.value for one in run if not point.when.is_before(one.when)]
    return max(before) if before else run[0].value if run else 0.0


def _is_revision(point: Point, run: Sequence[Point]) -> bool:
    """Tell whether a lower figure after the run's last takes it back: it says so, or is exact and new."""
    if point.when.day is None or not run[-1].when.is_before(point.when):
        return False
    if REVISED.search(point.sentence.text):
        return True
    if _is_passed(point, run):
        return False
    return point.figures[-1].bound == "exactly" and all(point.value != one.value for one in run)


def _is_overtaken(point: Point, history: Sequence[Point]) -> bool:
    """Tell whether a figure beside a history is lower than what that had come to: it is an old one, told again."""
    grows = bool(point.figures) and point.figures[0].kind in GROWING
    return grows and bool(history) and point.value < _counted_by(point, history) and point.is_firm


def _is_passed(point: Point, others: Sequence[Point]) -> bool:
    """Tell whether its own article has a higher figure by then: "les 200 morts ont été dépassés"."""
    return any(
        one.sentence.article.id == point.sentence.article.id
        and one.value > point.value
        and one.when.is_before(point.when)
        for one in others
    )


def _is_latest(point: Point, first: Point) -> bool:
    """Tell whether no later figure of its count is known; a lower one of the same day and speaker is overtaken."""
    if point is first or point.overtaken:
        return not point.overtaken
    overtaken = point.value < first.value and (point.speaker or first.speaker) == (first.speaker or point.speaker)
    return not point.when.is_before(first.when) and not overtaken
