"""Saved plain text to the article's own lines: menus, teasers and credits go, every sentence stays.

A line is judged twice: alone (:mod:`assistant.corpus.boilerplate`) and by where it stands: before the
first paragraph, between paragraphs, or under a heading that announces other articles. In doubt a line
stays, except under such a heading, where only text that reads as the article going on comes back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.corpus.boilerplate import Reason, bare_names, is_masthead, line_reason, normal_form, signed_names
from assistant.corpus.headline import headline, reads_as_news, reads_as_text
from assistant.corpus.paragraphs import Paragraph, paragraphs
from assistant.corpus.vocabulary import PROMOTION

_HEADINGS = frozenset({"related-heading", "comments-heading", "footer-heading", "tags-heading"})
_INLINE = re.compile(r"\W*(?:a |et )?(?:lire|voir|ecouter|relire|revoir|regarder|read|see|notre|nos|pour aller)\b")
_GOES_ON = re.compile(
    r"(?:il|elle|ils|elles|ce dernier|cette derniere|mais|or|selon|pour autant|par ailleurs|en outre"
    r"|de son cote|de leur cote"
    r"|toutefois|cependant|neanmoins|en revanche|ainsi|enfin|interroge\w*|dans (?:la foulee|un communique)"
    r"|quant a|au total"
    r"|pourtant|en effet|de plus|a ce stade|au lendemain|he|she|they|but|however|meanwhile)\b"
)
_SUFFIX = re.compile(r".{2,}\s[-–—|]\s+(?P<name>[A-ZÀ-Þ][^-–—|.!?]{1,40})$")
_SERVICE_NAME = re.compile(r"\b(?:newsletters?|infolettres?|podcasts?|jeux|boutique)\b")
_LABELLED_AUTHOR = re.compile(
    r"\W*(?:auteure?s?|authors?|journaliste|signature)\s*:\s*(?P<name>[^.!?:]{2,60})", re.IGNORECASE
)
# A stop within the line, also with an agency's initials glued after it: "... deux blessés.abc/de"
_HOLDS_SENTENCE = re.compile(r"\w{2,}[.!?…][»\"]?(?:\s|[a-z-]{2,}/[a-z])")


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """The judgement on one line: its number from 1, the line as saved, whether it stays, and why."""

    number: int
    text: str
    keep: bool
    reason: Reason


@dataclass(slots=True)
class _Page:
    """Paragraphs of one page with the verdicts as they are reached."""

    units: Sequence[Paragraph]
    reasons: list[Reason] = field(default_factory=list)
    first: int = 0  # the first paragraph of the article
    last: int = -1  # its last, as far as single lines tell

    def drop(self, index: int, reason: Reason) -> None:
        if self.reasons[index] == "text":
            self.reasons[index] = reason


def clean(text: str, *, title: str | None = None) -> str:
    """Return the article's own lines, each to the letter, with one blank line where there were blank lines.

    Args:
        text: the text as saved.
        title: the article's title when it is known; lines that repeat it are left out.
    """
    lines: list[str] = []
    for verdict in classify_lines(text, title=title):
        if verdict.reason == "blank" or not verdict.keep:
            if lines and lines[-1]:
                lines.append("")
        else:
            lines.append(verdict.text.rstrip())
    return "\n".join(lines).strip("\n")


def classify_lines(text: str, *, title: str | None = None) -> list[LineVerdict]:
    """Say of each line whether it belongs to the article.

    Args:
        text: the text as saved; lines end with LF, CRLF or CR.
        title: the article's title when it is known.

    Returns:
        One verdict for each line, in order; blank lines are not kept (``reason`` is ``blank``).
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    page = _Page(paragraphs(lines))
    _judge_alone(page, normal_form(title) if title else "")
    _drop_titles(page, normal_form(title) if title else "")
    _drop_labels(page)
    _drop_promotions(page)
    _drop_captions(page)
    _drop_signatures(page)
    _drop_head(page)
    _drop_lists(page)
    _drop_tail(page)
    reasons: list[Reason] = ["blank"] * len(lines)
    for unit, reason in zip(page.units, page.reasons, strict=True):
        reasons[unit.start : unit.end] = [reason] * (unit.end - unit.start)
    return [LineVerdict(number + 1, lines[number], reason == "text", reason) for number, reason in enumerate(reasons)]


def _judge_alone(page: _Page, title: str) -> None:
    """Judge each paragraph by itself, strictly between the first and the last paragraph of the article."""
    strict = [line_reason(unit.text, outside_body=False) for unit in page.units]
    prose = [
        index
        for index, unit in enumerate(page.units)
        if strict[index] == "text" and unit.strong and unit.plain != title
    ]
    page.first, page.last = (prose[0], prose[-1]) if prose else (0, len(page.units) - 1)
    page.reasons = [
        strict[index] if page.first <= index <= page.last else line_reason(unit.text, outside_body=True)
        for index, unit in enumerate(page.units)
    ]


def _drop_titles(page: _Page, known: str) -> None:
    """Drop the title when it is known, alone or with the site's name after it; otherwise its repetitions."""
    seen: Counter[str] = Counter()
    for index, unit in enumerate(page.units):
        plain = unit.plain
        if known and (
            plain == known or (plain.startswith(known) and re.fullmatch(r" ?[-–—|:] .{2,40}", plain[len(known) :]))
        ):
            page.reasons[index] = "title"
        elif not unit.sentence and plain and page.reasons[index] == "text":
            seen[plain] += 1
            if seen[plain] > 1:
                page.reasons[index] = "repeated"


