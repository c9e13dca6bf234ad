"""How two sentences on one question differ: a later figure, another scope, another party, a contradiction, or not.

The classes follow Google's CONFLICTS (Cattan et al. 2025), less opinions. Rules over what is known of a sentence
anyway: its figures with their side and date, its speaker, and how firmly it speaks. What no rule tells is left open:
to call a difference a contradiction that is none misleads more than silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.attribution import Attribution, attribute
from assistant.answering.figure_dates import AsOf, as_of
from assistant.answering.figures import Figure, figures_of
from assistant.answering.opposed_words import content, differ_in_polarity
from assistant.answering.parties import Parties
from assistant.answering.sentences import Sentence
from assistant.answering.sides import sides_in
from assistant.language.folding import fold, word_list
from assistant.types import Difference

_SAME = 0.6
"""Least share of the shorter one's words for two sentences to say, or deny, the same."""
_NEAR = 0.45
"""The same for a denial, which needs fewer words."""
_ABOUT = 0.1
"""How far apart, as a share, two estimates may lie and agree."""
_SPAN = re.compile(
    r"(?<!\w)(?:(?P<whole>depuis (?!peu|lors)|au total|en tout(?! cas)|dans l[’']ensemble|à travers le pays"
    r"|dans tout)"
    r"|(?P<some>en (?:une|vingt-quatre|24|quarante-huit|48) |dans la seule|à (?:lui|elle) seule?|rien qu|pour la seule"
    r"|par jour|chaque jour|ces dernières (?:24|vingt-quatre) heures))",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<!\w)(?:à|au|aux|en|dans l[ae]s?|près de|dans l[’'])\s?(?P<name>[A-ZÉÈÎ][\w’'-]+)")
_MONTHS = frozenset("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split())
_DETERMINERS = frozenset("le la les l un une des du de d son sa ses leur leurs ce cette".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with whose it is and as of when."""

    figure: Figure
    sides: frozenset[str]
    when: AsOf


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells.

    Attributes:
        sentence: the sentence.
        counts: its figures.
        said: who says it, and how firmly.
    """

    sentence: Sentence
    counts: tuple[Counted, ...]
    said: Attribution


def told_by(sentence: Sentence, parties: Parties) -> Told:
    """Return what a sentence tells.

    Args:
        sentence: analysed.
        parties: of the articles that are set side by side.
    """
    counts = tuple(
        Counted(figure, parties.of(figure, sentence), as_of(figure, sentence)) for figure in figures_of(sentence)
    )
    return Told(sentence, counts, attribute(sentence.article.text, sentence.start, sentence.end))


def difference(left: Told, right: Told) -> Difference | None:
    """Return how two sentences differ, or that they agree; None where no rule tells.

    Args:
        left: one.
        right: the other, on the same question.
    """
    pair = _comparable(left, right)
    if pair is not None:
        return _of_figures(*pair, left, right)
    return _of_words(left, right)


def is_later(left: Told, right: Told) -> bool:
    """Tell whether the figures of the first are of a later date than those of the second."""
    pair = _comparable(left, right)
    return pair is not None and pair[1].when.is_before(pair[0].when)


def _comparable(left: Told, right: Told) -> tuple[Counted, Counted] | None:
    """Return the two figures that are most of one thing; None where there are none."""
    pairs = [(one, other) for one in left.counts for other in right.counts if _alike(one.figure, other.figure)]
    return max(pairs, key=lambda pair: _likeness(*pair), default=None)


def _alike(left: Figure, right: Figure) -> bool:
    if left.kind in ("money", "percent", "count") or right.kind in ("money", "percent", "count"):
        return left.kind == right.kind and (not left.terms.isdisjoint(right.terms) or left.kind == "money")
    return True


def _likeness(left: Counted, right: Counted) -> tuple[bool, bool, bool, int]:
    one, other = left.figure, right.figure
    shared = len(one.terms & other.terms)
    return one.kind == other.kind, left.sides == right.sides, one.people == other.people, shared


def _of_figures(one: Counted, other: Counted, left: Told, right: Told) -> Difference | None:
    if _counts_else(one, other):
        return "scope"
    if _compatible(one.figure, other.figure):
        return "agreement"
    if _of_elsewhere(left.sentence, right.sentence):
        return "scope"
    ordered = one.when.is_before(other.when) or other.when.is_before(one.when)
    parties = (sides_in(left.said.speaker or ""), sides_in(right.said.speaker or ""))
    opposing = all(parties) and parties[0].isdisjoint(parties[1])
    if opposing:
        return "party"
    if ordered:
        return "later"
    if bool(left.said.speaker) != bool(right.said.speaker) or not _same_speaker(left.said, right.said):
        return "party"
    same_day = one.when.date is not None and one.when.date == other.when.date and one.when.precision == "day"
    return "contradiction" if same_day else None


def _counts_else(left: Counted, right: Counted) -> bool:
    """Tell whether two figures are of other people, another side, or another fate."""
    one, other = left.figure, right.figure
    if one.kind != other.kind or one.people != other.people or one.part != other.part:
        return True
    if left.sides and right.sides and left.sides != right.sides:
        return True
    return one.kind == "count" and not (one.terms <= other.terms or other.terms <= one.terms)


def _of_elsewhere(left: Sentence, right: Sentence) -> bool:
    """Tell whether two sentences count over other spans of time or in other places."""
    spans = [{match.lastgroup for match in _SPAN.finditer(one.text)} for one in (left, right)]
    places = [_places(one.text) for one in (left, right)]
    return spans[0] != spans[1] or (all(places) and places[0].isdisjoint(places[1]))


def _places(text: str) -> set[str]:
    return {fold(match["name"]) for match in _PLACE.finditer(text)} - _MONTHS


def _compatible(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can both be right and say about the same."""
    low, high = sorted((one, other), key=lambda figure: figure.value)
    if (low.upper or low.value) >= high.value:
        return True
    estimate = "about" in (one.bound, other.bound) or {"at_least", "at_most"} & {one.bound, other.bound}
    return bool(estimate) and high.value - (low.upper or low.value) <= _ABOUT * high.value


def _of_words(left: Told, right: Told) -> Difference | None:
    words = [content(one.sentence.text, one.said.speaker) for one in (left, right)]
    fewest = min(len(one) for one in words)
    shared = len(words[0] & words[1]) / fewest if fewest >= 2 else 0.0
    denials = (left.said.modality == "denied") + (right.said.modality == "denied")
    if denials == 1 and shared >= _NEAR:
        return "contradiction"
    same = shared >= _SAME
    both = left.said.speaker and right.said.speaker
    others = bool(both) and not _same_speaker(left.said, right.said)
    if differ_in_polarity(left.sentence.text, right.sentence.text, *words):
        return "party" if others else "contradiction" if shared >= _SAME and not _one_sided(left, right) else None
    if same:
        return "agreement"
    return "party" if others else None


def _one_sided(left: Told, right: Told) -> bool:
    return bool(left.said.speaker) != bool(right.said.speaker)


def _same_speaker(left: Attribution, right: Attribution) -> bool:
    one, other = ({*word_list(fold(said.speaker or ""))} - _DETERMINERS for said in (left, right))
    return one <= other or other <= one
