"""Lines that hold an outlet's name beside a date, a desk or an agency."""

from __future__ import annotations

import re

from assistant.corpus.credits import CREDIT_MARK
from assistant.corpus.date_lines import AGENCY_NAME, is_date_line
from assistant.corpus.line_form import normal_form
from assistant.corpus.outlets import is_company, is_known
from assistant.corpus.vocabulary import AGENCY
from assistant.language.folding import fold

_WITH_AGENCY = re.compile(rf"\s*\(?\b(?:avec|et|with) (?:l['’]|les )?(?:{AGENCY}|agences?)\b\)?", re.IGNORECASE)
_DESK = re.compile(r"(?:la |le )?(?:redaction|service|edition|desk)(?: [\w'-]+){0,4}")  # "Rédaction Culture"


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
    )
