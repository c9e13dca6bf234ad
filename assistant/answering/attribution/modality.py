"""How firmly a sentence is said: vouched for by the article, reported, said with reserve, or denied.

French press marks what it does not vouch for by the conditional ("aurait tiré") and by a few adjectives
("présumé", "soupçonné de"). The same form is but a tense after a past verb of saying ("a annoncé que l'aide
serait versée"), and unreal after "si" or with "pu" ("aurait pu être évité"): then it keeps nothing back.
"""

from __future__ import annotations

import re

from assistant.answering.attribution.quotations import inside_quote
from assistant.answering.attribution.reporting_verbs import REPORTING
from assistant.types import Modality

_HAVING = re.compile(r"(?:^|\W)(?:a|ont|avait|avaient|ait|aient|ayant)(?: \w+ment)? $", re.IGNORECASE)
_DENYING = re.compile(
    r"(?<!\w)(?<!d’avoir )(?<!d'avoir )(?<!après avoir )(?:dément\w*|récus(?:e|é|ent|ait|ant)|nie|nient|nié|niait"
    r"|niant|réfut\w+"
    r"|contest(?:e|é|ent|ait|ation de ces)"
    r"|(?<!se )rejet\w+\s(?:\w+\s)?(?:tout|toute|l[’']|les?|la|ces?|cette)?\s?(?:\w+\s)?"
    r"(?:accusations?|allégations?|affirmations?|soupçons?|critiques?|reproches?|responsabilité|implication))(?!\w)",
    re.IGNORECASE,
)
_UNREAL = (
    r"(?! ?(?:n[’']|pas |jamais |sans doute |même |bien |également |aussi )*"
    r"(?:pu|dû|fallu|préféré|aimé|souhaité|voulu)\b)"
)
# The conditional of any verb: "compterait", "s'agirait", "prendrait". An imperfect in "-érait" is none.
_OTHER_VERBS = (
    r"\w*[a-zçî]erai(?:t|ent)|\w+[ea]ndrai(?:t|ent)|\w*(?:iend|mour|cour|ver)rai(?:t|ent)"
    r"|\w*(?:part|sort|ag|serv|fin|fourn|réun|sub|chois|réag|bât)irai(?:t|ent)|(?:connaî|paraî)trai(?:t|ent)"
    r"|\w+(?:uir|indr|oindr|ttr|erdr|suivr|survivr|ompr)ai(?:t|ent)"
    r"|irai(?:t|ent)"
)
# A wish, an advice, a possibility: "il faudrait", "elle aimerait".
_NO_RESERVE = r"(?!(?:aim|souhait|préfér|appréci|oser|demand|suffi|permett?|encad|engend)\w*rai(?:t|ent)\b)"
_WOULD = re.compile(
    rf"(?<!\w)(?P<would>[Aa]urai(?:t|ent)(?!\w){_UNREAL}|[Ss]erai(?:t|ent)(?!\w)"
    rf"|{_NO_RESERVE}(?:{_OTHER_VERBS})(?!\w))"
)
_PRESUMED = re.compile(
    r"(?<!\w)(?:(?:présumée?s?|(?P<verb>supposée?s?)|censée?s?|allégu\w+|soi-disant)(?!\w)"
    r"|(?:soupçonn|suspect)ée?s? (?:de\b|d[’']|par\b))",
    re.IGNORECASE,
)
_ACCUSED = re.compile(r"(?<!\w)(?<!l’)(?<!l')(?:accusée?s?)(?:,[^,]+,)? (?:de (?!\d)|d[’'])", re.IGNORECASE)
_PASSED_ON = re.compile(
    r"(?:été|est|sont) (?:rapportée?|évoquée?|signalée?|reprochée?)s?(?! à)(?!\w)"
    r"|(?<!\w)il (?:est|a été|avait été) (?:\w+ment )?(?:précisé|indiqué|annoncé|affirmé|rappelé|expliqué|révélé"
    r"|déduit|estimé|conclu|prétendu|rapporté|supposé"
    r"|confirmé|dit)"
    r"|(?<!\w)on (?:estime|suppose|apprend|rapporte|dit|soupçonne|assure|raconte|croit) (?:que\b|qu[’'])"
    r"|(?<!\w)on (?:soupçonne|craint|redoute|apprend d|parle d|évoque)"
    r"|(?:qualifi|décri|jug|présent|considér|estim)(?:ée?s?|te?s?) (?:de |d[’']|comme |à |être )?(?:(?:un|une|le"
    r"|la) \w+ )?[«“]"
    r"|(?:qualifi|décri)(?:ée?s?|te?s?) par [^,;:«]{3,60} (?:de |d[’']|comme )[«“]"
    r"|(?:est|sont|était|étaient|été) (?:\w+ment )?(?:estim|évalu|chiffr)ée?s? (?:à|entre)\b"
    r"|(?<!\w)(?:apprend|dit|raconte|assure|indique|juge|estime|précise|explique|affirme|souligne|rappelle|confirme"
    r"|fait|ajoute"
    r"|martèle|déplore|regrette|craint|admet|reconnaît|soupçonne|s[’']inquiète|se félicite|conclut|insiste)-t?-?on\b"
    r"|(?<!\w)(?:a|avait)-t-on (?:\w+ )?(?:appris|indiqué|précisé|annoncé|affirmé|expliqué|souligné|fait savoir)",
    re.IGNORECASE,
)
_IF = re.compile(
    r"^(?:[«“]\s?)?(?:Même s|S)(?:i |[’']ils? )|, s(?:i |[’']ils? )|\ss(?:i\s|[’']il)[^,]{2,50}(?<!r)ai(?:t"
    r"|ent)(?!\w)",
    re.IGNORECASE,
)
_THAT = re.compile(r"\bqu(?:e\b|[’'])")
# "N'a pas dit si elle laisserait", "refuse de dire combien coûterait": what is left open, not held back.
_NOT = re.compile(r"(?<!\w)(?:ne (?:l[eas]+ |l[’'])?|n[’'])$")
_AT_ALL = re.compile(r" (?:pas|plus|jamais|guère)\b")
_ASKED = re.compile(
    r"(?<!\w)(?:di(?:t|re|sent)|précis\w+|savoir|sait|ignor\w+|demand\w+|expliqu\w+|indiqu\w+"
    r"|révél\w+)[^,;:.«»]{0,30}?\s"
    r"(?:si|s[’']|combien|comment|quand|où|pourquoi|quel(?:le)?s?|qui|à (?:qui|combien))(?=[\s’'i])[^,;:.«»]{0,40}$"
)
_OPINION = re.compile(r"(?:^|\W)(?:ce|cela|ça)(?: ne)? $", re.IGNORECASE)
_PAST = re.compile(r"(?:ait|aient|èrent|a)$", re.IGNORECASE)


