"""Who counts: a body that recenses, puts or keeps a toll at a figure gives that figure, as surely as one that says it.

« La direction compte 38 % de grévistes », « La CGM s'en tient à 79 % », « La préfecture a ramené le bilan à 24 morts »
are the direction's, the union's and the prefecture's; « La ville compte 9 000 habitants » is nobody's.
"""

from __future__ import annotations

import re

from assistant.answering.attribution.offices import HUMAN
from assistant.answering.attribution.quotations import inside_quote
from assistant.answering.attribution.said import NOBODY, Said
from assistant.answering.attribution.saying_words import NEGATED, NOT_SPEAKING, PRONOUN_BEFORE, RELATIVE
from assistant.answering.attribution.subjects import clean, is_finding, subject_before, without_auxiliaries

_BOUND = (
    r"(?:(?:au moins|plus d[e’']|près d[e’']|moins d[e’']|environ|quelque|autour d[e’']|un peu plus d[e’']|jusqu[’']à"
    r"|entre|à peine|pas moins d[e’']|encore|déjà|désormais|seulement|d[e’'])\s?)*"
)
_WORDS = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    r"|cinquante|soixante|septante|quatre-vingts?|nonante|cent|mille)(?:[- ](?:et[- ])?\w+)?"
)
_NUMBER = (
    rf"[«“]?\s?{_BOUND}(?:\d[\d\s]*(?:,\d+)?|{_WORDS}|une? (?:dou|quin|ving|tren|quaran|cinquan|soixan|di|cen)\w*aine"
    r"|un millier|(?:des|plusieurs) (?:dizaines|centaines|milliers)|aucune?)(?!\w)"
)
_AMONG = (
    r"(?:,?\s(?:(?:de|pour) (?:son|sa|leur) (?:côté|part)|quant à (?:lui|elle|eux|elles)|lui|elle|eux|elles|aussi|déjà"
    r"|désormais|également|à présent|toujours|encore|ce (?:jour|soir|matin)(?:-là)?|au total|en tout|à (?:lui"
    r"|elle) seule?"
    r"|officiellement|provisoirement|\w+ment|la veille|hier|dans (?:un|son) \w+|(?:lun|mar|mercre|jeu|vendre|same)di"
    r"(?: (?:matin|midi|soir))?|dimanche(?: (?:matin|midi|soir))?|pas|plus|en|que|qu[’'])(?=[\s,’']),?)*\s?"
)
# What is counted of an event, unlike inhabitants, members or beds.
_OF_EVENT = (
    r"(?:\s(?:\w+\s){0,2}?(?:morts?|mortes|décès|tué|bless|dispar|victimes?|cas|malades?|contamin|infect|hospitalis"
    r"|déplac|réfugi|sinistr|évacu|rescap|gréviste|manifestant|participant|foyers?|interpell|arrest|arrêt|incidents?"
    r"|incendies?|corps|maisons?|logements?|bâtiments?|hectares?|soldats?|combattants?|civils?|otages?|prisonniers?"
    r"|plaintes?|clients? privé|abonnés privé)\w*|\s?%)"
)
_TOLL = r"(?:bilan|nombre|chiffres?|total|décompte|estimation|évaluation|facture|pertes?)"
_EVALUATED = r"(?:[^;:.«»“”]{0,80}?)\s(?:à|entre|de)\s?"
VERB = re.compile(
    r"(?<!\w)(?:"
    rf"(?P<gives>(?:recens|dénombr|avan[cç]|revendiqu|évoqu)"
    rf"(?:ai(?:t|ent)|e|ent|t|nent|é|u)(?={_AMONG}(?:{_NUMBER}|(?:le|un)(?: \w+){{0,2}} (?:bilan|chiffre|total))))"
    rf"|(?P<finds>(?:rel[eè]v|retien|reten)(?:ai(?:t|ent)|e|ent|t|nent|é|u)"
    rf"(?={_AMONG}{_NUMBER}(?:{_OF_EVENT}|\s(?:causes?|hypothèses?|pistes?|scénarios?|raisons|facteurs|facteur))"
    rf"|\s(?:le|un)"
    r"(?: \w+){0,2} (?:bilan|chiffre|total)))"
    rf"|(?P<values>(?:évalu|chiffr|estim)(?:ai(?:t|ent)|e|ent|é)(?={_EVALUATED}{_NUMBER}))"
    r"|(?P<keeps>maintien(?:t|nent)|maintenu|maintenai(?:t|ent))"
    rf"(?=\s(?:que\b|qu[’']|(?:son|ses|leurs?|ce|cette|le) (?:\d|{_TOLL})))"
    rf"|(?P<stays>s[’']en (?:tien(?:t|nent)|tenai(?:t|ent))|en (?:res|es|étai|son|étaien)t?(?:e|ent|ait)?"
    rf"(?: restée?s?)?)(?={_AMONG} ?à {_NUMBER})"
    rf"|(?P<reaches>(?:arriv|about)(?:e|ent|it)|parvien(?:t|nent))(?={_AMONG} ?à {_NUMBER}(?:{_OF_EVENT}"
    rf"|\smilli(?:on|ard)s))"
    r"|(?P<sets>(?:port|ramèn|abaiss|révis|corrig|rehauss)(?:e|ent|ait|eait)|(?:port|ramen|abaiss|révis|corrig"
    rf"|rehauss|relev)é|revu|revoi(?:t|ent))(?=[^;:.«»“”]{{0,70}}\s(?:le |son |leur |l[’']|ce ){_TOLL})"
    rf"|(?P<counts>compt(?:ai(?:t|ent)|e|ent|é)(?={_AMONG}{_NUMBER}(?:{_OF_EVENT})))"
    rf"|(?P<of_it>(?<=en )compt(?:ai(?:t|ent)|e|ent)|(?<=en a )compté|(?<=en ont )compté)(?={_AMONG}{_NUMBER})"
    r")(?!\w)"
)
"""A verb by which somebody gives a figure; ``counts`` and ``of_it`` do only of who counts what others live."""
SET_BY = re.compile(
    rf"(?<!\w)(?:{_TOLL}[^;:.]{{0,90}}? (?:été|est|était) (?:\w+ment )?(?:abaiss|ramen|port|rev|révis|fix|arrêt|établ"
    rf"|corrig|rehauss|relev)(?:é|u|i)e?s?|(?:évalu|estim|chiffr)ée?s? (?:à|entre) )[^;:.«»“”]{{0,60}}? par\s"
    r"((?:l[ea]s?\s|l[’']|une?\s|des\s|son\s|sa\s|[A-ZÉ])[^,;:.«»“”()]+)"
)
TOLL_OF = re.compile(
    rf"(?<!\w){_TOLL} (?:que|qu[’'])\s?((?:l[ea]s?\s|l[’']|une?\s|[A-ZÉ])[^,;:.«»“”()]+?) (?:a|ont|avait|avaient) "
    r"(?:\w+ )?(?:arrêté|donné|communiqué|avancé|retenu|publié|annoncé|établi|dressé)(?!\w)"
)
# "N'en compte que 31 %": what follows is given all the same.
_STRIKE = re.compile(r"grévistes|manifestants")
_BARE_NAME = re.compile(r"(?:L[ea]s?\s|L[’'])?[A-ZÉÈÎ][\w’-]*[a-zéè]$")
_NOT_BUT = re.compile(r"\s(?:ne|n[’'])\s?$")
_BODY = re.compile(
    r"(?<!\w)(?:direction|ministères?|préfectures?|mairie|police|gendarmerie|gendarmes|parquet|(?:inter)?syndica\w+"
    r"|associations?|ONG|collectif|(?:con)?fédération|union|comité|commission|autorités?|agence|observat\w+|office"
    r"|institut|organisation|organisateurs|croix-rouge|protection civile|secours|secouristes|pompiers|services?"
    r"|gestionnaire|opérateur|maire|élue?|préfète?|gouverneur\w*|porte-parole|ministre|présidente?|directeur|directrice"
    r"|médecins?|chef\w*|procureure?|historienn?e?s?|armée|état-major|ligue|assureurs?|chambre|rectorat|inspection"
    r"|gouvernement|opposition|parti|coalition|haut-commissariat|secrétaire|délégué\w*|avocat\w*|fondation|bureau"
    r"|cabinet|caisse|cellule|décompte|docteur\w*|équipes?)(?!\w)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"^(?:[Ll][ea]s?\s|[Ll][’'])?[A-ZÉ]{2,}[A-Za-zÉé]*\b|\([A-ZÉ]{2,}")
_SOMEBODY = re.compile(rf"^(?:[Ll][ea]\s|[Ll][’']|[Uu]ne?\s|[Ss]on\s|[Ss]a\s)(?:ancien(?:ne)?\s)?{HUMAN}(?!\w)")
_PERSON = re.compile(r"^(?!L[ea]s? |L[’'])(?:MM?\.|Mme|[A-ZÉÈÎ][\w’-]+)\s[A-ZÉÈÎ][\w’-]+")


def said_in_figures(sentence: str) -> tuple[Said, int]:
    """Return who gives a figure by a verb of counting, and where that verb stands."""
    for verb in VERB.finditer(sentence):
        place = verb.start()
        if inside_quote(sentence, place) or _is_no_giving(sentence, verb):
            continue
        bare, _ = without_auxiliaries(_NOT_BUT.sub(" ", sentence[:place]))
        if before := PRONOUN_BEFORE.search(bare):
            return Said(pronoun=before.group(1).lower()), place
        giver = subject_before(bare)
        if giver and _may_count(giver, verb) and not is_finding(giver):
            return Said(giver), place
    for pattern in (SET_BY, TOLL_OF):
        if (by := pattern.search(sentence)) and not inside_quote(sentence, by.start()):
            return Said(clean(by.group(1))), by.start()
    return NOBODY, 0


def _is_no_giving(sentence: str, verb: re.Match[str]) -> bool:
    """Tell whether a verb is negated, a passive, a participle without its auxiliary, or of a relative clause."""
    head = sentence[: verb.start()]
    bare, has_auxiliary = without_auxiliaries(_NOT_BUT.sub(" ", head))
    participle = verb.group().endswith(("é", "u")) and not verb.group("stays") and not has_auxiliary
    refused = NEGATED.search(head) or NOT_SPEAKING.search(head) or RELATIVE.search(bare)
    return participle or refused is not None


def _may_count(giver: str, verb: re.Match[str]) -> bool:
    """Tell whether who is before such a verb gives the figure: a town that "compte" its dead only has them."""
    weak = verb.group("counts") or verb.group("of_it") or verb.group("stays") or verb.group("finds")
    strike = _STRIKE.search(verb.string, verb.end(), verb.end() + 60) and not _BARE_NAME.match(giver)
    return not weak or bool(strike) or any(pattern.search(giver) for pattern in (_BODY, _INITIALS, _PERSON, _SOMEBODY))
