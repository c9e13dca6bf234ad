"""Who did what to whom: the order of names around the verb they share, in question and sentence, and the voice."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.selection.folded import folded_words
from assistant.answering.selection.matching import Match
from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import word_list
from assistant.language.words import is_stop_word
from assistant.retrieval.query import Query, QueryTerm

_SURE = 0.6
_NEAR = 12
_BEING = frozenset("est sont etait etaient fut furent ete sera seront etre soit serait was were been is are".split())
_PRONOUNS = frozenset("il elle ils elles on".split())
_PLACED = frozenset("a en dans sur vers au aux de du des d pres chez depuis in at of from near".split())
"""What stands before a name that neither acts nor is acted upon: "à Lyon", "le maire de Lyon"."""
_BY = frozenset({"par", "by"})


def roles(
    query: Query, verb: QueryTerm | None, sentence: Sentence, matches: Sequence[Match]
) -> tuple[float, float, float]:
    """Compare on which side of the verb the names of a question stand in a sentence that has the verb.

    In "la France a-t-elle accusé la Turquie" the first name acts and the second is acted upon; in "la
    France a été accusée par la Turquie" it is the other way round. A name that stands before the verb acts,
    unless the verb is passive. Adjectives ("turque") do neither.

    Args:
        query: the question.
        verb: the term that is its verb; None where it cannot be told.
        sentence: the sentence.
        matches: of each of its terms with the sentence.

    Returns:
        ``(agree, oppose, replaced)``: shares, in [0, 1], of the names met near the verb, both 0 without any;
        and 1 when the one who acts in the question is not there and another name acts.
    """
    if verb is None:
        return 0.0, 0.0, 0.0
    place = next((match.position for term, match in zip(query.terms, matches, strict=True) if term is verb), -1)
    if place < 0:
        return 0.0, 0.0, 0.0
    asked, said = folded_words(query.text), folded_words(sentence.text)
    subject = _inverted_subject(query, verb)
    agree = oppose = met = 0
    agents: list[float] = []
    for term, match in zip(query.terms, matches, strict=True):
        near = match.position >= 0 and match.similarity >= _SURE and abs(match.position - place) <= _NEAR
        placed = term.position > 0 and asked[term.position - 1] in _PLACED
        if not term.is_name or term.given or placed or not term.word[:1].isupper():
            continue
        acts = term is subject or _acts(asked, verb.position, term.position)
        if acts:
            agents.append(match.similarity)
        if near:
            met += 1
            same = acts == _acts(said, place, match.position)
            agree += same
            oppose += not same
    gone = bool(agents) and max(agents) < _SURE and _another_acts(query, sentence, said, place)
    return (agree / met, oppose / met, float(gone)) if met else (0.0, 0.0, float(gone))


def _another_acts(query: Query, sentence: Sentence, said: Sequence[str], verb: int) -> bool:
    """Tell whether a name that the question does not have acts by a verb of the sentence."""
    asked = set(folded_words(query.text))
    others = {word for name in sentence.names for word in word_list(name) if not is_stop_word(word)} - asked
    places = [position for position, word in enumerate(said) if word in others]
    near = [position for position in places if abs(position - verb) <= _NEAR]
    return any(_acts(said, verb, position) for position in near)


def agent_untold(query: Query, verb: QueryTerm | None, sentence: str, matches: Sequence[Match]) -> float:
    """Return 1 when a question asks who did a thing, and the sentence says passively that it was done, by nobody.

    "Qui a accusé la Turquie ?" and "la Turquie est accusée d'envoyer".
    """
    if query.answer_type != "who" or verb is None or _asks_for_patient(query, verb):
        return 0.0
    place = next((match.position for term, match in zip(query.terms, matches, strict=True) if term is verb), -1)
    said = folded_words(sentence)
    passive = place > 0 and any(word in _BEING for word in said[max(0, place - 2) : place])
    return float(passive and not any(word in _BY for word in said[place : place + _NEAR]))


def _asks_for_patient(query: Query, verb: QueryTerm) -> bool:
    """Tell whether "qui" is acted upon: "qui a-t-il nommé", "qui a été nommé"."""
    words = folded_words(query.text)
    before = words[max(0, verb.position - 4) : verb.position]
    return any(word in _BEING or word in _PRONOUNS for word in before)


def _inverted_subject(query: Query, verb: QueryTerm) -> QueryTerm | None:
    """Return the name that follows the verb as its subject: "que demande l'OTAN", "où vit Lavrov"; not after "qui"."""
    if verb.position > 1 or query.answer_type == "who":
        return None
    return next((term for term in query.terms if term.is_name and term.position > verb.position), None)


def _acts(words: Sequence[str], verb: int, name: int) -> bool:
    """Tell whether a name is the agent of a verb: before it, or after it and "par" when the verb is passive."""
    passive = any(word in _BEING for word in words[max(0, verb - 3) : verb])
    if name < verb:
        return not passive
    return passive and any(word in _BY for word in words[verb:name])
