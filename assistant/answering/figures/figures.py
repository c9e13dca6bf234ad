"""The figures of a sentence: how many, of what, whose, as of when.

« L'Arménie annonce la mort d'une centaine de ses soldats et de treize civils » has two: about a hundred
soldiers and thirteen civilians, killed, on the side of who announces it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.figures.asides import asides, is_aside
from assistant.answering.figures.befallen import befallen, joint
from assistant.answering.figures.elsewhere import nearest, said_elsewhere, stands_for_before
from assistant.answering.figures.phrase import counted_phrase
from assistant.answering.figures.sides import sides_of
from assistant.answering.figures.unwritten import with_unwritten
from assistant.answering.figures.words import (
    KINDS,
    MONEY_BEFORE,
    UNIT,
    anyone,
    classes_of,
    fate_of,
    is_of_corpses,
    kind_of,
    people,
    places,
)
from assistant.answering.selection.sentences import Sentence
from assistant.language.numbers import Number
from assistant.language.words import terms
from assistant.types import Bound, Counted

_PART = re.compile(r"(?<!\w)(?:dont|parmi (?:eux|elles|lesquel\w+))\s+(?:\w+\s+)?$", re.IGNORECASE)
_MILLIONS = re.compile(r"\b(?:millions?|milliards?)$")
_OF_ALL = re.compile(
    r"(?:^|[,;:]\s)\W*(?:sur|parmi)\s(?:l?es|ces|un total de)\s[^,;:]*,\s(?:\w+\s){0,2}$", re.IGNORECASE
)
"""« Sur les 38 000 déplacés, 9 000 sont rentrés »."""
_MORE = re.compile(r"^(?:\s[\w’'-]+)?\s(?:de|en) (?:plus|moins)(?!\s(?:d[e’']|[\w-]+ans))(?!\w)")
_SOME_OF = re.compile(r"^\s(?:des|d[’']entre (?:eux|elles|nous)|de ces)(?!\w)")
"""« Quatorze des défunts », « deux d'entre elles »."""
_KNOWN_OF = re.compile(
    r"^[^,;:.()]*?\s(?:ont|avaient|a|avait) (?:\w+ )?(?:pu )?(?:être|été) (?:\w+ment )?"
    r"(?:identifi|inhum|enterr|autopsi|rapatri|rendu|remis|reconnu)\w*"
)
"""« Quarante-six victimes ont été identifiées »: of all the dead."""
_OF_ARMY = re.compile(
    r"(?<!\w)(?:pertes|morts|rangs|effectifs) (?:de l[’']armée|des forces (?:armées|gouvernementales)|militaires)(?!\w)"
    r"|(?<!\w)l[’']armée(?: \w+)?(?:, (?:elle|de son côté),)? (?:a|aurait|avait) (?:perdu|laissé)(?!\w)",
    re.IGNORECASE,
)
_FALLEN = frozenset(term for form in "morts tués mort tué blessés pertes disparus".split() for term in terms(form))
_OTHERS = re.compile(r"^(?:d[’'])?autres(?!\w)", re.IGNORECASE)
_SAME = re.compile(r"^(?:plus )?(?:exactement|précisément)?$", re.IGNORECASE)
_RANGE = re.compile(r"^\s*(?:à|et|ou)\s*$")
_OPENING = re.compile(r"^\W*(?:pour|chez|parmi|du côté d|côté)(?:es|s)?\s(?:les |des )?(?P<who>\w+),", re.IGNORECASE)
_BOTH = re.compile(r"(?<!\w)(?:les|des|ces|aux|leurs|ses|nos)\s$", re.IGNORECASE)
_AGAINST = re.compile(
    r"(?<!\w)(?:contre|au lieu d[e’'])\s$", re.IGNORECASE
)  # "61, contre 320 en mai": what it was before
_PART_TOO = re.compile(r"^\s(?:en|à|au|aux|dans)\s")
_ELSEWHERE = re.compile(r"^\s(?:dans les rangs|chez|côté|du côté|parmi|en|à|au|aux|dans)\s")
_POPULATION = re.compile(
    r"(?<!\w)(?:commune|ville|village|bourg|bourgade|île|cité|quartier|hameau|agglomération|localité|vallée|town)s?"
    r"(?: \w+)? (?:de|d[’']|of)\s?$"
)
_CHANGED = re.compile(r"(?:pass|port|mont|grimp|augment|chut|baiss|alourd)\w* (?:\w+ )?d[e’']$|porté$")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a sentence.

    Attributes:
        start: offset, in the article's text, of the number with the words that bound it.
        end: offset, exclusive.
        number: offset of the number itself, in the sentence.
        value: what it says.
        upper: the other end of a range, else None.
        bound: a least, a most, an estimate, or exact.
        unit: as written; None for a count.
        counted: what is counted, as written.
        kind: of what is counted.
        terms: index terms of what is counted.
        people: which of those are kinds of people.
        sides: keys of the names, and terms of the words, that tell whose they are; empty where none does.
        part: whether it is a part of the figure before it: "dont deux civils".
        fate: which of those who lost their home: see :func:`fate_of`.
        joint: what befell them, where several things are counted as one: "115 morts et disparus".
    """

    start: int
    end: int
    number: int
    value: float
    upper: float | None
    bound: Bound
    unit: str | None
    counted: str
    kind: Counted
    terms: frozenset[str]
    people: frozenset[str]
    sides: frozenset[str]
    part: bool
    fate: str | None = None
    joint: frozenset[Counted] = frozenset()


def figures_of(sentence: Sentence) -> tuple[Figure, ...]:
    """Return the figures of a sentence, in order; labels ("Boeing 737") and ages are none, nor is what a count was.

    Args:
        sentence: analysed; its numbers are those that are part of no date.
    """
    text = sentence.text
    against = asides(text, sentence.numbers)
    numbers = [one for one in with_unwritten(text, sentence.numbers) if not is_aside(one.start, against)]
    found: list[Figure] = []
    skip = False
    for place, number in enumerate(numbers):
        if skip:
            skip = False
            continue
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        upper = None
        if following and _RANGE.match(text[number.end : following.said[0]]) and _is_range(text, number, following):
            upper, skip = following.value, True
            number = _scaled(number, following)
        last = following if upper is not None and following else number
        beyond = numbers[place + 2 if skip else place + 1 :]
        figure = _figure(sentence, number, last, until=beyond[0].said[0] if beyond else len(text), before=found)
        if figure is not None:
            found.append(_inherited(replace(figure, upper=upper), found, text))
    tolls = [one for one in found if one.kind == "killed" and not one.part and not is_of_corpses(one.counted)]
    return tuple(one for one in found if not (tolls and is_of_corpses(one.counted)))


def _figure(sentence: Sentence, number: Number, last: Number, *, until: int, before: Sequence[Figure]) -> Figure | None:
    text = sentence.text
    after, opened = text[last.said[1] : until], text[: number.said[0]]
    unit = UNIT.match(text[last.end :])
    counted, kind = _what(sentence, number, last, after=after, unit=unit)
    named = frozenset(terms(counted))
    if kind is None and not named and _MILLIONS.search(text[number.start : last.end]):
        kind = "money"  # "le déficit atteindrait 236 millions"
    if kind is None and not named:
        own = _taken_up(number, opened, after, before)
        if own is None:
            return None
        kind, counted = own.kind, own.counted.split(" côté")[0]
        named = frozenset(terms(counted))
    if _counts_nothing(number, opened, text[last.end :], counted, goes_on=bool(before)):
        return None
    if kind == "displaced" and places().intersection(named):
        kind = "count"
    who = people().intersection(named)
    if not who and kind in KINDS and named <= anyone() | _FALLEN and _OF_ARMY.search(re.split(r"[;:]", opened)[-1]):
        who = frozenset(terms("soldats"))  # "les pertes de l'armée s'élèvent à 97 tués"
    if not who and kind in KINDS and (opening := _OPENING.match(text)):
        who = people().intersection(terms(opening["who"]))
    return Figure(
        start=sentence.start + number.said[0],
        end=sentence.start + last.said[1],
        number=number.start,
        value=number.value,
        upper=None,
        bound="at_least" if re.match(r"\s[^,;.]*\sau moins(?!\w)", text[last.end : until]) else number.bound,
        unit=unit.group().strip(" \u00a0\u202f") if unit else None,
        counted=counted.strip(" ,"),
        kind=kind or "count",
        terms=named,
        people=classes_of(who),
        sides=sides_of(counted, before=opened, after=text[last.said[1] :]),
        part=(_PART.search(opened) or _OF_ALL.search(opened)) is not None
        or _SOME_OF.match(after) is not None
        or (kind == "killed" and _KNOWN_OF.match(after) is not None)
        or bool(before and before[-1].part and _PART_TOO.match(after)),
        joint=joint(after) if kind in KINDS else frozenset(),
        fate=fate_of(f"{counted} {text[last.said[1] : until]}" if kind == "displaced" else ""),
    )


def _counts_nothing(number: Number, opened: str, after: str, counted: str, *, goes_on: bool) -> bool:
    """Tell whether a number is a label, what a figure was, a difference, "les deux camps", or a town's size."""
    if (_is_label(opened) and not terms(counted)) or _MORE.match(after):
        return True
    if goes_on and _AGAINST.search(opened) and not stands_for_before(opened, after):
        return True
    if number.value == 2 and _BOTH.search(opened) and kind_of(counted.split(" ")[0]) is None:
        return True  # "les deux camps" are no count
    return _POPULATION.search(opened) is not None and counted.startswith(("habitant", "âmes", "inhabitants"))


