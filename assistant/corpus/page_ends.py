"""What stands before the article's first paragraph and after its last sentence."""

from __future__ import annotations

import re

from assistant.corpus.headline import could_be_headline, headline, reads_as_news, reads_as_text
from assistant.corpus.mastheads import is_motto, is_programme, name_with_motto, self_description
from assistant.corpus.page import Page, prose_words
from assistant.corpus.signatures import bare_names, signed_names
from assistant.corpus.site_names import is_distinctive, is_online_edition, site_name
from assistant.language.folding import fold

# A stop within the line, also with an agency's initials glued after it: "... deux blessés.abc/de"
_HOLDS_SENTENCE = re.compile(r"\w{2,}[.!?…][»\"]?(?:\s|[a-z-]{2,}/[a-z])")

_WRITES = re.compile(
    r"\b(?:journaliste|reporter|correspondante?|redact\w+|auteure?|chroniqueu\w+|photographe|pigiste|editorialiste)\b"
    r"|\b(?:couvre|suit|collabore)\b.*\bdepuis\b"
)
_OUR_WRITER = re.compile(
    r"(?:notre|nos) (?:journalistes?|correspondante?s?|reporters?|chroniqueu\w+|collabora\w+)\b.{0,60}?\b(?:couvre|suit"
    r"|suivent|couvrent|ecrit|travaille|collabore|dirige|est (?:base|specialis|journaliste)\w*)\b"
    r"|journaliste (?:a|au|aux|pour|independante?|specialis\w+|au sein)\b.{0,80}\b(?:couvre|suit|ecrit|travaille"
    r"|collabore|dirige|est|a (?:publie|ecrit|rejoint))\b"
)


def drop_mottos(page: Page) -> None:
    """Drop a site's long name, with its motto or over it, and a programme's, where a headline follows it."""
    for index in range(min(page.first, len(page.units))):
        unit = page.units[index]
        below = range(index + 1, page.first)
        if not any(page.reasons[at] in ("text", "title") and could_be_headline(page.units[at]) for at in below):
            return
        above = page.units[index - 1] if index else None
        glued = above is not None and above.end == unit.start and above.words <= 6 and site_name(above.text) is not None
        name = site_name(unit.text)
        named = (name is not None and (is_distinctive(name) or is_online_edition(unit.text))) or name_with_motto(
            unit.text
        ) is not None
        if named or is_programme(unit.text) or (glued and is_motto(unit.text)):
            page.drop(index, "navigation")


def drop_head(page: Page) -> None:
    """Before the first paragraph keep sentences, a long standfirst, and the title while it is not known."""
    anchor = next((index for index, reason in enumerate(page.reasons) if reason == "title"), None)
    if anchor is not None and prose_words(page, anchor) > 0.6 * prose_words(page, 0):
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


def drop_tail(page: Page) -> None:
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


def drop_biographies(page: Page) -> None:
    """Drop what the page says of its author or itself under the article: "Clara Brel est journaliste."."""
    signed = [unit for unit, reason in zip(page.units, page.reasons, strict=True) if reason == "byline"]
    names = {fold(name) for unit in signed for name in _persons(unit.text)}
    for index in range(len(page.units) - 1, page.first, -1):
        if page.reasons[index] != "text":
            continue
        opening = fold(page.units[index].text[:300].lstrip("*_ "))
        own = any(opening.startswith(name) and _WRITES.search(opening) for name in names)
        site = self_description(page.units[index].text)
        site = None if site and any(site in other.text for other in page.units[page.first : index]) else site
        if page.units[index].words > 60 or not (own or site or _OUR_WRITER.match(opening)):
            return
        page.drop(index, "byline")


def _persons(line: str) -> list[str]:
    names = signed_names(line) or bare_names(line) or ""
    return [name.strip() for name in re.split(r",|\bet\b|&|[|–—]", names) if len(name.split()) > 1]
