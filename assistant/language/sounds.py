"""How a French word sounds, roughly: words written as they are heard have the key of the word that is meant.

"sivils" and "civils", "kombien" and "combien", "prézidan" and "président" have one key each. The idea is that
of Soundex (Russell 1918) and of its French heirs, with rules of our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.language.folding import fold

# In order. A capital stands for a sound of several letters: C ch, G gn, J soft g, U ou, O on, A an, I in, E eu.
_RULES = tuple(
    (re.compile(written), sound)
    for written, sound in (
        (r"sch|sh|ch", "C"),
        (r"ph", "f"),
        (r"gn", "G"),
        (r"h", ""),
        (r"qu|q|ck", "k"),
        (r"cc(?=[eiy])", "ks"),
        (r"sc(?=[eiy])", "s"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"ge(?=[aou])|g(?=[eiy])", "J"),
        (r"gu(?=[ei])", "g"),
        (r"j", "J"),
        (r"tion|ssion|cion", "sion"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"z", "s"),
        (r"eaux?|aux?", "o"),
        (r"ou", "U"),
        (r"oi", "va"),
        (r"oeu|eu", "E"),
        (r"ie[nm](?![aeiouynmAEIOU])", "iI"),
        (r"(?:ai|ei|[iyu])[nm](?![aeiouynmAEIOU])", "I"),
        (r"[ae][nm](?![aeiouynmAEIOU])", "A"),
        (r"o[nm](?![aeiouynmAEIOU])", "O"),
        (r"ai|ei", "e"),
        (r"y", "i"),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_SILENT = re.compile(r"(?<=..)[tdsp]$", re.MULTILINE)


@lru_cache(maxsize=4096)
def sound_key(word: str) -> str:
    """Return a key that words of one sound share: folded, letters that sound alike made one.

    Args:
        word: one word or its stem, written in any way.
    """
    return _heard(fold(word))


def keys_of_terms(terms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield ``(key, term)`` for each key by which an index term may be meant.

    That is with and without a consonant at its end, which may be silent ("accident"); and a stem ends
    before the letter that tells how its last one sounds: "polic", "villag".

    Args:
        terms: folded. All are read at once, for no rule reaches across a line.
    """
    soft = [term for term in terms if term.endswith(("c", "g"))]
    keys = _heard("\n".join(terms))
    silent = _SILENT.sub("", keys)
    followed = [key[:-1] for key in _heard("\n".join(f"{term}e" for term in soft)).split("\n")]
    pairs = [*zip(keys.split("\n"), terms, strict=False), *zip(followed, soft, strict=False)]
    yield from dict.fromkeys([*pairs, *zip(silent.split("\n"), terms, strict=False)])


def _heard(text: str) -> str:
    for written, sound in _RULES:
        text = written.sub(sound, text)
    return _DOUBLED.sub(r"\1", text)
