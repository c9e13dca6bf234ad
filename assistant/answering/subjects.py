"""The subject of a reporting verb, read off the words before or after it."""

from __future__ import annotations

import re

from assistant.answering.reporting_verbs import REPORTING

_HAVING = re.compile(
    r"(?:^|[\s’'])(?:a|ont|avait|avaient|ait|aient|avoir|aurait|auraient|aura|auront|avons)"
    r"(?:-t-(?:il|elle|on)|-(?:ils?|elles?))?$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"(?:\s|^|[’'])(?:n[’']|ne|s[’']|se|l[’']|les?|la|lui|leur|nous|vous|me|m[’']|en|y|a|ont|avait|avaient|ait|aient|est|sont|était|étaient"
    r"|néanmoins|aussitôt|désormais|tout de même|à nouveau|une nouvelle fois|bien|jeudi|lundi|mardi|mercredi|vendredi"
    r"|samedi|dimanche|quant à eux|quant à elles|ce matin|avoir|aura|auront|aurait|auraient|été|pas|également|aussi|toutefois|cependant|précédemment|même|déjà|ainsi"
    r"|alors|ensuite|enfin|encore|toujours|pourtant|hier|d[’']ailleurs|quant à \w+|en effet|publiquement"
    r"|(?<!\ble )(?<!\bdu )(?<!\bau )(?<!\bun )(?<!\bce )(?<!\bson )\w+ment|de nouveau|par ailleurs|en outre"
    r"|(?:pour|de) (?:sa|leur|son) (?:part|côté))$",
    re.IGNORECASE,
)
# What may stand between an auxiliary and its participle: "a, à ce sujet, proposé".
_BETWEEN = re.compile(r"(?<=\s)((?:a|ont|avait|avaient)(?: [\w’']+)?),\s[^,«»]{1,40},$")
_BOUNDARY = re.compile(
    r";\s+|\s:\s|\s[–—-]\s|(?:^|[\s(,])(?:que|alors que|tandis que|mais|(?P<and>et|puis)|où|comment|quand|pourquoi|si)\s+(?=l[’'ea]|[A-ZÉ])"
    r"|\squ[’'](?=[A-ZÉ]|une? )"
)
_DAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd[’']hui"
_OPENING = re.compile(
    r"^(?:(?:enfin|mais|or|ainsi|cependant|toutefois|par ailleurs|en parallèle|de plus|en outre|parallèlement|puis"
    rf"|et|car|néanmoins|pourtant|déjà|désormais|finalement|aussi|également|récemment|selon toute vraisemblance|{_DAY})"
    r"(?:\s*,?\s+|\s*$))+",
    re.IGNORECASE,
)
# "Burundi : Ban Ki-Moon appelle ...": the place that heads a title.
_SUBJECT = re.compile(
    r"(?:[Ll][’']|(?:[Ll](?:es?|a)|[Uu]ne?|[Dd](?:es|eux)|[Pp]lusieurs|[Cc]ertaine?s|[Ss](?:es|on|a)|[Ll]eurs?"
    r"|[Cc](?:e|et|ette|es)|[Nn]ombre de|[Tt]rois|[Qq]uatre)\s|[A-ZÉÈÎ]|d[’']autres )"
)
_NOT_SPEAKERS = re.compile(
    r"^(?:ils?|elles?|on|ce|c[’']|cela|qui|tout|celui-ci|celle-ci|ceux|celui|dans|en|comme|même|rappelons|notons|je"
    r"|j[’']|tu|nous|vous|moi|personne|rien|aucune?|quiconque|beaucoup|tous|toutes|quelle?s?|ça|oui|non|résultat|bref"
    r"|donc|voilà|voici|ici|là|plus|moins|peu|d[’']une|un tel|une telle|l[’']occasion)(?!\w)",
    re.IGNORECASE,
)
# What a subject never holds: its clause is cut there, so that "La mairie ne donne pas de chiffre mais évoque" keeps it.
_PREDICATE = re.compile(
    r"\s(?:ne|n[’']|s[’']est|se|a|ont|est|sont|était|étaient|avait|avaient|soit|soient|qui|fait|dont|comme|déclar(?:e|ait)|vient|viennent"
    r"|\w{2,}(?:erait|eraient))(?!\w)|\sn[’']",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:a|ont|est|sont|soit|soient|fait|font|va|vont|peut|peuvent|doit|doivent|reste|restent|\w+ait|\w+aient|\w+er(?:a|ont)"
    r"|\w+ir(?:a|ont)|ser(?:a|ont)|aur(?:a|ont)|vient|viennent)\b|\bs[’']est\b|\bse\b|\bn[’'e]",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s[-–—]\s.*?\s[-–—](?=\s|$)|\s?\([^)]*\)")
# A date or a circumstance opens a sentence as a subject does: "Le 1er novembre", "Lors de ...".
_CIRCUMSTANCE = re.compile(
    rf"^(?:(?:le|ce)s? (?:\d|{_DAY}|soir|matin|même jour|mois)|(?:de|pour) (?:sa|son|leur) (?:part|côté)|cette (?:semaine|année)"
    r"|(?:lors|dans|pour|en|au|aux|à|sur|par|avec|sans|depuis|après|avant|selon|face|sous|près|interrogée?s?|vers|alors"
    r"|d[’']après|quant|suite|plus tôt|à la suite|contacté[es]*|prenant|lorsqu\w*|quand|si|afin|malgré|durant|pendant"
    r"|a|chez|hier|ainsi|comme|jusqu\w*|parmi|seule?|tandis|puisqu\w*|bien|dès|outre|entre|devant|derrière|contre|concernant"
    r"|invitée?s?|arrivée?s?|née?s?|conscient\w*|présent\w*|via|grâce|faute|hormis|sauf|environ|parce)(?!\w)"
    r"|\w+ant\s|\w+(?:é|ée|és|ées)\s(?:à|au|aux|par|sur|en|dans|pour|avec|parmi|depuis|lors)\b)",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"^(?:la (?:cour|justice)|le (?:tribunal|jury|juge|conseil (?:d[’']état|constitutionnel))|les juges)\b", re.IGNORECASE
)
# Findings speak to nobody: "les résultats révèlent".
_FINDINGS = re.compile(
    r"^(?:l[ea]s?|l[’']|des|ces?|cette|ses) ?(?:\w+ )?(?:résultats?|observations?|données|chiffres?|images?|analyses?"
    r"|photos?|vidéos?|faits?|radars?|mesures?|tests?|travaux|chercheurs ont observé)\b",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"^(?:l[ea]s?\s|l[’']|des\s|un[e]?\s|cette\s|cet?\s|plusieurs\s)(?:\w+ )?"
    r"(?:études?|rapports?|enquêtes?|sondages?|documents?|recherches?|bilans?|articles?|communiqués?)\b",
    re.IGNORECASE,
)
_AUDIENCE = (
    r"(?:à l[’'](?:AFP|agence(?: \w+)?|antenne)|à la presse|aux? (?:journalistes|médias|micro)|sur (?:[A-Z]\w*\s?)+"
    r"|(?:de|d[’'])\s?(?:lui|elle|eux)\b)"
)
_WHEN = rf"(?:ce )?(?:{_DAY})(?: (?:matin|midi|soir|après-midi|\\d+(?:er)? \\w+))?|(?:début|fin|mi) ?-?\\w+|le \\d+(?:er)? \\w+"
_ASIDE = "dans un (?:communiqué|tweet|entretien)|en privé|tout de même|alors|encore|d’emblée|devant la presse|de son côté|pour sa part|ensuite|ainsi|aussi|quant à lui|quant à elle"
_AFTER_VERB = re.compile(rf"^\s*(?:(?:{_WHEN}|{_AUDIENCE}|{_ASIDE}),?\s+)*")
_AFTER_SUBJECT = re.compile(
    rf"\s(?:{_WHEN}|{_AUDIENCE}|lors d|dans (?:une?|l[ae]s?|son|sa|cet?|cette)|devant|auprès d|ce (?:{_DAY}|matin|soir|\d)"
    r"|cette semaine|au micro|en (?:marge|conférence|réponse|direct|début|fin)|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|\d{4})"
    r"|à (?:l[’'](?:issue|occasion|antenne)|propos|la suite)|comme\s"
    r"|avant|après|pendant|depuis|au (?:cours|sujet|lendemain)|le \d|\w+ant (?:que|qu[’']|à|de)|qui\s|que\s|qu[’']|dont\s"
    r"|où\s|lorsqu|quand\s|mais\s|alors qu).*$",
)
_QUOTED = re.compile(r"[»”]\s*$")
_RELATIVE = re.compile(r"(?:qui|dont|où|que|qu[’']|lequel|laquelle)(?!\w)")
_AS_SAID = re.compile(r"\b(?:comme|ainsi que|ce qu[e’'])(?:\s?(?:l[’']|le|nous l[’']))?$", re.IGNORECASE)
_QUOTES_OPEN = "«“"
_MOST_WORDS = 18
_LONG_QUOTE = re.compile(r"[«“](?:[^\w«“]*\w+){5,}[^«“]*$")
_NAME = re.compile(r"^[A-ZÉÈÎ][\w’'-]+(?: (?:d[eu]s? |d[’']|al-|el-|ben |bin |van |von )?[A-ZÉÈÎ][\w’'.-]*)+$")
_AND = re.compile(r"\s(?:et|ou|ainsi que)\s")


def without_auxiliaries(head: str) -> tuple[str, bool]:
    """Strip auxiliaries, pronouns and adverbs before a participle.

    Args:
        head: the sentence up to a verb.

    Returns:
        What stays, and whether a form of "avoir" was met; an inverted one ("a-t-il") stays.
    """
    head = _BETWEEN.sub(r"\1", head.rstrip())
    having = _HAVING.search(head) is not None
    while match := _AUXILIARY.search(head):
        head = re.sub(r"\s[nlsmNLSM]$", "", head[: match.start()].rstrip())
        having = having or _HAVING.search(head) is not None
    return head, having


def subject_after(head: str, tail: str) -> str | None:
    """Return the subject that follows its verb, as in « ... », a souligné le ministère.

    Args:
        head: the sentence up to the verb, without auxiliaries.
        tail: the sentence from the verb's end.
    """
    if not _may_follow(head):
        return None
    tail = _AFTER_VERB.sub("", tail, count=1)
    words = re.match(r"(?:MM?\.|[^,;:.«»“”()])*", tail)
    subject = clean(words.group()) if words else None
    if subject is None or not is_subject(subject):
        return None
    return _with_name(subject, tail[len(words.group()) :] if words else "")


def _with_name(subject: str, rest: str) -> str:
    """Return a function with the name beside it: "le procureur de Paris, François Molins"."""
    beside = re.match(r",\s([^,;:.«»“”()]+)", rest)
    named = beside is not None and subject[:1].islower() and _NAME.match(beside.group(1).strip())
    return f"{subject}, {beside.group(1).strip()}" if beside and named else subject


def _may_follow(head: str) -> bool:
    """Tell whether what stands before a verb is all said already, so that its subject comes after.

    A comma alone before the verb says so: a subject is cut off from its verb by two of them, or none.
    """
    if _AS_SAID.search(head):
        return True
    if _QUOTED.search(head.rstrip(" ,")):
        whole = head.lstrip()[:1] in _QUOTES_OPEN or not any(mark in head for mark in "«“")
        return head.endswith(",") or whole or _LONG_QUOTE.search(head.rstrip(" ,»”")) is not None
    first, *others = re.split(r",\s", head)
    if not head.endswith(",") or not others or _FINITE.search(first):
        return head.endswith(",")
    return not is_subject(first) and any(_FINITE.search(part) and not _RELATIVE.match(part) for part in others)


def subject_before(head: str, *, gerund: bool = False) -> str | None:
    """Return the subject that ends just before a verb, with the name beside it; None when there is none.

    Args:
        head: the sentence up to the verb, without auxiliaries.
        gerund: whether the verb is one, whose subject is its main clause's.
    """
    cut_off = head.rstrip().endswith(",")
    head = _PARENTHESIS.sub("", head).rstrip(" ,")
    while (stripped := without_auxiliaries(head)[0].rstrip(" ,")) != head:
        head = stripped
    ends = (match.end() for match in _BOUNDARY.finditer(head) if _opens_clause(head, match, gerund=gerund))
    found = _subject_of(re.split(r",\s+", head[max(ends, default=0) :]), cut_off=cut_off and not gerund)
    return found if found or cut_off else _subject_of(re.split(r"[,;]\s+", head)[:2], cut_off=False, first=True)


def _opens_clause(head: str, match: re.Match[str], *, gerund: bool) -> bool:
    """Tell whether a clause begins there: after "et" one does only where a verb came before ("la BBC et Le Monde")."""
    if match.group("and") is None:
        return True
    return not gerund and "," not in head[match.end() :] and _FINITE.search(head, 0, match.start()) is not None


def _subject_of(parts: list[str], *, cut_off: bool, first: bool = False) -> str | None:
    """Return the subject among the parts of a clause between commas: the last, less what stands beside it."""
    if cut_off and len(parts) == 1:
        return None
    subjects = [_PREDICATE.split(_OPENING.sub("", part).strip())[0].strip() for part in parts]
    whole = [_FINITE.search(part) is None and subject == _OPENING.sub("", part).strip() for part, subject in
             zip(parts, subjects, strict=True)]  # fmt: skip
    order = range(len(parts)) if first else range(len(parts) - 1, -1, -1)
    place = next((place for place in order if is_subject(subjects[place])), None)
    if place is None:
        return None
    last = place
    while place and not first and is_subject(subjects[place - 1]) and whole[place - 1]:
        place -= 1
    if place < last and _AND.search(subjects[last]):
        return clean(", ".join(subjects[place : last + 1]))
    named = place < last and _NAME.match(subjects[place + 1]) and not _NAME.match(subjects[place])
    return clean(f"{subjects[place]}, {subjects[place + 1]}" if named else subjects[place])


def is_subject(clause: str) -> bool:
    """Tell whether words look like a subject that can speak: a name or a noun phrase, no date, no pronoun."""
    if _NOT_SPEAKERS.match(clause) or not _SUBJECT.match(clause) or len(clause.split()) > _MOST_WORDS:
        return False
    return not _CIRCUMSTANCE.match(clause) and not any(
        verb.group("phrase") or verb.group("finite") for verb in REPORTING.finditer(clause)
    )


def is_court(subject: str) -> bool:
    """Tell whether a subject is a court: it condemns in deed, not in words."""
    return _COURT.match(subject) is not None


def is_study(subject: str) -> bool:
    """Tell whether a subject is a study or another document, which shows as others say."""
    return _STUDY.match(subject) is not None


def is_finding(subject: str) -> bool:
    """Tell whether a subject is what was found, not who says so: "ces observations"."""
    return _FINDINGS.match(subject) is not None


def clean(phrase: str) -> str | None:
    """Return a speaker without quotes, circumstances and what carries the words ("les données de"); None if empty."""
    phrase = re.sub(r"\s+", " ", phrase).strip(' ,;:-–«»“”"')
    phrase = _AFTER_SUBJECT.sub("", phrase)
    phrase = re.sub(r"^(?:les? données d[eu]s?|qu[’'])\s*", "", phrase)
    return phrase.strip() or None
