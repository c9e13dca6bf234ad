"""Which sentences stand for what articles are about: central, early, whole, and not said twice.

Centrality is the cosine of a sentence with the mean of all that are in scope, as in centroid summarisation
(Radev et al. 2004, "Centroid-based summarization of multiple documents"); the lead of a news article counts more,
as its own summary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answering.selection.sentences import ReadArticle, Sentence

_LEAD, _SECOND = 0.15, 0.08
_LEANS = 0.25
_FEWEST, _MOST = 6, 60
_REPEATS = 0.6
_ALIKE = 0.8
"""Share of its likeness to what is chosen that a sentence loses (Carbonell and Goldstein 1998)."""
# A sentence that opens so is understood only with the one before it.
_OPENS_LEANING = re.compile(
    r"^[«“\"\s–—-]*(?:ils?|elles?|celui-ci|celle-ci|ceux-ci|ce|cet|cette|ces|cela|ça|c['’]|ceci|on|y|son|sa|ses"
    "|leurs?|mais|or|car"
    r"|donc|ainsi|cependant|toutefois|pourtant|néanmoins|enfin|ensuite|puis|en effet|par ailleurs|de son côté"
    r"|en parallèle|de plus"
    r"|en outre|également|autre|à ce (?:stade|moment|sujet)|dans (?:un|ce|cette|le même)|il s['’]|le pays"
    r"|les deux)(?!\w)",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"(?<!\w)(?:ils ont|elles ont|quant à (?:lui|elle|eux)|ces derniers?|ce dernier|cette dernière|toutefois|cependant"
    r"|(?:cet|cette|ces)\s(?!semaine|année|nuit|fois|jours?|mois|derni)[^\W\d_]+)(?!\w)",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True, eq=False)
class Salient:
    """A sentence with how well it stands for its topic; higher is better."""

    sentence: Sentence
    score: float


def salient(articles: Sequence[ReadArticle], *, fits: Callable[[Sentence], bool]) -> list[Salient]:
    """Return the sentences that can stand alone in an overview, best first; ties in order of article and place.

    Args:
        articles: in scope.
        fits: whether a sentence is of the topic.
    """
    found = [one for read in articles for one in read.sentences if is_whole(one.text) and fits(one)]
    if not found:
        return []
    centre = np.mean([one.vector for one in found], axis=0)
    centre /= max(float(np.linalg.norm(centre)), 1e-9)
    scored = [Salient(one, float(one.vector @ centre) + _standing(one)) for one in found]
    return sorted(scored, key=lambda one: (-one.score, one.sentence.article.id, one.sentence.start))


def _standing(sentence: Sentence) -> float:
    lead = _LEAD if sentence.number == 0 else _SECOND if sentence.number == 1 else 0.0
    leaning = _LEANS if leans(sentence.text) else 0.0
    return lead - leaning


def is_whole(text: str) -> bool:
    """Tell whether a sentence is one: not a heading, not cut, neither a word nor a page long."""
    words = len(text.split())
    return _FEWEST <= words <= _MOST and text.rstrip(' \u00a0\u202f»”")').endswith(_ENDS)


def leans(text: str) -> bool:
    """Tell whether a sentence needs the one before it to be understood."""
    return _OPENS_LEANING.match(text) is not None or _POINTS_BACK.search(text) is not None


def repeats(one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences say much the same, in much the same words."""
    left, right = ({term for term, _ in sentence.terms} for sentence in (one, other))
    return len(left & right) >= _REPEATS * max(1, min(len(left), len(right)))


def chosen(
    ranked: Sequence[Salient], *, most: int, per_article: int, also: Callable[[Sentence, Sequence[Sentence]], bool]
) -> list[Sentence]:
    """Choose sentences that say different things, the best of each article before any article's second.

    Args:
        ranked: best first.
        most: how many at most.
        per_article: how many of one article at most.
        also: whether a sentence may stand beside those chosen.
    """
    taken: list[Sentence] = []
    left = list(ranked)
    for share in range(1, per_article + 1):
        while len(taken) < most:
            counts = Counter(one.article.id for one in taken)
            open_still = [one for one in left if counts[one.sentence.article.id] < share]
            fit = [one for one in open_still if _is_new(one.sentence, taken) and also(one.sentence, taken)]
            if not fit:
                break
            best = max(fit, key=lambda one: one.score - _ALIKE * _nearest(one.sentence, taken))
            taken.append(best.sentence)
            left.remove(best)
    return taken


def _is_new(sentence: Sentence, taken: Sequence[Sentence]) -> bool:
    return not any(repeats(sentence, other) for other in taken)


def _nearest(sentence: Sentence, taken: Sequence[Sentence]) -> float:
    return max((float(sentence.vector @ other.vector) for other in taken), default=0.0)
