"""The words of tolls, counts and amounts: what is counted, in what unit, and who is meant by "people"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from assistant.language import lexicon
from assistant.language.words import terms
from assistant.types import Counted

_FORMS: tuple[tuple[Counted, str], ...] = (
    ("killed", r"morte?s?|tu(?:é|ée|és|ées|ant|er)|décès|décédé\w*|péri|périssent|perdu la vie"
               r"|donné (?:leur|sa) vie|laissé (?:leur|la) vie|défunte?s?|martyre?s?|trouvé la mort|victimes?"
               r"|vies? humaines?|la vie|succombé|tombés|abattus|perdu|perdus|pertes|killed|dead|died|deaths?|die"
               r"|victims?|fatalities|casualties|death toll|lost|lives"),
    ("wounded", r"bless(?:é|ée|és|ées|ant|er|ures?)|wounded|injured|injuries"),
    ("missing", r"disparue?s?|portées? disparue?s?|introuvables?|sans nouvelles|manquent à l[’']appel|missing"),
    ("displaced", r"déplacé\w*|réfugié\w*|sinistré\w*|évacué\w*|sans[- ]abri|sans[- ]toit|exilé\w*|fui|fuir"
                  r"|quitté|quitter|sur les routes|exode|displaced|homeless|refugees?|fled"),
    ("arrested", r"arrêté\w*|interpellé\w*|arrestations?|interpellations?|gardes? à vue|incarcéré\w*|arrested"
                 r"|detained|arrests?"),
)  # fmt: skip
KINDS: Mapping[Counted, re.Pattern[str]] = {
    kind: re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE) for kind, form in _FORMS
}
"""What happened to those counted, in French and in English."""
_CORPSES = re.compile(r"^(?:corps(?! d[e’'\s]{1,2}(?:armée|métier))|cadavres?|dépouilles?|bodies)(?!\w)", re.IGNORECASE)

TOLL = re.compile(r"(?<!\w)(?:bilans?|pertes|toll|casualties|losses)(?!\w)", re.IGNORECASE)
"""Words that ask for a toll, whatever it holds."""

UNIT = re.compile(
    r"^[ \u00a0\u202f]?(?:(?P<percent>%|pour ?cent|points? de pourcentage)"
    r"|(?P<money>(?:de |d[’'])?(?:euros?|dollars?(?: (?:américains|US|canadiens))?|livres sterling|roubles"
    r"|francs(?: CFA)?|yens|yuans|drams|manats|roupies|pesos|couronnes|dirhams|dinars|rials|shekels|zlotys|hryvnias"
    r"|nairas|birrs?|shillings|rands|wons|roupiahs|reais|€|\$|£|USD|EUR))"
    r"|(?P<measure>(?:de )?(?:kilomètres?(?: carrés)?|km²?"
    r"|mètres?(?: (?:carrés|cubes))?|(?:milli|centi)mètres?|[cm]m|m²?|hectares?|tonnes?|kilos?|litres?|degrés|°C?"
    r"|barils|heures?|minutes?|jours?|semaines?|mois|ans|années)))(?!\w)",
    re.IGNORECASE,
)
"""What stands right after a number and tells what it measures."""

MONEY_BEFORE = re.compile(r"[€$£]\s?$")

_PEOPLE = (
    "soldat combattant enfant mineur femme policier pompier passager otage rebelle milicien secouriste médecin élève"
    " terroriste assaillant kamikaze étudiant touriste ouvrier gendarme agent journaliste civil manifestant randonneur"
    " humanitaire prisonnier"
)
_WITH_SYNONYMS = "soldat civil police"
_SAME_PEOPLE = ("soldat militaire combattant troupe conscrit", "civil", "policier gendarme", "enfant mineur")
_FATES: tuple[tuple[str, str], ...] = (
    ("homeless", r"sans[- ]abri|sans[- ]toit|dehors|homeless"),
    ("evacuated", r"évacu\w*"),
    ("refugee", r"réfugié\w*|refugees?"),
    ("stricken", r"sinistré\w*"),
)
_FATE_FORMS = tuple((fate, re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE)) for fate, form in _FATES)
_CIVILIANS = "civil habitant villageois riverain passant"
_ALSO_CALLED: tuple[tuple[str, str], ...] = (
    ("survivant survivants", "rescapé rescapés rescapées"),
    ("malade malades contaminé contaminés", "cas contamination contaminations infecté infectés"),
    ("train trains", "liaison liaisons rame rames"),
    ("emploi emplois poste postes", "emploi emplois poste postes licenciement licenciements"),
    ("maison maisons logement logements", "maison maisons logement logements habitation habitations pavillons"),
    ("prisonnier prisonniers", "détenu détenus captif captifs"),
    ("détenu détenus", "prisonnier prisonniers"),
)
_ALSO_SAID: tuple[tuple[str, str], ...] = (
    ("survécu", "rescapé rescapés rescapées secouru secourus secourues repêché repêchés repêchées indemne indemnes"),
    ("vacciné vaccinés vaccinées", "dose doses injection"),
)
"""What is asked for by one word and told by another: trains as "liaisons", those vaccinated as given "une dose"."""
_ANYONE = "personne gens homme vie individu people person"
_PLACES = "localité village ville quartier maison logement école hôpital commune bâtiment immeuble"


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Return the index terms of kinds of people, who are counted apart: soldiers are not civilians."""
    named = {term for word in _PEOPLE.split() for form in (word, f"{word}s") for term in terms(form)}
    alike = {other for term in terms(_WITH_SYNONYMS) for other in lexicon.synonyms(term)}
    return frozenset((named | alike) - anyone() - places())


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, str]:
    return {
        term: terms(group)[0]
        for group in _SAME_PEOPLE
        for word in group.split()
        for form in (word, f"{word}s")
        for term in terms(form)
    }


