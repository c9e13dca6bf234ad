"""A follow-up question completed from the turns before, so that it can be searched alone.

"Et la Russie ?" after "Que demande la France ?" asks "Que demande la Russie ?". Where no such
replacement is sound, the earlier question is added as context, which search and scoring can use.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.dates import find_dates
from assistant.language.folding import fold, word_list
from assistant.language.names import merge_names
from assistant.language.words import is_stop_word
from assistant.types import Turn

_AND = re.compile(r"^\s*(?:et|ou|mais|and|or|but|what about|how about|qu['’]en est-il d[eu]s?)\b\s*", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?<!\w)(?:il|elle|ils|elles|lui|leur|eux|celui-ci|celle-ci|ceux-ci|y|en|cela|ça|ce pays|cette ville|ce ministre"
    r"|cette personne|cet homme|he|she|they|him|her|them|it|its|his|their|that|this|those|there)(?!\w)",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(r"(?<!\w)(?:y a-t-il|il y a|a-t-il (?:eu|fallu)|est-il|s['’]agit-il|is it|there)(?!\w)", re.IGNORECASE)
_BARE = re.compile(
    r"^\s*(?:pourquoi|quand|où|comment|combien|qui|qui (?:l['’]a|le) dit|selon qui|depuis quand|et alors|why|when|where"
    r"|how|how many|who|who says so|who said (?:it|that|so)|according to whom)\s*\??\s*$",
    re.IGNORECASE,
)


def complete(question: str, history: Sequence[Turn]) -> str:
    """Return the question as it stands alone.

    Args:
        question: as asked.
        history: the turns before, oldest first.

    Returns:
        The same question when it needs nothing; otherwise the last question with its name or date
        replaced by the new one, or the new question followed by the last one in brackets.
    """
    if not history:
        return question
    before = history[-1].question
    if _BARE.match(question):
        return f"{question.strip()} ({before.strip()})"
    opened = _AND.match(question)
    rest = question[opened.end() :].strip(" ?!.") if opened else question.strip(" ?!.")
    if opened and len(word_list(rest)) <= 6:
        replaced = _replace(before, rest)
        return replaced if replaced is not None else f"{question.strip()} ({before.strip()})"
    if _leans_on_before(question):
        return f"{question.strip()} ({before.strip()})"
    return question


def _replace(before: str, new: str) -> str | None:
    """Put a new name (or date) in the place of the first of its kind in the question before; None if it has none."""
    dates, new_dates = find_dates(before), find_dates(new)
    if new_dates and dates:
        return before[: dates[0].start] + new_dates[0].text + before[dates[0].end :]
    if new_dates:
        return f"{before.rstrip(' ?')} {new} ?"
    old = _first_name(before)
    fresh = _first_name(new)
    if old is None or fresh is None:
        return None
    start, end = old
    return before[:start] + _with_article(new) + before[end:]


def _first_name(text: str) -> tuple[int, int] | None:
    """Return the span of the first name of a text with its article: a known one, or a capitalised word."""
    words = list(re.finditer(r"[^\W_]+", text))
    folded = [fold(match.group().casefold()) for match in words]
    position = 0
    for name, length in merge_names(folded):
        word = words[position].group()
        capital = position > 0 and word[0].isupper() and not is_stop_word(name)
        if name.startswith("@") or capital:
            start = words[position].start()
            end = words[position + length - 1].end()
            follower = position + length
            while capital and follower < len(words) and words[follower].group()[0].isupper():
                end = words[follower].end()
                follower += 1
            article = re.search(r"(?:(?<!\w)(?:la|le|les|the)\s+|(?<!\w)l['’])$", text[:start], re.IGNORECASE)
            return (article.start() if article else start), end
        position += length
    return None


def _with_article(name: str) -> str:
    return name[0].lower() + name[1:] if re.match(r"(?:L[ea]s?\s|L['’])", name) else name


def _leans_on_before(question: str) -> bool:
    """Tell whether a question has a pronoun for what was said before, and no name of its own."""
    plain = _IMPERSONAL.sub(" ", question)
    plain = re.sub(r"-t-(?:il|elle|on)s?|(?<=\w)-(?:ils?|elles?|on)(?!\w)", " ", plain)
    has_subject = _first_name(question) is not None
    inverted = re.search(r"-(?:ils?|elles?)(?!\w)", _IMPERSONAL.sub(" ", question)) is not None
    return not has_subject and (inverted or _PRONOUN.search(plain) is not None)
