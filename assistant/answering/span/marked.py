"""The words of a quote that answer the question: "qui", "quand", "où", "combien", "quel" ask for a few of them.

Every run of words that may answer is measured (:mod:`assistant.answering.span.features`) and scored by a linear model,
with weights for all questions and others for each kind of question; the softmax of the scores says how probable
each run is. Said is the run with the highest expected token F1 under these probabilities (minimum Bayes risk, Goel
and Byrne 2000), and only when that is high enough: no mark is better than a wrong one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np

from assistant.answering.span.features import SAME, SPAN_FEATURES, Sought, measure, sought
from assistant.answering.span.quote_words import COLUMN, Floats, Ints, QuoteWords, read_quote
from assistant.errors import ModelError
from assistant.language.folding import fold
from assistant.retrieval.query import Query
from assistant.retrieval.question_words import answer_type
from assistant.types import Citation

SpanKind = Literal["who", "when", "where", "how_many", "which", "which_is", "what"]
KINDS: tuple[SpanKind, ...] = get_args(SpanKind)
"""What a question asks for, where a few words can be the answer: not for a reason, nor for yes or no."""
_FILE = Path(__file__).parents[2] / "model" / "spans.json"
_LIKELY = 40
"""Runs among which the expected F1 is taken."""
_MOST_WORDS = 120
"""Words of a quote; in a longer one nothing is marked."""
_UNCOUNTED = frozenset("le la les l un une des du de d a an the".split())
"""Articles, which the measure leaves out."""
_IS = "(?:est|sont|etait|etaient|fut|furent|sera|is|are|was|were)"
_WHICH = re.compile(r"\b(?:quel(?:le)?s?|which)\b")
_WHICH_IS = re.compile(rf"\bquel(?:le)?s? (?:{_IS}|a ete|ont ete)\b")
_MEASURE = re.compile(
    rf"\b(?:quel(?:le)?s?|what|which) (?:{_IS} )?(?:la |le |les |l'|the )?(?:\w+ )?(?:pourcentage|distance|longueur"
    r"|largeur|hauteur|montant|taux|age|temperature|population|superficie|surface|prix|duree|vitesse|poids|taille"
    r"|altitude|part|score|budget|cout|frequence|proportion|quantite|salaire|profondeur|capacite|chiffre|somme|masse"
    r"|volume|puissance|nombre|effectif|percentage|length|height|amount|rate|price|cost|speed|weight|size|share)s?\b"
)
_UNIT = re.compile(
    r"[ \u00a0\u202f]*(?:%|€|\$|£|°C?)|[ \u00a0\u202f](?:de |d['’])?(?:euros?|dollars?|francs?|livres|roubles?|yens?"
    r"|yuans?|(?:kilo|centi|milli)?m[èe]tres?|[kcm]?m²?|km/h|hectares?|kilo(?:gramme)?s?|kg|grammes?|tonnes?|litres?|degrés?"
    r"|ans?|années?|décennies?|mois|semaines?|jours?|heures?|minutes?|secondes?|siècles?)(?!\w)"
)
"""What a figure is not whole without."""
_HOLDS = {
    "how_many": [COLUMN["number"]],
    "when": [COLUMN[name] for name in ("number", "date", "time")],
}
"""What the words that answer such a question have at least one of; "un" alone is no number."""
_COUNTS = 3
"""How many words a number may stand before what it counts."""
_FOLLOW_UP = re.compile(r"\((.+)\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SpanModel:
    """By kind of question: weights of ``SPAN_FEATURES``, and the expected F1 from which words are marked."""

    weights: Mapping[SpanKind, Floats]
    thresholds: Mapping[SpanKind, float]

    def best(self, kind: SpanKind, words: QuoteWords, asked: Sought, counted: Floats) -> tuple[int, int, float] | None:
        """Return the first and last word of the run to mark and its expected F1; None when no run may answer."""
        runs = measure(words, asked)
        if not len(runs.first):
            return None
        scores = runs.scores(self.weights[kind])
        likely = np.argsort(-scores, kind="stable")[:_LIKELY]
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        expected = _token_f1(runs.first[likely], runs.last[likely], counted) @ chances[likely]
        best = int(expected.argmax())
        return int(runs.first[likely[best]]), int(runs.last[likely[best]]), float(expected[best])


def marked(query: Query, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return citations with the words that answer marked, where a question asks for a few words and they are likely.

    Args:
        query: the question.
        citations: what is quoted for it.
    """
    kind = span_kind(query)
    if kind is None or not citations:
        return tuple(citations)
    asked, model = sought(query), load_spans()
    return tuple(_marked(citation, kind, asked, model) for citation in citations)


