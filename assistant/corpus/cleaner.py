"""Saved plain text to the article's own lines: menus, teasers and credits go, every sentence stays.

A line is judged twice: alone (:mod:`assistant.corpus.boilerplate`) and by where it stands: before the
first paragraph, between paragraphs, or under a heading that announces other articles. In doubt a line
stays, except under such a heading, where only text that reads as the article going on comes back.
"""

from __future__ import annotations

from assistant.corpus.line_form import normal_form
from assistant.corpus.neighbours import drop_captions, drop_labels, drop_promotions, drop_signatures, drop_titles
from assistant.corpus.page import Page, judge
from assistant.corpus.page_ends import drop_biographies, drop_head, drop_mottos, drop_tail
from assistant.corpus.paragraphs import paragraphs, split_lines
from assistant.corpus.related_lists import drop_lists
from assistant.corpus.verdicts import LineVerdict, Reason


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
    lines = split_lines(text)
    page = Page(paragraphs(lines))
    known = normal_form(title) if title else ""
    judge(page, known)
    drop_titles(page, known)
    drop_labels(page)
    drop_promotions(page)
    drop_captions(page)
    drop_signatures(page)
    drop_mottos(page)
    drop_head(page)
    drop_lists(page)
    drop_biographies(page)
    drop_tail(page)
    reasons: list[Reason] = ["blank"] * len(lines)
    for unit, reason in zip(page.units, page.reasons, strict=True):
        reasons[unit.start : unit.end] = [reason] * (unit.end - unit.start)
    return [LineVerdict(number + 1, lines[number], reason == "text", reason) for number, reason in enumerate(reasons)]
