"""Is a sentence a heading or a caption inside a text: on a line of its own, with no verb that tells anything?

« "Combattants syriens à Bakou" » stands over the paragraph that says what it is about; it says nothing itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.told_words import told_words

_VERBS = Path(__file__).parents[2] / "model" / "verb_forms.txt"
_MARKS = " \u00a0\u202f\t\"'«»“”’*_#"
_LONGEST = 14
_TELLS = re.compile(
    r"a|ont|est|sont|était|étaient|fut|furent|sera|seront|va|vont|fait|font|peut|peuvent|doit|doivent|dit|disent"
    r"|\w{2,}(?:ait|aient|èrent|irent|urent|era|eront|issent|raient)|is|are|was|were|has|have|had|does|did"
)
_UNFINITE = re.compile(r"\w+(?:er|ir|re|oir|é|és|ée|ées|ant)")


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
    return len(words) <= _LONGEST and not any(_TELLS.fullmatch(one.word) or one.word in _finite() for one in words)


@lru_cache(maxsize=1)
def _finite() -> frozenset[str]:
    forms = _VERBS.read_text(encoding="utf-8").split()
    return frozenset(form for form in forms if not _UNFINITE.fullmatch(form))
