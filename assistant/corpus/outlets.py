"""Names of press outlets, enough to tell "Par Euronews" (who publishes) from "Par Claire" (who signs).

A byline that this does not recognise gives no publisher: an unknown name is never guessed into one.
"""

from __future__ import annotations

import re

from assistant.language.folding import fold

# Folded. General knowledge of the French-speaking and international press.
_OUTLETS = frozenset(
    name.strip()
    for name in """euronews, le monde, le figaro, liberation, le parisien, aujourd'hui en france, les echos, la tribune,
    la croix, l'humanite, l'opinion, mediapart, l'express, le point, l'obs, le nouvel obs, marianne, courrier international,
    paris match, challenges, capital, alternatives economiques, slate, slate.fr, huffpost, le huffpost, le huffington post, 20 minutes, cnews,
    bfmtv, bfm, bfm business, lci, tf1, tf1 info, france 2, france 3, france 5, france 24, franceinfo, france info, france inter,
    france culture, france bleu, ici, rfi, rmc, rtl, europe 1, arte, tv5 monde, tv5monde, m6, public senat, lcp, rtbf, le soir,
    la libre, la libre belgique, la derniere heure, dh, l'echo, l'avenir, rts, rts info, swissinfo, le temps, la tribune de geneve, tribune de geneve,
    24 heures, le devoir, la presse, le journal de montreal, radio-canada, ici radio-canada, tva nouvelles, l'actualite, ouest-france, sud ouest,
    la depeche, la depeche du midi, la voix du nord, le progres, le dauphine libere, nice-matin, var-matin, la provence, midi libre,
    l'independant, l'est republicain, le republicain lorrain, vosges matin, dna, dernieres nouvelles d'alsace, l'alsace, le telegramme,
    presse ocean, la nouvelle republique, centre presse, la montagne, le populaire du centre, paris-normandie, le courrier picard,
    courrier picard, l'union, l'ardennais, charente libre, la republique des pyrenees, corse-matin, le bien public, le journal de
    saone-et-loire, l'equipe, so foot, les inrocks, telerama, politis, reporterre, blast, le monde diplomatique, jeune afrique,
    afrik.com, le matin, l'orient-le jour, l'economiste, hespress, tsa, el watan, liberte, jeuneafrique, sputnik, sputnik france,
    sputnik afrique, rt france, rt, bbc, bbc news, bbc afrique, bbc news afrique, the guardian, the new york times, new york times,
    the washington post, cnn, deutsche welle, dw, al jazeera, voa, voa afrique, la voix de l'amerique, anadolu, trt, trt francais, le journal du dimanche,
    le jdd, jdd, valeurs actuelles, causeur, atlantico, contrepoints, futura, numerama, 01net, le journal du net, clubic, frandroid,
    konbini, brut, loopsider, la gazette des communes, nouvelles d'armenie, armenews, vatican news, novethic, wikinews""".replace("\n", " ").split(",")
)  # fmt: skip
_SHAPE = re.compile(
    r"\b(?:news|infos?|actu(?:alite)?s?|presse|radio|tv|television|journal|gazette|tribune|depeche|courrier|quotidien|hebdo"
    r"|magazine|times|post|telegraph|matin|republicain|echos?|nouvelles|telegramme|herald|daily|chronicle)\b|\w\.(?:fr|com|be|ch|ca|org|net|info)$"
)


def is_outlet(name: str) -> bool:
    """Tell whether a name is, or is formed like, the name of a newspaper, a site or a station."""
    plain = " ".join(fold(name).replace("’", "'").split())
    return plain in _OUTLETS or bool(_SHAPE.search(plain))


def display_name(name: str) -> str:
    """Return the name as printed, with a capital where a site writes itself all in lower case."""
    tidy = " ".join(name.split())
    return tidy[:1].upper() + tidy[1:] if tidy.islower() and "." not in tidy else tidy
