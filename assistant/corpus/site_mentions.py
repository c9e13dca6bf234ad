"""Where a saved page names its own site: its head, its foot, a dated line, a label, its address, its invitations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.corpus.agencies import is_agency, without_agency
from assistant.corpus.colophons import colophon
from assistant.corpus.headline import could_be_headline
from assistant.corpus.line_form import is_sentence
from assistant.corpus.mastheads import (
    dated_name,
    is_motto,
    is_name_row,
    labelled_name,
    name_with_motto,
    parts_of,
    self_description,
)
from assistant.corpus.paragraphs import Paragraph, paragraphs
from assistant.corpus.publication import quoted
from assistant.corpus.signatures import bare_names
from assistant.corpus.site_names import (
    INSTITUTION,
    has_article,
    host_names,
    is_distinctive,
    is_place,
    name_key,
    opens_as_paper,
    site_name,
)
from assistant.corpus.verdicts import LineVerdict
from assistant.language.folding import fold
from assistant.types import Basis, Provenance

# How much a place proves: SURE says whose page it is, LIKELY does where nothing contradicts it, HINT needs another.
SURE, LIKELY, HINT = 6, 3, 1
_INVITED = re.compile(
    r"\b(?:(?P<sure>[Aa]bonnez-vous|[Ss]'abonner|[Aa]bonnement|[Ss]outenez|[Aa]dhérez|[Ll]isez)|[Ss]uivez|[Rr]etrouvez"
    r"|[Rr]ejoignez|[Éé]coutez|[Ll]ettre|[Nn]ewsletter|[Aa]pplication|[Aa]ppli|[Aa]lertes|[Cc]ompte)"
    r"(?: [a-zéè-]{3,12})?(?: à| de|(?P<to> au| du))? (?P<name>(?:L[ea]s? |L['’])?[A-ZÀ-Þ].*)$"
)
_LOGO = re.compile(r"!?\[(?:!\[)?(?P<name>[^\[\]]{3,45})\]\(")
_HEAD_LINES = 12  # lines a page may spend on menus above its headline and signatures under it
_FOOT_LINES = 14


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that a place of the page gives to its site, how much that place proves, and the line it stands on."""

    name: str
    weight: int
    how: Provenance


def mentions(verdicts: Sequence[LineVerdict]) -> Iterator[Mention]:
    """Yield the names by which a page may call its own site, from its head down to its foot.

    Args:
        verdicts: the lines that are not blank.
    """
    prose = [index for index, verdict in enumerate(verdicts) if verdict.keep and _is_prose(verdict.text)]
    first, last = (prose[0], prose[-1]) if prose else (len(verdicts), -1)
    spoken = name_key(" ".join(verdict.text for verdict in verdicts if verdict.keep))
    for index, verdict in enumerate(verdicts[: min(first, 3 * _HEAD_LINES)]):
        yield from _labelled(verdict)
        yield from _dated(verdict)
        yield from _owner(verdict, inside=True, spoken=spoken)
        yield from _invited(verdict)
        yield from _pictured(verdict)
        if index < _HEAD_LINES:
            yield from _at_head(verdicts, index, first, spoken)
    foot = verdicts[last + 1 :]
    for index, verdict in enumerate(foot):
        yield from _labelled(verdict)
        yield from _invited(verdict)
        if len(foot) - index <= _FOOT_LINES or "©" in verdict.text:
            yield from _owner(verdict, inside=False, spoken=spoken)
        name = None if verdict.keep else self_description(verdict.text)
        if name and not _holds(spoken, name):
            yield _mention(name, SURE - 1, verdict, "stated")
    for verdict, below in pairwise(foot[-6:]):
        name = _lone_name(verdict)
        if name and re.match(r"(?i)\W*(?:©|tous droits|mentions|copyright)", below.text):
            yield from _owner(replace(verdict, text=f"© {name} - {below.text}"), inside=False, spoken=spoken)
    if foot and (name := _lone_name(foot[-1])):
        yield _mention(name, HINT, foot[-1], "inferred")


