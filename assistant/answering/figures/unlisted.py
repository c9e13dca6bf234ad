"""Countries and peoples that no list has, as the articles name them: « la Kavarie » and « les soldats kavariens ».

A name is one where the articles also have its people: a word in small letters that the background press does not know,
made of the name's root and an ending such as « -ien » or « -ais ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from assistant.language import lexicon
from assistant.language.folding import fold, word_list
from assistant.language.names import gazetteer
from assistant.language.words import stem

_PEOPLE = re.compile(
    r"(?<![\w’'-])(?P<root>[a-zà-ÿ]{3,}?)"
    r"(?:[ié]?en(?:ne)?s?|ais(?:es?)?|ois(?:es?)?|aine?s?|iotes?|ites?|(?<=[nrdltsv])es?)(?![\w-])"
)
_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][a-zà-ÿ]{3,}(?!\w)")
_ENDING = re.compile(r"(?:ie|ia|ya|ye|ue|es|a|e|o|y)$")
_KEY = "@~"


def unlisted(texts: Iterable[str]) -> Mapping[str, str]:
    """Return the names and peoples of some texts that no list has.

    Args:
        texts: of the articles, and the question.

    Returns:
        Folded word ("kavarie", "kavariens") to the key of what it names, which starts with ``@~``.
    """
    found: dict[str, str] = {}
    peoples: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for text in texts:
        for root, people in _peoples(text):
            peoples.setdefault(root, set()).add(people)
        for root, name in _names(text):
            names.setdefault(root, set()).add(name)
    listed = gazetteer().keys
    for root in sorted(peoples.keys() & names.keys()):
        words = peoples[root] | names[root]
        if not any((word,) in listed for word in words):
            found.update(dict.fromkeys(sorted(words), f"{_KEY}{root}"))
    return found


def unlisted_in(words: str, known: Mapping[str, str]) -> list[str]:
    """Return the keys of the unlisted names in words, in order."""
    return [known[word] for word in (fold(word) for word in word_list(words)) if word in known] if known else []


@lru_cache(maxsize=512)
def _peoples(text: str) -> frozenset[tuple[str, str]]:
    found = {(match["root"], match.group()) for match in _PEOPLE.finditer(text)}
    return frozenset((fold(root), fold(word)) for root, word in found if not lexicon.is_background_word(stem(word)))


@lru_cache(maxsize=512)
def _names(text: str) -> frozenset[tuple[str, str]]:
    return frozenset((_ENDING.sub("", fold(name)), fold(name)) for name in set(_NAME.findall(text)))
