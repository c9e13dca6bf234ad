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
Nouvelles d'Arménie, Armenews, Vatican News, Novethic, Wikinews, Politico, Financial Times, Der Spiegel, El País
"""
_OUTLETS = {fold(name): name for name in (" ".join(part.split()) for part in _NAMES.split(","))}
_BY_HOST = {re.sub(r"[^a-z0-9]", "", plain): name for plain, name in _OUTLETS.items() if len(plain) > 2}
_SHAPE = re.compile(
    r"\b(?:news|infos?|actu(?:alite)?s?|presse|radio|tv|television|journal|gazette|tribune|depeche|courrier|quotidien|hebdo"
    r"|magazine|times|post|telegraph|matin|republicain|echos?|nouvelles|telegramme|herald|daily|chronicle)\b|\w\.(?:fr|com|be|ch|ca|org|net|info)$"
)


def is_outlet(name: str) -> bool:
    """Tell whether a name is, or is formed like, the name of a newspaper, a site or a station."""
    plain = " ".join(fold(name).split())
    return plain in _OUTLETS or bool(_SHAPE.search(plain))


def is_known(name: str) -> bool:
    """Tell whether a name is, to the word, that of an outlet of the list."""
    plain = " ".join(fold(name).split())
    return plain in _OUTLETS or re.sub(r"\.(?:fr|com|be|ch|ca|org|net)$|[^a-z0-9.]", "", plain) in _BY_HOST


def outlet_of(url: str) -> str | None:
    """Return the outlet of the list whose name is the host's ("https://www.lemonde.fr/..."), None for other hosts."""
    host = re.match(r"https?://(?:www\.|m\.)?([a-z0-9-]+)\.[a-z]{2,4}(?:[/:?#]|$)", url.lower())
    return _BY_HOST.get(host.group(1).replace("-", "")) if host else None


def display_name(name: str) -> str:
    """Return the name as printed, with a capital where a site writes itself all in lower case."""
    tidy = " ".join(name.split())
    return tidy[:1].upper() + tidy[1:] if tidy.islower() and "." not in tidy else tidy
