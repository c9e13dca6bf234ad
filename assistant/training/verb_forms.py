"""Counts which French word forms are finite verbs, by the word before them, and writes ``model/verb_forms.txt``.

``python -m assistant.training.verb_forms``. After "il", "qui" or "ne" stands a verb, after "le", "des" or "son" a
noun or an adjective: over the training articles of the press that alone tells "rappelle" from "appel", without any
annotated corpus (the distributional idea of Schütze 1995, "Distributional Part-of-Speech Tagging", with two classes).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from assistant.language.folding import fold, word_list
from assistant.language.words import is_stop_word
from assistant.training.data import DATA, read_orangesum, read_wikinews
from assistant.training.ship import MODEL

_BEFORE_A_VERB = frozenset("il ils elle elles on qui n ne s se".split())
_BEFORE_A_NOUN = frozenset(
    "le la l les un une des du de d au aux ce cet cette ces son sa ses leur leurs à en et très plus pour".split()
)
_MAY_BE_PRONOUN = frozenset("le la l les leur".split())
"""Before a verb these are pronouns ("comme le rappelle"): they tell half as much."""
_SEEN = 3
"""How often a form has to follow a verb's word."""
_SHARE = 0.5
"""What share of the telling places have to be a verb's."""


def verb_forms(texts: Iterable[str]) -> list[str]:
    """Return the forms that are finite verbs more often than not, in lower case, sorted."""
    verb: Counter[str] = Counter()
    noun: dict[str, float] = defaultdict(float)
    for text in texts:
        words = word_list(text.lower())
        for before, word in pairwise(words):
            if before in _BEFORE_A_VERB:
                verb[word] += 1
            elif before in _BEFORE_A_NOUN:
                noun[word] += 0.5 if before in _MAY_BE_PRONOUN else 1.0
    return sorted(
        word
        for word, count in verb.items()
        if count >= _SEEN
        and len(word) > 2
        and word.isalpha()
        and not is_stop_word(fold(word))
        and count >= _SHARE * (count + noun[word])
    )


def main() -> None:
    """Count and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the public data sets (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=MODEL / "verb_forms.txt")
    asked = parser.parse_args()
    documents = (one for read in (read_orangesum, read_wikinews) for one in read(asked.data) if one.split == "train")
    forms = verb_forms(one.text for one in documents)
    asked.out.write_text("\n".join(forms) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(forms)} verb forms in {asked.out}")


if __name__ == "__main__":
    main()
