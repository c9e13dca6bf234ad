"""Sentences that meet a question's words and yet do not answer: what was only asked for, one unnamed, a heading.

The models measure how well a sentence meets a question; here is said, for sure, of some that they do not.
"""

from __future__ import annotations

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.near_misses.acts import act_untold
from assistant.answering.selection.near_misses.another_doer import told_of_another
from assistant.answering.selection.near_misses.charged import charge_untold
from assistant.answering.selection.near_misses.compounds import compound_missing
from assistant.answering.selection.near_misses.deed import deed_untold
from assistant.answering.selection.near_misses.denied import deed_denied, thing_denied
from assistant.answering.selection.near_misses.headings import is_heading
from assistant.answering.selection.near_misses.opposite_decisions import opposite_decided
from assistant.answering.selection.near_misses.planned import only_planned
from assistant.answering.selection.near_misses.stances import stance_opposed
from assistant.answering.selection.near_misses.there_is import there_is_untold
from assistant.answering.selection.near_misses.which_one import which_untold
from assistant.answering.selection.sentences import Sentence


def misses(asked: Asked, sentence: Sentence) -> bool:
    """Tell whether a sentence surely does not answer a question, however much of it it meets."""
    query = asked.query
    return bool(
        deed_untold(query, sentence)
        or deed_denied(query, sentence)
        or thing_denied(query, sentence)
        or stance_opposed(query, sentence)
        or opposite_decided(query, sentence)
        or only_planned(query, sentence)
        or act_untold(query, sentence)
        or charge_untold(query, sentence)
        or there_is_untold(query, sentence)
        or told_of_another(query, sentence)
        or which_untold(query, sentence, already=asked.words)
        or compound_missing(query.text, sentence.text)
        or (query.answer_type == "yes_no" and is_heading(sentence))
    )
