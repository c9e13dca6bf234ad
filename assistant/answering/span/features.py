"""Which runs of words in a quote may answer, and how they look: numbers that a linear model weighs."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answering.span.quote_words import CLOSED, COLUMN, GAPS, KINDS, Floats, Ints, QuoteWords
from assistant.language.folding import fold, word_list
from assistant.retrieval.query import Query

LONGEST = 12
"""Words in an answer; twice as many where it ends at a comma or a stop."""
SAME = 0.3
"""How well a word has to say the same as one of the question."""
_STEP, _OVER_COMMA = 0.8, 0.6
"""What a word of the question is worth a word further away, and beyond a comma."""
_ASKS_WHICH = re.compile(r"^(?:quel(?:le)?s?|combien|which|what|many|much|lequel|laquelle|lesquel(?:le)?s)$")
_LENGTHS = ("words_1", "words_2", "words_3", "words_4", "words_5_6", "words_7_9", "words_10_14", "words_more")
_WHOLE = (
    "asked_share", "asked_only", "content", "rarity_mean", "rarity_most", "near_left", "near_right", "near_both",
    "counted_left", "counted_right", "position", "commas", "stops", "capital_share",
    "is_name", "opens_in_name", "ends_in_name", "is_date", "opens_in_date", "ends_in_date",
    "is_number", "opens_in_number", "ends_in_number", "opens_with_number", "opens_with_name", "ends_with_name",
)  # fmt: skip
_ROUGH = {
    "article": ("article", "determiner"),
    "of": ("of",),
    "preposition": ("at", "in", "preposition", "by"),
    "link": ("and", "relative"),
    "verb": ("pronoun", "be", "have", "verb"),
    "adverb": ("adverb",),
    "name": ("capital", "known_name"),
    "figure": ("number", "date", "symbol", "time"),
    "plain": ("plain",),
    "other": (),
    "gap": (),
}
"""Kinds brought together, the first that fits, to look at the two words of a boundary together."""
_AT_FIRST = (
    *(f"{side}_{name}" for side in ("first", "before") for name in KINDS),
    *(f"before_{name}" for name in GAPS),
    *(f"{outside}>{inside}" for outside in _ROUGH for inside in _ROUGH),
)
_AT_LAST = (
    *(f"{side}_{name}" for side in ("last", "after") for name in KINDS),
    *(f"after_{name}" for name in GAPS),
    *(f"{inside}<{outside}" for inside in _ROUGH for outside in _ROUGH),
)
_OF_RUN = (*(f"holds_{name}" for name in KINDS), *_LENGTHS, *_WHOLE)
SPAN_FEATURES = (*_AT_FIRST, *_AT_LAST, *_OF_RUN)
"""What a run of words is measured by, in the order of the columns."""
_CLOSED_CLASS = [COLUMN[kind] for kind in CLOSED]
_MAY_END = [COLUMN[kind] for kind in ("capital", "known_name", "number", "date", "time", "symbol", "plain")]


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as the words of a quote are compared with it.

    Attributes:
        terms: index term to how well it says one of the question's words, in (0, 1].
        counted: the terms of the noun after "combien de" or "quel".
    """

    terms: dict[str, float]
    counted: frozenset[str]


def sought(query: Query) -> Sought:
    """Return what a question's words are, and which of them names the kind of thing asked for."""
    terms: dict[str, float] = {}
    for term in query.terms:
        for other, weight in (*term.alternatives.items(), *((o, 0.5 * w) for o, w in term.related.items())):
            terms[other] = max(weight, terms.get(other, 0.0))
    asks = [at for at, word in enumerate(word_list(fold(query.text))) if _ASKS_WHICH.match(word)]
    after = [term for term in query.terms if asks and asks[0] < term.position <= asks[0] + 4 and not term.given]
    counted = {other for other, weight in after[0].alternatives.items() if weight >= SAME} if after else set()
    return Sought(terms, frozenset(counted))


