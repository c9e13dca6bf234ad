"""A line made ready for patterns, and whether it ends as a sentence does."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.folding import fold

MAX_PATTERN_CHARS = 1_500  # no menu line is longer, and no pattern is tried on more
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_MARKDOWN_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")
_DECORATION = " \t\u00a0\u202f\u200b\ufeff#*_>»›→•·|/–—-+=~.:,;!?…\"'«“”()[]<▶►▼▲✕×✖⬇↓↑"
_SENTENCE_END = re.compile(r"[.!?…][»”\"'’)\]\s\u00a0\u202f*_]*$")
# Agency copy ends with the initials of its writers: "... deux blessés.abc/de".
_INITIALS = re.compile(r"[.!?…][»\"]?[a-z-]{2,12}(?:/[a-z-]{2,12})+$")
QUOTE = re.compile(r"[«»“”\"]")
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@lru_cache(maxsize=4096)  # an article's lines are judged for its metadata, then for its text
def normal_form(line: str) -> str:
    """Return a line ready for the patterns: glued menu words parted, markdown links undone, folded, trimmed."""
    parted = _GLUED.sub(" ", _MARKDOWN_LINK.sub(r"\1", line))
    return " ".join(fold(parted).split()).strip(_DECORATION)


def is_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does: with a full stop, a question or exclamation mark."""
    ending = line.rstrip()[-40:]
    return bool(_SENTENCE_END.search(ending) or _INITIALS.search(ending))


def without_links(line: str) -> str:
    """Return a line with the words of its Markdown links in their place."""
    return _MARKDOWN_LINK.sub(r"\1", line)