def speaks_of_itself(verdicts: Sequence[LineVerdict], name: str) -> bool:
    """Tell whether the article says that the paper of this name was spoken to: "interrogé par Le Phare".

    "A déclaré à Kaïros" may name a place, so only a name with an article counts after "à": "a confié au Phare".
    """
    plain = re.escape(name_key(name))
    told = (
        rf"|\b(?:declare|confie|indique|affirme|explique|assure|repondu|raconte|precise) (?:au|aux|a la|a l) {plain}\b"
    )
    name_in_full = rf"(?:le |la |les |l )?{plain}\b"
    spoken = re.compile(
        rf"\b(?:contacte\w*|interroge\w*|sollicite\w*|joint\w*|consulte\w*|revele\w*|obtenu\w*) par {name_in_full}"
        rf"|\b(?:que|dont) {name_in_full} (?:a|s est|s etait|avait)\b|\ba recu {name_in_full}"
        + (told if has_article(name) and not is_place(name) else "")
    )
    return any(spoken.search(name_key(verdict.text)) for verdict in verdicts if verdict.keep)


def named_in_furniture(verdicts: Sequence[LineVerdict], name: str) -> bool:
    """Tell whether the page names itself to its reader so: "Recevez chaque matin la lettre du Phare"."""
    held = re.compile(rf"(?<!\w){re.escape(name_key(name))}(?!\w)")
    own = {"interface", "invitation", "paywall", "cookies"}
    return any(verdict.reason in own and held.search(name_key(verdict.text)) for verdict in verdicts)


def _mention(name: str, weight: int, verdict: LineVerdict, basis: Basis, place: str = "") -> Mention:
    return Mention(name, weight, Provenance(basis, place + quoted(verdict.text)))


def _is_prose(line: str) -> bool:
    return is_sentence(line) and len(line.split()) >= 8


def _lone_name(verdict: LineVerdict) -> str | None:
    """Return the name of a line that is nothing else, and is no person's and no agency's."""
    name = None if verdict.keep and is_sentence(verdict.text) else site_name(verdict.text)
    return name if name and not is_agency(name) and verdict.reason not in ("related", "title", "caption") else None


def _at_head(verdicts: Sequence[LineVerdict], index: int, first: int, spoken: str) -> Iterator[Mention]:
    """Read a name that stands alone above the text, beside its motto, or in a row of menus."""
    verdict = verdicts[index]
    below = verdicts[index + 1] if index + 1 < len(verdicts) else verdict
    place = "nom de site isolé en tête de page : "
    if (name := name_with_motto(verdict.text)) and any(
        could_be_headline(_unit(one)) for one in verdicts[index + 1 : first]
    ):
        yield _mention(name, LIKELY, verdict, "inferred", "nom et devise en tête de page : ")
    elif name := _lone_name(verdict):
        told = _holds(spoken, name)
        weight = HINT
        if is_distinctive(name):
            weight = LIKELY
        elif has_article(name) and index == 0 and not told and not is_place(name):
            weight = LIKELY - 1
        menu = below.reason in ("navigation", "interface", "cookies") or is_motto(below.text)
        sole = _lone_name(below) is None
        if index == 0 and menu and sole and not told and not bare_names(name):
            weight = max(weight, LIKELY - 1)
        yield _mention(name, weight, verdict, "inferred", place)
    elif verdict.reason == "navigation":
        names = [name for part in parts_of(verdict.text) if (name := site_name(part)) and not is_agency(name)]
        if len(names) == 1:
            sure = (
                is_distinctive(names[0])
                or is_name_row(verdict.text)
                or (has_article(names[0]) and re.search("[☰≡🔍]", verdict.text))
            )
            yield _mention(names[0], LIKELY - 1 if sure else HINT, verdict, "inferred", "barre de menus : ")