def _taken_up(number: Number, opened: str, after: str, before: Sequence[Figure]) -> Figure | None:
    """Return the figure before a number without a noun whose count it repeats; None where it repeats none."""
    if not before:
        return None
    last, part = before[-1], _PART.search(opened) is not None
    joined = (last.kind in KINDS and opened.endswith("et ")) or (part and last.kind not in ("money", "percent"))
    if (joined and _ELSEWHERE.match(after)) or (last.part and _PART_TOO.match(after)):
        return last  # "et 131 dans les rangs de", "dont neuf à"
    if not stands_for_before(opened, after):
        return None
    whole = [one for one in before if not one.part and not one.unit] or [last]
    return whole[nearest([one.value for one in whole], number.value)]


def _what(
    sentence: Sentence, number: Number, last: Number, *, after: str, unit: re.Match[str] | None
) -> tuple[str, Counted | None]:
    """Return what a number counts, in the article's words, and of what kind that is; None where nothing tells."""
    text = sentence.text
    told: Counted | None = None
    counted = unit.group().strip() if unit and unit["measure"] else "" if unit else counted_phrase(after)
    if not counted and not unit:
        elsewhere, told = said_elsewhere(
            text,
            number.said[0],
            last.said[1],
            value=number.value,
            before=sentence.article.text[: sentence.start],
        )
        counted = counted_phrase(elsewhere)
    if (unit and unit["money"]) or MONEY_BEFORE.search(text[: number.said[0]]):
        return counted, "money"
    if unit and unit["percent"]:
        return counted, "percent"
    if unit:
        return counted, None  # "un homme de 71 ans, qui a succombé": nobody counted 71 dead
    return counted, befallen(text, counted, text[: number.said[0]], text[last.said[1] :]) or told


