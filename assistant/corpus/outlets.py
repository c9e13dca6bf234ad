"""Names of press outlets, enough to tell "Par Euronews" (who publishes) from "Par Claire" (who signs).

A byline that this does not recognise gives no publisher: an unknown name is never guessed into one.
"""

from __future__ import annotations

import re

from assistant.language.folding import fold

# Folded. General knowledge of the French-speaking and international press.
_NAMES = """
Euronews, Le Monde, Le Figaro, Libération, Le Parisien, Aujourd'hui en France, Les Échos, La Tribune, La Croix,
L'Humanité, L'Opinion, Mediapart, L'Express, Le Point, L'Obs, Le Nouvel Obs, Marianne, Courrier international,
Paris Match, Challenges, Capital, Alternatives économiques, Slate, Slate.fr, HuffPost, Le HuffPost, 20 Minutes, CNews,
BFMTV, BFM, BFM Business, LCI, TF1, TF1 Info, France 2, France 3, France 5, France 24, franceinfo, France Info,
France Inter, France Culture, France Bleu, RFI, RMC, RTL, Europe 1, Arte, TV5 Monde, TV5MONDE, M6, Public Sénat, LCP,
RTBF, Le Soir, La Libre, La Libre Belgique, La Dernière Heure, DH, L'Echo, L'Avenir, RTS, RTS Info, Swissinfo, Le Temps,
Tribune de Genève, 24 heures, Le Devoir, La Presse, Le Journal de Montréal, Radio-Canada, TVA Nouvelles, L'actualité,
Ouest-France, Sud Ouest, La Dépêche, La Dépêche du Midi, La Voix du Nord, Le Progrès, Le Dauphiné libéré, Nice-Matin,
Var-Matin, La Provence, Midi libre, L'Indépendant, L'Est républicain, Le Républicain lorrain, Vosges Matin, DNA,
Dernières Nouvelles d'Alsace, L'Alsace, Le Télégramme, Presse Océan, La Nouvelle République, Centre Presse, La Montagne,
Le Populaire du Centre, Paris-Normandie, Courrier picard, L'Union, L'Ardennais, Charente libre, Corse-Matin,
La République des Pyrénées, Le Bien public, Le Journal de Saône-et-Loire, L'Équipe, So Foot, Les Inrocks, Télérama,
Politis, Reporterre, Blast, Le Monde diplomatique, Jeune Afrique, Afrik.com, Le Matin, L'Orient-Le Jour, L'Économiste,
Hespress, TSA, El Watan, Liberté, Sputnik, Sputnik France, Sputnik Afrique, RT, RT France, BBC, BBC News, BBC Afrique,
BBC News Afrique, The Guardian, The New York Times, The Washington Post, CNN, Deutsche Welle, DW, Al Jazeera, VOA,
VOA Afrique, TRT, TRT Français, Le Journal du Dimanche, Le JDD, Valeurs actuelles, Causeur, Atlantico, Contrepoints,
Futura, Numerama, 01net, Le Journal du Net, Clubic, Frandroid, Konbini, Brut, Loopsider, La Gazette des communes,
ici, Le Courrier de l'Ouest, Le Maine libre, L'Yonne républicaine, Le Berry républicain, Le Journal du Centre,
L'Éveil de la Haute-Loire, La République du Centre, L'Écho républicain, La Marseillaise, L'Est éclair, Actu.fr,
Usine nouvelle, L'Usine nouvelle, La Vie, Le Pèlerin, Pèlerin, Le Courrier des Balkans,
Nouvelles d'Arménie, Armenews, Vatican News, Novethic, Wikinews, Politico, Financial Times, Der Spiegel, El País
"""
# Houses that own several titles; their name in a footer or under a photograph is not the title's.
_COMPANIES = frozenset(
    """france televisions|radio france|france medias monde|bayard presse|bayard|groupe bayard|groupe figaro|ebra
groupe ebra|sipa ouest-france|publihebdos|centre france|groupe centre france|groupe m6|groupe tf1|cmi france
prisma media|reworld media|rossel|groupe rossel|rossel la voix|ipm|ipm group|groupe la depeche|la depeche du midi groupe
altice media|nextradiotv|groupe le monde|societe editrice du monde|groupe les echos-le parisien|les echos-le parisien
groupe sud ouest|groupe sipa|tamedia|tx group|ringier|mediahuis|dpg media|ssr|nrj group|lagardere news|groupe l'express
groupe express-roularta|groupe canal+|groupe telegramme|groupe la provence|vivendi|arte geie|gie""".replace(
        "\n", "|"
    ).split("|")
)
# A station or an edition named after its region: "France Bleu Isère".
_REGIONAL = re.compile(
    r"(?P<root>ici|[Ff]rance [Bb]leu|[Ff]rance 3|BFM|RCF|France 3 Régions)(?: [A-ZÀ-Þ][\w'’-]*){1,4}"
)
_OUTLETS = {fold(name): name for name in (" ".join(part.split()) for part in _NAMES.split(","))}
_BY_HOST = {re.sub(r"[^a-z0-9]", "", plain): name for plain, name in _OUTLETS.items() if len(plain) > 2}
_SHAPE = re.compile(
    r"\b(?:news|infos?|actu(?:alite)?s?|presse|radio|tv|television|journal|gazette|tribune|depeche|courrier|quotidien|hebdo"
    r"|magazine|times|post|telegraph|matin|republicain|echos?|nouvelles|telegramme|herald|daily|chronicle)\b|\w\.(?:fr|com|be|ch|ca|org|net|info)$"
)
_SERVICE = re.compile(r"[ -](?:infos?|informations?|actu|actualites?|international|monde|fr|en direct)$")
# "Le pont fermera - Journal": a headline with the outlet's name after it.
HEADLINE_SUFFIX = re.compile(r"(?P<title>.{15,}?)\s[-–—|]\s(?P<name>[^-–—|]{2,40})")


