"""What one line of a saved page says about itself: a button, a credit, a byline, an invitation, or nothing.

General French and English press vocabulary, no site and no article in particular. A pattern must
explain the whole line, so that a sentence which merely speaks of cookies or of Facebook is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from assistant.corpus import vocabulary as words
from assistant.corpus.outlets import is_company, is_known, is_outlet
from assistant.language.folding import fold

Reason = Literal[
    "text", "blank", "title", "navigation", "interface", "related", "related-inline", "related-heading",
    "comments-heading", "footer-heading", "tags-heading", "invitation", "cookies", "paywall", "credit", "caption",
    "byline", "date", "media", "template", "teaser", "repeated",
]  # fmt: skip

MAX_PATTERN_CHARS = 1_500  # no menu line is longer, and no pattern is tried on more

_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_MARKDOWN_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)")
_IMAGE_ONLY = re.compile(r"(?:\s*!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)\s*)+")
_DECORATION = " \t\u00a0\u202f\u200b\ufeff#*_>»›→•·|/–—-+=~.:,;!?…\"'«“”()[]<▶►▼▲✕×✖⬇↓↑"
_SENTENCE_END = re.compile(r"[.!?…][»”\"'’)\]\s\u00a0\u202f*_]*$")
# Agency copy ends with the initials of its writers: "... deux blessés.abc/de".
_INITIALS = re.compile(r"[.!?…][»\"]?[a-z-]{2,12}(?:/[a-z-]{2,12})+$")
_QUOTE = re.compile(r"[«»“”\"]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FILE_NAME = re.compile(
    r"[\w .()-]{1,80}\.(?:jpe?g|png|gif|webp|svg|avif|mp[34])|[a-z]{3,12}\d{3,}|img[_-]?\d+|(?:https?://|www\.)\S+"
)

_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTHS = (
    "janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?"
    "|dec(?:embre)?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar"
    "|apr|jun|jul|aug|sep"
)
_DATE_LABEL = (
    r"publie\w*|paru\w*|cree\w*|mise?s?|modifie\w*|actualise\w*|poste\w*|redige\w*|published|updated|posted"
    r"|modified|maj"
    r"|publication|modification|lecture|ecoute|read|ago|il y a"
)
_DATE_TOKEN = re.compile(
    rf"(?:{_DATE_LABEL}|a jour|en ligne|aujourd'hui|hier|avant-hier|today|yesterday|{_DAYS}|{_MONTHS}|derniere?|last"
    r"|\d{1,4}(?:er|st|nd|rd|th)?|\d{1,2}h\d{0,2}|\d+(?:min|mn|sec|s|h)|minutes?|mins?|mn|sec|secondes?|heures?|hours?"
    r"|jours?|days?|semaines?|mois|ans?|environ|moins|a|le|au|de|du|des|d|l|la|on|at|the|et|gmt|utc|est|am|pm|h"
    r"|article|temps|duree|time|date|heure|par|by|il|y|ce|jour|en|ligne|sources?)"
)
_DATE_SIGN = re.compile(rf"\b(?:{_DATE_LABEL}|aujourd'hui|hier|{_DAYS}|{_MONTHS}|\d{{4}})\b|\d ?[h:/]")
_LABELLED_DATE = re.compile(rf"\b(?:{_DATE_LABEL})\b")

_DESK = re.compile(r"(?:la |le )?(?:redaction|service|edition|desk)(?: [\w'-]+){0,4}")  # "Rédaction Culture"
_DEAD_LINKS = re.compile(r"\s*(?:[-*•|]?\s*\[[^\]\n]{0,80}\]\((?:#[^)\n]{0,60}|javascript:[^\n]{0,100})\)\s*)+")
_AGENCY_NAME = re.compile(rf"\b(?:{words.AGENCY})\b")

_CREDIT_MARK = re.compile(
    r"©|\(c\) ?\w|tous droits (?:de reproduction )?reserves|all rights reserved"
    r"|reproduction (?:totale ou partielle )?interdite|copyright"
)
_CREDIT_LABEL = re.compile(
    r"(?:credits?|photo(?:graphie)?s?|images?|illustrations?|legende|visuel|capture d'ecran|infographie)"
    r"(?: ?(?:photos?|image|d'illustration|illustration|d'archives?|video))? ?[:/|(-].{1,120}"
    r"|(?:photo|image|illustration|picture)s? (?:d'illustration|d'archives?|(?:"
    + words.AGENCY
    + r")|prise par .{1,80})(?:\W.{0,60})?|.{0,300}\b(?:getty images|shutterstock|istock(?:photo)?|adobe ?stock"
    r"|maxppp|hans lucas|wikimedia commons)(?:\W.{0,40})?"
)
_CREDIT_TAIL = re.compile(
    rf".{{0,400}}(?:/ ?(?:{words.AGENCY})|\bvia (?:{words.AGENCY})|[(\[](?:photo|image|credits?|archives?"
    rf"|video)s?\b[^()]{{0,60}}[)\]])\W*"
)
_AGENCY_FIRST = re.compile(rf"\W*(?:{words.AGENCY}) ?/ ?[\w' .-]{{2,40}}")  # "AFP / Léa Fournier"
_COMMISSIONED = re.compile(r".{0,400}\b[A-ZÀ-Þ][A-ZÀ-Þ' -]{3,40} POUR [«\"].{2,40}")  # a photographer, in capitals
# "Le village sous les eaux. Photo Le Journal/Léa Fournier": a photographer after the caption's full stop.
_CAPTION_END = re.compile(
    r".{0,400}[.!?…»)]\s+(?:Photos?|Crédits?|Images?|Illustrations?)(?: (?:photos?|d['’]archives?|d['’]illustration))?"
    r"\s*:?\s+[A-ZÀ-Þ][^.!?]{1,60}"
)
_BYLINE = re.compile(
    r"(?:auteure?s?|authors?|journaliste|redacteur|redactrice|signature|written by|texte) ?: ?[^.!?]{2,80}"
    rf"|(?:la )?redaction(?: (?:de |du |d')[\w' -]{{2,40}})?(?: avec (?:les )?(?:agences?|{words.AGENCY}).{{0,40}})?"
    rf"|[\w'. -]{{2,60}}?[ ,|–—-]+(?:avec|et|with) (?:l'|les )?(?:{words.AGENCY}|agences?)(?:\W.{{0,60}})?"
    rf"|(?:avec|with|sources? ?:?|d'apres|via)? ?(?:l'|la )?(?:{words.AGENCY}|agences?)(?:(?:\W+"
    rf"|\W*et\W+)(?:{words.AGENCY}))*"
    r"|sources? ?: ?[^.!?]{2,60}"
    r"|[\w'. -]{2,60}[, ]+(?:envoye\w* specia\w+|correspondant\w*|notre correspondant\w*)(?: .{0,60})?"
    r"|(?:de )?(?:notre|nos) (?:envoye|correspondant)\w*(?: .{0,80})?"
)
_SIGNED = re.compile(
    r"^\W*(?:(?:(?:Article|Texte|Textes|Récit|Reportage|Enquête|Propos|Entretien|Analyse|Décryptage|[ÉéEe]crit"
    r"|[Pp]ublié|[Rr]édigé|[Rr]éalisé|[Rr]ecueillis?|[Ss]igné) ){0,3}[Pp]ar|PAR|By|BY)(?: ?: ?"
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
_PARTICLES = frozenset(
    "de du la le les des et avec d l von van der ben el al à pour y and with dit bin ibn in at".split()
)
_INVITATION_START = re.compile(rf"(?:[^.!?]{{0,60}}\W)??(?:{words.IMPERATIVE})|(?:{words.OPENINGS})")
_HOUSE = re.compile(rf"\b(?:{words.HOUSE_SERVICE})\b")
_USER = re.compile(rf"\b(?:{words.USER_SERVICE})\b")
_COOKIES = re.compile(r"\b(?:cookies?|traceurs?|consentement)\b")
_COOKIE_VOICE = re.compile(
    r"\b(?:nous (?:et nos \w+ )?(?:utilisons|deposons|stockons)|(?:nos|ses) (?:\d+ )?partenaires|vous acceptez"
    r"|votre (?:accord|consentement|navigation|choix)|vos (?:choix|preferences)|ce (?:site|contenu) (?:utilise"
    r"|est bloque)"
    r"|cookies (?:seront|ont ete|sont) (?:deposes|utilises|actives|refuses)|en cliquant sur"
    r"|vous pourrez (?:visualiser|voir|consulter|acceder|lire|regarder)"
    r"|we (?:and our partners )?use|your consent|vous n'avez pas accepte)"
)
_PAYWALL = re.compile(
    r"il (?:vous|ne vous) reste .{0,40}\d+ ?% .{0,60}"
    r"|(?:(?:cet|l'|un) ?article|ce contenu|la suite|le reste|la lecture)(?: de (?:cet |l')article)? .{0,20}"
    r"reserv\w+ (?:a|aux) (?:nos |l[ae] |les )?(?:abonn|inscrit|membre)\w*.{0,40}"
    r"|deja (?:abonne|inscrit|un compte).{0,60}|pas encore abonne.{0,60}|lecture .{0,40} autre appareil.{0,80}"
    r"|vous pouvez lire .{0,60} un seul appareil.{0,80}|(?:s'abonner|abonnez-vous|je m'abonne) .{0,40}\d.{0,60}"
    r"|pour lire la suite.{0,80}|subscribe .{0,60}to continue.{0,40}|already (?:a )?subscrib\w+.{0,60}"
)


def normal_form(line: str) -> str:
    """Return a line ready for the patterns: glued menu words parted, markdown links undone, folded, trimmed."""
    parted = _GLUED.sub(" ", _MARKDOWN_LINK.sub(r"\1", line))
    return " ".join(fold(parted).split()).strip(_DECORATION)


def is_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does: with a full stop, a question or exclamation mark."""
    ending = line.rstrip()[-40:]
    return bool(_SENTENCE_END.search(ending) or _INITIALS.search(ending))


