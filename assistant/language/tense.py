"""Whether the clause around a date tells what was or what will be."""

from __future__ import annotations

import re

from assistant.language.moments import Tense

_FUTURE = re.compile(
    r"(?<!\w)(?:ser(?:a|ont)|aur(?:a|ont)"
    r"|(?:va|vont|doit|doivent|devraient|devrait|pourrait|pourraient) (?:\w+ )?\w+(?:er|ir|re|oir)(?!\w)"
    r"|(?!(?:ankara|caméra|opéra|choléra|sahara|gaspara|mascara|tiara)\b)\w{2,}(?:[aei]r|dr|vr|tr|ourr|err)(?:a|ont)(?!\w)"
    r"|prévue?s?|attendue?s? (?!depuis)|programmée?s?|à partir de|d[’']ici)(?!\w)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\w)(?:(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent|s[’']est|se sont)"
    r"(?:-t-(?:il|elle|on)|-(?:ils?|elles?))?\s(?:[^\W\d]+\s){0,2}?\w*(?:é|ée|és|ées|i|is|ie|it|u|ue|us|ues|ert|erte|ort|orts|orte)"
    r"|avait|étai(?:t|ent)|\w{2,}(?:èrent|irent|urent))(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.!?»«]\s|\s(?=que\b|qu[’']|où\b|dont\b|et (?:a|ont|sera|seront|est|sont)\b)")


def tense_around(text: str, start: int, end: int) -> Tense | None:
    """Tell the tense of the clause that holds ``[start, end)``; None when it has neither tense, or both.

    Args:
        text: French text.
        start: where the date starts.
        end: where it ends.
    """
    borders = [match.start() for match in _CLAUSE.finditer(text)]
    first = max((border for border in borders if border < start), default=0)
    after = [border for border in borders if border >= end]
    for last in [*after[:2], len(text)][:2]:  # a date that opens its sentence is cut off by a comma
        future, past = (form.search(text, first, last) is not None for form in (_FUTURE, _PAST))
        if future or past:
            return None if future == past else "future" if future else "past"
    return None
