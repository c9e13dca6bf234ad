"""What a why-question takes for a fact, and whether a sentence gives the cause of that.

The words of the question are in the fact, not in its cause: the fact is in the part of the sentence that is not the
cause, or in a sentence beside it. Whoever acts in the question stands before its verb there; of somebody who is named,
a fact that is told in other words is hardly the same ("Pourquoi Martin a-t-il démissionné ?").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from assistant.answering.selection.article_match import ArticleMatch, match_article
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.folded import folded
from assistant.answering.selection.matching import match_terms
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.answering.selection.soft_match import soft_similarities
from assistant.answering.selection.speakers.asked_speaker import speaker_of
from assistant.answering.selection.why.causes import Cause, cause_in, hindered, is_negated, refuses
from assistant.language.folding import word_list
from assistant.retrieval.query import Query

# Name to the sign its weight must have. All are 0 for a question that does not ask why.
WHY_SIGNS: Mapping[str, int] = {
    "why_linked": 1,  # a link in the sentence gives a cause for certain
    "why_linked_fact": 1,  # how much of the question the rest of that sentence says
    "why_likely": 1,  # an aim, an effect, a clause that goes along
    "why_told_fact": 1,  # somebody explains, where the question's fact is told in or beside the sentence
    "why_beside_fact": 1,  # a state is told beside the sentence that tells nearly all of the fact
    "why_untold": -1,  # nothing looks like a cause
    "why_repeated": -1,  # the sentence tells nearly all of the fact, and nothing in it looks like a cause
    "why_opposed": -1,  # a link gives the cause of what is not so, and what is so was asked about
    "why_fact": 1,  # how much of the question's words but names is told in the sentence and beside it
    "why_hindered": 1,  # it is asked why something is not so, and the sentence says what does not go on, or lacks
    "why_hindered_linked": 1,  # the same, where a link gives the cause
    "why_agent": -1,  # somebody named acts in the question: what is not so is mostly asked of somebody
    "why_agent_unmet": -1,  # somebody named acts in the question, and the rest of it is told nowhere beside
    "why_agent_absent": -1,  # whoever is named to act is not named in or beside the sentence, others are
    "why_refused": -1,  # the fact is refused, denied or called off, which the question does not say
    "why_refusal_unmet": -1,  # a refusal is asked about, and none is told
}
_BESIDE = ((-1, 0.9), (-2, 0.75), (1, 0.8))
"""Sentences beside one, by how far on they stand, and what their words are worth."""
_OTHER_PARAGRAPH = 0.8
_IN_CAUSE = 0.3
"""What a word of the question is worth that only the cause has."""
_TITLED, _OPENING = 0.8, 0.6
_NEARLY = 0.6
_REPEATED = 0.75
_APART = 0.2
"""How much more of the fact a sentence beside the cause must say, as a share of the question, to be quoted with it."""
_LONGEST = 700
"""Characters of a quote of fact and cause; a longer one would bury the cause."""
_REFUSAL = re.compile(r"\b(?:refus|renonc|rejet|dement|boud|nie(?:nt|r)?\b|oppos|den(?:y|ied|ies)\b)\w*")
_IN_PASSING = re.compile(r", (?:qui|dont|laquelle|lequel|lesquel(?:le)?s)\b[^,;:.]*,")
_NOT_SO = re.compile(
    r"\bn(?:e |')(?:\w+[ '-]){1,5}?(?:pas|plus|jamais|guere|rien|aucune?)\b|n't\b|\bnot\b|\bplus rien ne\b"
)
_NEGATIVE = re.compile(
    r"\bn(?:e |')|n't\b|\bnot\b|\bplus\b|\b(?:refus|renonc|rejet|cess|arret|absent|manqu|boud|retir|suspen|annul|oppos"
    r"|interdi|turn(?:ed)? down|reject|declin|cancel|withdr|quit|break|broke)\w*"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """How far the fact of a question is told around a sentence.

    Attributes:
        own: share of the question's weight that the sentence says outside its cause, in [0, 1].
        single: share of what is said best by it or by one sentence beside it, names also by title and opening.
        alone: the same of the sentence itself.
        plain: share, names aside, of what it and those beside it say together.
        place: of the sentence that says most of it.
    """

    own: float
    single: float
    alone: float
    plain: float
    place: int


def why_features(asked: Asked, read: ReadArticle, article: ArticleMatch, place: int) -> dict[str, float]:
    """Measure how well a sentence gives the cause of a question's fact; 0 throughout where why is not asked.

    Args:
        asked: the question.
        read: the article.
        article: how the question meets it.
        place: which sentence.
    """
    if asked.query.answer_type != "why" or not asked.query.terms:
        return dict.fromkeys(WHY_SIGNS, 0.0)
    cause = cause_in(read.sentences[place].text)
    fact = fact_around(asked, read, article, place)
    question = folded(asked.query.text)
    denied = [refuses(cause_in(read.sentences[one].text).outside) for one in {place, fact.place}]
    negative = _NEGATIVE.search(question) is not None
    wants_refusal = _REFUSAL.search(question) is not None
    agent = _named_agent(asked.query)
    told = (cause.told or cause.opens) and not cause.linked
    is_hindered = _NOT_SO.search(question) is not None and hindered(read.sentences[place].text)
    stands_alone = cause.state and fact.place != place and not (cause.linked or told)
    return {
        "why_linked": float(cause.linked),
        "why_linked_fact": cause.linked * fact.own,
        "why_likely": float(not cause.linked and (cause.likely or cause.along)),
        "why_told_fact": told * fact.single,
        "why_beside_fact": float(stands_alone) * max(0.0, fact.single - _NEARLY),
        "why_untold": float(cause.untold and not (cause.state and fact.place != place)),
        "why_repeated": float(cause.untold and fact.alone >= _REPEATED),
        "why_opposed": float(cause.linked and not negative and is_negated(cause.outside)),
        "why_fact": fact.plain,
        "why_hindered": float(is_hindered),
        "why_hindered_linked": float(is_hindered and cause.linked),
        "why_agent": float(agent),
        "why_agent_unmet": agent * (1.0 - fact.plain),
        "why_agent_absent": float(agent and _another_named(asked, read, {place, fact.place})),
        "why_refused": float(any(denied) and not negative),
        "why_refusal_unmet": float(wants_refusal and not any(denied)),
    }


def fact_around(asked: Asked, read: ReadArticle, article: ArticleMatch, place: int) -> Fact:
    """Return how far the fact of a question is told in a sentence and in those beside it."""
    terms, weights = asked.query.terms, np.array(asked.background)
    names = np.array([term.is_name for term in terms])
    own = _outside(asked.query, read.sentences[place], cause_in(read.sentences[place].text), _said(article, place))
    said = {place: own}
    for step, worth in _BESIDE:
        if 0 <= place + step < len(read.sentences):
            apart = 1.0 if in_one_paragraph(read.sentences[place], read.sentences[place + step]) else _OTHER_PARAGRAPH
            said[place + step] = worth * apart * _said(article, place + step)
    around = np.where(names, _named_above(asked.query, read), 0.0)
    alone = {one: _share(np.maximum(met, around), weights) for one, met in said.items()}
    best = max(alone, key=lambda one: (alone[one], one == place))
    together = np.max(list(said.values()), axis=0)
    return Fact(
        own=_share(own, weights),
        single=alone[best],
        alone=alone[place],
        plain=_share(together, np.where(names, 0.0, weights)) if (weights * ~names).sum() else 0.5,
        place=best,
    )


def with_fact(asked: Asked, sentence: Sentence, read: ReadArticle) -> tuple[int, int]:
    """Return the stretch of an article to quote for a why-question: with the fact, where that stands beside the cause.

    Args:
        asked: the question.
        sentence: the sentence that gives the cause.
        read: its article.

    Returns:
        Offsets in the article's text, half-open: of the sentence alone where it tells the fact too, or is not asked
        why; else from the fact to the cause, in one paragraph and unless somebody else tells the fact.
    """
    alone = sentence.start, sentence.end
    if asked.query.answer_type != "why" or not asked.query.terms:
        return alone
    fact = fact_around(asked, read, match_article(asked, read), sentence.number)
    other = read.sentences[fact.place]
    start, end = min(sentence.start, other.start), max(sentence.end, other.end)
    apart = fact.single - fact.alone >= _APART and in_one_paragraph(sentence, other)
    told_by = speaker_of(other)
    return (start, end) if apart and end - start <= _LONGEST and told_by in (None, speaker_of(sentence)) else alone


def in_passing(asked: Asked, sentence: Sentence) -> bool:
    """Tell whether a sentence tells a why-question's fact in passing, and no cause with it.

    "Ormas, qui soutient le projet, est accusé de ...": what the rest of the sentence says is not why.
    """
    if asked.query.answer_type != "why" or asked.verb is None:
        return False
    said = folded(sentence.text)
    matches = zip(asked.query.terms, match_terms(asked.query, sentence.terms), strict=True)
    place = next((match.position for term, match in matches if term is asked.verb), -1)
    for clause in _IN_PASSING.finditer(said):
        within = len(word_list(said[: clause.start()])) <= place < len(word_list(said[: clause.end()]))
        if within and not cause_in(clause.group()).linked:
            return True
    return False


def in_one_paragraph(one: Sentence, other: Sentence) -> bool:
    """Tell whether no line break stands between two sentences of an article."""
    first, second = sorted((one, other), key=lambda sentence: sentence.start)
    return "\n" not in one.article.text[first.end : second.start]


def _said(article: ArticleMatch, place: int) -> np.ndarray:
    return np.array(soft_similarities(article.alike[place], article.context.related(place)))


def _outside(query: Query, sentence: Sentence, cause: Cause, met: np.ndarray) -> np.ndarray:
    """Return how well the part of a sentence that is not the cause meets each term of a question."""
    inside = [match.position in cause.inside for match in match_terms(query, sentence.terms)]
    return np.where(inside, _IN_CAUSE * met, met)


def _named_above(query: Query, read: ReadArticle) -> np.ndarray:
    """Return how well title and opening of an article meet each term of a question."""
    found = []
    for term in query.terms:
        titled, opening = (
            max((weight for other, weight in term.alternatives.items() if other in terms), default=0.0)
            for terms in (read.title_terms, read.opening_terms)
        )
        found.append(max(_TITLED * titled, _OPENING * opening))
    return np.array(found)


def _share(met: np.ndarray, weights: np.ndarray) -> float:
    total = float(weights.sum())
    return float(met @ weights) / total if total else 0.0


def _another_named(asked: Asked, read: ReadArticle, places: set[int]) -> bool:
    """Tell whether sentences of an article name somebody or something, and none of the names of a question."""
    names = {other for term in asked.query.terms if term.is_name for other in term.alternatives}
    said = {term for place in places for term in read.sentences[place].said}
    others = {word for place in places for name in read.sentences[place].names for word in word_list(name)}
    return names.isdisjoint(said) and not others <= asked.words


def _named_agent(query: Query) -> bool:
    """Tell whether a name stands before every other word of a question: who acts there."""
    first = min((term.position for term in query.terms if not (term.is_name or term.given)), default=-1)
    return any(term.is_name and not term.given and term.position < first for term in query.terms)
