"""Signs that a text holds the kind of thing a question asks for: a person, a number, a date, a place, a reason."""

from __future__ import annotations

import re

from assistant.language.dates import find_dates
from assistant.language.folding import fold, word_list
from assistant.language.numbers import find_numbers
from assistant.retrieval.question_words import AnswerType

_TIME = re.compile(
    r"\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd|demain|veille|lendemain|nuit|matin|soir"
    r"|apres-midi|semaines?|mois|jours?|annees?|ans|decennies|heures?|week-end|depuis|siecle)\b"
)
_PLACE = re.compile(
    r"\b(?:à|au|aux|en|dans|vers|depuis|sur|près d[eu']|ville de|capitale|région)\s?"
    r"(?:l[ea']s?\s?|l’)?(?:\w+\s)?[A-ZÉÈ]"
)
_CAUSE = re.compile(
    r"\b(parce qu|car|en raison d|a cause d|grace a|du fait d|afin d|faute de"
    r"|pour (?!cent|l[ea]s? |un|d|s)\w+(?:er|ir|re)\b"
    r"|puisqu|visant a|vise a|dans le but|suite a|face a|en reponse|a la suite|provoqu|s'explique|motif|raison)"
    # What whoever acted wanted, held or feared: "a lancé une opération, demandant le retrait de l'adversaire".
    r"|, (?:demand|reclam|exige|accus|estim|juge|invoqu|denonc|argu|reproch|craign|esper|voul|souhait)ant\b"
)
_CAPITALISED = re.compile(
    r"(?<![.!?…«\"“] )(?<!^)(?<!\w)[A-ZÉÈÊÎÔÀÇ][\w’'-]*[a-zéèêîôàç]\w*(?: (?:de |du |d['’]|al-|el-|ben )?[A-ZÉ]\w+)*"
)


def says_when(text: str) -> bool:
    """Tell whether a text has a word of time; a date is not looked for."""
    return _TIME.search(fold(text)) is not None


def says_where(text: str) -> bool:
    """Tell whether a text names a place, as far as its prepositions tell."""
    return _PLACE.search(text) is not None


def says_why(text: str) -> bool:
    """Tell whether a text gives a reason."""
    return _CAUSE.search(fold(text)) is not None


def names_in(text: str) -> frozenset[str]:
    """Return the capitalised words inside a sentence, folded: names, mostly."""
    return frozenset(fold(match.group()) for match in _CAPITALISED.finditer(text))


def signs_of(kind: AnswerType, text: str) -> frozenset[str]:
    """Return what in a sentence may be of the kind asked for; empty when nothing is.

    Names come as they stand, folded, so that those of the question can be left out; of the other
    kinds only the presence is told, by the kind itself. For "what" and "yes_no" nothing is looked for.
    """
    if kind == "who":
        return names_in(text)
    found = (
        (kind == "how_many" and bool(find_numbers(text)))
        or (kind == "when" and (bool(find_dates(text)) or says_when(text)))
        or (kind == "where" and says_where(text))
        or (kind == "why" and says_why(text))
    )
    return frozenset({kind}) if found else frozenset()


def is_new(sign: str, question_words: frozenset[str]) -> bool:
    """Tell whether a sign is more than words of the question: a name that was asked with is not the answer."""
    return not set(word_list(sign)) <= question_words
