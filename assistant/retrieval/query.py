"""A question, understood: its terms, what else may say them, and what kind of thing it asks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.language.dates import DateMention, find_dates
from assistant.language.detect import question_language
from assistant.language.english_phrases import find_english_phrases
from assistant.language.folding import fold, word_list
from assistant.language.names import merge_names
from assistant.language.phrases import content_of, find_phrases
from assistant.language.words import is_stop_word, stem
from assistant.retrieval.alternatives import alternatives_of, opposites_of, related_to, singular_form
from assistant.retrieval.idle import idle_places
from assistant.retrieval.mentions import publishers_mentioned
from assistant.retrieval.question_words import AnswerType, answer_type
from assistant.retrieval.respelling import respelled
from assistant.types import Language

_ENGLISH_STOP_WORDS = frozenset(
    """a about according after all also an and any are as at be been being between both but by can could did do does
    doing done during each for from had has have having he her here him his how i if in into is it its itself made
    make many may me might more most much must my no nor not of off on once only or other our out over own s said
    same say says she should so some such t tell than that the their them then there these they this those through
    to too under until up us very was we were near down off away
    wasn weren isn aren didn doesn don hadn hasn haven couldn wouldn shouldn mustn ll ve re
    what when where which while who whom whose why will with would you
    your""".split()
)
# "Quel jour", "which city": the word is part of the question word and need not stand in the answer.
_TYPE_WORDS: Mapping[AnswerType, frozenset[str]] = {
    "when": frozenset("jour date annee mois moment heure temps day year month".split()),
    "where": frozenset("ville pays region lieu endroit city country place".split()),
    "how_many": frozenset("nombre chiffre chiffres number total people personnes".split()),
    "why": frozenset("raison raisons cause reason".split()),
}
_KINDS = frozenset("type sorte genre kind sort".split())
# What is asked of the articles, not what they are about: "que disent", "comparez les positions", "que font".
_ASKING = frozenset(
    """dit dire disait disent parle parler parlent raconte rapporte rapportent font faire faisait passe say says said
    tell report reports compare comparez comparer comparaison differe different differences difference divergent
    divergence opposent cote position positions version versions evolue evolution point vue contredisent
    exactement precisement vraiment concretement exactly precisely really actually ca""".split()
)
_DATE_LEAD = re.compile(
    r"(?<!\w)(?:début|debut|fin|mi|milieu|courant|cours|matinée|matin|soirée|soir|nuit|journée|mois|early|late|mid)"
    r"(?:\s(?:du|de|d['’]|of))?(?:\smois)?[\s-]*(?:du\s|de\s|d['’]|of\s|le\s)?$",
    re.IGNORECASE,
)
_PART = 0.5
"""How well a word of an expression that has to do with its meaning says it: "fuite" alone for "prendre la fuite".

