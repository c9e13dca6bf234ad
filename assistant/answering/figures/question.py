"""What a question that asks how many wants counted: who or what, what befell them, whose, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.figures.amounts import WORDS, amount_asked, is_extent, units_asked
from assistant.answering.figures.roles import (
    ACCORDING,
    ASKED,
    EVOLVES,
    LIGHT,
    by_role,
    claims,
    is_party,
    kind_asked,
    place_of,
)
from assistant.answering.figures.wanted import FigureQuestion
from assistant.answering.figures.words import TOLL, anyone, fate_of, kind_of
from assistant.language.folding import fold
from assistant.language.names import gazetteer
from assistant.language.numbers import find_numbers
from assistant.language.words import terms
from assistant.retrieval.query import Query, QueryTerm
from assistant.types import Counted

_CURRENT = re.compile(r"\b(?:dernier bilan|derniers? chiffres?|actuel\w*|actualise\w*|latest|current\w*)\b")
# A word before a subject is the verb of its question.
_IS_VERB = re.compile(r"\s+(?:l[ea]s?\s|l['’]|une?\s|ce(?:t|tte|s)?\s|s(?:on|a|es)\s|leurs?\s)")
_OWN = re.compile(r"\b(?:perd(?:u|us|ue|ues|re)|ses rangs|leurs rangs|ses pertes|leurs pertes|ses propres|les siens)\b")
_FIRST = re.compile(
    r"\b(?:au (?:tout )?(?:debut|depart|commencement)|d'abord|initial\w*|premiers? (?:bilans?|chiffres?|decomptes?)"
    r"|premiere estimation"
    r"|le premier jour|at first|initial|first (?:toll|figure|count))\b"
)
_LOST = re.compile(r"perd\w+|lost|lose")
_TO_THEM = re.compile(r"\b(?:aux|a (?:chaque|ces|leurs)|par) (?:sinistre|refugie|deplace|evacue)e?s?\b")
_LOST_PEOPLE = re.compile(r"\bperd\w+ d[e']|\bhommes\b")
_KILLED_BY = re.compile(r"\bavoir (?:tue|abattu|elimine|capture)|\bkill(?:ed)?\b")
_OF_ENEMIES = re.compile(r"\b(?:ennemi\w*|advers\w*|avoir (?:tue|abattu|elimine|neutralise)\w*|enem(?:y|ies))\b")
_TOLL_ASKED = re.compile(
    r"\b(?:disent|dit|donnent|donne|rapportent|avancent|ecrivent|racontent|annoncent)\b.{0,40}\b(?:bilan|nombre d)"
    r"|\bquels? (?:est |etait |sont |a ete )?(?:les? )?(?:\w+ )?bilans?\b|\b(?:death )?toll\b"
    r"|\b(?:d'accord|unanimes|accordent(?:-\w+)?|concordent(?:-\w+)?|divergent(?:-\w+)?|different(?:-\w+)?)"
    r" sur l[ea]s? (?:bilan|nombre d)"
)
_BEGAN = re.compile(
    r"\bdepuis (?:le (?:tout )?(?:debut|depart|declenchement|commencement)|l'ouverture) "
    r"(?:d[eu] |des |de la |de l'|d')?$"
    r"|\bsince the (?:start|beginning) of (?:the )?$"
)
_LIGHT_VERBS = frozenset(
    "mis mise mises place placee places placees soumis soumise soumises recu recus premier".split()
)
"""Verbs that say nothing themselves: "mises sur écoute", "placées en quarantaine"."""
_IN_PLACE = re.compile(
    r"\b(?:en|au|aux|a|dans|in|at|near|pres d[eu]"
    r"|(?:ville|province|region|district|commune|departement|canton|quartier|village|vallee|port|ecole|hopital|marche"
    r"|camp|gare|aeroport|base|hameau|bourg|ile|stade|prison|plage|cotes?|littoral|large|rives?) d[eu'])"
    r"\s*(?:la |le |l')?$"
)
_OF_PLACE = re.compile(r"(?<!ministere )(?<!ministre )(?:d[eu]|d[eu] l[ae]|d[eu] l'|d')\s?$")
_GIVER = re.compile(
    r"\b(?:selon|d'apres|according to|a en croire|si l'on en croit|de source|dixit)\s(?P<after>[^,?!.;()]+)"
    r"|\b(?:l[ea]s?\s|l'|son\s|sa\s)(?P<before>(?:[\w'-]+\s){1,6}?)(?:en\s)?"
    r"(?:a-t-(?:elle|il)\s)?(?:dit|dis|annon|affirm|reconnai|reconnu|revendiqu|recens|donn|avanc|estim|compt|déplor|deplor|comptabilis"
    r"|denombr|evalu|chiffr|parl)\w*?(?:-t)?-(?:elle|il)s?\b"
    r"|\b(?P<name>[\w'-]+)\s(?:dit|affirm|reconnai|revendiqu|recens|avanc|estim|denombr|evalu"
    r"|chiffr)\w*?(?:-t)?-(?:elle|il)s?\b"
    r"|\b(?:donne|avance|annonce|indique|communique|fournit)(?:nt)?\s(?:l[ea]s?\s"
    r"|l')?(?P<direct>[\w'-]+(?:\sd[eu]\s[\w'-]+)?)"
    r"|\b(?:l[ea]s?\s|l')(?P<said>(?:[\w'-]+\s){1,6}?)(?:a|ont)(?:-t)?-(?:elle|il)s?\s(?:dit|annonc|affirm|reconnu"
    r"|revendiqu"
    r"|recens|donn|avanc|estim|denombr|evalu|chiffr)\w*"
)
"""Who is to give the figure, and the verb of saying that tells: "la Garde dit-elle", "selon la préfecture"."""
_HOMES = frozenset("maison maisons domicile domiciles foyer foyers logement logements home homes houses".split())


def figure_question(query: Query) -> FigureQuestion | None:
    """Read a question that asks how many; None for any other, and for one of which nothing says what is counted.

    Args:
        query: the question, parsed.
    """
    # What follows in brackets completes a follow-up: it tells the event, not what is counted.
    question = query.text.split(" (")[0] if any(term.given for term in query.terms) else query.text
    evolves = EVOLVES.search(fold(question)) is not None
    toll = TOLL.search(question) is not None
    told = _TOLL_ASKED.search(fold(question)) or (evolves and (toll or ASKED.search(fold(question))))
    amount = amount_asked(question)
    units = units_asked(question)
    if query.answer_type != "how_many" and not told and not amount and not units:
        return None
    said_by = _said_by(query)
    roles = by_role(query, [term for term in query.terms if not any(term is one for one in said_by)])
    own = toll or any(not term.given for term in roles["kind"])
    kinds = {kind for term in roles["kind"] if not (term.given and own) and (kind := kind_asked(term))}
    kinds = kinds or ({"killed"} if toll else set())
    if amount == {"money"}:
        uncounted = _uncounted_beside_money(question, roles["kind"], nobody=not roles["people"])
        roles["context"] += roles["kind"] if kinds == uncounted == {"displaced"} else []
        kinds -= uncounted
    heads, people_asked, side = roles["head"], roles["people"], roles["side"][:1]
    context = roles["context"]
    for party in [term for term in roles["side"] if claims(query, term)][:1]:
        roles["speaker"] = roles["speaker"] or [party]
        side = [term for term in side if term is not party or not _KILLED_BY.search(fold(question))]
    context = [
        term for term in context if "displaced" not in kinds or fold(term.word) not in _HOMES
    ]  # "quitter leur maison"
    context = [term for term in context if term.is_name or not _since_it_began(query, term)]
    heads, context = ([], [*heads, *context]) if toll else (heads, context)
    if heads:
        kinds.discard("displaced")  # "localités évacuées": places are counted
    owner = None
    if not kinds:
        owner = side[0] if side else None
        context, side = [*context, *side], []
        context += [term for term in heads if people_asked and _completes(query, term)]
        heads = [] if people_asked and (_counts_noun(query, heads) or heads[:1] == context[-1:]) else heads
        heads, people_asked = [_as_dwellers(term) for term in heads or people_asked], []
    if amount and (not kinds or toll) and ("percent" in amount or {fold(one.word) for one in heads} <= WORDS):
        lost = [term for term in query.terms if TOLL.fullmatch(term.word) and not term.given]
        named = (*lost, *heads, *people_asked, *context)
        kinds, context = set(amount), [term for term in named if fold(term.word) not in WORDS]
        heads, people_asked = [], []
    heads, context = _measured(query, units if not kinds else frozenset(), heads, context)
    kinds = kinds if kinds or heads else _done(query)
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
            if term.is_name and _IN_PLACE.search(fold(query.text)[: place_of(term, fold(query.text))[0]])
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


def _uncounted_beside_money(question: str, terms: Sequence[QueryTerm], *, nobody: bool) -> frozenset[Counted]:
    """Return the kinds whose words a question for money has and does not count."""
    folded = fold(question)
    found: set[Counted] = set()
    if nobody and not _LOST_PEOPLE.search(folded):
        found |= _lost(terms)  # "l'argent perdu": nobody died
        found |= {"displaced"} if ASKED.search(folded) is None else set()
    return frozenset(found | ({"displaced"} if _TO_THEM.search(folded) else set()))  # "versé aux sinistrés": paid


def _since_it_began(query: Query, term: QueryTerm) -> bool:
    """Tell whether a word only says since when: "depuis le début du mouvement" is since all this began."""
    folded = fold(query.text)
    return _BEGAN.search(folded[: place_of(term, folded)[0]]) is not None


def _as_dwellers(head: QueryTerm) -> QueryTerm:
    """Return "habitants", to whom nothing befell, as those who live there: the civilians of a toll are not all."""
    if head.term not in terms("habitants âmes"):
        return head
    return replace(head, alternatives=dict.fromkeys((*terms("habitants âmes résidents"), head.term), 1.0), related={})


def _counts_noun(query: Query, heads: Sequence[QueryTerm]) -> bool:
    """Tell whether what follows "combien de salariés" is its verb ("emploie le site"), so that the noun is counted."""
    folded = fold(query.text)
    return bool(heads) and _IS_VERB.match(folded[place_of(heads[0], folded)[1] :]) is not None


def _measured(
    query: Query, units: frozenset[str], heads: list[QueryTerm], context: list[QueryTerm]
) -> tuple[list[QueryTerm], list[QueryTerm]]:
    """Take the units as what is counted: "quelle surface de forêt" asks for hectares, of forest."""
    measured = next((term for term in query.terms if units and is_extent(term.word)), None)
    if measured is None:
        return heads, context
    rest = [term for term in (*heads, *context) if term is not measured and term.term not in units]
    return [replace(measured, alternatives=dict.fromkeys(sorted(units), 1.0))], rest


def _completes(query: Query, head: QueryTerm) -> bool:
    """Tell whether a noun only says of which people: "combien d'ouvriers du viaduc"."""
    folded = fold(query.text)
    return re.search(r"\w d(?:u |es |e la |e l')$", folded[: place_of(head, folded)[0]]) is not None


def _lost(words: Sequence[QueryTerm]) -> set[Counted]:
    """Return what befell people by the words that may say as well that money was lost."""
    return {kind for one in words if _LOST.fullmatch(fold(one.word)) and (kind := kind_of(one.word))}


def _done(query: Query) -> set[Counted]:
    """Return what befell people by the verb after "combien de gens", where another word of its term stands before."""
    asked = ASKED.search(fold(query.text))
    if asked is None or anyone().isdisjoint(terms(asked["phrase"])):
        return set()
    return {kind} if (kind := kind_of(query.text[asked.end() :])) else set()


def _predicate(context: Sequence[QueryTerm]) -> tuple[list[QueryTerm], list[QueryTerm]]:
    """Take what is said of people as what they are counted by: "combien de personnes ont été vaccinées"."""
    told = [term for term in context if not term.is_name]
    first = next((term for term in told if fold(term.word) not in _LIGHT_VERBS), next(iter(told), None))
    return ([first], [term for term in context if term is not first]) if first else ([], list(context))


def _said_by(query: Query) -> tuple[QueryTerm, ...]:
    """Return the words for the body that is to give the figure; none for a country, which is a party."""
    folded = fold(query.text)
    match = _GIVER.search(folded)
    if match is None:
        return ()
    group = match.lastgroup or "after"
    first, last = match.span(group)
    found = [term for term in query.terms if first <= place_of(term, folded)[0] < last]
    if not found or (found[0].term.startswith("@") and len(found) == 1) or any(kind_asked(one) for one in found[:1]):
        return ()
    found = [one for one in found if fold(one.word) not in LIGHT and not one.word.isdigit()]
    if len(found) == 2 and found[1].is_name and _OF_PLACE.search(folded[: place_of(found[1], folded)[0]]):
        found.pop()  # "la Garde du Sérane": of all that is in Sérane, the Guard
    return tuple(found)


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
        place, end = place_of(term, folded)
        party = replace(term, alternatives={**term.alternatives, known[fold(term.word)]: 1.0})
        rest = replace(
            wanted,
            heads=tuple(one for one in wanted.heads if one is not term),
            context=tuple(one for one in wanted.context if one is not term),
        )
        if ACCORDING.search(folded[:place]) and wanted.speaker is None:
            wanted = replace(rest, speaker=party)
        elif (
            wanted.side is None
            and wanted.kinds
            and (term in wanted.heads or is_party(folded[:place], folded[end:], inside=False))
        ):
            wanted = replace(rest, side=party)
    return wanted


def _is_of_one(query: Query, question: str) -> bool:
    dated = {place for one in query.dates for place in range(one.start, one.end)}
    numbers = find_numbers(question, language=query.language)
    return any(number.start not in dated and number.value > 2 for number in numbers)


def names_of(term: QueryTerm) -> frozenset[str]:
    """Return the keys that name what a term of a question names, a capital's country among them."""
    metonyms = gazetteer().metonyms
    return frozenset(metonyms.get(other, other) for other in term.alternatives)
