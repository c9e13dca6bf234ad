"""A follow-up question completed from the turns before, so that it can be searched alone.

"Et la Russie ?" after "Que demande la France ?" asks "Que demande la Russie ?". Where no such
replacement is sound, the earlier question is added as context, which search and scoring can use.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.conversation.mentioned import mentions
from assistant.answering.conversation.named_in_answer import (
    person_meant,
    with_inverted_subject,
    with_ordinal,
    with_subject,
)
from assistant.answering.conversation.other_side import with_other_camp, with_person, with_side
from assistant.answering.conversation.replacing import is_only_a_name_or_date, replaced
from assistant.answering.overview.request import is_of_nothing, overview_asked
from assistant.answering.publishers.asked import asks_publishers_of_nothing
from assistant.language.dates import find_dates
from assistant.language.folding import fold, word_list
from assistant.language.words import is_stop_word
from assistant.types import Turn

_AND = re.compile(
    r"^\s*(?:(?:et |c['’]est |est-ce )?(?:(?:la )?même chose|pareil|idem|same)(?! qu)|et|ou|mais|dont|and|or|but"
    r"|what about"
    r"|how about|qu['’]en est-il d(?:es?\b|u\b|['’]))(?![\w-])\s*",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:qui|que|qu['’]|quoi|quel(?:le)?s?|o[uù]|quand|comment|pourquoi|combien|est-ce|depuis quand|who|what|which"
    r"|when|where|why|how|is|are|was|were|did|does|do|has|have)(?!\w)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?<!\w)(?:il|elle|ils|elles|lui|leur|eux|celui-ci|celle-ci|ceux-ci|y|en|cela|ça|ce pays|cette ville|ce ministre"
    r"|cette personne|cet homme|he|she|they|him|her|them|it|its|his|their|that|this|those|there)(?!\w)",
    re.IGNORECASE,
)
# "Cette ligne", "ces accusations": said of what came before, unless it is a time.
_THIS = re.compile(
    r"(?<!\w)(?:cet|cette|ces|ce)\s(?!jours?|soir|matin|mois|années?|ans?|semaines?|week|lundi|mardi|mercredi|jeudi"
    r"|vendredi"
    r"|samedi|dimanche|sont|sera|fut|que|qui|qu)[^\W\d_]{3,}"
    r"|(?<!\w)(?:these|those|this|that)\s(?!is|was|are|the|day|week|month|year)[^\W\d_]{3,}",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"(?<!\w)(?:y a-t-il|il y a|a-t-il (?:eu|fallu)|est-il|s['’]agit-il|is it|there)(?!\w)", re.IGNORECASE
)
_INVERTED = re.compile(r"-(?:ils?|elles?)(?!\w)", re.IGNORECASE)
# "Combien de morts l'explosion a-t-elle faits ?" has its subject before the verb: the pronoun only repeats it.
_SUBJECT_REPEATED = re.compile(
    r"(?<!\w)(?:l[ea]s?\s|l['’]|une?\s|des\s|ce(?:t|tte|s)?\s|s(?:on|a|es)\s|leurs?\s)\w+(?:[\s'’]\w+){0,6}\s"
    r"(?:s['’])?\w+-(?:t-)?(?:ils?|elles?)(?!\w)",
    re.IGNORECASE,
)
# Short questions that say nothing of what they are about, and "qu'en dit la Russie ?".
_BARE = re.compile(
    r"^\s*(?:(?:et )?(?:pourquoi|quand|où|comment|combien|qui|qui (?:l['’]a|le) dit|selon qui|depuis quand|et alors"
    r"|qui l(?:[ea]s?\s|['’])\w+|pour quelles? raisons?)"
    r"|(?:and )?(?:why|when|where|how|how many|who|who says so|who said (?:it|that|so)|according to whom))\s*\??\s*$",
    re.IGNORECASE,
)
# "Tu peux préciser la date ?": what is wanted of the question before, by the word that asks for it.
_DETAIL = re.compile(
    r"^\s*(?:et |mais )?(?:(?:(?:tu |vous )?(?:peux|pouvez|pourrais|pourriez|as|avez|sais|savez|connais"
    r"|connaissez)[ -]?"
    r"(?:tu|vous)?|can you|do you (?:have|know))\s+)?(?:(?:me |nous |m['’]en )?(?:donne[rz]?|précise[rz]?|rappele[rz]"
    r"|rappelle|dire|indique[rz]?|give|tell)(?:[- ](?:moi|nous|me))?\s+)?(?:(?:c['’]est |on a )?quoi )?"
    r"(?:l[ae]s?\s|l['’]|un |une |the )(?:(?P<quand>dates?|jour|moment|heure|année|day|time)|(?P<où>lieu|endroit"
    r"|adresse|ville"
    r"|place)|(?P<qui>noms?|identité|names?)|(?P<combien>chiffres?|nombre|montant|total|figures?|number|amount)"
    r"|(?P<pourquoi>raisons?|causes?|motifs?|reasons?))(?:\s(?:exacte?s?|précise?s?|exact))?\s*\??\s*$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"(?<!\w)qu['’]en (?:dit|disent|pense|pensent|est-il|a dit|ont dit)(?!\w)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")
_COUNTS = re.compile(
    r"^\s*(?:il y (?:a|avait)|y a|combien|quel(?:le)?s? (?:est|sont|était|étaient)|are there|were there|was there"
    r"|how many|how much)(?!\w)",
    re.IGNORECASE,
)
# "Quelqu'un a été arrêté ?": in what, was said before.
_OF_BEFORE = re.compile(
    r"^\s*(?:(?:et|mais|and) )?(?:quelqu['’]une?(?!\w)|personne n|on a (?:arrêté|retrouvé|identifié)"
    r"|(?:has|was|were|is) (?:any|some)(?:one|body)(?!\w)|any(?:one|body)(?!\w))",
    re.IGNORECASE,
)
_ASKING = frozenset(
    """cause raison motif temps ca qui quoi ou quand by whom with what when where why how long who else d autre
    exactement precisement jour date heure moment lieu endroit ville but objectif prix montant contre pour faire
    arrive passe ete pays fait reaction reactions consequence consequences resultat resultats effet deja vraiment
    exactly day date time place""".split()
)
_REPLIES = re.compile(r"(?<!\w)(?:r[ée]pon\w+|r[ée]agi\w*|en|y)(?!\w)", re.IGNORECASE)
"""To what, was said before."""
_ENDS = ("?", "!", ".", "…")
"""What the earlier question in brackets has to stand after, to be read as one."""
_BARELY = 3
_WHO_IS = re.compile(
    r"^\s*(?:et |and )?(?:qui (?:est|sont|était)|c['’]est qui|who (?:is|are|was))(?!\w)", re.IGNORECASE
)
"""Of a person nothing is counted: a vague question after it is one of its own."""
_SHORT = 6
_VAGUE = 8
_MOST_TURNS = 8


def complete(question: str, history: Sequence[Turn]) -> str:
    """Return the question as it stands alone.

    Args:
        question: as asked.
        history: the turns before, oldest first; of a long conversation the last eight count.

    Returns:
        The same question when it needs nothing; otherwise the last question with its name or date
        replaced by the new one, or the new question followed by the last one in brackets.
    """
    before = answer = ""
    for turn in history[-_MOST_TURNS:]:
        before, answer = _complete(turn.question, before, answer), turn.answer
    return _complete(question, before, answer)


def _complete(question: str, before: str, answer: str) -> str:
    if not before.strip() or not question.strip() or overview_asked(question):
        return question
    about_person = with_person(question, before, answer)
    if whole := _whole(question, about_person, before, answer):
        return whole
    question = about_person or question
    if (person := person_meant(question, before, answer)) is not None:
        if named := with_subject(question, person):
            return named
        before = person
    before = before if _BARE.match(question) else _without_bare(before)
    if bare := _bare(question):
        return _with_context(bare, before)
    opened = _AND.match(question)
    rest = question[opened.end() :].strip(" ?!.") if opened else question.strip(" ?!.")
    if opened and _ASKS.match(rest):
        return (
            question
            if mentions(rest, is_start=False) and not _leans_on_before(rest)
            else _with_context(question, before)
        )
    if side := with_side(before, rest) or with_other_camp(before, rest, answer):
        return side
    if (opened and len(word_list(rest)) <= _SHORT) or is_only_a_name_or_date(rest, is_start=not opened):
        other = replaced(before, rest, is_start=not opened)
        return other if other is not None else _with_context(question, before)
    leans = _leans_on_before(question) or (_is_vague(question) and not _WHO_IS.match(before))
    return _with_context(question, before) if leans else question


def _whole(question: str, about_person: str | None, before: str, answer: str) -> str | None:
    """Return a question in which whoever is pointed at is named, if it then needs no more."""
    if about_person and len(word_list(about_person)) > _SHORT:
        return about_person
    if (of_list := with_ordinal(question, answer)) and len(word_list(of_list)) > _BARELY:
        return of_list
    return _with_its_subject(about_person or question, before, answer)


def _with_its_subject(question: str, before: str, answer: str) -> str | None:
    """Return a question that names others, with whom the pronoun after its verb means; None for any other question."""
    if _is_of_its_own(question):
        return None if _REPLIES.search(question) else question
    if not mentions(question) or _SUBJECT_REPEATED.search(question):
        return None
    return with_inverted_subject(question, before, answer)


def _is_of_its_own(question: str) -> bool:
    """Tell whether a question names its subject before it asks: "Et la France, que demande-t-elle ?"."""
    opened = _AND.match(question)
    subject, comma, asked = (question[opened.end() :] if opened else question).partition(",")
    if not comma or not _ASKS.match(re.sub(r"(?i)qu['’]", "que ", asked.strip(), count=1)):
        return False
    return bool(mentions(subject, is_start=False)) and _INVERTED.search(asked) is not None


def _bare(question: str) -> str | None:
    """Return a question that says nothing of what it is about, by its question word; None for another."""
    if detail := _DETAIL.match(question):
        return f"{(detail.lastgroup or 'quoi').capitalize()} ?"
    says_nothing = _BARE.match(question) or _OF_IT.search(question) or _only_asks(question)
    return question if says_nothing or asks_publishers_of_nothing(question) else None


def _only_asks(question: str) -> bool:
    """Tell whether a question has nothing but question words: "Par qui ?", "C'était où ?"."""
    words = [fold(word) for word in word_list(question)]
    return (
        question.strip().endswith("?") and bool(words) and all(is_stop_word(word) or word in _ASKING for word in words)
    )


def _is_vague(question: str) -> bool:
    """Tell whether a short question names nobody, no place and no day: "Il y a eu des victimes ?"."""
    if len(word_list(question)) > _VAGUE or not (_COUNTS.match(question) or _OF_BEFORE.match(question)):
        return False
    return not mentions(question) and not find_dates(question)


def _without_bare(before: str) -> str:
    """Return the question that "Pourquoi ? (Que demande la France ?)" is about: another name is asked of that one."""
    context = _IN_BRACKETS.search(before)
    return context.group(1) if context and _BARE.match(before[: context.start()]) else before


def _with_context(question: str, before: str) -> str:
    context = _IN_BRACKETS.search(before)
    about = (context.group(1) if context else before).strip()
    if is_of_nothing(about):
        return question
    asked = question.strip()
    asked = asked if asked.endswith(_ENDS) else f"{asked} ?"
    return f"{asked} ({about})"


def _leans_on_before(question: str) -> bool:
    """Tell whether a question has a pronoun for what was said before, and no subject of its own."""
    if mentions(question):
        return False
    if _THIS.search(question):
        return True
    if _SUBJECT_REPEATED.search(question):
        return False
    plain = _IMPERSONAL.sub(" ", question)
    inverted = _INVERTED.search(plain) is not None
    plain = re.sub(r"-t-(?:il|elle|on)s?|(?<=\w)-(?:ils?|elles?|on)(?!\w)", " ", plain)
    return inverted or _PRONOUN.search(plain) is not None
