"""Sentences that speak to the reader about the page: invitations, cookies, paywall."""

from __future__ import annotations

import re

from assistant.corpus import vocabulary as words
from assistant.corpus.line_form import QUOTE
from assistant.corpus.verdicts import Reason

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


def address_reason(line: str, plain: str, outside_body: bool) -> Reason | None:
    """Judge sentences that speak to the reader about the page: invitations, cookies, paywall."""
    count = len(plain.split())
    quoted = bool(QUOTE.search(line))
    if count <= 120 and _COOKIES.search(plain) and len(_COOKIE_VOICE.findall(plain)) > quoted:
        return "cookies"  # a banner may quote its button; a quote about cookies says "vos choix" once at most
    if not quoted and _PAYWALL.fullmatch(plain):
        return "paywall"
    if quoted or count > 60 or not _INVITATION_START.match(plain):
        return None
    if _HOUSE.search(plain) or (outside_body and _USER.search(plain)):
        return "invitation"
    return None
