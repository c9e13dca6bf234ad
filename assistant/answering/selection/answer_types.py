"""Does a sentence hold the kind of thing a question asks for: a person, a number, a date, a place, a reason?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.answering.selection.folded import folded
from assistant.answering.selection.matching import match_terms
from assistant.answering.selection.sentences import Sentence
from assistant.answering.selection.speakers.asked_speaker import asks_view, speaker_of
from assistant.answering.selection.when_where.place_held import content_words, place_held
from assistant.answering.selection.when_where.time_complement import time_complements
from assistant.language.folding import fold, word_list
from assistant.language.words import stem
from assistant.retrieval.answer_signs import says_when, says_why
from assistant.retrieval.query import Query, QueryTerm

_NEAR = 5
_SAID = 0.3
_HALF = 0.5
_BEFELL = 5
_COUNTED = re.compile(r"\b(?:combien|nombre)\s+d[e'’]\s*|\bhow many\s+|\bnumber of\s+")
_ANYONE = frozenset("personnes gens hommes people fois times temps".split())
# Words that say of a sentence, or of what follows a colon or "que", that it is the reason.
_SAID_REASON = re.compile(
    r"\b(?:justifi\w+|expliqu\w+|s'expliqu\w+|invoqu\w+|fait valoir|font valoir|au motif|sous pretexte|impute\w*"
    r"|attribue\w*|est due?s? (?:a|au|aux)\b|faute d|par (?:crainte|egard|peur|manque|solidarite|precaution|mesure d)"
    r"|de peur|empech\w+|apres (?:que|qu'|la (?:mort|decouverte|plainte|decision))|jugeant|estimant|victimes? d)"
)
_UNIT_OF_NUMBER = re.compile(
    r"\s*(?:millions?|milliards?|mille)?\s*(?:d[e’']\s*)?(€|\$|£|%|(?:pour ?cent|points?|euros?|dollars?|livres?"
    r"|francs?|roubles?|km|kilomètres?|mètres?|centimètres?|degrés|°|ans?|années?|mois|semaines?|jours?|heures?|minutes?"
    r"|h)(?!\w))"
)
_FULL_NAME = re.compile(
    r"(?<![\w’'-])[A-ZÉÈÎÔ][\w’-]*[a-zéèêîôàç][\w’-]*"
    r"(?: (?:d[eu]s? |de la |d[’']|al-|el-|ben |van |von )?[A-ZÉÈÎÔ][\w’-]+)+|(?<!\w)(?:M\.|Mme|Me) [A-ZÉÈÎÔ][\w’-]+"
)
_BEFORE_A_PLACE = re.compile(
    r"(?:^|\W)(?:à|au|aux|en|vers|dans|près d[e’']|près de|gare d[eu]|rue|place|avenue|hôpital|lycée|pont)\s*$"
)
# Words before a cause, and the cause.
_CAUSE_CLAUSE = re.compile(
    r"\b(?:parce qu|car\b|en raison d|a cause d|grace a|du fait d|faute d|a la suite d|suite a|en reponse a|face a)"
    r"([^,;:.]*)"
)
_WEAK_CAUSE = re.compile(
    r"\b(?:accus\w+|reproch\w+|soupconn\w+|condamn\w+|poursuivi\w*|motiv\w+|pretext\w+|due?s? (?:a|au|aux)\b"
    r"|lie[es]* (?:a|au|aux)\b|en effet|apres (?:avoir|l|la|le|une?|des|de)\b|estime\b|juge\b"
    r"|craign\w+|dans l'espoir|objectif|but d|afin|veut|entend|consider\w+|denonc\w+"
    r"|permet\w*|pour|manqu\w+|n'avai\w+ (?:pas|plus)|(?:avait|avaient) (?:\w+ment )?(?:ete )?\w{2,}[eiu]e?s?"
    r"|en tant que|conscien\w+|c'est pourquoi|ainsi|consequen\w+|faisant|causant|entrain\w+)\b"
    r"|, \w{4,}ant\b"
)


def holds_answer_type(query: Query, sentence: Sentence, *, already: frozenset[str]) -> float:
    """Return how well a sentence holds what the question asks for.

    Args:
        query: the question.
        sentence: the sentence.
        already: folded words of the question: a name that was asked with is not the answer.

    Returns:
        1 when it does, 0 when it does not, a half when the question word asks for nothing particular;
        for a number, 1 only when it stands near what is to be counted, a half elsewhere; for a place, a time
        or a reason, a half where only the form of the words suggests one.
    """
    kind = query.answer_type
    if kind == "who":
        told = any(not content_words(name) <= already for name in sentence.names)
        return float(told or (asks_view(query) and new_speaker(sentence, already)))
    if kind == "how_many":
        return _counts(query, sentence)
    if kind == "when":
        return _time_held(sentence, already=already)
    if kind == "where":
        return place_held(query, sentence, already=already)
    if kind == "why":
        return _reason(query, sentence)
    return _HALF


def _time_held(sentence: Sentence, *, already: frozenset[str]) -> float:
    text = sentence.text
    new = (one for one in time_complements(text) if not content_words(fold(text[one.start : one.end])) <= already)
    if any(one.kind != "during" for one in new):
        return 1.0
    return _HALF * (bool(sentence.dates) or says_when(text))


def _reason(query: Query, sentence: Sentence) -> float:
    said = folded(sentence.text)
    if _is_the_reason(query, sentence, said):
        return 0.0
    if says_why(sentence.text) or _SAID_REASON.search(said):
        return 1.0
    return _HALF * bool(_WEAK_CAUSE.search(said))


def person_told(query: Query, sentence: Sentence, *, already: frozenset[str]) -> float:
    """Return 1 when a question asks who, and a sentence names somebody in full whom the question does not, else 0.

    A capital alone may be a town, a ministry or a club. Of who holds a view, whoever says the sentence is told.
    """
    if query.answer_type != "who":
        return 0.0
    if asks_view(query):
        return float(new_speaker(sentence, already))
    for found in _FULL_NAME.finditer(sentence.text):
        words = content_words(fold(found.group()))
        new = words and not words & already
        if new and not _BEFORE_A_PLACE.search(sentence.text[: found.start()]):
            return 1.0
    return 0.0


def new_speaker(sentence: Sentence, already: frozenset[str]) -> bool:
    """Tell whether a sentence is the words of somebody whom the question does not name."""
    words = content_words(fold(speaker_of(sentence) or ""))
    return bool(words) and not words <= already


def _is_the_reason(query: Query, sentence: Sentence, said: str) -> bool:
    """Tell whether what a question asks the reason of is itself given as a reason.

    "Pourquoi l'opération a-t-elle été lancée ?" and "six villages ont été évacués en raison de l'opération lancée".
    """
    matches = match_terms(query, sentence.terms)
    met = [
        match.position
        for term, match in zip(query.terms, matches, strict=True)
        if match.similarity >= _SAID and not term.is_name
    ]
    inside = 0
    for clause in _CAUSE_CLAUSE.finditer(said):
        first, last = len(word_list(said[: clause.start(1)])), len(word_list(said[: clause.end(1)]))
        inside += sum(first <= position < last for position in met)
    return bool(met) and inside > len(met) / 2


def _counts(query: Query, sentence: Sentence) -> float:
    if not sentence.numbers:
        return 0.0
    noun = counted_noun(query)
    first = [term for term in query.terms if not term.is_name][:1] or query.terms[:1]
    counted = (noun or first[0]).alternatives if first else {}
    return 1.0 if _near_number(sentence, counted, plain=noun is not None) else _HALF


def _near_number(sentence: Sentence, counted: Mapping[str, float], *, plain: bool = True) -> bool:
    """Tell whether a number stands near what is counted; a plain one where things are, not money or time."""
    nouns = [position for term, position in sentence.terms if counted.get(term, 0.0) > _SAID]
    places = [
        len(word_list(sentence.text[: number.start]))
        for number in sentence.numbers
        if not (plain and _measures(sentence.text[number.end :], counted))
    ]
    return any(-2 <= noun - place <= _NEAR for noun in nouns for place in places)


def _measures(after: str, counted: Mapping[str, float]) -> bool:
    """Tell whether what follows a number says that it counts money, time or a share, and not the noun asked about."""
    unit = _UNIT_OF_NUMBER.match(after)
    return unit is not None and stem(unit.group(1).lower()) not in counted


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
    ways = {**dict.fromkeys(noun.related, 1.0), **noun.alternatives}
    return float(not _near_number(sentence, ways))
