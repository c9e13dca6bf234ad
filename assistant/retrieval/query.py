"""A question, understood: its terms, what else may say them, and what kind of thing it asks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from assistant.language import lexicon
from assistant.language.dates import DateMention, find_dates
from assistant.language.detect import question_language
from assistant.language.folding import fold, name_key, word_list
from assistant.language.names import gazetteer, merge_names
from assistant.language.words import is_stop_word, stem
from assistant.retrieval.mentions import publishers_mentioned
from assistant.retrieval.question_words import AnswerType, answer_type
from assistant.types import Language

_ENGLISH_STOP_WORDS = frozenset(
    """a about according after all also an and any are as at be been being between both but by can could did do does
    doing done during each for from had has have having he her here him his how i if in into is it its itself made
    make many may me might more most much must my no nor not of off on once only or other our out over own s said
    same say says she should so some such t tell than that the their them then there these they this those through
    to too under until up us very was we were near down off away
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
    divergence opposent cote position positions version versions evolue evolution point vue contredisent""".split()
)
# As assistant.answering.follow_up completes a question that needs the one before.
_FOLLOW_UP = re.compile(r"^(.*[?!.…])\s*\((.+)\)$", re.DOTALL)
_METONYM = 0.7
_SPELLING = 0.9
_COGNATE = 0.8
_SYNONYM = 0.7
_OPPOSITE = 0.6
_SURE = 0.5


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
    """A question made ready for search; ``terms`` are distinct and in order, ``publishers`` those it names."""

    text: str
    language: Language
    answer_type: AnswerType
    terms: tuple[QueryTerm, ...]
    dates: tuple[DateMention, ...]
    publishers: tuple[str, ...] = ()

    def weighted_terms(self) -> dict[str, float]:
        """Return every index term that speaks for the question, with its best weight in (0, 1]."""
        weights: dict[str, float] = {}
        for term in self.terms:
            for alternative, similarity in term.alternatives.items():
                weights[alternative] = max(similarity, weights.get(alternative, 0.0))
        return weights


def parse_query(text: str, *, vocabulary: Collection[str], publishers: Collection[str] = ()) -> Query:
    """Understand a question.

    Args:
        text: the question, French or English.
        vocabulary: the index terms of the corpus, against which misspelt words and foreign names
            written in another way are matched.
        publishers: the names of publishers in the corpus.
    """
    named, plain = publishers_mentioned(text, publishers)
    follow_up = _FOLLOW_UP.match(text)
    asked = follow_up.group(1) if follow_up else text
    language = question_language(asked)
    kind = answer_type(asked)
    dates = _dates(text)
    terms: dict[str, QueryTerm] = {}
    plain = _undated(plain, dates)
    own_words = len(word_list(plain[: len(asked)]))
    for word, name, position, capital in _content_words(plain, language, kind):
        term = name if name.startswith("@") else (fold(word) if language == "en" else stem(word.lower()))
        if term not in terms:
            is_name = capital or name.startswith("@")
            alternatives = _alternatives(word, term, language, is_name, vocabulary)
            if kind == "yes_no" and not is_name:
                alternatives = {**_opposites(alternatives), **alternatives}
            given = position >= own_words
            terms[term] = QueryTerm(word, term, alternatives, _related(alternatives), is_name, position, given)
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
    """Blank the dates out: a date is a constraint, judged apart, not a word to look for."""
    for date in dates:
        text = text[: date.start] + re.sub(r"\w", " ", text[date.start : date.end]) + text[date.end :]
    return text


def _content_words(text: str, language: Language, kind: AnswerType) -> Iterator[tuple[str, str, int, bool]]:
    """Yield ``(word, name key or folded word, position, capital inside the question)``."""
    dropped = _TYPE_WORDS.get(kind, frozenset()) | _ASKING | _KINDS
    words = word_list(text)
    folded = [fold(word) for word in words]
    position = 0
    for name, length in merge_names(folded):
        word = " ".join(words[position : position + length])
        stop = is_stop_word(name) if language == "fr" else name in _ENGLISH_STOP_WORDS
        if name.startswith("@") or not (stop or name in dropped or len(name) < 2):
            yield word, name, position, position > 0 and word[0].isupper()
        position += length


def _alternatives(
    word: str, term: str, language: Language, is_name: bool, vocabulary: Collection[str]
) -> Mapping[str, float]:
    if term.startswith("@"):
        return {term: 1.0, **_metonyms(term)}
    found: dict[str, float] = {}
    if language == "en":
        found.update((target, weight**0.5) for target, weight in lexicon.translations(term).items())
        sure = [target for target, weight in found.items() if weight >= _SYNONYM]
        found.update(
            (other, _SYNONYM**2) for target in sure for other in lexicon.synonyms(target) if other not in found
        )
        if is_name or not any(target in vocabulary for target in found):
            found.update((cognate, _COGNATE) for cognate in _cognates(term, vocabulary) if cognate not in found)
    else:
        found[term] = 1.0
        if not is_name:
            found.update((other, 0.8 * weight**0.5) for other, weight in lexicon.paraphrases(term).items())
            found.update((other, max(_SYNONYM, found.get(other, 0.0))) for other in lexicon.synonyms(term))
    for other, weight in list(found.items()):
        found.update((form, max(weight, found.get(form, 0.0))) for form in _plural_forms(other) if form in vocabulary)
    if not any(alternative in vocabulary for alternative in found) and not lexicon.is_background_word(term):
        found.update((other, _SPELLING) for other in _spellings(fold(word), vocabulary))
        if not is_name and not any(alternative in vocabulary for alternative in found):
            found.update((other, _SPELLING) for other in _beginnings(fold(word), vocabulary))
    return found


def _opposites(alternatives: Mapping[str, float]) -> Mapping[str, float]:
    """What answers a yes-no question by no: "reconnaît-il ...?" is answered by "il a démenti"."""
    sure = [term for term, weight in alternatives.items() if weight >= _SYNONYM]
    return {other: _OPPOSITE for term in sure for other in lexicon.opposites(term)}


def _plural_forms(term: str) -> tuple[str, ...]:
    """Return the term of a verb's third person plural, which the stemmer keeps apart: "demande", "demandent"."""
    return (term[:-3],) if term.endswith("ent") and len(term) > 6 else (f"{term}ent",)


