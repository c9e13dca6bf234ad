"""Made-up questions and word-for-word English, for what news does not have enough of.

Neither has to read well: the model only sums token vectors. A question word before a few words of a
sentence teaches that question words say little about where the answer is; a title put into English
word by word teaches English words beside the French of the press, which translated phrase books lack.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.language.folding import word_list
from assistant.language.words import terms

FRENCH_OPENINGS = (
    "qui a", "qui est", "que", "qu'est-ce que", "qu'a dit", "que dit", "que fait", "que demande", "que pense", "quand",
    "où", "comment", "pourquoi", "combien de", "combien", "quel est", "quelle est", "quels sont", "quelles sont",
    "quel", "quelle", "quels", "à quelle date", "en quelle année", "selon qui", "que s'est-il passé", "est-ce que",
    "de quoi", "à qui", "dans quelle ville", "depuis quand", "d'après", "par qui", "avec qui", "lequel", "y a-t-il",
)  # fmt: skip
ENGLISH_OPENINGS = (
    "who", "who is", "what", "what is", "what did", "what does", "when", "when did", "where", "where is", "how", "why",
    "how many", "how much", "which", "according to whom", "what happened", "is", "does", "did", "whose", "in which",
)  # fmt: skip


def gloss(text: str, english: Mapping[str, str]) -> str:
    """The words of a French text, each replaced by its likeliest English word where one is known.

    Args:
        text: French text.
        english: French index term to English word.

    Returns:
        Words separated by spaces; names and unknown words stay as they are, grammar words go.
    """
    words: list[str] = []
    for word in word_list(text):
        found = terms(word)
        if found:
            words.append(english.get(found[0], word))
    return " ".join(words)
