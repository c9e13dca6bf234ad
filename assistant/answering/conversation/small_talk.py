"""What is said to a person rather than asked of the articles: greetings, thanks, praise, insults.

A short list of phrases, compared without case, accents and punctuation, letters drawn out ("merciii") and one
slip a word forgiven. "Merci, et la Russie ?" is a question with a word of thanks before it: the courtesy is
taken off, the question is answered.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.answering.conversation.phrases import BESIDE, OPINION, PHRASES, TRAILING, TalkKind
from assistant.language.folding import fold
from assistant.language.words import stem
from assistant.types import Language

_Words = tuple[str, ...]

# These may be left out before a question: the others could be part of it.
_LEADING: frozenset[TalkKind] = frozenset(
    {"greeting", "thanks", "agreement", "praise", "apology", "wellbeing", "insult"}
)
_OPENS_A_QUESTION = frozenset(
    """et mais qui que qu quoi quel quelle quels quelles quand comment combien pourquoi ou est peux pouvez dis dites
    donne resume j je tu and but who what which when where why how is are do does did can could tell""".split()
)
_JOINING = frozenset("et mais alors donc and but so".split())
_WORD = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_PAUSE = re.compile(r"\s*[,.;:!?…–—\n-]")
_SLIP_FROM = 6
"""Letters from which on a word may have a slip: shorter ones are too near each other ("great", "Greta")."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """What kind of small talk was said; ``language`` is None where the words tell none ("ok")."""

    kind: TalkKind
    language: Language | None


def small_talk(text: str, vocabulary: Collection[str] = ()) -> SmallTalk | None:
    """Return what small talk a text is; None when it is not, or asks something besides.

    Args:
        text: as typed.
        vocabulary: index terms of the corpus: a word that it has is not a slip for another.
    """
    words = _folded(_WORD.findall(text))
    if opinion := _opinion(words):
        return opinion
    found: list[SmallTalk] = []
    place = 0
    while place < len(words):
        phrase = _phrase_at(words, place, vocabulary)
        beside = _longest(_beside(), words, place)
        if phrase is None and not beside:
            return None
        if phrase is not None and phrase[1] >= beside:
            found.append(phrase[0])
        place += max(phrase[1] if phrase else 0, beside)
    return _most_telling(found)


def without_courtesy(text: str, vocabulary: Collection[str] = ()) -> str:
    """Return a question without the greeting or thanks before it and the "please" after it."""
    spans = [match.span() for match in _WORD.finditer(text)]
    words = _folded([text[start:end] for start, end in spans])
    first = at = 0
    while at < len(words):
        phrase = _phrase_at(words, at, vocabulary)
        if phrase is None or phrase[0].kind not in _LEADING:
            break
        at += phrase[1]
        while not _pauses(text, spans, at) and (beside := _longest(_beside(), words, at)):
            if words[at] in _OPENS_A_QUESTION:
                break
            at += beside
        # "Ok merci, et pourquoi ?": one may follow another, the question starts after the last.
        if at < len(words) and (_pauses(text, spans, at) or words[at] in _OPENS_A_QUESTION):
            first = at
    last = len(words)
    for length in range(min(4, last - first - 1), 0, -1):
        if tuple(words[last - length :]) in _trailing():
            last -= length
            break
    if (first, last) == (0, len(words)) or first >= last:
        return text
    end = spans[last - 1][1] if last < len(words) else len(text)
    kept = text[spans[first][0] : end].strip()
    asks = last < len(words) and text.rstrip().endswith("?") and not kept.endswith("?")
    kept = kept[:1].upper() + kept[1:]
    return f"{kept} ?" if asks else kept


def _most_telling(found: Sequence[SmallTalk]) -> SmallTalk | None:
    """Return what to answer to: "ok merci" is thanks, "bonjour, qui es-tu ?" asks who."""
    order: Sequence[TalkKind] = (
        "identity", "abilities", "insult", "wellbeing", "thanks", "goodbye", "praise", "apology", "greeting",
        "agreement",
    )  # fmt: skip
    if not found:
        return None
    best = min(found, key=lambda one: order.index(one.kind))
    said_in = best.language or next((one.language for one in found if one.language), None)
    return SmallTalk(best.kind, said_in)


def _opinion(words: Sequence[str]) -> SmallTalk | None:
    """Return the question for an opinion that the words begin with, a conjunction before it or not."""
    said = " ".join(words[1:] if words and words[0] in _JOINING else words) + " "
    languages = (language for language, phrases in OPINION for one in phrases.split("|") if said.startswith(f"{one} "))
    language = next(languages, None)
    return SmallTalk("opinion", language) if language else None


def _phrase_at(words: Sequence[str], place: int, vocabulary: Collection[str]) -> tuple[SmallTalk, int] | None:
    for length in range(min(_longest_phrase(), len(words) - place), 0, -1):
        said = _phrases().get(tuple(words[place : place + length]))
        if said is not None:
            return said, length
    for length in range(min(_longest_phrase(), len(words) - place), 0, -1):
        said = _misspelt(tuple(words[place : place + length]), vocabulary)
        if said is not None:
            return said, length
    return None


def _misspelt(words: _Words, vocabulary: Collection[str]) -> SmallTalk | None:
    """Return the phrase that words are but for one slip in one word."""
    for phrase, said in _phrases_of(len(words)):
        other = [(right, typed) for right, typed in zip(phrase, words, strict=True) if right != typed]
        if len(other) == 1 and _is_slip(*other[0], vocabulary):
            return said
    return None


def _is_slip(right: str, typed: str, vocabulary: Collection[str]) -> bool:
    return min(len(right), len(typed)) >= _SLIP_FROM and stem(typed) not in vocabulary and _one_edit(right, typed)


def _one_edit(left: str, right: str) -> bool:
    """Tell whether two words differ by one letter put in, left out or changed, or by two that changed places."""
    if len(left) > len(right):
        left, right = right, left
    same = next((place for place, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), len(left))
    if len(left) < len(right):
        return left[same:] == right[same + 1 :]
    swapped = left[same + 1 : same + 2] + left[same : same + 1] + left[same + 2 :] == right[same:]
    return left[same + 1 :] == right[same + 1 :] or swapped


def _longest(phrases: Collection[_Words], words: Sequence[str], place: int) -> int:
    lengths = range(min(4, len(words) - place), 0, -1)
    return next((length for length in lengths if tuple(words[place : place + length]) in phrases), 0)


def _pauses(text: str, spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Tell whether a mark of punctuation, or the end, stands before a word."""
    return place >= len(spans) or _PAUSE.match(text, spans[place - 1][1], spans[place][0]) is not None


def _folded(words: Sequence[str]) -> list[str]:
    return [_DRAWN_OUT.sub(r"\1", fold(word)) for word in words]


def _split(phrases: str) -> Iterator[_Words]:
    return (tuple(phrase.split()) for phrase in phrases.replace("\n", " ").split("|"))


@lru_cache(maxsize=1)
def _phrases() -> Mapping[_Words, SmallTalk]:
    said: dict[_Words, SmallTalk] = {}
    for kind, language, text in PHRASES:
        for phrase in _split(text):
            both = phrase in said and said[phrase].language != language
            said[phrase] = SmallTalk(kind, None if both else language or None)
    return said


@cache
def _phrases_of(length: int) -> tuple[tuple[_Words, SmallTalk], ...]:
    return tuple((phrase, said) for phrase, said in _phrases().items() if len(phrase) == length)


@lru_cache(maxsize=1)
def _longest_phrase() -> int:
    return max(map(len, _phrases()))


@lru_cache(maxsize=1)
def _beside() -> frozenset[_Words]:
    return frozenset(_split(BESIDE))


@lru_cache(maxsize=1)
def _trailing() -> frozenset[_Words]:
    return frozenset(_split(TRAILING))
