"""The points of a series put in order: by event, by what they count and who gives them, the latest of each first.

A toll only grows, so among the figures of one count the longest run that never falls is its history (Schensted,
"Longest increasing and decreasing subsequences", 1961). A figure beside it is another estimate or an old one told
again; one far lower is that of one place or of another event. Neither is ever called the latest of the first.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.answering.figures.givers import is_of_state
from assistant.answering.figures.points import Point, same_event
from assistant.answering.figures.words import is_of_corpses
from assistant.answering.selection.sentences import print_order

_GROWING = frozenset({"killed", "wounded", "arrested"})
_HISTORY = 3
"""Articles that make a history of their own."""
_HEARD = 2
"""Days on which a body has to be heard for what others say to be set against it."""
_AS_NEW_DAYS = 3
_LONGER, _FAR_ABOVE = 3, 1.3
"""How many times as often a count is heard as one so far above it that comes after it, though a little newer."""
_LOCAL = 0.5
"""Below this share of what was counted by then, a figure is of less than the whole."""
_OWN_PLACE = re.compile(
    r"(?<!\w)(?:rien que|à (?:lui|elle) seule?|à (?:eux|elles) seule?s|dans (?:m|s|n)(?:a|on|es"
    r"|otre) (?:seule? )?(?:commune|ville|village|quartier"
    r"|rue|région|hôpital|service|école)|parmi (?:ses|mes|nos) )(?!\w)",
    re.IGNORECASE,
)
_REVISED = re.compile(r"(?<!\w)(?:à la baisse|ramen\w+|révis\w+|corrig\w+|rectifi\w+|et non)(?!\w)", re.IGNORECASE)


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
        told = sorted([*filter(None, histories), *others], key=_order)
        for groups in [_widest_first(told) if wide else told, *([one] for one in local)]:
            number += 1
            for place, group in enumerate(groups):
                ordered = sorted(group, key=_newest_first)
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
    for point in sorted(points, key=_newest_first):
        near = [event for event in events if any(same_event(point, other, named=named) for other in event)]
        events = [event for event in events if event not in near]
        events.append([*(other for event in near for other in event), point])
    return sorted(events, key=lambda event: min(_newest_first(one) for one in event))


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
    main, rest = _main_and_rivals(firm)
    unsure = [[point] for point in count if point not in firm]
    if not all(point.figures and point.figures[0].kind in _GROWING for point in count):
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
        and ((parts and _is_of_own_place(one)) or (id(one) not in apart and (not one.source or _is_one_body(one, run))))
    ]
    kept = [one for one in main if one not in run and one not in local]
    others = [one for one in kept if len(run) > 1 and not _is_revision(one, run)]
    told = [[one for one in group if one not in local] for group in (*rest, *unsure, *([one] for one in others))]
    return [*run, *(one for one in kept if one not in others)], [group for group in told if group], local


def _main_and_rivals(points: Sequence[Point]) -> tuple[list[Point], list[list[Point]]]:
    """Part points into those that make one history and those of bodies that count otherwise, a group each.

    Only where the body most often heard is contradicted: else one after the other tells how far a toll has grown.
    """
    groups = _by_source(points)
    first, rest = groups[0], groups[1:]
    if _heard(first) < _HEARD or all(
        _fits(one, first) for group in rest for one in group
    ):
        return list(points), []
    joining = [group for group in rest if len(group) == 1 and _fits(group[0], first)]
    return [*first, *(one for group in joining for one in group)], [group for group in rest if group not in joining]


def _heard(group: Sequence[Point]) -> int:
    """Return on how many dates the body of a group that is heard most often is heard."""
    told = [one for one in group if one.source]
    return max((len({one.when.date for one in told if _is_one_body(one, [other])}) for other in told), default=0)


def _chained(first: list[Point], rest: Sequence[list[Point]]) -> list[list[Point]]:
    """Join the counts of state bodies that agree with the first's: a ministry goes on where the prefecture ended."""
    chain, left = list(first), []
    for group in rest:
        if _is_of_state(group) and _is_of_state(first) and all(_fits(one, chain) for one in group):
            chain += group
        else:
            left.append(list(group))
    return [chain, *left]


def _is_of_state(group: Sequence[Point]) -> bool:
    return any(is_of_state(one.source) for one in group)


