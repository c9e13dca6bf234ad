"""Lines that hold a site's name and nothing but a date, a desk, an agency, a motto, rights or links beside it."""

from __future__ import annotations

import re

from assistant.corpus import vocabulary as words
from assistant.corpus.agencies import is_agency, without_agency
from assistant.corpus.credits import CREDIT_MARK
from assistant.corpus.date_lines import AGENCY_NAME, is_date_line
from assistant.corpus.line_form import WORD, is_sentence, normal_form
from assistant.corpus.outlets import is_company, is_known
from assistant.corpus.site_names import INSTITUTION, has_article, is_distinctive, site_name
from assistant.corpus.vocabulary import AGENCY
from assistant.language.folding import fold

_WITH_AGENCY = re.compile(rf"\s*\(?\b(?:avec|et|with) (?:l['’]|les )?(?:{AGENCY}|agences?)\b\)?", re.IGNORECASE)
_DESK = re.compile(r"(?:la |le )?(?:redaction|service|edition|desk)(?: [\w'-]+){0,4}")  # "Rédaction Culture"
_ISSUE = re.compile(r"(?:n[°ºo]|numero|p|pp|page|pages|edition(?: du)?)\.? ?[\d ]+(?:[-–] ?\d+)?")
_PARTS = re.compile(r"\s*[|•·–—©☰≡🔍]+\s*|\s-\s|,\s+|\.\s+(?=[A-ZÀ-Þ])|\s/\s|\t+|\s{2,}")
_YEARS = re.compile(r"(?:^|\s)(?:(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?)(?=\s|$)")
_RIGHTS = re.compile(
    r"tous droits\b.*|all rights\b.*|reproduction\b.*|copyright|\(c\)|c|credits?|mentions? legales?|cg[uv]s?|rgpd"
    r"|issn\b.*|depot legal.*|directeur de (?:la )?publication.*|commission paritaire.*|cppap.*"
)
_SERVICES = re.compile(
    r"qui sommes[- ]nous|a propos.*|plan du site|nous (?:ecouter|contacter|ecrire|rejoindre|soutenir|suivre|connaitre)"
    r"|contacts?|contactez[- ]nous|publicites?|regie(?: publicitaire)?|frequences?|archives|abonnements?|s'abonner"
    r"|faire un don|newsletters?|rss|faq|recrutement|annonces legales|boutique|politique de .*|conditions .*|charte .*"
    r"|cookies|ger(?:er|ez) (?:mes|vos|les) (?:cookies|preferences|consentements?)|donnees personnelles|nos equipes"
    r"|la redaction|l'equipe|notre equipe|applications?|(?:nos )?partenaires|accessibilite.*|signaler .*|mes alertes"
)
_KIND = re.compile(
    r"(?:(?:un |le |la |l'|une |votre )?(?:site|journal|quotidien|hebdo(?:madaire)?|bi-?mensuel|mensuel"
    r"|trimestriel|magazine|media|radio|webzine|revue|pure player|tele(?:vision)?|chaine|web ?tv))(?: [\w' -]{1,50})?"
    r"|(?:association|societe|sarl|sas|scop|editions?|imprimerie|siege)\b.*"
)
_PLACE = re.compile(
    r"\d+(?: ?(?:bis|ter))?,? (?:rue|avenue|av|bd|boulevard|quai|place|impasse|chemin|allees?|cours"
    r"|route|square|bp|faubourg)\b.*|(?:rue|avenue|boulevard|quai|place|bp|b\.p\.) .*|\d{5} [\w' -]+(?:cedex.*)?"
)
_NUMBERS = re.compile(
    r"[\d .,+()/]+(?: ?(?:fm|mhz|h))?|tel\w*\b.*|fax\b.*|siret\b.*|(?:www\.|https?:)\S+|\S+@\S+|[\w-]+\.[\w.-]+"
)
_OWNER_FIRST = re.compile(
    r"^(?:(?:©|\(c\)|copyright|édité par|publié par|propriété de|une publication de|est une publication de)\s*)+",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^\W*(?:(?P<label>Sources?|Éditeur|Publication|Publisher|Newspaper|Média|Journal|Titre de presse"
    r"|Nom du journal|Site(?: web)?|Parution|Origine|Provenance)[ *_]*:"
    r"|(?:(?:Cet )?(?:[Aa]rticle|[Tt]exte|[Dd]ocument) )?(?:(?:est|a été) )?(?:initialement |d'abord )?"
    r"(?i:paru|publié|lu|vu|repris|tiré|extrait)"
    r" (?:dans|sur|par|du site(?: de)?|de|du journal)\b\s*:?)[\s*_]*(?P<name>\S.{1,100}?)\W*$"
)
_UNTIL = re.compile(
    r"\s*(?:,|\(|\s[-–—|]\s|\b(?:du|le) (?=\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|\bn°|\ben date\b"
    r"|\bdaté\b|\bhttps?:|\bsous (?:le titre|la plume)\b).*$"
)
_MOTTO = re.compile(
    r"(?:(?:le|la|les|un|une|votre|notre|tout|toute|premier|1er|plus|aussi|mieux|pour) |l'|d')?(?:[\w'-]+ ){0,3}?"
    r"(?:l'|d')?(?:informations?|infos?|actualites?|actu|quotidien|hebdomadaire|hebdo|mensuel|journal|media|magazine|radio"
    r"|site|presse)\b(?: [\w'-]+){0,8}|(?:[\w'-]+ ){0,8}(?:depuis|fonde\w* en) (?:1[6-9]|20)\d\d"
)


def is_masthead(line: str, *, alone: bool) -> bool:
    """Tell whether a line holds an outlet's name, and nothing but a date, a desk or an agency: "RFI - 3 mars 2022".

    Args:
        line: one line.
        alone: whether the name by itself is enough; in mid-article it may be what the text speaks of.
    """
    if CREDIT_MARK.search(fold(line)):
        return False
    named = _WITH_AGENCY.sub(", AFP", line.strip().rstrip("."))
    parts = [part.strip() for part in re.split(r"\s[-–—|•·]\s|,\s", named)]
    rest = [normal_form(part) for part in parts if not (is_known(part) or is_company(part))]
    return (
        (len(rest) < len(parts))
        and (alone or bool(rest))
        and all(is_date_line(part) or AGENCY_NAME.fullmatch(part) or _DESK.fullmatch(part) for part in rest if part)
    ) or (alone and dated_name(line) is not None)


def parts_of(line: str) -> list[str]:
    """Return the parts of a line between its bars, dashes, commas and signs, as saved."""
    return [part.strip() for part in _PARTS.split(line.strip()) if part.strip(" .*_")]


def dated_name(line: str) -> str | None:
    """Return the name in a line that holds one beside a date, an issue or an agency: "Le Phare, 3 mars 2022, p. 4".

    Only a name that is one by its words or opens with an article counts: "Paris, 3 mars 2022" names a place.
    """
    if is_sentence(line) or CREDIT_MARK.search(fold(line)) or len(line) > 160:
        return None
    body = without_agency(line.strip(" *_.()[]"))
    names: list[str] = []
    dated = body != line.strip(" *_.()[]")
    for part in parts_of(body):
        plain = normal_form(part)
        if (is_date_line(plain) and re.search(r"\d", plain)) or _ISSUE.fullmatch(plain):
            dated = True
        elif is_agency(part) or _DESK.fullmatch(plain):
            continue
        elif name := site_name(without_agency(part)):
            names.append(name)
        else:
            return None
    sure = [name for name in names if is_distinctive(name) or has_article(name)]
    return sure[0] if dated and len(names) == 1 and sure else None


def colophon(line: str) -> tuple[str, bool] | None:
    """Read the name in a line of rights, links and addresses, such as stands at the foot of a page.

    Returns:
        The name, and whether a right, a year or a link beside it says that the site is its own; None when the line
        holds anything else, no name or two.
    """
    if len(line) > 250 or (is_sentence(line) and not CREDIT_MARK.search(fold(line))):
        return None
    names: list[str] = []
    marked = bool(re.search(r"^\W*(?:©|\(c\)|copyright)|tous droits", line, re.IGNORECASE))
    proof = places = 0
    for part in parts_of(line):
        bare = re.sub(r"(?i)\W*(?:tous droits|all rights|reproduction).*$", "", _YEARS.sub(" ", part))
        bare = _OWNER_FIRST.sub("", bare.strip()).strip()
        plain = normal_form(part)
        kind = (part[:1].islower() or " " not in part) and (_KIND.fullmatch(plain) or (names and is_motto(part)))
        explained = not bare or kind or any(one.fullmatch(plain) for one in (_RIGHTS, _SERVICES, _PLACE, _NUMBERS))
        proof += bool(explained) or bare != part
        places += bool(_PLACE.fullmatch(plain))
        if explained or _is_menu_word(plain) or (marked and names and part[:1].islower()):
            continue  # "© Le Cap, la voix du large"
        name = site_name(bare)
        if name is None or is_agency(name):
            return None
        names.append(name)
    sure = [name for name in names if is_distinctive(name) or has_article(name)]
    if not names or not (proof or marked) or len(names) > (3 if places else 1 + bool(len(sure) == 1)):
        return None
    return (sure or names)[0], proof > 0


def labelled_name(line: str) -> tuple[str, bool] | None:
    """Return the name in "Source : Le Phare" or "Article paru dans Le Phare du 3 mars", and whether it says that it appeared.

    Whoever a figure is from is a source too, so a label alone proves less than that the article appeared there.
    """
    match = _LABELLED.match(line.strip(" *_")) if len(line) <= 160 else None
    name = site_name(without_agency(_UNTIL.sub("", match["name"]))) if match else None
    if match is None or name is None or is_agency(name) or INSTITUTION.search(fold(name)):
        return None
    return None if re.fullmatch(r"[A-Z]{2,6}", name) else (name, match["label"] is None)


def name_with_motto(line: str) -> str | None:
    """Return the name in a line that is a name and its motto: "Le Cap — l'information du large depuis 1921"."""
    name, motto = _cut(line)
    found = site_name(name)
    if found is None or is_sentence(line) or not (is_distinctive(found) or has_article(found)):
        return None
    starts = motto[:1].islower() or motto[:1].isdigit() or re.match(r"(?:Le|La|L['’]|Votre|Tout)", motto)
    return found if starts and is_motto(motto) else None


def is_motto(line: str) -> bool:
    """Tell whether a line without a verb may be what a paper says of itself: "Le quotidien de l'île"."""
    plain = normal_form(line)
    return 2 <= len(plain.split()) <= 12 and not is_sentence(line) and bool(_MOTTO.fullmatch(plain))


def _cut(line: str) -> tuple[str, str]:
    match = re.match(r"(?P<name>[^|–—,]{2,45}?)(?:\s*[|–—]\s*|\s-\s|,\s)(?P<motto>.{4,90})$", line.strip(" *_#"))
    return (match["name"], match["motto"]) if match else ("", "")


def _is_menu_word(plain: str) -> bool:
    menu = words.STRONG_WORDS | words.WEAK_WORDS | words.NEUTRAL_WORDS
    return all(token in menu for token in WORD.findall(plain))
