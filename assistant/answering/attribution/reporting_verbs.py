"""The verbs and phrases by which French press gives words to somebody, as patterns.

The classes follow Gardent and Danlos's description of "verbes de parole". A participle reports only
with its auxiliary ("a condamné", not "condamnée à dix ans"); a few verbs report only after the words
they report (", a conclu le ministre", not "ont conclu un accord").
"""

from __future__ import annotations

import re

_REGULAR = """
    accus affirm réaffirm ajout alert annonc argu assur avanc avou certifi clam condamn confi confirm conseil considèr
    considér constat critiqu déclar demand dénonc déplor détaill espèr espér estim évoqu exhort exig expliqu
    exprim fustig inform
    insist invit jug jur martel martèl mentionn not plaid préconis précis prôn propos qualifi imput rappel
    rappell appel appell rapport racont rajout réclam recommand regrett réitèr réitér relat répèt répét révèl révél
    salu signal soulign souhait suggèr suggér suppos témoign indiqu rétorqu répliqu rejet rejett réfut contest ni
    argument stipul félicit reproch twitt tweet twee chiffr redout pronostiqu blâm stigmatis vilipend vant
    minimis relativis attest interpell assèn nuanc épingl raill soupçonn fulmin scand encourag conseill récus invoqu
    annonç dénonç remerci
""".split()
_REGULAR_AFTER = (
    "lanc résum ironis gliss tranch soupir martel martèl murmur poursuiv appren plaisant continu remarqu observ cri"
    " coment comment écri détaill rassur justifi élud lâch tempêt temporis".split()
)
_PRESENT = "e|ent|ait|aient|eait|eaient|era|eront|èrent|a(?= que| qu[’']|\\s?:)"
_PARTICIPLE = "é|és|ée|ées"
_GERUND = "ant|eant"

