"""What is measured of a sentence that may answer a question; every number can be read and explained.

The weights that turn these into a score are in ``assistant/model/scorer.json``, fitted by
``assistant/training/scorer.py``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.answering.selection.answer_types import holds_answer_type
from assistant.answering.selection.article_match import ArticleMatch
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.dates import dates_compared
from assistant.answering.selection.matching import adjacency, agreement_of_agents, bindings, match_terms, similarities
from assistant.answering.selection.premises import heads_missing, negated, opposed, unmet_premise
from assistant.answering.selection.sentences import ReadArticle, Sentence, Vectors
from assistant.retrieval.query import Query

Features = NDArray[np.float64]

# Name to the sign its weight must have (0: any): a feature that speaks for a sentence may not be turned
# against it by what else a training set happens to hold.
SIGNS: Mapping[str, int] = {
    "coverage": 1,  # share of the question's weight met in the sentence, weights from the background press
    "coverage_rare": 1,  # the same with weights from this corpus
    "coverage_focus": 1,  # what this sentence alone of its article meets: the article's subject counts little
    "coverage_focus_related": 1,  # the same, terms used alike count in part
    "coverage_related": 1,  # the same, terms used alike count in part
    "coverage_window": 1,  # background weights, the sentence with those before and after
    "coverage_article": 1,  # background weights, anywhere in the article or its title
    "coverage_article_related": 1,  # the same, terms used alike count in part
    "coverage_title": 1,  # in the title or the first two sentences
    "coverage_anaphora": 1,  # what the sentence before adds, when this one points back to it ("Ces accusations ...")
    "attribute_missing": -1,  # "quelle est la portée ...": the noun asked for is not met, nor a term used alike
    "head_missing": -1,  # "quelles mesures ...": the same
    "premise_unmet": -1,  # share of a why-question's weight that is not said around the sentence
    "negated": -1,  # what the question takes for granted is denied: "ont-ils réussi", "n'ont pas réussi"
    "opposed": -1,  # the sentence has the opposite of a word of the question
    "missing_most": -1,  # weight of the heaviest term not met at all, of the heaviest term
    "names_missing": -1,  # share of the question's names met neither in the sentence nor in the one it points back to
    "names_missing_article": -1,  # share not met anywhere in the article
    "exact": 1,  # share of terms met to the letter
    "adjacency": 1,
    "cosine": 1,
    "cosine_window": 1,
    "cosine_article": 1,  # with the mean of the article's sentences
    "cosine_residual": 1,  # of what is left of both when the article's subject is taken out
    "late_interaction": 1,  # mean over the question's tokens of the best cosine with a token of the sentence
    "late_unmet": 1,  # the same, only tokens of terms that no sentence of the article has to the letter
    "type_held": 1,
    "type_missing": -1,
    "binding_met": 1,
    "binding_broken": -1,
    "agent_agrees": 1,
    "agent_opposes": -1,
    "length": 0,  # log of the number of terms
    "short": -1,  # fewer than five terms: a heading or a fragment
    "lead": 0,  # 1 for the first sentence of its article, falling
    "question_mark": -1,
    "date_agrees": 1,  # the sentence has a date of the question that its article's own date is not
    "date_opposes": -1,  # the sentence has dates, and they are others
    "passage": 1,  # the ranker's probability for the best passage that holds it
}
SENTENCE_FEATURES = tuple(SIGNS)
_ANTECEDENT = 0.85
"""What a term is worth that only the sentence pointed back to has: the reader needs that one as well."""
_HEADING_TERMS = 6
_POINTS_BACK = re.compile(
    r"^(?:ces|cette|cet|ce|son|sa|ses|leur|leurs|celui-ci|celle-ci|ceux-ci|il|elle|ils|elles|le pays"
    r"|ce dernier|selon lui|selon elle|parmi eux|c[’']est|dans un communiqué|au total|par ailleurs)(?!\w)"
    r"|.*(?<!\w)(?:cette|cet|ces|ce) (?:allégation|accusation|annonce|décision|appel|propos|information|déclaration"
    r"|bilan|attaque|accord|affirmation|critique|demande|proposition|mesure|chiffre|décès|attentat|accident|victoire|défaite)s?(?!\w)",
    re.IGNORECASE | re.DOTALL,
)


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
    around = read.sentences[max(0, place - 1) : place + 2]
    own = {term for term, _ in sentence.terms}
    related: Sequence[float] = similarities(query, own, related=True)
    window = similarities(query, {term for near in around for term, _ in near.terms})
    before = _antecedent(read.sentences, place)
    linked = _linked(query, met, before)
    alone = met
    met = [max(own, _ANTECEDENT * other) for own, other in zip(met, linked, strict=True)]
    related = [max(own, _ANTECEDENT * other) for own, other in zip(related, linked, strict=True)]
    binding_met, binding_broken = bindings(query, sentence.terms)
    agrees, opposes = agreement_of_agents(query, sentence.terms, matches)
    held = holds_answer_type(query, sentence, already=asked.words)
    attribute_missing, head_missing = heads_missing(query, related)
    date_agrees, date_opposes = dates_compared(query.dates, sentence)
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
        "attribute_missing": attribute_missing,
        "head_missing": head_missing,
        "premise_unmet": unmet_premise(query, window, asked.background),
        "negated": negated(query, sentence.text, matches),
        "opposed": opposed(query, own),
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
        "binding_met": binding_met,
        "binding_broken": binding_broken,
        "agent_agrees": agrees,
        "agent_opposes": opposes,
        "length": math.log1p(len(sentence.terms)),
        "short": float(len(sentence.terms) < 5),
        "lead": 1.0 / (1.0 + sentence.number),
        "question_mark": float(sentence.text.rstrip(' »\u00a0\u202f"').endswith("?")),
        "date_agrees": date_agrees,
        "date_opposes": date_opposes,
        "passage": passage_score,
    }
    return np.array([values[name] for name in SENTENCE_FEATURES])


def _residual_cosine(asked: Vectors, sentence: Vectors, subject: Vectors) -> float:
    left = asked - float(asked @ subject) * subject
    right = sentence - float(sentence @ subject) * subject
    lengths = float(np.linalg.norm(left) * np.linalg.norm(right))
    return float(left @ right) / lengths if lengths > 1e-9 else 0.0


def _antecedent(sentences: Sequence[Sentence], place: int) -> Sequence[Sentence]:
    """Return the sentence that one points back to ("Ces accusations ..."), with what a heading between them hides."""
    if place == 0 or not _POINTS_BACK.match(sentences[place].text.lstrip('«“"\u00a0\u202f ')):
        return ()
    first = place - 1
    while first > 0 and len(sentences[first].terms) < _HEADING_TERMS and not sentences[first].text.endswith("."):
        first -= 1
    return sentences[first:place]


def _linked(query: Query, met: Sequence[float], before: Sequence[Sentence]) -> Sequence[float]:
    """Count what the sentences pointed back to meet as well."""
    said = similarities(query, {term for sentence in before for term, _ in sentence.terms})
    return [max(own, other) for own, other in zip(met, said, strict=True)]


def _share(met: Sequence[float], weights: Sequence[float]) -> float:
    total = sum(weights)
    return sum(value * weight for value, weight in zip(met, weights, strict=True)) / total if total else 0.0


def _heaviest_missing(met: Sequence[float], weights: Sequence[float]) -> float:
    missing = [weight for value, weight in zip(met, weights, strict=True) if value < 0.3]
    return max(missing, default=0.0) / max(weights, default=1.0)


def _names_missing(query: Query, met: Sequence[float]) -> float:
    names = [value for term, value in zip(query.terms, met, strict=True) if term.is_name and not term.given]
    return sum(value < 0.5 for value in names) / len(names) if names else 0.0


def _cosine(left: Vectors, right: Vectors) -> float:
    length = float(np.linalg.norm(right))
    return float(left @ right) / length if length else 0.0
