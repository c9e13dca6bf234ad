"""The forms in which French press gives words to somebody, and what looks like one and is none, as patterns."""

from __future__ import annotations

import re

# "Selon son acronyme arabe", "selon les cas": a measure or a name, nobody's words.
_NO_SOURCE = (
    r"(?:l[ea]s?|l[’']|un|une|des|son|sa|leurs?|cette|cet?|ces|chaque|deux|plusieurs)\s?(?:\w+ )?(?:acronyme|sigle|nom"
    r"|appellation|méthode|procédure|mode|modalités?|calendrier|protocole|critères?|principe|rite|besoins?|âge|sexe"
    r"|saisons?|régions?|types?|taille|ordre|corporations?|années?|heures?|endroits?|jours?|mois|conditions?|niveau"
    r"|formule|schéma|scénario|rythme|barème|parcours|départements?)\b"
)
ACCORDING = re.compile(
    r"(?<!\w)(?:selon(?: les (?:termes|dires|mots|propos|(?:dernières )?déclarations) (?:de\b|(?=d(?:u|es)\b)|d[’']))?"
    r"|d[’']après|si (?:l[’'])?on en croit|(?:du point de vue|aux (?:yeux|dires)|au dire|de l[’']a(?:veu"
    r"|vis)(?: même)?) (?:de\b|(?=d(?:u|es)\b)|d[’'])"
    r"|à (?:en croire|entendre)"
    r"|(?<=-)on (?:\w+ (?:\w+ )?)?(?:auprès (?:de\b|(?=d(?:u|es)\b)|d[’'])|à (?=[A-ZÉ]))"
    r"|de (?=sources?\s))\s*(?<=\W)(?!(?:les?|la)quel|que?\b|nos\b|notre\b|le (?:jour|cas|moment)\b|les cas\b)"
    rf"(?!{_NO_SOURCE})"
    r"((?:[«“]\s?)?(?:MM?\.|\b[A-Z]\.|\.(?=\w)|(?! (?:et )?(?:[\d ]+|une? \w+ )selon )[^,;:.«“()])+)",
    re.IGNORECASE,
)
OPENS_ACCORDING = re.compile(
    r"(?:Toujours )?(?:selon|d[’']après|à (?:l[’']|les )?(?:en croire|entendre)) ", re.IGNORECASE
)
# "Selon un bilan communiqué jeudi par la préfecture": the prefecture says it.
GIVEN_BY = re.compile(
    r"^(?:une?|l[ea]s?|l[’']|des|son|ses) ?(?:\w+ ){0,2}(?:bilans?|décomptes?|chiffres?|estimations?|comptages?|données"
    r"|communiqué|pointage|total|note|rapport)\b[^,;:]{0,40}? (?:communiqu|publi|établ|diffus|donn|annonc|arrêt"
    r"|remis|transm"
    r"|fourn|dress|révél|évoqu|avanc)\w* (?:\w+ ){0,3}?par ((?:l[ea]s?\s|l[’']|une?\s|des\s|son\s|sa\s|[A-ZÉ]).+)$",
    re.IGNORECASE,
)
LEFT_OPEN = re.compile(r"\s(?:établi|communiqué|donné|dressé|publié|arrêté|fourni|remis|diffusé)e?s?$")
# "À l'en croire": one person, named before.
BELIEVING = re.compile(r"(?<!\w)à (?:l[’']|(les) )(?:en croire|entendre)(?!\w)(?! [A-Zl])", re.IGNORECASE)
SOURCE = re.compile(r"\(sources?\s?:\s?([^()]{3,80})\)", re.IGNORECASE)
# "Le premier affirme": of two that were named before.
OF_TWO = re.compile(r"^l[ea] (premi(?:er|ère)|seconde?|deuxième)$", re.IGNORECASE)
FOR = re.compile(
    r"^(?:(?:En effet|Ainsi|De même|Enfin|Cependant|Or|Toutefois|Pourtant|Mais),?\s)?(?:[Pp]our"
    r"|Aux yeux de)\s+(?!l[’'](?:instant|heure)|le (?:moment|reste)|la \w+ fois|ce (?:faire"
    r"|qui))(?:([^,«]{3,60}),\s(?=[«“])|((?:[A-ZÉÈ][\w’'-]+\s*(?:d[eu]s?\s(?:la\s)?|d[’'])?)+"
    r"|l[ea’']s?\s*[A-ZÉ]?[^,]+),)"
)
NOUN = re.compile(
    r"(?:l[’'](?:analyse|avis|aveu)|les (?:propos|mots|termes|déclarations))\s(?:de\s|(?=d(?:u|es)\s)|d[’'])"
    r"([^,;:.«»()]+?)(?=(?:,[^:,]{0,80})?\s?:)"
    r"|(?:l[’'](?:annonce|affirmation)|(?:la|une) (?:déclaration|thèse|information)|l[ea]s? accusations?)\s"
    r"(?:de\s|(?=d(?:u|es)\s)|d[’'])([^,;:.«»()]+?)(?=,? (?:selon l[ea]|affirmant|disant|indiquant))"
)
# "L'aide qu'ils avaient demandée": what they asked for, not what is said.
OF_OBJECT = re.compile(r"(?<![\wé’'] )\w+e? (?<!dire )(?<!disant )qu[’'](?:ils?|elles?|on) (?:a|ont|avait|avaient) $")
ONE_OF_THEM = re.compile(r"\sdont ((?:une?|l[ea]|l[’'])\s?[\w’' -]{2,60})$")
# "Pour elle, il s'agit d'un cinquième titre": a fact about her.
RANKED = re.compile(
    r"\s?(?:il s[’']agit|c[’']est) (?:d[eu]\s|d[’'])?(?:la|le|une?)?\s?(?:premi[eè]re?|second|\w+i[eè]me)"
)
# "L'un d'eux", "rien n'indique", "aucune source n'a pu confirmer".
BY_NOBODY = re.compile(
    r"(?<!\w)(?:(?:rien|personne|nul) n(?:[’']|e )|(?:aucune?|nulle?) [^,;]{0,50}?\sn(?:[’']|e ))[\w ’']{0,20}$",
    re.IGNORECASE,
)
THAT = re.compile(r"\s?(?:que\b|qu[’']|[^,;:«»]{0,25}[«“])")
# A headline: « Une faute », pour l'opposition.
FOR_LAST = re.compile(r"[»”][^«»]{0,40},?\spour\s((?:l[ea]s?\s|l[’']|[A-ZÉ])[^,;:«»()]{2,60}?)\.?$")
LEADING_CLAUSE = re.compile(
    r"(?:Alors qu|Tandis qu|Lorsqu|Quand|Si|Bien qu|Même s|Après qu|Pendant qu|Comme|Depuis qu)[’'ei\s][^«»]*?,\s"
)
# What may hold a subject that a pronoun after it takes up: another clause.
PRONOUN_CLAUSE = re.compile(
    r"\s(?:a|ont|est|sont|avait|avaient|était|étaient|n[’']\w+|\w{3,}(?:e|ent|t))\s|^(?:Si|Même s)"
)
OPENS_QUOTE = re.compile(r"\s[«“]\s?(?:se\s|s[’']|a |ont )?$")
QUOTED_WORDS = re.compile(r"[«“][^»”]*[»”]?")
_NAMED = r"[A-ZÉÈÎ][\w’'.-]+(?: (?:d[eu]s? |d[’']|al-|el-|ben |bin |van |von )?[A-ZÉÈÎ][\w’'.-]*)*"
# « ... » (Jean Dupont), « ... » — Jean Dupont, maire de Lyon.
CAPTION = re.compile(rf"[»”]\.?\s*(?:[—–-]\s*|\()({_NAMED})(?:,[^()«»]{{0,80}})?\)?\.?$")
PRONOUN = re.compile(r"^(?:lui|elles?|eux|ils?)(?!\w)", re.IGNORECASE)
BARE = re.compile(r"(?:une?|l[ea]s?|des|ce|cette)$", re.IGNORECASE)
CLEFT = re.compile(
    r"\b(?:c[’']est|ce sont) (?:aussi |ensuite |désormais )?([^,;:«“]+?) qui(?: l[’'])?(?: a| ont)?\s$", re.IGNORECASE
)
LATTER = re.compile(r"^(?:ce|cette|ces) derni(?:er|ère)(s?)$", re.IGNORECASE)
LATTER_BEFORE = re.compile(
    r"(?:^|[,;]\s)(celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|ces derniers|ces dernières)(?=,|$"
    r"|\s)",
    re.IGNORECASE,
)
OF_LATTER = {"celui-ci": "il", "ce dernier": "il", "celle-ci": "elle", "cette dernière": "elle", "ceux-ci": "ils",
              "ces derniers": "ils", "celles-ci": "elles", "ces dernières": "elles"}  # fmt: skip