def line_reason(line: str, *, outside_body: bool) -> Reason:
    """Say what a line is, from the line alone.

    Args:
        line: one line, or one paragraph that was wrapped over several.
        outside_body: True before the first and after the last paragraph, where "votre compte" or a lone
            date is the page's own; between paragraphs they may be the news.

    Returns:
        ``text`` for whatever no pattern explains.
    """
    if not line.strip():
        return "blank"
    if len(line) > MAX_PATTERN_CHARS:
        return "text"
    plain = normal_form(line)
    if _IMAGE_ONLY.fullmatch(line) or _FILE_NAME.fullmatch(plain) or (not plain and not is_sentence(line)):
        return "media"  # an image, its file name, an address, a rule, an emoji; but "(...)" is the article's
    return (
        _heading(line, plain)
        or _button(line, plain)
        or _stamp(line, plain, outside_body)
        or _address(line, plain, outside_body)
        or ("template" if _other_script(line) else "text")
    )


def signed_names(line: str) -> str | None:
    """Return who signs in a "Par ..." line, as written; None when the line is no signature.

    What follows the names (a date, a function) is left out; the agency is not ("Jeanne Dupont avec AFP").
    """
    text = without_links(line.strip())
    match = _SIGNED.match(text) if len(text) < 200 else None
    if match is None:
        return None
    names = _AFTER_NAMES.sub("", _FUNCTION.sub("", match["names"])).strip(" ,|–—-(:")
    tokens = _WORD.findall(names.replace("'", " ").replace("’", " "))
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
        tokens = set(_WORD.findall(fold(name)))
        menu = tokens & (words.RUBRICS | words.STRONG_WORDS | words.WEAK_WORDS)
        if menu or _NO_FIRST_NAME.match(fold(name)) or _DATE_SIGN.search(fold(name)) or is_outlet(name):
            return None
    return match["names"]


