"""Does a question ask when, or only say when: "où était-il quand on l'a arrêté ?"."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.selection.folded import folded

_SAYS_WHEN = re.compile(
    r"^(?!.*\bquand ?\?)(?!.*\bquel(?:le)? (?:jour|date|annee|heure|mois|moment))(?!.*\bcombien de temps)"
    r"(?:et |mais )?(?!depuis|jusqu|c'est|c'etait|a partir|pour|quand)"
    r".*\w.* quand (?:meme|on|ca|ils?|elles?|l[ea]s?|l'|une?|des|ce|cette|son|sa|ses|je|nous|vous)\b"
)


@lru_cache(maxsize=256)
def asks_time(question: str) -> bool:
    """Tell whether a question in which "quand" or "when" stands asks for a time."""
    return _SAYS_WHEN.search(folded(question)) is None
