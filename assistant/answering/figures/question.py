"""What a question that asks how many wants counted: who or what, what befell them, whose, and where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from assistant.answering.figures.amounts import WORDS, amount_asked
from assistant.answering.figures.words import KINDS, TOLL, anyone, fate_of, people
from assistant.language.folding import fold
from assistant.language.names import gazetteer
from assistant.language.numbers import find_numbers
from assistant.retrieval.query import Query, QueryTerm
from assistant.types import Counted

_SURE = 0.65
_STOPS = (
    r"ont|a|avait|avaient|sont|est|etaient|dans|lors|en|aux?|selon|d'apres|(?:du )?cote|l'\w+|les?|la|contre|pendant"
    r"|depuis|par|pour|figur\w+|compte\w*|est-ce|[\w-]+-t-|were|was|have|had|has|did|do|on|in|at|by|died"
)
_ASKED = re.compile(
    r"(?:combien\s+d(?:e\s+|es\s+|['’]\s?)|how\s+many\s+"
    r"|(?:nombre|number|bilan|total)\s+(?:total\s+)?(?:d(?:e\s+|es\s+|['’])|of\s+))"
    rf"(?P<phrase>.*?)(?=\s(?:{_STOPS})\b|[?,.]|$)"
)
_EVOLVES = re.compile(
    r"\b(?:evolu\w*|retrace\w*|progress\w*|over time|evolve\w*|augment\w*|alourdi\w*|grimp\w*|monte[er]?|monte-t-il"
    r"|en hausse|en baisse|a-t-il (?:monte|baisse|change)|risen|grown|increased?)\b"
)
_CURRENT = re.compile(r"\b(?:dernier bilan|derniers? chiffres?|actuel\w*|actualise\w*|latest|current\w*)\b")
_SIDE = re.compile(r"(?:cote|camp|rangs|partie|forces|armee)\s+(?:de l'|de la |du |des |d'|la |le |les |l')?$")
_SIDE_AFTER = re.compile(r"^\s*(?:side|camp|forces|army|troops|losses)\b")
_ACCORDING = re.compile(r"(?:selon|d'apres|according to|pour)\s+(?:l'|le |la |les |the )?$")
_INVERTED = re.compile(r"^[\s-]*(?:\w+\s)?(?:t-)?\w+-(?:t-)?(?:elle|il|ils|elles)\b")
_VERB_OF_QUESTION = re.compile(r"^-(?:t-)?(?:elle|il|ils|elles|on)\b")
_SAYS = re.compile(
    r"^[\s-]*(?:t-)?(?:a-t-(?:elle|il)\s)?(?:dit|dis|annonc|evoqu|declar|affirm|reconnai|reconnu|revendiqu|recens|donn|avanc|estim)\w*"
    r"|\b(?:say|says|said|claims?|claimed|reports?|reported|announced?|admits?|admitted)\b"
)
# A word before a subject is the verb of its question.
_IS_VERB = re.compile(r"\s+(?:l[ea]s?\s|l['’]|une?\s|ce(?:t|tte|s)?\s|s(?:on|a|es)\s|leurs?\s)")
_OWN = re.compile(r"\b(?:perd(?:u|us|ue|ues|re)|ses rangs|leurs rangs|ses pertes|leurs pertes|ses propres|les siens)\b")
_FIRST = re.compile(
    r"\b(?:au (?:tout )?(?:debut|depart|commencement)|d'abord|initial\w*|premiers? (?:bilans?|chiffres?|decomptes?)|premiere estimation"
    r"|le premier jour|at first|initial|first (?:toll|figure|count))\b"
)
_KILLED_BY = re.compile(r"\bavoir (?:tue|abattu|elimine|capture)|\bkill(?:ed)?\b")
_OF_ENEMIES = re.compile(r"\b(?:ennemi\w*|advers\w*|avoir (?:tue|abattu|elimine|neutralise)\w*|enem(?:y|ies))\b")
_TOLL_ASKED = re.compile(
    r"\b(?:disent|dit|donnent|donne|rapportent|avancent|ecrivent|racontent|annoncent)\b.{0,40}\b(?:bilan|nombre d)"
    r"|\bquels? (?:est |etait |sont |a ete )?(?:les? )?(?:\w+ )?bilans?\b|\b(?:death )?toll\b"
)
_CAUSE = re.compile(
    r"\b(?:morts?|victimes?|deces|tues|blesses|disparus|deplaces|arrestations)\s(?:du |de la |de l'|des |de |d')$"
)  # "morts du choléra"
_COUNTING = re.compile(r"(?:combien d(?:e |')|how many |nombre d(?:e |'))$")
_HELPED = re.compile(r"\b(?:did|has|have|had|do|does)\s$")
_PLACED = re.compile(r"(?:\b(?:en|au|aux|a|dans|in|at|near|pres d[eu]|de|du|de la|d'|d’)\s*(?:la |l')?)$")
_IN_PLACE = re.compile(
    r"\b(?:en|au|aux|a|dans|in|at|near|pres d[eu]"
    r"|(?:ville|province|region|district|commune|departement|canton|quartier|village|vallee|port|ecole|hopital) d[eu'])"
    r"\s*(?:la |le |l')?$"
)
_LIGHT = frozenset(
    """perdu perdus perdre lost lose combien nombre total bilan bilans toll cote side selon apres dit dire evoque
    evoquer figurent figuraient mention mentioned early late debut fin matin soir nuit pendant finalement lundi mardi
    mercredi jeudi vendredi samedi dimanche comptait dont parmi retracez annonce annoncer compte compter recense
    recenser recenses declare deplore fait faits faite faites dernier derniere latest chiffre chiffres estime actuel
    ennemi ennemis adverse adverses nombreux journal journaux media medias presse redaction redactions titre titres
    differents autres actuellement officiel officiels official provisoire humain humaines jour jours total totaux parle
    parlait parlait-on pays dus dues due reunis confondus camps ensemble tout toute tous parait environ declenchement
    pris charge enregistres enregistre signales signale deplores deplore denombre denombres""".split()
)
_GIVER = re.compile(
    r"\b(?:selon|d'apres|according to|a en croire|si l'on en croit|de source|dixit)\s(?P<after>[^,?!.;()]+)"
    r"|\b(?:l[ea]s?\s|l'|son\s|sa\s)(?P<before>(?:[\w'-]+\s){1,6}?)(?:en\s)?"
    r"(?:a-t-(?:elle|il)\s)?(?:dit|dis|annon|affirm|reconnai|reconnu|revendiqu|recens|donn|avanc|estim|comptabilis"
    r"|denombr|evalu|chiffr|parl)\w*?(?:-t)?-(?:elle|il)s?\b"
    r"|\b(?P<name>[\w'-]+)\s(?:dit|affirm|reconnai|revendiqu|recens|avanc|estim|denombr|evalu|chiffr)\w*?(?:-t)?-(?:elle|il)s?\b"
    r"|\b(?:donne|avance|annonce|indique|communique|fournit)(?:nt)?\s(?:l[ea]s?\s|l')?(?P<direct>[\w'-]+(?:\sd[eu]\s[\w'-]+)?)"
    r"|\b(?:l[ea]s?\s|l')(?P<said>(?:[\w'-]+\s){1,6}?)(?:a|ont)(?:-t)?-(?:elle|il)s?\s(?:dit|annonc|affirm|reconnu|revendiqu"
    r"|recens|donn|avanc|estim|denombr|evalu|chiffr)\w*"
)
"""Who is to give the figure, and the verb of saying that tells: "la Garde dit-elle", "selon la préfecture"."""
_HOMES = frozenset("maison maisons domicile domiciles foyer foyers logement logements home homes houses".split())
_Role = Literal["side", "speaker", "kind", "people", "head", "context", "none"]


@dataclass(frozen=True, slots=True)
class FigureQuestion:
    """What is to be counted.

    Attributes:
        kinds: what befell those counted; empty where the question says nothing of the kind.
        heads: terms of what is counted, when it is no kind of people: "localités".
        people: the kinds of people asked for, each a term of the question; empty for anyone.
        side: whose they are to be; None where it is left open.
        speaker: who is to give the figure; None where it is left open.
        context: all other terms: of which event, where.
        evolves: whether it asks for what the figure was from one time to another.
        one: whether it names a figure itself ("parmi les 25 morts"), and so asks about that one.
        current: whether only the latest figure is asked for.
        places: those of the context that a preposition makes a place: "à Suspa".
        owner: whose the things or people counted are to be, where nothing befell them: "prisonniers érythréens".
        of_enemies: whether those are to be counted that the speaker says it killed.
        fates: which of those who lost their home; empty for the displaced at large.
        said_by: the words for the body that is to give the figure, where it is no country: "la préfecture".
        own: whether its own losses are asked for: "dit-elle avoir perdus".
        first: whether the first figures are asked for: "au début".
        predicate: whether the heads tell what is said of people: "combien de personnes ont été vaccinées".
        killed_by: whether those are asked for that the giver says it killed: its own dead are not among them.
        everywhere: places of the context that most of the articles name: a folder on one country need not say so.
    """

    kinds: frozenset[Counted]
    heads: tuple[QueryTerm, ...]
    people: tuple[QueryTerm, ...]
    side: QueryTerm | None
    speaker: QueryTerm | None
    context: tuple[QueryTerm, ...]
    evolves: bool
    one: bool
    current: bool
    places: tuple[QueryTerm, ...] = ()
    owner: QueryTerm | None = None
    of_enemies: bool = False
    fates: frozenset[str] = frozenset()
    said_by: tuple[QueryTerm, ...] = ()
    own: bool = False
    first: bool = False
    predicate: bool = False
    killed_by: bool = False
    everywhere: tuple[QueryTerm, ...] = ()


def figure_question(query: Query) -> FigureQuestion | None:
    """Read a question that asks how many; None for any other, and for one of which nothing says what is counted.

    Args:
        query: the question, parsed.
    """
    # What follows in brackets completes a follow-up: it tells the event, not what is counted.
    question = query.text.split(" (")[0] if any(term.given for term in query.terms) else query.text
    evolves = _EVOLVES.search(fold(question)) is not None
    toll = TOLL.search(question) is not None
    told = _TOLL_ASKED.search(fold(question)) or (evolves and (toll or _ASKED.search(fold(question))))
    amount = amount_asked(question)
    if query.answer_type != "how_many" and not told and not amount:
        return None
    roles: dict[_Role, list[QueryTerm]] = {role: [] for role in get_args(_Role)}
    said_by = _said_by(query)
    for term, role in _roles(query):
        if any(term is one for one in said_by):
            continue
        # Of one kind each there is but one party and one noun: what comes after tells the event.
        taken = role in ("side", "speaker", "head") and roles[role]
        roles["context" if taken and not (role == "side" and _claims(query, term)) else role].append(term)
    own = toll or any(not term.given for term in roles["kind"])
    kinds = {kind for term in roles["kind"] if not (term.given and own) and (kind := _kind(term))}
    kinds = kinds or ({"killed"} if toll else set())
    heads, people_asked, side = roles["head"], roles["people"], roles["side"][:1]
    context = roles["context"]
    for party in [term for term in roles["side"] if _claims(query, term)][:1]:
        roles["speaker"] = roles["speaker"] or [party]
        side = [term for term in side if term is not party or not _KILLED_BY.search(fold(question))]
    if "displaced" in kinds:
        context = [term for term in context if fold(term.word) not in _HOMES]  # "ont dû quitter leur maison"
    if heads and toll:
        heads, context = [], [*heads, *context]
    if heads:
        kinds.discard("displaced")  # "localités évacuées": places are counted
    owner = None
    if not kinds:
        owner = side[0] if side else None
        context, side = [*context, *side], []
        if people_asked and heads and _IS_VERB.match(fold(query.text)[_place_of(heads[0], fold(query.text))[1] :]):
            heads = []  # "combien de salariés emploie le site": the noun is counted, not the verb
        heads, people_asked = heads or people_asked, []
    if (
        amount
        and (not kinds or toll)
        and (not heads or "percent" in amount or {fold(one.word) for one in heads} <= WORDS)
    ):
        kinds, context = (
            set(amount),
            [term for term in (*heads, *people_asked, *context) if fold(term.word) not in WORDS],
        )
        heads, people_asked = [], []
    predicate = not kinds and not heads
    if predicate:
        heads, context = _predicate(context)
    if not kinds and not heads:
        return None
    return FigureQuestion(
        kinds=frozenset(kinds),
        heads=tuple(heads),
        people=tuple(people_asked),
        side=side[0] if side else None,
        speaker=roles["speaker"][0] if roles["speaker"] else None,
        context=tuple(context),
        evolves=evolves,
        one=_is_of_one(query, question),
        current=_CURRENT.search(fold(question)) is not None,
        places=tuple(
            term
            for term in context
            if term.is_name and _IN_PLACE.search(fold(query.text)[: _place_of(term, fold(query.text))[0]])
        ),
        owner=owner,
        of_enemies=bool(roles["speaker"]) and not side and _OF_ENEMIES.search(fold(question)) is not None,
        fates=frozenset(fate for term in roles["kind"] if (fate := fate_of(term.word))),
        said_by=said_by,
        own=_OWN.search(fold(question)) is not None,
        first=_FIRST.search(fold(question)) is not None,
        predicate=predicate,
        killed_by=_KILLED_BY.search(fold(question)) is not None,
    )


def _predicate(context: Sequence[QueryTerm]) -> tuple[list[QueryTerm], list[QueryTerm]]:
    """Take what is said of people as what they are counted by: "combien de personnes ont été vaccinées"."""
    first = next((term for term in context if not term.is_name), None)
    return ([first], [term for term in context if term is not first]) if first else ([], list(context))


def _said_by(query: Query) -> tuple[QueryTerm, ...]:
    """Return the words for the body that is to give the figure; none for a country, which is a party."""
    folded = fold(query.text)
    match = _GIVER.search(folded)
    if match is None:
        return ()
    group = match.lastgroup or "after"
    first, last = match.span(group)
    found = [term for term in query.terms if first <= _place_of(term, folded)[0] < last]
    if not found or (found[0].term.startswith("@") and len(found) == 1) or any(_kind(one) for one in found[:1]):
        return ()
    return tuple(one for one in found if fold(one.word) not in _LIGHT and not one.word.isdigit())


def with_unlisted(wanted: FigureQuestion, query: Query, known: Mapping[str, str]) -> FigureQuestion:
    """Return a question whose side and speaker may be of those that no list has: "les soldats kavariens".

    Args:
        wanted: the question, read by the lists alone.
        query: parsed.
        known: see :func:`assistant.answering.figures.unlisted.unlisted`.
    """
    folded = fold(query.text)
    saying = next((term for term in wanted.said_by if fold(term.word) in known), None)
    if saying is not None and len(wanted.said_by) == 1:
        party = replace(saying, alternatives={**saying.alternatives, known[fold(saying.word)]: 1.0})
        wanted = replace(wanted, said_by=(), speaker=wanted.speaker or party)
        wanted = replace(wanted, of_enemies=wanted.side is None and _OF_ENEMIES.search(folded) is not None)
    for term in [term for term in (*wanted.heads, *wanted.context) if fold(term.word) in known]:
        place, end = _place_of(term, folded)
        party = replace(term, alternatives={**term.alternatives, known[fold(term.word)]: 1.0})
        rest = replace(
            wanted,
            heads=tuple(one for one in wanted.heads if one is not term),
            context=tuple(one for one in wanted.context if one is not term),
        )
        if _ACCORDING.search(folded[:place]) and wanted.speaker is None:
            wanted = replace(rest, speaker=party)
        elif (
            wanted.side is None
            and wanted.kinds
            and (term in wanted.heads or _is_party(folded[:place], folded[end:], inside=False))
        ):
            wanted = replace(rest, side=party)
    return wanted


def _claims(query: Query, term: QueryTerm) -> bool:
    """Tell whether a question asks what a party itself says: "combien de morts l'Arménie annonce-t-elle"."""
    folded = fold(query.text)
    after = folded[_place_of(term, folded)[1] :]
    return term.term.startswith("@") and _SAYS.search(after) is not None


def _roles(query: Query) -> Iterator[tuple[QueryTerm, _Role]]:
    folded = fold(query.text)
    asked = _ASKED.search(folded)
    first, last = asked.span("phrase") if asked else (0, 0)
    for term in query.terms:
        place, end = _place_of(term, folded)
        before, after = folded[:place], folded[end:]
        yield term, _role(term, before, after, inside=first <= place < last)


def _place_of(term: QueryTerm, folded: str) -> tuple[int, int]:
    """Return where a term stands in a question; of several words, however they are joined ("Croix-Rouge")."""
    words = re.escape(fold(term.word)).replace(r"\ ", r"[\s'’-]+")
    match = re.search(words, folded)
    return match.span() if match else (len(folded), len(folded))


def _role(term: QueryTerm, before: str, after: str, *, inside: bool) -> _Role:
    """Tell what a term of a question says of the figure, from what stands around it."""
    if term.term.startswith("@") and _ACCORDING.search(before):
        return "speaker"
    kind = None if term.is_name else _kind(term)
    if kind is not None:
        return "kind"
    if _SIDE.search(before) or _SIDE_AFTER.match(after):
        return "side"
    if term.is_name:
        return "side" if term.term.startswith("@") and _is_party(before, after, inside=inside) else "context"
    if inside and _meets(term, people()):
        return "people"
    if (
        _meets(term, anyone())
        or fold(term.word) in _LIGHT
        or _EVOLVES.fullmatch(fold(term.word))
        or _VERB_OF_QUESTION.match(after)
        or term.word.isdigit()
    ):
        return "none"
    return "head" if inside and not _CAUSE.search(before) else "context"


def _is_party(before: str, after: str, *, inside: bool) -> bool:
    """Tell whether a country or people of a question is one whose figures are asked for, not a place."""
    if _COUNTING.search(before):
        return True
    if _PLACED.search(before):
        return False
    return inside or _INVERTED.match(after) is not None or _HELPED.search(before) is not None


def _is_of_one(query: Query, question: str) -> bool:
    dated = {place for one in query.dates for place in range(one.start, one.end)}
    numbers = find_numbers(question, language=query.language)
    return any(number.start not in dated and number.value > 2 for number in numbers)


def _kind(term: QueryTerm) -> Counted | None:
    return next((kind for kind, form in KINDS.items() if form.fullmatch(term.word)), None)


def _meets(term: QueryTerm, known: Collection[str]) -> bool:
    return any(other in known for other, weight in term.alternatives.items() if weight >= _SURE)


def names_of(term: QueryTerm) -> frozenset[str]:
    """Return the keys that name what a term of a question names, a capital's country among them."""
    metonyms = gazetteer().metonyms
    return frozenset(metonyms.get(other, other) for other in term.alternatives)
