"""Credits of photographs and notices of rights, and the name that ends a caption."""

from __future__ import annotations

import re

from assistant.corpus.line_form import is_sentence
from assistant.corpus.vocabulary import AGENCY
from assistant.language.folding import fold

CREDIT_MARK = re.compile(
    r"©|\(c\) ?\w|tous droits (?:de reproduction )?reserves|all rights reserved"
    r"|reproduction (?:totale ou partielle )?interdite|copyright"
)
_CREDIT_LABEL = re.compile(
    r"(?:credits?|photo(?:graphie)?s?|images?|illustrations?|legende|visuel|capture d'ecran|infographie)"
    r"(?: ?(?:photos?|image|d'illustration|illustration|d'archives?|video))? ?[:/|(-].{1,120}"
    r"|(?:photo|image|illustration|picture)s? (?:d'illustration|d'archives?|(?:"
    + AGENCY
    + r")|prise par .{1,80})(?:\W.{0,60})?|.{0,300}\b(?:getty images|shutterstock|istock(?:photo)?|adobe ?stock"
    r"|maxppp|hans lucas|wikimedia commons)(?:\W.{0,40})?"
)
_CREDIT_TAIL = re.compile(
    rf".{{0,400}}(?:/ ?(?:{AGENCY})|\bvia (?:{AGENCY})|[(\[](?:photo|image|credits?|archives?"
    rf"|video)s?\b[^()]{{0,60}}[)\]])\W*"
)
_AGENCY_FIRST = re.compile(rf"\W*(?:{AGENCY}) ?/ ?[\w' .-]{{2,40}}")  # "AFP / Léa Fournier"
_COMMISSIONED = re.compile(r".{0,400}\b[A-ZÀ-Þ][A-ZÀ-Þ' -]{3,40} POUR [«\"].{2,40}")  # a photographer, in capitals
# "Le village sous les eaux. Photo Le Journal/Léa Fournier": a photographer after the caption's full stop.
_CAPTION_END = re.compile(
    r".{0,400}[.!?…»)]\s+(?:Photos?|Crédits?|Images?|Illustrations?)(?: (?:photos?|d['’]archives?|d['’]illustration))?"
    r"\s*:?\s+[A-ZÀ-Þ][^.!?]{1,60}"
)
CAPTION_SUFFIX = re.compile(r".{2,}\s[-–—|]\s+(?P<name>[A-ZÀ-Þ][^-–—|.!?]{1,40})$")
# "Photo Léna Orsat", "PHOTO LÉNA ORSAT, LE FANAL", "Léna Orsat / Le Fanal"
_PHOTOGRAPHER = re.compile(
    r"\W*(?:(?:Photos?|PHOTOS?|Cliché|Image|Dessin|Infographie)(?: (?:par|de|PAR))? (?:[A-ZÀ-Þ][\w'’.-]*[ ,/]*){2,6}"
    r"|(?:[A-ZÀ-Þ][\w'’.-]+ ){1,2}[A-ZÀ-Þ][\w'’.-]+ ?/ ?(?:[A-ZÀ-Þ][\w'’.&-]*[ ’']*){1,5})\W*"
)


def is_credit(line: str, plain: str) -> bool:
    """Tell whether a line credits a photographer, an agency or an owner of rights.

    Args:
        line: one line as saved.
        plain: its normal form.
    """
    count = len(plain.split())
    if count > 60:
        return False
    folded = fold(line)
    mark = CREDIT_MARK.search(folded)
    if mark and (count <= 25 or mark.start() <= 2 or mark.end() >= len(folded) - 60):
        return True
    return count <= 45 and bool(
        _CREDIT_LABEL.fullmatch(plain)
        or _AGENCY_FIRST.fullmatch(folded)
        or (count <= 9 and not is_sentence(line) and _PHOTOGRAPHER.fullmatch(line))
        or _CREDIT_TAIL.fullmatch(folded)
        or _COMMISSIONED.fullmatch(line)
        or (not is_sentence(line) and _CAPTION_END.fullmatch(line.strip()))
    )
