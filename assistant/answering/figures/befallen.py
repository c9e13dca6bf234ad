"""What befell those whom a number counts: told by their noun, by the verb after them, or by what governs them."""

from __future__ import annotations

import re

from assistant.answering.figures.words import KINDS, anyone, civilians, kind_of, people
from assistant.language.number_words import FRENCH
from assistant.language.words import terms
from assistant.types import Counted

_VERB = re.compile(
    r"^[^,;:.()]*?\s(?:(?:ont|a|avaient|avait|auraient|aurait|ayant)\s(?:\w+\s){0,2}?"
    r"(?P<active>péri|perdu la vie|donné (?:leur|sa) vie|trouvé la mort|laissé (?:leur|la) vie|succombé|disparu|fui"
    r"|quitté|dû (?:fuir|quitter)"
    r"|été\s(?:\w+\s){0,2}?\w+)"
    r"|(?:n[’'])?(?:sont|est|étaient|était|seraient|serait|soient)\s(?:\w+\s){0,2}?"
    r"(?P<being>mort\w*|décédé\w*|tombé\w*|blessé\w*"
    r"|porté\w* disparu\w*|tué\w*|arrêté\w*|déplacé\w*))(?!\w)",
    re.IGNORECASE,
)
_LISTED = re.compile(rf",\s(?=(?:\d|(?:{'|'.join(FRENCH.units)})\s))")
APART = re.compile(
    r"\([^)]*\)|,\s(?:dont|parmi lesquels|parmi lesquelles|y compris|en majorité|pour la plupart)\s[^,;:.]*,"
)
"""What stands between those counted and their verb: "treize personnes, dont quatre enfants, ont été tuées"."""
_WHO_THEY_ARE = re.compile(
    r"^(?P<of>\s(?:d[’']entre (?:eux|elles)|autres))?,\s[^;:.()]*?,(?=\s(?:ont|sont|a|est|étai|avai|serai|aurai)\w*\s)"
)
"""« Deux d'entre elles, un pêcheur et sa petite-fille, sont mortes »."""
_GOVERNS = re.compile(
    r"(?<!\w)(?:(?P<killed>(?:la )?mort d[e’']|(?:coût\w+|ôt\w+) la vie (?:à|d[e’'])|tuant|tués?|tuent|tue"
    r"|perdu|perd(?!\w)|perdent|abattu|éliminé|neutralisé|le décès d[e’'])|(?P<wounded>bless(?:ant|é|és))"
    r"|(?P<missing>la disparition d[e’'])"
    r"|(?P<displaced>(?:chassé|délogé)(?: de chez (?:eux|elles|soi))?|jeté (?:sur les routes|à la rue)"
    r"|(?:l[’']évacuation|le déplacement) d[e’']|évacu(?:er|é)|fait partir|déplac(?:ant|é))"
    r"|(?P<arrested>(?:l[’']arrestation|l[’']interpellation) d[e’']|arrêté|interpellé))\s*(?:\S+\s){0,2}$",
    re.IGNORECASE,
)
_TO_FLEE = re.compile(
    r"(?<!\w)(?:jet|pouss|chass|contrain|forc|oblig)\w*\s(?:\S+\s){0,2}$"  # "a jeté 310 000 personnes sur les routes"
)
_FLEEING = re.compile(
    r"^[^,;:.]*?\s(?:sur les routes|à fuir|à quitter|à l[’'](?:exode|exil)|hors de chez)", re.IGNORECASE
)
_OUTDOORS = re.compile(
    r"^[^,;:.]*?\s(?:dorm\w+ dehors|(?:sont|est) (?:\w+ )?(?:sans|privée?s? de) (?:toit|abri|logement))"
)
_NOT_FOUND = re.compile(
    r"^(?:(?!\set\s)[^,;:.()])*?\s(?:(?:rest|demeur)\w+\s(?:\w+\s){0,2}?"
    r"(?:introuvables?|porté\w* disparu\w*|disparu\w*|recherché\w*|sans nouvelles|à retrouver)"
    r"|manqu\w+\s(?:\w+\s){0,2}?à l[’']appel|(?:sont|étaient|est|était) (?:toujours|encore|activement) "
    r"(?:\w+ )?(?:recherché\w*|introuvables?|manquante?s?)"
    r"|n[’'](?:ont|a|avaient|avait) (?:toujours |encore )?(?:pas|jamais|point)(?: encore)? (?:pu être|été) "
    r"(?:retrouvé|repêché|localisé)\w*)(?!\w)",
    re.IGNORECASE,
)
_NO_NEWS = re.compile(
    r"(?<!\w)(?:sans (?:aucune )?nouvelles?|recherch\w+ (?:toujours|encore)) d[e’']\s*$", re.IGNORECASE
)
"""« Trois personnes restaient introuvables », « on est sans nouvelles de douze pêcheurs »."""
_LEFT_DEAD = re.compile(r"(?<!\w)laiss\w+\s(?:\S+\s){0,2}$", re.IGNORECASE)
_ON_THE_FIELD = re.compile(
    r"^[^,;:.]*?\s(?:sur le (?:terrain|carreau|champ de bataille)|derrière \w+)(?!\w)", re.IGNORECASE
)
_LOSS_OF = re.compile(r"(?<!\w)(?:la perte|l[’']ensevelissement) d[e’']\s*(?:\S+\s){0,2}$", re.IGNORECASE)
_TOOK_THE_ROAD = re.compile(
    r"^[^,;:.]*?\s(?:a|ont|avait|avaient) (?:\w+ )?pris (?:la route|le chemin) (?!d[ue] (?:travail|retour))",
    re.IGNORECASE,
)
_NO_PEOPLE = re.compile(
    r"(?:drones?|avions?|hélicoptères?|chars?|blindés|véhicules?|missiles?|navires?|arbres?|animaux|bêtes|têtes|bovins"
    r"|vaches|moutons|brebis|chevaux|porcs|volailles|oiseaux|chamois|cerfs|sangliers|chèvres|ovins|caprins|canards|poulets|chiens|chats|bœufs|ruches|poissons|tortues|dauphins|emplois|postes)(?!\w)",
    re.IGNORECASE,
)
"""What is shot down, lost or perishes and is nobody."""