def candidate_spans(words: QuoteWords) -> tuple[Ints, Ints]:
    """Return the first and the last word of every run that may answer, ``(n,)`` each.

    A run neither cuts a hyphenated word or a number nor leaves a bracket or quotation mark open, does not begin with
    "et", and ends on a word that means something.
    """
    n = len(words)
    number, closed_class = words.runs["number"], words.kinds[:, _CLOSED_CLASS].any(axis=1)
    inside_number = np.concatenate([[False], (number[1:] >= 0) & (number[1:] == number[:-1]), [False]])
    cuts = words.joined | inside_number
    meaning = words.kinds[:, _MAY_END].any(axis=1) & (~closed_class | (number >= 0))
    ends = meaning & ~cuts[1:]
    starts = (words.kinds[:, COLUMN["and"]] == 0) & ~cuts[:-1]
    closed = words.gaps[1:, :4].any(axis=1)
    length = np.arange(n)[None, :] - np.arange(n)[:, None]
    fits = (length >= 0) & (length < np.where(closed, 2 * LONGEST, LONGEST)[None, :])
    level = words.depth[:, None] == words.depth[None, :]
    first, last = np.nonzero(fits & level & starts[:, None] & ends[None, :])
    return first, last


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of words of a quote, measured; what depends on one end alone is kept by word.

    Attributes:
        first: the first word of each run, ``(n,)``.
        last: its last word.
        at_first: what speaks for a run to begin at each word, ``(words, ...)``.
        at_last: what speaks for a run to end at each word.
        of_run: the rest, ``(n, ...)``.
    """

    first: Ints
    last: Ints
    at_first: Floats
    at_last: Floats
    of_run: Floats

    def features(self) -> Floats:
        """Return the features of every run, ``(n, len(SPAN_FEATURES))``."""
        return np.concatenate([self.at_first[self.first], self.at_last[self.last], self.of_run], axis=1)

    def scores(self, weights: Floats) -> Floats:
        """Return ``features() @ weights``, by way of the words: there are far fewer of them than of runs."""
        begins, ends = len(_AT_FIRST), len(_AT_FIRST) + len(_AT_LAST)
        opening, closing = self.at_first @ weights[:begins], self.at_last @ weights[begins:ends]
        result: Floats = opening[self.first] + closing[self.last] + self.of_run @ weights[ends:]
        return result


def measure(words: QuoteWords, asked: Sought) -> Measured:
    """Measure every run of words of a quote that may answer a question."""
    first, last = candidate_spans(words)
    similarity = np.array([asked.terms.get(term, 0.0) for term in words.terms])
    kinds = words.kinds.copy()
    kinds[:, COLUMN["asked"]] = similarity >= SAME
    kinds[:, COLUMN["counted"]] = [term in asked.counted for term in words.terms]
    none = np.zeros((1, kinds.shape[1]))
    before, after = np.concatenate([none, kinds[:-1]]), np.concatenate([kinds[1:], none])
    sums = np.concatenate([none, np.cumsum(kinds, axis=0)])
    inside = sums[last + 1] - sums[first]
    entering, leaving = _boundaries(words)
    return Measured(
        first=first,
        last=last,
        at_first=np.concatenate([kinds, before, words.gaps[:-1], entering], axis=1),
        at_last=np.concatenate([kinds, after, words.gaps[1:], leaving], axis=1),
        of_run=np.concatenate(
            [inside > 0, _lengths(last - first + 1), _whole(words, kinds, similarity, inside, first, last)],
            axis=1,
            dtype=np.float64,
        ),
    )


def _boundaries(words: QuoteWords) -> tuple[Floats, Floats]:
    """Tell which two kinds of words meet before each word (``of>name``) and after it (``name<verb``)."""
    count, gap = len(_ROUGH), len(_ROUGH) - 1
    rough = np.full(len(words), gap - 1)
    for place, kinds in reversed(list(enumerate(_ROUGH.values()))):
        if kinds:
            rough[words.kinds[:, [COLUMN[kind] for kind in kinds]].any(axis=1)] = place
    apart: NDArray[np.bool_] = np.any(words.gaps[:, 1:] > 0, axis=1)
    before = np.where(apart[:-1], gap, np.concatenate([[gap], rough[:-1]]))
    after = np.where(apart[1:], gap, np.concatenate([rough[1:], [gap]]))
    pairs = np.eye(count * count)
    return pairs[before * count + rough], pairs[rough * count + after]


def _lengths(size: Ints) -> Floats:
    return np.asarray(np.digitize(size, (2, 3, 4, 5, 7, 10, 15))[:, None] == np.arange(len(_LENGTHS)), dtype=np.float64)


def _whole(words: QuoteWords, kinds: Floats, similarity: Floats, inside: Floats, first: Ints, last: Ints) -> Floats:
    content = np.array([bool(term) for term in words.terms], dtype=np.float64)
    held = _inside(content, first, last)
    at_least_one = np.maximum(held, 1.0)
    met = _inside(content * (similarity >= SAME), first, last)
    weight = similarity * words.rarity
    left, right = _mass(weight, words.gaps)
    total = max(float(weight.sum()), 1e-9)
    near_left, near_right = left[first] / total, right[last] / total
    counted_left, counted_right = _mass(kinds[:, COLUMN["counted"]], words.gaps)
    commas = np.concatenate([[0.0], np.cumsum(words.gaps[1:, 1])])
    stops = np.concatenate([[0.0], np.cumsum(words.gaps[1:, 2])])
    rarest = np.maximum.accumulate(np.triu(np.broadcast_to(words.rarity, (len(words), len(words)))), axis=1)
    mentions = [column for name in ("name", "date", "number") for column in _mention(words.runs[name], first, last)]
    return np.stack(
        [
            met / at_least_one,
            (met == held) & (held > 0),
            np.log1p(held),
            _inside(words.rarity, first, last) / at_least_one,
            rarest[first, last],
            near_left,
            near_right,
            np.minimum(near_left, near_right),
            counted_left[first],
            counted_right[last],
            first / len(words),
            commas[last] - commas[first],
            stops[last] - stops[first],
            inside[:, COLUMN["capital"]] / at_least_one,
            *mentions,
            words.runs["number"][first] >= 0,
            words.runs["name"][first] >= 0,
            words.runs["name"][last] >= 0,
        ],
        axis=1,
    ).astype(np.float64)


def _inside(values: Floats, first: Ints, last: Ints) -> Floats:
    sums = np.concatenate([[0.0], np.cumsum(values)])
    result: Floats = sums[last + 1] - sums[first]
    return result


def _mass(weight: Floats, gaps: Floats) -> tuple[Floats, Floats]:
    """Return, for each word, the weight of those before it and after it, less the further away they are."""
    fade = np.where(gaps[:, 1:3].any(axis=1), _STEP * _OVER_COMMA, _STEP)
    left, right = np.zeros(len(weight)), np.zeros(len(weight))
    for place in range(1, len(weight)):
        left[place] = (left[place - 1] + weight[place - 1]) * fade[place]
        right[-place - 1] = (right[-place] + weight[-place]) * fade[len(weight) - place]
    return left, right


def _mention(run: Ints, first: Ints, last: Ints) -> tuple[Floats, Floats, Floats]:
    """Tell whether a run of words is a whole mention, begins inside one, ends inside one."""
    before = np.concatenate([[-1], run[:-1]])
    after = np.concatenate([run[1:], [-1]])
    opens = (run >= 0) & (run == before)
    ends = (run >= 0) & (run == after)
    whole = (run[first] >= 0) & (run[first] == run[last]) & ~opens[first] & ~ends[last]
    return whole.astype(np.float64), opens[first].astype(np.float64), ends[last].astype(np.float64)
