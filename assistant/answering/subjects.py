"""The subject of a reporting verb, read off the words before or after it."""

from __future__ import annotations

import re

from assistant.answering.reporting_verbs import REPORTING

_HAVING = re.compile(
    r"(?:^|[\s’'])(?:a|ont|avait|avaient|ait|aient|ayant|avoir|aurait|auraient|aura|auront|avons)"
    r"(?:-t-(?:il|elle|on)|-(?:ils?|elles?))?$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"(?:\s|^|[’'])(?:n[’']|ne|s[’']|se|l[’']|les?|la|lui|leur|en|y|a|ont|avait|avaient|ait|aient|est|sont|était|étaient"
    r"|ayant|avoir|aura|auront|aurait|auraient|été|pas|également|aussi|toutefois|cependant|précédemment|même|déjà|ainsi"
    r"|alors|ensuite|enfin|encore|toujours|\w+ment|de nouveau|par ailleurs|en outre|quant à \w+"
    r"|(?:pour|de) (?:sa|leur|son) (?:part|côté))$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[,;:–]\s+|\s-\s|(?<!\w)(?:que|qu[’']|alors que|tandis que|mais|où)\s+(?=l[’'ea]|[A-ZÉ])")
_DAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd[’']hui"
_OPENING = re.compile(
    r"^(?:(?:enfin|mais|or|ainsi|cependant|toutefois|par ailleurs|en parallèle|de plus|en outre|parallèlement|puis"
    rf"|et|car|{_DAY})\s*,?\s+)+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:[Ll][’']|(?:[Ll](?:es?|a)|[Uu]ne?|[Dd](?:es|eux)|[Pp]lusieurs|[Cc]ertaine?s|[Ss](?:es|on|a)|[Ll]eurs?"
    r"|[Cc](?:e|et|ette|es))\s|[A-ZÉÈÎ])"
)
_NOT_SPEAKERS = re.compile(
    r"^(?:ils?|elles?|on|ce|c[’']|cela|qui|tout|celui-ci|celle-ci|dans|en|comme)(?!\w)", re.IGNORECASE
)
# What a subject never holds: its clause is cut there, so that "La mairie ne donne pas de chiffre mais évoque" keeps it.
_PREDICATE = re.compile(
    r"\s(?:ne|n[’']|s[’']est|se|a|ont|est|sont|était|étaient|avait|avaient|qui)(?!\w)|\sn[’']", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:a|ont|est|sont|fait|font|va|vont|peut|peuvent|doit|doivent|reste|restent|\w+ait|\w+aient|\w+er(?:a|ont)"
    r"|\w+ir(?:a|ont)|ser(?:a|ont)|aur(?:a|ont))\b|\bs[’']est\b|\bse\b|\bn[’'e]",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s[-–—]\s.*?\s[-–—](?=\s|$)|\([^)]*\)")
# A date or a circumstance opens a sentence as a subject does: "Le 1er novembre", "Lors de ...".
_CIRCUMSTANCE = re.compile(
    rf"^(?:(?:le|ce)s? (?:\d|{_DAY}|soir|matin|même jour)"
    r"|(?:lors|dans|pour|en|au|aux|à|sur|par|avec|sans|depuis|après|avant|selon|face|sous|près|interrogée?s?)(?!\w))",
    re.IGNORECASE,
)
_COURT = re.compile(r"^(?:la (?:cour|justice)|le (?:tribunal|jury|juge|conseil d[’']état)|les juges)\b", re.IGNORECASE)
_AUDIENCE = (
    r"(?:à l[’'](?:AFP|agence(?: \w+)?|antenne)|à la presse|aux? (?:journalistes|médias|micro)|sur (?:[A-Z]\w*\s?)+)"
)
_WHEN = rf"(?:{_DAY})(?: (?:matin|midi|soir|après-midi))?"
_ASIDE = "dans un communiqué|devant la presse|de son côté|pour sa part|ensuite|ainsi|aussi"
_AFTER_VERB = re.compile(rf"^\s*(?:(?:{_WHEN}|{_AUDIENCE}|{_ASIDE})\s+)*")
_AFTER_SUBJECT = re.compile(
    rf"\s(?:{_WHEN}|{_AUDIENCE}|lors d|dans (?:un|une|la|le|les|son|sa)|devant|auprès d|ce (?:{_DAY}|matin|soir|\d)"
    r"|cette semaine|au micro|en (?:marge|conférence|réponse|direct|début|fin)|à (?:l[’'](?:issue|occasion)|propos)"
    r"|avant|après|pendant|depuis|au (?:cours|sujet|lendemain)|le \d|\w+ant (?:que|qu[’']|à|de|sur)).*$",
)
_QUOTED = re.compile(r"[»”\"]\s*$")
_AS_SAID = re.compile(r"\b(?:comme|ainsi que)(?:\s(?:l[’']|le|nous l[’']))?$", re.IGNORECASE)
_QUOTES_OPEN = '«“"'
_MOST_WORDS = 16


def without_auxiliaries(head: str) -> tuple[str, bool]:
    """Strip auxiliaries, pronouns and adverbs before a participle.

    Args:
        head: the sentence up to a verb.

    Returns:
        What stays, and whether a form of "avoir" was met; an inverted one ("a-t-il") stays.
    """
    head = head.rstrip()
    having = _HAVING.search(head) is not None
    while match := _AUXILIARY.search(head):
        head = re.sub(r"\s[nlsNLS]$", "", head[: match.start()].rstrip())
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
    words = re.match(r"(?:MM?\.|[^,;:.«»“”\"()])*", _AFTER_VERB.sub("", tail, count=1))
    subject = clean(words.group()) if words else None
    return subject if subject and is_subject(subject) else None


def _may_follow(head: str) -> bool:
    """Tell whether what stands before a verb is all said already, so that its subject comes after.

    A comma alone before the verb says so: a subject is cut off from its verb by two of them, or none.
    """
    if _AS_SAID.search(head):
        return True
    if _QUOTED.search(head.rstrip(" ,")):
        return head.endswith(",") or head.lstrip()[:1] in _QUOTES_OPEN or not any(mark in head for mark in "«“")
    clauses = re.split(r",\s", head)
    return head.endswith(",") and (len(clauses) == 1 or _FINITE.search(clauses[0]) is not None)


def subject_before(head: str) -> str | None:
    """Return the subject that ends just before a verb: the clause so far, less what stands between.

    Args:
        head: the sentence up to the verb, without auxiliaries.
    """
    head = _PARENTHESIS.sub("", head).rstrip(" ,")
    while (stripped := without_auxiliaries(head)[0].rstrip(" ,")) != head:
        head = stripped
    clauses = (head[_last_boundary(head) :], *re.split(r"[,;]\s", head)[:2])
    subjects = (_PREDICATE.split(_OPENING.sub("", clause).strip())[0].strip() for clause in clauses)
    return next((clean(subject) for subject in subjects if is_subject(subject)), None)


def _last_boundary(head: str) -> int:
    return max((match.end() for match in _BOUNDARY.finditer(head)), default=0)


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


def clean(phrase: str) -> str | None:
    """Return a speaker without quotes, circumstances and what carries the words ("les données de"); None if empty."""
    phrase = re.sub(r"\s+", " ", phrase).strip(' ,;:-–«»“”"')
    phrase = _AFTER_SUBJECT.sub("", phrase)
    phrase = re.sub(r"^(?:les? données d[eu]s?|qu[’'])\s*", "", phrase)
    return phrase.strip() or None
