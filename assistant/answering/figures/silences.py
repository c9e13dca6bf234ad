"""A party that does not give its figures: "ne communique pas de bilans sur ses pertes militaires"."""

from __future__ import annotations

import re

from assistant.answering.figures.question import FigureQuestion, names_of
from assistant.answering.figures.sides import sides_in
from assistant.answering.figures.words import KINDS, people
from assistant.answering.selection.sentences import Sentence
from assistant.language.words import terms

_GIVE = (
    r"communiqu\w+|publi\w+|donn\w+|fourni\w*|divulgu\w+|révél\w+|dévoil\w+|diffus\w+|rend\w* publi\w+"
    r"|fai(?:t|sait|re) état|font état|précis\w+|annonc\w+|reconn\w+|évoqu\w+|mentionn\w+"
)
_WITHHELD = re.compile(
    rf"(?<!\w)(?:(?:ne|n[’'])\s?(?:\w+[’']?\s?){{0,3}}?(?P<give>{_GIVE})|refus\w+ (?:toujours )?de (?P<refused>{_GIVE})"
    rf"|sans (?P<without>{_GIVE})|gard\w+ le silence sur|(?:tait|taisent) )(?P<what>[^,;:.»]*)",
    re.IGNORECASE,
)
_NO = re.compile(r"(?<!\w)(?:pas|aucune?s?|jamais|guère|toujours pas|ni)(?!\w)", re.IGNORECASE)
_TOLL = re.compile(
    r"(?<!\w)(?:bilans?|pertes|chiffres?|nombre|décompte|victimes?|morts?|tués|blessés)(?!\w)", re.IGNORECASE
)
_BUT = re.compile(r"\s(?:mais|tandis|alors)\s", re.IGNORECASE)


def withholds(sentence: Sentence, asked: FigureQuestion) -> str | None:
    """Tell whether a sentence says that the party asked about does not give the figure asked for.

    Args:
        sentence: the sentence.
        asked: the question; one that names no party is never answered so.

    Returns:
        The party in the words of the article, with its article ("l'Azerbaïdjan"), None when it does not say so.
    """
    party = asked.side or asked.speaker
    if party is None or not asked.kinds & KINDS.keys():
        return None
    for match in _WITHHELD.finditer(sentence.text):
        what = _BUT.split(match["what"])[0]
        denied = not match["give"] or _NO.search(match.group()[: len(match.group()) - len(match["what"]) + len(what)])
        if not denied or not _TOLL.search(what) or not _is_asked(what, asked):
            continue
        subject = _subject(sentence.text[: match.start()])
        if (sides_in(what) or sides_in(subject)) & names_of(party):
            return subject
    return None


def _is_asked(what: str, asked: FigureQuestion) -> bool:
    """Tell whether what is withheld is what is asked for: military losses are not civilian ones."""
    said = people().intersection(terms(what))
    wanted = {other for term in asked.people for other, weight in term.alternatives.items() if weight >= 0.45}
    return not said or bool(said & wanted)


def _subject(before: str) -> str:
    """Return the party right before its verb: the last clause, less what opens the sentence."""
    clause = re.split(r"[,;:»]\s*|\s(?:que|qu[’'])\s?", before.strip())
    return next((part.strip() for part in reversed(clause) if part.strip()), "")
