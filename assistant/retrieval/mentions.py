"""A publisher named in a question ("selon Euronews") asks for that publisher's articles: it is a filter, not a word."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.language.folding import fold, word_list
from assistant.language.names import merge_names
from assistant.language.words import is_stop_word

# Words that introduce a publisher and say nothing of the subject.
_CARRIERS = re.compile(
    r"(?<!\w)(?:articles?|journal|journaux|sites?|médias?|cité[es]*|publiée?s?|parue?s?|newspaper|outlet)(?!\w)",
    re.IGNORECASE,
)


def publishers_mentioned(question: str, publishers: Collection[str]) -> tuple[tuple[str, ...], str]:
    """Find the publishers of the corpus that a question names.

    Args:
        question: the question.
        publishers: the names in the corpus.

    Returns:
        The publishers named, in alphabetical order, and the question with their names blanked out,
        each character of them replaced by ``_``, so that offsets stay.
    """
    words = [(match.start(), match.end(), fold(match.group())) for match in re.finditer(r"[^\W_]+", question)]
    found: set[str] = set()
    left = question
    for publisher in sorted(publishers, key=lambda name: (-len(name), name)):
        for spelling in _spellings(publisher):
            for place in range(len(words) - len(spelling) + 1 if spelling else 0):
                run = words[place : place + len(spelling)]
                start, end = run[0][0], run[-1][1]
                same = [word for _, _, word in run] == spelling
                apart = not (question[:start].endswith("-") or re.match(r"-\w", question[end:]))  # not "la Croix-Rouge"
                if same and apart and _is_name(question[start:end], publisher) and left[start] != "_":
                    found.add(publisher)
                    left = left[:start] + "_" * (end - start) + left[end:]
    if found:
        left = _CARRIERS.sub(lambda match: "_" * len(match.group()), left)
    return tuple(sorted(found)), left


def _is_name(written: str, publisher: str) -> bool:
    """Tell a name from the same words: "le Monde" and "20 Minutes" are, "le monde" and "20 minutes" are not."""
    capital = any(word[0].isupper() and not is_stop_word(fold(word)) for word in re.findall(r"[^\W_]+", written))
    return capital or publisher == publisher.lower()


def _spellings(publisher: str) -> list[list[str]]:
    """Return a publisher's name in words, and without a place at its end: "Sputnik Afrique" is called "Sputnik"."""
    words = word_list(fold(publisher))
    spellings = [words]
    merged = list(merge_names(words))
    if len(merged) == 2 and merged[-1][0].startswith("@") and len(words[0]) > 3:
        spellings.append(words[: len(words) - merged[-1][1]])
    return spellings
