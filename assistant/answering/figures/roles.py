"""What each word of a question that asks how many says of the figure: what is counted, whose, where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, get_args

from assistant.answering.figures.words import KINDS, anyone, people, places
from assistant.language.folding import fold
from assistant.retrieval.query import Query, QueryTerm
from assistant.types import Counted

_STOPS = (
    r"ont|a|avait|avaient|sont|est|etaient|dans|lors|en|aux?|selon|d'apres|(?:du )?cote|l'\w+|les?|la|contre|pendant"
    r"|depuis|par|pour|figur\w+|compte\w*|est-ce|[\w-]+-t-|were|was|have|had|has|did|do|on|in|at|by|died"
)
_SURE = 0.65
ASKED = re.compile(
    r"(?:combien\s+d(?:e\s+|es\s+|['’]\s?)|how\s+many\s+"
    r"|(?:nombre|number|bilan|total)\s+(?:total\s+)?(?:d(?:e\s+|es\s+|['’])|of\s+))"
    rf"(?P<phrase>.*?)(?=\s(?:{_STOPS})\b|[?,.]|$)"
)
EVOLVES = re.compile(
    r"\b(?:evolu\w*|retrace\w*|progress\w*|over time|evolve\w*|augment\w*|alourdi\w*|grimp\w*|monte[er]?|monte-t-il"
    r"|en hausse|en baisse|a-t-il (?:monte|baisse|change)|risen|grown|increased?)\b"
)
_SIDE = re.compile(r"(?:cote|camp|rangs|partie|forces|armee)\s+(?:de l'|de la |du |des |d'|la |le |les |l')?$")
_SIDE_AFTER = re.compile(r"^\s*(?:side|camp|forces|army|troops|losses)\b")
ACCORDING = re.compile(r"(?:selon|d'apres|according to|pour)\s+(?:l'|le |la |les |the )?$")
_INVERTED = re.compile(r"^[\s-]*(?:\w+\s)?(?:t-)?\w+-(?:t-)?(?:elle|il|ils|elles)\b")
_VERB_OF_QUESTION = re.compile(r"^-(?:t-)?(?:elle|il|ils|elles|on)\b")
_SAYS = re.compile(
    r"^[\s-]*(?:t-)?(?:a-t-(?:elle|il)\s)?(?:dit|dis|annonc|evoqu|declar|affirm|reconnai|reconnu|revendiqu|recens"
    r"|donn|avanc|estim)\w*"
    r"|\b(?:say|says|said|claims?|claimed|reports?|reported|announced?|admits?|admitted)\b"
)
_CAUSE = re.compile(
    r"\b(?:morts?|victimes?|deces|tues|blesses|disparus|deplaces|arrestations)\s(?:du |de la |de l'|des |de |d')$"
)  # "morts du choléra"
_COUNTING = re.compile(r"(?:combien d(?:e |')|how many |nombre d(?:e |'))$")
_HELPED = re.compile(r"\b(?:did|has|have|had|do|does)\s$")
_PLACED = re.compile(r"(?:\b(?:en|au|aux|a|dans|in|at|near|pres d[eu]|de|du|de la|d'|d’)\s*(?:la |l')?)$")
LIGHT = frozenset(
    """perdu perdus perdre lost lose combien nombre total bilan bilans toll cote side selon apres dit dire evoque
    evoquer figurent figuraient mention mentioned early late debut fin matin soir nuit pendant finalement lundi mardi
    mercredi jeudi vendredi samedi dimanche comptait dont parmi retracez annonce annoncer compte compter recense
    recenser recenses declare deplore fait faits faite faites dernier derniere latest chiffre chiffres estime actuel
    ennemi ennemis adverse adverses nombreux journal journaux media medias presse redaction redactions titre titres
    differents autres actuellement officiel officiels official provisoire humain humaines jour jours total totaux parle
    parlait parlait-on pays dus dues due reunis confondus camps ensemble tout toute tous parait environ declenchement
    pris charge porte portes portee portees
    enregistres enregistre signales signale deplores deplore denombre denombres""".split()
)
Role = Literal["side", "speaker", "kind", "people", "head", "context", "none"]


def by_role(query: Query, terms: Sequence[QueryTerm]) -> dict[Role, list[QueryTerm]]:
    """Part terms of a question by what they say of the figure.

    Of one kind each there is but one party and one noun: what comes after tells the event.
    """
    roles: dict[Role, list[QueryTerm]] = {role: [] for role in get_args(Role)}
    for term, role in _roles(query):
        if any(term is one for one in terms):
            taken = role in ("side", "speaker", "head") and roles[role]
            roles["context" if taken and not (role == "side" and claims(query, term)) else role].append(term)
    return roles


def place_of(term: QueryTerm, folded: str) -> tuple[int, int]:
    """Return where a term stands in a question; of several words, however they are joined ("Croix-Rouge")."""
    words = re.escape(fold(term.word)).replace(r"\ ", r"[\s'’-]+")
    match = re.search(words, folded)
    return match.span() if match else (len(folded), len(folded))


def claims(query: Query, term: QueryTerm) -> bool:
    """Tell whether a question asks what a party itself says: "combien de morts l'Arménie annonce-t-elle"."""
    folded = fold(query.text)
    after = folded[place_of(term, folded)[1] :]
    return term.term.startswith("@") and _SAYS.search(after) is not None


def kind_asked(term: QueryTerm) -> Counted | None:
    """Return what a term of a question says befell those counted; None when it says nothing of the kind."""
    return next((kind for kind, form in KINDS.items() if form.fullmatch(term.word)), None)


def _roles(query: Query) -> Iterator[tuple[QueryTerm, Role]]:
    folded = fold(query.text)
    asked = ASKED.search(folded)
    first, last = asked.span("phrase") if asked else (0, 0)
    for term in query.terms:
        place, end = place_of(term, folded)
        before, after = folded[:place], folded[end:]
        yield term, _role(term, before, after, inside=first <= place < last)


def _role(term: QueryTerm, before: str, after: str, *, inside: bool) -> Role:
    """Tell what a term of a question says of the figure, from what stands around it."""
    if term.term.startswith("@") and ACCORDING.search(before):
        return "speaker"
    kind = None if term.is_name else kind_asked(term)
    if kind is not None:
        return "kind"
    if _SIDE.search(before) or _SIDE_AFTER.match(after):
        return "side"
    if term.is_name:
        return "side" if term.term.startswith("@") and is_party(before, after, inside=inside) else "context"
    if inside and _meets(term, people()) and term.term not in places():
        return "people"
    if (
        _meets(term, anyone())
        or fold(term.word) in LIGHT
        or EVOLVES.fullmatch(fold(term.word))
        or _VERB_OF_QUESTION.match(after)
        or term.word.isdigit()
    ):
        return "none"
    return "head" if inside and not _CAUSE.search(before) else "context"


def is_party(before: str, after: str, *, inside: bool) -> bool:
    """Tell whether a country or people of a question is one whose figures are asked for, not a place."""
    if _COUNTING.search(before):
        return True
    if _PLACED.search(before):
        return False
    return inside or _INVERTED.match(after) is not None or _HELPED.search(before) is not None


def _meets(term: QueryTerm, known: Collection[str]) -> bool:
    return any(other in known for other, weight in term.alternatives.items() if weight >= _SURE)
