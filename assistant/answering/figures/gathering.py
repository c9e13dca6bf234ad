"""From the sentences that count what is asked for to points: whose, as of when, by whom, how near to the question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.attribution.attribution import attribute
from assistant.answering.figures.amounts import AMOUNTS
from assistant.answering.figures.as_of import as_of
from assistant.answering.figures.counted import counted_in
from assistant.answering.figures.earlier import earlier_of
from assistant.answering.figures.event import is_particular, nearness
from assistant.answering.figures.figures import Figure
from assistant.answering.figures.givers import given_by, have_one_giver, opens_on_it, subject_of
from assistant.answering.figures.of_place import of_there
from assistant.answering.figures.parties import Parties
from assistant.answering.figures.period import years_told
from assistant.answering.figures.points import Point
from assistant.answering.figures.purposes import purpose_of, purposes_asked
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.figures.words import KINDS, civilians, classes_of
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.words import terms

_LEAD = 3
_SAYS = 0.6
_AMOUNT_NEAR = 2.5
"""How much lower (log-odds) than the best a sentence may score that names an amount: it may be of something else."""
_NO_SOURCE = frozenset(
    term
    for word in "selon autre nouveau dernier bilan chiffre total source lundi mardi mercredi jeudi vendredi samedi"
    " dimanche soir matin midi côté après information annonce premier part décompte compte porte-parole jour ensuite"
    " également indique indiqué ajoute ajouté affirme affirmé assure assuré savoir précise précisé annoncé communiqué"
    " déclare déclaré daté publié".split()
    for term in terms(word)
)
"""Words beside a giver that are not part of its name."""
_ALONE = re.compile(
    r"(?<!\w)(?:(?:à|de) (?:lui|elle|eux|elles) seule?s?|(?:dans|pour) l[ea] seule?)(?!\w)", re.IGNORECASE
)
"""What makes a figure one of less than all: "le district, à lui seul", "dans la seule ville"."""
_CONDITIONAL = re.compile(
    r"(?<!\w)(?:aurai|serai|pourrai|devrai)(?:t|ent)\s(?:\w+\s){0,2}?(?:fai|tu[eé]|caus|coût|provoqu|ét[eé]|péri"
    r"|mort|perd"
    r"|bless|dispar|attein|dépass|d[eé]plac|arrêt)",
    re.IGNORECASE,
)
"""What makes the figure itself conditional, not something else that its sentence says."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The points of a question, best first, and whether any is of what it names: by its own words or the lead's."""

    points: list[Point]
    named: bool


def gather(
    asked: Asked,
    wanted: FigureQuestion,
    candidates: Sequence[Candidate],
    *,
    parties: Parties,
    articles: Mapping[str, ReadArticle],
    is_dated: bool,
) -> Gathered:
    """Return the points of what a question counts, those of its place and event.

    Args:
        asked: the question.
        wanted: what it wants counted.
        candidates: the sentences, best first.
        parties: tells whose a figure is.
        articles: the candidates' articles, by id.
        is_dated: whether the question tells the event by its day: then its name alone leads to it.
    """
    near: dict[int, list[Point]] = {}
    for one in candidates:
        here = articles[one.sentence.article.id]
        counted = [_of_all(figure, wanted) for figure in counted_in(one.sentence, wanted, parties, read=here)]
        for figures in _by_side(counted, one.sentence, parties):
            level = nearness(asked, wanted, one.sentence, here)
            near.setdefault(level, []).append(_point(one, figures, wanted, parties, here))
    named = near.get(3, [])
    led = [] if is_dated and named else near.get(2, [])
    by_words = not wanted.said_by and not any(is_particular(one) for one in wanted.context)
    if named and by_words and not wanted.kinds.isdisjoint(KINDS):
        led = [one for one in led if _leads_with(one, wanted, articles)]
    beside = near.get(1, []) if wanted.heads or wanted.kinds & AMOUNTS or wanted.said_by or not named else []
    points = of_there([*named, *led, *beside], [one for one in wanted.places if one not in wanted.everywhere])
    points = [one for one in points if wanted.places or not _ALONE.search(one.sentence.text)] or points
    if wanted.kinds & AMOUNTS and points:
        points = _of_purpose(points, asked.query.text, wanted)
    return Gathered(points, bool(named or led))


def _leads_with(point: Point, wanted: FigureQuestion, articles: Mapping[str, ReadArticle]) -> bool:
    """Tell whether an article opens with every word for the event: of two wars "la première" is but one."""
    opening = [one for other in articles[point.sentence.article.id].sentences[:_LEAD] for one in other.said]
    said = {*opening, *point.sentence.said, *articles[point.sentence.article.id].title_terms}
    return all(any(other in said for other, weight in one.alternatives.items() if weight >= _SAYS) for one in wanted.context)


