"""The publication date that a saved text states, or lets be inferred soundly; otherwise unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.corpus.front_matter import PRECISIONS
from assistant.corpus.verdicts import LineVerdict
from assistant.language.dates import find_dates, iso
from assistant.types import Published

_PUBLISHED = re.compile(
    r"\b(?:publi[ée]e?|paru|mis(?:e)? en ligne|post[ée]e?|published|posted|date de publication|date)\b", re.IGNORECASE
)
_UPDATED = re.compile(r"\b(?:mis(?:e)? [àa] jour|modifi[ée]e?|actualis[ée]e?|updated|modified|maj)\b", re.IGNORECASE)
_TODAY = re.compile(
    r"\b(?:ce|this)\s+(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday),?\s+)?$", re.IGNORECASE,
)  # fmt: skip


def publication_date(verdicts: Sequence[LineVerdict]) -> Published:
    """Return when an article was published, as far as its saved text says.

    In order: "Publié le ...", a line that is a date, "Mis à jour le ..." (inferred), a dateline at the
    head of the text (inferred), the one day called "ce lundi 3 mars 2025" (inferred).

    Args:
        verdicts: the lines that are not blank, with one kind of space.
    """
    stamped = [verdict.text for verdict in verdicts if verdict.reason in ("date", "byline", "interface")]
    for label, basis in ((_PUBLISHED, "stated"), (None, "stated"), (_UPDATED, "inferred")):
        for line in stamped:
            match = label.search(line) if label else None
            if label is not None and match is None:
                continue
            if label is None and re.search(r"©|\(c\)|copyright", line, re.IGNORECASE):
                continue
            rest = line[match.end() :] if match else line
            updated = _UPDATED.search(rest)
            written = _first_day(rest[: updated.start()] if updated and label is not _UPDATED else rest)
            if written:
                kind = "mise à jour : " if label is _UPDATED else ""
                return Published(
                    written,
                    PRECISIONS[len(written)],
                    "inferred" if basis == "inferred" else "stated",
                    kind + quoted(line),
                )
    written_in_text = _date_in_text([verdict.text for verdict in verdicts if verdict.keep])
    return written_in_text if written_in_text.date else _month(verdicts) or written_in_text


def _month(verdicts: Sequence[LineVerdict]) -> Published | None:
    """Return the month of an issue that no line dates to the day: "Numéro 812, mars 2024"."""
    for verdict in verdicts:
        if verdict.reason == "date" and not _UPDATED.search(verdict.text):
            for mention in find_dates(verdict.text):
                written = iso(mention)
                if written and len(written) == 7:
                    return Published(written, PRECISIONS[7], "stated", quoted(verdict.text))
    return None


def _first_day(line: str) -> str | None:
    """Return the first full date of a line in ISO form."""
    return next((written for mention in find_dates(line) if (written := iso(mention)) and len(written) == 10), None)


def _date_in_text(lines: Sequence[str]) -> Published:
    for line in lines[:5]:
        opening = line[:90]
        for mention in find_dates(opening):
            written = iso(mention)
            before, after = opening[: mention.start], opening[mention.end :]
            dateline = re.match(r"^[^.!?]{0,40}$", before) and re.match(
                r"\s*[,(]?\s*(?:\d{1,2}\s?[h:]\s?\d{0,2})?[ .,]*(?:UTC)?[^.!?–—(]{0,30}"
                r"(?:\([^)]{2,30}\)\s*[-–—.:]?|[ .,]*[–—-](?:\s|$))",
                after,
            )
            if written and len(written) == 10 and dateline:
                return Published(
                    written, "day", "inferred", f"date en tête du texte : {quoted(opening[: mention.end])}"
                )
    spoken = {
        written: line[max(0, mention.start - 20) : mention.end]
        for line in lines
        for mention in find_dates(line)
        if (written := iso(mention)) and len(written) == 10 and _TODAY.search(line[: mention.start][-30:])
    }
    if len(spoken) == 1:
        written, words = next(iter(spoken.items()))
        return Published(written, "day", "inferred", f"jour du récit : « {words.strip()} »")
    return Published(evidence="aucune date de publication dans le texte enregistré")


def quoted(line: str) -> str:
    """Return words of the text as evidence shows them: on one line, between « », at most 140 characters."""
    tidy = " ".join(line.split())
    return f"« {tidy[:140]} »"