def span_kind(query: Query) -> SpanKind | None:
    """Return what kind of words a question asks for; None for a reason, for yes or no, and for no question at all."""
    asked, kind = query.text, query.answer_type
    earlier = _FOLLOW_UP.search(query.text)
    if earlier and kind in ("what", "yes_no") and not _asks(query.text[: earlier.start()]):
        asked, kind = earlier.group(1), answer_type(earlier.group(1))
    folded = fold(asked)
    if kind == "what" and _MEASURE.search(folded):
        return "how_many"
    if kind == "what" and _WHICH.search(folded):
        return "which_is" if _WHICH_IS.search(folded) else "which"
    if kind == "what" and not _asks(asked):
        return None
    return None if kind == "why" or kind == "yes_no" else kind


def _asks(text: str) -> bool:
    return re.search(r"\b(?:que|qu|quoi|quel\w*|comment|what|which|how)\b", fold(text)) is not None


def best_span(text: str, asked: Sought, *, kind: SpanKind, model: SpanModel) -> tuple[int, int, float] | None:
    """Return where in a quote the words are that most probably answer.

    Args:
        text: the quote.
        asked: what the question looks for.
        kind: what it asks for.
        model: the weights.

    Returns:
        Start, end (exclusive) and the expected token F1, in [0, 1]; None when no words may answer.
    """
    words = read_quote(text)
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    found = model.best(kind, words, asked, counted_words(text, words))
    if found is None:
        return None
    needed = _HOLDS.get(kind)
    if needed and not words.kinds[found[0] : found[1] + 1, needed].any():
        return None
    if kind == "how_many" and not _counted_alike(words, asked, found[0], found[1]):
        return None
    end = int(words.ends[found[1]])
    unit = _UNIT.match(text, end) if words.runs["number"][found[1]] >= 0 else None
    return int(words.starts[found[0]]), unit.end() if unit else end, found[2]


def _counted_alike(words: QuoteWords, asked: Sought, first: int, last: int) -> bool:
    """Tell whether one number alone counts the words of the question: in "91 civils tués, 400 blessés" two do.

    A date does not count, nor does a number that the question itself states.
    """
    number = words.runs["number"]
    if words.kinds[first : last + 1, COLUMN["and"]].any() and len(set(number[first : last + 1]) - {-1}) > 1:
        return False
    for place, term in enumerate(words.terms):
        if asked.terms.get(term, 0.0) >= SAME and number[place] < 0 and not first <= place <= last:
            near = [at for at in range(max(0, place - _COUNTS), place) if number[at] >= 0]
            stated = near and (words.runs["date"][near[-1]] >= 0 or asked.terms.get(words.terms[near[-1]], 0.0) >= SAME)
            if near and not stated and not first <= near[-1] <= last:
                return False
    return True


def counted_words(text: str, words: QuoteWords) -> Floats:
    """Return 1 for each word that token F1 counts, 0 for an article."""
    spans = zip(words.starts, words.ends, strict=True)
    return np.array([float(text[start:end].lower() not in _UNCOUNTED) for start, end in spans])


def _marked(citation: Citation, kind: SpanKind, asked: Sought, model: SpanModel) -> Citation:
    found = best_span(citation.quote, asked, kind=kind, model=model)
    if found is None or found[2] < model.thresholds[kind]:
        return citation
    return replace(citation, answer_span=(citation.start + found[0], citation.start + found[1]))


def _token_f1(first: Ints, last: Ints, counted: Floats) -> Floats:
    """Return the token F1 of each run with each other, ``(n, n)``."""
    sums = np.concatenate([[0.0], np.cumsum(counted)])
    low = np.maximum(first[:, None], first[None, :])
    high = np.maximum(np.minimum(last[:, None], last[None, :]) + 1, low)
    size = sums[last + 1] - sums[first]
    result: Floats = 2 * (sums[high] - sums[low]) / np.maximum(size[:, None] + size[None, :], 1.0)
    return result


def span_model(data: Mapping[str, Any]) -> SpanModel:
    """Return a model as its file describes it.

    Args:
        data: ``thresholds`` by kind; ``weights`` for ``all`` and what each kind adds, zeros left out.

    Raises:
        ModelError: if the file was fitted on other features or kinds.
    """
    weights: Mapping[str, Mapping[str, float]] = data["weights"]
    odd = {name for part in weights.values() for name in part} - set(SPAN_FEATURES) | set(weights) ^ {"all", *KINDS}
    if odd:
        raise ModelError(
            f"model file {_FILE.name} was fitted on other features than the code has ({', '.join(sorted(odd))}); "
            "reinstall the package, or refit it with `python -m assistant.training.spans`"
        )
    thresholds: dict[SpanKind, float] = {kind: float(data["thresholds"][kind]) for kind in KINDS}
    rows = {name: np.array([part.get(feature, 0.0) for feature in SPAN_FEATURES]) for name, part in weights.items()}
    return SpanModel({kind: rows["all"] + rows[kind] for kind in KINDS}, thresholds)


@lru_cache(maxsize=1)
def load_spans() -> SpanModel:
    """Return the shipped model.

    Raises:
        ModelError: if its file was fitted on other features.
    """
    return span_model(json.loads(_FILE.read_text(encoding="utf-8")))
