"""What names the place of a question beside a figure and yet puts the figure nowhere near it.

« Le maire de Mavel, réfugié à Dorne, compte sept tués » are not the dead of Dorne; a person may be called much as a
town is; and where a town is spoken of, the figures of all hospitals are not those of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answering.figures.places import placed_in
from assistant.answering.figures.roles import place_of
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.language.folding import fold
from assistant.language.words import terms
from assistant.retrieval.query import Query, QueryTerm

_SAYS = 0.6
_LEAD = 3
_BEFORE = 2
_PASSING = re.compile(
    r",\s(?:(?:aujourd[’']hui|désormais|actuellement)\s)?"
    r"(?:réfugiée?|jointe?|interrogée?|rencontrée?|installée?|basée?|exilée?|rentrée?|en visite|en déplacement)"
    r"\s(?:par téléphone\s)?(?:à|en|au|aux|dans|depuis)\s[^,;:.]*(?=[,;:.])"
    r"|(?<!\w)(?<!le )(?<!un )(?<!du )(?<!au )(?<!ce )(?<!son )(?<!leur )(?<!les )(?<!des )"
    r"(?:partis?|en provenance)\s(?:d[eu]s?\s|d[’'])[^,;:.]*?(?=[,;:.]|\s(?:avec|a|ont|pour|vers|et)\s|$)",
    re.IGNORECASE,
)
"""Where the speaker is, and where somebody left from: neither is where those counted are."""
_HOUSE = re.compile(
    r"\b(?P<house>hopital|clinique|maternite|ecole|lycee|college|universite|prison|usine|caserne|gymnase|stade"
    r"|aeroport|gare)\s(?:\w+\s)?d(?:e |u |es |e la |'|e l')$"
)
"""A house of a town, in a question: "à l'hôpital de Dorne"."""


def is_not_there(query: Query, wanted: FigureQuestion, sentence: Sentence, read: ReadArticle) -> bool:
    """Tell whether a sentence's figures are plainly not of a place that a question names, though words near name it.

    Args:
        query: the question.
        wanted: what it wants counted.
        sentence: the sentence.
        read: its article.
    """
    names = [one for one in wanted.context if one.is_name and not one.term.startswith("@")]
    if any(_is_in_passing(one, sentence, read) for one in names):
        return True
    places = [one for one in names if any(one is place for place in wanted.places)]
    return any(_is_a_person(one, read) or _is_of_other_houses(one, query, sentence, read) for one in places)


def _is_in_passing(name: QueryTerm, sentence: Sentence, read: ReadArticle) -> bool:
    """Tell whether the sentence, or else all that stands near it, names a place only in passing."""
    near = (*read.sentences[:_LEAD], *read.sentences[max(0, sentence.number - _BEFORE) : sentence.number])
    own = [sentence.text] if _met(name, terms(sentence.text)) else []
    naming = own or [
        text for text in (read.article.title or "", *(one.text for one in near)) if _met(name, terms(text))
    ]
    return bool(naming) and not any(_met(name, terms(_PASSING.sub(" ", text))) for text in naming)


def _is_a_person(place: QueryTerm, read: ReadArticle) -> bool:
    """Tell whether an article has no such name, only one spelt alike that it puts nothing in: a person's."""
    if place.term in read.frequencies or place.term in read.title_terms:
        return False
    alike = {
        other
        for other, weight in place.alternatives.items()
        if weight >= _SAYS and other in read.frequencies and not other.startswith(("@", place.term))
    }
    text = f"{read.article.title or ''}\n{read.article.text}"
    return bool(alike) and alike.isdisjoint(placed_in(text)) and all(_opens_full_name(one, text) for one in alike)


def _opens_full_name(term: str, text: str) -> bool:
    """Tell whether a name stands before another: "Tarani Fosse"."""
    found = re.finditer(r"(?<!\w)(?P<first>[A-ZÀ-Þ][\w-]+)\s[A-ZÀ-Þ][\w-]+", text)
    return any(term in terms(match["first"]) for match in found)


def _is_of_other_houses(place: QueryTerm, query: Query, sentence: Sentence, read: ReadArticle) -> bool:
    """Tell whether those near a figure are all houses of a kind, where the question asks for a town's own.

    An article that names the town and the house in one sentence may go on about them.
    """
    folded = fold(query.text).replace("’", "'")
    asked = _HOUSE.search(folded[: place_of(place, folded)[0]])
    if asked is None:
        return False
    near = read.sentences[max(0, sentence.number - _BEFORE) : sentence.number + 1]
    several = asked["house"].removesuffix("al") + "aux" if asked["house"].endswith("al") else f"{asked['house']}s"
    all_of_them = re.compile(rf"\b(?:les|des|aux|nos|leurs|ces)\s(?:\w+\s)?{several}\b")
    if not any(all_of_them.search(fold(one.text)) for one in near):
        return False
    house = next((one for one in query.terms if fold(one.word).endswith(asked["house"])), None)
    said = ({term for term, _ in one.terms} for one in read.sentences)
    return house is not None and not any(_met(place, one) and _met(house, one) for one in said)


def _met(term: QueryTerm, said: Iterable[str]) -> bool:
    known = frozenset(said)
    return any(other in known for other, weight in term.alternatives.items() if weight >= _SAYS)
