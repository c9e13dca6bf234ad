"""The assistant's own words on its sources side by side, in French and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answering.wording import date_in_words, publisher_in_words
from assistant.types import Article, Difference, Language

_DIFFERENCES: Mapping[Language, Mapping[Difference, str]] = {
    "fr": {
        "later": "Chiffre plus récent\u00a0: {first}, après {others}.",
        "scope": "Autre périmètre\u00a0: {all} ne comptent pas la même chose.",
        "party": "Autre partie\u00a0: {all} ne tiennent pas leurs propos de la même source.",
        "contradiction": "Contradiction\u00a0: {all} ne s’accordent pas.",
        "agreement": "Concordance\u00a0: {all} disent la même chose.",
    },
    "en": {
        "later": "Later figure: {first}, after {others}.",
        "scope": "Another scope: {all} do not count the same.",
        "party": "Another party: {all} do not have it from the same source.",
        "contradiction": "Contradiction: {all} do not agree.",
        "agreement": "Agreement: {all} say the same.",
    },
}
_AND: Mapping[Language, str] = {"fr": "et", "en": "and"}
_COLON: Mapping[Language, str] = {"fr": "\u00a0:", "en": ":"}
_ORIGIN: Mapping[Language, str] = {"fr": "1 origine", "en": "1 origin"}
_REPRINTS: Mapping[Language, tuple[str, str]] = {"fr": ("reprise", "reprises"), "en": ("reprint", "reprints")}
_SAME_WORDS: Mapping[Language, str] = {"fr": "même phrase, reprise par", "en": "same sentence, also printed by"}
_SILENCE: Mapping[Language, str] = {
    "fr": "{publisher}\u00a0: rien trouvé sur ce point dans le corpus.",
    "en": "{publisher}: nothing found on this point in the corpus.",
}


def difference_text(how: Difference, pairs: Sequence[tuple[int, int]], language: Language) -> str:
    """Return "Chiffre plus récent : [1], après [2].", or how else citations differ.

    Args:
        how: the difference.
        pairs: of citation numbers; the newer first where there is one.
        language: of the question.
    """
    every = sorted({number for pair in pairs for number in pair})
    return _DIFFERENCES[language][how].format(
        first=_marks([pairs[0][0]], language),
        others=_marks(sorted({other for _, other in pairs}), language),
        all=_marks(every, language),
    )


def origin_text(articles: Sequence[Article], numbers: Sequence[int], language: Language, *, whole: bool = True) -> str:
    """Return "[1] : 1 origine (AFP), 2 reprises : Info Sud (5 octobre 2020) et L'Éveil (6 octobre 2020)".

    Args:
        articles: of one origin, or that print one sentence, two at least; the first is the one quoted.
        numbers: of the citations that quote it.
        language: of the question.
        whole: whether the articles are one text, not only the sentence.
    """
    agency = next((one.agency for one in articles if one.agency), None)
    # Where an agency wrote it, the paper quoted reprints it too.
    reprints = articles if agency and whole else articles[1:]
    names = _listed(
        [f"{_name(one, language)} ({date_in_words(one.published, language)})" for one in reprints], language
    )
    about = f"{_marks(numbers, language)}{_COLON[language]}"
    if not whole:
        return f"{about} {_SAME_WORDS[language]} {names}."
    origin = f"{_ORIGIN[language]} ({agency})" if agency else _ORIGIN[language]
    count = f"{len(reprints)} {_REPRINTS[language][len(reprints) > 1]}"
    return f"{about} {origin}, {count}{_COLON[language]} {names}."


def silence_text(publisher: str, language: Language) -> str:
    """Return "Sputnik Afrique : rien trouvé sur ce point dans le corpus."."""
    return _SILENCE[language].format(publisher=publisher)


def _name(article: Article, language: Language) -> str:
    return article.publisher or publisher_in_words(article, language)


def _marks(numbers: Sequence[int], language: Language) -> str:
    return _listed([f"[{number}]" for number in numbers], language)


def _listed(parts: Sequence[str], language: Language) -> str:
    *most, last = parts
    return f"{', '.join(most)} {_AND[language]} {last}" if most else last
