"""What a question takes for granted, and whether a sentence denies it or lacks what is asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from assistant.answering.selection.folded import folded
from assistant.answering.selection.matching import Match
from assistant.language import lexicon
from assistant.language.folding import word_list
from assistant.retrieval.query import Query

_ATTRIBUTE = re.compile(
    r"\bquel(?:le)?s?\s+(?:est|sont|etait|etaient|fut)\s+(?:l[ea]s?\s+|l')(\w+)(?:\s+(\w+))?"
    r"|\b(?:what|which)\s+(?:is|are|was|were)\s+the\s+(\w+)(?:\s+(\w+))?|\bcomment\s+s'(appelle\w*)"
)
_HEAD = re.compile(r"\bquel(?:le)?s?\s+(\w+)|\b(?:which|what)\s+(\w+)|\bcombien\s+d[e']\s*(\w+)|\bhow\s+many\s+(\w+)")
_ANYONE = frozenset({"personnes", "gens", "hommes", "people", "fois", "times"})
_NEGATION = re.compile(r"\b(?:ne|n)\b(?=(?:\W+\w+){0,4}?\W+(?:pas|jamais|plus|aucune?|rien|point|ni|nullement)\b)")
_QUESTION_NEGATION = re.compile(r"\b(?:ne|n)\b.*\b(?:pas|jamais|plus|aucune?|rien)\b|\bnot\b|n't\b")
# What follows these did not happen: "a refusé de", "a cessé de", "sans".
_UNDONE = re.compile(
    r"\b(?:refus\w*|renonc\w*|echou\w*|cess(?!ez-le)\w*|arret(?:e|er|ent|ait|ons) d\w*|evit\w*|empech\w*"
    r"|ni(?:e|er|ent|ait)|dement\w*|abstien\w*|abstenu\w*|sans|au lieu d\w*|loin d|manqu\w* d|refused?|stop(?:ped)?"
    r"|deni(?:ed|es)|without)\b"
)
_REFUSES = re.compile(
    r"\b(?:refus|renonc|echou|empech|dement|cess(?!ez-le|ation)|abst(?:ien|en))\w*|\bnie(?:nt|r)?\b|\brefused?\b|\bden(?:y|ied)\b"
)
_NOT_DONE = re.compile(r"\bn(?:e|')\s?(?:\w+[ -]){1,4}?(?:pas|jamais)\b|\bnot\b|n't\b")
_MANNER = re.compile(r"^(?:et |mais )?(?:comment|how)\b(?! (?:many|much|long))")
_MEANS = re.compile(
    r"\b(?:en \w+ant|grace a|au moyen d|a l'aide d|a bord d|via|par (?!exemple|ailleurs|an\b)|avec|a coups? d"
    r"|a la suite|\w+ement|aupres|apres avoir|dans un (?:communique|tweet|message|video)|sans|selon|pour"
    r"|en (?:train|avion|voiture|bateau|camion|taxi|velo|bus|helicoptere)|a pied)\b"
)
# "Comment raconte-t-il", "comment a-t-elle pris la nouvelle": words are asked for, not a way of doing.
_TOLD = re.compile(
    r"\b(?:racont|justifi|qualifi|reagi|expliqu|jug|decri|accueilli|appel|defend|repond|present|interpret"
    r"|commente(?:nt)?\b|evalu|resum|voi|ressent|vi(?:t|vent)\b|s'appel)\w*"
    r"|\ba-t-(?:il|elle|on) (?:pris|vu|vecu|recu)\b|\b(?:prend|prennent)\b|\b(?:describe|justif|react|explain|call)\w*"
)
_PREMISED = frozenset({"why", "who"})
_REACH = 5
_MET = 0.3
_SAME = 0.6


def heads_missing(query: Query, met: Sequence[float]) -> tuple[float, float]:
    """Tell whether the noun a question asks for is not met in a sentence.

    Args:
        query: the question.
        met: for each of its terms, how well it or a term used alike is met.

    Returns:
        ``(attribute, head)``, each 1 or 0: the first for "quelle est la portée ...", which only a
        sentence about a range can answer; the second for "quelles mesures ...", which others may.
    """
    attribute, head = _nouns_asked(query.text)
    return _missing(attribute, query, met), _missing(head, query, met)


@lru_cache(maxsize=256)
def _nouns_asked(question: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that may be the noun asked for, by each way to ask for it."""
    found = [pattern.search(folded(question)) for pattern in (_ATTRIBUTE, _HEAD)]
    attribute, head = (frozenset(word for word in match.groups() if word) if match else frozenset() for match in found)
    return attribute - _ANYONE, head - _ANYONE


