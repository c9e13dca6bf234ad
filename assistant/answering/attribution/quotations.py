"""Quotation marks in a sentence and around it: what lies inside, where a quotation opens, what announces it."""

from __future__ import annotations

import re
from functools import lru_cache

OPEN, CLOSE = "«“", "»”"
_STRAIGHT_OPENS = re.compile(r"(?:(?<=[\s(\[’'-])|(?<![\s\S]))\"(?=[^\s.,;:!?)\]])")
_MARK = re.compile(r"[«“»”]")
_ANNOUNCED = re.compile(r"\s?[:;]\s*[«“]")
_CLOSED = re.compile(r"[»”]")
# What makes quoted words a saying rather than a title: a verb that is everywhere, a person, an exclamation.
_SAYING = re.compile(
    r"(?<!\w)(?:(?:j|qu|n)[’'](?=\w)|(?:je|nous|vous|on|ils?|elles?|c[’']est|ce n[’']est|est|sont|a|ont|sera|seront"
    r"|était|faut|peut"
    r"|va|vont"
    r"|doit|doivent|que)(?!\w))|[!?.…]\s*$|(?<=[ln]ous )\w+ons\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«“]([^«»“”]*)(?:[»”]|$)")
_NAMING = re.compile(
    r"(?<!\w)(?:(?:intitul|appel|baptis|nomm|surnomm|rebaptis|renomm|titr|dénomm)(?:ée?s?|ait|e)|dite?s?|titres?"
    r"|(?:au|le|du|un|ce|aux|les|des|ces) (?:noms?|mots?|termes?|titres?|slogans?|expression|concepts?|programmes?"
    r"|films?|livres?|romans?|albums?|projets?|opérations?)"
    r"|(?:la|une|cette|l[’']|d[’']|son) ?(?:mention|expression|opération|chanson|série|émission|devise|campagne)"
    r"|signifi\w+|soit)(?: (?:de|du|d[’']\w+))?(?: \w+)? ?,? ?$|\spour $",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
_FEWEST_OF_A_CLAIM = 5
_FAR = 1500


@lru_cache(maxsize=64)
def with_directed_marks(text: str) -> str:
    """Return a text of the same length in which straight quotation marks open or close, as their surroundings say."""
    return _STRAIGHT_OPENS.sub("“", text).replace('"', "”") if '"' in text else text


def inside_quote(sentence: str, position: int) -> bool:
    """Tell whether a place of a sentence lies within quotation marks, also of one that was opened before it."""
    before = sentence[:position]
    if _MARK.search(before):
        return is_open(before)
    following = _MARK.search(sentence, position)
    return following is not None and following.group() in CLOSE


def is_quotation(sentence: str) -> bool:
    """Tell whether nothing of a sentence stands outside its quotation marks."""
    bare = sentence.strip(" .!?…\u00a0\u202f")
    marks = _MARK.findall(bare)
    opens, closes = bare[:1] in OPEN, bare[-1:] in CLOSE
    return len(marks) == (2 if opens and closes else 1) and (opens or closes) and len(bare.split()) >= _FEWEST_WORDS


def opens_with_words(sentence: str) -> bool:
    """Tell whether a sentence opens with quoted words long enough to be somebody's: « ... », peut-on lire."""
    closed = _CLOSED.search(sentence)
    words = sentence[1 : closed.start()] if closed and sentence[:1] in OPEN else ""
    return len(words.split()) >= _FEWEST_WORDS and _SAYING.search(words) is not None


def holds_claim(sentence: str) -> bool:
    """Tell whether a sentence quotes words that somebody must have said: a clause, or more than a name or a title.

    Titles open with a capital, or after a word that names something ("intitulé"); a word or two are but set apart.
    """
    if not re.search(r"\w{3}", _QUOTED.sub("", sentence)) and len(sentence.split()) >= _FEWEST_WORDS:
        return True
    for quoted in _QUOTED.finditer(sentence):
        words = quoted.group(1).strip()
        count = len(words.split())
        lower = words[:1].islower() or not words[:1].isalpha()
        clause = count >= _FEWEST_WORDS and lower and _SAYING.search(words) is not None
        if (clause or (lower and count >= _FEWEST_OF_A_CLAIM)) and not _NAMING.search(sentence, 0, quoted.start()):
            return True
    return False


def is_open(text: str) -> bool:
    """Tell whether a quotation is still open at the end of a text; one inside it does not close it."""
    return opened_at(text) >= 0


def opened_at(text: str) -> int:
    """Return where the quotation opened that is still open at the end of a text, the outer one of two; -1 for none."""
    return min(
        (text.rfind(one) for one, end in zip(OPEN, CLOSE, strict=True) if text.rfind(one) > text.rfind(end)), default=-1
    )


def is_all_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence lies within a quotation that its paragraph opened before it and that goes on after it."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - _FAR) : start]
    return is_open(before) and not any(mark in text[start:end] for mark in OPEN + CLOSE)


def announcement(sentence: str) -> str | None:
    """Return what stands before a colon that announces spoken words: "Le maire a réagi : « Nous ... »"; else None."""
    for colon in _ANNOUNCED.finditer(sentence):
        closed = _CLOSED.search(sentence, colon.end())
        words = sentence[colon.end() : closed.start() if closed else len(sentence)].strip()
        count = len(words.split())
        clear = _SAYING.search(words) or words[:1].islower() or count > _FEWEST_OF_A_CLAIM
        spoken = count >= _FEWEST_WORDS and clear
        if spoken and not inside_quote(sentence, colon.start()):
            return sentence[: colon.start()]
    return None
