"""Who signs a line: the names after "Par", and lines that are nothing but names."""

from __future__ import annotations

import re

from assistant.corpus import vocabulary as words
from assistant.corpus.date_lines import DATE_SIGN, is_date_line
from assistant.corpus.line_form import WORD, is_sentence, without_links
from assistant.corpus.outlets import is_known, is_outlet
from assistant.language.folding import fold

_BYLINE = re.compile(
    r"(?:auteure?s?|authors?|journaliste|redacteur|redactrice|signature|written by|texte) ?: ?[^.!?]{2,80}"
    rf"|(?:par )?(?:la )?redaction(?: (?:de |du |d')[\w' -]{{2,40}})?"
    rf"(?:[ (]*avec (?:les )?(?:agences?|{words.AGENCY}).{{0,40}})?|par (?:la )?redaction [\w' (-]{{2,60}}"
    rf"|[\w'. -]{{2,60}}?[ ,|–—-]+(?:avec|et|with) (?:l'|les )?(?:{words.AGENCY}|agences?)(?:\W.{{0,60}})?"
    rf"|(?:avec|with|sources? ?:?|d'apres|via)? ?(?:l'|la )?(?:{words.AGENCY}|agences?)(?:(?:\W+"
    rf"|\W*et\W+)(?:{words.AGENCY}))*"
    r"|sources? ?: ?[^.!?]{2,60}"
    r"|[\w'. -]{2,60}[, ]+(?:envoye\w* specia\w+|correspondant\w*|notre correspondant\w*)(?: .{0,60})?"
    r"|(?:de )?(?:notre|nos) (?:envoye|correspondant)\w*(?: .{0,80})?"
)
_SIGNED = re.compile(
    r"^\W*(?:(?:(?:Article|Texte|Textes|Récit|Reportage|Enquête|Propos|Entretien|Analyse|Décryptage|[ÉéEe]crit"
    r"|[Pp]ublié|[Pp]osté|[Rr]édigé|[Rr]éalisé|[Rr]ecueillis?|[Ss]igné) ){0,3}[Pp]ar|PAR|By|BY)(?: ?: ?"
    r"|\s)(?P<names>.{2,120}?)\W*$"
)
_BARE_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:de|du|des|d['’]|von|van|der|den|el|al|ben|le|la))?(?: [A-ZÀ-Þ][\w'’-]+){1,2}"
_BARE_NAMES = re.compile(
    rf"\W*(?:[Dd]e )?(?P<names>{_BARE_NAME}(?:(?:, | et | and | & ){_BARE_NAME}){{0,3}})"
    r"(?:[\s,|–—-]+(?:avec|et|with) (?:l['’]|les )?\w.{0,40})?\W*"
)
# First words of places, sections and institutions, which are written as names are.
_NO_FIRST_NAME = re.compile(
    r"(?:le|la|les|l|un|une|de|du|des|en|grande?s?|hauts?|hautes?|saint|sainte|nord|sud|est|ouest|iles?|pays|cote|val"
    r"|new|los|san|santa|royaume|etats|union|ville|mairie|radio|groupe|edition|service|redaction|agence|journal"
    r"|photos?|videos?|credits?|pour|par|avec|sur|dans|mon|ma|mes|nos|notre|votre|vos|tous|toute?s?|bonne|plus|vu|d)\b"
)
_AFTER_NAMES = re.compile(
    r"[\s,|–—-]*\b(?:publi[ée]|mise?s? à jour|modifié|le \d|\d{1,2}[/ ]|posted|updated|published|journaliste"
    r"|rédact).*$",
    re.IGNORECASE,
)
# What an author is, after the name: "(envoyée spéciale à Oslo)", ", correspondant à Rome", "Suivre".
_FUNCTION = re.compile(
    r"\s*\([^()]*\)?|[\s,–—-]+(?:(?:notre |nos )?(?:envoyée?s? spécia\w+|correspondant\w*)|service|suivre|follow)\b.*$",
    re.IGNORECASE,
)
_FROM_OR_FOR = re.compile(r"(?:à|au|aux|en|depuis|pour) [A-ZÀ-Þ][\w'’ -]{2,40}")
_PARTICLES = frozenset(
    "de du la le les des et avec d l von van der ben el al à pour y and with dit bin ibn in at".split()
)


