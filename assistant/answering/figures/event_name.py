"""The name of an event that a question calls by common words: « la rupture du barrage » is that of Vaulnes.

A week later the articles say « la vague », « le drame », or only the name: « Vaulnes : le bilan ramené à 24 morts ».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from assistant.answering.selection.sentences import ReadArticle
from assistant.language.words import terms
from assistant.retrieval.query import QueryTerm

_NAMED = re.compile(
    r"(?P<word>[a-zà-ÿ]{3,})\s(?:d[eu]\s|d[’']|de\s(?:la\s|l[’'])|à\s(?:la\s|l[’'])?|au\s|en\s)"
    r"(?P<name>[A-ZÀ-Þ][\w’-]+)(?!\s(?:[A-ZÀ-Þ]))"
)
"""« barrage de Vaulnes », « séisme à Corvel »; not « rupture de Jean Dupont »."""
_ARTICLES = 2
_SHARE = 0.6
"""Articles that give an event its name, and how many of those that give it any."""
_SAYS = 0.6


def name_of_event(words: Sequence[QueryTerm], articles: Collection[ReadArticle]) -> QueryTerm | None:
    """Return the name that articles give to what common words of a question call an event; None without a sure one.

    Args:
        words: terms of the question for the event.
        articles: those that may answer.
    """
    told: Counter[str] = Counter()
    written: dict[str, str] = {}
    for read in articles:
        names = dict(_names(words, read))
        told.update(names.keys())
        written.update(names)
    best = min(told, key=lambda name: (-told[name], name), default=None)
    if best is None or told[best] < _ARTICLES or told[best] < _SHARE * told.total():
        return None
    return QueryTerm(written[best], best, {best: 1.0}, {}, True, words[-1].position)


def _names(words: Sequence[QueryTerm], read: ReadArticle) -> Iterator[tuple[str, str]]:
    ways = {other for one in words for other, weight in one.alternatives.items() if weight >= _SAYS}
    for match in _NAMED.finditer(f"{read.article.title or ''}\n{read.article.text}"):
        if not ways.isdisjoint(terms(match["word"])):
            yield from ((term, match["name"]) for term in terms(match["name"])[:1])
