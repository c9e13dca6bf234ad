"""What a bare number counts, where its noun stands elsewhere in the sentence.

« Le nombre de déplacés est retombé à 81 000 », « le bilan passe à 214 », « ils sont désormais 96 000 », « en
revendique 1 500 »: the number has no noun of its own.
"""

from __future__ import annotations

import re

from assistant.answering.figures.phrase import counted_phrase
from assistant.answering.figures.words import KINDS, kind_of, people
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
_OF_IT = re.compile(rf"(?<!\w)en\s\w+(?:\s\w+)?\s+{_ABOUT}", re.IGNORECASE)

_REACH = 200


def said_elsewhere(text: str, start: int, end: int, *, before: str) -> tuple[str, Counted | None]:
    """Return what a number without a noun counts.

    Args:
        text: the sentence.
        before: the text before it: "elles étaient 190 000" looks back.
        start: where the number starts.
        end: where it ends.

    Returns:
        The words that say what is counted, which may run on, and the kind where only "le bilan" says it; an
        empty text and None where nothing does.
    """
    opened, after = text[:start], text[end:]
    if _FROM.match(after):
        return "", None
    for form, words in ((_NUMBER_AFTER, after), (_SUBJECT, opened)):
        if match := form.search(words):
            return f" {match['what'].strip()}", None
    told = [f" {match['what'].strip()}" for match in _NUMBER_OF.finditer(opened)]
    if told:
        return told[-1], None
    if _PRONOUN.search(opened) or _TOLL_BEFORE.search(opened) or _FIGURE_OF.search(opened) or _is_of_it(opened):
        near = before.rstrip().rpartition("\n")[2][-_REACH:] + " " + opened
        last = _last_counted(near)
        if kind_of(last) is not None:
            return last, None
        named = [match for form in KINDS.values() for match in form.finditer(near)]
        if named:
            told_of = max(named, key=lambda match: match.start()).group()
            return (f"{last} {told_of}" if people().intersection(terms(last)) else f" {told_of}"), None
        if last and _FIGURE_OF.search(opened):
            return last, None
    return ("", "killed") if _TOLL.search(opened) else ("", None)


def _last_counted(near: str) -> str:
    """Return what the last number of some words counts, with what is said of it; empty without one."""
    numbers = find_numbers(near)
    return f" {phrase}" if numbers and (phrase := counted_phrase(near[numbers[-1].end :])) else ""


def _is_of_it(opened: str) -> bool:
    """Tell whether "en" before a number looks back past its sentence: no number stands before it there."""
    return _OF_IT.search(opened) is not None and not any(char.isdigit() for char in opened)


def stands_for_before(text: str, start: int) -> bool:
    """Tell whether "en" before a number stands for what the figure before counts: "et en revendique 1 500"."""
    return _OF_IT.search(text[:start]) is not None