def _after_outlet(line: str) -> str:
    """Return what follows an outlet's name that opens a line: "Ouest-France Awa NDIAYE."."""
    tokens = line.split(" ")
    known = [count for count in range(1, min(5, len(tokens))) if is_known(" ".join(tokens[:count]))]
    return " ".join(tokens[known[-1] :]).lstrip("-–—|, ") if known else line


def without_links(line: str) -> str:
    """Return a line with the words of its Markdown links in their place."""
    return _MARKDOWN_LINK.sub(r"\1", line)


def _heading(line: str, plain: str) -> Reason | None:
    if len(plain) > 200:
        return None
    inline = words.INLINE_HEADINGS.fullmatch(plain)
    if inline is not None:
        title = _WORD.search(inline["rest"])
        own_words = is_sentence(line) and (line.lstrip()[0] in '«"“' or plain.count(" ") > 20)
        if not own_words:  # « Lire aussi entre les lignes », conseille-t-elle.
            return "related-inline" if title else "related-heading"
    if _QUOTE.search(line) or (is_sentence(line) and (plain.count(" ") > 8 or " " not in plain)):
        return None
    for reason, pattern in (
        ("comments-heading", words.COMMENT_HEADINGS),
        ("related-heading", words.BLOCK_HEADINGS),
        ("footer-heading", words.FOOTER_HEADINGS),
        ("tags-heading", words.TAG_HEADINGS),
    ):
        if pattern.fullmatch(plain):
            return reason  # type: ignore[return-value]
    return None


