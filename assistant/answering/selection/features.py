"""What is measured of a sentence that may answer a question; every number can be read and explained.

The weights that turn these into a score are in ``assistant/model/scorer.json``, fitted by
``assistant/training/scorer.py``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain
from operator import mul

import numpy as np

from assistant.answering.selection.answer_types import person_told, uncounted
from assistant.answering.selection.article_match import ArticleMatch
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.certainty import hedged
from assistant.answering.selection.context import raised
from assistant.answering.selection.dates import dates_compared
from assistant.answering.selection.feature_names import HELD, SENTENCE_FEATURES, TOLD_APART, Features
from assistant.answering.selection.matching import adjacency, agreement_of_agents, bindings, match_terms
from assistant.answering.selection.names_met import (
    name_resolved,
    name_swapped,
    names_unresolved,
    numbers_missing,
)
from assistant.answering.selection.near_misses.deed import deed_unmet
from assistant.answering.selection.premises import (
    denial_missing,
    heads_missing,
    manner_missing,
    negated,
    opposed,
    unmet_premise,
)
from assistant.answering.selection.roles import agent_untold, roles
from assistant.answering.selection.sentences import ReadArticle, Vectors
from assistant.answering.selection.soft_match import soft_similarities, weakest
from assistant.answering.selection.speakers.asked_speaker import speaker_other, view_unsaid
from assistant.answering.selection.tense import future_missing
from assistant.answering.selection.units import unit_missing
from assistant.answering.selection.when_where.attached import told
from assistant.answering.selection.why.fact_and_cause import why_features
from assistant.retrieval.query import Query

_MET = 0.3
_ENDS = (".", "!", "?", "…", "»", "”", '"', ")")


def sentence_features(
    asked: Asked, read: ReadArticle, article: ArticleMatch, place: int, *, passage_score: float
) -> Features:
    """Measure one sentence.

    Args:
        asked: the question.
        read: the article.
        article: how the question meets it.
        place: which sentence.
        passage_score: score of the best hit that holds it.

    Returns:
        ``(len(SENTENCE_FEATURES),)`` float64, in that order.
    """
    sentence = read.sentences[place]
    query = asked.query
    matches = match_terms(query, sentence.terms)
    met = [match.similarity for match in matches]
    context = article.context
    around = read.sentences[max(0, place - 1) : place + 2]
    nearby = frozenset[str]().union(*(context.said(near.number) for near in around))
    window = context.window(place)
    window_related = context.window_related(place)
    soft_window = soft_similarities(article.alike[max(0, place - 1) : place + 2].max(axis=0), window_related)
    title = read.title_terms
    opening = read.opening_terms
    linked = context.linked(place)
    alone = met
    met = raised(met, linked)
    related = raised(context.related(place), linked)
    carried = context.carried(place)
    soft = soft_similarities(article.alike[place], related)
    role_agrees, role_opposes, agent_replaced = roles(query, asked.verb, sentence, matches)
    binding_met, binding_broken = bindings(query, sentence.terms)
    agrees, opposes = agreement_of_agents(query, sentence.terms, matches)
    is_negated, is_denied = negated(query, sentence.text, matches)
    no_unit = unit_missing(query, sentence, already=asked.words)
    held = context.held(place)
    covered = _share(carried, asked.background)
    attribute_missing, head_missing = heads_missing(query, related)
    date_agrees, date_opposes = dates_compared(query.dates, sentence)
    there = told(query, asked.verb, sentence, already=asked.words)
    values = {
        "coverage": _share(met, asked.background),
        "coverage_rare": _share(met, asked.rarity),
        "coverage_focus": _share(met, article.focus),
        "coverage_focus_related": _share(related, article.focus),
        "coverage_related": _share(related, asked.background),
        "coverage_window": _share(window, asked.background),
        "coverage_article": _share(article.met, asked.background),
        "coverage_article_related": _share(article.met_related, asked.background),
        "coverage_title": _share(article.met_first, asked.background),
        "coverage_anaphora": _share(linked, asked.background) - _share(alone, asked.background),
        "coverage_carried": covered,
        **{f"held_carried_{kind}": held * covered * (query.answer_type == kind) for kind in TOLD_APART},
        **why_features(asked, read, article, place),
        "told_before_why": context.told_before(place, article.focus) * (query.answer_type == "why"),
        "future_missing": future_missing(query, sentence.text),
        "heading": float(not sentence.text.rstrip().endswith(_ENDS)),
        "attribute_missing": attribute_missing,
        "head_missing": head_missing,
        "premise_unmet": unmet_premise(query, window, asked.background),
        "negated": is_negated,
        "denied": is_denied,
        "manner_missing": manner_missing(query, sentence.text),
        "hedged": hedged(query, sentence.text),
        "person_told": person_told(query, sentence, already=asked.words),
        "opposed": opposed(query, sentence.said),
        "missing_most": _heaviest_missing(met, asked.background),
        "names_missing": _names_missing(query, linked),
        "names_missing_article": _names_missing(query, article.met),
        "exact": sum(value == 1.0 for value in alone) / max(len(alone), 1),
        "adjacency": adjacency(query, matches),
        "cosine": float(asked.vector @ sentence.vector),
        "cosine_window": _cosine(asked.vector, np.sum([near.vector for near in around], axis=0)),
        "cosine_article": article.cosine,
        "cosine_residual": _residual_cosine(asked.vector, sentence.vector, read.centroid),
        "late_interaction": float(article.late[place] @ asked.token_weights),
        "late_unmet": float(article.late[place] @ article.token_unmet),
        "type_held": held,
        "type_missing": float(held == 0.0),
        **{f"held_{kind}": held * (query.answer_type == kind) for kind in HELD},
        "binding_met": binding_met,
        "binding_broken": binding_broken,
        "agent_agrees": agrees,
        "agent_opposes": opposes,
        "role_agrees": role_agrees,
        "role_opposes": role_opposes,
        "agent_replaced": agent_replaced,
        "agent_untold": agent_untold(query, asked.verb, sentence.text, matches),
        "plain_focus": _share(_plain(query, related), _plain(query, article.focus)),
        "plain_soft": _share(_plain(query, soft), _plain(query, asked.background)),
        "names_window": 1.0 - names_unresolved(query, (nearby, title)),
        "unit_missing": no_unit,
        "uncounted": uncounted(query, sentence),
        "head_missing_article": max(heads_missing(query, article.met_related)),
        "verb_missing": _verb_missing(asked, related),
        "verb_missing_window": _verb_missing(asked, window_related),
        "deed_unmet": deed_unmet(query, asked.verb, (sentence,)),
        "deed_unmet_window": deed_unmet(query, asked.verb, around),
        "soft_coverage": _share(soft, asked.background),
        "soft_window": _share(soft_window, asked.background),
        "weakest": weakest(soft, asked.background),
        "weakest_window": weakest(soft_window, asked.background),
        "names_unresolved": names_unresolved(query, (nearby, title, opening)),
        "name_swapped": name_swapped(query, sentence, nearby | title),
        "name_resolved": name_resolved(query, read.sentences, place, title),
        "speaker_other": speaker_other(query, sentence, article.offices),
        "view_unsaid": view_unsaid(query, sentence),
        "numbers_missing": numbers_missing(
            query, chain((near.text for near in around), [sentence.article.title or ""])
        ),
        "denial_missing": denial_missing(query, sentence.text),
        "length": math.log1p(len(sentence.terms)),
        "short": float(len(sentence.terms) < 5),
        "lead": 1.0 / (1.0 + sentence.number),
        "question_mark": float(sentence.text.rstrip(' »\u00a0\u202f"').endswith("?")),
        "date_agrees": date_agrees,
        "date_opposes": date_opposes,
        **{f"told_{kind}": there.attached * (query.answer_type == kind) for kind in TOLD_APART},
        **{f"untold_{kind}": there.untold * (query.answer_type == kind) for kind in TOLD_APART},
        "planned": there.planned,
        "passage": passage_score,
    }
    return np.array([values[name] for name in SENTENCE_FEATURES])


def _plain(query: Query, values: Sequence[float]) -> list[float]:
    """Return the values of the terms that are no names."""
    return [value for term, value in zip(query.terms, values, strict=True) if not term.is_name]


def _verb_missing(asked: Asked, met: Sequence[float]) -> float:
    found = [value for term, value in zip(asked.query.terms, met, strict=True) if term is asked.verb]
    return float(bool(found) and found[0] < _MET)


def _residual_cosine(asked: Vectors, sentence: Vectors, subject: Vectors) -> float:
    left = asked - float(asked @ subject) * subject
    right = sentence - float(sentence @ subject) * subject
    lengths = float(np.linalg.norm(left) * np.linalg.norm(right))
    return float(left @ right) / lengths if lengths > 1e-9 else 0.0


def _share(met: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(map(mul, met, weights)) / total if total else 0.0


def _heaviest_missing(met: Sequence[float], weights: Sequence[float]) -> float:
    missing = [weight for value, weight in zip(met, weights, strict=True) if value < 0.3]
    return max(missing, default=0.0) / max(weights, default=1.0)


def _names_missing(query: Query, met: Sequence[float]) -> float:
    names = [value for term, value in zip(query.terms, met, strict=True) if term.is_name and not term.given]
    return sum(value < 0.5 for value in names) / len(names) if names else 0.0


def _cosine(left: Vectors, right: Vectors) -> float:
    length = float(np.linalg.norm(right))
    return float(left @ right) / length if length else 0.0
