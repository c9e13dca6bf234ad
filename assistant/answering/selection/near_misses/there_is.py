"""Is there what a question asks the existence of, "y a-t-il eu des arrestations", in a sentence?"""

from __future__ import annotations

import re

from assistant.answering.selection.folded import folded
from assistant.answering.selection.near_misses.deed import places_met
from assistant.answering.selection.sentences import Sentence
from assistant.retrieval.query import Query

_THERE_IS = re.compile(
    r"\by a-t-il (?:deja |bien )?(?:eu )?(?:des |une? |d'autres |de nouve(?:aux|lles) )(\w+)"
    r"|\b(?:is|are|was|were) there (?:any |an? )?(\w+)"
)


def there_is_untold(query: Query, sentence: Sentence) -> float:
    """Return 1 when a question asks whether there is something, and a sentence has no word for that; else 0."""
    found = _THERE_IS.search(folded(query.text)) if query.answer_type == "yes_no" else None
    noun = (found.group(1) or found.group(2)) if found else None
    term = next((term for term in query.terms if folded(term.word) == noun), None)
    return float(term is not None and not places_met(term, sentence))
