"""What one line of a saved page says about itself: a button, a credit, a byline, an invitation, or nothing.

General French and English press vocabulary, no site and no article in particular. A pattern must
explain the whole line, so that a sentence which merely speaks of cookies or of Facebook is left alone.
"""

from __future__ import annotations

import re
import unicodedata

from assistant.corpus.colophons import colophon
from assistant.corpus.credits import is_credit
from assistant.corpus.date_lines import DATE_SIGN, LABELLED_DATE, is_date_line
from assistant.corpus.line_form import MAX_PATTERN_CHARS, is_sentence, normal_form
from assistant.corpus.mastheads import is_dated_row, is_masthead, is_name_row, labelled_name
from assistant.corpus.page_furniture import button, heading
from assistant.corpus.reader_address import address_reason
from assistant.corpus.signatures import is_byline
from assistant.corpus.verdicts import Reason

_IMAGE_ONLY = re.compile(r"(?:\s*!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)\s*)+")
_FILE_NAME = re.compile(
    r"[\w .()-]{1,80}\.(?:jpe?g|png|gif|webp|svg|avif|mp[34])|[a-z]{3,12}\d{3,}|img[_-]?\d+|(?:https?://|www\.)\S+"
)


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
        heading(line, plain)
        or button(line, plain)
        or _stamp(line, plain, outside_body)
        or address_reason(line, plain, outside_body)
        or ("template" if _other_script(line) else "text")
    )


def _stamp(line: str, plain: str, outside_body: bool) -> Reason | None:
    """Judge dates, bylines and credits."""
    count = len(plain.split())
    if count <= 25 and DATE_SIGN.search(plain) and is_date_line(plain):
        return "date" if outside_body or LABELLED_DATE.search(plain) else None
    if outside_body and count <= 25 and DATE_SIGN.search(plain) and is_dated_row(line):
        return "date"
    if outside_body and count <= 12 and is_name_row(line):
        return "navigation"
    if is_byline(line, plain) or (outside_body and count <= 25 and labelled_name(line)):
        return "byline"
    if count <= (6 if is_sentence(line) else 40) and is_masthead(line, alone=outside_body):
        return "byline"
    if is_credit(line, plain):
        return "credit"
    return "footer-heading" if outside_body and count <= 40 and colophon(line) else None


def _other_script(line: str) -> bool:
    """Tell whether a short line without a full stop is written in another alphabet: a template's leftover."""
    if len(line) > 200 or line.isascii() or is_sentence(line):
        return False
    letters = [char for char in line if char.isalpha()]
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return bool(letters) and latin < 0.2 * len(letters)
