"""The office whose holder a question asks for: "comment s'appelle le maire de Brast ?", "qui dirige le port ?".

An office is read in one form, whatever the words: who heads the diplomacy is the minister of foreign affairs, who
heads a government its prime minister; English questions are read as French ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.attribution.offices import root
from assistant.answering.selection.who.office_words import HEAD, canonical, in_french
from assistant.language.folding import word_list
from assistant.language.names import gazetteer
from assistant.language.words import positioned_terms, terms
from assistant.retrieval.query import Query

_BE = r"(?:est|sont|était|étaient|serait)"
_DET = r"(?:l[ea]\s|l['’]|son\s|sa\s|leur\s|du\s|the\s)"
_ASKS = re.compile(
    rf"^(?:et\s|mais\s|alors\s|and\s)?(?:(?:comment|comment est-ce que)\s(?:s['’]appel\w+|se nomm\w+|se prénomm\w+)\s"
    rf"|(?:(?:[\w’'-]+\s){{0,4}}?(?:{_BE}|is|was)\s)?(?:[\w’'-]+\s){{0,3}}?(?:nom|name)\s"
    rf"(?:d[eu]\s|of\s|d['’])?|(?:qui|who)\s(?:{_BE}|is|was|are)\s|who['’]s\s|c['’](?:est|était) qui,?\s)"
    rf"(?P<det>{_DET})?(?P<asked>[^?!]+)",
    re.IGNORECASE,
)
_ASKS_LAST = re.compile(
    rf"^(?:et\s|mais\s)?{_DET}(?P<asked>[^?!]+?),?\s(?:c['’](?:est|était) qui|(?:il|elle)\s(?:s['’]appelle|se nomme)"
    rf"\scomment|comment s['’]appel\w+-t-(?:il|elle)|qui est-(?:ce|il|elle))\W*$",
    re.IGNORECASE,
)
_ASKS_FIRST = re.compile(
    rf"^(?:il|elle)\ss['’]appelle\scomment,?\s{_DET}(?P<asked>[^?!]+)|^quel\s(?:est|était)\s{_DET}(?P<same>[^?!]+)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"^(?:et\s|mais\s|and\s)?(?:c['’]est\s)?(?:qui|who)\s(?:qui\s)?(?P<verb>dirige(?:nt|ait)?|préside|présidait|gouverne|commande|commandait|conduit"
    r"|mène|est à la tête|est aux commandes|leads|heads|runs|governs|commands|chairs|rules|is leading|is the head)\s"
    r"(?P<asked>[^?!]+)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:premi(?:er|ère)[ -]ministre|président|ministre|maire|préf[eè]t|porte-parole|roi|reine|pape|gouverneur|pdg)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r",\s|\s(?:qui|que|dont|où|who|that|which|selon|depuis|pendant|lors|après|avant|since|after|when)\s|\s(?:qu|d)['’]après\s"
    r"|\squ['’]|\s(?!délégué|député)\w{3,}(?:é|ée|és|ées)\s(?:par|en|à|au|aux|dans|sur|de|du|pour)\s"
    r"|\s(?!délégué|député)\w{3,}ée?s?\W*$|\s(?:remis|mis|pris|tenu|venu)e?s?\s|\sde\s\d+\sans",
    re.IGNORECASE,
)
"""Where a question goes on to say more of the holder than the office: "placé en garde à vue"."""
_CHIEFS = frozenset("patron president directeur dirigeant pdg chef gerant leader premierministr cheffe".split())
_RULERS = frozenset("president premierministr dirigeant chancelier roi rein emir leader souverain monarqu".split())
_ALSO = {
    "patron": _CHIEFS - {"premierministr"} | {"proprietair", "fondateur"},
    "pdg": frozenset("pdg president directeur patron".split()),
    "chef": _CHIEFS | {"secretair", "general", "commandant"},
    "cheff": _CHIEFS | {"secretair", "general", "commandant"},
    "leader": _CHIEFS,
    "dirigeant": _CHIEFS,
}
_HELD = (
    _CHIEFS
    | _RULERS
    | frozenset(
        "ministr mair prefet gouverneur porteparol secretair pap evequ commandant capitain general colonel ambassadeur"
        " deput senateur procureur entraineur chefetatmajor recteur jug avocat maitr".split()
    )
)
"""Offices of which it is certain that whoever holds them is told beside the office or not at all."""
_KIND = frozenset(
    terms("entreprise société compagnie groupe firme ville commune pays village région parti organisation nation"
          " association république usine maison club")
)  # fmt: skip
"""What kind of thing a body is, which its name alone says too: "la société Alizé"."""
_ANYBODY = frozenset(
    "homm femm suspect auteur assaillant tireur tueur vainqueur gagnant candidat frer soeur fil fill fils per mer mari"
    " epou epous veuv veuf temoin survivant habitant participant militant manifestant attaquant enfant".split()
)
"""Whom an article may name without any such word beside the name."""
_THING = re.compile(
    r"ant$|^(?:secteur|moteur|ordinateur|quotidien|ascenseur|reacteur|tracteur|porteur|quartier|mineur)$"
)
"""Nouns made as those for people are: "le montant", "le restaurant"."""
_SOMEBODY = frozenset("auteur assaillant tireur tueur suspect".split())
_VERBS = dict.fromkeys(("préside", "présidait", "chairs"), frozenset({"president"}))
_COMMANDS = frozenset("commandant general chef colonel capitain amiral chefetatmajor dirigeant patron".split())


@dataclass(frozen=True, slots=True)
class OfficeAsked:
    """An office whose holder is asked for.

    Attributes:
        heads: roots of its noun, any of which will do.
        words: index term of what it is of to the terms that say the same: "Défense", "Brast".
        names: those of ``words`` that are names, of a place or a body.
        other: whether it is an office like it that is asked for: a former one, a vice-president.
        new: whether whoever comes after another is asked for.
        more: index terms of what else the question says of the holder.
        is_anybody: whether it is no office but what somebody did: "l'auteur du rapport".
        is_held: whether no sentence can answer but one that sets a name beside the office.
    """

    heads: frozenset[str]
    words: dict[str, frozenset[str]]
    names: frozenset[str]
    other: bool
    new: bool
    more: frozenset[str]
    is_anybody: bool
    is_held: bool


def holder_asked(query: Query) -> OfficeAsked | None:
    """Return the office whose holder a question asks for; None for any other question."""
    asked = query.text.split(" (")[0].strip(" ?!.\u00a0\u202f")
    return _holder_asked(asked, query)


def _holder_asked(asked: str, query: Query) -> OfficeAsked | None:
    if leads := _LEADS.match(asked):
        return _of_verb(leads["verb"].lower(), leads["asked"], query)
    found = _ASKS.match(asked) or _ASKS_LAST.match(asked) or _ASKS_FIRST.match(asked)
    if found is None:
        return None
    phrase = found["asked"] or found["same"]
    by_name = re.match(r"(?:qui|c['’]est|who)\b", asked, re.IGNORECASE) is None and "qui est" not in asked
    if query.language == "en":
        phrase = in_french(phrase)
    elif found.re is _ASKS and not found["det"] and not by_name and not _ALONE.match(phrase):
        return None  # "qui est responsable de l'escalade", but "qui est président de la France"
    phrase = canonical(phrase)
    cut = _MORE.search(f" {phrase}"[1:])
    phrase, more = (phrase[: cut.start()], phrase[cut.start() :]) if cut else (phrase, "")
    head = HEAD.match(phrase)
    if head is None:
        return None
    noun = root(head["head"])
    if found.re is _ASKS_FIRST and found["same"] and noun not in _HELD:
        return None  # "quel est le montant de l'amende"
    words = _words(phrase[head.end() :], query)
    return OfficeAsked(
        heads=_ALSO.get(noun, frozenset({noun})),
        words=words,
        names=_names(phrase[head.end() :], words),
        other=bool(head["other"]),
        more=frozenset(terms(more)),
        new=bool(head["new"]) or re.search(r"\bnew\b", asked) is not None,
        is_anybody=noun in _SOMEBODY,
        is_held=(noun in _HELD and not more.strip())
        or (by_name and noun not in _ANYBODY and _THING.search(noun) is None),
    )


def _of_verb(verb: str, phrase: str, query: Query) -> OfficeAsked | None:
    """Return whose office it is to head what a question names: a country has a president, an army a commander."""
    phrase = canonical(phrase)
    cut = _MORE.search(phrase)
    phrase, more = (phrase[: cut.start()], phrase[cut.start() :]) if cut else (phrase, "")
    phrase = re.sub(r"^(?:d[eu]s?|of)\s", "", phrase)
    own = set(terms(phrase))
    heads = _VERBS.get(verb, _CHIEFS | {"secretair", "mair"})
    if "diplomat" in own:
        phrase, heads = re.sub(r"diplomatie", "affaires étrangères", phrase), frozenset({"ministr"})
    elif own & {"gouvern"}:
        phrase, heads = re.sub(r"gouvernement", "", phrase), frozenset({"premierministr"})
    elif own & {"arme", "troup", "forc"} or verb.startswith("command"):
        heads = _COMMANDS
    elif own and all(_is_country(term) for term in own):
        heads = _VERBS.get(verb, _RULERS) | {"president"}
    words = _words(phrase, query)
    names = _names(phrase, words)
    return OfficeAsked(
        heads, words, names, False, False, frozenset(terms(more)), False, bool(names) and not more.strip()
    )


def _words(phrase: str, query: Query) -> dict[str, frozenset[str]]:
    """Return the terms of what an office is of, each with the terms that say the same."""
    phrase = re.sub(r"\bUS\b|\bU\.S\.", "USA", phrase)
    phrase = re.sub(r"\b(?:of|the|new|current)\b", " ", phrase)
    own = [term for term in dict.fromkeys(terms(phrase)) if len(term) > 1]
    named = [term for term in own if term not in _KIND]
    ways = {term.term: term.alternatives for term in query.terms}
    return {
        term: frozenset({term, *(other for other, weight in ways.get(term, {}).items() if weight >= _SURE)})
        for term in named or own
    }


_SURE = 0.6


def _names(phrase: str, words: dict[str, frozenset[str]]) -> frozenset[str]:
    written = word_list(phrase)
    capital = {
        term for term, place in positioned_terms(phrase) if place < len(written) and written[place][:1].isupper()
    }
    return frozenset(term for term in words if term.startswith("@") or term in capital)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(gazetteer().metonyms.values())


def _is_country(term: str) -> bool:
    return term in _countries()
