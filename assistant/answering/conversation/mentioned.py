"""The names in a question, with the article and the preposition they stand with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.folding import fold
from assistant.language.names import merge_names
from assistant.language.words import is_stop_word

_ARTICLE = re.compile(r"(?:(?<!\w)(?:la|le|les|the)\s+|(?<!\w)l['’])$", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?<!\w)(?:(en|à|aux?|dans|chez|de|du|des|selon|par|pour|contre|avec|vers|sur|in|at|from|of|by|for|with|against"
    r"|according to|to)\s+(?:celle?s? d[eu]s?\s+)?|(d)['’])$",
    re.IGNORECASE,
)
_SAME = {"au": "à", "aux": "à", "du": "de", "des": "de", "d": "de"}
_PLACES = frozenset({"en", "à", "dans", "chez", "in", "at"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a question.

    Attributes:
        start: where it starts with its preposition and article.
        after_preposition: where it starts with its article.
        name_start: where the name itself starts.
        end: where it ends.
        preposition: the one before it, contractions undone ("du" is "de"); None without.
    """

    start: int
    after_preposition: int
    name_start: int
    end: int
    preposition: str | None

    @property
    def is_place(self) -> bool:
        """True when the preposition can be one of place."""
        return self.preposition in _PLACES


def mentions(text: str, *, is_start: bool = True) -> list[Mention]:
    """Return the names of a text in order: those the gazetteer has, and capitalised words.

    Args:
        text: a question or a part of one.
        is_start: the text starts a sentence, so that the capital of its first word tells nothing.
    """
    words = list(re.finditer(r"[^\W_]+", text))
    folded = [fold(match.group().casefold()) for match in words]
    found: list[Mention] = []
    position = 0
    for name, length in merge_names(folded):
        word = words[position].group()
        capital = (position > 0 or not is_start) and word[0].isupper() and not is_stop_word(name)
        if name.startswith("@") or capital:
            start, end = words[position].start(), words[position + length - 1].end()
            if found and text[found[-1].end : start] in {" ", "-"}:  # "Emmanuel Macron" is one
                previous = found.pop()
                found.append(
                    Mention(previous.start, previous.after_preposition, previous.name_start, end, previous.preposition)
                )
            else:
                found.append(_with_what_precedes(text, start, end))
        position += length
    return found


def _with_what_precedes(text: str, start: int, end: int) -> Mention:
    article = _ARTICLE.search(text[:start])
    after_preposition = article.start() if article else start
    preposition = _PREPOSITION.search(text[:after_preposition])
    if preposition is None:
        return Mention(after_preposition, after_preposition, start, end, None)
    word = (preposition.group(1) or preposition.group(2)).lower()
    return Mention(preposition.start(), after_preposition, start, end, _SAME.get(word, word))
