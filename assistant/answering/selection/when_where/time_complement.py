"""Complements of time in French text: "dans la nuit de mardi", "d'ici le 3 mars", "à 11 h 52", "depuis deux ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answering.selection.when_where.complement import Complement
from assistant.language.dates import find_dates

_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_SEASON = r"(?:printemps|été|automne|hiver)"
_COUNT = (
    r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante"
    r"|cent|plusieurs|quelques|\d+)(?:[\s-](?:et|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|cents|mille))*"
)
_UNIT = r"(?:secondes?|minutes?|heures?|jours?|semaines?|quinzaine|mois|trimestres?|ans?|années?|décennies?|siècles?)"
_PART = r"(?:matin|midi|après-midi|soir|soirée|matinée|nuit|journée)"
_WHOLE = r"(?<!\w)(?:{})(?!\w)"
_SMALL = r"(?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze)"
_APOSTROPHE = r"[e’']\s?"
_AT = re.compile(
    _WHOLE.format(
        "|".join(
            (
                rf"(?:(?:dans|pendant|durant)\s)?(?:la|cette)\snuit(?:\sd[eu]\s(?:{_WEEKDAY}|\d+)|\sdernière)?",
                rf"(?:(?:le|ce|du|au|de|dès|d[’']ici|jusqu[’']à|avant|après|à partir de|depuis)\s)?{_WEEKDAY}"
                rf"(?:\s{_PART})?",
                r"avant-hier|hier|aujourd[’']hui|après-demain|demain|(?:la\s|l[’']avant-)veille",
                r"le (?:sur)?lendemain|lendemain",
                rf"(?:ce|cet|cette)\s(?:même\s)?(?:{_PART}|semaine|mois|année|{_SEASON}|week-end|jour-là|jour)",
                rf"(?:au|en|de)\s(?:petit\s|fin de\s|début de\s|milieu de\s)?(?:{_PART}|aube|crépuscule)",
                r"à l[’']aube|à la mi-journée|à la tombée de la nuit",
                r"(?:à|vers|avant|après|dès|peu avant|peu après)\s(?:midi|minuit)",
                r"\d{1,2}\s?h(?:eures?)?(?:\s?\d\d)?|\d{1,2}:\d\d",
                rf"{_SMALL} heures (?:du|et|moins)\s\w+|(?:à|vers|dès) {_SMALL} heures",
                rf"(?:il y a|voici)\s(?:(?:à peine|environ|(?:plus|près) d{_APOSTROPHE}|presque)\s?)?{_COUNT}\s{_UNIT}",
                rf"{_COUNT}\s{_UNIT}\s(?:plus tard|plus tôt|après|avant|auparavant)",
                rf"au bout d{_APOSTROPHE}{_COUNT}\s{_UNIT}",
                rf"(?:dans|sous|d[’']ici|avant|après)\s(?:les\s)?(?:{_COUNT}|prochaine?s|premi\w+)\s"
                rf"(?:prochaine?s\s|premi\w+\s)?{_UNIT}",
                rf"(?:le|la|l[’']|au|du)\s?(?:semaine|mois|an|année|trimestre|{_SEASON}|week-end|rentrée)"
                r"\s(?:dernière?|prochaine?|passée?|suivante?|d[’']après|précédente?)",
                r"(?:début|fin|mi|courant|d[’']ici|dès|depuis|avant|en)[\s-](?:la fin\s(?:de\s|du\s)?(?:l[’'])?)?"
                rf"(?:{_MONTH}|année|mois|semaine|{_SEASON})",
                r"(?:à|d[’']ici|avant|vers|dès|depuis)\s(?:la|le)\s(?:fin|début|milieu|mi-)\s?"
                r"(?:d[eu]s?|de la|de l[’'])?\s?[\w’']+",
                r"à partir d[eu’']\s?\w+|au plus tard|au cours d[eu’']\s?\w+",
                rf"au\s(?:printemps|{_PART})|(?:en|cet?)\s(?:été|hiver|automne)|l[’'](?:été|hiver|automne)\s\w+",
                r"après[- ]guerre|(?:au|du)\s[XVI]+e siècle",
                r"en\s(?:l[’']an\s)?(?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d\d(?=,\s)",
            )
        )
    ),
    re.IGNORECASE,
)
_SINCE = re.compile(
    _WHOLE.format(
        rf"depuis\s(?:(?:(?:plus|près|moins) d{_APOSTROPHE})?{_COUNT}\s{_UNIT}|(?:l[ae]s?|des|sa|son|leur|ces)\s\w+"
        r"|l[’']\w+|lors|longtemps)|depuis(?=,|\.)"
    ),
    re.IGNORECASE,
)
_DURING = re.compile(
    _WHOLE.format(
        r"(?:(?:pendant|durant|en|jusqu[’']à|tenu|duré?\w*|dura)\s(?:\w+\s)?)?(?:\w+\s(?:de\s)?)?"
        rf"{_COUNT}\s{_UNIT}(?!\s(?:et|de)?\s?(?:réclusion|prison|plus (?:tôt|tard)))"
        rf"|(?:vingt|diz|quinz|cinquant|cent)aine d{_APOSTROPHE}(?:jours|heures|ans|années|minutes)"
        r"|toute la (?:nuit|journée|semaine)|à vie"
    ),
    re.IGNORECASE,
)
_SINCE_DATE = re.compile(r"(?<!\w)depuis\s(?:le\s|l[’'])?(?:\w+\s)?$", re.IGNORECASE)
_PART_OF_DATE = re.compile(
    r"(?<!\w)(?:début|fin|mi|courant|milieu)[\s-](?:d[eu]\s)?(?:mois\sd[e’']\s?)?$", re.IGNORECASE
)
_AGE = re.compile(r"[(,]\s?(?:\d+|[\w-]+)\sans\s?[,()]|(?:âgée?s?\sde|à l[’']âge de|à)\s\d+\sans")


@lru_cache(maxsize=4096)
def time_complements(text: str) -> tuple[Complement, ...]:
    """Return the complements of time of a text, in order of place; they do not overlap.

    A written date is one, and so is a day, an hour, "la veille"; "depuis" tells since when, and "pendant" how long.
    An age is none.
    """
    found: list[Complement] = []
    ages = [match.span() for match in _AGE.finditer(text)]
    for one in _read(text):
        aged = any(start < one.end and one.start < end for start, end in ages)
        if not aged and all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _read(text: str) -> Iterator[Complement]:
    for date in find_dates(text):
        before = text[: date.start]
        since, part = _SINCE_DATE.search(before), _PART_OF_DATE.search(before)
        start = since.start() if since else part.start() if part else date.start
        yield Complement(start, date.end, 1.0, "since" if since else "at")
    for kind, form in (("since", _SINCE), ("at", _AT), ("during", _DURING)):
        for match in form.finditer(text):
            is_since = match.group().lower().startswith("depuis")
            yield Complement(match.start(), match.end(), 1.0, "since" if is_since else kind)
