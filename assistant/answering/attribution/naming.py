"""The full name of a speaker whom a sentence calls by an office, a title or a kind, where the article gave it before.

« La porte-parole ajoute » comes back as « La porte-parole, Anne Rey », « Mme Rey » as « Anne Rey ». An office must be
one that the article gives that person; a kind ("l'élue", "l'octogénaire") takes the person named last whom it fits.
Nobody is named where two fit as well: no name is better than another's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.answering.attribution.offices import Gender, content, root
from assistant.answering.attribution.people import Person, people_of
from assistant.language.folding import fold
from assistant.language.sentences import sentences

_PHRASE = re.compile(
    r"^(?P<det>(?:[Ll][ea]|[Cc]et|[Cc]ette|[Cc]e|[Ss]on|[Ss]a|[Ll]eur|[Dd]u|[Aa]u)\s|[Ll][’'])\s?"
    r"(?P<kept>(?:ancien(?:ne)?\s|jeune\s|vieille?\s|nouve(?:au|lle)\s)?(?P<head>[\w’-]+)[^,;:.«»]*)$"
)
_TITLED = re.compile(
    r"^(?:(?:MM?\.|Mmes?|Mlle|Me|Dr|[Ll][ea] (?:docteure?|professeure?|ministre|maire|préf[eè]te?|juge|général"
    r"|capitaine"
    r"|députée?|sénat(?:eur|rice)))\s)(?P<last>[A-ZÉÈÎ][\w’'-]+)$"
)
_ALONE = re.compile(r"^[A-ZÉÈÎ][\w-]+$")
_OF_MRS = re.compile(r"^(?:Mme|Mlle|[Ll]a)\s")
_OF_MR = re.compile(r"^(?:M\.|[Ll]e)\s")
_CHIEFS = "pdg directeur president proprietair patron fondateur gerant dirigeant armateur entrepreneur industriel"
_ELECTED = (
    "mair deput senateur president conseiller ministr opposant vice-president gouverneur elu edil candidat rapporteur"
)
_OFFICERS = "command commandant colonel capitain general lieutenant porte-parol sergent major adjud adjudant commissair"
# What a kind may stand for: the roots of offices, or any person.
_KINDS: Mapping[str, frozenset[str] | None] = {
    **dict.fromkeys(("elu", "edil", "parlementair", "politicien", "opposant"), frozenset(_ELECTED.split())),
    **dict.fromkeys(("magistrat",), frozenset("procureur jug magistrat president substitut".split())),
    **dict.fromkeys(("officier", "gradé", "militair", "officiel"), frozenset(_OFFICERS.split())),
    **dict.fromkeys(("avocat", "defenseur", "conseil"), frozenset(["avocat"])),
    **dict.fromkeys(("medecin", "praticien", "soignant", "chirurgien", "urgentist"),
                    frozenset("docteur medecin chef cheff infirmier professeur urgentist chirurgien".split())),
    **dict.fromkeys(("dirigeant", "patron", "entrepreneur", "industriel", "pdg", "armateur"),
                    frozenset(_CHIEFS.split())),
    **dict.fromkeys(("syndicalist",), frozenset("delegu secretair syndicalist representant".split())),
    **dict.fromkeys(("diplomat", "emissair"), frozenset("ambassadeur ministr mediateur envoy emissair consul".split())),
    **dict.fromkeys(("chercheur", "scientifiqu", "specialist", "expert", "universitair"), frozenset(
        "historien economist hydrologu geologu sociologu professeur chercheur directeur epidemiologist virologu"
        " climatologu physicien biologist jurist politologu demographe sismologu volcanologu".split())),
    **dict.fromkeys(("interess", "vainqueur", "perdant", "gagnant", "septuagenair"), None),
    **dict.fromkeys(("quinquagenair", "quadragenair", "trentenair", "sexagenair", "octogenair", "nonagenair"), None),
}  # fmt: skip
_PHRASES: Mapping[str, frozenset[str]] = {
    "homme d'affaires": frozenset(_CHIEFS.split()),
    "femme d'affaires": frozenset(_CHIEFS.split()),
    "chef de l'etat": frozenset(["president", "roi", "rein"]),
    "chef du gouvernement": frozenset(["premier"]),
    "chef de la diplomatie": frozenset(["ministr"]),
}
_OFFICES = frozenset(
    "porte-parol president directeur delegu secretair maire mair prefet gouverneur ministr depute deput senateur"
    " procureur vice-president responsabl coordinateur fondateur rapporteur mediateur conseiller representant"
    " capitain colonel general commandant chef cheffe cheff negociateur ambassadeur economist historien".split()
)
_ANSWERS = re.compile(
    r"(?<!\w)(?:répond\w*|répliqu\w+|rétorqu\w+|dément\w*|conteste\w*|rejett?e\w*|réfut\w+|récus\w+|nie|lui|elle"
    r"|accus\w+"
    r"|en revanche|au contraire|de (?:son|sa) côté|pour sa part|quant à|mais|pourtant|reproch\w+|se défend)(?!\w)"
)
_FEMININE = re.compile(r"(?:ée|ue|euse|trice|ienne|ante|ate|ière|dente)$")
_MASCULINE = re.compile(r"(?:é|u|eur|ien|ant|at|ier|dent)$")
_NEAR = 4


def in_full(text: str, start: int, end: int, speaker: str) -> str:
    """Return a speaker with the full name that the article gives before a place; as it is where none is sure.

    Args:
        text: the article's text.
        start: where the sentence starts that calls the speaker so.
        end: where it ends.
        speaker: in the article's words.
    """
    if titled := _TITLED.match(speaker) or _ALONE.match(speaker):
        last = titled.groupdict().get("last") or speaker
        return _by_last_name(text, start, speaker, last) or speaker
    phrase = _PHRASE.match(speaker)
    if phrase is None or re.search(r"[A-ZÉÈÎ][\w’'-]+ [A-ZÉÈÎ]", phrase.group("kept")):
        return speaker
    name = _by_office(text, end, phrase) or _by_kind(text, start, phrase) or _by_next_words(text, start, end, phrase)
    return f"{speaker}, {name}" if name else speaker


def _known(text: str, start: int) -> list[Person]:
    """Return the people named before a place, the last named first."""
    known = [person for person in people_of(text) if person.places[0] < start]
    return sorted(known, key=lambda person: -_last(person, start))


def _last(person: Person, start: int) -> int:
    return max((place for place in person.places if place < start), default=-1)


def _by_last_name(text: str, start: int, speaker: str, last: str) -> str | None:
    """Return the only person named before whose last name this is."""
    gender: Gender = "f" if _OF_MRS.match(speaker) else "m" if _OF_MR.match(speaker) else None
    found = [
        person.name
        for person in _known(text, start)
        if re.search(rf"[\s’']{re.escape(fold(last))}$", fold(person.name))
        and (person.gender is None or gender is None or person.gender == gender)
        and (speaker != last or person.gender or person.offices)
    ]
    return found[0] if len(found) == 1 else None


def _by_office(text: str, start: int, phrase: re.Match[str]) -> str | None:
    """Return the person to whom the article gave this office before, by the words of the phrase."""
    head, words, gender = root(phrase.group("head")), content(phrase.group("kept")), _gender(phrase)
    found = [
        person
        for person in _known(text, start)
        if (not gender or person.gender in (None, gender))
        and any(office.head == head and _fits(words, office.words) for office in person.offices)
    ]
    if len(found) > 1 and len(words) == 1 and _last(found[0], start) < _near(text, start):
        return None
    return found[0].name if found else None


def _by_next_words(text: str, start: int, end: int, phrase: re.Match[str]) -> str | None:
    """Return the one person of the sentence before, of whom no office is told.

    « ... », lance Anne Rey. La présidente du comité exige ... The press then tells who that was. Not where the sentence
    answers another, or names somebody itself.
    """
    line = text.rfind("\n", 0, start) + 1
    spans = sentences(text[line:start])[-1:]
    gender = _gender(phrase)
    if not spans or not gender or root(phrase.group("head")) not in _OFFICES or _ANSWERS.search(text[start:end]):
        return None
    before = line + spans[0][0]
    people = [person for person in people_of(text) if any(before <= place < end for place in person.places)]
    fits = len(people) == 1 and people[0].gender == gender and people[0].places[0] < start
    return people[0].name if fits and not [one for one in people[0].offices if one.head != "docteur"] else None


def _fits(words: frozenset[str], office: frozenset[str]) -> bool:
    """Tell whether a phrase says no more than an office does, each noun by its root."""
    return {root(word) for word in words} <= {root(word) for word in office}


def _by_kind(text: str, start: int, phrase: re.Match[str]) -> str | None:
    """Return the person named last, close before, whom a kind fits: one of such an office, or the only one there."""
    kept = fold(phrase.group("kept")).replace("’", "'")
    heads = next((heads for words, heads in _PHRASES.items() if kept.startswith(words)), None)
    kind = root(phrase.group("head"))
    if heads is None and kind not in _KINDS:
        return None
    heads = heads or _KINDS[kind]
    gender = _gender(phrase)
    near = _near(text, start)
    close = [person for person in _known(text, start) if _last(person, start) >= near]
    close = [person for person in close if not gender or person.gender in (None, gender)]
    fitting = [person for person in close if heads and any(office.head in heads for office in person.offices)]
    if fitting:
        return fitting[0].name
    open_to = [person for person in close if person.gender and not _offices_of(person, heads)]
    only = len(open_to) == 1 or (heads is None and bool(open_to))
    return open_to[0].name if only and _last(open_to[0], start) == max(_last(one, start) for one in close) else None


def _offices_of(person: Person, heads: frozenset[str] | None) -> bool:
    """Tell whether a person has an office that is none of a kind; a title of courtesy is no office."""
    return heads is not None and any(office.head not in ("docteur",) for office in person.offices)


def _near(text: str, start: int) -> int:
    """Return where the few sentences before a place begin."""
    offset = max(0, start - 1500)
    spans = sentences(text[offset:start])[-_NEAR:]
    return offset + spans[0][0] if spans else start


def _gender(phrase: re.Match[str]) -> Gender:
    determiner, head = phrase.group("det").strip().lower(), phrase.group("head")
    if determiner in ("la", "cette", "sa") or (determiner in ("l’", "l'") and _FEMININE.search(head)):
        return "f"
    return "m" if determiner in ("le", "ce", "cet", "du", "au") or _MASCULINE.search(head) else None