The others say nothing of it: "ordre" is not "forces de l'ordre", nor "monde" "coupe du monde"."""
_FAMILY = 4
"""Letters that a word of an expression shares with the word it is read as, where both are of one family."""
# As assistant.answering.conversation.follow_up completes a question that needs the one before.
_FOLLOW_UP = re.compile(r"^(.*[?!.…])\s*\((.+)\)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One content word of a question.

    Attributes:
        word: as typed.
        term: its index term; for an English word, the folded word.
        alternatives: index term to how well it says the same, in (0, 1]; a French term has itself at 1.
        related: index term to how alike it is used, in (0, 1): a hint, not the same thing.
        is_name: written with a capital inside the question, or in the gazetteer.
        position: its place among the words of the question, from 0.
        given: it only stands in the earlier question that this one follows up.
    """

    word: str
    term: str
    alternatives: Mapping[str, float]
    related: Mapping[str, float]
    is_name: bool
    position: int
    given: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready for search, its grammar words spelled as they should be.

    ``terms`` are distinct and in order, ``publishers`` those it names.
    """

    text: str
    language: Language
    answer_type: AnswerType
    terms: tuple[QueryTerm, ...]
    dates: tuple[DateMention, ...]
    publishers: tuple[str, ...] = ()


def parse_query(text: str, *, vocabulary: Collection[str], publishers: Collection[str] = ()) -> Query:
    """Understand a question.

    Args:
        text: the question, French or English.
        vocabulary: the index terms of the corpus, against which misspelt words and foreign names
            written in another way are matched.
        publishers: the names of publishers in the corpus.
    """
    text = respelled(text, vocabulary=vocabulary)
    named, plain = publishers_mentioned(text, publishers)
    follow_up = _FOLLOW_UP.match(text)
    asked = follow_up.group(1) if follow_up else text
    language = question_language(asked)
    kind = answer_type(asked)
    dates = _dates(text)
    terms: dict[str, QueryTerm] = {}
    plain = _undated(plain, dates)
    own_words = len(word_list(plain[: len(asked)]))
    for said in _content_words(plain, language, kind):
        term = said.heads[0] if said.heads else said.name
        if term not in terms:
            alternatives = _alternatives(said, term, language, vocabulary)
            if kind == "yes_no" and not said.is_name:
                alternatives = {**opposites_of(alternatives), **alternatives}
            given = said.position >= own_words
            terms[term] = QueryTerm(
                said.word, term, alternatives, related_to(alternatives), said.is_name, said.position, given
            )
    return Query(text, language, kind, tuple(terms.values()), dates, named)


def _dates(text: str) -> tuple[DateMention, ...]:
    """Return the dates of a question; there, a bare number that can be a year is one."""
    found = find_dates(text)
    years = [
        DateMention(match.start(), match.end(), int(match.group()), None, None, match.group())
        for match in re.finditer(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/%-]*\d)", text)
        if not any(date.start < match.end() and match.start() < date.end for date in found)
    ]
    return tuple(sorted((*found, *years), key=lambda date: date.start))


def _undated(text: str, dates: tuple[DateMention, ...]) -> str:
    """Blank the dates out, with "début de", "fin": a date is a constraint, judged apart, not a word to look for."""
    for date in dates:
        lead = _DATE_LEAD.search(text, 0, date.start)
        start = lead.start() if lead else date.start
        text = text[:start] + re.sub(r"\w", " ", text[start : date.end]) + text[date.end :]
    return text


@dataclass(frozen=True, slots=True)
class _Said:
    """A content word of a question, or an expression that is one meaning; then ``heads`` are what it is read as."""

    word: str
    name: str
    position: int
    is_name: bool
    heads: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def _alternatives(said: _Said, term: str, language: Language, vocabulary: Collection[str]) -> Mapping[str, float]:
    """Return what may say a word; an expression is read as French words, and what it is made of may say it in part."""
    if not said.heads:
        return alternatives_of(said.word, term, language, is_name=said.is_name, vocabulary=vocabulary)
    found: dict[str, float] = {}
    for head in said.heads:
        for other, weight in alternatives_of(head, head, "fr", is_name=False, vocabulary=vocabulary).items():
            found[other] = max(weight, found.get(other, 0.0))
    for part in said.parts:
        if part in found or any(part[:_FAMILY] == head[:_FAMILY] for head in said.heads):
            found[part] = max(_PART, found.get(part, 0.0))
    return found


def _content_words(text: str, language: Language, kind: AnswerType) -> Iterator[_Said]:
    """Yield the content words in order, each by its index term; for an English word, the folded word."""
    dropped = _TYPE_WORDS.get(kind, frozenset()) | _ASKING | _KINDS
    words = word_list(text)
    find = find_phrases if language == "fr" else find_english_phrases
    phrases = {one.places[0]: one for one in find([word.lower() for word in words])}
    inside = {place for one in phrases.values() for place in one.places}
    inside |= idle_places(words, language) - phrases.keys()
    position = 0
    for name, length in merge_names([fold(word) for word in words]):
        word = " ".join(words[position : position + length])
        phrase = phrases.get(position)
        if phrase is not None:
            parts = content_of(phrase, words) if language == "fr" else ()
            whole = _as_written(text, words[position : phrase.places[-1] + 1]) if language == "fr" else word
            yield _Said(whole, "", position, is_name=False, heads=phrase.heads, parts=parts)
        elif position not in inside:
            stop = is_stop_word(name) if language == "fr" else name in _ENGLISH_STOP_WORDS
            if name.startswith("@"):
                yield _Said(word, name, position, is_name=True)
            elif not (stop or name in dropped or len(name) < 2):
                is_name = position > 0 and word[0].isupper()
                term = name if language == "en" else stem(word.lower())
                term = term if language == "en" or is_name else singular_form(term, word)
                yield _Said(word, term, position, is_name=is_name)
        position += length


def _as_written(text: str, words: Sequence[str]) -> str:
    """Return words with what stands between them in the text."""
    found = re.search(r"\W+".join(map(re.escape, words)), text)
    return found.group() if found else " ".join(words)