def is_outlet(name: str) -> bool:
    """Tell whether a name is, or is formed like, the name of a newspaper, a site or a station."""
    plain = " ".join(fold(name).split())
    return plain in _OUTLETS or bool(_SHAPE.search(plain))


def is_known(name: str) -> bool:
    """Tell whether a name is, to the word, that of an outlet of the list."""
    plain = _without_service(" ".join(fold(name).split()))
    if _REGIONAL.fullmatch(" ".join(name.split())):
        return True
    return plain in _OUTLETS or re.sub(r"\.(?:fr|com|be|ch|ca|org|net)$|[^a-z0-9.]", "", plain) in _BY_HOST


def _without_service(plain: str) -> str:
    """Return the name of an outlet of the list without what its site adds: "tv5monde info" is "tv5monde"."""
    root = _SERVICE.sub("", plain)
    return plain if plain in _OUTLETS or root not in _OUTLETS else root


def is_company(name: str) -> bool:
    """Tell whether a name is that of a house that owns several titles, not of a title."""
    return " ".join(fold(name).split()) in _COMPANIES


def outlet_of(url: str) -> str | None:
    """Return the outlet of the list whose name is the host's ("https://www.lemonde.fr/..."), None for other hosts."""
    host = re.match(r"https?://(?:www\.|m\.)?([a-z0-9-]+)\.[a-z]{2,4}(?:[/:?#]|$)", url.lower())
    return _BY_HOST.get(host.group(1).replace("-", "")) if host else None


def display_name(name: str) -> str:
    """Return the name as printed; one all in capitals or opening in lower case, as the list writes it."""
    tidy = " ".join(name.split())
    regional = _REGIONAL.fullmatch(tidy)
    if regional and regional["root"] == "ici":
        return tidy
    if fold(tidy) != (root := _without_service(fold(tidy))):
        return _OUTLETS[root]
    usual = _OUTLETS.get(fold(tidy))
    if usual is not None and (usual == "ici" or (len(tidy) > 5 and tidy.isupper()) or tidy[:1].islower()):
        return usual if usual == "ici" else usual[:1].upper() + usual[1:]
    return tidy[:1].upper() + tidy[1:] if tidy.islower() and "." not in tidy else tidy
