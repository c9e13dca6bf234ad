"""Whether an ellipsis takes a verb's subject or a verb from what stays, so that the words left say another thing.

« Les rebelles ont reculé et l'armée a repris la ville » must not become « Les rebelles […] a repris la ville ». Without
a parser: the subject of a verb is taken to be the nearest noun phrase before it that no preposition governs and that
no pair of commas encloses.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.answering.attribution.reporting_verbs import REPORTING

Lost = Literal["subject", "verb"]

_PREPOSITION = (
    r"(?:de|du|d[’']|des|à|au|aux|en|dans|sur|sous|par|pour|avec|sans|chez|vers|entre|contre|depuis|pendant|durant|après"
    r"|avant|selon|malgré|devant|derrière|lors|parmi|dès|hors|via|outre|envers|jusqu[’']|jusque|afin de)"
)
_DETERMINER = (
    r"(?:l[ea]s?\s|l[’']|une?\s|des\s|ce\s|cet\s|cette\s|ces\s|son\s|sa\s|ses\s|leurs?\s|mon\s|ma\s|mes\s|notre\s|nos\s"
    r"|votre\s|vos\s|plusieurs\s|certaine?s\s|chaque\s|aucune?\s|tou(?:te?s?|s)\s|deux\s|trois\s|quatre\s|\d+\s)"
)
# A noun phrase, with the word before it when that is a preposition.
_PHRASE = re.compile(
    rf"(?<![\w’'])(?P<governed>{_PREPOSITION}\s?)?(?P<phrase>{_DETERMINER}(?!\d)[\w’-]+|(?:ils?|elles?|on|je|j[’']|nous|vous"
    r"|cela|ça|celui-ci|celle-ci|ceux-ci|c[’'])(?![\w’])|[A-ZÉÈ][\w’-]+(?:\s[A-ZÉÈ][\w’-]+)*)",
)
_CLITICS = r"(?:(?:ne|se|y|en|lui|leur|nous|vous|me|les?|la)\s|[nsltmy][’'])*"
_AUXILIARY = (
    r"(?:a|ont|est|sont|avai(?:t|ent)|étai(?:t|ent)|aura|auront|sera|seront|fut|furent|eut|eurent|va|vont|doi(?:t|vent)"
    r"|peu(?:t|vent)|veu(?:t|lent)|fai(?:t|sait|saient)|font|vien(?:t|nent)|reste(?:nt)?|devrai(?:t|ent)|pourrai(?:t|ent)"
    r"|di(?:t|sent)|pren(?:d|nent)|tien(?:t|nent))"
)
_VERB = re.compile(
    rf"\s*(?:{_CLITICS}{_AUXILIARY}(?!\w)|{_CLITICS}[a-zà-ÿ]{{2,}}(?:ait|aient|èrent|era|eront|ira|iront|ra|ront)(?!\w)"
    rf"|(?:ne\s|n[’']|se\s|s[’'])(?:{_CLITICS})?[a-zà-ÿ]+)"
)
# A word that may be a verb: none that only joins, places or determines.
_WORD = re.compile(
    rf"\s*(?!(?:{_PREPOSITION}|{_DETERMINER}|(?:et|ou|ni|mais|car|or|donc|qui|que|dont|où|puis|alors|quand|si|comme"
    r"|lorsque|tandis|plus|moins|très|aussi|ainsi|non)\b))"
    r"(?![a-zà-ÿ]+(?:ée?s?|ment|i[er]s?|ants?|ants?e?s?|aux|elles?|ives?|iques?|aires?|euses?|iennes?)\b)[a-zà-ÿ]{3,}(?:e|ent|it|t|d)(?!\w)"
)
_DANGLING = re.compile(
    rf"(?:^|[\s’'])(?:{_PREPOSITION}|{_DETERMINER}|que\s|qu[’']|si\s|quand\s|lorsque\s|lorsqu[’'])\s*$", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?<!\w)qui\s*$")
_ENCLOSED = re.compile(r",[^,;:]*,\s*$|\([^()]*\)\s*$|\s[–—-]\s[^–—]*\s[–—-]\s*$")
_NOUN_NEXT = re.compile(rf"\s*(?!des?\s){_DETERMINER}[\w’-]+", re.IGNORECASE)
_ENDS_IN_VERB = re.compile(
    rf"(?:(?:^|[\s’']){_AUXILIARY}\s(?:\w+\s)?[\w’-]+|\s(?:et|puis|ou)\s(?:\w+ment\s)?[\w’-]+(?:é|i|u|it|is|er|ir|ait|aient))\s*$"
)


def lost_by(text: str, first: int, start: int, end: int, last: int) -> tuple[Lost, str] | None:
    """Return what an ellipsis in place of ``text[start:end]`` takes from what stays of its sentence; None for nothing.

    Args:
        text: the article's text.
        first: where the sentence starts.
        start: where the ellipsis starts.
        end: where it ends.
        last: where the sentence ends.
    """
    before, gap, after = text[first:start], text[start:end], text[end:last]
    if not before.strip() or not after.strip(" .!?»”"):
        return None
    if _VERB.match(after) or REPORTING.match(after.lstrip()) or (_ends_in_phrase(gap) and _WORD.match(after)):
        if _DANGLING.search(f"{before} ") or _RELATIVE.search(gap):
            return "subject", gap.strip()
        place = _subject_before(text[first:end])
        if place is not None and first + place[1] > start:
            return "subject", text[first + place[0] : first + place[1]]
    if _ENDS_IN_VERB.search(gap) and _NOUN_NEXT.match(after):
        return "verb", gap.split()[-1]
    return None


def _subject_before(head: str) -> tuple[int, int] | None:
    """Return where the last noun phrase stands that no preposition governs and no commas enclose."""
    while enclosed := _ENCLOSED.search(head):
        if enclosed.start() == 0 or not _PHRASE.search(head, 0, enclosed.start()):
            break
        head = head[: enclosed.start()]
    free = [found for found in _PHRASE.finditer(head) if not found["governed"]]
    return free[-1].span("phrase") if free else None


def _ends_in_phrase(gap: str) -> bool:
    """Tell whether a gap ends with a noun phrase that no preposition governs, or with an adjective after it."""
    found = [one for one in _PHRASE.finditer(gap) if not one["governed"]]
    return bool(found) and len(gap[found[-1].end() :].split()) <= 1
