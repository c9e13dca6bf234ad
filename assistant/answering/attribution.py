"""Who says it, and how firmly: the speaker the article gives a sentence to, and its modality.

Rules over French reporting forms, after the description in Gardent & Danlos's work on "verbes
de parole" and the practice of news quotation extractors: "selon X", "X a affirmé que", « ... », a
souligné X, "Pour X, ...", the passive of accusation. What no rule finds is left unattributed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.sentences import sentences
from assistant.types import Modality

# Stems of reporting verbs with their endings; the past participle also makes the compound tenses.
_VERBS = (
    r"affirm|annonc|déclar|indiqu|précis|soulign|estim|expliqu|assur|ajout|dénonc|accus|rapport|révél|confirm|jug"
    r"|condamn|réclam|exig|insist|rappel|regrett|not|constat|racont|répét|réitér|évoqu|préconis|prôn|recommand|demand"
    r"|exhort|appel|appell|invit|menac|avanc|exprim|critiqu|salu|propos|précis|mentionn|clam|martel|témoign|argu"
)
_FORMS = rf"(?:{_VERBS})(?:e|es|ent|ait|aient|é|ée|és|ées|ant|era|eront|eait|eaient|eant|a|èrent)"
_IRREGULAR = (
    r"dit|disent|disait|prétend(?:u|ent|ait)?|(?:soutient|soutenu)(?= qu)|reconnaît|reconnu|averti[rt]?|avertissent|prévenu|prévient"
    r"|promis|promet|écrit|répondu|répond|fait état|fait savoir|fait part|mis en garde|met en garde|mettent en garde"
    r"|démenti|dément|démentent|nie|nié|nient|rejette|rejeté|rejettent|réfute|réfuté|conteste|contesté|parle|parlent"
    r"|garanti[t]?|laissé entendre|admis|admet|conclu|conclut|décrit|décrivent|défend|défendu|poursuivi"
)
_REPORTING = re.compile(rf"(?<!\w)(?:{_FORMS}|{_IRREGULAR})(?!\w)", re.IGNORECASE)
_DENYING = re.compile(r"(?<!\w)(?<!se )(?:dément\w*|ni(?:e|é|ent|ait)|rejet\w+|réfut\w+|contest(?:e|é|ent|ait))(?!\w)", re.IGNORECASE)
_CONDITIONAL = re.compile(
    r"(?<!\w)(?:aurai(?:t|ent)|serai(?:t|ent)) \w*(?:é|ée|és|ées|i|is|it|u|us|ue|ues|ert|t|eu|été)(?!\w)"
    r"|(?<!\w)(?:présumée?s?|supposée?s?|censée?s?|allégu\w+|soi-disant)(?!\w)",
    re.IGNORECASE,
)
_ACCUSED = re.compile(r"(?<!\w)(?:est|sont|était|étaient|été) (?:\w+ )?accusée?s?(?: de| d[’'])(?!\w)", re.IGNORECASE)
_ACCORDING = re.compile(r"(?<!\w)(?:selon|d[’']après|aux yeux d[eu]s?|de source[s]?)\s+([^,;.»()]+)", re.IGNORECASE)
_FOR = re.compile(r"^(?:Pour|Aux yeux de)\s+((?:[A-ZÉÈ][\w’'-]+\s*)+|l[ea’']s?\s*[A-ZÉ]?[^,]+),")
_AUXILIARY = re.compile(
    r"(?:\s|^|[’'])(?:n[’']|ne|s[’']|se|l[’']|les?|la|lui|leur|en|y|a|ont|avait|avaient|ait|est|sont|était|étaient"
    r"|ayant|été|pas|également|aussi|toutefois|cependant|précédemment|officiellement|notamment|même|déjà|ainsi|alors"
    r"|ensuite|enfin|encore|toujours|\w+ment|de nouveau|par ailleurs|pour sa part|de (?:son|leur) côté|quant à \w+)$",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(
    r"[,;:–]\s+|\s-\s|(?<!\w)(?:que|qu[’']|alors que|tandis que|mais|où)\s+(?=l[’'ea]|[A-ZÉ])"
)
_OPENING = re.compile(
    r"^(?:(?:enfin|mais|or|ainsi|cependant|toutefois|par ailleurs|en parallèle|de plus|en outre|parallèlement|puis"
    r"|et|car|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd[’']hui)\s*,?\s+)+",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:[Ll][’']|(?:[Ll](?:es?|a)|[Uu]ne?|[Dd](?:es|eux)|[Pp]lusieurs|[Cc]ertains|[Ss](?:es|on|a)|[Ll]eurs?|[Cc](?:e|et|ette|es))\s"
    r"|[A-ZÉÈÎ])"
)
_NOT_SPEAKERS = re.compile(r"^(?:il|elle|ils|elles|on|ce|c[’']|cela|qui|tout|celui-ci|celle-ci|dans|en)(?!\w)", re.IGNORECASE)
# What a subject never holds: its clause is cut there, so that "L'Azerbaïdjan ne communique pas ... mais évoque" keeps it.
_PREDICATE = re.compile(r"\s(?:ne|n[’']|s[’']est|se|a|ont|est|sont|était|étaient|avait|avaient|qui)(?!\w)|\sn[’']", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\s[-–—]\s.*?\s[-–—](?=\s|$)|\([^)]*\)")
_DETERMINER = re.compile(r"(?:(?<!\w)(?:aux?|des?|du|les?|la|une?|cette|ces|ses|leurs?)\s|[ld][’'])$", re.IGNORECASE)
# A passive, a relative clause and a gerund have another subject than the one before them.
_NOT_SPEAKING = re.compile(r"(?<!s[’'])(?<!se )(?<!\w)(?:est|sont|était|étaient|été|être|sera|seront|qui|en)(?: \w+ment)? $", re.IGNORECASE)
_QUOTE_OPEN, _QUOTE_CLOSE = "«“", "»”"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks in a sentence, in the article's words (None: the article itself), and how firmly."""

    speaker: str | None
    modality: Modality


