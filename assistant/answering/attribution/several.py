"""Several who speak in one sentence.

« X compte 38 % de grévistes ; Y s'en tient à 79 % », « 8 000 selon A, 22 000 selon B ».
"""

from __future__ import annotations

import re

from assistant.answering.attribution.quotations import inside_quote
from assistant.answering.attribution.sayings import according_to, said_in

SEVERAL = " ; "
"""Parts the speakers of a sentence in which several speak."""
_CLAUSE = re.compile(
    r"\s?;\s|,?\s(?:tandis|alors) qu(?:e\s|[’'])|,\s(?:quand|contre|mais|là où)\s(?=l[ea]s?\s|l[’']|[A-ZÉ]|une?\s"
    r"|d[’']autres)"
)


_ASIDE = re.compile(r"ce (?:qu[ie’']|dont)(?!\w)", re.IGNORECASE)
# "Alors que Paris avait promis ...": what was said before, to which the sentence only sets something new.
_BACKGROUND = re.compile(r"alors qu(?:e\s|[’'])$")
_EARLIER = re.compile(r"(?<!\w)(?:avait|avaient)(?!\w)")


def clauses(sentence: str) -> list[tuple[int, str]]:
    """Return who speaks in each part of a sentence, and where the part ends; empty where fewer than two do.

    Those who are but pronouns are left out, and so is the sentence of which they speak a part.
    """
    cuts = [cut for cut in _CLAUSE.finditer(sentence) if not inside_quote(sentence, cut.start())]
    spans = zip([0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(sentence)], strict=True)
    told = [one for start, end in spans for one in _told(sentence, start, end)]
    return told if len({speaker for _, speaker in told}) > 1 else []


def joined(told: list[tuple[int, str]]) -> str:
    """Return the speakers of several clauses as one, each once."""
    return SEVERAL.join(dict.fromkeys(speaker for _, speaker in told))


def _told(sentence: str, start: int, end: int) -> list[tuple[int, str]]:
    part = sentence[start:end]
    if _ASIDE.match(part) or (_BACKGROUND.search(sentence, 0, start) and _EARLIER.search(part)):
        return []
    sources = [(start + place, name) for place, name in according_to(part)]
    if len(sources) > 1:
        return [*sources[:-1], (end, sources[-1][1])]
    speaker = said_in(part).speaker
    return [(end, speaker)] if speaker else []