def _button(line: str, plain: str) -> Reason | None:
    """Judge lines made of interface words only, and menus made of section names."""
    tokens = _WORD.findall(plain)
    if re.fullmatch(r"(?:#\w+[\s,]*)+", line.strip()) or _DEAD_LINKS.fullmatch(line):
        return "interface"  # hashtags; links that lead nowhere are buttons
    if not is_sentence(line) and (words.LABELS.fullmatch(plain) or _is_own_service(line)):
        return "interface"
    if words.PHRASES.fullmatch(plain) and (len(tokens) >= 3 or not is_sentence(line)):  # "Non." is an answer
        return "interface"
    if len(tokens) > 25 or (is_sentence(line) and len(tokens) > 8):
        return None
    strong = sum(token in words.STRONG_WORDS for token in tokens)
    known = sum(
        token in words.STRONG_WORDS or token in words.WEAK_WORDS or token in words.NEUTRAL_WORDS for token in tokens
    )
    if is_sentence(line) and not line.strip()[0].isupper():
        return None  # the end of a sentence that was broken over two lines
    if strong and (known == len(tokens) or (strong >= 3 and known >= 0.75 * len(tokens))):
        return "interface"
    sections = sum(token in words.RUBRICS for token in tokens)
    listed = sum(
        token in words.RUBRICS or token in words.STRONG_WORDS or token in words.NEUTRAL_WORDS for token in tokens
    )
    if (sections >= 3 or (sections and strong)) and listed >= 0.85 * len(tokens) and not is_sentence(line):
        return "navigation"
    if _is_menu(line, tokens, sections):
        return "navigation"
    if re.search(r"\S\s*[>›»]\s+\S.*[>›»]|^(?:accueil|home)\s*[>›»/|]", line.casefold()) and not is_sentence(line):
        return "navigation" if len(tokens) <= 20 and "«" not in line else None
    return None


def _is_menu(line: str, tokens: Sequence[str], sections: int) -> bool:
    """Tell whether a line is a row of short labels between bars, a path from the home page, or a row of sections."""
    if is_sentence(line) or "«" in line:
        return False
    rows = [part for part in re.split(r"\s*[|•·]\s*|\t+|\s{3,}", line.strip()) if part]
    if len(rows) >= 4 and max(len(row.split()) for row in rows) <= 4:
        return True
    path = [part for part in re.split(r"\s+[-–—/|>›»•·]\s+", line.strip()) if part]
    if len(path) >= 3 and fold(path[0]) in ("accueil", "home", "a la une", "actualites", "actualite", "infos"):
        return max(len(part.split()) for part in path) <= 5
    known = sum(
        token in words.RUBRICS or token in words.STRONG_WORDS or token in words.WEAK_WORDS
        or token in words.NEUTRAL_WORDS for token in tokens
    )  # fmt: skip
    return sections >= 4 and known >= 0.75 * len(tokens) and not re.search(r"[:,\d]", line)


