"""Near misses made by rule: a name or a year of an answerable question swapped for another one of the corpus.

"Combien de morts à Nice ?" becomes "Combien de morts à Bichkek ?". Where the corpus might answer the new
question too, it is left out: no article that speaks of the new name may meet much of what is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.answering.selection.matching import similarities
from assistant.language.folding import fold
from assistant.language.words import terms
from assistant.retrieval.answer_signs import names_in
from assistant.retrieval.query import Query, QueryTerm
from assistant.training.examples import Example
from assistant.training.workbench import Workbench
from assistant.types import Article

_MOST_MET = 0.5
"""Share of a question's other words that a sentence near the new name may have."""
_OFTEN = 2
"""Mentions from which a name of the corpus is one that a reader would ask about."""
_NAME = re.compile(r"[A-ZÉÈÎ][\w’'-]+(?: [A-ZÉÈÎ][\w’'-]+)*")


def swapped(examples: Iterable[Example], bench: Workbench) -> Iterator[Example]:
    """Yield, for each answerable question, at most one with a name and one with a year swapped."""
    names = _names(bench)
    for number, example in enumerate(one for one in examples if one.answers and not one.history):
        query = bench.parse(example.question)
        made = [_with_other_name(query, names, bench, start=number * 7), _with_other_year(query, bench)]
        for question in filter(None, made):
            yield replace(example, question=question, answers=(), groups=(), made=True)


def _names(bench: Workbench) -> list[str]:
    """Return the names of the corpus as written, each more than once there, in order of the alphabet."""
    counts: Counter[str] = Counter()
    for article in bench.index.articles.values():
        for sentence in bench.reader.read(article).sentences:
            inside = names_in(sentence.text)
            counts.update(one for one in set(_NAME.findall(sentence.text)) if fold(one) in inside)
    return sorted(name for name, count in counts.items() if count >= _OFTEN and terms(name))


def _with_other_name(query: Query, names: list[str], bench: Workbench, *, start: int) -> str | None:
    """Swap the question's last name for one of the same kind that the corpus says nothing of the kind about."""
    asked = {own for term in query.terms for own in term.alternatives}
    for term in reversed([one for one in query.terms if one.is_name and one.word[:1].isupper()]):
        for name in names[start % len(names) :] + names[: start % len(names)] if names else ():
            same = _kind(name) == _kind(term.word) and asked.isdisjoint(terms(name))
            if same and not _may_be_answered(query, term, name, bench):
                return query.text.replace(term.word, name, 1)
    return None


def _kind(name: str) -> tuple[bool, bool, int]:
    """Tell names apart as far as their form goes: of the table of places, an acronym, of how many words."""
    keys = terms(name)
    return any(key.startswith("@") for key in keys), name.isupper(), min(len(name.split()), 2)


def _may_be_answered(query: Query, swapped_out: QueryTerm, name: str, bench: Workbench) -> bool:
    """Tell whether an article that has the new name has a sentence with much of the rest of the question."""
    wanted = frozenset(terms(name))
    rest = replace(query, terms=tuple(term for term in query.terms if term is not swapped_out))
    articles = [one for one in bench.index.articles.values() if wanted <= frozenset(terms(one.text))]
    return any(_most_met(rest, article, bench) > _MOST_MET for article in articles)


def _most_met(query: Query, article: Article, bench: Workbench) -> float:
    sentences = bench.reader.read(article).sentences
    met = (similarities(query, {term for term, _ in sentence.terms}, related=True) for sentence in sentences)
    return max((sum(one) / max(len(one), 1) for one in met), default=0.0)


def _with_other_year(query: Query, bench: Workbench) -> str | None:
    """Swap a year of the question for one that no article of the corpus has, neither in its text nor as its date."""
    year = next((date.year for date in query.dates if date.year), None)
    if year is None:
        return None
    articles = bench.index.articles.values()
    said = {int(found) for one in articles for found in re.findall(r"\b(?:19|20)\d\d\b", one.text)}
    said |= {int(one.published.date[:4]) for one in articles if one.published.date}
    other = next((new for step in range(1, 15) for new in (year - step, year + step) if new not in said), None)
    return query.text.replace(str(year), str(other), 1) if other and str(year) in query.text else None
