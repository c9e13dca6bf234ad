"""Does a sentence say which one, where a question asks "quel village", "quelle est la capitale de la Syrie"?

"Il affirme avoir pris un village" has the village and not its name. A capital is one of somewhere: that of another
country is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.selection.folded import folded
from assistant.answering.selection.near_misses.deed import places_met
from assistant.answering.selection.near_misses.told_words import ToldWord, told_words
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.when_where.place_held import content_words
from assistant.language.words import is_stop_word
from assistant.retrieval.query import Query

_NAMED = re.compile(
    r"\b(?:quel(?:le)?s?|which|what|comment s'appel\w+ l[ea]s?|comment s'appel\w+ (?=l')"
    r"|quel(?:le)? est le nom (?:d[eu]|de la|des)) ?(?:l')?(?:villages?|villes?|communes?|hameaux?|localites?"
    r"|pays|regions?|provinces?|quartiers?|rues?|avenues?|iles?|fleuves?|rivieres?|montagnes?|journal|journaux"
    r"|quotidiens?|magazines?|chaines?|partis?|clubs?|equipes?|entreprises?|societes?|compagnies?|banques?|prisons?|hopita(?:l|ux)|ecoles?|lycees?|aeroports?|gares?|navires?|bateaux?|towns?|city|cities|country|countries"
    r"|streets?|newspapers?|rivers?|islands?|part(?:y|ies)|teams?)\b"
)
"""Questions for one of what goes by a name, by which it is told which one."""
_OWN_TO = re.compile(
    r"\b(?:quel(?:le)?s? (?:est|etait)|what (?:is|was)) (?:l[ea] |l'|the )"
    r"(?P<own>capitale?|monnaie|langue|hymne|drapeau|devise|currency|language)"
    r" (?:d[eu]s? |d'|of )"
)
"""Questions for what a country, or a region, has one of."""
_FRENCH = {"capital": "capitale", "currency": "monnaie", "language": "langue"}
_SAYS = 0.6
_NEAR = 4
_INDEFINITE = frozenset("un une des plusieurs certains certaines quelques deux trois quatre cinq six".split())
_BARE_AFTER = frozenset(
    """a à au aux par pour avec sans dans sur en et ou mais qui que dont lors après avant depuis pendant contre est sont
    ont avait avaient était étaient""".split()
)
"""Words that say nothing more of which one when they follow a noun."""
_THESE = frozenset("les ces ses leurs des".split())
"""Words before a number that tell which ones: "les trois villages"."""
_ACRONYM = re.compile(r"(?<!\w)[A-Z][A-Z0-9]{1,9}(?!\w)")
_THEIRS = frozenset({"sa", "son", "leur"})


def which_untold(query: Query, sentence: Sentence, *, already: frozenset[str]) -> float:
    """Return 1 when a question asks which one, and a sentence has one, or another's, and not which; else 0.

    Args:
        query: the question.
        sentence: the sentence.
        already: folded words of the question: a name that was asked with is not the answer.
    """
    question = folded(query.text)
    if own := _OWN_TO.search(question):
        return float(not _is_owned(query, _FRENCH.get(own["own"], own["own"]), sentence))
    named = _NAMED.search(question)
    if named is None:
        return 0.0
    noun = named.group().replace("'", " ").split()[-1].rstrip("sx")
    return float(not _has_new_name(query, sentence, already) or _any_of_them(noun, query, sentence))


def _has_new_name(query: Query, sentence: Sentence, already: frozenset[str]) -> bool:
    """Tell whether a sentence has a name, or a place, that the question does not have."""
    asked = {other for term in query.terms for other in term.alternatives}
    if any(term.startswith("@") and term not in asked for term, _ in sentence.terms):
        return True
    if any(words and not words <= already for words in map(content_words, sentence.names)):
        return True
    words = told_words(sentence.text)
    return (
        bool(words) and not is_stop_word(words[0].plain) and words[0].plain not in already and len(words[0].plain) > 2
    )


def _any_of_them(noun: str, query: Query, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of the thing, and always as any one of its kind: "pris un village"."""
    words = told_words(sentence.text)
    asked = (term for term in query.terms if folded(term.word).rstrip("sx") == noun)
    places = {place for term in asked for place in places_met(term, sentence)}
    places.update(at for at, one in enumerate(words) if one.plain.rstrip("sx") == noun)
    return bool(places) and all(_is_any(words, at) for at in places)


def _is_any(words: Sequence[ToldWord], at: int) -> bool:
    before = words[at - 1].word if at else ""
    if at > 1 and words[at - 2].word in _THESE:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return before in _INDEFINITE and (after is None or after.word in _BARE_AFTER)


def _is_owned(query: Query, own: str, sentence: Sentence) -> bool:
    """Tell whether what is asked of a place is told of it: "la capitale de la Syrie", or "sa capitale" of its own."""
    words = told_words(sentence.text)
    names = [term for term in query.terms if term.is_name]
    places = {
        place for term, place in sentence.terms if any(name.alternatives.get(term, 0.0) >= _SAYS for name in names)
    }
    for at, one in enumerate(words):
        if one.plain.rstrip("s") != own.rstrip("s"):
            continue
        if any(0 < place - at <= _NEAR for place in places):
            return True
        if at and words[at - 1].word in _THEIRS and any(place < at for place in places):
            return True
    return not names
