"""The compounds of a question, "armes à sous-munitions": who only has a part of one speaks of something else."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.selection.folded import folded

_COMPOUND = re.compile(r"(?<![\w-])[a-z]{3,}(?:-[a-z]{2,})*-[a-z]{4,}(?![\w-])")
_NO_COMPOUND = re.compile(
    r".*-(?:t-)?(?:ce|ils?|elles?|on|je|tu|nous|vous|la|le|les|y|en|moi|toi|lui|leur)$|est-ce.*|.*-(?:meme|memes|dela|dessus|dessous)$"
    r"|(?:vingt|trente|quarante|cinquante|soixante|quatre|dix|cent)-.*|.*(?:peut-etre|rendez-vous|week-end).*"
)


@lru_cache(maxsize=256)
def compounds(question: str) -> tuple[str, ...]:
    """Return the folded words of a question that are written with a hyphen and carry meaning, names left out."""
    plain = folded(question)
    capital = {folded(word) for word in re.findall(r"[^\W_]+(?:-[^\W_]+)+", question) if re.search(r"-?[A-ZÉÈ]", word)}
    found = (match.group() for match in _COMPOUND.finditer(plain))
    return tuple(word for word in found if word not in capital and not _NO_COMPOUND.match(word))


def compound_missing(question: str, sentence: str) -> float:
    """Return 1 when a compound of a question stands in part alone in a sentence, else 0.

    Args:
        question: text of the question.
        sentence: text of the sentence.
    """
    said = folded(sentence)
    for word in compounds(question):
        stemmed = word.rstrip("s")
        head = re.escape(stemmed.rpartition("-")[2])
        whole = re.sub(r"-", "[- ]?", re.escape(stemmed).replace(r"\-", "-"))
        if not re.search(rf"\b{whole}", said) and re.search(rf"(?<![\w-]){head}", said):
            return 1.0
    return 0.0
