"""The verb of a question: what is said to have happened, without which there is no why, when or who of it."""

from __future__ import annotations

import re

from assistant.answering.selection.folded import folded, folded_words
from assistant.language.folding import word_list
from assistant.retrieval.query import Query, QueryTerm

# Verbs that only carry another one: "a-t-elle lancé", "peut-on craindre".
_CARRIER = frozenset(
    """a ont avait avaient aurait auraient aura auront est sont etait etaient fut furent sera seront serait va vont
    allait peut peuvent pouvait pourrait pourraient doit doivent devrait devraient faut fait font veut
    veulent voulait voulaient sait ait aient soit ete
    did does do is are was were has have had can could will would should been be""".split()
)
_INVERTED = re.compile(r"\b(\w+)-(?:t-)?(?:ils?|elles?|on|ce)\b")
_AFTER_WHO = re.compile(r"\b(?:(?:qui\s+)?qui|who)\s+(?:(?:n|s|l|ne|se|le|la|les|en|y|lui|leur|not)['’ ]\s*)*(\w+)")
_AFTER_WHAT = re.compile(r"^(?:et |mais )?(?:qu['’]|que |a quoi |ou |quand |comment |combien )(\w+)")
_AFTER_PRONOUN = re.compile(
    r"\b(?:ils?|elles?|on|they|he|she|it)\s+(?:(?:n|s|l|ne|se|le|la|les|en|y|lui|leur)['’ ]\s*)*(\w+)"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|has|have|had|did|does|is|are|est|sont|a|ont) (?:(?:the|a|an|ete) )?(\w+)")
# What stands before a noun, never before the verb of a carrier.
_NO_VERB_AFTER = frozenset(
    """le la les l un une des du de d au aux dans sur avec pour par ce cet cette ces son sa ses leur leurs quoi quel
    quelle the of to in""".split()
)
_LOOKED_AT = 4
"""Words after a carrier among which its verb is looked for."""


def verb_of(query: Query) -> QueryTerm | None:
    """Return the term of a question that is its verb, as far as word order tells; None where it does not.

    An inverted subject follows the verb or its auxiliary ("dénonce-t-elle", "a-t-elle dénoncé"); "qui",
    "que" and a pronoun come before it.
    """
    question = folded(query.text)
    for pattern in (_INVERTED, _AFTER_WHO, _AFTER_WHAT, _AFTER_PRONOUN):
        match = pattern.search(question)
        if match is None:
            continue
        place = len(word_list(question[: match.start(1)]))
        plain = [term for term in query.terms if not term.is_name and not term.given]
        if match.group(1) not in _CARRIER:
            own = next((term for term in plain if term.position == place), None)
            if own is not None or pattern is not _AFTER_WHAT:
                return own
            continue
        words = folded_words(query.text)
        after = [
            term
            for term in plain
            if place < term.position <= place + _LOOKED_AT and words[term.position - 1] not in _NO_VERB_AFTER
        ]
        if after:
            return after[0]
    match = _PASSIVE.search(question)
    place = len(word_list(question[: match.start(1)])) if match else -1
    return next((term for term in query.terms if term.position == place and not (term.is_name or term.given)), None)
