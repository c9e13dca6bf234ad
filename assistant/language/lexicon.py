"""What words mean beyond their letters, learned from data: translations, paraphrases, how common a word is.

The tables are made by ``assistant/training/lexicon.py`` and ship in ``assistant/model/``:

* ``lexicon_en_fr.tsv``: English word to French index terms, by IBM Model 1 (Brown et al. 1993);
* ``lexicon_fr_fr.tsv``: French term to French terms that translate alike, by pivot
  (Bannard & Callison-Burch 2005);
* ``thesaurus/`` and ``english_press.txt``, beside this file, are written by hand: words that say the
  same, everyday words beside the press's, and opposites (see :mod:`assistant.language.thesaurus`);
* ``neighbours.tsv``: French term to French terms used alike in the press (Levy et al. 2015);
* ``background_df.tsv``: number of press articles in which a French term occurs, so that a word's
  weight is sound even in a corpus of five articles.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path

from assistant.language.thesaurus import SAME, thesaurus, ways_to_say
from assistant.language.words import terms

_MODEL = Path(__file__).parents[1] / "model"


def translations(word: str) -> Mapping[str, float]:
    """Return French index terms with their probability for a folded English word; empty when unknown.

    An inflected form that the table lacks is looked up by its base form ("accusing", "accuse").
    """
    table, press = _table("lexicon_en_fr.tsv"), _english_press()
    forms = _english_forms(word)
    learnt = next((table[form] for form in forms if form in table), {})
    written = next((press[form] for form in forms if form in press), {})
    return {**learnt, **written}


def paraphrases(term: str) -> Mapping[str, float]:
    """Return French index terms that may stand for a French index term, with a weight in (0, 1)."""
    return _table("lexicon_fr_fr.tsv").get(term, {})


def neighbours(term: str) -> Mapping[str, float]:
    """Return French index terms used like a French index term, with their cosine; opposites may be among them."""
    return _table("neighbours.tsv").get(term, {})


def synonyms(term: str) -> frozenset[str]:
    """Return the French index terms that surely say the same as one, itself left out."""
    return frozenset(other for other, weight in ways_to_say(term).items() if weight >= SAME)


def opposites(term: str) -> frozenset[str]:
    """Return the French index terms that say the opposite of one."""
    return thesaurus().opposites.get(term, frozenset())


def background_idf(term: str) -> float:
    """Return the inverse document frequency of a French index term in the background press, natural log.

    The formula is BM25's, ``ln(1 + (N - df + 0.5) / (df + 0.5))``; an unknown term is as rare as can be.
    """
    frequencies, articles = _background()
    frequency = frequencies.get(term, 0)
    return math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5))


def is_background_word(term: str) -> bool:
    """Tell whether a term is an ordinary word of the French press (so not a spelling mistake)."""
    return term in _background()[0]


def background_count(term: str) -> int:
    """Return in how many articles of the background press a French index term occurs."""
    return _background()[0].get(term, 0)


def background_terms() -> Collection[str]:
    """Return the index terms of the background press that are words."""
    return [term for term in _background()[0] if term.isalpha()]


def _english_forms(word: str) -> list[str]:
    forms = [word]
    for suffix, replacements in (("ies", ["y"]), ("es", ["e", ""]), ("s", [""]), ("ied", ["y"]), ("ed", ["", "e"])):
        if word.endswith(suffix):
            forms += [word[: -len(suffix)] + replacement for replacement in replacements]
    if word.endswith("ing"):
        forms += [word[:-3], word[:-3] + "e"]
    return forms


@lru_cache(maxsize=4)
def _table(name: str) -> Mapping[str, Mapping[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for line in (_MODEL / name).read_text(encoding="utf-8").splitlines():
        source, _, targets = line.partition("\t")
        pairs = (target.rpartition(":") for target in targets.split())
        table[source] = {term: float(weight) for term, _, weight in pairs}
    return table


@lru_cache(maxsize=1)
def _english_press() -> Mapping[str, Mapping[str, float]]:
    rows = (line.partition(":") for line in _lines("english_press.txt"))
    return {word: dict.fromkeys(terms(french), 1.0) for word, _, french in rows}


def _lines(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _background() -> tuple[Mapping[str, int], int]:
    lines = (_MODEL / "background_df.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    frequencies = {term: int(count) for term, count in rows}
    return frequencies, frequencies.pop("")
