"""Which party gives a figure: the one whose claim the figure's own clause reports, else the sentence's speaker.

« Asmara revendique plus de 3 000 soldats éthiopiens tués, Addis-Abeba 2 400 soldats érythréens » has two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from assistant.answering.attribution.attribution import attribute
from assistant.answering.figures.figures import Figure
from assistant.answering.figures.sides import party_in
from assistant.answering.selection.sentences import Sentence

_CLAIM = re.compile(
    r"(?<!\w)(?:affirm\w+|annonc\w+|revendiqu\w+|reconna[iî]\w*|reconnu|admet\w*|admis|f(?:ai|on)\w* état|fait état"
    r"|parl\w+ d[e’']|dit|disent|prétend\w*|assur\w+|évalu\w+|estim\w+|avanc\w+|déclar\w+|déplor\w+|recens\w+"
    r"|compt\w+|dénombr\w+|perd|perdent|a perdu|ont perdu|avoir perdu|pleur\w+|enregistr\w+|évoqu\w+|soutien\w*"
    r"|port\w+|s[’']en tien\w*|confirm\w+|indiqu\w+|rapport\w+|chiffr\w+|donn\w+)(?!\w)",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[;:]\s|,?\s(?:mais|tandis qu|alors qu|quand|contre)(?:e\s|[’']|\s)", re.IGNORECASE)
_NAMED_ALONE = re.compile(
    r",\s(?:et\s)?(?P<who>(?:l[’']|la |le |les )?[A-ZÉÈÎ][\w’'-]*(?:\s[\w’'-]+)?)\s"
    r"(?:plus d[e’']|près d[e’']|au moins)?\s*$"
)
_ACCUSES = re.compile(r"(?<!\w)accus\w+|impute\w*|reproch\w+", re.IGNORECASE)


def clause_before(figure: Figure, sentence: Sentence) -> str:
    """Return what stands before a figure in its own clause."""
    before = sentence.text[: figure.number]
    ends = [match.end() for match in _BOUNDARY.finditer(before)]
    return before[ends[-1] :] if ends else before


def giver_of(figure: Figure, sentence: Sentence, known: Mapping[str, str] = MappingProxyType({})) -> frozenset[str]:
    """Return the country or armed party that gives a figure; empty where nobody that is one does.

    Args:
        figure: of the sentence.
        sentence: the sentence.
        known: names that no list has, see :func:`assistant.answering.figures.unlisted.unlisted`.
    """
    clause = clause_before(figure, sentence)
    alone = _NAMED_ALONE.search(clause)
    if alone and (named := party_in(alone["who"], known)):
        return named
    claim = _CLAIM.search(clause)
    if claim and not _ACCUSES.search(clause) and (named := party_in(clause[: claim.start()], known)):
        return named
    return party_in(attribute(sentence.article.text, sentence.start, sentence.end).speaker or "", known)


def is_accusation(figure: Figure, sentence: Sentence) -> bool:
    """Tell whether the clause of a figure lays it at another's door."""
    return _ACCUSES.search(clause_before(figure, sentence)) is not None
