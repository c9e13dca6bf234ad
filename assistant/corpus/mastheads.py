"""Lines that hold a site's name and nothing but a date, a desk, an agency, a motto, rights or links beside it."""

from __future__ import annotations

import re

from assistant.corpus import vocabulary as words
from assistant.corpus.agencies import is_agency, without_agencies, without_agency
from assistant.corpus.credits import CREDIT_MARK
from assistant.corpus.date_lines import AGENCY_NAME, is_date_line
from assistant.corpus.line_form import WORD, is_sentence, normal_form
from assistant.corpus.outlets import is_company, is_known
from assistant.corpus.signatures import bare_names, signed_names
from assistant.corpus.site_names import INSTITUTION, has_article, is_distinctive, site_name
from assistant.corpus.vocabulary import AGENCY
from assistant.language.folding import fold

_WITH_AGENCY = re.compile(rf"\s*\(?\b(?:avec|et|with) (?:l['’]|les )?(?:{AGENCY}|agences?)\b\)?", re.IGNORECASE)
_DESK = re.compile(r"(?:la |le )?(?:redaction|service|edition|desk)(?: [\w'-]+){0,4}")  # "Rédaction Culture"
_ISSUE = re.compile(r"(?:n[°ºo]|numero|p|pp|page|pages|edition(?: du)?)\.? ?[\d ]+(?:[-–] ?\d+)?|\d+ mots")
_BY = re.compile(r"^(?P<date>(?:Publié|Paru|Posté|Mis en ligne|Publication)\b.*\d) par (?=[A-ZÀ-Þ])")
_HELPERS = re.compile(
    r"(?:texte|recit|photos?|illustrations?|dessins?|propos recueillis|video|son|infographie)s? ?(?::|par) .{3,60}"
)
_TOWN = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,2}")
_PROGRAMME = re.compile(
    r"(?:le |la |l'|les )?(?:journal|edition|flash|bulletin|matinale|jt|titres|infos|informations)"
    r" (?:de |du |des |d')(?:la |l')?(?:\d+ ?h\w*|matin|midi|soir|nuit|jour|mi-journee|semaine|week-end)(?: \w+){0,2}"
)
_PARTS = re.compile(r"\s*[|•·–—©☰≡🔍]+\s*|\s-\s|,\s+|\.\s+(?=[A-ZÀ-Þ])|\s/\s|\t+|\s{2,}")
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
_SELF = re.compile(
    r"(?P<name>[^.!?]{3,45}?) est (?:un|une|le|la|l['’]) ?(?:[\w-]+ )?(?:média|journal|site|quotidien|hebdomadaire"
    r"|mensuel|magazine|radio|webzine|webradio|revue|newsletter)\b[^.!?]{0,120}[.!]?$"
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

    Only a name that is one by its words or opens with an article counts: "Paris, 3 mars 2022" names a place. A
    person may stand beside it: "Le Phare · Awa Sow · 4 min".
    """
    if is_sentence(line) or CREDIT_MARK.search(fold(line)) or len(line) > 160:
        return None
    whole = line.strip(" *_.[]")
    body = without_agency(without_agencies(whole))
    names: list[str] = []
    dated = body != whole
    for part in parts_of(_BY.sub(r"\g<date> | ", body)):
        plain = normal_form(part)
        if _is_dated_part(plain):
            dated = True
        elif not (is_agency(part) or _DESK.fullmatch(plain) or signed_names(part[:1].upper() + part[1:])):
            name = site_name(part)
            if name is None:
                return None
            names.append(name)
    sure = [name for name in names if is_distinctive(name) or has_article(name)]
    others = [name for name in names if name not in sure]
    return sure[0] if dated and len(sure) == 1 and all(bare_names(name) for name in others) else None


def is_dated_row(line: str) -> bool:
    """Tell whether a line holds dates, pages and a rubric or a town only: "Économie, mardi 12 mars 2024, p. 4"."""
    parts = parts_of(line)
    plain = [normal_form(part) for part in parts]
    town = len(parts) == 2 and _TOWN.fullmatch(parts[0]) and not (bare_names(parts[0]) or signed_names(parts[0]))
    if town and plain[1].startswith("le "):
        plain = plain[1:]  # "Brenn, le 3 mars 2024"
    dated = [part for part in plain if _is_dated_part(part)]
    return len(dated) > 0 and all(
        part in dated or is_menu_word(part, rubrics=True) or _HELPERS.fullmatch(part) for part in plain if part
    )


def is_name_row(line: str) -> bool:
    """Tell whether a line between bars is the site's name and menus or the weather: "Le Phare | Météo 14°C | Sport"."""
    parts = [part.strip() for part in re.split(r"\s*[|•·▼]\s*", line.strip()) if part.strip()]
    name = site_name(parts[0]) if len(parts) > 1 else None
    if name is None or not (is_distinctive(name) or has_article(name)):
        return False
    return all("°" in part or is_menu_word(normal_form(part), rubrics=True) for part in parts[1:])


def is_programme(line: str) -> bool:
    """Tell whether a line is the name of a news programme or an edition: "Le journal de 13 heures"."""
    return bool(_PROGRAMME.fullmatch(normal_form(line)))


def labelled_name(line: str) -> tuple[str, bool] | None:
    """Return the name in "Source : Le Phare" or "Article paru dans Le Phare du 3 mars", and whether it appeared there.

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


def self_description(line: str) -> str | None:
    """Return the name in a sentence by which a site says what it is: "Terres Vives est un média indépendant."."""
    match = _SELF.match(line.strip(" *_")) if len(line) <= 200 else None
    return site_name(match["name"]) if match else None


def is_motto(line: str) -> bool:
    """Tell whether a line without a verb may be what a paper says of itself: "Le quotidien de l'île"."""
    plain = normal_form(line)
    return 2 <= len(plain.split()) <= 12 and not is_sentence(line) and bool(_MOTTO.fullmatch(plain))


def _cut(line: str) -> tuple[str, str]:
    match = re.match(r"(?P<name>[^|–—,]{2,45}?)(?:\s*[|–—]\s*|\s-\s|,\s)(?P<motto>.{4,90})$", line.strip(" *_#"))
    return (match["name"], match["motto"]) if match else ("", "")


def _is_dated_part(plain: str) -> bool:
    return (is_date_line(plain) and any(map(str.isdigit, plain))) or bool(_ISSUE.fullmatch(plain))


def is_menu_word(plain: str, *, rubrics: bool = False) -> bool:
    """Tell whether all words of a folded part are those of menus and buttons, or of rubrics where these count."""
    menu = words.STRONG_WORDS | words.WEAK_WORDS | words.NEUTRAL_WORDS | (words.RUBRICS if rubrics else frozenset())
    return all(token in menu for token in WORD.findall(plain))