def _of_purpose(points: Sequence[Point], question: str, wanted: FigureQuestion) -> list[Point]:
    """Return the amounts of what a question asks, where its words and theirs tell; else those near the best one."""
    asked = purposes_asked(question) if "money" in wanted.kinds else frozenset()
    told = {id(one): one.purpose in asked for one in points if asked and one.purpose}
    best = max((one.score for one in points if told.get(id(one), True)), default=0.0)
    return [
        one
        for one in points
        if told.get(id(one), one.score >= best - _AMOUNT_NEAR or is_of_words(one, wanted))
    ]


def _of_all(figure: Figure, wanted: FigureQuestion) -> Figure:
    """Return a figure as one of all people where its words for them are the question's, or tell no displaced apart."""
    asked = classes_of(other for term in wanted.heads for other, weight in term.alternatives.items() if weight >= _SAYS)
    alike = asked | (civilians() if figure.kind == "displaced" else frozenset())
    return replace(figure, people=frozenset()) if wanted.own or figure.people <= alike else figure


def is_of_words(point: Point, wanted: FigureQuestion) -> bool:
    """Tell whether most of what an amount is asked of stands in its own sentence or before a pronoun there.

    Of a giver that the question names, and no other words, any amount will do.
    """
    said = {term for one in (point.sentence, *point.before) for term, _ in one.terms}
    words = [term for term in wanted.context if not term.is_name]
    met = sum(any(other in said for other, weight in one.alternatives.items() if weight >= _SAYS) for one in words)
    return 2 * met >= len(words) if words else bool(wanted.said_by or wanted.speaker)


def _by_side(figures: Sequence[Figure], sentence: Sentence, parties: Parties) -> list[tuple[Figure, ...]]:
    """Part the figures of a sentence by whose they are, and by who gives those of one kind, where they differ."""
    sides: dict[object, list[list[Figure]]] = {}
    for figure in figures:
        groups = sides.setdefault(parties.of(figure, sentence), [])
        own = next((group for group in groups if all(_go_together(figure, one, sentence) for one in group)), None)
        if own is None:
            groups.append([figure])
        else:
            own.append(figure)
    return [tuple(group) for groups in sides.values() for group in groups]


def _go_together(one: Figure, other: Figure, sentence: Sentence) -> bool:
    return one.kind != other.kind or one.people != other.people or have_one_giver(one, other, sentence)


def _point(
    candidate: Candidate, figures: tuple[Figure, ...], wanted: FigureQuestion, parties: Parties, read: ReadArticle
) -> Point:
    sentence = candidate.sentence
    said = attribute(sentence.article.text, sentence.start, sentence.end)
    sides = frozenset() if wanted.said_by else parties.of(figures[0], sentence)  # who is asked tells its own
    return Point(
        sentence=sentence,
        figures=figures,
        sides=sides,
        when=as_of(figures[0], sentence),
        score=candidate.score,
        names=names_around(sentence, read) | sides,
        giver=parties.giver_of(figures[0], sentence),
        claimed=parties.is_of_enemy(figures[0], sentence),
        subject=subject_of(figures[0], sentence, parties.unlisted),
        source=frozenset(terms(given_by(figures[0], sentence))) - _NO_SOURCE,
        earlier=tuple(one for figure in figures for one in earlier_of(figure, sentence)),
        years=years_told(sentence, read, end=figures[-1].end - sentence.start),
        before=read.sentences[sentence.number - 1 : sentence.number] if opens_on_it(sentence) else (),
        speaker=said.speaker,
        purpose=_purpose(figures[-1], sentence, read),
        is_firm=said.modality != "conditional" or not _CONDITIONAL.search(sentence.text),
    )


def _purpose(figure: Figure, sentence: Sentence, read: ReadArticle) -> str | None:
    before = read.sentences[sentence.number - 1].text if sentence.number else ""
    return purpose_of(figure, sentence, before=before) if figure.kind == "money" else None


def names_around(sentence: Sentence, read: ReadArticle) -> frozenset[str]:
    """Return the names that tell of which event a sentence is: its own and those of its article's lead."""
    around = (sentence, *read.sentences[:_LEAD])
    known = {term for one in around for term, _ in one.terms if term.startswith("@")}
    known |= {term for term in read.title_terms if term.startswith("@")}
    return frozenset(known.union(*(one.names for one in around)))
