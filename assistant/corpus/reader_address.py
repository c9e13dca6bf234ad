"""Sentences that speak to the reader about the page: invitations, cookies, paywall."""

from __future__ import annotations

import re

from assistant.corpus import vocabulary as words
from assistant.corpus.line_form import QUOTE, is_sentence
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

# A pitch ends in its button: "La lettre du soir : chaque jour à 18 heures, le regard de la rédaction. S'abonner"
_CALL_AT_END = re.compile(
    r".{4,200}(?:[.:;!?…|>–—-]|\W→) ?(?:je (?:m'abonne|m'inscris|participe|decouvre|soutiens)|abonnez-vous"
    r"|inscrivez-vous|recevoir la (?:lettre|newsletter)|j'en profite)"
    r"|.{4,200}[.!?…|>→] ?(?:s'abonner|s'inscrire|m'abonner|m'inscrire)"
)
_LETTER = re.compile(
    r"(?:recevez|retrouvez|decouvrez|recevoir) .{0,60}\b(?:lettre|newsletter|infolettre|selection|essentiel)\b.{0,80}"
    r"|(?:retrouvez|suivez|regardez|ecoutez) .{3,50} sur (?:la tnt|le canal|la fm|la bande fm|le dab|votre box"
    r"|youtube|le cable).{0,40}|(?:notre|nos|la|les) (?:newsletters?|infolettres?)\b.{0,60}"
    r"|rejoi\w+ (?:la|notre) chaine .{0,40}"
    r"|(?:la |le |l')?[\w' -]{3,40} ?: .{0,80}\bdans votre boite(?: mail| e-?mail| aux lettres)?\b.{0,30}"
)
_OFFER = re.compile(
    r"(?:debloquez|lisez|continuez|poursuivez|accedez).{0,60}(?:pour|des|a partir de) \d.{0,40}"
    r"|\d+ ?(?:€|euros?) le premier mois.{0,60}|\d+ ?(?:€|euros?) (?:par|/) ?mois,? (?:sans|puis|pendant).{0,60}"
    r"|(?:offre|promo\w*)(?: speciale)?\W.{0,30}\d ?(?:€|euros?).{0,40}"
    r"|soutenez(?:-nous)? (?:a partir|des|un (?:journal\w*|media)|le journalisme|une presse|la presse"
    r"|notre (?:travail|journal\w*|redaction)).{0,80}|contactez (?:la|notre) redaction.{0,40}"
)


def address_reason(line: str, plain: str, outside_body: bool) -> Reason | None:
    """Judge sentences that speak to the reader about the page: invitations, cookies, paywall."""
    count = len(plain.split())
    quoted = bool(QUOTE.search(line))
    if count <= 120 and _COOKIES.search(plain) and len(_COOKIE_VOICE.findall(plain)) > quoted:
        return "cookies"  # a banner may quote its button; a quote about cookies says "vos choix" once at most
    if not quoted and _PAYWALL.fullmatch(plain):
        return "paywall"
    if not quoted and count <= 40 and not is_sentence(line):
        if _CALL_AT_END.fullmatch(plain) or _LETTER.fullmatch(plain):
            return "invitation"
        if _OFFER.fullmatch(plain):
            return "paywall"
    if quoted or count > 60 or not _INVITATION_START.match(plain):
        return None
    if _HOUSE.search(plain) or (outside_body and _USER.search(plain)):
        return "invitation"
    return None
