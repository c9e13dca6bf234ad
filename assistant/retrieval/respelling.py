"""Questions typed as they are spoken: "kombien", "pk", "c koi", "keske" become the words that are meant.

Only grammar words are written anew, for they decide what is asked; words of the subject are matched with the
corpus where they are looked up (:mod:`assistant.retrieval.spelling`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from assistant.language.detect import question_language
from assistant.language.folding import fold
from assistant.language.lexicon import is_background_word
from assistant.language.names import gazetteer
from assistant.language.sounds import keys_of_terms, sound_key
from assistant.language.words import is_stop_word, stem
from assistant.retrieval.spelling import near

# Found by their sound in a word that nobody else wrote.
_GRAMMAR = (
    "combien comment pourquoi quand laquelle lequel lesquels quoi avec avant après contre depuis"
    " pendant dans entre parce selon malgré jusque encore aussi plusieurs beaucoup toujours jamais"
    " maintenant était étaient avait avaient aurait auraient devant chacun chacune celui celle aucun aucune"
).split()
_SHORTEST = 4
# Too short for their sound to tell, or shortened; only where they stand alone, in small letters.
_SHORT: Mapping[str, str] = {
    "cmb": "combien", "cb": "combien", "cbien": "combien", "combi1": "combien",
    "pk": "pourquoi", "pq": "pourquoi", "pkoi": "pourquoi", "prkoi": "pourquoi", "pquoi": "pourquoi",
    "cmt": "comment", "cment": "comment", "qd": "quand", "qq": "quelque", "qqn": "quelqu'un", "kelkun": "quelqu'un",
    "bcp": "beaucoup", "tjs": "toujours", "tjrs": "toujours", "ajd": "aujourd'hui", "mtn": "maintenant",
    "pcq": "parce que", "parske": "parce que", "pck": "parce que", "koi": "quoi", "kwa": "quoi", "ya": "y a",
    "ele": "elle", "eles": "elles", "quil": "qu'il", "quils": "qu'ils", "quon": "qu'on", "quest": "qu'est",
    "cest": "c'est", "sest": "s'est", "dun": "d'un", "dune": "d'une", "dou": "d'où", "jusquou": "jusqu'où",
    "keske": "qu'est-ce que", "kesk": "qu'est-ce que", "keskil": "qu'est-ce qu'il", "keskon": "qu'est-ce qu'on",
    "kesse": "qu'est-ce", "keskispass": "qu'est-ce qui se passe", "keskiya": "qu'est-ce qu'il y a",
    "eske": "est-ce que", "esk": "est-ce que", "esque": "est-ce que", "eskil": "est-ce qu'il",
}  # fmt: skip
# Also words or names elsewhere ("Ban Ki-moon"): where a question word can stand, or where the corpus has none such.
_PLACED: Mapping[str, str] = {
    "ki": "qui", "kel": "quel", "kels": "quels", "qel": "quel", "qels": "quels", "kelle": "quelle", "kelles": "quelles",
    "kan": "quand", "kand": "quand", "qand": "quand", "qan": "quand", "cand": "quand", "ke": "que",
    "kil": "qu'il", "kils": "qu'ils",
}  # fmt: skip
_BEFORE = frozenset("et ou mais a avec par pour contre chez selon depuis ce est c sur alors dis".split())
# "C koi", "cé ki", "sé kan": "it is what".
_ITS = re.compile(
    r"(?<![\w'’-])(?:(?:c|cé|sé)(?= (?:k|q)(?:oi|i|an|and|uoi|ui|uand)\b)|ce(?= k(?:oi|i|an)\b))", re.IGNORECASE
)
# "Ou es ce que", "quand ait-ce que": "est-ce".
_IS_IT = re.compile(
    r"(?<![\w'’-])(?:es|est|ai|ait|é|è)[ -]+(?:ce|se|c)[ -]*(?=(?:que|qui|ke|ki|k)\b|qu['’])", re.IGNORECASE
)
# "Lhopital", "dun", "quil": the apostrophe is missing.
_ELIDED = re.compile(r"(?P<short>jusqu|lorsqu|puisqu|qu|[ld])(?P<rest>h?[aeiouyàâéèêëîïôûœ].{2,})", re.IGNORECASE)
_LEAST_MEANT = 6
_WORD = re.compile(r"(?<![\w'’.-])[^\W_]+(?![\w-])")


def _is_it(match: re.Match[str]) -> str:
    """Return "est-ce", as it is written where it is written so."""
    return match.group() if match.group().lower().startswith("est-ce") else "est-ce "


def respelled(question: str, *, vocabulary: Collection[str] = ()) -> str:
    """Return a question with its misspelt grammar words written as they should be; nothing else changes.

    Args:
        question: as typed.
        vocabulary: index terms of the corpus: a word that it has is not misspelt.
    """
    if question_language(question) == "en":
        return question
    question = _IS_IT.sub(_is_it, _ITS.sub("c'est", question))
    before, shouted = "", question.isupper()
    made: list[str] = []
    end = 0
    for word in _WORD.finditer(question):
        placed = not before or before in _BEFORE or not question[word.end() :].strip(" ?!.…")
        plain = _meant(word.group(), placed=placed, first=not before, shouted=shouted, vocabulary=vocabulary)
        made += [question[end : word.start()], plain]
        before, end = fold(plain).rpartition(" ")[2], word.end()
    return "".join([*made, question[end:]])


def _meant(word: str, *, placed: bool, first: bool, shouted: bool, vocabulary: Collection[str]) -> str:
    """Return what a word is meant to be; a capital inside the question makes it a name."""
    folded = fold(word)
    if not first and word[:1].isupper() and not shouted:
        return word
    plain = _SHORT.get(folded) or (_PLACED.get(folded) if placed or (vocabulary and folded not in vocabulary) else None)
    if plain is None and len(folded) >= _SHORTEST and folded.isalpha() and not _is_known(folded, word, vocabulary):
        plain = _by_sound().get(sound_key(folded)) or _one_letter_off(folded) or _elided(word, vocabulary)
    if plain is None:
        return word
    return plain[:1].upper() + plain[1:] if word[:1].isupper() else plain


def _one_letter_off(folded: str) -> str | None:
    """Return the longer grammar word that a word is but for one letter: "cobien", "pourqoi"."""
    meant = [word for word in _GRAMMAR if len(word) >= _LEAST_MEANT and near(fold(word), folded, 1)]
    return meant[0] if len(meant) == 1 and meant[0][0] == folded[0] else None


def _elided(word: str, vocabulary: Collection[str]) -> str | None:
    """Return a word with the apostrophe that it lacks, where what follows it is a word: "lhopital"."""
    parts = _ELIDED.fullmatch(word)
    if parts is None or not _is_known(fold(parts["rest"]), parts["rest"], vocabulary):
        return None
    return f"{parts['short']}'{parts['rest']}"


def _is_known(folded: str, word: str, vocabulary: Collection[str]) -> bool:
    term = stem(word.lower())
    known = is_stop_word(folded) or is_background_word(term) or is_background_word(folded)
    return known or term in vocabulary or folded in vocabulary or (folded,) in gazetteer().keys


@lru_cache(maxsize=1)
def _by_sound() -> Mapping[str, str]:
    plain = {fold(word): word for word in _GRAMMAR if word.isalpha()}
    return {key: plain[word] for key, word in keys_of_terms([*plain]) if len(key) >= _SHORTEST - 1}