def classes_of(named: Iterable[str]) -> frozenset[str]:
    """Return kinds of people with one term for those that are the same: "militaires" are "soldats"."""
    return frozenset(_classes().get(term, term) for term in named)


def fate_of(words: str) -> str | None:
    """Return which of those who lost their home words speak of; None for the displaced at large and for others.

    Those without a roof, the evacuated and the refugees are counted apart from all the displaced.
    """
    return next((fate for fate, form in _FATE_FORMS if form.search(words)), None)


@lru_cache(maxsize=1)
def anyone() -> frozenset[str]:
    """Return the index terms that count people without telling which."""
    return frozenset(terms(_ANYONE))


@lru_cache(maxsize=1)
def civilians() -> frozenset[str]:
    """Return the index terms of those who are civilians without being called so: "neuf habitants"."""
    return frozenset(terms(_CIVILIANS))


def also_called(said: Iterable[str], *, predicate: bool = False) -> frozenset[str]:
    """Return terms of a text with those of a question that they may answer: "liaisons" with trains.

    Args:
        said: index terms.
        predicate: whether they tell what people did or underwent, not what is counted.
    """
    own = frozenset(said)
    return own.union(*(asked for asked, told in _told_by(predicate) if not told.isdisjoint(own)))


@lru_cache(maxsize=2)
def _told_by(predicate: bool) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = _ALSO_SAID if predicate else _ALSO_CALLED
    return tuple((frozenset(terms(asked)), frozenset(terms(told))) for asked, told in pairs)


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Return the index terms of what can be evacuated or destroyed but not displaced."""
    return frozenset(terms(_PLACES))


def is_of_corpses(counted: str) -> bool:
    """Tell whether bodies are counted, which are dead but rarely the toll: "après la découverte de huit corps"."""
    return _CORPSES.match(counted) is not None


def kind_of(words: str) -> Counted | None:
    """Return what the first telling word of a phrase says of those counted; None when none tells."""
    if is_of_corpses(words):
        return "killed"
    found = [(match.start(), kind) for kind, form in KINDS.items() if (match := form.search(words))]
    return min(found)[1] if found else None