_IRREGULAR_PRESENT = """
    dit disent disait disaient redit craint craignent craignait prétend prétendent prétendait reconnaît reconnait
    reconnaissent avertit avertissent prévient préviennent promet promettent écrit écrivent répond répondent dément
    démentent admet admettent prévoit prévoient parle parlent garantit garantissent
""".split()
_IRREGULAR_PARTICIPLE = """
    prétendu reconnu averti prévenu promis répondu démenti admis garanti redit
""".split()
_IRREGULAR_GERUND = """
    avertissant démentant disant craignant promettant prétendant reconnaissant admettant répondant prévenant
""".split()
_IRREGULAR_AFTER = """
    décrit décrivent conclu conclut conclue poursuivi poursuit reprend repris sourit renchérit renchéri apprend appris
    réagi réagit soutient soutiennent soutenait soutenaient
    défend défendent prédit prédisent
""".split()
# What one "s'est dit" can be: "s'est par ailleurs félicité".
_ADVERBS = r"(?:(?!pas |jamais |vu |fait )[\w’-]+ ){0,3}?"
_FELT = r"(?:félicité|inquiété|réjoui|alarmé|dit|indigné|exprimé|étonné|insurgé|ému|offusqué|désolé|accusé|plaint)"
_INFINITIVES = (
    "(?:annonc|montr|démontr|déclar|affirm|rappel|soulign|précis|indiqu|confirm|dénonc|expliqu|assur|salu|regrett|insist"
    "|condamn|estim|révél|ajout|demand|réaffirm)er|(?:reconnaît|reconnaitr|admett|prometr|promett)re|démentir|prévenir"
)
_WORDS_OF_BLAME = (
    r"(?:de nouveaux |de nouvelles |d[’']\w+ |une? |des |son |sa |ses |leurs? |l[ea]s? )(?:\w+ )?(?:avertissements?"
    r"|mises? en garde|critiques?|accusations?|doutes?|réserves?|appels?(?! (?:à témoins|à candidatures"
    r"|d[’']offres))|menaces?|ultimatums?|reproches?|condamnations?"
    r"|soutien|inquiétudes?|demandes?|avis|hypothèses?|excuses)"
)
_PHRASES = (
    r"(?:menac(?:e|ent|ait|aient|é) d(?:e\b|(?=[’']))|table(?:nt)? sur|tablait sur)|"
    r"souten?ai(?:t|ent)(?= (?:au contraire |de son côté |pour sa part |\w+ment )?qu[e’'])"
    r"|soutien(?:t|nent)(?= (?:au contraire |de son côté |pour sa part |toujours |aussi |\w+ment )?qu[e’'])"
    r"|(?<=n[’'])exclu(?:t|ent|ai(?:t|ent))(?= pas\b)|exclu(?:t|ent|ai(?:t|ent)|)(?= (?:pas )?(?:de\b|d[’']"
    r"|toute?s?\b|l[’'](?:idée|hypothèse)|que\b|qu[’']))"
    r"|écart(?:e|ent|ait|é)(?= (?:(?:la|toute|cette|les|l[’']) ?(?:thèse|hypothèse|pistes?|idée|responsabilité|version"
    r"|accusation)|le scénario|tout ))"
    r"|croi(?:t|ent) savoir|parlai(?:t|ent)(?= (?:[\w-]+ ){0,3}(?:de |d[’']|des |du ))"
    r"|se défend(?:ent)?(?=,? ?:)|(?:voudrai|souhaiterai)(?:t|ent)(?= qu[e’'])|voi(?:t"
    r"|ent)(?= dans [^,;:.]{2,60} une? )"
    r"|justifi(?:e|ent|ait)(?= (?:cet|cette|ce|ces|la|le|les|sa|son|ses"
    r"|l[’'])\s?[\w’-]+(?: [\w’-]+){0,3}(?: par\b|\s:))"
    r"|soutenu que|soutenu qu[’']|(?:fai(?:t|sait|saient)|font) état"
    r"|fait savoir|font savoir|(?:faire|fait|font|faisait|faisaient) (?:mention|remarquer|observer)|fait part"
    r"|font part|fait valoir|font valoir|laissé entendre|laisse entendre"
    r"|mis en garde|met(?:tent)? en garde|(?:s[’']inquiète|se félicite|se réjouit|s[’']alarme|s[’']étonne"
    r"|s[’']interroge|s[’']insurge|s[’']indigne|se désole|s[’']émeut|s[’']offusque|se plaint|s[’']exclame)(?:nt)?"
    rf"|(?:s[’']est|s[’']était) {_ADVERBS}{_FELT}(?!s)e?|se di(?:t|sent|sait|saient)(?! que)"
    rf"|se (?:sont|étaient) {_ADVERBS}{_FELT}e?s"
    rf"|(?:(?:vien(?:t|nent)|venai(?:t|ent)) d(?:e |[’'])|t(?:ient|iennent|enu|enait) à (?!ce )|profit(?:e|ent|é) pour "
    r"|(?:fini|finit|finissent) par |n[’'](?:a|ont) pas hésité à |(?:contente(?:nt)?|contenté|borne(?:nt)?"
    r"|borné) (?:de |à )"
    rf"|voulu |veut |veulent |souhaité |cherch(?:e|ent|é) à )(?:\w+ment )?(?:{_INFINITIVES})"
    r"|pri(?:e|ent|ait|é)(?= [^,;:.]{1,50} de\b)"
    r"|(?:met(?:tent)?|mettait|mis) en (?:avant|cause)|s[’']accus(?:ent|aient)"
    r"|(?<!la )(?<!une )point(?:e|ent|é)(?= (?:du doigt|que|qu[’']|l[ea]s? |l[’']|une? |des ))"
    r"|s[’']en (?:prend|prennent|est pris|est prise|sont pris|sont prises) à"
    r"|tien(?:t|nent) (?:\S+ ){0,4}pour responsables?"
    r"|(?:utilis|emploi|employ)(?:e|ent|é) l(?:e mot|e terme|es mots|es termes|[’']expression)"
    r"|n[’'](?:a|ont) pas manqué de (?:remarquer|souligner|rappeler|noter|relever)"
    rf"|(?:émis|émet|émettent|lanc(?:é|e|ent)|adress(?:é|e|ent)|formul(?:é|e|ent)|réitér(?:é|e|ent)) {_WORDS_OF_BLAME}"
    r"|communiqu(?:e|ent|é)(?= [«“])|posté(?= [^.;]{0,60}(?:que\b|qu[’']|[«“]))|y voi(?:t|ent)"
    r"|adress\w+ un avertissement|maintien(?:t|nent) (?:cependant |toutefois )?(?:sa|leur) contestation"
    r"|parlé d(?:e|u|es)(?= )|(?:veut|veulent|entend|entendent|lance|lancent|lancé)(?= [«“])|se défend(?:ent)? de"
    r"|décri(?:t|vent|vait|vaient)(?= [^,;:]{1,60}comme\b)|justifi(?:e|ent|ait|é)(?=,? (?:que\b|qu[’']|[^,«»]{0,30}[«“]"
    r"|[^,]{0,30}, que\b))"
    r"|(?:se plai(?:nt|gnent)|sont plaint[es]*|s[’']est plainte?) (?:que\b|qu[’']|de\b|d[’'])"
    r"|(?:croi(?:t|ent)|pens(?:e|ent|ait)|dout(?:e|ent|ait|é))(?= (?:que\b|qu[’']|d[eu’']))"
    r"|constat(?:é|e|ent) que|observ(?:e|ent|é) que|not(?:e|ent|é) que|remarqu(?:e|ent|é) que"
)
# "A déclaré forfait", "l'état d'urgence": an act, not words.
_DECLARED = r"(?!(?<=confirmé) s(?:on|a) (?:statut|titre|rang|avance|domination|forme|place))"
_DECLARED += r"(?!(?<=déclaré) (?:forfait|l[’']état|la guerre|(?:\w+ ){0,2}une épidémie))"
_DECLARED += r"(?!(?<=accusé) un )(?!(?<=demandé) grâce)"