def _is_own_service(line: str) -> bool:
    """Tell whether a line is an outlet's name and one of its services: "Le Monde Jeux"."""
    name, _, service = " ".join(line.split()).rpartition(" ")
    return bool(name) and is_known(name) and fold(service) in words.OWN_SERVICES


def _stamp(line: str, plain: str, outside_body: bool) -> Reason | None:
    """Judge dates, bylines and credits."""
    count = len(plain.split())
    if count <= 25 and _DATE_SIGN.search(plain) and _is_date_line(plain):
        return "date" if outside_body or _LABELLED_DATE.search(plain) else None
    if count <= 22 and not is_sentence(line) and (signed_names(line) or _BYLINE.fullmatch(plain)):
        return "byline"
    if count <= 40 and not is_sentence(line) and is_masthead(line, alone=outside_body):
        return "byline"
    if count > 60:
        return None
    folded = fold(line)
    mark = _CREDIT_MARK.search(folded)
    if mark and (count <= 25 or mark.start() <= 2 or mark.end() >= len(folded) - 60):
        return "credit"
    if count <= 45 and (
        _CREDIT_LABEL.fullmatch(plain)
        or _AGENCY_FIRST.fullmatch(folded)
        or _CREDIT_TAIL.fullmatch(folded)
        or _COMMISSIONED.fullmatch(line)
        or (not is_sentence(line) and _CAPTION_END.fullmatch(line.strip()))
    ):
        return "credit"
    return None


def is_masthead(line: str, *, alone: bool) -> bool:
    """Tell whether a line holds an outlet's name, and nothing but a date, a desk or an agency: "RFI - 3 mars 2022".

    Args:
        line: one line.
        alone: whether the name by itself is enough; in mid-article it may be what the text speaks of.
    """
    if _CREDIT_MARK.search(fold(line)):
        return False
    parts = [part.strip() for part in re.split(r"\s[-–—|•·]\s|,\s", line.strip())]
    rest = [normal_form(part) for part in parts if not (is_known(part) or is_company(part))]
    return (
        (len(rest) < len(parts))
        and (alone or bool(rest))
        and all(_is_date_line(part) or _AGENCY_NAME.fullmatch(part) or _DESK.fullmatch(part) for part in rest if part)
    )


def _is_date_line(plain: str) -> bool:
    """Tell whether dates, times, their labels and an agency are all that a line holds."""
    tokens = re.findall(r"[\w']+", _AGENCY_NAME.sub(" ", plain))
    parted = (token[2:] if token[:2] in ("d'", "l'") else token for token in tokens)
    return bool(tokens) and all(_DATE_TOKEN.fullmatch(token) for token in parted)


def _address(line: str, plain: str, outside_body: bool) -> Reason | None:
    """Judge sentences that speak to the reader about the page: invitations, cookies, paywall."""
    count = len(plain.split())
    quoted = bool(_QUOTE.search(line))
    if count <= 120 and _COOKIES.search(plain) and len(_COOKIE_VOICE.findall(plain)) > quoted:
        return "cookies"  # a banner may quote its button; a quote about cookies says "vos choix" once at most
    if not quoted and _PAYWALL.fullmatch(plain):
        return "paywall"
    if quoted or count > 60 or not _INVITATION_START.match(plain):
        return None
    if _HOUSE.search(plain) or (outside_body and _USER.search(plain)):
        return "invitation"
    return None


def _other_script(line: str) -> bool:
    """Tell whether a short line without a full stop is written in another alphabet: a template's leftover."""
    letters = [char for char in line if char.isalpha()]
    if not letters or len(line) > 200 or is_sentence(line):
        return False
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return latin < 0.2 * len(letters)
