"""The words around a subject in French press, as patterns: auxiliaries, circumstances, what ends a subject."""

from __future__ import annotations

import re

HAVING = re.compile(
    r"(?:^|[\s’'])(?:a|ont|avait|avaient|ait|aient|avoir|aurait|auraient|aura|auront|avons)"
    r"(?:-t-(?:il|elle|on)|-(?:ils?|elles?))?$",
    re.IGNORECASE,
)
AUXILIARY = re.compile(
    r"(?:\s|^|[’'])(?:n[’']|ne|s[’']|se|l[’']|les?|la|lui|leur|nous|vous|me|m[’']|en|y|a|ont|avait|avaient|ait"
    r"|aient|est|sont|était|étaient"
    r"|(?:lui|elle|eux|elles)[- ]mêmes?|souvent|parfois|depuis|à tort|à raison|d[’']abord|en vain|au départ"
    r"|en revanche|à plusieurs reprises|par deux fois"
    r"|d[’']ores et déjà|a priori|lui aussi|elle aussi|néanmoins|aussitôt|désormais|tout de même"
    r"|à nouveau|une nouvelle fois|bien|jeudi|lundi|mardi|mercredi|vendredi"
    r"|samedi|dimanche|quant à eux|quant à elles|ce matin|avoir|aura|auront|aurait|auraient|été|pas|également|aussi"
    r"|toutefois|cependant|précédemment|même|déjà|ainsi"
    r"|alors|ensuite|enfin|encore|toujours|pourtant|hier|d[’']ailleurs|quant à \w+|en effet|publiquement"
    r"|(?<!\ble )(?<!\bdu )(?<!\bau )(?<!\bun )(?<!\bce )(?<!\bson )\w+ment|de nouveau|par ailleurs|en outre"
    r"|(?:pour|de) (?:sa|leur|son) (?:part|côté))$",
    re.IGNORECASE,
)
# What may stand between an auxiliary and its participle: "a, à ce sujet, proposé".
BETWEEN = re.compile(r"(?<=\s)((?:a|ont|avait|avaient)(?: [\w’']+)?),\s[^,«»]{1,40},$")
BOUNDARY = re.compile(
    r";\s+|\s:\s|\s[–—-]\s|(?:^|[\s(,])(?:que|alors que|tandis que|mais|(?P<and>et|puis)|où|comment|quand|pourquoi"
    r"|si)\s+(?=l[’'ea]|[A-ZÉ])"
    r"|\squ[’'](?=[A-ZÉ]|une? )"
)
_DAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd[’']hui"
OPENING = re.compile(
    r"^(?:(?:enfin|mais|or|ainsi|cependant|toutefois|par ailleurs|en parallèle|de plus|en outre|parallèlement|puis"
    rf"|et|car|néanmoins|pourtant|déjà|désormais|finalement|aussi|également|récemment|selon toute vraisemblance"
    rf"|{_DAY}|(?:dans|par|via|sur|au cours d[’']|lors d[’'])\s?(?:un|une|son|sa|leur|le|la|cet?"
    rf"|cette) (?:communiqué|tweet|lettre|vidéo"
    r"|déclaration|message|entretien|interview|discours|rapport|courrier)(?= (?:l[ea]s? |l[’']|un|[A-Z])))"
    r"(?:\s*,?\s+|\s*$))+",
    re.IGNORECASE,
)
# "Burundi : Ban Ki-Moon appelle ...": the place that heads a title.
SUBJECT = re.compile(
    r"(?:[Ll][’']|\d[\d ]* (?!ans\b|heures?\b|(?:er )?(?:janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov"
    r"|déc))\w|(?:[Ll](?:es?|a)|[Uu]ne?|[Dd](?:es|eux)|[Pp]lusieurs|[Cc]ertaine?s|[Ss](?:es|on|a)|[Ll]eurs?"
    r"|[Cc](?:e|et|ette|es)|[Nn]ombre de|[Tt]rois|[Qq]uatre)\s|[A-ZÉÈÎ]|d[’']autres )"
)
NOT_SPEAKERS = re.compile(
    r"^(?:[cj][’']|(?:ils?|elles?|on|ce|cela|qui|tout|celui-ci|celle-ci|ceux|celui|dans|en|comme|même|rappelons"
    r"|notons|je"
    r"|tu|nous|vous|moi|personne|rien|aucune?|quiconque|beaucoup|tous|toutes|quelle?s?|ça|oui|non|résultat|bref"
    r"|donc|voilà|voici|ici|là|plus|moins|peu|d[’']une|un tel|une telle|l[’']occasion)(?!\w))",
    re.IGNORECASE,
)
# What a subject never holds: its clause is cut there, so that "La mairie ne donne pas de chiffre mais évoque" keeps it.
PREDICATE = re.compile(
    r"\s(?:ne|n[’']|s[’']est|se|lui(?= \w+(?:e|t|d)\b)|leur(?= (?:a|ont|avait|avaient)\b)|a|ont|est|sont|était"
    r"|étaient|avait|avaient|soit|soient|qui|fait|dont|comme"
    r"|déclar(?:e|ait)|vient|viennent"
    r"|\w{2,}(?:erait|eraient))(?!\w)|\sn[’']",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:a|ont|est|sont|soit|soient|fait|font|va|vont|peut|peuvent|doit|doivent|reste|restent|\w+ait|\w+aient"
    r"|\w+er(?:a|ont)"
    r"|\w+ir(?:a|ont)|ser(?:a|ont)|aur(?:a|ont)|vient|viennent)\b|\bs[’']est\b|\bse\b|\bn[’'e]",
    re.IGNORECASE,
)
PARENTHESIS = re.compile(r"\s[-–—]\s.*?\s[-–—](?=\s|$)|\s?\([^)]*\)")
# A date or a circumstance opens a sentence as a subject does: "Le 1er novembre", "Lors de ...".
CIRCUMSTANCE = re.compile(
    rf"^(?:(?:le|ce)s? (?:\d|{_DAY}|soir|matin|même jour|mois)|(?:de|pour) (?:sa|son|leur) (?:part|côté)"
    rf"|cette (?:semaine|année)|la veille|le lendemain|la semaine|l[’']an(?:née)?\b|(?:\w+ )?\w+(?:[éitus]"
    rf"|[éitus]e)s? par\b"
    r"|(?:lors|dans|pour|en|au|aux|à|sur|par|avec|sans|depuis|après|avant|selon|face|sous|près|interrogée?s?|vers"
    r"|alors"
    r"|d[’']après|quant|suite|plus tôt|à la suite|contacté[es]*|prenant|lorsqu\w*|quand|si|afin|malgré|durant|pendant"
    r"|a|chez|hier|ainsi|comme|jusqu\w*|parmi|seule?|tandis|puisqu\w*|bien|dès|outre|entre|devant|derrière|contre"
    r"|concernant"
    r"|invitée?s?|arrivée?s?|née?s?|conscient\w*|présent\w*|via|grâce|faute|hormis|sauf|environ|parce)(?!\w)"
    r"|\w+ant\s|\w+(?:é|ée|és|ées)\s(?:à|au|aux|par|sur|en|dans|pour|avec|parmi|depuis|lors)\b)",
    re.IGNORECASE,
)
COURT = re.compile(
    r"^(?:la (?:cour|justice)|le (?:tribunal|jury|juge|conseil (?:d[’']état|constitutionnel))|les juges)\b",
    re.IGNORECASE,
)
# Findings speak to nobody: "les résultats révèlent".
FINDINGS = re.compile(
    r"^(?:l[ea]s?|l[’']|des|ces?|cette|ses) ?(?:\w+ )?(?:résultats?|observations?|données|chiffres?|images?|analyses?"
    r"|photos?|vidéos?|faits?|radars?|mesures?|tests?|travaux|chercheurs ont observé)\b",
    re.IGNORECASE,
)
STUDY = re.compile(
    r"^(?:l[ea]s?\s|l[’']|des\s|un[e]?\s|cette\s|cet?\s|plusieurs\s|de nombreuses\s)(?:\w+ )?"
    r"(?:études?|méta-analyses?|rapports?|enquêtes?|sondages?|documents?|recherches?|bilans?|articles?"
    r"|communiqués?)\b",
    re.IGNORECASE,
)
_AUDIENCE = (
    r"(?:à l[’'](?:AFP|agence(?: \w+)?|antenne)|à la presse|aux? (?:journalistes|médias|micro)|sur (?:[A-Z]\w*\s?)+"
    r"|(?:de|d[’'])\s?(?:lui|elle|eux)\b)"
)
_WHEN = (
    rf"(?:ce )?(?:{_DAY})(?: (?:matin|midi|soir|après-midi|\d+(?:er)? \w+))?|(?:début|fin|mi)[ -]\w+"
    rf"|le \d+(?:er)? \w+"
)
_ASIDE = (
    r"ce (?:matin|soir|midi)|en \d{4}|à [A-Z][\w-]+|vers \d+\s?h\d*|récemment"
    "|dans un (?:communiqué|tweet|entretien)|en privé|tout de même|alors|encore|d’emblée|cependant|toutefois"
    "|pourtant|devant la presse"
    "|de son côté|pour sa part|noir sur blanc|sans détour|ensuite|ainsi|aussi|quant à lui|quant à elle"
)
# « ... », a lancé, devant la foule, le maire.
ASIDE = re.compile(r"^,\s(?:devant|dans|lors|à|au|en|sur|depuis|par|avec|non|pour|d[’']un)\b[^,«».;:]{1,60},\s")
AFTER_VERB = re.compile(rf"^\s*(?:(?:{_WHEN}|{_AUDIENCE}|{_ASIDE}),?\s+)*")
AFTER_SUBJECT = re.compile(
    rf"\s(?:{_WHEN}|{_AUDIENCE}|lors d|dans (?:une?|l[ae]s?|son|sa|cet?|cette)|devant|auprès d|ce (?:{_DAY}|matin"
    rf"|soir|\d)"
    r"|cette semaine|au micro|en (?:marge|conférence|réponse|direct|début|fin)|en (?:janvier|février|mars|avril|mai"
    r"|juin|juillet|août|septembre|octobre|novembre|décembre|\d{4})"
    r"|à (?:l[’'](?:issue|occasion|antenne)|propos|la suite)|comme\s"
    r"|avant|après|pendant|depuis|au (?:cours|sujet|lendemain)|le \d"
    r"|(?<!\b[Ll][ea]\s)(?<!\b[Uud][nu]\s)(?<!\b[Lld]es\s)"
    r"(?<!\b(?:[Uu]n|ce)[et]\s)\w+ant (?:que|qu[’']|à|de)|qui\s|que\s|qu[’']"
    r"|dont\s"
    r"|où\s|(?:de (?:l[ea]s?|lui|leur|l[’']|s[’'])\s?|d[’'])(?:avoir|être)\s|de ne\s|lorsqu|quand\s|mais\s"
    r"|alors qu).*$",
)
# "La foule et prépare la finale": what follows is no second speaker.
NEXT_CLAUSE = re.compile(
    r"\s(?:et|puis|mais)\s(?!(?:l[ea]s?|une?|des|du|de|son|sa|ses|leurs?|cet?|cette|ces|deux|trois|plusieurs|certaine?s"
    r"|même|non|autres?)\s|[ld][’']|[A-ZÉ\d]|[\w’-]+(?:\s(?:de|du|des|en|à)\s.*|\s[\w-]+)?$)"
)
QUOTED = re.compile(r"[»”]\s*$")
RELATIVE = re.compile(r"(?:qui|dont|où|que|qu[’']|lequel|laquelle)(?!\w)")
AS_SAID = re.compile(r"\b(?:comme|ainsi que|ce qu[e’'])(?:\s?(?:l[’']|le|nous l[’']))?$", re.IGNORECASE)
QUOTES_OPEN = "«“"
MOST_WORDS = 18
LONG_QUOTE = re.compile(r"[«“][^\w«“]*\w+(?:[^\w«“]+\w+){4,}[^«“]*$")
NAME = re.compile(r"^[A-ZÉÈÎ][\w’'-]+(?: (?:d[eu]s? |d[’']|al-|el-|ben |bin |van |von )?[A-ZÉÈÎ][\w’'.-]*)+$")
# "Trump à la Maison-Blanche": where it was said.
NAME_AND_PLACE = re.compile(
    r"^((?:(?:[Ll][ea]s?|[Uu]ne?) \w+ )?[A-ZÉÈÎ][\w’'-]+(?: [A-ZÉÈÎ][\w’'-]+)*)\s(?:à|au|aux|en|sur|lors|devant"
    r"|dans)\s.*$"
)
AND = re.compile(r"\s(?:et|ou|ainsi que)\s")
# A verb with its object: a word that is no preposition, before an article.
OBJECT = re.compile(
    r"\s(?!(?:de|du|des|au|aux|à|par|pour|sur|dans|et|sous|avec|contre|chez|en|entre|vers|parmi|selon|depuis"
    r"|pendant|après|avant"
    r"|derrière"
    r"|devant|face|lors|tou(?:te?s?|s))\s)[a-zéèêà]+\s"
    r"(?:\w+ment\s)?(?:l[ae]s?\s|une?\s|l[’']|\d)"
)
