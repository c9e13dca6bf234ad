"""Is a question in French or in English? Decided by grammar words, which no name or number carries."""

from __future__ import annotations

from assistant.language.folding import fold, word_list
from assistant.types import Language

_FRENCH = frozenset(
    """le la les l un une des du de d et est ce c qu que qui quoi quel quelle quels quelles ou quand comment pourquoi
    combien a t il elle ils elles on au aux en dans sur par pour selon avec sans ses son sa leur ont etait sont
    y s n ne pas plus se cette cet ces je tu vous nous dit dis parle raconte resume""".split()
)
_ENGLISH = frozenset(
    """the an of and is was were are be been what who whom whose which when where why how many much did does do has
    have had to in on by for from with according said say says this that it its their his her they he she about
    can could would any there you tell me i give list""".split()
)


def question_language(text: str) -> Language:
    """Return the language of a question: English when its grammar words are, French otherwise."""
    words = word_list(fold(text))
    french = sum(word in _FRENCH for word in words)
    english = sum(word in _ENGLISH for word in words)
    return "en" if english > french else "fr"
