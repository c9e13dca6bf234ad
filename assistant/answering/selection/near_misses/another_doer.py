"""Is the deed of a question told of another country: "la Russie a-t-elle expulsé" and "les États-Unis ont expulsé"?"""

from __future__ import annotations

from assistant.answering.selection.near_misses.deed import PARTICIPLE, done_asked, helper_of, places_met
from assistant.answering.selection.near_misses.told_words import told_words
from assistant.answering.selection.sentences import Sentence
from assistant.retrieval.query import Query, QueryTerm

_HAVE = frozenset({"a", "ont", "avait", "avaient", "aurait", "auraient"})
_PLACED = frozenset("à au aux en de du d des par dans sur contre vers pour".split())
_SURE = 0.5
_NEAR = 4
_PASSIVE = 3


def told_of_another(query: Query, sentence: Sentence) -> float:
    """Return 1 when the country that acts in a question does not, in a sentence where another one does the same."""
    doer = _doer(query)
    deed = done_asked(query)
    if doer is None or deed is None:
        return 0.0
    places = places_met(deed, sentence)
    return float(bool(places) and all(_another_did(doer, sentence, place) for place in places))


def _doer(query: Query) -> QueryTerm | None:
    """Return the country that stands before the active verb of a question, as its subject."""
    deed = done_asked(query)
    first = next((term for term in query.terms if term.is_name and not term.given), None)
    if deed is None or first is None or not first.term.startswith("@"):
        return None
    words = [one.word for one in told_words(query.text)]
    names = [at for at, word in enumerate(words) if word == told_words(first.word)[0].word]
    verbs = [at for at, word in enumerate(words) if word == told_words(deed.word)[0].word]
    if not names or not verbs or names[0] > verbs[0] or "été" in words[max(0, verbs[0] - _PASSIVE) : verbs[0]]:
        return None
    return first if names[0] == 0 or words[names[0] - 1] not in _PLACED else None


def _another_did(doer: QueryTerm, sentence: Sentence, place: int) -> bool:
    """Tell whether the deed at a place is done, actively, by a country named right before it that is not the doer."""
    words = told_words(sentence.text)
    at, helper = helper_of(words, place)
    if helper not in _HAVE or not PARTICIPLE.fullmatch(words[place].word):
        return False
    named = [(term, where) for term, where in sentence.terms if term.startswith("@") and where < place]
    if any(doer.alternatives.get(term, 0.0) >= _SURE for term, _ in named):
        return False
    return any(at - _NEAR <= where < at and term not in doer.alternatives for term, where in named[-1:])