def _labelled(verdict: LineVerdict) -> Iterator[Mention]:
    """Read "Source : Le Phare", "Lu sur Le Phare", "Article paru dans Le Phare du 3 mars", "(Le Phare)"."""
    if verdict.keep and is_sentence(verdict.text):
        return
    read = labelled_name(verdict.text)
    bracketed = re.fullmatch(r"[(\[](?P<name>[^()\[\]]{3,60})[)\]]\.?", verdict.text.strip(" *_"))
    if read is None and bracketed:
        alone = site_name(without_agency(bracketed["name"]))
        read = (alone, False) if alone and not is_agency(alone) and not INSTITUTION.search(fold(alone)) else None
    if read is None:
        return
    name, printed = read
    if is_distinctive(name) or (has_article(name) and not (bracketed and is_place(name))):
        yield _mention(name, SURE, verdict, "stated")
    elif not bracketed and not bare_names(name):
        yield _mention(name, LIKELY if printed else LIKELY - 1, verdict, "stated")


def _dated(verdict: LineVerdict) -> Iterator[Mention]:
    """Read the name beside the date: "Publié le 12 mars 2021 - Le Quotidien des Rives avec Agence Boréale"."""
    if verdict.keep and is_sentence(verdict.text):
        return
    if name := dated_name(verdict.text):
        parted = re.search(r"[|•·–—]|\s-\s|n°|avec", verdict.text)
        yield _mention(name, SURE if is_distinctive(name) or parted else HINT, verdict, "stated")


def _pictured(verdict: LineVerdict) -> Iterator[Mention]:
    """Read the logo that leads home in Markdown: "[![Le Phare](logo.png)](https://www.lephare.fr/)"."""
    logo = _LOGO.search(verdict.text) if not verdict.keep else None
    home = re.search(r"\]\((https?://[^\s()/]+/?)\)", verdict.text)
    name = site_name(re.sub(r"(?i)\blogo(?: de| du)?\b", "", logo["name"])) if logo else None
    if name and home and not is_agency(name):
        yield _mention(name, SURE if host_names(home[1], name) else HINT, verdict, "inferred", "lien d'accueil : ")


def _owner(verdict: LineVerdict, *, inside: bool, spoken: str) -> Iterator[Mention]:
    """Read a line of rights and links; above the text, where photographs are credited, only with a right or a year."""
    read = colophon(verdict.text)
    if (
        read is None
        or (verdict.keep and is_sentence(verdict.text))
        or re.match(r"(?i)\W*(?:photo|crédit|image)", verdict.text)
    ):
        return
    name, proven = read
    stamped = re.match(r"(?i)\W*(?:©|\(c\)|copyright|tous droits)", verdict.text)
    if inside and not (stamped and proven):
        return
    sure = is_distinctive(name) or (has_article(name) and not is_place(name))
    linked = re.search(r"(?i)tous droits|mentions|cg[uv]|contact|cookies|confidentialit|abonne", verdict.text)
    person = bare_names(name) is not None and not opens_as_paper(name)
    weight = HINT
    if re.fullmatch(r"[A-Z]{2,6}", name):
        weight = LIKELY if linked else HINT
    elif sure or (stamped and proven and linked):
        weight = SURE - 1
    elif not person and (stamped or not _holds(spoken, name)):  # not a photographer, nor a place that the page serves
        weight = LIKELY if proven else LIKELY - 1 if " " in name else HINT
    yield _mention(name, weight, verdict, "stated")


def _holds(text: str, name: str) -> bool:
    return f" {name_key(name)} " in f" {text} "


def _invited(verdict: LineVerdict) -> Iterator[Mention]:
    """Read the name in an invitation: "Abonnez-vous à La Dépêche de Brenn dès 1 euro"."""
    match = _INVITED.search(verdict.text) if not (verdict.keep and is_sentence(verdict.text)) else None
    if match is None or len(verdict.text) > 160:
        return
    tokens = re.split(r"\b(?:dès|pour|sur|à partir|et|chaque|en)\b|[,(:]|\s[-–—|]\s", match["name"])[0].split()
    for count in range(min(6, len(tokens)), 0, -1):
        name = site_name(("Le " if match["to"] else "") + " ".join(tokens[:count]))
        if name and (is_distinctive(name) or has_article(name)) and not INSTITUTION.search(fold(name)):
            yield _mention(name, LIKELY - 1 if match["sure"] or is_distinctive(name) else HINT, verdict, "inferred")
            return


def _unit(verdict: LineVerdict) -> Paragraph:
    return paragraphs([verdict.text])[0]
