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
_AUXILIARY = re.compile(
    r"(?:\s|^)(?:(?:n[’']|s[’']en|s[’']|l[’'])?(?:a|ont|avait|avaient)?\s?(?:désormais|déjà|officiellement|toujours|en)?)\s*$"
)
_PREPOSITION = re.compile(
    r"(?:depuis|après|avant|dans|selon|d[’']après|en|à|au|aux|pour|sur|il|elle|ils|elles)\b", re.IGNORECASE
)
_BODY = re.compile(
    r"(?<!\w)(?:autorités|police|gendarmerie|ministère|gouvernement|armée|état-major|nations unies|onu|hcr|oms|unicef"
    r"|médecins sans frontières|msf|préfecture|parquet|ong|croix-rouge|pompiers|hôpital|syndicats?|cgt|agence|ars"
    r"|association|ligue|direction|mairie|opposition|organisateurs|protection civile|rapport)(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 9
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


def subject_of(figure: Figure, sentence: Sentence, known: Mapping[str, str] = MappingProxyType({})) -> str | None:
    """Return, in the article's words, the party or body whose claim the clause of a figure reports; None without one.

    « L'armée éthiopienne, qui parle de 58 soldats tués, ... » gives « L'armée éthiopienne ».
    """
    clause = clause_before(figure, sentence)
    alone = _NAMED_ALONE.search(clause)
    if alone and party_in(alone["who"], known):
        return alone["who"]
    claim = _CLAIM.search(clause)
    if claim is None or _ACCUSES.search(clause):
        return None
    parts = [part.strip() for part in _AUXILIARY.sub("", clause[: claim.start()]).split(",")]
    named = [part for part in parts if party_in(part, known) or _BODY.search(part)]
    short = bool(named) and len(named[0].split()) <= _LONGEST
    return named[0] if short and not _PREPOSITION.match(named[0]) else None


def is_accusation(figure: Figure, sentence: Sentence) -> bool:
    """Tell whether the clause of a figure lays it at another's door."""
    return _ACCUSES.search(clause_before(figure, sentence)) is not None
