"""The sentence that says in passing who somebody or what something is: "qui est X ?", "c'est quoi X ?", "où est X ?".

News introduces whom it names: by a title before the name, an apposition after it, a gloss in brackets. No other
word of such a question can be met, so where the name stands in the sentence decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answering.selection.asked import Asked
from assistant.answering.selection.candidates import Candidate
from assistant.answering.selection.dates import breaks_date
from assistant.answering.selection.sentences import Sentence
from assistant.language.folding import fold
from assistant.language.words import stem
from assistant.retrieval.query import Query, QueryTerm

_ASKS = re.compile(
    r"^(?:et |mais |and )?(?:c'est (?:quoi|qui|ou)\b|qu'est(?:-ce que?|[- ]ce que c'est que) "
    r"|qui (?:est|sont|etait|etaient) |ou (?:(?:est|sont)(?! nee?s? )|se trouve|se trouvent|se situe|se situent) "
    r"|what(?:'s| is| are| was) |who(?:'s| is| are| was) |where(?:'s| is| are) )|\bc'est (?:quoi|qui|ou)$"
)
_LOCATING = frozenset(stem(word) for word in ("trouve", "trouvent", "situe", "situé", "située", "located"))
_WHERE = re.compile(r"\b(?:ou|where)\b")
_NAMES_IT = 0.8
_NAME = re.compile(r"[\w’'-]+")
_WORD = re.compile(r"[^\W_]+")
_CLASS = (
    r"(?:villes?|villages?|localités?|communes?|bourgs?|capitale|régions?|provinces?|districts?|départements?|enclave"
    r"|territoires?|républiques?|États?|pays|îles?|archipel|fleuves?|rivières?|lacs?|monts?|montagnes?|vallée|ports?"
    r"|quartiers?|camps?|bases?|aéroports?|centrale|groupes?|organisations?|associations?|partis?|mouvements?|alliance"
    r"|syndicats?|sociétés?|entreprises?|compagnies?|banques?|journal|quotidien|hebdomadaire|chaîne|agence|site|loi"
    r"|traité|accord|plan|programme|missile|avion|navire)"
)
_DETERMINER = r"(?:(?:l[ea]s?|une?|du|de la|au|des?|sa|son|leur|cette|cet?|ces)\s|l['’]|d['’]un(?:e)?\s)"
# In order, the surest first. What stands after the name, then what stands before it.
_AFTER = (
    re.compile(rf"\s*,\s(?:{_DETERMINER}|anciens?\s|anciennes?\s|ex-|chef\s|porte-parole\s)[^,;:]{{4,90}}[,;:.]"),
    re.compile(rf"\s(?:est|sont|était|étaient|désigne|reste)\s(?:{_DETERMINER}|considéré)"),
    re.compile(r"\s\((?!\d)[^)]{3,80}\)"),
)
_IN_BRACKETS = re.compile(r"[^\W\d_]{3,}\s\($")
_KIND_OF = re.compile(
    rf"{_DETERMINER}(?:[^\W\d_]+\s)?{_CLASS}\s(?:[^\W\d_]+\s)?(?:(?:d[eu]s?|de la)\s|de l['’]|d['’]|«\s?)?$",
    re.IGNORECASE,
)
_OF_KIND = re.compile(
    rf"{_DETERMINER}(?:[^\W\d_]+\s)?{_CLASS}(?:\s(?:d[eu]s?|de la|de l['’])[^,;]{{2,60}})?,\s$", re.IGNORECASE
)
_TITLE = re.compile(rf"(?:^|[\s(«\"]){_DETERMINER}(?:(?:Premi|[a-zà-ÿ])[\w’'-]*\s){{1,5}}$")
_PLACED = re.compile(
    r"[^.;:]{0,40}?(?:\bsitué|\bsise?\b|\bà \w[\w ]{0,30} (?:km|kilomètres)\b|\bau (?:nord|sud|cœur|centre|large)\b"
    r"|\bà l['’](?:est|ouest)\b|\bdans (?:l[ea]s?\s|l['’])|\ben [A-ZÉÎ])|\s\([A-ZÉÎ]"
)


def asks_what_it_is(query: Query) -> bool:
    """Tell whether a question asks who or what something is, or where, and has no word but its name."""
    own = _own(query)
    named = all(term.is_name or term.word[:1].isupper() for term in own)
    folded = fold(query.text.split(" (")[0]).replace("’", "'").strip(" ?!.")
    return bool(own) and named and _ASKS.search(folded) is not None


def asks_where_it_is(query: Query) -> bool:
    """Tell whether a question asks where something is, by its name alone: nothing but its place answers."""
    return asks_what_it_is(query) and _WHERE.search(fold(query.text.split(" (")[0])) is not None


def defined(asked: Asked, ranked: Sequence[Candidate]) -> list[Sentence]:
    """Return the one sentence that says best what the name of the question is; none for another question.

    Args:
        asked: the question.
        ranked: candidates, best first, which decides between sentences that say it alike.
    """
    query = asked.query
    if not asks_what_it_is(query):
        return []
    where = asks_where_it_is(query)
    told = (
        (min(_signs(one.sentence, start, end, where=where), default=None), place, one.sentence)
        for place, one in enumerate(ranked)
        if not breaks_date(query, one.sentence)
        for start, end in _places(_own(query), one.sentence)
    )
    found = [(sign, place, sentence) for sign, place, sentence in told if sign is not None]
    return [min(found, key=lambda one: one[:2])[2]] if found else []


def _own(query: Query) -> list[QueryTerm]:
    """Return the terms of the question itself, less the verbs that ask for a place."""
    return [term for term in query.terms if not term.given and term.term not in _LOCATING]


def _places(names: Sequence[QueryTerm], sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield start and end, in the sentence, of each place where all the words of a name stand side by side."""
    words = list(_WORD.finditer(sentence.text))
    at = [
        {
            position
            for term, position in sentence.terms
            if name.alternatives.get(term, 0.0) >= _NAMES_IT and position < len(words)
        }
        for name in names
    ]
    for first in sorted(at[0]):
        if all(first + step in positions for step, positions in enumerate(at)):
            start, last = words[first].start(), words[first + len(names) - 1].start()
            whole = _NAME.match(sentence.text, last)
            yield start, whole.end() if whole else words[first + len(names) - 1].end()


def _signs(sentence: Sentence, start: int, end: int, *, where: bool) -> Iterator[int]:
    """Yield how a sentence says what the name at a place is, 0 the surest; nothing when it does not."""
    before, after = sentence.text[:start], sentence.text[end:]
    if where:
        if _PLACED.match(after):
            yield 0 if _KIND_OF.search(before) else 1
        elif _OF_KIND.search(before):
            yield 2
        return
    yield from (sign for sign, pattern in enumerate(_AFTER) if pattern.match(after))
    if after.startswith(")") and _IN_BRACKETS.search(before):
        yield 0
    if _KIND_OF.search(before) or _OF_KIND.search(before):
        yield 1
    elif _TITLE.search(before) and start and len(sentence.text[start:end].split()) > 1:
        yield 2
