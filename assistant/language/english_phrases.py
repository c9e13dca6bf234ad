"""English expressions of several words that are one meaning: "turn down" is read as "refuser".

Word by word they mislead: "turn" is "tour", "down" says nothing. The table is ``english_phrases.txt``: the French
word, then the expressions that are read as it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from assistant.language.phrases import Phrase
from assistant.language.words import stem

_TABLE = Path(__file__).with_name("english_phrases.txt")
_BETWEEN = 4
"""Words that may stand between a verb and what follows: "turn the vaccine down", "taken the company to court"."""
_IRREGULAR: Mapping[str, str] = {
    form: base
    for base, forms in {
        "be": "is are was were been being", "take": "took taken", "come": "came", "give": "gave given",
        "go": "goes went gone", "get": "got gotten", "fall": "fell fallen", "break": "broke broken",
        "hold": "held", "stand": "stood", "bring": "brought", "keep": "kept", "lose": "lost", "blow": "blew blown",
        "draw": "drew drawn", "strike": "struck", "pay": "paid", "send": "sent", "win": "won", "lay": "laid",
        "run": "ran running", "sink": "sank sunk", "catch": "caught", "sit": "sat sitting", "say": "said",
        "find": "found", "tear": "tore torn", "buy": "bought", "put": "putting", "cut": "cutting", "set": "setting",
        "let": "letting", "shut": "shutting", "stop": "stopped", "drop": "dropped dropping", "tip": "tipped",
    }.items()
    for form in forms.split()
}  # fmt: skip
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""))


def find_english_phrases(words: Sequence[str]) -> list[Phrase]:
    """Find the expressions among folded English words in order, the longest where two begin alike; none overlap."""
    bases = [_bases(word) for word in words]
    found: list[Phrase] = []
    taken: set[int] = set()
    for start, first in enumerate(bases):
        patterns = [pattern for key in sorted(first) for pattern in _patterns().get(key, ())]
        read = ((heads, _places(bases, start, rest)) for rest, heads in patterns)
        heads, places = next(((heads, places) for heads, places in read if places), ((), ()))
        if places and taken.isdisjoint(places):
            found.append(Phrase(heads, places))
            taken.update(places)
    return found


def _places(bases: Sequence[frozenset[str]], start: int, rest: Sequence[str]) -> tuple[int, ...]:
    places = [start]
    for word in rest:
        last = places[-1]
        after = range(last + 1, min(last + 2 + _BETWEEN, len(bases)))
        place = next((place for place in after if word in bases[place]), None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)


@lru_cache(maxsize=4096)
def _bases(word: str) -> frozenset[str]:
    """Return what a word may be a form of, itself included."""
    found = {word, _IRREGULAR.get(word, word)}
    found.update(word[: -len(end)] + base for end, base in _ENDINGS if word.endswith(end) and len(word) > len(end) + 1)
    return frozenset(found)


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Return the expressions by their first word, the longest first, with the French index terms they are read as."""
    heads: dict[tuple[str, ...], list[str]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line[:1] not in ("", "#"):
            head, _, expressions = line.partition(": ")
            for expression in expressions.split(", "):
                heads.setdefault(tuple(expression.split()), []).append(stem(head))
    patterns: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for key in sorted(heads, key=len, reverse=True):
        patterns.setdefault(key[0], []).append((key[1:], tuple(dict.fromkeys(heads[key]))))
    return patterns