PRONOUN_BEFORE = re.compile(
    r"(?:^|[\s,])(ils?|elles?)(?:\s(?:l[’']|les?|la|lui|leur|nous"
    r"|s[’']))*\s*$",
    re.IGNORECASE,
)
PRONOUN_INVERTED = re.compile(r"(?:-t-|-)(ils?|elles?|on)$|^(?:-t-|-| t-)(ils?|elles?|on)(?!\w)", re.IGNORECASE)
PRONOUN_FIRST = re.compile(r"(?:^|,\s)(ils?|elles?)\s", re.IGNORECASE)
# A noun, not a verb: "la demande", "une note"; but "l'accuse", "leur propose".
DETERMINER = re.compile(
    r"(?:(?<!\w)(?:aux?|des?|du|une?|cette|ces?|ses|son|sa|leurs|toute|aucune|chaque|plusieurs)\s|d[’'])$",
    re.IGNORECASE,
)
ARTICLE = re.compile(
    r"(?:(?<!\w)(?:les?|la|leur)\s|l[’']|(?:un|le|ce|son|leur|du|au) (?:seul|propre|nouveau|autre|moindre|même)\s)$",
    re.IGNORECASE,
)
ALSO_NOUN = re.compile(
    r"(?:annonce|demande|note|critique|estime|juge|avance|écrit|dit|lance|murmure|crie|cri|commente|insulte"
    r"|rappel|chiffre)$",
    re.IGNORECASE,
)
# A passive, a relative clause and a gerund have another subject than the one before them.
NOT_SPEAKING = re.compile(
    r"(?<!s[’'])(?<!se )(?<!\w)(?:est|sont|était|étaient|été|être|sera|seront|ayant|pour"
    r"|afin de)(?: \w+ment)? $",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"(?<!\w)qui(?: (?:lui|les?|la|leur|a|ont|avait|avaient|\w+ment)| [nls][’'](?:a|ont"
    r"|avait)?)* ?$"
)
NEGATED = re.compile(r"(?:\sne|\sn[’'])\s?(?:\w+ )?(?:\w+ )?(?:pas|jamais|plus|ni|guère)(?: \w+)? $", re.IGNORECASE)
NEGATED_PASSIVE = re.compile(r"\sn[’'e]\s?\w*\s?(?:pas|jamais|plus) (?:\w+ )?$", re.IGNORECASE)
# "Cette baisse s'explique": nobody speaks.
REFLEXIVE = re.compile(r"(?<!\w)(?:s[’']|se )$", re.IGNORECASE)
# A gerund is said of the subject before: "..., affirmant que", "a réagi en affirmant que".
AFTER_CLAUSE = re.compile(
    r",|\sen $|(?:rapport|communiqué|document|texte|lettre|tweet|message|vidéo|déclaration|bilan|note|article|tribune"
    r"|étude|enquête|courrier|billet|mémo)s?\s[^,;«»]{0,50}$"
)
# "A lancé son camion": an object.
OWN_THING = re.compile(r"(?:son|sa|ses|leurs?)\s")
# "L'accord prévoit une prime": what it holds, nobody's words.
PROVIDES = re.compile(
    r"(?:l[ea]s?\s|l[’']|une?\s|ce\s|cet(?:te)?\s|son\s)(?:\w+\s)?(?:accord|plan|loi|texte|projet|budget|contrat|règlement|décret"
    r"|programme|calendrier|traité|protocole|arrêté|convention|dispositif|compromis|cahier)\b",
    re.IGNORECASE,
)
# What a court does rather than says.
JUDGES = ("condamn", "confirm", "rejet", "jug")
# The auxiliary of the participle before serves this one too: "a ouvert la séance et annoncé".
AND_ALSO = re.compile(r"\s(?:a|ont|avait|avaient)\s.*\set (?:\w+ment )?$")
# "Ne dit pas si": nothing is said; "ne nie pas", "n'exclut pas" are words.
NOT = re.compile(r"(?<!\w)(?:ne(?: (?:l[eas]+|lui|leur|se))?\s|n[’'](?:en\s|y\s)?|ne (?:l|s)[’'])$", re.IGNORECASE)
NOT_AFTER = re.compile(r"\s(?:pas|rien|jamais|guère|plus)(?!\w)")
STILL_SAYS = re.compile(r"exclu|ni|dément|contest|réfut|dout|récus|reproch|accus", re.IGNORECASE)