def befallen(text: str, counted: str, before: str, after: str) -> Counted | None:
    """Tell what befell those counted: by their noun, by the verb after them, or by what governs them."""
    if _NO_PEOPLE.match(counted):
        return None
    own = kind_of(counted)
    if own is not None:
        return own
    # "40 soldats (des appelés), deux civils et un enfant ont péri": the verb is of all of them.
    after = _WHO_THEY_ARE.sub(r"\g<of>", after)
    verb = _VERB.match(_LISTED.sub(" ", APART.sub(" ", after)))
    if verb is not None and (done := kind_of(verb["active"] or verb["being"])) is not None:
        return done
    if _NOT_FOUND.match(f" {after}") or _NO_NEWS.search(before):
        return "missing"
    if _are_people(counted) and (lost := _lost_or_fled(before, after)):
        return lost
    if _OUTDOORS.match(after) or (_TO_FLEE.search(before) and _FLEEING.match(after)):
        return "displaced"
    clause = re.sub(r"[«»“”\"]\s?", "", re.split(r"[;:]|,\s(?:mais|alors|tandis)", before)[-1])
    governing = _GOVERNS.search(clause)
    if governing is not None:
        return next(kind for kind in KINDS if governing.groupdict().get(kind))
    return None


_JOINT = re.compile(
    r"^[^,;:.()\d]*?\s(?:(?:morts?|tués|décès|décédés|victimes|péri|tué|tuées|mortes) (?P<too>et|ou) (?:de |d[’'])?"
    r"(?P<other>(?:portée?s? )?dispar\w*|bless\w*)"
    r"|(?P<first>disparu\w*) (?:et|ou) (?:de |d[’'])?(?:morts?|tués))(?!\w)",
    re.IGNORECASE,
)


def joint(after: str) -> frozenset[Counted]:
    """Return what befell those counted where it is several things: "115 morts et disparus"; empty else.

    Args:
        after: what follows the number, up to the next.
    """
    match = _JOINT.match(f" {after}")
    if match is None:
        return frozenset()
    other = match["other"] or match["first"]
    return frozenset({"killed", "wounded" if other.lower().startswith("bless") else "missing"})


def _are_people(counted: str) -> bool:
    """Tell whether people are counted, of whatever kind."""
    return not (anyone() | civilians() | people()).isdisjoint(terms(counted))


def _lost_or_fled(before: str, after: str) -> Counted | None:
    """Read what says so only of people: "la perte de 18 combattants", "ont pris la route"."""
    if _LOSS_OF.search(before) or (_LEFT_DEAD.search(before) and _ON_THE_FIELD.match(after)):
        return "killed"
    return "displaced" if _TOOK_THE_ROAD.match(after) else None
