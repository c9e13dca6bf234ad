"""The words of a quote, each with its kinds: what the words that answer are told from the others by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assistant.language.dates import find_dates
from assistant.language.folding import fold
from assistant.language.lexicon import background_idf
from assistant.language.names import merge_names
from assistant.language.numbers import find_numbers
from assistant.language.verb_forms import verb_forms
from assistant.language.words import is_stop_word, stem

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_WORD = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W_]+|[%€$£°]")
_SPACES = re.compile(r"[ \u00a0\u202f\u2009]")
# By the word in lower case with its accents: "à" is no verb and "a" no preposition.
CLOSED: Mapping[str, str] = MappingProxyType(
    {
        "article": "le la les l un une the an",
        "of": "de d du des of",
        "at": "à au aux at to",
        "in": "en in",
        "preposition": "dans sur sous vers chez entre contre avec sans pour depuis pendant durant avant après dès lors "
        "jusqu jusque selon malgré près parmi face hors on with from since",
        "by": "par by",
        "and": "et ou ni mais or donc car puis and but",
        "relative": "qui que qu dont où lequel laquelle lesquels lesquelles duquel auquel quand lorsque lorsqu si "
        "comme tandis afin parce puisque puisqu quoi who which that when where",
        "be": "est sont était étaient fut furent sera seront serait être été étant soit is are was were been",
        "have": "a ont avait avaient eut eurent aura auront aurait avoir eu ayant has have had",
        "pronoun": "il elle ils elles on se s je j nous vous lui y ne n pas me m te t ce c cela ceci celui celle ceux",
        "determiner": "cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos quelques plusieurs chaque "
        "certains certaines tout toute tous toutes aucun aucune",
        "adverb": "plus moins environ très aussi ainsi alors déjà encore même presque quelque seulement toujours puis "
        "ensuite enfin notamment surtout",
    }
)
_KIND_OF = {word: kind for kind, words in CLOSED.items() for word in words.split()}
_TIME = frozenset(
    """lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd demain veille lendemain nuit matin soir semaine
    semaines mois jour jours année années an ans décennie décennies heure heures week-end siècle siècles janvier février
    mars avril mai juin juillet août septembre octobre novembre décembre minutes minute secondes seconde printemps été
    automne hiver début fin époque""".split()
)
_FINITE = re.compile(r".{2,}(?:ait|aient|èrent|era|eront|irent|urent|ent|oit|end|ut|it)$")
_PARTICIPLE = re.compile(r".{2,}(?:ée?s?|ant)$")
_INFINITIVE = re.compile(r".{2,}(?:er|ir|oir|re)$")
KINDS = (
    *CLOSED, "capital", "known_name", "number", "date", "time", "symbol", "verb", "finite", "participle", "infinitive",
    "plain", "asked", "counted",
)  # fmt: skip
"""What a word may be, several at once; ``asked`` and ``counted`` are the question's own words."""
GAPS = ("edge", "comma", "stop", "opens", "closes", "mark", "dash")
"""What may stand between two words; ``edge`` is the beginning or the end of the quote."""
_GAP_SIGNS = {"comma": ",", "stop": ";:.!?…", "opens": "(«“[", "closes": ")»”]", "mark": "\"'", "dash": "–—"}
COLUMN = {name: place for place, name in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """A quote as words.

    Attributes:
        starts: offset of each word in the quote, ``(n,)``.
        ends: offset of its end, exclusive, ``(n,)``.
        terms: index term of each word; empty for a grammar word.
        kinds: ``(n, len(KINDS))``, 1 or 0; the question's columns are still empty.
        gaps: ``(n + 1, len(GAPS))``: what stands before each word, and after the last.
        joined: ``(n + 1,)``: the word is tied to the one before ("Chalon-sur-Saône").
        depth: ``(n,)``: how many brackets and quotation marks are open at each word.
        rarity: ``(n,)``: weight of each word in the background press, 0 for a grammar word.
        runs: for ``name``, ``date`` and ``number``, which mention a word is in, ``(n,)``, -1 for none.
    """

    starts: Ints
    ends: Ints
    terms: tuple[str, ...]
    kinds: Floats
    gaps: Floats
    joined: NDArray[np.bool_]
    depth: Ints
    rarity: Floats
    runs: Mapping[str, Ints]

    def __len__(self) -> int:
        return len(self.terms)


def read_quote(text: str) -> QuoteWords:
    """Cut a quote into words and say what each is."""
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end] for start, end in spans]
    between = [text[a:b] for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True)]
    gaps = np.array([_gap(gap) for gap in between]).reshape(len(between), len(GAPS))
    gaps[[0, -1], 0] = 1.0
    starts, ends = (np.array([span[side] for span in spans], dtype=np.int64) for side in (0, 1))
    terms, known = _terms(words)
    runs = {
        "date": _mentions([(one.start, one.end) for one in find_dates(text)], starts),
        "number": _mentions([(one.start, one.end) for one in find_numbers(text)], starts),
        "name": _name_runs(words, between, terms),
    }
    kinds = np.array([_kinds(word) for word in words]).reshape(len(words), len(KINDS))
    kinds[:, COLUMN["known_name"]] = known
    kinds[:, COLUMN["date"]] = runs["date"] >= 0
    kinds[:, COLUMN["number"]] = (runs["number"] >= 0) | kinds[:, COLUMN["number"]].astype(bool)
    return QuoteWords(
        starts=starts,
        ends=ends,
        terms=tuple(terms),
        kinds=kinds,
        gaps=gaps,
        joined=np.array([gap in ("-", "\u2010", "\u2011") for gap in between]),
        depth=_depth(between),
        rarity=np.array([background_idf(term) if term else 0.0 for term in terms]),
        runs=runs,
    )


