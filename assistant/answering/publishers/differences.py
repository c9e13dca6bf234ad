"""How two sentences on one question differ: a later figure, another scope, another party, a contradiction, or not.

The classes follow Google's CONFLICTS (Cattan et al. 2025), less opinions. Rules over what is known of a sentence
anyway: its figures with their side and date, its speaker, and how firmly it speaks. What no rule tells is left open:
to call a difference a contradiction that is none misleads more than silence.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from assistant.answering.attribution.attribution import Attribution, attribute
from assistant.answering.figures.as_of import AsOf, as_of
from assistant.answering.figures.figures import Figure, figures_of
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.points import SAME_EVENT_DAYS
from assistant.answering.figures.sides import sides_in
from assistant.answering.figures.words import anyone
from assistant.answering.publishers.opposed_words import content, differ_in_polarity
from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import fold, word_list
from assistant.language.words import terms
from assistant.types import Difference

_SAME = 0.6
"""Least share of the shorter one's words for two sentences to say, or deny, the same."""
_NEAR = 0.45
"""The same for a denial, which needs fewer words."""
_UNITS = frozenset(
    terms(
        "euro euros dollar dollars livre livres franc francs rouble roubles yens million millions milliard milliards"
        " jour jours semaine semaines mois an ans année années heure heures personne personnes"
    )
)
"""Any two amounts share these: 600,000 euros a day and 380 million euros are not of one thing for it."""
_ONE_MATTER = 2
"""Words that two parties' sentences must share to be about one matter."""
_ONE_THING = 0.5
"""Least share of the shorter one's other words for two counts to be of one thing."""
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
_DAYS = frozenset(terms("lundi mardi mercredi jeudi vendredi samedi dimanche matin soir nuit"))
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


def difference(left: Told, right: Told, *, one_event: bool = False) -> Difference | None:
    """Return how two sentences differ, or that they agree; None where no rule tells.

    Args:
        left: one.
        right: the other, on the same question.
        one_event: whether their figures are known to be of one event; else the words around them have to show it.
    """
    denies = (left.said.modality == "denied") != (right.said.modality == "denied")
    # Who denies is also whom it is about: « le maire dément avoir démissionné ».
    words = [content(one.sentence.text, None if denies else one.said.speaker) for one in (left, right)]
    opposed = differ_in_polarity(left.sentence.text, right.sentence.text, *words)
    pair = _comparable(left, right)
    if pair is None or (opposed and _compatible(pair[0].figure, pair[1].figure)):
        return _of_words(left, right, *words, opposed=opposed)
    how = _of_figures(*pair, left, right)
    counted = pair[0].figure.terms | pair[1].figure.terms
    around = [one - counted - _number_words(told.sentence) for one, told in zip(words, (left, right), strict=True)]
    shared, apart = around[0] & around[1], around[0] ^ around[1]
    if pair[0].figure.kind == "count" and how == "contradiction" and not (around[0] <= shared or around[1] <= shared):
        return "scope"  # twelve schools destroyed, three hundred damaged
    if one_event or how in (None, "scope", "party"):
        return how
    return how if shared or not apart else None


def _number_words(sentence: Sentence) -> frozenset[str]:
    """Return the index terms of the numbers of a sentence, "trois" as well as "3"."""
    return frozenset(term for one in sentence.numbers for term in terms(sentence.text[one.start : one.end]))


def are_of_one_thing(left: Told, right: Told) -> bool:
    """Tell whether two sentences that count are about one thing: most words beside what is counted are in both."""
    if _comparable(left, right) is None:
        return False
    around = [content(one.sentence.text, one.said.speaker) - _counted_words(one) for one in (left, right)]
    shared = len(around[0] & around[1])
    days = [AsOf(one.sentence.article.published.date, "publication").day for one in (left, right)]
    if days[0] and days[1] and abs((days[0] - days[1]).days) > SAME_EVENT_DAYS:
        return False
    return shared >= 1 and shared >= _ONE_THING * min(map(len, around))


def _counted_words(told: Told) -> frozenset[str]:
    return (_number_words(told.sentence) | _UNITS).union(*(one.figure.terms for one in told.counts))


def share_more_than(left: Told, right: Told, given: Set[str]) -> bool:
    """Tell whether two sentences share more than the index terms of the question: two on one subject may not agree."""
    pair = _comparable(left, right)
    words = [content(one.sentence.text, one.said.speaker) for one in (left, right)]
    if pair is not None and pair[0].figure.kind in ("money", "percent"):
        words = [own - _counted_words(one) for own, one in zip(words, (left, right), strict=True)]
    elif pair is not None:
        return True
    return bool((words[0] & words[1]) - given - _DAYS) or words[0] == words[1]


def is_later(left: Told, right: Told) -> bool:
    """Tell whether the figures of the first are of a later date than those of the second, or were told later."""
    pair = _comparable(left, right)
    if pair is None or pair[0].when.is_before(pair[1].when):
        return False
    printed = [one.sentence.article.published.date or "" for one in (left, right)]
    return pair[1].when.is_before(pair[0].when) or printed[0] > printed[1]


def _comparable(left: Told, right: Told) -> tuple[Counted, Counted] | None:
    """Return the two figures that are most of one thing; None where there are none."""
    pairs = [(one, other) for one in left.counts for other in right.counts if _alike(one.figure, other.figure)]
    return max(pairs, key=lambda pair: _likeness(*pair), default=None)


