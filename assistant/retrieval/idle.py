"""Expressions of a question that say nothing of what it is about: "tout le monde", "au juste", "est-il vrai que".

Their words are words of the subject elsewhere: "Le Monde", "un nouveau pont", "l'accord de paix".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.folding import fold
from assistant.types import Language

# Over folded words with one space between: "d'après" is "d apres".
_FRENCH = re.compile(
    r"""(?<![^ ])(?:
    tout\ le\ monde(?!\ (?:entier|arabe))|a\ nouveau|de\ nouveau(?!x|\ \w+(?:s|x)(?!\w))|tout\ de\ suite|sur\ le\ champ
    |(?:pour|a)\ l\ instant|(?:pour|en\ ce|sur\ le)\ (?:le\ )?moment|a\ (?:peu|quelque\ chose)\ pres|d\ apres
    |a\ l\ heure\ (?:actuelle|ou|qu\ il\ est)|ces\ derniers\ temps|ces\ temps\ ci|a\ ce\ (?:jour|stade)|d\ un\ coup
    |au\ juste|au\ fait|en\ fait|en\ gros|en\ tout(?:\ cas)?|au\ total|au\ moins|au\ plus|tout\ a\ fait|du\ tout
    |du\ coup|pour\ de\ (?:bon|vrai)|en\ vrai|d\ ailleurs|par\ ailleurs|bien\ (?:sur|entendu)|quand\ meme|tout\ de\ meme
    |en\ meme\ temps|a\ la\ fois|peu\ a\ peu|petit\ a\ petit|d\ un\ jour\ a\ l\ autre|du\ jour\ au\ lendemain
    |(?:au|dans\ le)\ cas\ ou|a\ cause\ d(?:e|u|es)?|a\ la\ suite\ d(?:e|u|es)?
    |a\ propos\ d(?:e|u|es)?|au\ sujet\ d(?:e|u|es)?|a\ l\ egard\ d(?:e|u|es)?
    |en\ ce\ qui\ concerne|par\ rapport\ a\w*|vis\ a\ vis|de\ la\ part\ d(?:e|u|es)?|a\ partir\ d(?:e|u|es)?
    |en\ raison\ d(?:e|u|es)?
    |au\ lieu\ d(?:e|u|es)?|a\ la\ place\ d(?:e|u|es)?|au\ bout\ d(?:e|u|es)?|y\ compris|la\ plupart|grace\ a\w*
    |(?:a\ quel|au)\ point|dans\ quelle\ mesure|de\ quelle\ (?:facon|maniere)
    |quel(?:le)?s?\ (?:genre|sorte|type)s?\ d(?:e|u|es)?
    |d\ accord|combien\ de\ (?:monde|gens)|faire\ en\ sorte|a\ ton\ avis|a\ votre\ avis
    |(?:a|ont|eu|ait|avoir|aura|auront|aurait|avait|avaient)\ (?:t\ (?:il|elle|on)s?\ )?(?:bien\ |deja\ )?(?:eu\ )?lieu
    |(?:se|s)\ (?:(?:est|etait|sont|serait)\ )?(?:(?:il|elle|t\ il|t\ elle)s?\ )?(?:bien\ |donc\ )?
     pass(?:e|er|ent|ait|era|erait|ee|es|ees)
    |(?:c\ est|c\ etait|est\ (?:il|on|ce)|serait\ il)\ (?:bien\ |vraiment\ |deja\ )?
     (?:vrai|prouve|certain|confirme|etabli|avere|officiel|exact|acquis|demontre|clair)(?=\ qu)
    |(?:on|vous|tu|nous)\ (?:sai[st]|savait|saura|saurait|savez|connait)
     (?=\ (?:si|quand|qui|ou|comment|pourquoi|combien|ce|de|quel))
    |(?:que\ |qu\ en\ |en\ )?(?:sai[st]|savait|saura|savez)\ (?:t\ )?(?:on|tu|vous)
    |(?:je|j)\ (?:voudrais|aimerais|veux)\ (?:bien\ )?savoir
    |(?:dis|dites|explique|expliquez|raconte|racontez)\ (?:moi|nous)
    |(?:peux|pouvez|pourrais|pourriez)\ (?:tu|vous)\ (?:me|nous)\ (?:dire|expliquer)
    |arriv\w+(?:\ (?:on|il|elle|ils|elles))?(?:\ (?:pas|plus))?\ a(?=\ \w+(?:er|ir|re)(?!\w))
    |la\ bas|juste(?=\ (?:avant|apres)(?!\w))|a\ l\ epoque|en\ (?:son|leur|mon)\ temps|de\ nos\ jours|au\ quotidien
    |par\ la\ suite|dans\ l\ immediat|par\ exemple|entre\ temps|en\ particulier|a\ l\ origine(?!\ d)
    |ait|aies?|aient|soi(?:s|ent)|pendant|bientot|tellement|presque|lorsque|ensuite|notamment|egalement|enfin|environ
    |certaine?s(?=\ (?!d|et\ )\w)
    |quel(?:le)?\ (?:est|etait|fut|a\ ete|sera)\ le\ role\ d(?:e|u|es)
    |(?:quel\ )?role\ (?:y\ |a\ |ont\ )?(?:t\ )?(?:(?:il|elle|on)s?\ )?jou\w+
    |maintenant|mintenant|finalement|justement|apparemment|reellement|au\ final|au\ juste|en\ definitive
    )(?![^ ])""",
    re.VERBOSE,
)
_ENGLISH = re.compile(
    r"""(?<![^ ])(?:
    at\ (?:all|least|most|first\ sight)|right\ now|so\ far|for\ now|at\ the\ moment|as\ well|in\ fact|of\ course
    |in\ total|any\ (?:more|longer)|no\ longer|in\ the\ end|after\ all|by\ the\ way|because\ of|due\ to|instead\ of
    |in\ order\ to|in\ spite\ of|on\ behalf\ of|as\ a\ result|in\ terms\ of|with\ regard\ to|regarding|if\ you\ believe
    |(?:is|was)\ it\ (?:really\ )?(?:true|certain|proven|confirmed|official|clear)|do\ (?:we|you)\ know|tell\ me
    |t(?:ake|akes|ook|aken|aking)\ place|happen(?:s|ed|ing)?|go(?:es|ing)?\ on|went\ on|come\ about|how\ come
    |what\ kind\ of|what\ sort\ of
    |(?:was|were|is|are|did|does|do|had|has|have|could|would|should|won|can|must)n?\ t
    )(?![^ ])""",
    re.VERBOSE,
)
# Verbs that only carry another one: "a-t-il pu", "va-t-il falloir".
CARRYING = frozenset(
    """pu pouvait pouvaient pouvons pouvez pourra pourront pourrait pourraient doit doivent devait devaient
    devra devront devrait devraient dois devez faut fallait fallu faudra faudrait falloir va vont vas allait
    allaient fera feront ferait feraient""".split()
)


def idle_places(words: Sequence[str], language: Language) -> frozenset[int]:
    """Return the places of the words that say nothing of what a question is about.

    Args:
        words: of the question, as typed, in order.
        language: of the question.
    """
    folded = [fold(word) for word in words]
    text = " ".join(folded)
    found: set[int] = set()
    for match in (_FRENCH if language == "fr" else _ENGLISH).finditer(text):
        first = text.count(" ", 0, match.start())
        found.update(range(first, first + match.group().count(" ") + 1))
    if language == "fr":
        found.update(place for place, word in enumerate(folded) if word in CARRYING)
    return frozenset(found)
