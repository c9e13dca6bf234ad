"""Follow-ups that name a side or point at a person: "Et du côté arménien ?", "Et lui, qu'a-t-il dit ?"."""

from __future__ import annotations

import re
from itertools import chain

from assistant.answering.conversation.mentioned import Mention, mentions
from assistant.answering.conversation.replacing import added, replaced
from assistant.language.folding import fold, word_list
from assistant.language.names import gazetteer, merge_names
from assistant.language.words import is_stop_word

_SIDE = re.compile(
    r"^(?:(?:du|d['’]un|de l['’]autre|de|au|le|on|for|from)\s+)?(?P<side>(?:côté|camp)\s+.+|(?:the\s+)?.+\s+side)$",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"(?:côté|camp)\s[^\W\d_]+|[^\W\d_]+\sside(?!\w)", re.IGNORECASE)
# "Et dans l'autre camp ?": the one that the question before does not name.
_OTHER_CAMP = re.compile(
    r"^(?:(?:dans|de|du|pour|chez|on)\s+)?(?:l['’]autre (?:camp|côté|bord|partie|pays)|en face"
    r"|le camp (?:d['’]en face|adverse)"
    r"|camp adverse|la partie adverse|l['’]adversaire|d['’]en face|the other (?:side|camp|party))$",
    re.IGNORECASE,
)
_POINTED_AT = re.compile(
    r"^(?:(?:et|mais|and|but)\s+)?(?:(?:selon|d['’]après|pour|chez|avec|contre|à|according to|about|for)\s+)?"
    r"(?P<pronoun>lui|elle|him|her|he|she)(?=\s*(?:[,?!.]|$))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?:propos (?:des? |du |d’)|words of )([^«]+?)\s?:\s«|«\s?(.*?)\s?»\s\[\d")
_NAMES = re.compile(
    r"(?:^|[,«:]\s?|\s)(?P<name>[A-ZÉÈÀÎ][\w’'-]*[a-zé](?:\s(?:(?:de|du|von|van|al|el|ben)\s)?[A-ZÉÈÀÎ][\w’'-]+)+)"
)


def with_side(before: str, rest: str) -> str | None:
    """Return the question before asked of another side: its own party replaced, or the side added; None if unsound."""
    side = _SIDE.match(rest.strip(" ?!."))
    if side is None or not mentions(side["side"], is_start=False):
        return None
    words = side["side"]
    earlier = _EARLIER.search(before)
    if earlier:
        return before[: earlier.start()] + words + before[earlier.end() :]
    french = words.lower().startswith(("côté", "camp"))
    side_said = f"du {words}" if french else f"on {words}"
    party = next((one for one in mentions(before) if _is_party(before, one)), None)
    if party is None:
        return added(before, side_said)
    if party.preposition not in (None, "de", "à", "of", "by", "par", "selon"):
        return None
    lead = {"de": "du ", "à": "au ", None: "le " if french else ""}.get(party.preposition, f"{party.preposition} le ")
    if not french:
        lead = f"{party.preposition} " if party.preposition else ""
    after = re.sub(r"-elles?(?!\w)", "-il", before[party.end :], count=1) if french else before[party.end :]
    return before[: party.start] + lead + words + after


def with_other_camp(before: str, rest: str, answer: str) -> str | None:
    """Return the question before asked of the other party that the answer names; None without one to take its place.

    Args:
        before: the question before.
        rest: the new one without "et" before it.
        answer: what was answered.
    """
    if _OTHER_CAMP.match(rest.strip(" ?!.")) is None:
        return None
    said = said_in(answer)
    party = next((one for one in mentions(before) if _is_party(before, one)), None)
    if party is None or party.preposition not in (None, "par", "selon", "by", "according to"):
        return None
    name = fold(before[party.name_start : party.end])
    others = [one for one in mentions(said, is_start=False) if _is_party(said, one)]
    other = next((one for one in others if _is_other(said[one.name_start : one.end], name)), None)
    if other is None:
        return None
    return replaced(before, said[other.after_preposition : other.end], is_start=True)


def _is_other(name: str, than: str) -> bool:
    """Tell whether a name is neither another, nor the seat that speaks for it, nor the other way."""
    keys = [{word for word, _ in merge_names([fold(word) for word in word_list(one)])} for one in (name, than)]
    seats = gazetteer().metonyms
    return all(
        one != other and seats.get(one) != other and seats.get(other) != one for one in keys[0] for other in keys[1]
    )


def _is_party(text: str, mention: Mention) -> bool:
    """Tell whether a mention is a known name said as a noun: "l'Arménie", not "les autorités arméniennes"."""
    name = text[mention.name_start : mention.end]
    known = any(word.startswith("@") for word, _ in merge_names([fold(word) for word in word_list(name)]))
    return known and name[:1].isupper()


def with_person(question: str, before: str, answer: str) -> str | None:
    """Return a question whose "lui" or "elle" is replaced by the person meant; None without one.

    Args:
        question: as typed.
        before: the question before: the person named in it is meant, or the country of that gender.
        answer: what was answered; whoever is named first there is meant where the question names nobody.
    """
    pointed = _POINTED_AT.search(question)
    if pointed is None:
        return None
    feminine = fold(pointed["pronoun"]) in {"elle", "her", "she"}
    meant = (person_in(part) or party_of_gender(part, feminine=feminine) for part in before.split(" ("))
    person = next(filter(None, meant), None) or person_in(said_in(answer))
    if person is None:
        return None
    return question[: pointed.start("pronoun")] + person + question[pointed.end() :]


def party_of_gender(text: str, *, feminine: bool) -> str | None:
    """Return the last country or body of the gender, with its article: "la France" for "elle"."""
    articles = {"la", "l'"} if feminine else {"le", "l'"}
    found = [
        text[one.after_preposition : one.end]
        for one in mentions(text)
        if fold(text[one.after_preposition : one.name_start]).replace("’", "'").strip() in articles
    ]
    return found[-1] if found else None


def said_in(answer: str) -> str:
    """Return what an answer quotes and whom it names as speaking, without the publishers it names besides."""
    return " . ".join(filter(None, chain.from_iterable(_QUOTED.findall(answer)))) or answer


def person_in(text: str) -> str | None:
    """Return the first name of two capitalised words or more that is no known place or body."""
    found = [re.split(r"\s", match["name"]) for match in _NAMES.finditer(text)]
    # "Pour Jens Stoltenberg": the capital of the first word may be the sentence's.
    names = [" ".join(words[1:] if is_stop_word(fold(words[0])) else words) for words in found]
    people = [
        name
        for name in names
        if " " in name
        and not any(word.startswith("@") for word, _ in merge_names([fold(word) for word in word_list(name)]))
    ]
    return people[0] if people else None