def is_byline(line: str, plain: str) -> bool:
    """Tell whether a line is a signature, a desk's or an agency's name, or a source.

    Args:
        line: one line as saved.
        plain: its normal form.
    """
    if len(plain.split()) > 22 or is_sentence(line):
        return False
    return (
        bool(signed_names(line) or _BYLINE.fullmatch(plain)) or dated_names(line) is not None or _is_placed_name(line)
    )


def dated_names(line: str) -> str | None:
    """Return the names of a line that holds them and a full date only: "Awa Ndiaye, le 15/05/2024 à 18:30"."""
    first, *rest = re.split(r",\s+|\s[-–—|·•]\s|\spar\s", line.strip(" *_"), maxsplit=1)
    for name, stamp in ((first, rest[0]), (rest[0], first)) if rest else ():
        if is_date_line(fold(stamp)) and re.search(r"\d{4}|\d[/.]\d", stamp) and (names := bare_names(name)):
            return names
    return None


def _is_placed_name(line: str) -> bool:
    """Tell whether a line is a name, where it writes from and for whom: "Awa Ndiaye, à Carvin, pour Le Phare"."""
    name, *rest = re.split(r",\s+", line.strip(" *_"))
    return bool(rest) and bare_names(name) is not None and all(_FROM_OR_FOR.fullmatch(part) for part in rest)


def signed_names(line: str) -> str | None:
    """Return who signs in a "Par ..." line, as written; None when the line is no signature.

    What follows the names (a date, a function) is left out; the agency is not ("Jeanne Dupont avec AFP").
    """
    text = without_links(line.strip())
    match = _SIGNED.match(text) if len(text) < 200 else None
    if match is None:
        return None
    names = _AFTER_NAMES.sub("", _FUNCTION.sub("", match["names"])).strip(" ,|–—-(:")
    tokens = WORD.findall(names.replace("'", " ").replace("’", " "))
    lower = [token for token in tokens if token[0].islower() and token.casefold() not in _PARTICLES]
    with_agency = re.search(rf"\b(?:avec|et|with) (?:l'|les )?(?:{words.AGENCY}|agences?)\b", fold(names))
    if not tokens or len(tokens) > 14 or (lower and not (with_agency and len(lower) <= 2)):
        return None
    return names if any(token[0].isupper() for token in tokens) or with_agency else None


def bare_names(line: str) -> str | None:
    """Return the names of a line that holds nothing but names of persons, as written: "De Awa Ndiaye".

    Such a line is a signature by its place only (beside a date), so the caller looks where it stands.
    """
    text = _after_outlet(_FUNCTION.sub("", without_links(line.strip())))
    match = _BARE_NAMES.fullmatch(text) if len(text) < 120 else None
    if match is None:
        return None
    for name in re.split(r", | et | and | & ", match["names"]):
        tokens = set(WORD.findall(fold(name)))
        menu = tokens & (words.RUBRICS | words.STRONG_WORDS | words.WEAK_WORDS)
        if menu or _NO_FIRST_NAME.match(fold(name)) or DATE_SIGN.search(fold(name)) or is_outlet(name):
            return None
    return match["names"]


def _after_outlet(line: str) -> str:
    """Return what follows an outlet's name that opens a line: "Ouest-France Awa NDIAYE."."""
    tokens = line.split(" ")
    known = [count for count in range(1, min(5, len(tokens))) if is_known(" ".join(tokens[:count]))]
    return " ".join(tokens[known[-1] :]).lstrip("-–—|, ") if known else line
