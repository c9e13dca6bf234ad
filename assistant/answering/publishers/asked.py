"""Publishers that a question asks about: those it names, or all, "selon les différents médias"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.facets import Facet, facets
from assistant.answering.selection.matching import similarities
from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import fold
from assistant.language.words import terms as title_terms
from assistant.retrieval.query import Query
from assistant.types import Article, Hit

OF_EACH = 6
"""Passages searched of each publisher where a question asks for all."""
_MOST = 8
_BESIDE = 0.15
_BESIDE_UNASKED = 0.3
_ON_IT = 0.5
"""Least share of a question's weight that one sentence meets of a publisher with something on the point."""
_NAMED = 0.6
_NOUN = r"(?:medias?|journaux|journal|editeurs?|publications?|titres de presse|organes de presse|redactions?)"
_KIND = r"d'etat|officiel\w*|publics?|sociaux|locaux|\w+(?:ais|aise|aises|iens?|iennes?)\b|russes?|turcs?"
"""What makes it some publishers only: « les médias russes »."""
_OF_WHOM = (
    r"du (?:pays|pouvoir|regime|gouvernement|kremlin|continent|groupe|golfe)\b|de (?!l'|la |l[ea]ur|ce)|d'(?!une? )"
)
"""« les journaux de Paris », « du pouvoir »; « que disent les journaux de la grève, du bilan » names the subject."""
_SPEAKS = (
    r"(?:(?:parle|evoque|mentionne|rapporte|couvre)(?:nt)?|traitent|(?:a|ont) (?:parle|evoque|mentionne|rapporte))\b"
)
"""« quel journal parle des mercenaires » : who does not is worth a line too."""
_EVERY = re.compile(
    rf"\bchaque {_NOUN}\b(?! (?:{_KIND}))"
    rf"|\b(?:que|qu'en) (?:disent|rapportent|ecrivent|racontent|affirment|annoncent|indiquent)(?:-ils)? (?:tous )?"
    rf"(?:les|chacun des)\s(?:differente?s? |diverse?s? |autres? )?{_NOUN}\b(?! (?:{_KIND}|{_OF_WHOM}))"
    r"|\b(?:selon|d'apres|compare[zr]?|que (?:disent|rapportent|ecrivent|racontent|affirment)|comment)"
    rf"[\w' ]{{0,24}}?\b(?:les|des|chacun des)\s(?:differente?s? |diverse?s? |autres? )?{_NOUN}\b"
    rf"(?! (?:{_KIND}|d[eu']))"
    rf"|^(?:et )?(?:dans |chez |selon |d'apres )?(?:les|des) (?:differente?s? |diverse?s? |autres? ){_NOUN}\b"
    rf"(?! (?:{_KIND}))"
    rf"|\bquel(?:le)?s? (?:sont les )?(?:{_NOUN}|sources?|articles?) (?:qui |en )*{_SPEAKS}"
    r"|\b(?:which|what) (?:publishers?|newspapers?|outlets?|sources?|articles?)"
    r" (?:mentions?|reports?|covers?|talks? about)\b"
    r"|\b(?:according to|what do|what does|how do|how does|compare(?: what)?)\s(?:each|all|every|the|different|various)"
    r"(?: of)?(?: the)?(?: different| various)?\s(?:publishers?|newspapers?|outlets?|media)\b(?! of)"
)
_WORDS = re.compile(
    rf"{_NOUN}|differente?s?|diverse?s?|publishers?|newspapers?|outlets?|various|rapport\w+|present\w+|couvr\w+"
    r"|parle(?:nt)?|evoque(?:nt)?|mention\w*|sources?|articles?"
)


def asks_every_publisher(query: Query) -> bool:
    """Tell whether a question asks what each publisher says without naming one."""
    return not query.publishers and _EVERY.search(fold(query.text)) is not None


def some_of_each(hits: Sequence[Hit], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Return the publishers that a question about all is about: those of the hits, best first, then others, eight."""
    near = [articles[hit.passage.article_id].publisher for hit in hits]
    others = sorted({one.publisher for one in articles.values() if one.publisher})
    return tuple(dict.fromkeys([*(name for name in near if name), *others]))[:_MOST]


def silent_publishers(
    asked: Asked, hits: Sequence[Hit], articles: Mapping[str, Article], candidates: Sequence[Candidate]
) -> tuple[str, ...]:
    """Return the publishers that a question wants a line of and that have nothing on its point; see :func:`silent`.

    Args:
        asked: the question.
        hits: the passages found, best first.
        articles: the corpus, by id.
        candidates: the sentences of the hits.
    """
    every = asks_every_publisher(asked.query)
    names = some_of_each(hits, articles) if every else asked.query.publishers
    weights = asked.rarity if every else asked.background
    return silent(asked, names, [one.sentence for one in candidates], weights=weights)


def silent(
    asked: Asked, names: Iterable[str], sentences: Iterable[Sentence], *, weights: Sequence[float]
) -> tuple[str, ...]:
    """Return the publishers of some names that have nothing on what a question is about.

    One whose sentences meet most of it, with their article's title, is not called silent, even where none of them was
    sure enough to be quoted.

    Args:
        asked: the question.
        names: of publishers.
        sentences: those found for the question, of any publisher.
        weights: of the question's terms. By their rarity in this corpus where all publishers are asked: where every
            article is of one town, its name is no point that each has something on. By their rarity in the press where
            some are named: who names one has a reason to think that it has something, if in other words.
    """
    every = list(sentences)
    terms = list(zip(asked.query.terms, weights, strict=True))
    told = [place for place, (term, _) in enumerate(terms) if not _WORDS.fullmatch(fold(term.word))]
    whole = sum(terms[place][1] for place in told)
    if not told or whole <= 0:
        return ()
    found = []
    for name in names:
        own = [one for one in every if one.article.publisher == name]
        met = [similarities(asked.query, _with_title(one), related=True) for one in own]
        best = max((sum(one[place] * terms[place][1] for place in told) for one in met), default=0.0)
        unnamed = any(terms[place][0].is_name and all(one[place] < _NAMED for one in met) for place in told)
        if best < _ON_IT * whole or unnamed:
            found.append(name)
    return tuple(found)


def _with_title(sentence: Sentence) -> set[str]:
    return {term for term, _ in sentence.terms}.union(title_terms(sentence.article.title or ""))


def least_beside(query: Query) -> float:
    """Return the share of the threshold that a part must reach beside one that is sure.

    More where nobody named the publisher: one that has nothing on the point is to be said to have nothing.
    """
    return _BESIDE_UNASKED if asks_every_publisher(query) else _BESIDE


def facets_asked(query: Query, articles: Iterable[Article]) -> tuple[Facet, ...]:
    """Return the parts of a question, one for each publisher where it asks for all; see :func:`facets`.

    Args:
        query: the question.
        articles: those found, best first; an article of no known publisher is a part with the others of that kind.
    """
    if not asks_every_publisher(query):
        return facets(query)
    names = list(dict.fromkeys(one.publisher for one in articles))[:_MOST]
    own = replace(query, terms=tuple(term for term in query.terms if not _WORDS.fullmatch(fold(term.word))))
    return tuple(_of_publisher(own, name) for name in names) if own.terms else ()


def _of_publisher(query: Query, name: str | None) -> Facet:
    return Facet(query, lambda candidate: candidate.sentence.article.publisher == name)
