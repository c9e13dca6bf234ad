"""Is a sentence a heading or a caption inside a text: on a line of its own, with no verb that tells anything?

« "Combattants syriens à Bakou" » stands over the paragraph that says what it is about; it says nothing itself.
"""

from __future__ import annotations

from functools import lru_cache

from assistant.answering.selection.near_misses.finite_verbs import is_finite
from assistant.answering.selection.near_misses.told_words import told_words
from assistant.answering.selection.sentences import Sentence

_MARKS = " \u00a0\u202f\t\"'«»“”’*_#"
_LONGEST = 14


def is_heading(sentence: Sentence) -> bool:
    """Tell whether a sentence stands alone on its line, ends on no full stop and has no finite verb."""
    return _stands_alone(sentence) and _tells_nothing(sentence.text)


def _stands_alone(sentence: Sentence) -> bool:
    text, start, end = sentence.article.text, sentence.start, sentence.end
    line = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    before, behind = text[line:start], text[end : after if after >= 0 else len(text)]
    return not before.strip(_MARKS) and not behind.strip(_MARKS)


@lru_cache(maxsize=4096)
def _tells_nothing(text: str) -> bool:
    if text.rstrip(_MARKS).endswith((".", "!", "?", "…", ":", ";")):
        return False
    words = told_words(text)
    return len(words) <= _LONGEST and not any(is_finite(one.word) for one in words)
