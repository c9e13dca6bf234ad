"""Who did a thing: whether a sentence has the act that is asked about, done, and somebody new who may have done it.

"Qui a signé la trêve ?" is not answered where a signature is only called for, where "il" signs and nobody new was
named before, where the one who speaks of a death is the only one named, nor where nothing of the kind is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answering.selection.answer_types import new_speaker, person_told
from assistant.answering.selection.asked import Asked
from assistant.answering.selection.folded import folded, folded_words
from assistant.answering.selection.matching import Match, kin, match_terms
from assistant.answering.selection.sentences import ReadArticle, Sentence
from assistant.answering.selection.speakers.asked_speaker import asks_view, speaker_of
from assistant.answering.selection.when_where.place_held import content_words
from assistant.language.folding import fold, word_list

_ASKS = re.compile(r"^(?:et |mais |alors |and )?(?:c'est )?(?P<of>a |par |de |avec |contre |pour )?(?:qui|who)\b")
_PAST = re.compile(
    r"\b(?:qui|who) (?:n'|s'|l'|les |le |la |en |y |nous |se )*"
    r"(?:a|ont|avait|avaient|est|sont|fut|has|have|had|did|\w+ed)\b"
)
_MET = 0.5
"""How well a verb, its noun or a synonym has to say what is asked about."""
_CLAIMED = re.compile(r"\b(?:accus|soupconn|reproch|inculp|mis en examen)")
_TO_COME = re.compile(
    r"^(?:doi(?:t|vent)|devr\w+|pourr\w+|peu(?:t|vent)|veu(?:t|lent)|v(?:a|ont)|appel\w+|demand\w+|reclam\w+|exig\w+|propos\w+"
    r"|souhait\w+|esper\w+|prevu\w*|prevoi\w+|envisag\w+|entend\w*|compt(?:e|ent)|exhort\w+|plaid\w+|refus\w+|menac\w+|promet\w*"
    r"|promis|projet\w*|attend\w*|exclu\w*|renonc\w*|ni(?:e|ent)|sans|avant|pour|afin)$"
)
_BEFORE = 4
"""Words before an act that may say that it is only wanted or to come."""
_FUTURE = re.compile(r"\w{3,}(?:ra|ront|rait|raient)$")
_INFINITIVE = re.compile(r"\w{2,}(?:er|ir|oir|re)$")
_DETERMINERS = frozenset("le la l les un une des ce cet cette ces leur leurs son sa ses d de du au aux".split())
_PRONOUNS = frozenset("il elle ils elles on".split())
_BETWEEN = frozenset(
    "a ont avait avaient est sont etait etaient ne n se s l les le la y en lui leur donc ete deja aussi alors".split()
)
_BY = frozenset({"par", "by"})
_BEING = frozenset("est sont etait etaient fut furent ete sera seront etre was were been is are".split())
_DONE = ("é", "ée", "és", "ées")
_HAVING = frozenset("a ont avait avaient ayant avoir aura auront aurait auraient ai as avons eu".split())
_ARTICLES = frozenset("le la les l the".split())
_OF = frozenset("de du des d que of".split())
_PLACED = frozenset("a en dans sur vers au aux de du des d pres chez depuis in at of from near contre".split())
_PARTICIPLE = re.compile(r"\w{2,}ée?s?|(?:com|re)mise?s?|prise?s?|faite?s?|conduite?s?|tenue?s?|rendue?s?|soutenue?s?")
_FAR = 14
_TO = re.compile(
    r"(?<!\w)(?:à|au|aux|auprès d[eu]s?|to)\s(?:l[ae]\s|l[’']|un\s|une\s|son\s|sa\s|des\s|leurs?\s|the\s)?"
    r"(?P<whom>[\w’'-]{3,})"
)


def tells_doer(asked: Asked, sentence: Sentence, read: ReadArticle, *, somebody: bool) -> bool:
    """Tell whether a sentence may say who did what a question asks about; True for any other question.

    Args:
        asked: the question.
        sentence: the sentence.
        read: its article.
        somebody: whether a person is asked for by what he is: "qui est l'auteur du rapport ?".
    """
    query = asked.query
    if somebody:
        return person_told(query, sentence, already=asked.words) > 0
    found = _ASKS.match(folded(query.text))
    if query.answer_type != "who" or found is None:
        return True
    if asks_view(query):
        return found["of"] is not None or speaker_of(sentence) is None or new_speaker(sentence, asked.words)
    if asked.verb is None:
        return True
    matches = match_terms(query, sentence.terms)
    place = next(place for place, term in enumerate(query.terms) if term is asked.verb)
    if kin(query, sentence.said, [match.similarity for match in matches])[place] < _MET:
        return False
    if found["of"] == "a ":
        return _to_somebody(sentence, asked.words)
    return found["of"] is not None or _is_done_by_somebody(asked, sentence, read, matches[place])


def _is_done_by_somebody(asked: Asked, sentence: Sentence, read: ReadArticle, met: Match) -> bool:
    words = folded_words(sentence.text)
    at = met.position
    if not 0 < at < len(words) or _is_acted_upon(asked):
        return True
    before = words[max(0, at - _BEFORE) : at]
    past = _PAST.search(folded(asked.query.text)) is not None
    if past and _is_to_come(words[at], before) and not _CLAIMED.search(folded(sentence.text)):
        return False
    by = _by(word_list(sentence.text), at)
    if _is_noun(words[at], before):
        return by or _has_agent_of_noun(asked, sentence, words, at)
    if any(word in _BEING for word in before[-2:]):
        return by or past is False
    if word_list(sentence.text)[at].endswith(_DONE) and _HAVING.isdisjoint(before[-_BEFORE + 1 :]):
        return by  # "le cessez-le-feu signé à Vienne tient"
    subject = next((word for word in reversed(before) if word not in _BETWEEN), "")
    if subject in _PRONOUNS and not by and not _new_names(sentence, asked).intersection(words[:at]):
        earlier = read.sentences[max(0, sentence.number - 1) : sentence.number]
        names = [term for term in asked.query.terms if term.is_name and term.position > _position(asked)]
        same = all(any(way in sentence.said for way in term.alternatives) for term in names[:1])
        return same and any(_new_names(one, asked) for one in earlier)
    return True


def _is_noun(word: str, before: Sequence[str]) -> bool:
    """Tell whether an act is told by its noun: "la signature", not "promet de signer" or "avant de le signer"."""
    verb = _INFINITIVE.fullmatch(word) is not None and not {"de", "d", "a", "pour"}.isdisjoint(before[-2:])
    return before[-1] in _DETERMINERS and not verb


def _is_acted_upon(asked: Asked) -> bool:
    """Tell whether "qui" is acted upon in a question: "qui a été blessé", "qui a-t-il nommé"."""
    words = folded_words(asked.query.text)
    place = _position(asked)
    return any(word in _BEING or word in _PRONOUNS for word in words[max(0, place - _BEFORE) : place])


def _position(asked: Asked) -> int:
    return asked.verb.position if asked.verb else 0


def _by(words: Sequence[str], at: int) -> bool:
    """Tell whether "par" after an act names who did it, and not who did another thing said between."""
    place = next((place for place in range(at + 1, min(at + _FAR, len(words))) if words[place].lower() in _BY), 0)
    return place > 0 and (place - 1 == at or _PARTICIPLE.fullmatch(words[place - 1]) is None)


def _has_agent_of_noun(asked: Asked, sentence: Sentence, words: Sequence[str], at: int) -> bool:
    """Tell whether a new name is whose an act is: before its noun as a subject, or right after it and "de".

    Who only speaks of it did not do it: "l'Arménie annonce la mort de dix civils".
    """
    new = _new_names(sentence, asked) - content_words(fold(speaker_of(sentence) or ""))
    opening = min((place for _, place in sentence.terms), default=0)  # after where a dispatch was sent from
    for place in (place for place, word in enumerate(words) if word in new and place >= opening):
        first = place - 1 if words[place - 1] in _ARTICLES else place
        placed = words[first - 1] in _PLACED if first else False
        if (place < at and not placed) or (first - 1 == at + 1 and words[at + 1] in _OF):
            return True
    return False


def _is_to_come(word: str, before: Sequence[str]) -> bool:
    """Tell whether an act is only wanted or to come: "appelle à signer", "signera", "demande la signature"."""
    if _FUTURE.fullmatch(word):
        return True
    if any(one in ("avoir", "ete") for one in before):
        return False
    wanted = any(_TO_COME.match(one) for one in before)
    noun = _is_noun(word, before)
    led_to = any(one in ("a", "pour") and _INFINITIVE.fullmatch(after) for one, after in pairwise(before))
    return (wanted and (noun or _INFINITIVE.fullmatch(word) is not None)) or (noun and led_to)


def _new_names(sentence: Sentence, asked: Asked) -> set[str]:
    """Return the words of the names in a sentence that a question does not have."""
    return {word for name in sentence.names for word in content_words(name)} - asked.words


def _to_somebody(sentence: Sentence, already: frozenset[str]) -> bool:
    """Tell whether a sentence has somebody to whom a thing is done, whom the question does not name."""
    return any(not content_words(fold(found["whom"])) <= already for found in _TO.finditer(sentence.text))