def _missing(asked: AbstractSet[str], query: Query, met: Sequence[float]) -> float:
    if not asked:
        return 0.0
    heads = [value for term, value in zip(query.terms, met, strict=True) if folded(term.word) in asked]
    return float(bool(heads) and heads[0] < _MET)


def unmet_premise(query: Query, met: Sequence[float], weights: Sequence[float]) -> float:
    """Return the share of a why- or how-question's weight, names aside, that is not said around a sentence.

    Such a question takes a fact for granted; where the fact is not said, its reason cannot be.

    Args:
        query: the question.
        met: for each of its terms, how well it is met, in other words but not merely by a term used alike.
        weights: of the terms.
    """
    question = folded(query.text)
    if query.answer_type != "why" and not _MANNER.search(question):
        return 0.0
    said = [(weight, value) for term, value, weight in zip(query.terms, met, weights, strict=True) if not term.is_name]
    total = sum(weight for weight, _ in said)
    return sum(weight for weight, value in said if value < _MET) / total if total else 0.0


def negated(query: Query, sentence: str, matches: Sequence[Match]) -> tuple[float, float]:
    """Tell whether a sentence denies, right where it meets the question, what the question takes for granted.

    "Comment ont-ils réussi ?" and "ils n'ont pas réussi", "pourquoi a-t-il démissionné ?" and "il refuse
    de démissionner". A question that itself denies, or that can be answered by no, takes nothing of the
    kind for granted.

    Returns:
        ``(negated, denied)``, each 1 or 0: the first for a negation and a question that asks why, who or
        how; the second for any question, and also for what was refused, ended or prevented.
    """
    if query.answer_type == "yes_no" or denies(query.text):
        return 0.0, 0.0
    met = [
        match.position
        for term, match in zip(query.terms, matches, strict=True)
        if match.similarity and not term.is_name
    ]
    said = folded(sentence)
    denied = _before(_NEGATION, said, met)
    premised = query.answer_type in _PREMISED or _MANNER.search(folded(query.text)) is not None
    return float(denied and premised), float(denied or _before(_UNDONE, said, met))


def _before(pattern: re.Pattern[str], said: str, met: Sequence[int]) -> bool:
    """Tell whether one of some words stands right after what a pattern finds."""
    places = [len(word_list(said[: match.start()])) for match in pattern.finditer(said)]
    return any(0 < position - place <= _REACH for position in met for place in places)


def manner_missing(query: Query, sentence: str) -> float:
    """Return 1 when a question asks how something was done, and a sentence has no word of means or manner."""
    question = folded(query.text)
    asked = _MANNER.search(question) is not None and not _TOLD.search(question)
    return float(asked and not _MEANS.search(folded(sentence)))


def denial_missing(query: Query, sentence: str) -> float:
    """Return 1 when a question takes for granted that something was not done, and a sentence says nothing of the kind.

    "Pourquoi refuse-t-elle de ...", "quand ont-ils cessé de ...", "pourquoi n'a-t-il pas ...".

    Args:
        query: the question.
        sentence: text of the sentence.
    """
    question = folded(query.text)
    if query.answer_type == "yes_no" or not (_NOT_DONE.search(question) or _REFUSES.search(question)):
        return 0.0
    return float(not denies(sentence))


@lru_cache(maxsize=256)
def denies(text: str) -> bool:
    """Tell whether a text says that something is not so, or was refused, ended or prevented."""
    plain = folded(text)
    return bool(_QUESTION_NEGATION.search(plain) or _UNDONE.search(plain))


def opposed(query: Query, terms: Collection[str]) -> float:
    """Return 1 when a sentence has the opposite of a word of the question, and not the word, else 0.

    "Pourquoi la Turquie a-t-elle condamné" and "la Turquie soutient". A question that can be
    answered by no may well be answered by the opposite: 0.
    """
    if query.answer_type == "yes_no":
        return 0.0
    for term in query.terms:
        said = any(other in terms for other, weight in term.alternatives.items() if weight > _SAME)
        if not term.is_name and not said and any(other in terms for other in lexicon.opposites(term.term)):
            return 1.0
    return 0.0
