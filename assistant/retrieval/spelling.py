"""Words of a question that are misspelt, or foreign names written another way, matched with the corpus."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from assistant.language.folding import name_key
from assistant.language.lexicon import background_count, background_terms
from assistant.language.names import gazetteer
from assistant.language.sounds import sound_key
from assistant.language.words import stem, stems
from assistant.retrieval.lookup import TermLookup, lookup

_SHORTEST = 3
_SHORTEST_CHANGED = 5
_SHORTEST_STEM = 4
_MOST_MEANT = 2
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS = tuple(
    (re.compile(heard), usual)
    for heard, usual in (
        (r"(?:x|ks|cs|ct|kt)ions?$", "ction"),
        (r"(?<=[aiu])[scz]+ions?$", "tion"),
        (r"m[ae]nt?s?$", "ment"),
        (r"an[sc]+es?$", "ance"),
        (r"ai(?:en)?$", "ait"),
        (r"(?<=[a-z]{3})en$", "er"),
    )
)


def spellings(word: str, vocabulary: Collection[str]) -> list[str]:
    """Find the terms that an unknown word may be another spelling of, by transliteration, then by edit distance."""
    if len(word) < 4 or word.isdigit():
        return []
    known = lookup(vocabulary)
    same = {term for key in (name_key(word), name_key(stem(word))) for term in known.of_key(key)}
    if same:
        return sorted(same)
    most = 1 if len(word) < 8 else 2
    names, keys = _names()
    named = {keys[name] for name in names.maybe_near(word, most) if keys[name] in vocabulary and near(name, word, most)}
    if named:
        return sorted(named)
    close = [term for term in known.maybe_near(word, most) if near(term, word, most)]
    root = stem(word)
    close += [term for term in known.maybe_near(root, 1) if term[:1] == word[:1] and near(term, root, 1)]
    close += [term for term in (f"h{root}",) if term in vocabulary]
    return sorted(set(close))


def one_letter_off(word: str, vocabulary: Collection[str]) -> list[str]:
    """Find the terms that an unknown word would have if one letter of it were right: "courrant", "dimanch".

    The letter is changed before the stem is taken, for an ending that is misspelt is not taken off.

    Args:
        word: folded.
        vocabulary: the index terms of the corpus.
    """
    if len(word) < _SHORTEST_CHANGED or not word.isalpha():
        return []
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    changed = [before + after[1:] for before, after in cuts if after]
    changed += [before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1]
    changed += [before + letter + after for before, after in cuts for letter in _ALPHABET]
    changed += [before + letter + after[1:] for before, after in cuts if after for letter in _ALPHABET]
    found = {term for term in stems(sorted({*changed})) if term in vocabulary and len(term) >= _SHORTEST_STEM}
    return sorted(found, key=lambda term: (-background_count(term), term))[:_MOST_MEANT]


@lru_cache(maxsize=1)
def _names() -> tuple[TermLookup, Mapping[str, str]]:
    """Return the names of one word in the gazetteer, and their keys."""
    keys = {name[0]: key for name, key in gazetteer().keys.items() if len(name) == 1}
    return TermLookup(keys), keys


def sounding_alike(word: str, vocabulary: Collection[str]) -> list[str]:
    """Find the terms that a word nobody wrote so may be, by its sound: of the corpus, else of the French press.

    Args:
        word: in small letters, with its accents: "lansée" ends as "lancée" does.
        vocabulary: the index terms of the corpus.
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return []
    keys = {sound_key(form) for said in (word, *_usual_endings(word)) for form in (said, stem(said))}
    keys = {key for key in keys if len(key) >= _SHORTEST}
    known = lookup(vocabulary)
    return sorted({term for key in keys for term in known.sounding(key)}) or sorted(
        {term for key in keys for term in _press().sounding(key)}
    )


@lru_cache(maxsize=1)
def _press() -> TermLookup:
    return TermLookup(background_terms())


def _usual_endings(word: str) -> list[str]:
    """Return the word with an ending as French spells it: "elecsion", "gouverneman"; then it can be stemmed."""
    return [ending.sub(usual, word) for ending, usual in _ENDINGS if ending.search(word)]


def beginnings(word: str, vocabulary: Collection[str]) -> list[str]:
    """Find the longest term that begins a word whose ending is misspelt, so that it was not stemmed: "mobilisasion"."""
    terms = [word[:length] for length in range(len(word) - 1, 5, -1) if word[:length] in vocabulary]
    return terms[:1] if terms and len(word) - len(terms[0]) <= 7 else []


def near(term: str, word: str, most: int) -> bool:
    """Tell whether two words are at most ``most`` edits apart (Levenshtein, transpositions count one)."""
    if len(term) < 4 or term.startswith("@") or abs(len(term) - len(word)) > most:
        return False
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, left in enumerate(term, 1):
        older, before = before, row
        row = [i]
        for j, right in enumerate(word, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == word[j - 2] and term[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most