def _alike(left: Figure, right: Figure) -> bool:
    if left.kind in ("money", "percent", "count") or right.kind in ("money", "percent", "count"):
        people = any(bool(one.terms) and one.terms <= anyone() for one in (left, right))  # "4 200 personnes"
        same = not left.terms.isdisjoint(right.terms) or left.kind == "money" or people
        return left.kind == right.kind and same
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
    ordered = one.when.is_before(other.when) or other.when.is_before(one.when)
    if _of_elsewhere(left.sentence, right.sentence, ordered=ordered):
        return "scope"
    parties = (sides_in(left.said.speaker or ""), sides_in(right.said.speaker or ""))
    opposing = all(parties) and parties[0].isdisjoint(parties[1])
    if opposing:
        return "party"
    if ordered:
        return "later"
    if bool(left.said.speaker) != bool(right.said.speaker) or not _same_speaker(left.said, right.said):
        return "party"
    # Of one day, but told later: « le 20 novembre, 146 personnes ont péri » after « plus de 91 morts ».
    printed = [told.sentence.article.published.date for told in (left, right)]
    if printed[0] != printed[1]:
        return "later" if all(printed) else None
    same_day = one.when.date is not None and one.when.date == other.when.date and one.when.precision == "day"
    low, high = sorted((one.figure, other.figure), key=lambda figure: figure.value)
    possible = low.bound == "at_least" or high.bound == "at_most"
    return "contradiction" if same_day and not possible else None


def _counts_else(left: Counted, right: Counted) -> bool:
    """Tell whether two figures are of other people, another side, or another fate."""
    one, other = left.figure, right.figure
    people = one.people != other.people and not (one.terms <= anyone() or other.terms <= anyone())
    if (
        one.kind != other.kind
        or (people if one.kind == "count" else one.people != other.people)
        or one.part != other.part
    ):
        return True
    if left.sides and right.sides and left.sides != right.sides:
        return True
    terms_apart = not (one.terms <= other.terms or other.terms <= one.terms)
    return one.kind == "count" and terms_apart and not (one.terms <= anyone() or other.terms <= anyone())


def _of_elsewhere(left: Sentence, right: Sentence, *, ordered: bool) -> bool:
    """Tell whether two sentences count over other spans of time or in other places; of two days, both all told."""
    spans = [{match.lastgroup for match in _SPAN.finditer(one.text)} for one in (left, right)]
    places = [_places(one.text) for one in (left, right)]
    apart = spans[0] != spans[1] and not (ordered and spans[0] | spans[1] == {"whole"})
    return apart or (all(places) and places[0].isdisjoint(places[1]))


def _places(text: str) -> set[str]:
    return {fold(match["name"]) for match in _PLACE.finditer(text)} - _MONTHS


def _compatible(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can both be right and say about the same."""
    low, high = sorted((one, other), key=lambda figure: figure.value)
    if (low.upper or low.value) >= high.value:
        return True
    estimate = "about" in (one.bound, other.bound) or {"at_least", "at_most"} & {one.bound, other.bound}
    return bool(estimate) and high.value - (low.upper or low.value) <= _ABOUT * high.value


def _of_words(
    left: Told, right: Told, left_words: Set[str], right_words: Set[str], *, opposed: bool
) -> Difference | None:
    fewest = min(len(left_words), len(right_words))
    shared = len(left_words & right_words) / fewest if fewest >= 2 else 0.0
    denials = (left.said.modality == "denied") + (right.said.modality == "denied")
    if denials == 1 and shared >= _NEAR:
        return "contradiction"
    if _accuse_each_other(left, right):
        return "party"
    same = shared >= _SAME
    others = _are_two_parties(left.said, right.said)
    if opposed:
        return "party" if others else "contradiction" if shared >= _SAME and not _one_sided(left, right) else None
    if same:
        return "agreement"
    return "party" if others else None


def are_of_one_matter(left: Told, right: Told) -> bool:
    """Tell whether what two speakers say is of one matter, so that it is worth a word that they are two."""
    words = [content(one.sentence.text, one.said.speaker) for one in (left, right)]
    return len(words[0] & words[1]) >= _ONE_MATTER


def _are_two_parties(left: Attribution, right: Attribution) -> bool:
    """Tell whether two sentences have speakers who are not one: a country's president speaks for the country."""
    if not (left.speaker and right.speaker) or _same_speaker(left, right):
        return False
    sides = (sides_in(left.speaker), sides_in(right.speaker))
    return not all(sides) or sides[0].isdisjoint(sides[1])


def _accuse_each_other(left: Told, right: Told) -> bool:
    """Tell whether each speaks of the other: two who blame one another say the same words and do not agree."""
    speakers = [_speaker_words(one.said) for one in (left, right)]
    said = [{*word_list(fold(one.sentence.text))} - own for one, own in zip((left, right), speakers, strict=True)]
    return all(speakers) and speakers[0].isdisjoint(speakers[1]) and speakers[0] <= said[1] and speakers[1] <= said[0]


def _speaker_words(said: Attribution) -> set[str]:
    return {*word_list(fold(said.speaker or ""))} - _DETERMINERS


def _one_sided(left: Told, right: Told) -> bool:
    """Tell whether only one has a speaker, whom the other does not even name: "les députés ont rejeté" is no claim."""
    words = [{*word_list(fold(one.sentence.text))} for one in (left, right)]
    named = _speaker_words(left.said) <= words[1] and _speaker_words(right.said) <= words[0]
    return bool(left.said.speaker) != bool(right.said.speaker) and not named


def _same_speaker(left: Attribution, right: Attribution) -> bool:
    one, other = _speaker_words(left), _speaker_words(right)
    return one <= other or other <= one
