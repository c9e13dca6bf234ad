"""How common each word is in the press, so that a corpus of five articles knows which words are rare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from assistant.language.words import terms
from assistant.training.data import NewsDocument

LEAST = 12
MOST = 20_000


def write_background(documents: Iterable[NewsDocument], path: Path, *, least: int = LEAST, most: int = MOST) -> int:
    """Count in how many articles each index term occurs, and write ``term TAB count`` by falling count.

    Args:
        documents: the articles to count over; title, heading and text.
        path: the file to write; its first line has no term and the number of articles.
        least: terms of fewer articles are left out: any unknown term counts as rare.
        most: how many terms at most.

    Returns:
        The number of terms written.
    """
    counts: Counter[str] = Counter()
    articles = 0
    for document in documents:
        articles += 1
        counts.update(set(terms(f"{document.title}\n{document.heading}\n{document.text}")))
    common = [(term, count) for term, count in counts.items() if count >= least and term.lstrip("@").isascii()]
    common.sort(key=lambda item: (-item[1], item[0]))
    lines = [f"\t{articles}\n", *(f"{term}\t{count}\n" for term, count in common[:most])]
    path.write_text("".join(lines), encoding="utf-8")
    return len(lines) - 1