def _drop_labels(page: _Page) -> None:
    """Drop a short label that stands between two lines of page furniture, such as the name of a newsletter."""
    furniture = {"interface", "invitation", "navigation", "paywall"}
    for index in range(1, len(page.units) - 1):
        unit = page.units[index]
        around = page.reasons[index - 1], page.reasons[index + 1]
        if unit.words <= 7 and not unit.sentence and not unit.bullet and furniture.issuperset(around):
            page.drop(index, "navigation")


def _drop_captions(page: _Page) -> None:
    """Drop "Caption - Publisher" lines, the title glued under such a line, and captions repeated by their credit."""
    suffixes = [match["name"].strip() if (match := _SUFFIX.match(unit.text)) else "" for unit in page.units]
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


def _drop_promotions(page: _Page) -> None:
    """Drop the pitch that stands right under the name of a newsletter, a podcast or a game."""
    for index in range(1, len(page.units)):
        above, unit = page.units[index - 1], page.units[index]
        named = page.reasons[index - 1] == "interface" and _SERVICE_NAME.search(above.plain)
        if named and unit.start == above.end and unit.words <= 40 and PROMOTION.search(unit.plain):
            page.drop(index, "invitation")


def _drop_signatures(page: _Page) -> None:
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


def _drop_head(page: _Page) -> None:
    """Before the first paragraph keep sentences, a long standfirst, and the title while it is not known."""
    anchor = next((index for index, reason in enumerate(page.reasons) if reason == "title"), None)
    if anchor is not None and _prose_words(page, anchor) > 0.6 * _prose_words(page, 0):
        for index in range(anchor):
            page.drop(index, "navigation")  # what stands above the headline is the site's
    if not any(unit.strong and reason == "text" for unit, reason in zip(page.units, page.reasons, strict=True)):
        return
    head = [index for index in range(page.first) if page.reasons[index] == "text"]
    kept = [index for index in head if page.units[index].sentence or reads_as_news(page.units[index])]
    if anchor is None:  # "Japon : séisme de magnitude 7" has no grammar words, and is the title
        title = headline([page.units[index] for index in head if page.units[index].words >= 4])
        kept += [index for index in head if page.units[index] is title]
    for index in set(head) - set(kept):
        page.drop(index, "navigation")


def _prose_words(page: _Page, start: int) -> int:
    pairs = zip(page.units[start:], page.reasons[start:], strict=True)
    return sum(unit.words for unit, reason in pairs if reason == "text" and unit.sentence)


def _drop_lists(page: _Page) -> None:
    """Drop what follows a heading that announces other articles, until the article goes on, if it does."""
    total = _prose_words(page, 0)
    before = 0
    needed = 0  # evidence needed to come back into the article; 0 while in it
    for index, unit in enumerate(page.units):
        reason = page.reasons[index]
        closing = reason == "byline" and before > 0.8 * total and bare_names(unit.text)
        if closing:
            needed = max(needed, 3)  # who signs under the text closes it
        elif reason in _HEADINGS and index > page.first:
            needed = max(needed, _needed(unit, reason, before=before, after=total - before))
        elif reason == "text" and needed:
            if _evidence(page, index) >= needed:
                needed = 0
            else:
                page.drop(index, "related")
        if page.reasons[index] == "text" and unit.sentence:
            before += unit.words


def _needed(unit: Paragraph, reason: Reason, *, before: int, after: int) -> int:
    """Say how much evidence ends the list under this heading: 1 any paragraph, 3 two running, 9 none."""
    if reason == "comments-heading":
        return 9 if before > 0.4 * (before + after) else 3
    if reason == "tags-heading" or (reason == "related-heading" and _INLINE.match(unit.plain)):
        return 1
    return 3 if before > 0.35 * (before + after) else 2


def _evidence(page: _Page, index: int) -> int:
    """Weigh whether a paragraph under such a heading is the article going on."""
    unit = page.units[index]
    if not unit.strong or unit.cut:
        return 0
    weight = 1
    if index + 1 < len(page.units) and page.reasons[index + 1] == "text":
        following = page.units[index + 1]
        weight += 2 if following.sentence and not following.cut and following.words >= 8 else 0
    weight += bool(_GOES_ON.match(unit.plain))
    weight += unit.sentences >= 2 and unit.words >= 40
    return weight


def _drop_tail(page: _Page) -> None:
    """After the last sentence drop labels and teasers; one long line right after it may be an unstopped sentence."""
    kept = [index for index, reason in enumerate(page.reasons) if reason == "text" and page.units[index].sentence]
    if not kept:
        return
    rest = [index for index in range(kept[-1] + 1, len(page.units)) if page.reasons[index] == "text"]
    adjacent = rest and rest[0] == kept[-1] + 1 and len(rest) == 1
    for index in rest:
        unit = page.units[index]
        if unit.bullet or _HOLDS_SENTENCE.search(unit.text) or (adjacent and reads_as_text(unit)):
            continue
        page.drop(index, "teaser")
