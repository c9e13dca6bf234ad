"""French words to index terms: elision, accents, stop words, names, stems.

The analysis is part of the index contract: change it and :data:`ANALYSIS_VERSION` together, so that
an index made before is refused instead of searched with other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import Stemmer

from assistant.language.folding import fold, word_list
from assistant.language.names import merge_names

ANALYSIS_VERSION = 1

# Grammar words: they say how a sentence is built, not what it is about. "pas" and "sans" are kept
# out of the index too; negation is judged on the text, not on terms.
_STOP_WORDS = frozenset(
    fold(
        """a à ai ainsi alors as au aucun aucune aujourd auquel aura auraient aurait aurons auront aussi autre autres
        aux auxquelles auxquels avaient avais avait avant avec avez aviez avions avoir avons ayant ayez ayons bien c
        car ce ceci cela celle celles celui cependant ces cet cette ceux chez ci comme d dans de depuis des desquelles
        desquels dont donc du duquel durant elle elles en encore entre es est et étaient étais était étant été êtes
        étions être eu eue eurent eus eut eux fait fut furent hier hui ici il ils j je jusqu l la laquelle le lequel
        les lesquelles lesquels leur leurs lors lorsqu lui m ma mais me même mêmes mes moi mon n ne ni nos notre nous on
        ont or ou où par parce pas pendant peu peut peuvent plus pour pourrait pourtant puis puisqu qu quand que quel
        quelle quelles quelque quelques quels qui quoi s sa sans se sera serait seraient seront ses si soi soit
        son sont sous sur t ta tandis tant te tel telle telles tels tes toi ton toujours tous tout toute toutefois
        toutes très trop tu un une vers via vos votre vous voici voilà y
        afin ailleurs après auprès beaucoup cent chacun chaque combien comment contre dès hors jamais là malgré moins
        non outre parfois parmi pourquoi près quant quelqu rien selon seulement souvent surtout plutôt déjà"""
    ).split()
) - {"contre", "sans", "cent", "apres", "pendant"}


def terms(text: str) -> list[str]:
    """Analyse French text into index terms, in order, with repetitions.

    Args:
        text: any text.

    Returns:
        Stems of the words that carry meaning, without accents; numbers as digits; a known name as
        one key that starts with ``@`` (see :mod:`assistant.language.names`).
    """
    return [term for term, _ in positioned_terms(text)]


def positioned_terms(text: str) -> list[tuple[str, int]]:
    """Analyse French text into index terms, each with the position of its (first) word, from 0."""
    words = word_list(text.casefold())
    folded = [fold(word) for word in words]
    found: list[tuple[str, int]] = []
    position = 0
    for name, length in merge_names(folded):
        if name.startswith("@"):
            found.append((name, position))
        elif name not in _STOP_WORDS:
            found.append((stem(words[position]), position))
        position += length
    return found


@lru_cache(maxsize=262_144)
def stem(word: str) -> str:
    """Return the index term of one lower-case word: its Snowball French stem, then without accents.

    The stem is taken before the accents go: "tués" and "tuée" meet only while the é is seen.
    """
    return word if word.isdigit() else fold(_stemmer().stemWord(word))


def stems(words: Sequence[str]) -> list[str]:
    """Return the index terms of many lower-case words, in order: a table is read so, several times as fast."""
    different = list(dict.fromkeys(words))
    found = fold("\n".join(_stemmer().stemWords(different))).split("\n")
    term_of = dict(zip(different, found, strict=True)) if different else {}
    return [term_of[word] for word in words]


def is_stop_word(word: str) -> bool:
    """Tell whether a folded word is a grammar word, left out of :func:`terms`."""
    return word in _STOP_WORDS


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("french")


def distinct(values: Sequence[str]) -> list[str]:
    """Return the values without repetitions, in order of first appearance."""
    return list(dict.fromkeys(values))