def _cognates(word: str, vocabulary: Collection[str]) -> list[str]:
    """Find French terms written like an English word: "mobilization" and "mobilisation", "aerial" and "aérien".

    Suffixes differ by rule (Koehn and Knight 2002, "Learning a Translation Lexicon from Monolingual
    Corpora"); what is compared is the stem's beginning, two thirds of the English word at least.
    """
    plain = word.replace("z", "s").replace("y", "i")
    least = max(4, (2 * len(plain) + 2) // 3)
    same = stem(word)
    if same in vocabulary:
        return [same]
    if len(plain) < 5:
        return []
    near = [term for term in vocabulary if len(term) >= 4 and _begins_alike(term.replace("y", "i"), plain, least)]
    return sorted(near, key=lambda term: (abs(len(term) - len(plain)), term))[:2]


def _begins_alike(term: str, word: str, least: int) -> bool:
    shared = 0
    while shared < min(len(term), len(word)) and term[shared] == word[shared]:
        shared += 1
    return shared >= least or (shared == len(term) and shared >= max(4, least - 1))


def _related(alternatives: Mapping[str, float]) -> Mapping[str, float]:
    """Terms used like the surest alternatives, weighted by both."""
    related: dict[str, float] = {}
    for term, weight in alternatives.items():
        if weight >= _SURE:
            for other, cosine in lexicon.neighbours(term).items():
                related[other] = max(weight * cosine, related.get(other, 0.0))
    return {other: weight for other, weight in related.items() if other not in alternatives}


def _metonyms(term: str) -> Mapping[str, float]:
    """A capital speaks for its country ("Moscou appelle") and the country for its capital."""
    metonyms = gazetteer().metonyms
    if term in metonyms:
        return {metonyms[term]: _METONYM}
    return {seat: _METONYM for seat, country in metonyms.items() if country == term}


def _spellings(word: str, vocabulary: Collection[str]) -> list[str]:
    """Find the terms that an unknown word may be another spelling of, by transliteration, then by edit distance."""
    if len(word) < 4 or word.isdigit():
        return []
    keys = {name_key(word), name_key(stem(word))}
    same = [term for term in vocabulary if name_key(term) in keys]
    if same:
        return sorted(same)
    names = {
        key
        for name, key in gazetteer().keys.items()
        if len(name) == 1 and key in vocabulary and _near(name[0], word, 1 if len(word) < 8 else 2)
    }
    if names:
        return sorted(names)
    most = 1 if len(word) < 8 else 2
    near = [term for term in vocabulary if abs(len(term) - len(word)) <= 2 and _near(term, word, most)]
    root = stem(word)
    near += [term for term in vocabulary if (term[:1] == word[:1] and _near(term, root, 1)) or term == f"h{root}"]
    return sorted(set(near))


def _beginnings(word: str, vocabulary: Collection[str]) -> list[str]:
    """Find the longest term that begins a word whose ending is misspelt, so that it was not stemmed: "mobilisasion"."""
    terms = [word[:length] for length in range(len(word) - 1, 5, -1) if word[:length] in vocabulary]
    return terms[:1] if terms and len(word) - len(terms[0]) <= 7 else []


def _near(term: str, word: str, most: int) -> bool:
    """Tell whether two words are at most ``most`` edits apart (Levenshtein, transpositions count one)."""
    if len(term) < 4 or term.startswith("@") or abs(len(term) - len(word)) > most:
        return False
    before: list[int] = []
    row = list(range(len(word) + 1))
    for i, left in enumerate(term, 1):
        older, before = before, row
        row = [i]
        for j, right in enumerate(word, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == word[j - 2] and term[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most
