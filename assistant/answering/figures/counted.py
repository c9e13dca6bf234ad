"""Which figures of a sentence count what a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answering.attribution.attribution import attribute
from assistant.answering.figures.amounts import AMOUNTS
from assistant.answering.figures.as_of import as_of
from assistant.answering.figures.event import is_particular
from assistant.answering.figures.figures import Figure, figures_of
from assistant.answering.figures.givers import given_by, have_one_giver, is_said_by
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.question import names_of
from assistant.answering.figures.sides import NO_PARTY, sides_in
from assistant.answering.figures.some_of import is_some_who_live_on
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.figures.whereabouts import counted_there
from assistant.answering.figures.words import KINDS, also_called, anyone, civilians, classes_of, places
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.words import positioned_terms, terms
from assistant.retrieval.query import QueryTerm

_SAYS = 0.65
_LEAD = 3
_ROOT = 5
_WHERE = re.compile(
    r"(?:(?<!\w)(?:au|aux|en|à|dans l[ae]s?)\s|^\W*(?:tandis que|alors que)?\s*(?:l[’']|la|le)\s?)"
    r"\s?((?:[\w-]+\s?){1,3})",
    re.IGNORECASE,
)
_DWELLERS = re.compile(r"(?<!\w)(?:habitante?s|riverains|occupants|familles)(?!\w)")  # of one root with "habitations"
_ASIDES = re.compile(r"[,;:]\s(?:et\s|quand\s|mais\s)?|\set\s(?=\d|$)")
_CLAUSE = re.compile(r";|\s(?:tandis qu|alors qu|pendant qu|mais |contre )")


def counted_in(
    sentence: Sentence, wanted: FigureQuestion, parties: Parties, *, read: ReadArticle
) -> tuple[Figure, ...]:
    """Return the figures of a sentence that count what is asked for, on the side asked about.

    Args:
        sentence: the sentence.
        wanted: what is to be counted.
        parties: tells whose a figure is.
        read: the sentence's article.

    Returns:
        In order; of several that say one count as it grew ("3 morts, puis 4"), the latest.
    """
    found = [
        one
        for one in figures_of(sentence)
        if _counts(one, wanted, sentence) and _is_on_side(one, sentence, wanted, parties)
    ]
    if wanted.speaker is not None and found:
        said = sides_in(attribute(sentence.article.text, sentence.start, sentence.end).speaker or "")
        givers = [parties.giver_of(one, sentence) | sides_in(given_by(one, sentence)) or said for one in found]
        found = [one for one, by in zip(found, givers, strict=True) if by & names_of(wanted.speaker)]
    before = _before(sentence, read)
    found = [one for one in found if is_said_by(one, sentence, wanted.said_by, before=before, known=parties.introduced)]
    if wanted.said_by and not wanted.of_enemies and wanted.own:
        found = [one for one in found if not parties.is_of_enemy(one, sentence)]
    found = [one for one in found if not _is_elsewhere(one, sentence, wanted, read)]
    found = counted_there(found, wanted.places, sentence, read)
    latest: list[Figure] = []
    for one in _of_its_words(_beside_name(found, sentence, wanted.context), sentence, wanted):
        alike = [other for other in latest if _is_same_count(one, other, sentence, parties)]
        passed = [other for other in alike if not as_of(one, sentence).is_before(as_of(other, sentence))]
        latest = [other for other in latest if not any(other is gone for gone in passed)]
        latest += [one] if len(passed) == len(alike) else []
    return tuple(sorted(latest, key=lambda one: one.start))


def _before(sentence: Sentence, read: ReadArticle) -> str:
    """Return the sentence before, with the one before it where nobody is named there: "La porte-parole a précisé"."""
    found = read.sentences[max(0, sentence.number - 2) : sentence.number]
    return " ".join(one.text for one in (found[-1:] if found and found[-1].names else found))


def _of_its_words(figures: Sequence[Figure], sentence: Sentence, wanted: FigureQuestion) -> list[Figure]:
    """Keep, of several amounts, those whose own words are most of the question's: "54 % de soutien, 57 % de sondés"."""
    if len(figures) < 2 or not any(one.kind in AMOUNTS for one in figures):
        return list(figures)
    met = [_words_met(one, sentence, wanted.context) for one in figures]
    return [one for one, many in zip(figures, met, strict=True) if many == max(met) or one.kind not in AMOUNTS]


def _words_met(figure: Figure, sentence: Sentence, context: Sequence[QueryTerm]) -> int:
    """Return how many words of a question stand nearer to a figure than to the others of its sentence."""
    end = figure.end - sentence.start
    before = [one.end for one in sentence.numbers if one.end <= figure.number]
    after = [one.said[0] for one in sentence.numbers if one.start >= end]
    own = sentence.text[max(before, default=0) : min(after, default=len(sentence.text))]
    parts = (
        _ASIDES.split(own[: figure.number - max(before, default=0)])[-1],
        own[figure.number - max(before, default=0) :],
    )
    said = frozenset(terms(f"{parts[0]} {_ASIDES.split(parts[1])[0]}"))
    return sum(_said(term, said) for term in context)


def _is_same_count(one: Figure, other: Figure, sentence: Sentence, parties: Parties) -> bool:
    """Tell whether two figures of a sentence count the same people, and nobody tells them apart by who gives them."""
    same = (one.kind, one.people, one.part) == (other.kind, other.people, other.part)
    return same and parties.of(one, sentence) == parties.of(other, sentence) and have_one_giver(one, other, sentence)


