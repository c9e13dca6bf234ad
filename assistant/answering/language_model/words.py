"""A sentence as the words that carry what it says, in order, and a quote as stretches that can stand or be left out.

Every word counts but "le", "de", "à", "et", "que" and the forms of "avoir": also negations, prepositions, pronouns
and auxiliaries, since « a été tué par » and « a tué » differ in nothing else. Words are compared by their stem; a few
verbs of plain saying are one ("a dit", "a déclaré"), and so are the forms of "être".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.folding import fold
from assistant.language.names import merge_names
from assistant.language.numbers import Number, find_numbers
from assistant.language.words import stem
from assistant.types import Language

_WORD = re.compile(r"[^\W_]+")
_LIGHT = frozenset(
    fold(
        """le la les l des du de d au aux ce cet cette ces c a à ai as ont avons avez avait avaient avais avions
        aviez avoir ayant eu eue eus eues et que qu y en t the an of to and that has have had"""
    ).split()
)
_BEING = frozenset(
    fold(
        """est sont était étaient été être étant fut furent sera seront serait seraient suis sommes êtes es soit soient
        is are was were be been being"""
    ).split()
)
_SAYING = frozenset(
    stem(verb)
    for verb in """dit disent dire déclare déclaré affirme affirmé indique indiqué annonce annoncé précise précisé
    ajoute ajouté explique expliqué souligne souligné""".split()
)
_WOULD = re.compile(r"(?!(?:re|por|ex|at|abs|dis|sous)?trait$)\w{2,}(?:rait|raient|rions|riez)")
_WILL = re.compile(
    r"(?:aur|ser|fer|ir)(?:a|ont)|(?!(?:ankara|opera|camera|cholera|sahara|tiara)$)\w{2,}(?:[aei]r|dr|vr|tr|rr)(?:a|ont)"
)
_BORDER = re.compile(
    r",(?!\d)|[;:()«»“”\"—–…]|(?<=\s)-(?=\s)"
    r"|(?<=\s)(?=(?:que|qui|dont|où|lorsque|tandis|alors que|mais|et|ou|pour|afin|puis|après|avant"
    r"|while|that|which|who|but|and)\b|(?:qu|lorsqu)['’])",
    re.IGNORECASE,
)
_MAY_END = re.compile(
    r"(?<!\w)(?:à|au|aux|dans|sur|lors|depuis|pendant|durant|vers|près|par|contre|après|avant|entre|chez"
    r"|en(?! (?:partie|vain|théorie|principe|apparence|général|cause|garde|effet|fait|place|œuvre|joue)\b)"
    r"|in|on|at|by|near|since|during)(?!\w)",
    re.IGNORECASE,
)

_LEANING = re.compile(
    r"(?<!\w)(?:qui|que|dont|où|(?:aux?|du|des|l[ea]s?)?quel\w*|mais|ou|puis|which|who|whom|whose|that|but|or)(?!\w)|qu['’]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word that counts, or a number: what it is compared by, and where it stands in its text."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a quote between two borders of its clauses.

    Attributes:
        words: those that count, in order; never empty.
        ends: how many of its words may be kept from its start: all, or up to a preposition.
        leans: whether it needs the one before it: « qui », « dont », « mais » would otherwise follow something else.
    """

    words: tuple[Word, ...]
    ends: tuple[int, ...]
    leans: bool


def words_of(text: str, *, language: Language = "fr") -> tuple[Word, ...]:
    """Return the words of a text that count, in order; a number is one, with the words that bound it.

    Args:
        text: a sentence, composed (NFC) or not: keys have no accents.
        language: in which its numbers are written.
    """
    numbers = find_numbers(text, language=language)
    found = [Word(_number_key(text, one), *one.said) for one in numbers]
    taken = {place for one in found for place in range(one.start, one.end)}
    plain = [match for match in _WORD.finditer(text) if match.start() not in taken]
    position = 0
    for name, length in merge_names([fold(match.group()) for match in plain]):
        first, last = plain[position], plain[position + length - 1]
        keys = [name] if name.startswith("@") else _keys(first.group().casefold())
        found += [Word(key, first.start(), last.end()) for key in keys]
        position += length
    return tuple(sorted(found, key=lambda word: word.start))


def keys_of(text: str, *, language: Language = "fr") -> tuple[str, ...]:
    """Return what the words of a text are compared by."""
    return tuple(word.key for word in words_of(text, language=language))


def stretches_of(quote: str, *, language: Language = "fr") -> tuple[Stretch, ...]:
    """Split a quote where a clause, an apposition or a quotation begins or ends; what holds no word is left out."""
    words = words_of(quote, language=language)
    borders = [match.start() for match in _BORDER.finditer(quote)]
    groups: dict[int, list[Word]] = {}
    for word in words:
        before = sum(border <= word.start for border in borders)
        groups.setdefault(before, []).append(word)
    starts = [0, *(group[-1].end for group in groups.values())]
    return tuple(
        Stretch(tuple(group), tuple(_ends(quote, group)), _LEANING.search(quote, start, group[0].end) is not None)
        for start, group in zip(starts, groups.values(), strict=False)
    )


def _ends(quote: str, words: list[Word]) -> Iterator[int]:
    yield len(words)
    for place in range(len(words) - 1, 1, -1):
        if words[place - 1].key != "=être" and _MAY_END.search(quote, words[place - 1].end, words[place].end):
            yield place


def _number_key(text: str, number: Number) -> str:
    """Return the key of a number: its value and the words that bound it, "au moins" or "plus de"."""
    first, last = number.said
    return f"#{number.value:g} {fold(text[first : number.start] + text[number.end : last]).strip()}"


@lru_cache(maxsize=65_536)
def _keys(word: str) -> list[str]:
    """Return the keys of one word in lower case: none for a light one, two for a verb in the conditional or future."""
    folded = fold(unicodedata.normalize("NFC", word))
    if folded in _LIGHT:
        return []
    key = stem(unicodedata.normalize("NFC", word))
    key = "=être" if folded in _BEING else "=say" if key in _SAYING else key
    mood = ["=would"] if _WOULD.fullmatch(folded) else ["=will"] if _WILL.fullmatch(folded) else []
    return [key, *mood]
