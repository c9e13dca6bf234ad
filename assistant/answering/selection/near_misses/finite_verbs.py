"""Is a word a verb that tells something: "tient", "ont", "arrivait", not "tenir", "tenu", "tenant"?"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.verb_forms import verb_forms

_ENDINGS = re.compile(
    r"a|ont|est|sont|était|étaient|fut|furent|sera|seront|va|vont|fait|font|peut|peuvent|doit|doivent|dit|disent"
    r"|\w{2,}(?:ait|aient|èrent|irent|urent|era|eront|issent|raient)|is|are|was|were|has|have|had|does|did"
)
_UNFINITE = re.compile(r"\w+(?:er|ir|re|oir|é|és|ée|ées|ant)")


def is_finite(word: str) -> bool:
    """Tell whether a word in lower case, with its accents, may be a finite verb."""
    return _ENDINGS.fullmatch(word) is not None or word in _forms()


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    return frozenset(form for form in verb_forms() if not _UNFINITE.fullmatch(form))