def attribute(text: str, start: int, end: int) -> Attribution:
    """Tell who an article lets say a sentence, and how firmly.

    Args:
        text: the article's text.
        start: where the sentence starts in it.
        end: where it ends.
    """
    sentence = text[start:end]
    speaker = _speaker(sentence) or _speaker_of_open_quote(text, start, end)
    return Attribution(speaker=speaker, modality=_modality(sentence, speaker))


def _modality(sentence: str, speaker: str | None) -> Modality:
    if _CONDITIONAL.search(sentence):
        return "conditional"
    if speaker is not None and _DENYING.search(sentence):
        return "denied"
    return "reported" if speaker is not None or _ACCUSED.search(sentence) else "asserted"


def _speaker(sentence: str) -> str | None:
    according = _ACCORDING.search(sentence)
    if according:
        return _clean(according.group(1))
    introduced = _FOR.match(sentence)
    if introduced and any(char.isupper() for char in introduced.group(1)):
        return _clean(introduced.group(1))
    for verb in _REPORTING.finditer(sentence):
        head = sentence[: verb.start()]
        if _inside_quote(sentence, verb.start()) or _DETERMINER.search(head) or _NOT_SPEAKING.search(head):
            continue
        speaker = _inverted_subject(sentence, verb) or _subject_before(sentence[: verb.start()])
        if speaker:
            return speaker
    return None


def _inverted_subject(sentence: str, verb: re.Match[str]) -> str | None:
    """« ... », a souligné le ministère: the subject follows the verb, up to the next punctuation."""
    head = sentence[: verb.start()]
    if not re.search(r"[»”\",]\s*,?\s*(?:a|ont|avait|s[’']est|se)?\s*(?:\w+ment\s)?$", head):
        return None
    if not re.search(r"[»”\"]", head):
        return None
    tail = re.match(r"(?:-t-(?:il|elle|on)|-(?:ils?|elles?))?\s*([^,;.«»“”\"]*)", sentence[verb.end() :])
    subject = _clean(tail.group(1)) if tail else None
    return subject if subject and _SUBJECT.match(subject) and len(subject.split()) <= 14 else None


def _subject_before(head: str) -> str | None:
    """Return the subject that ends just before a verb: the clause so far, less auxiliaries and adverbs."""
    head = _PARENTHESIS.sub("", head).rstrip()
    while match := _AUXILIARY.search(head):
        head = re.sub(r"\s[nlsNLS]$", "", head[: match.start()].rstrip(" ,"))
    clauses = (head[_last_boundary(head) :], *re.split(r"[,;]\s", head)[:2])
    subjects = (_PREDICATE.split(_OPENING.sub("", clause).strip())[0].strip() for clause in clauses)
    return next((_clean(subject) for subject in subjects if _looks_like_subject(subject)), None)


def _last_boundary(head: str) -> int:
    last = 0
    for match in _BOUNDARY.finditer(head):
        last = match.end()
    return last


def _looks_like_subject(clause: str) -> bool:
    if _NOT_SPEAKERS.match(clause) or not _SUBJECT.match(clause) or len(clause.split()) > 16:
        return False
    # A date or a circumstance opens a sentence as a subject does: "Le 1er novembre", "Lors de ...".
    if re.match(r"^(?:le|ce)s? (?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soir|matin|même jour)", clause, re.I):
        return False
    if re.match(r"^(?:lors|dans|pour|en|au|aux|à|sur|par|avec|sans|depuis|après|avant|selon|face|sous|près)(?!\w)", clause, re.I):
        return False
    return not _REPORTING.search(clause)


def _clean(phrase: str) -> str | None:
    phrase = re.sub(r"\s+", " ", phrase).strip(" ,;:-–«»“”\"")
    phrase = re.sub(r"^(?:les? données d[eu]s?|qu[’'])\s*", "", phrase)
    return phrase or None


def _inside_quote(sentence: str, position: int) -> bool:
    before = sentence[:position]
    opened = max(before.rfind(mark) for mark in _QUOTE_OPEN)
    closed = max(before.rfind(mark) for mark in _QUOTE_CLOSE)
    return opened > closed or before.count('"') % 2 == 1


def _speaker_of_open_quote(text: str, start: int, end: int) -> str | None:
    """Find the speaker of a quotation that runs over several sentences of a paragraph, from its ends."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before = text[line_start:end]
    opened = max(before.rfind(mark) for mark in _QUOTE_OPEN)
    closed_at = min((place for mark in _QUOTE_CLOSE if (place := text.find(mark, start, line_end)) >= 0), default=-1)
    starts_quoted = text[start] in "«“\""
    if not starts_quoted and (opened < 0 or max(before[opened:].rfind(mark) for mark in _QUOTE_CLOSE) >= 0):
        return None
    if closed_at >= 0:
        closing = next((span for span in sentences(text[line_start:line_end]) if line_start + span[1] >= closed_at), None)
        if closing is not None and line_start + closing[0] >= start - 1:
            found = _speaker(text[line_start + closing[0] : line_start + closing[1]])
            if found:
                return found
    return _speaker_introducing(text, line_start + opened if opened >= 0 else start)


def _speaker_introducing(text: str, quote_start: int) -> str | None:
    """Return the speaker of a sentence that ends with a colon right before a quotation."""
    before = text[:quote_start].rstrip()
    if not before.endswith(":"):
        return None
    spans = sentences(before)
    return _speaker(before[spans[-1][0] : spans[-1][1]]) if spans else None
