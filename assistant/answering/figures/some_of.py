"""Which figures are of some of the dead or the wounded: those buried, those known, those still cared for."""

from __future__ import annotations

import re

from assistant.answering.figures.words import kind_of
from assistant.types import Counted

_KNOWN_OF = re.compile(
    r"^[^,;:.()]*?\s(?:ont|avaient|a|avait) (?:\w+ )?(?:pu )?(?:être|été) (?:\w+ment )?"
    r"(?:identifi|inhum|enterr|autopsi|rapatri|rendu|remis|reconnu)\w*"
)
"""« Quarante-six victimes ont été identifiées »: of all the dead."""
_OBSEQUIES_OF = re.compile(
    r"(?<!\w)(?:obsèques|funérailles|enterrement|inhumation|familles?|proches|noms?|identité|autopsie|dépouilles?|cercueils?)"
    r"\s(?:de\s|d[’']|des\s)$",
    re.IGNORECASE,
)
_FIRST_OF = re.compile(r"^\s(?:premi(?:er|ère)s|derni(?:er|ère)s)\s")
"""« Les obsèques des trois premières victimes »."""
_STILL = re.compile(
    r"^[^,;:.()]*?\s(?:sont|étaient|restent|restaient|demeurent|est|était)\s(?:encore\s|toujours\s)?"
    r"(?:à l[’']hôpital|hospitalisé\w*|soigné\w*|en (?:réanimation|soins)|dans un (?:\w+ )?état|entre la vie)"
)
"""« Cinq blessés sont encore à l'hôpital »: of all the wounded."""

_LIVING_ON = re.compile(
    r"^(?:rescapé|survivant)\w*(?:,[^,;:.()]*,|[^,;:.()]*?)\s"
    r"(?:(?:dorm|log|attend|séjourn|témoign|racont)\w*ent|restent|(?:sont|étaient|restent) (?:encore |toujours )?"
    r"(?:à l[’']hôpital|hospitalis|hébergé|logé|soigné)\w*|(?:ont|avaient) (?:quitté|témoigné|raconté|regagné|pu)"
    r"|(?:ont|avaient) été (?:admis|hospitalis|hébergé|transféré|relogé|entendu|interrogé|soigné|confié|conduit)\w*)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""« Douze rescapés dorment encore au gymnase »: of all who survived."""


def is_some_who_live_on(words: str) -> bool:
    """Tell whether survivors are counted by what they did or underwent afterwards, which is told of some of them.

    Args:
        words: the sentence from the noun that is counted.
    """
    return _LIVING_ON.match(words) is not None


def is_some_of(kind: Counted | None, counted: str, opened: str, after: str) -> bool:
    """Tell whether what is said of the dead or the wounded is of some of them.

    Args:
        kind: what befell those counted.
        counted: who is counted, as written.
        opened: the sentence up to the number.
        after: what follows it, up to the next.
    """
    if kind == "killed":
        told = _KNOWN_OF.match(after) or _OBSEQUIES_OF.search(opened) or _FIRST_OF.match(after)
        return told is not None or kind_of(counted) == "wounded"
    return kind == "wounded" and _STILL.match(after) is not None