def _one_of(stems: list[str]) -> str:
    return "|".join(sorted(set(stems), key=lambda stem: (-len(stem), stem)))


REPORTING = re.compile(
    rf"(?<!\w)(?:(?P<phrase>{_PHRASES})"
    rf"|(?P<participle>(?:{_one_of(_REGULAR)})(?:{_PARTICIPLE}){_DECLARED}|{_one_of(_IRREGULAR_PARTICIPLE)})"
    rf"|(?P<finite>(?!accus\w+ (?:une? |du |le coup|réception|\d))(?!propos\w+ (?!de |d[’']|qu|à "
    rf"|aux? ))(?:{_one_of(_REGULAR)})(?:{_PRESENT})"
    rf"|{_one_of(_IRREGULAR_PRESENT)})"
    rf"|(?P<gerund>(?:{_one_of(_REGULAR)})(?:{_GERUND})|{_one_of(_IRREGULAR_GERUND)})"
    rf"|(?P<after>(?:{_one_of(_REGULAR_AFTER)})(?:{_PRESENT}|{_PARTICIPLE})|{_one_of(_IRREGULAR_AFTER)}))(?!\w)",
)
"""A verb of saying; the group that matched tells what it needs: an auxiliary, or to come after what is said.

In lower case alone: to try each letter in both costs four times as much.
"""

SAID_BY = re.compile(
    r"(?<!\w)(?:été|est|sont|était|étaient) (?:(?!pas |jamais )[\w’']+ ){0,4}?"
    rf"(?:(?:{_one_of(_REGULAR)}|formul|soupçonn|suspect)(?:{_PARTICIPLE})|promise?s?|démentie?s?)(?: par la suite"
    rf"| publiquement|(?: (?!pour\b|à\b|avoir\b|que?\b)[\w’'-]+){{1,7}}?)?,? par\s+(?!(?:la (?:suite|force|poste|voie)"
    rf"|le (?:passé|biais)|l[’'](?:intermédiaire|entremise)|un tir|une balle|erreur)\b)"
    r"((?:MM?\.|[^,;:.«»()])+)",
    re.IGNORECASE,
)
"""The passive of saying, which names who speaks: "a été annoncé par la mairie"."""

AFTER_QUOTE = re.compile(
    r"(?:[»”]\s?,|[.!?]\s?[»”])\s(?:(?:(?:a|ont|avait|avaient)\s(?:[\w’']+\s){0,2}?\w+(?:é|i|u|is|it|ert)"
    r"|s[’'](?:est|était|étaient)\s(?:\w+\s)?\w+(?:é|i|u)e?s?|(?:se\s|s[’']|en\s)?(?!(?:que|et|ce|le|de|une?"
    r"|entre|contre"
    r"|comme|autre|notre|sont|dont|est|et|cet|cette)\b)[a-zàâéèêî]+(?:e|ent|it|nd|ient|ait|aient)(?!\w))"
    r"(?:\s(?:auprès de l[’']\w+|en substance|de concert|alors|encore|cependant|toutefois|aussi|\w+ment))?)"
)
"""Whatever verb follows a quotation and stands before its subject: « ... », tonne le ministre."""

INVERTED_AFTER_QUOTE = re.compile(r"[»”]\s?,?\s[^«“,.;:]{1,30}?(?:-t-|[dt]-)(il|elle|on|ils|elles)(?!\w)")
"""A pronoun behind its verb after a quotation: « ... », s'amuse-t-elle."""

FINDING = re.compile(
    r"(?<!\w)(?:montr|démontr|indiqu|révèl|révél|conclu)\w* (?:\w+ment )?(?:que\b|qu[’'])", re.IGNORECASE
)
"""What a study or a report does, and nobody else: "une étude montre que"."""