def _is_label(opened: str) -> bool:
    """Tell whether what stands before a number makes it an age, a model or a page."""
    form = r"âgée?s? (?:\w+ )?$|(?<!\w)[A-ZÉ][\w-]+[ \u00a0]$|(?:n°|numéro|article|vol|page) ?$"
    return re.search(form, opened) is not None


def _inherited(figure: Figure, before: list[Figure], text: str) -> Figure:
    """Complete "et de treize civils", "400 autres blessés", "dont deux civils" from the figure before."""
    if not before or figure.kind in ("money", "percent"):
        return figure
    last = before[-1]
    between = text[last.number : figure.number]
    joined = re.search(rf"{re.escape(last.counted)}\s*(?:et|,|ou)\s+(?:de |d[e’'])?\W*(?:\w+ ){{0,3}}$", between)
    kind, named, counted = figure.kind, figure.people, figure.counted
    whole = next((one for one in before if one.kind == last.kind and ":" in text[one.number : last.number]), last)
    parts_of_it = ":" in text[whole.number : figure.number] and "." not in text[whole.number : figure.number]
    # "58 morts : 24 soldats, selon l'armée, et 34 civils"
    if kind == "count" and (figure.part or ((joined or parts_of_it) and (figure.people or _SAME.match(counted)))):
        kind = last.kind
    if _SAME.match(counted):
        counted = last.counted
    if not named and (_OTHERS.match(counted) or counted == last.counted):
        named = last.people
    return replace(
        figure,
        kind=kind,
        people=named,
        counted=counted,
        sides=figure.sides or (last.sides if figure.part or joined else frozenset()),
    )


def _scaled(low: Number, high: Number) -> Number:
    """Return the lower end of a range in the unit of the upper one: "entre 280 et 290 millions"."""
    scale = next((unit for unit in (1e9, 1e6) if high.value >= unit and low.value < 1000 <= unit), 1.0)
    return replace(low, value=low.value * scale)


def _is_range(text: str, low: Number, high: Number) -> bool:
    between = text[low.end : high.said[0]].strip()
    opened = text[: low.said[0]].rstrip().lower()
    if low.value >= high.value or (between == "et" and not opened.endswith("entre")):
        return False
    return between != "à" or not _CHANGED.search(opened)  # "passe de 84 à 86" is no range
