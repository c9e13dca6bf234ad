"""Other ways to say a word of a question: synonyms, translations, capitals for countries, other spellings."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assistant.language import lexicon
from assistant.language.folding import fold
from assistant.language.names import gazetteer
from assistant.language.thesaurus import SAME, apart, ways_to_say
from assistant.language.words import stem
from assistant.retrieval.lookup import BEGINNING, lookup
from assistant.retrieval.spelling import beginnings, one_letter_off, sounding_alike, spellings
from assistant.types import Language

METONYM = 0.7
"""How well a capital says its country, and the country its capital."""
_SPELLING = 0.9
_PLURAL = 0.99
"""How well a verb's third person plural says it: just less than itself, by which a word's rarity is told."""
_COGNATE = 0.8
_OPPOSITE = 0.6
_PLURAL_ENDING = "ent"
_COMMONER_FORM = 2
_SHORTEST_PLURAL = 5
_SURE = 0.5
_COMMONER = 50
"""How much commoner a word must be than one that sounds alike, for that to be a misspelling of it."""


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
        sure = [target for target, weight in found.items() if weight >= SAME]
        found.update((other, SAME**2) for target in sure for other in lexicon.synonyms(target) if other not in found)
        if is_name or not any(target in vocabulary for target in found):
            found.update((cognate, _COGNATE) for cognate in _cognates(term, vocabulary) if cognate not in found)
    else:
        found[term] = 1.0
        if not is_name:
            said = ways_to_say(term, word.lower())
            if word.lower() not in apart():  # what was learnt is of all words of the stem
                found.update((other, 0.8 * weight**0.5) for other, weight in lexicon.paraphrases(term).items())
            found.update((other, max(weight, found.get(other, 0.0))) for other, weight in said.items())
    for other, weight in list(found.items()):
        plural = _PLURAL * weight
        found.update((form, max(plural, found.get(form, 0.0))) for form in _plural_forms(other) if form in vocabulary)
    if not any(alternative in vocabulary for alternative in found):
        if not lexicon.is_background_word(term):
            found.update(_misspelt(word.lower(), language, is_name=is_name, vocabulary=vocabulary))
        elif language == "fr" and not is_name:
            found.update(dict.fromkeys(_commoner(word.lower(), term, vocabulary), _SPELLING))
    return found


def _misspelt(word: str, language: Language, *, is_name: bool, vocabulary: Collection[str]) -> Mapping[str, float]:
    """Return the terms that a word nobody wrote so may be; and, of a French one that is no name, what says them."""
    found = spellings(fold(word), vocabulary)
    if not is_name:
        found = found or (sounding_alike(word, vocabulary) if language == "fr" else [])
        found = found or beginnings(fold(word), vocabulary)
    if language == "fr":
        found = found or one_letter_off(fold(word), vocabulary)
    meant = dict.fromkeys(found, _SPELLING)
    if is_name or language == "en":
        return meant
    said = ((other, _SPELLING * weight) for term in found for other, weight in ways_to_say(term).items())
    return {**dict(said), **meant}


def _commoner(word: str, term: str, vocabulary: Collection[str]) -> list[str]:
    """Return the terms of the corpus that sound like a rare word of the press and are far commoner: "mor", "mort"."""
    least = _COMMONER * lexicon.background_count(term)
    return [
        other
        for other in sounding_alike(word, vocabulary)
        if other in vocabulary and lexicon.background_count(other) >= least
    ]


def opposites_of(alternatives: Mapping[str, float]) -> Mapping[str, float]:
    """What answers a yes-no question by no: "reconnaît-il ...?" is answered by "il a démenti"."""
    sure = [term for term, weight in alternatives.items() if weight >= SAME]
    return {other: _OPPOSITE for term in sure for other in lexicon.opposites(term)}


def singular_form(term: str, word: str) -> str:
    """Return the index term of a verb's singular for its third person plural: "souffr" for "souffrent".

    The stemmer keeps the two apart; a rare form is no rare word, and the thesaurus is written in singulars.

    Args:
        term: the index term of a French word.
        word: as typed.
    """
    if not (word.lower().endswith(_PLURAL_ENDING) and term.endswith(_PLURAL_ENDING)) or len(term) <= _SHORTEST_PLURAL:
        return term
    commoner = lexicon.background_count(term[:-3]) > _COMMONER_FORM * lexicon.background_count(term)
    return term[:-3] if commoner else term


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