def modality(sentence: str, *, speaks: bool) -> Modality:
    """Return how firmly a sentence is said.

    Args:
        sentence: its text.
        speaks: whether somebody is found to speak in it, be it a pronoun.
    """
    if _is_reserved(sentence):
        return "conditional"
    if speaks and any(_denies(sentence, match) for match in _DENYING.finditer(sentence)):
        return "denied"
    return "reported" if speaks or _ACCUSED.search(sentence) or _PASSED_ON.search(sentence) else "asserted"


def _denies(sentence: str, denying: re.Match[str]) -> bool:
    """Tell whether a verb of denial denies: not in quoted words, nor negated, "ne nie pas"."""
    negated = _NOT.search(sentence, 0, denying.start()) and _AT_ALL.match(sentence, denying.end())
    return not inside_quote(sentence, denying.start()) and not negated


def _is_reserved(sentence: str) -> bool:
    presumed = any(
        match.group("verb") is None or not _HAVING.search(sentence, 0, match.start())
        for match in _PRESUMED.finditer(sentence)
    )
    return presumed or any(_keeps_back(sentence, match) for match in _WOULD.finditer(sentence))


def _keeps_back(sentence: str, would: re.Match[str]) -> bool:
    """Tell whether a conditional is the press's, not a tense, an unreal case or an opinion."""
    has = would.group("would").lower().startswith("aurai")
    if _OPINION.search(sentence, 0, would.start()) or _IF.search(sentence):
        return False
    if inside_quote(sentence, would.start()) and not has:
        return False
    if _ASKED.search(sentence, 0, would.start()):
        return False
    return has or not _is_future_in_the_past(sentence, would.start())


def _is_future_in_the_past(sentence: str, place: int) -> bool:
    """Tell whether a past verb of saying governs a conditional: "a annoncé que l'aide serait versée"."""
    for verb in REPORTING.finditer(sentence, 0, place):
        past = verb.group("participle") or verb.group("phrase") or _PAST.search(verb.group())
        if past and _THAT.search(sentence, verb.end() - 3, place):
            return True
    return False
