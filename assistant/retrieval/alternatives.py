"""Other ways to say a word of a question: synonyms, translations, capitals for countries, other spellings."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assistant.language import lexicon
from assistant.language.folding import fold
from assistant.language.names import gazetteer
from assistant.language.words import stem
from assistant.retrieval.lookup import BEGINNING, lookup
from assistant.retrieval.spelling import beginnings, spellings
from assistant.types import Language

METONYM = 0.7
"""How well a capital says its country, and the country its capital."""
_SPELLING = 0.9
_COGNATE = 0.8
_SYNONYM = 0.7
_OPPOSITE = 0.6
_SURE = 0.5


def alternatives_of(
    word: str, term: str, language: Language, *, is_name: bool, vocabulary: Collection[str]
) -> Mapping[str, float]:
    """Return the index terms that may say a word of a question, each with how well, in (0, 1].

    Args:
        word: as typed.
        term: its index term; for an English word, the folded word.
        language: of the question.
        is_name: whether it names something: names have no synonyms.
        vocabulary: the index terms of the corpus.
    """
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
        found.update((other, _SPELLING) for other in spellings(fold(word), vocabulary))
        if not is_name and not any(alternative in vocabulary for alternative in found):
            found.update((other, _SPELLING) for other in beginnings(fold(word), vocabulary))
    return found


def opposites_of(alternatives: Mapping[str, float]) -> Mapping[str, float]:
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
    alike = lookup(vocabulary).beginning(plain[:BEGINNING])
    near = [term for term in alike if _begins_alike(term.replace("y", "i"), plain, least)]
    return sorted(near, key=lambda term: (abs(len(term) - len(plain)), term))[:2]


def _begins_alike(term: str, word: str, least: int) -> bool:
    shared = 0
    while shared < min(len(term), len(word)) and term[shared] == word[shared]:
        shared += 1
    return shared >= least or (shared == len(term) and shared >= max(4, least - 1))


def related_to(alternatives: Mapping[str, float]) -> Mapping[str, float]:
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
        return {metonyms[term]: METONYM}
    return {seat: METONYM for seat, country in metonyms.items() if country == term}
