"""Whether the article gives a sentence to somebody, and to whom a question wants it given."""

from __future__ import annotations

import re

from assistant.answering.attribution.attribution import attribute
from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import fold
from assistant.language.words import terms
from assistant.retrieval.query import Query, QueryTerm

_SPEAKS_FOR = 0.6
_ACCORDING = re.compile(
    r"(?<!\w)(?:selon|d['’]après|de l['’]aveu d[eu]s?|according to)\s+(?:l[ea]s?\s+|l['’]|the\s+)?"
    r"(?P<whom>[^,;?!.]{2,60})",
    re.IGNORECASE,
)


def speaks(name: QueryTerm, sentence: Sentence) -> bool:
    """Tell whether the article gives a sentence to the one named."""
    speaker = attribute(sentence.article.text, sentence.start, sentence.end).speaker
    names = {other for other, weight in name.alternatives.items() if weight >= _SPEAKS_FOR}
    return speaker is not None and not names.isdisjoint(terms(speaker))


def according_to(query: Query) -> QueryTerm | None:
    """Return the first name after "selon" or "d'après" in a question; None without one."""
    said = _ACCORDING.search(query.text)
    words = [] if said is None else fold(said["whom"]).split()
    return next((term for term in query.terms if term.is_name and fold(term.word).split()[0] in words[:4]), None)
