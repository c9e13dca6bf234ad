"""What a bare number counts, where its noun stands elsewhere in the sentence.

« Le nombre de déplacés est retombé à 81 000 », « le bilan passe à 214 », « ils sont désormais 96 000 », « en
revendique 1 500 »: the number has no noun of its own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from assistant.answering.figures.phrase import counted_phrase
from assistant.answering.figures.words import KINDS, UNIT, kind_of, people
from assistant.language.numbers import find_numbers
from assistant.language.words import terms
from assistant.types import Counted

_NUMBER_OF = re.compile(r"(?<!\w)nombre(?: \w+)? d(?:es\s|e\s|u\s|[’'])(?P<what>[^,;:.]+)", re.IGNORECASE)
_NUMBER_AFTER = re.compile(r"^\s+(?:le|ce) nombre(?: \w+)? d(?:es\s|e\s|u\s|[’'])(?P<what>[^,;:.]+)", re.IGNORECASE)
_FROM = re.compile(r"^\s+(?:à|puis à)\s")  # "passe de 84 à 86 morts": the second is the figure
_ABOUT = r"(?:plus d[e’']|près d[e’']|au moins|quelque|environ)?\s*$"
_ARE = rf"(?:sont|étaient|seraient|serait|était|est)(?:\s+\w+){{0,2}}\s+{_ABOUT}"
_SUBJECT = re.compile(rf"(?:^|[,:;]\s|\set\s)(?:les|des|ces)(?P<what>\s[^,;:.]+?)\s{_ARE}", re.IGNORECASE)
_PRONOUN = re.compile(rf"(?<!\w)(?:ils|elles)\s{_ARE}", re.IGNORECASE)
_TOLL = re.compile(
    r"(?<!\w)bilan(?!\w)(?:[^;]*?(?<!\w))(?:est|était|pass\w+|mont\w+|grimp\w+|s[’']établi\w*|s[’']élèv\w+|élev\w+"
    r"|port\w+"
    r"|attein\w+|dépass\w+|alourdi\w*|augment\w+|gonfl\w+|bondi\w*|frôl\w+|avoisin\w+|franchi\w*)(?!\w)[^;]*$",
    re.IGNORECASE,
)
_TOLL_BEFORE = re.compile(
    r"(?<!\w)(?:il|elle|ce (?:bilan|chiffre|total|nombre|décompte)|celui-ci|le (?:premier |dernier "
    r"|nouveau )?(?:bilan|chiffre|décompte|total))\s"
    r"(?:\w+\s){0,2}?(?:fut|est|était|sera|a été|passe|passait|est passé|monte|montait|est monté|grimpe|atteint"
    r"|atteignait|s[’']élève"
    r"|s[’']élevait|s[’']établi\w*|porte|portait|retombe|redescend|tombe|dépasse|dépassait|avoisine|faisait état de"
    r"|fait état de)"
    rf"(?:\s\w+){{0,5}}?\s(?:à\s|de\s|d[’'])?{_ABOUT}",
    re.IGNORECASE,
)
"""« Il fut porté à 64 au mois de mai »: the count of the sentence before."""
_FIGURE_OF = re.compile(
    rf"(?<!\w)(?:l[ea]|un|ce) (?:\w+ )?(?:chiffre|bilan|total|décompte)s? (?:\w+ )?(?:de|d[’'])\s?{_ABOUT}"
)
_COUNTS = (
    r"(?:(?:a|ont|avait|avaient|aurait|auraient)\s)?(?:compt|dénombr|recens|reconn|annonc|revendiqu|avanc|admet|admis|déplor"
    r"|donn|relev|relèv|estim|totalis|retien|reten|évoqu|avou|concèd|concéd|cit|signal|déclar|enregistr|ajout|rapport)\w*"
)
_OF_IT = re.compile(rf"(?<!\w)en\s(?:\w+\s)?\w+(?:\s\w+)?\s+{_ABOUT}", re.IGNORECASE)
_COUNTS_OF_IT = re.compile(rf"(?<!\w)en\s{_COUNTS}\s(?:\w+\s)?{_ABOUT}", re.IGNORECASE)
_AMONG = re.compile(
    r"(?:^|[,;:]\s)\W*(?:sur|parmi)\s(?:l?es|ces)\s(?:[\d \u00a0\u202f]+\s)?(?P<what>[^,;:]*),\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""« Parmi les victimes identifiées, onze habitaient Sarvel »."""
_THEN = re.compile(rf"(?<!\w)puis\s(?:à\s)?{_ABOUT}", re.IGNORECASE)
_LISTED_GIVER = re.compile(rf"(?:[,;]\s(?:et\s)?|\set\s|(?<!\w)contre\s|(?<!\w)mais\s){_ABOUT}", re.IGNORECASE)
_GIVEN = re.compile(
    r"^,?\s(?:selon|d[’']après|à en croire|de source|pour (?:l[ae]s?\s|l[’'])|aux yeux d)", re.IGNORECASE
)
"""« 41 000 personnes selon les syndicats, 18 500 selon la police »."""
_OF_THEM = re.compile(r"^\sd[’']entre (?:eux|elles)(?!\w)")

