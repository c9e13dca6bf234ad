"""Is a question in French or in English? Decided by grammar words, which no name or number carries."""

from __future__ import annotations

import re

from assistant.language.folding import fold, word_list
from assistant.types import Language

_FRENCH = frozenset(
    """le la les un une des du de et est ce que qui quoi quel quelle quels quelles ou quand comment pourquoi
    combien a il elle ils elles on au aux en dans sur par pour selon avec sans ses son sa leur ont etait sont
    y ne pas plus se cette cet ces je tu vous nous dit dis parle raconte resume""".split()
)
_ENGLISH = frozenset(
    """the a an of and is was were are be been what who whom whose which when where why how many much did does do has
    have had to in on by for from with according said say says this that it its their his her they he she about
    can could would will should shall any there you tell me i give list summarise summarize
    summary timeline overview""".split()
)
# What stands before an apostrophe, or after it: "l'Otan", "qu'a-t-il", "Turkey's", "didn't".
_FRENCH_ELISION = re.compile(r"(?<!\w)(?:[ldcjmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w)")
_ENGLISH_ELISION = re.compile(r"(?<=\w)'(?:s|t|re|ve|ll|d)(?!\w)")


def question_language(text: str) -> Language:
    """Return the language of a question: English when its grammar words are, French otherwise."""
    folded = fold(text)
    words = word_list(folded)
    french = sum(word in _FRENCH for word in words) + len(_FRENCH_ELISION.findall(folded))
    english = sum(word in _ENGLISH for word in words) + len(_ENGLISH_ELISION.findall(folded))
    return "en" if english > french else "fr"
