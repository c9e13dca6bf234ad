"""Complements of place in French text: "vers trois gymnases de Torvane", "au large de", "sur un toit", "chez eux"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.answering.selection.when_where.complement import Complement

_HALF = 0.5
_CAPITAL = "[A-ZÀ-ÖØ-ÞĐŁŚŞŠŹŻŽ]"
_NAME = rf"(?:{_CAPITAL}[\w’'-]*(?:[\s-](?:d[eu]s?\s|d[’']|la\s|l[’'])?{_CAPITAL}[\w’'-]*)*)"
_ARTICLE = r"(?:l[ae]s?\s|l[’']\s?|leurs?\s|s(?:a|on|es)\s|ce(?:t|tte|s)?\s|notre\s|nos\s|chaque\s)"
_SOME = (
    r"(?:une?\s|des\s|plusieurs\s|quelques\s|d[’']autres\s|deux\s|trois\s|quatre\s|cinq\s|six\s|sept\s|huit\s|neuf\s"
    r"|dix\s|\d+\s)"
)
_ADJECTIVE = r"(?:(?!d[eu]s?\s|à\s|en\s|la\s|le\s|et\s|ou\s|par\s|pour\s)[a-zà-ÿ-]{3,}\s)"
_NOUN = (
    r"(?:gymnases?|écoles?|collèges?|lycées?|universités?|facultés?|salles?|hôpita(?:l|ux)|cliniques?|stades?|églises?"
    r"|mosquées?|temples?|cathédrales?|synagogues?|tentes?|camps?|hangars?|casernes?|mairies?|gares?|ports?|quais?"
    r"|appartements?|hôtels?|immeubles?|bâtiments?|tours?|maisons?|villas?|domiciles?|logements?|foyers?|chambres?"
    r"|rues?|avenues?|boulevards?|places?|quartiers?|banlieues?|faubourgs?|entrepôts?|chapelles?|laveries?|caves?"
    r"|granges?|fermes?|centres?|campements?|internats?|auberges?|théâtres?|cinémas?|usines?|ateliers?|bureaux?|sièges?"
    r"|palais|tribuna(?:l|ux)|prisons?|ambassades?|consulats?|préfectures?|parlement|assemblée|sénat|commissariats?"
    r"|gendarmeries?|musées?|bibliothèques?|jardins?|parcs?|zoos?|cimetières?|morgues?|parvis|tombes?|toits?|murs?"
    r"|cloisons?|terrasses?|balcons?|escaliers?|couloirs?|tunnels?|ponts?|viaducs?|barrages?|digues?|écluses?"
    r"|routes?|autoroutes?|départementales?|nationales?|chemins?|pistes?|sentiers?|carrefours?|ronds?-points?|péages?"
    r"|parkings?|garages?|aires?|stations?|aéroports?|aérodromes?|héliports?|tarmac|magasins?|supermarchés?|marchés?"
    r"|restaurants?|cafés?|bars?|boutiques?|banques?|centrales?|raffineries?|mines?|carrières?|décharges?|chantiers?"
    r"|terrains?|champs?|prés?|vignes?|forêts?|bois|pinèdes?|garrigues?|massifs?|montagnes?|collines?|vallées?|gorges?"
    r"|cols?|sommets?|versants?|falaises?|grottes?|dunes?|plages?|côtes?|littoral|rivages?|rochers?|criques?|baies?"
    r"|golfes?|détroits?|passes?|mers?|océans?|lacs?|étangs?|rivières?|fleuves?|canaux|canal|cours d[’']eau|berges?"
    r"|rives?|îles?|îlots?|presqu[’']îles?|archipels?|pointes?|caps?|déserts?|plaines?|plateaux?|marais|boue"
    r"|villes?|villages?|hameaux?|communes?|bourgs?|capitales?|localités?|métropoles?|agglomérations?|cités?"
    r"|régions?|provinces?|districts?|départements?|cantons?|territoires?|enclaves?|pays|États?|continents?|frontières?"
    r"|zones?|secteurs?|périmètres?|alentours|environs|abords|périphérie|intérieur|extérieur|étranger"
    r"|sols?|sous-sols?|rez-de-chaussée|étages?|décombres|gravats|ruines|épaves?|cabines?|cales?|soutes?|coffres?"
    r"|voitures?|véhicules?|camions?|bus|cars?|trains?|wagons?|rames?|métros?|avions?|bateaux?|navires?|chalutiers?"
    r"|ferrys?|ferries|canots?|radeaux?|valises?|sacs?|cartons?|placards?|armoires?|tiroirs?|lits?|tables?|box"
    r"|abris?|refuges?|bunkers?|tranchées?|postes?|bases?|fronts?|check-?points?|barrières?|grilles?|portes?|entrées?"
    r"|sorties?|façades?|fenêtres?|cours?|cuisines?|salons?|locaux|plateformes?|préfabriqués?|mobil-homes?|campings?"
    r"|crèches?|maternités?|réanimation|urgences|laboratoires?|blocs?|hospices?|ehpad|résidences?|milieux? \w+)"
)
_AT = (
    r"(?:à|au|aux|en|dans|sur|sous|vers|chez|devant|derrière|entre|jusqu[’']à|jusqu[’']aux?|jusque dans"
    r"|près d[eu’']|proches? d[eu’']|autour d[eu’']|au-dessus d[eu’']|au-dessous d[eu’']|à côté d[eu’']"
    r"|en face d[eu’']|le long d[eu’']|au bord d[eu’']|au pied d[eu’']|au large d[eu’']|au cœur d[eu’']"
    r"|au centre d[eu’']|à l[’'](?:entrée|intérieur|extérieur|arrière|avant|est|ouest) d[eu’']|à la sortie d[eu’']"
    r"|au (?:nord|sud)(?:-est|-ouest)? d[eu’']|aux (?:abords|portes|environs|alentours) d[eu’']|loin d[eu’']"
    r"|à travers|hors d[eu’']|direction|à destination d[eu’']|à bord d[eu’']|au fond d[eu’'])s?"
)
# In order; what an earlier form has read, a later one leaves alone.
_LANDMARK = re.compile(
    r"(?<!\w)(?:au large(?! sourire)|au (?:nord|sud)(?:-est|-ouest)?(?!\w)"
    r"|à l[’'](?:est|ouest|étranger|intérieur|extérieur)(?!\w)"
    r"|à (?:(?:une?|quelques|moins de|plus de|environ|près de)\s)?(?:[\w-]+\s){0,3}(?:km|kilomètres?|mètres?|milles?"
    r"|heures? de (?:route|marche))(?=\s(?:d[eu]|d[’']|au|en|plus|à)|[,.])|par \d+ mètres de fond"
    r"|chez (?:eux|elles?|lui|moi|nous|soi|des \w+|un \w+|une \w+|ses? \w+|leurs? \w+)|à domicile|à bord"
    r"|en (?:pleine )?mer|à terre|en altitude|en ligne de front|dans l[’'](?:eau|est|ouest|océan|enclave)|sur le front"
    r"|hors du pays|à même le sol)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?:,\s|\s)(?:rue|avenue|place|boulevard|quai|chemin|impasse|allée)\s(?:d[eu]s?\s|de la\s|d[’']|l[’'])?[A-ZÉ]\w+"
)
_ROUTE = re.compile(
    rf"(?<!\w)(?:la route|le chemin|la direction)\s(?:d[eu]s?\s|de la\s|de l[’']|d[’'])(?:{_NAME}|{_NOUN}(?!\w))"
    rf"|{_ARTICLE}{_NOUN}(?:\s[a-zà-ÿ-]+)?(?=\soù\s)"
    rf"|(?<=\s)pour\s(?:l[ae]s?\s|l[’'])?{_NAME}(?:\s[a-zà-ÿ]+)?(?=\s*[,.;]|\s(?:après|où|avec|mais|et|lundi|mardi|mercredi|jeudi|vendredi))"
)
_COMMON = re.compile(
    rf"(?<!\w)(?i:{_AT})\s?(?:(?P<article>{_ARTICLE})|(?P<some>{_SOME}))?(?:{_ADJECTIVE}){{0,2}}(?<!\w){_NOUN}(?!\w)"
    rf"(?:(?:\s[a-zà-ÿ-]+)?\s(?:d[eu]s?\s|de la\s|de l[’']|d[’'])?{_NAME}|\s(?:d[eu]s?|de la)\s[a-zà-ÿ-]+)?"
)
_NAMED = re.compile(
    rf"(?<!\w)(?P<how>(?i:{_AT}))\s?(?P<det>{_ARTICLE})?(?P<between>{_ADJECTIVE}{{0,2}})(?P<name>{_NAME})"
)
_OF_NAME = re.compile(
    rf"(?<!\w)(?i:{_AT})\s?(?:{_ARTICLE})?{_ADJECTIVE}(?:d[eu]s?\s|de la\s|de l[’']|d[’'])(?P<name>{_NAME})"
)
_FROM = re.compile(
    rf"(?<!\w)(?P<out>(?:ven(?:ue?s?|ait|aient|ant)|part(?:ie?s?|ait|aient|ant)|originaires?|provenance|provenant|arrivée?s?"
    rf"|échappée?|chassée?s?|échoué|fui|sorti[es]*|quitt\w+)\s(?:[\w’'-]+\s){{0,3}}?)?"
    rf"(?:d[eu]s?\s|de la\s|de l[’']|d[’']|depuis\s)(?:{_ARTICLE}|{_SOME})?"
    rf"(?:{_NOUN}(?!\w)(?:\s(?:d[eu]s?\s|d[’'])?{_NAME})?|{_NAME})"
)
_ABSTRACT = re.compile(
    r"(?i)(?:^en\s|\b(?:cadre|nom|suite|demande|présence|marge|compte|cause|titre|faveur|profit|sein|moyen|cours|lendemain"
    r"|veille|fin|début|communiqué|entretien|lettre|nuit|journée|appel|soir|matin)\s)"
)
_SAYING = re.compile(
    r"(?:déclar|confi|indiqu|dit|expliqu|affirm|assur|précis|demand|appart|reproch|répond)\w*\s(?:\w+\s)?$"
)
_OFFICE = re.compile(
    r"(?:Premi\w+|Présid\w+|Ministre|Mme|M\.|Me|Dr|Pr|Roi|Pape|Dieu|Internet|Twitter|Facebook|X)\b|[A-ZÉ]\."
)
_TWO_NAMES = re.compile(
    r"(?!(?:New|San|Santa|Saint|Sainte|Port|Los|Las|El|Al|La|Le|Les|Fort|Mont|Cap|Rio|Tel|Sao)\b)[\w’'-]+\s[A-Z]"
)


@lru_cache(maxsize=4096)
def place_complements(text: str) -> tuple[Complement, ...]:
    """Return the complements of place of a text, in order of place; they do not overlap.

    A thing that is somewhere is told by a preposition before a place that has a name, or that is one by its kind;
    one of any kind ("dans une gare") says less than one that is known ("à la gare"), and where something comes from
    answers only who asks for that.
    """
    found: list[Complement] = []
    for one in _read(text):
        if one.end > one.start and all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _read(text: str) -> Iterator[Complement]:
    for match in _COMMON.finditer(text):
        yield Complement(match.start(), match.end(), _HALF if _is_any(match) else 1.0, "at")
    for match in _NAMED.finditer(text):
        sure = _of_name(text, match)
        if sure:
            yield Complement(match.start(), match.end(), sure, "at")
    for form in (_LANDMARK, _STREET, _ROUTE):
        for match in form.finditer(text):
            yield Complement(match.start(), match.end(), 1.0, "at")
    for match in _FROM.finditer(text):
        yield Complement(match.start(), match.end(), 1.0 if match["out"] else _HALF, "from")
    for match in _OF_NAME.finditer(text):
        if not _ABSTRACT.search(match.group()):
            yield Complement(match.start(), match.end(), _HALF, "at")


def _is_any(match: re.Match[str]) -> bool:
    """Tell whether a common noun is one of many, with nothing said of which: "dans une gare"."""
    whole = match.group()
    return match["some"] is not None and not re.search(r"[A-ZÉ]", whole[1:]) and not whole.lower().startswith("chez")


def _of_name(text: str, match: re.Match[str]) -> float:
    """Return how surely a preposition before a capital is of place: not before an office, hardly before an acronym."""
    how, name = match["how"].lower(), match["name"]
    if _OFFICE.match(name) or (how in ("à", "au", "aux") and _SAYING.search(text[: match.start()])):
        return 0.0
    unsure = (
        name.isupper()
        or (how == "sur" and not match["det"])
        or (how == "à" and not match["det"] and _TWO_NAMES.match(name))
        or re.match(r"(?:Le|La|Les|L[’'])\s", name)
    )
    return _HALF if unsure else 1.0
