"""Is the place or the time that a sentence tells that of what is asked, and not of another clause?

"Où le bateau a-t-il coulé ?" is answered by "le chalutier a sombré au large de Melkara", not by "le capitaine,
qui vit à Melkara, a vu couler le bateau": the complement has to stand in the clause of the verb or of the noun asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.selection.folded import folded, folded_words
from assistant.answering.selection.matching import bindings, family
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.tense import asks_ahead, asks_past
from assistant.answering.selection.when_where.complement import Complement, barriers_between, position_of
from assistant.answering.selection.when_where.place_complement import place_complements
from assistant.answering.selection.when_where.place_held import asks_origin, asks_place, content_words
from assistant.answering.selection.when_where.time_asked import asks_time
from assistant.answering.selection.when_where.time_complement import time_complements
from assistant.language.folding import fold
from assistant.language.tense import tense_around
from assistant.retrieval.query import Query, QueryTerm

_FURTHER = 0.5
"""How much less a complement counts with each border of a clause that stands between."""
_NOT_THE_VERB = 0.6
"""What another word than the question's verb is worth, where it has one."""
_NAME = 0.1
_OF_A_CARRIER = 0.4
_OPENING = 12
"""Characters in which "qui" and "que" ask: "est-ce que", "c'est où que"."""
_MODIFIER = 0.5
"""How much less a word counts that is of the noun before: "le matériel de guerre", "une opération militaire"."""
_OF = frozenset({"de", "d", "du", "des"})
_IN_RELATIVE = 0.3
"""What a word is worth that only tells which one is meant: "les gens qui ont fui"."""
_NOT_SINCE = 0.1
"""What a day is worth to who asks since when, where nothing begins on it."""
_SINCE_FOR_WHEN = 0.6
"""What "depuis" is worth to who asks when: it mostly tells how long something lasts."""
_RELATED = 0.5
"""What a word that is only used alike counts less, as "parties" beside "élu"."""
_SINCE = re.compile(r"\b(?:depuis|since|how long)\b")
_BEGINS = re.compile(
    r"(?<!\w)(?:(?:re)?commenc\w+|début\w*|démarr\w+|entr(?:é|ée|és|ées|er|a|ait|èrent)|deven\w+|devient|lanc\w+|éclat\w+"
    r"|déclench\w+|nommée?s?|élue?s?|instaur\w+|rétabl\w+|reven\w+|rouv\w+|ferm\w+|interromp\w+|suspend\w+|naissance"
    r"|cré[aé]\w*|fond[aé]\w*)(?!\w)",
    re.IGNORECASE,
)
_CARRIES = re.compile(
    r"(?:viens?|vient|viennent|ven[aiu]\w*|va|vont|alla?i\w*|trouv\w+|pass\w+|situ\w+|deroul\w+|produi\w+|fai\w+|tien\w+"
    r"|ten[iu]\w*|remont\w+|vue?s?|voi\w+|connue?s?|connai\w+)$"
)
"""Verbs that only say that something is or happens: the noun beside them is what is asked about."""
_ORDERS = re.compile(r"(?:premi|deuxiem|second|troisiem|derni|prochain|nouve|autre|seul|\d)")
_RELATIVE = re.compile(r"\b(?:qui|que|qu'|dont|alors que|pendant que)(?!-)\b")
_LASTS = re.compile(
    r"\bcombien d(?:e |')(?:temps|jours|semaines|mois|annees|heures|minutes)\b|\bdur(?:e|ee|a)\b|\bhow long\b"
)
_WHERE = re.compile(r",?\s(?:dans [^,]{2,30},\s)?où\s")
_BORN_ASKED = re.compile(r"(?<!\w)(?:né|née|nés|nées|naît|naquit|born)(?!\w)")
_BORN = re.compile(r"(?<!\w)(?:né|née|nés|nées|naît|naquit|naissance|natifs?|natives?|originaires?)(?!\w)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of the place or time asked for, each in [0, 1].

    Attributes:
        attached: how surely a complement goes with the verb or noun asked.
        untold: 1 when there is no complement that the question does not have already.
        planned: 1 when what happened is asked, and the complement is of something still to come; or the other way
            round, of a time.
    """

    attached: float = 0.0
    untold: float = 0.0
    planned: float = 0.0


def told(query: Query, verb: QueryTerm | None, sentence: Sentence, *, already: frozenset[str]) -> Told:
    """Measure what a sentence tells of the place or time that a question asks for.

    Args:
        query: the question.
        verb: its verb, if it can be told.
        sentence: the sentence.
        already: folded words of the question: a place or day that was asked with is not the answer.

    Returns:
        All 0 for a question that asks neither where nor when.
    """
    wanted = _wanted(query, sentence.text)
    if wanted is None:
        return Told()
    new = [one for one in wanted if not content_words(fold(sentence.text[one.start : one.end])) <= already]
    if not new:
        return Told(untold=1.0)
    met = [(term, worth, dict(_met(term, sentence, new))) for term, worth in _worth(query, verb)]
    born = _born(query, sentence.text)
    best, at = max(
        ((one.sure * _of_one(one, met, born, sentence.text), place) for place, one in enumerate(new)),
        key=lambda found: (found[0], -found[1]),
    )
    if _is_of_another(query, sentence, new[at]):
        best = 0.0
    return Told(best, 0.0, float(_of_other_tense(query, sentence.text, new[at])))


def _is_of_another(query: Query, sentence: Sentence, complement: Complement) -> bool:
    """Tell whether the clause of a complement is of another one than is asked: "l'armée russe" for "l'armée turque"."""
    clause = [one for one in sentence.terms if not barriers_between(sentence.text, complement, one[1])]
    return bindings(query, clause)[1] > 0.0


def _of_other_tense(query: Query, text: str, complement: Complement) -> bool:
    quoted = text.rfind("«", 0, complement.start)
    start = quoted + 1 if text.find("»", quoted, complement.start) < 0 else 0  # "a promis" is not said in his words
    end = text.find("»", complement.end) if start else -1
    said = text[start : end if end >= 0 else len(text)]
    tense = tense_around(said, complement.start - start, complement.end - start)
    if asks_ahead(query.text):
        return tense == "past" and query.answer_type == "when"
    return tense == "future" and asks_past(query.text)


def _wanted(query: Query, text: str) -> list[Complement] | None:
    """Return the complements of the kind that a question asks for, as sure as they are for it; None for another."""
    if query.answer_type == "where" and asks_place(query.text):
        origin = asks_origin(query.text)
        return [one for one in place_complements(text) if one.kind == "at" or origin or _WHERE.match(text, one.end)]
    if query.answer_type == "when" and asks_time(query.text):
        question = folded(query.text)
        found = time_complements(text)
        if _LASTS.search(question) or _SINCE.search(question):
            worth = 1.0 if _BEGINS.search(text) or not _SINCE.search(question) else _NOT_SINCE
            return [replace(one, sure=worth) if one.kind == "at" else one for one in found]
        return [
            replace(one, sure=_SINCE_FOR_WHEN) if one.kind == "since" else one for one in found if one.kind != "during"
        ]
    return None


def _worth(query: Query, verb: QueryTerm | None) -> Iterator[tuple[QueryTerm, float]]:
    """Yield each term with what it is worth as that which the complement is of."""
    plain = any(not term.is_name for term in query.terms)
    relative = [match for match in _RELATIVE.finditer(folded(query.text)) if match.start() > _OPENING]
    aside = position_of(folded(query.text), relative[-1].start()) if relative else len(query.text)
    words = folded_words(query.text)
    for before, term in zip((None, *query.terms), query.terms, strict=False):
        word = fold(term.word)
        if term.is_name or _ORDERS.match(word):
            yield term, _NAME if plain else 1.0
        elif len(query.terms) > 1 and _CARRIES.match(word):
            yield term, _OF_A_CARRIER
        elif term.position >= aside and term is not verb:
            yield term, _IN_RELATIVE
        elif term is verb:
            yield term, 1.0
        else:
            worth = 1.0 if verb is None or _CARRIES.match(fold(verb.word)) else _NOT_THE_VERB
            yield term, worth * (_MODIFIER if before is not verb and _is_of(term, before, words) else 1.0)


def _is_of(term: QueryTerm, before: QueryTerm | None, words: Sequence[str]) -> bool:
    """Tell whether a term is of the noun before it, or an adjective right after it."""
    if before is None or before.is_name:
        return False
    return words[term.position - 1] in _OF or before.position == term.position - 1


def _met(term: QueryTerm, sentence: Sentence, told_of: Sequence[Complement]) -> Iterator[tuple[int, float]]:
    """Yield where a term is met, in its own form or by one used alike; not in a complement: "fin mai" ends nothing."""
    text = sentence.text
    inside = {
        position for one in told_of for position in range(position_of(text, one.start), position_of(text, one.end))
    }
    for other, position in sentence.terms:
        if position in inside:
            continue
        found = term.alternatives.get(other, 0.0)
        if not found and not term.is_name:
            found = max(_RELATED * term.related.get(other, 0.0), family(term.term, frozenset({other})))
        if found:
            yield position, found


def _of_one(
    complement: Complement,
    met: Sequence[tuple[QueryTerm, float, Mapping[int, float]]],
    born: Sequence[int] | None,
    text: str,
) -> float:
    if born is not None:
        return max((_near(complement, position, text) for position in born), default=0.0)
    return max(
        (
            worth * value * _near(complement, position, text)
            for _, worth, places in met
            for position, value in places.items()
        ),
        default=0.0,
    )


def _near(complement: Complement, position: int, text: str) -> float:
    return float(_FURTHER ** barriers_between(text, complement, position))


def _born(query: Query, text: str) -> list[int] | None:
    """Return where a text tells of a birth, when the question asks for one: "né" is a grammar word to the index."""
    if not _BORN_ASKED.search(query.text.lower()):
        return None
    return [position_of(text, match.start()) for match in _BORN.finditer(text.lower())]