def _gap(gap: str) -> list[float]:
    return [0.0, *(float(any(sign in gap for sign in signs)) for signs in _SIGNS_IN_ORDER)] if gap.strip() else _SPACE


_SIGNS_IN_ORDER = tuple(_GAP_SIGNS[name] for name in GAPS[1:])
_SPACE = [0.0] * len(GAPS)


@lru_cache(maxsize=65_536)
def _kinds(word: str) -> tuple[float, ...]:
    lower = word.lower()
    found = {_KIND_OF[lower]} if lower in _KIND_OF and (word == lower or len(word) < 4) else set()
    if word in "%€$£°":
        found.add("symbol")
    elif word[0].isdigit():
        found.add("number")
    elif not found and word[0].isupper():
        found.add("capital")
    elif not found:
        found |= {"plain"}
        found |= {
            kind
            for kind, form in (("finite", _FINITE), ("participle", _PARTICIPLE), ("infinitive", _INFINITIVE))
            if form.match(lower)
        }
    if lower in verb_forms():
        found.add("verb")
    if lower in _TIME:
        found.add("time")
    return tuple(float(kind in found) for kind in KINDS)


def _terms(words: Sequence[str]) -> tuple[list[str], list[bool]]:
    """Return the index term of each word, and whether it is a name of the gazetteer (every word of it has its key)."""
    folded = [fold(_SPACES.sub("", word)) for word in words]
    terms: list[str] = []
    known: list[bool] = []
    for name, length in merge_names(folded):
        at = len(terms)
        if name.startswith("@"):
            terms += [name] * length
        else:
            terms.append(
                "" if is_stop_word(name) or not name[:1].isalnum() else stem(_SPACES.sub("", words[at]).lower())
            )
        known += [name.startswith("@")] * length
    return terms, known


def _mentions(spans: Sequence[tuple[int, int]], starts: Ints) -> Ints:
    found = np.full(len(starts), -1, dtype=np.int64)
    for number, (start, end) in enumerate(spans):
        found[(starts >= start) & (starts < end)] = number
    return found


_PARTICLES = frozenset("de du des d la le l al el ben bin von van der".split())


def _name_runs(words: Sequence[str], between: Sequence[str], terms: Sequence[str]) -> Ints:
    """Number the runs of capitalised words; particles and hyphens do not end one, but may not be its last."""
    found = np.full(len(words), -1, dtype=np.int64)
    number, last = -1, -9
    for place, word in enumerate(words):
        if not word[0].isupper() or (word.lower() in _KIND_OF and len(word) > 1 and not terms[place]):
            continue
        inner = words[last + 1 : place] if last >= 0 else ["."]
        tied = all(not gap.strip(" -'’\u00a0\u202f.") for gap in between[last + 1 : place + 1])
        if not (tied and len(inner) <= 2 and all(one in _PARTICLES for one in inner)):
            number += 1
            last = place - 1
        found[last + 1 : place + 1] = number
        last = place
    return found


def _depth(between: Sequence[str]) -> Ints:
    depths, depth, straight = [], 0, 0
    for gap in between[:-1]:
        depth += sum(gap.count(sign) for sign in "(«“[") - sum(gap.count(sign) for sign in ")»”]")
        straight ^= gap.count('"') & 1
        depths.append(2 * depth + straight)
    return np.array(depths, dtype=np.int64)
