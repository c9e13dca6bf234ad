"""Does a sentence hold the kind of thing a question asks for: a person, a number, a date, a place, a reason?"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from assistant.answering.selection.folded import folded
from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import fold, word_list
from assistant.language.words import is_stop_word
from assistant.retrieval.answer_signs import says_when, says_why
from assistant.retrieval.query import Query, QueryTerm

_NEAR = 5
_SAID = 0.3
_HALF = 0.5
_BEFELL = 5
_COUNTED = re.compile(r"\b(?:combien|nombre)\s+d[e'’]\s*|\bhow many\s+|\bnumber of\s+")
_ANYONE = frozenset("personnes gens hommes people fois times temps".split())
_PLACE = re.compile(
    r"\b(?:à|au|aux|en|dans|vers|depuis|sur|près d[eu’']|ville d[eu’']|capitale|région d?[eu’']?|chez|de|du|d[’'])\s?"
    r"(?:l[ea]s?\s|l[’']\s?)?(?:\w+\s)?((?:[A-ZÉÈÎ][\w’'-]*\s?)+)"
)
_SOMEWHERE = re.compile(
    r"\b(?:dans|devant|derrière|sous|près d|au bord|au large|au (?:nord|sud|centre)|à l[’'](?:est|ouest|intérieur)"
    r"|situ[ée]+s?|bas[ée]+s?|à \w+ (?:km|kilomètres|mètres))\b"
)
_WEAK_CAUSE = re.compile(
    r"\b(?:accus\w+|reproch\w+|soupconn\w+|condamn\w+|poursuivi\w*|motiv\w+|pretext\w+|due?s? (?:a|au|aux)\b|victimes? d"
    r"|lie[es]* (?:a|au|aux)\b|en effet|apres (?:avoir|que|l|la|le|une?|des|de)\b|estim(?:e|ant)\b|jug(?:e|eant)\b"
    r"|craign\w+|de peur|dans l'espoir|objectif|but d|afin|veut|entend|consider\w+|denonc\w+|par manque|permet\w*"
    r"|conscien\w+|c'est pourquoi|ainsi|consequen\w+|faisant|causant|entrain\w+)\b|, \w{4,}ant\b"
)
# What a question asks for, more narrowly than its first word says, and how a text says it. Both over folded text.
_UNITS = tuple(
    (re.compile(asks), re.compile(says))
    for asks, says in (
        (r"\b(?:quelle heure|what time)\b", r"\b\d{1,2} ?(?:h|heures?)\b|\bmidi\b|\bminuit\b|\bmatin\b|\bsoir\b"),
        (
            r"\b(?:combien de (?:temps|jours|semaines|mois|annees|heures|minutes)|how long|quelle duree|dur(?:e|era)-t)\b",
            r"\b(?:\w+ )?(?:ans?|annees?|jours?|semaines?|mois|heures?|minutes?|secondes?|siecles?|depuis|pendant|jusqu"
            r"|quinzaine|huitaine)\b|\b\d+ ?h\b",
        ),
        (r"\b(?:quel age|how old)\b", r"\b\d+ (?:ans|mois)\b|\bne[e]? en\b|\bage[e]?\b|\w+ ans\b"),
        (
            r"\b(?:coute\w*|cout|prix|montant|somme|salaire|payer?|paie|how much (?:money|did|does)|budget|argent)\b",
            r"[€$£]|\b(?:euros?|dollars?|livres?|francs?|yuans?|roubles?|couronnes?|pesos|yens?|usd|eur|millions?|milliards?)\b",
        ),
        (
            r"\b(?:pour ?cent(?:age)?|quelle (?:part|proportion)|quel (?:taux|score|pourcentage)|what (?:share|percentage))\b",
            r"%|\b(?:pour ?cent|pourcent|points?|voix|tiers|quart|moitie)\b",
        ),
        (
            r"\b(?:quelle (?:distance|longueur|hauteur|altitude|profondeur|portee)|combien de (?:kilometres|metres|km))\b",
            r"\b\d[\d.,]* ?(?:km|m|kilometres?|metres?|centimetres?|cm|milles?)\b|\b(?:kilometres?|metres?|centimetres)\b",
        ),
        (r"\b(?:quelle magnitude|what magnitude)\b", r"\bmagnitude\b|\brichter\b"),
        (r"\b(?:quelle annee|what year|which year)\b", r"\b(?:1[5-9]|20)\d\d\b"),
        (r"\b(?:quelle date|quel jour|what day|which day)\b", r"\b(?:\w+di|dimanche|hier|veille|lendemain|\d{1,2}(?:er)? \w+)\b"),
        (r"\b(?:quelle vitesse|how fast)\b", r"\bkm ?/ ?h\b|\bkilometres?[- ]heure\b|\bvitesse\b|\bnoeuds\b"),
        (r"\b(?:noms?|s'appell\w+|prenoms?|surnoms?|name[sd]?)\b", r""),
    )
)  # fmt: skip
_NAMED = len(_UNITS) - 1
_NEW_NAME = re.compile(r"(?<!^)(?<![.!?…«\"“] )\b[A-ZÉÈÎ][\w’'-]+")


def holds_answer_type(query: Query, sentence: Sentence, *, already: frozenset[str]) -> float:
    """Return how well a sentence holds what the question asks for.

    Args:
        query: the question.
        sentence: the sentence.
        already: folded words of the question: a name that was asked with is not the answer.

    Returns:
        1 when it does, 0 when it does not, a half when the question word asks for nothing particular;
        for a number, 1 only when it stands near what is to be counted, a half elsewhere; for a place or
        a reason, a half where only the form of the words suggests one.
    """
    kind = query.answer_type
    if kind == "who":
        return float(any(not _words(name) <= already for name in sentence.names))
    if kind == "how_many":
        return _counts(query, sentence)
    if kind == "when":
        return float(bool(sentence.dates) or says_when(sentence.text))
    if kind == "where":
        return _places(query, sentence, already)
    if kind == "why":
        return 1.0 if says_why(sentence.text) else _HALF * bool(_WEAK_CAUSE.search(folded(sentence.text)))
    return _HALF


def _words(name: str) -> set[str]:
    return {word for word in word_list(name) if not is_stop_word(word)}


def _places(query: Query, sentence: Sentence, already: frozenset[str]) -> float:
    asked = {other for term in query.terms for other in term.alternatives}
    if any(term.startswith("@") and term not in asked for term, _ in sentence.terms):
        return 1.0
    found = (_words(fold(match.group(1))) for match in _PLACE.finditer(sentence.text))
    if any(words and not words <= already for words in found):
        return 1.0
    return _HALF * bool(_SOMEWHERE.search(sentence.text))


def _counts(query: Query, sentence: Sentence) -> float:
    if not sentence.numbers:
        return 0.0
    noun = counted_noun(query)
    first = [term for term in query.terms if not term.is_name][:1] or query.terms[:1]
    counted = (noun or first[0]).alternatives if first else {}
    return 1.0 if _near_number(sentence, counted) else _HALF


def _near_number(sentence: Sentence, counted: Collection[str] | dict[str, float]) -> bool:
    weights = counted if isinstance(counted, dict) else dict.fromkeys(counted, 1.0)
    nouns = [position for term, position in sentence.terms if weights.get(term, 0.0) > _SAID]
    places = [len(word_list(sentence.text[: number.start])) for number in sentence.numbers]
    return any(-2 <= noun - place <= _NEAR for noun in nouns for place in places)


def counted_noun(query: Query) -> QueryTerm | None:
    """Return the term after "combien de" or "nombre de"; of people, what befell them; None where nothing is counted."""
    question = folded(query.text)
    match = _COUNTED.search(question)
    if match is None or query.answer_type != "how_many":
        return None
    place = len(word_list(question[: match.end()]))
    after = [term for term in query.terms if term.position >= place and not (term.is_name or term.given)]
    words = word_list(question)
    if words[place : place + 1] and words[place] in _ANYONE:
        after = [term for term in after if fold(term.word) not in _ANYONE and term.position <= place + _BEFELL]
        return after[0] if after else None
    return next((term for term in after if term.position <= place + 1), None)


def uncounted(query: Query, sentence: Sentence) -> float:
    """Return 1 when no number of a sentence stands near the noun to be counted or a word used like it, else 0."""
    noun = counted_noun(query)
    if noun is None:
        return 0.0
    ways = {**{other: 1.0 for other in noun.related}, **{other: 1.0 for other, w in noun.alternatives.items() if w > _SAID}}
    return float(not _near_number(sentence, ways))


def unit_missing(query: Query, sentence: Sentence, *, already: frozenset[str]) -> float:
    """Return 1 when a question asks for an hour, a length of time, an age, a sum or a name and none is there, else 0."""
    if query.answer_type in ("why", "yes_no"):
        return 0.0
    number = _unit(query.text)
    if number < 0:
        return 0.0
    if number == _NAMED:
        new: Sequence[str] = [fold(match.group()) for match in _NEW_NAME.finditer(sentence.text)]
        return float(not any(not _words(name) <= already for name in new))
    return float(not _UNITS[number][1].search(folded(sentence.text)))


@lru_cache(maxsize=256)
def _unit(question: str) -> int:
    """Return the row of the table that a question asks for; -1 for none."""
    said = folded(question)
    return next((number for number, (asks, _) in enumerate(_UNITS) if asks.search(said)), -1)
