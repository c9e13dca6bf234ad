"""Paragraphs that the lines beside them, or like them, give away: repeated titles, labels, captions, signatures."""

from __future__ import annotations

import re
from collections import Counter

from assistant.corpus.credits import CAPTION_SUFFIX
from assistant.corpus.line_form import normal_form
from assistant.corpus.mastheads import is_masthead
from assistant.corpus.page import Page
from assistant.corpus.signatures import bare_names, signed_names
from assistant.corpus.vocabulary import PROMOTION

_SERVICE_NAME = re.compile(r"\b(?:newsletters?|infolettres?|podcasts?|jeux|boutique)\b")
_TITLE_LABEL = re.compile(r"^(?:titre|title|headline)[ *_]*:[ *_]*")
_LABELLED_AUTHOR = re.compile(
    r"\W*(?:auteure?s?|authors?|journaliste|signature)\s*:\s*(?P<name>[^.!?:]{2,60})", re.IGNORECASE
)


def drop_titles(page: Page, known: str) -> None:
    """Drop the title when it is known, alone or with the site's name after it; otherwise its repetitions."""
    seen: Counter[str] = Counter()
    for index, unit in enumerate(page.units):
        plain = _TITLE_LABEL.sub("", unit.plain)
        if known and (
            plain == known or (plain.startswith(known) and re.fullmatch(r" ?[-–—|:] .{2,40}", plain[len(known) :]))
        ):
            page.reasons[index] = "title"
        elif not unit.sentence and plain and page.reasons[index] == "text":
            seen[plain] += 1
            if seen[plain] > 1:
                page.reasons[index] = "repeated"


def drop_labels(page: Page) -> None:
    """Drop a short label that stands between two lines of page furniture, such as the name of a newsletter."""
    furniture = {"interface", "invitation", "navigation", "paywall"}
    for index in range(1, len(page.units) - 1):
        unit = page.units[index]
        around = page.reasons[index - 1], page.reasons[index + 1]
        if unit.words <= 7 and not unit.sentence and not unit.bullet and furniture.issuperset(around):
            page.drop(index, "navigation")


def drop_captions(page: Page) -> None:
    """Drop "Caption - Publisher" lines, the title glued under such a line, and captions repeated by their credit."""
    suffixes = [match["name"].strip() if (match := CAPTION_SUFFIX.match(unit.text)) else "" for unit in page.units]
    credits = " ".join(
        normal_form(unit.text) for unit, reason in zip(page.units, page.reasons, strict=True) if reason == "credit"
    )
    common = Counter(suffixes)
    for index, (unit, suffix) in enumerate(zip(page.units, suffixes, strict=True)):
        named = suffix and (common[suffix] > 1 or normal_form(suffix).split(" ")[0] in credits.split(" "))
        if named and not unit.sentence and unit.words <= 25:
            page.drop(index, "caption")
            below = index + 1
            if below < len(page.units) and page.units[below].start == unit.end and not page.units[below].sentence:
                page.drop(below, "teaser")
        following = page.reasons[index + 1] if index + 1 < len(page.units) else "text"
        if (
            following == "credit"
            and not unit.sentence
            and unit.plain
            and page.units[index + 1].plain.startswith(unit.plain)
        ):
            page.drop(index, "caption")


def drop_promotions(page: Page) -> None:
    """Drop the pitch that stands right under the name of a newsletter, a podcast or a game."""
    for index in range(1, len(page.units)):
        above, unit = page.units[index - 1], page.units[index]
        named = page.reasons[index - 1] == "interface" and _SERVICE_NAME.search(above.plain)
        if named and unit.start == above.end and unit.words <= 40 and PROMOTION.search(unit.plain):
            page.drop(index, "invitation")


def drop_signatures(page: Page) -> None:
    """Drop lines that hold nothing but names: beside a date above the text, or of authors who sign elsewhere."""
    prose = " ".join(
        unit.text for unit, reason in zip(page.units, page.reasons, strict=True) if reason == "text" and unit.strong
    )
    for index in range(1, len(page.units)):
        beside = {page.reasons[index - 1], *page.reasons[index + 1 : index + 2]}
        text = page.units[index].text
        if not beside & {"date", "byline"} or index >= page.first + 8 or page.units[index].words > 12:
            continue
        names = bare_names(text)
        if (names and names not in prose) or is_masthead(text, alone=True):
            page.drop(index, "byline")
    signed: set[str] = set()
    for unit, reason in zip(page.units, page.reasons, strict=True):
        if reason == "byline":
            labelled = _LABELLED_AUTHOR.match(unit.text)
            names = labelled["name"] if labelled else signed_names(unit.text) or bare_names(unit.text)
            signed.update({normal_form(names or ""), normal_form(bare_names(names or "") or "")})
    signed.discard("")
    for index, unit in enumerate(page.units):
        if {unit.plain, normal_form(bare_names(unit.text) or "")} & signed:
            page.drop(index, "byline")