def _counts(figure: Figure, wanted: FigureQuestion, sentence: Sentence) -> bool:
    if wanted.owner and figure.sides and figure.sides.isdisjoint(sides_of(wanted.owner)):
        return False
    if wanted.heads:
        after = sentence.text[figure.end - sentence.start :]
        if is_some_who_live_on(after.lstrip()) and not _is_part_asked(figure, wanted, sentence):
            return False
        return figure.kind not in ("money", "percent") and is_of_heads(figure, wanted, sentence)
    if figure.joint and not figure.joint <= wanted.kinds:
        return False
    if figure.kind not in wanted.kinds or (figure.kind == "displaced" and not _is_fate(figure.fate, wanted)):
        return False
    if not wanted.people:
        return not figure.part or bool(wanted.places) or _is_part_asked(figure, wanted, sentence)
    if not figure.people and wanted.said_by and figure.sides:
        return True  # "94 morts côté kalvène, selon le ministère": an army counts its own
    said = classes_of(other for term in wanted.people for other, weight in term.alternatives.items() if weight >= _SAYS)
    if not figure.people:
        return not said.isdisjoint(civilians()) and not figure.terms.isdisjoint(civilians())
    return figure.people <= said


def _is_part_asked(figure: Figure, wanted: FigureQuestion, sentence: Sentence) -> bool:
    """Tell whether what is said of a part of those counted is what is asked: "46 victimes ont été identifiées"."""
    said = frozenset(terms(re.split(r"[,;:.]", sentence.text[figure.end - sentence.start :])[0]))
    return any(not term.is_name and _said(term, said - figure.terms) for term in wanted.context)


def is_of_heads(figure: Figure, wanted: FigureQuestion, sentence: Sentence) -> bool:
    """Tell whether a figure counts the things a question asks for, where it asks for things."""
    return all(_is_of(head, figure, sentence, predicate=wanted.predicate) for head in wanted.heads)


def _is_of(head: QueryTerm, figure: Figure, sentence: Sentence, *, predicate: bool) -> bool:
    """Tell whether a figure counts a thing, or people where it is said: "la manifestation a réuni 4 200 personnes"."""
    if _said(head, figure.terms) or head.term in also_called(figure.terms):
        return head.term not in places() or not _DWELLERS.search(figure.counted)
    if not figure.terms or not (figure.terms <= anyone() or (predicate and figure.people)):
        return False
    said = {term for term, _ in sentence.terms}
    done = also_called(said, predicate=True) if figure.kind not in KINDS else frozenset()
    return (predicate and _said(head, done)) or (
        len(head.term) >= _ROOT and any(term.startswith(head.term) for term in said)
    )


def _is_fate(fate: str | None, wanted: FigureQuestion) -> bool:
    """Tell whether those who lost their home are those asked for: the evacuated are not all the displaced."""
    return fate in wanted.fates if wanted.fates else fate not in ("evacuated", "homeless")


def _said(term: QueryTerm, terms: frozenset[str]) -> bool:
    return any(other in terms for other, weight in term.alternatives.items() if weight >= _SAYS)


def _is_on_side(figure: Figure, sentence: Sentence, wanted: FigureQuestion, parties: Parties) -> bool:
    if wanted.of_enemies and wanted.speaker is not None:
        whose = parties.of(figure, sentence)
        return bool(whose) and whose.isdisjoint(names_of(wanted.speaker))
    if wanted.side is None or (wanted.said_by and not wanted.killed_by and not parties.of(figure, sentence)):
        return True  # who is asked for its figure tells its own losses
    return not sides_of(wanted.side).isdisjoint(parties.of(figure, sentence))


def sides_of(side: QueryTerm) -> frozenset[str]:
    """Return every key and term that names the side a question asks about."""
    return names_of(side) | {other for other, weight in side.alternatives.items() if weight >= _SAYS}


def _is_elsewhere(figure: Figure, sentence: Sentence, wanted: FigureQuestion, read: ReadArticle) -> bool:
    """Tell whether the clause of a figure names a country that neither the question nor the article's lead does."""
    if wanted.side is not None or not any(is_particular(term) for term in wanted.context):
        return False
    first, last = next(
        (first, last) for first, last in pairwise(_borders(sentence.text)) if first <= figure.number < last
    )
    named = sides_in(" ".join(match.group(1) for match in _WHERE.finditer(sentence.text[first:last])))
    lead = " ".join(other.text for other in read.sentences[:_LEAD]) + " " + (read.article.title or "")
    asked = {name for term in wanted.context for name in names_of(term)}
    named -= NO_PARTY
    return bool(named) and named.isdisjoint(asked | sides_in(lead))


def _borders(text: str) -> list[int]:
    return [0, *(match.start() for match in _CLAUSE.finditer(text)), len(text)]


def _beside_name(figures: Sequence[Figure], sentence: Sentence, context: Sequence[QueryTerm]) -> Sequence[Figure]:
    """Keep the figures of the clause that names where: "101 morts au Pérou tandis que l'Équateur en déplore 21"."""
    names = {other for term in context if term.is_name for other in term.alternatives}
    borders = _borders(sentence.text)
    if len(figures) < 2 or len(borders) < 3 or not names:
        return figures
    for first, last in pairwise(borders):
        if not names.isdisjoint(term for term, _ in positioned_terms(sentence.text[first:last])):
            inside = [one for one in figures if first <= one.number < last]
            return inside or figures
    return figures