_PART_BEFORE = re.compile(r"(?<!\w)dont\s(?:\w+\s)?$")
_OUT_OF = re.compile(r"^\s(?:des|sur(?: les| un total de)?)\s[\d \u00a0\u202f]*\d")
"""« 46 des 138 magasins » """
_HOW_MANY = re.compile(r"(?<!\w)combien d(?:e\s|es\s|[’'])(?P<what>[^,;:.?]+)", re.IGNORECASE)
_REACH = 200


def said_elsewhere(text: str, start: int, end: int, *, value: float, before: str) -> tuple[str, Counted | None]:
    """Return what a number without a noun counts.

    Args:
        text: the sentence.
        before: the text before it: "elles étaient 190 000" looks back.
        start: where the number starts.
        end: where it ends.
        value: what it says: of several counts before it that it may take up, the nearest is meant.

    Returns:
        The words that say what is counted, which may run on, and the kind where only "le bilan" says it; an
        empty text and None where nothing does.
    """
    opened, after = text[:start], text[end:]
    if _FROM.match(after):
        return "", None
    for form, words in ((_NUMBER_AFTER, after), (_SUBJECT, opened), (_AMONG, opened)):
        if match := form.search(words):
            return f" {match['what'].strip()}", None
    told = [f" {match['what'].strip()}" for match in _NUMBER_OF.finditer(opened)]
    if told:
        return told[-1], None
    of_them = _OF_THEM.match(after) is not None
    back = _PRONOUN.search(opened) or _TOLL_BEFORE.search(opened) or _FIGURE_OF.search(opened)
    if back or of_them or _is_of_it(opened):
        of_pronoun = _PRONOUN.search(opened) and [
            match.group() for form in KINDS.values() for match in form.finditer(opened)
        ]
        if of_pronoun:
            return f" {of_pronoun[-1]}", None  # "Quant aux évacués, ils sont 3 100"
        near = before.rstrip().rpartition("\n")[2][-_REACH:] + " " + opened
        last = _counted_before(near, value)
        if kind_of(last) is not None:
            return last, None
        named = [] if of_them else [match for form in KINDS.values() for match in form.finditer(near)]
        if named:
            told_of = max(named, key=lambda match: match.start()).group()
            return (f"{last} {told_of}" if people().intersection(terms(last)) else f" {told_of}"), None
        if last and (of_them or _FIGURE_OF.search(opened) or _COUNTS_OF_IT.search(opened)):
            return last, None
    return ("", "killed") if _TOLL.search(opened) else ("", None)


def _counted_before(near: str, value: float) -> str:
    """Return what the count before a number is of that it takes up, with what is said of it; empty without one.

    Of « neuf morts et 31 blessés », « en compte dix » takes up the dead. A part ("dont sept graves") is none.
    """
    numbers = find_numbers(near)
    ends = [*(number.said[0] for number in numbers[1:]), len(near)]
    told = [
        (number.value, f" {phrase}")
        for number, end in zip(numbers, ends, strict=False)
        if not UNIT.match(near[number.end :])
        and not _PART_BEFORE.search(near[: number.said[0]])
        and (phrase := counted_phrase(_noun_after(near[number.end :], end - number.end)))
    ]
    asked = _HOW_MANY.search(near)
    if not told and asked:
        return f" {counted_phrase(' ' + asked['what'])}"
    return told[nearest([one for one, _ in told], value)][1] if told else ""


def _noun_after(after: str, reach: int) -> str:
    """Return what follows a number up to the next, or what follows the whole of which it is: "46 des 138 magasins"."""
    return _OUT_OF.sub("", after) if _OUT_OF.match(after) else after[:reach]


def nearest(values: Sequence[float], value: float) -> int:
    """Return the place of the value that another is nearest to by their ratio; of equally near ones the last."""
    apart = [abs(math.log(max(one, 0.5) / max(value, 0.5))) for one in values]
    return min(range(len(values)), key=lambda place: (apart[place], -place))


def _is_of_it(opened: str) -> bool:
    """Tell whether "en" before a number looks back past its sentence: no number stands before it there."""
    return _OF_IT.search(opened) is not None and not any(char.isdigit() for char in opened)


def stands_for_before(opened: str, after: str) -> bool:
    """Tell whether a number without a noun stands for a figure before it in its sentence.

    Args:
        opened: the sentence up to the number: "et en revendique", "19 le premier soir, puis".
        after: what follows it: "selon la police", "d'entre eux".
    """
    return (
        _OF_IT.search(opened) is not None
        or _OF_THEM.match(after) is not None
        or _THEN.search(opened) is not None
        or (_LISTED_GIVER.search(opened) is not None and _GIVEN.match(after) is not None)
    )