def _fits(point: Point, history: Sequence[Point]) -> bool:
    """Tell whether a figure lies between those before and after it, back and on to where a count was revised."""
    told = [*history, point]
    revised = [one.when for one in told if _REVISED.search(one.sentence.text)]
    before = [
        one.value
        for one in history
        if one.when.is_before(point.when)
        and not any(one.when.is_before(when) and not point.when.is_before(when) for when in revised)
    ]
    after = [
        one.value
        for one in history
        if point.when.is_before(one.when)
        and not any(point.when.is_before(when) and not one.when.is_before(when) for when in revised)
    ]
    same = [one.value for one in history if one.when.date == point.when.date]
    return max(before, default=0.0) <= point.value <= min(after, default=math.inf) and point.value in (
        same or [point.value]
    )


def _by_source(points: Sequence[Point]) -> list[list[Point]]:
    """Part points by who gives them, the most often heard first; those of nobody named go where they are nearest."""
    groups: list[list[Point]] = []
    for point in points:
        own = next((group for group in groups if point.source and _is_one_body(point, group)), None)
        if own is not None:
            own.append(point)
        elif point.source:
            groups.append([point])
    groups.sort(
        key=lambda group: (
            -len({one.when.date for one in group}),
            not _is_of_state(group),
            min(_newest_first(one) for one in group),
        )
    )
    joined = _chained(groups[0], groups[1:]) if groups else [[]]
    for point in sorted((point for point in points if not point.source), key=lambda one: one.when.date or ""):
        near = [group for group in joined if group]
        goes_on = bool(near) and _is_of_state(joined[0]) and _fits(point, joined[0])
        nearest = min(near, key=lambda group: _gap(point, group), default=joined[0])
        (joined[0] if goes_on else nearest).append(point)
    return joined


def _gap(point: Point, group: Sequence[Point]) -> float:
    """Return how far a value lies from the one of a group that is nearest to it in time, as the log of their ratio."""
    day = point.when.day or date.min
    nearest = min(group, key=lambda one: abs(((one.when.day or date.min) - day).days))
    return abs(math.log(max(point.value, 1.0) / max(nearest.value, 1.0)))


def _is_one_body(point: Point, group: Sequence[Point]) -> bool:
    """Tell whether a point's giver is that of a group: their words are one's among the other's, or half shared."""
    return any(
        2 * len(point.source & one.source) >= min(len(point.source), len(one.source)) for one in group if one.source
    )


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
    if _REVISED.search(point.sentence.text):
        return True
    if _is_passed(point, run):
        return False
    return point.figures[-1].bound == "exactly" and all(point.value != one.value for one in run)


def _is_overtaken(point: Point, history: Sequence[Point]) -> bool:
    """Tell whether a figure beside a history is lower than what that had come to: it is an old one, told again."""
    grows = bool(point.figures) and point.figures[0].kind in _GROWING
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


def _newest_first(point: Point) -> tuple[int, float, float, str, str]:
    day = point.when.day or date.min
    return -day.toordinal(), -point.value, -point.score, *print_order(point.sentence.article)


def _widest_first(groups: Sequence[list[Point]]) -> list[list[Point]]:
    """Return counts in their order, but before them one as new that is of both sides, best of all people and long."""
    newest = [min(group, key=_newest_first) for group in groups]
    days = [one.when.day for one in newest if one.when.day]
    heard = [len({one.when.date for one in group}) for group in groups]
    long = max(range(len(groups)), key=lambda place: (heard[place], -place), default=0)
    told = [
        (bool(one.people), _is_passing(one, heard[place], newest[long], heard[long]), place)
        for place, one in enumerate(newest)
        if one.when.day and (max(days) - one.when.day).days <= _AS_NEW_DAYS and one.is_firm and not one.sides
    ]
    if not told:
        return list(groups)
    first = min(told)[-1]
    return [groups[first], *(group for place, group in enumerate(groups) if place != first)]


def _is_passing(point: Point, heard: int, long: Point, often: int) -> bool:
    """Tell whether a count that is seldom heard lies far above the one most often heard, and so counts otherwise."""
    grows = point.figures and point.figures[0].kind in _GROWING
    return bool(grows) and _LONGER * heard <= often and point.value > _FAR_ABOVE * long.value


def _order(group: Sequence[Point]) -> tuple[bool, bool, bool, tuple[int, float, float, str, str]]:
    newest = min(group, key=_newest_first)
    told_of_others = newest.is_adverse or newest.party is not None
    return told_of_others, newest.overtaken, not newest.is_firm, _newest_first(newest)
